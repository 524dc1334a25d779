"""Every page of the documentation site as a reader sees it: in headless Chromium, on a desk and on a phone.

    python docs/site/build.py SITE && python benchmarks/pages.py SITE [PICTURES]

Said are errors of the console, requests and links that lead nowhere, pictures that do not show, pages that run to the wrong side or are
wider than the window, and code that does not run from left to right. With a folder for PICTURES, what the pages look like is written there.
"""

import base64
import functools
import http.server
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1]))

from tests.browser import Page, chromium

WINDOWS = {"desk": (1280, 900), "phone": (390, 844)}
LOOKED_AT = """(() => {
  const side = element => getComputedStyle(element).direction;
  const all = selector => [...document.querySelectorAll(selector)];
  const turns = one => getComputedStyle(one).unicodeBidi === 'plaintext';  // each of its lines runs as it begins
  const quoted = one => { const parts = [...one.querySelectorAll('code, td, th')]; return parts.length > 0 && parts.every(turns); };
  const own = all('.md-content article > *, .md-content article > div > *').filter(one => one.innerText && !one.matches('pre, .highlight'));
  const letters = one => (one.innerText.match(/[\\u0600-\\u06ff]/g) || []).length;
  const arabic = own.filter(one => letters(one) > one.innerText.length / 2 && !(one.matches('ul, ol, div') && quoted(one)));
  return {
    side: side(document.body),
    wide: document.documentElement.scrollWidth - innerWidth,
    astray: arabic.filter(one => side(one) !== 'rtl').map(one => one.innerText.slice(0, 60)),
    code: all('pre').filter(one => side(one) !== 'ltr' && !/[\\u0600-\\u06ff]/.test(one.innerText)).map(one => one.innerText.slice(0, 60)),
    pictures: all('img').filter(one => !one.complete || !one.naturalWidth).map(one => one.src),
    links: all('a[href]').map(one => one.href.split('#')[0]).filter(one => one.startsWith(location.origin)),
  };
})()"""


def main(site: Path, pictures: Path | None = None) -> int:
    """The exit code: 1 where anything is wrong."""
    wrong: list[str] = []
    links: set[str] = set()
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    with served(site) as address, chromium() as window:
        for number, page in enumerate(pages, 1):
            name = page.relative_to(site).as_posix()
            window.errors.clear()
            window.visit(f"{address}/{name}")
            for size, (width, height) in WINDOWS.items():
                window.resize(width, height)
                seen = window.ask(LOOKED_AT)
                links.update(seen["links"])
                wrong += (f"{name} ({size}): {what}" for what in faults(name, seen, window.errors))
                window.errors.clear()
                if pictures:
                    photographed(window, pictures / f"{name.replace('/', '_')}.{size}.png")
            print(f"\r{number} of {len(pages)}", end="", file=sys.stderr)
    places = {link.removeprefix(address).strip("/") for link in links}
    wrong += (f"a link leads nowhere: {place}" for place in sorted(places) if not is_there(site / place))
    print("".join(f"{line}\n" for line in wrong), end="", file=sys.stderr)
    print(f"{len(pages)} pages in {len(WINDOWS)} windows, {len(links)} links, {len(wrong)} faults")
    return 1 if wrong else 0


def faults(name: str, seen: Mapping[str, Any], errors: Sequence[str]) -> Iterator[str]:
    """What is wrong with a page as it was seen."""
    side = "ltr" if name.startswith("en/") else "rtl"
    if seen["side"] != side:
        yield f"it runs {seen['side']}"
    if seen["wide"] > 0:
        yield f"it is {seen['wide']} pixels wider than the window"
    yield from (f"Arabic runs from left to right: {one!r}" for one in seen["astray"])
    yield from (f"code runs from right to left: {one!r}" for one in seen["code"])
    yield from (f"a picture does not show: {one}" for one in seen["pictures"])
    yield from errors


def is_there(path: Path) -> bool:
    """Whether a place of the site is a page or a file."""
    return path.is_file() or (path / "index.html").is_file()


def photographed(window: Page, path: Path) -> None:
    """Write what the page looks like, from its head to its foot."""
    height = min(6000, window.ask("document.documentElement.scrollHeight"))
    size = {"x": 0, "y": 0, "width": window.ask("innerWidth"), "height": height, "scale": 1}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64decode(window.send("Page.captureScreenshot", clip=size, captureBeyondViewport=True)["data"]))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which this machine, and no other, sees the folder."""
    handler = functools.partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])) if len(sys.argv) in (2, 3) else print(__doc__) or 2)
