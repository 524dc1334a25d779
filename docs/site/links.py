"""Links of built pages that lead nowhere: files that are not there, and anchors that no page has."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.anchors.add(value)
            elif value and name in ("href", "src"):
                self.links.append(value)


@cache
def _page(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def broken(site: Path) -> Iterator[str]:
    """`page: link` for each link within the site that leads nowhere. Links to other sites are not followed."""
    for path in sorted(site.rglob("*.html")):
        if path.name == "404.html":  # its links begin at the root of whatever address the site is served from
            continue
        for link in dict.fromkeys(_page(path).links):
            address, anchor = urldefrag(link)
            if urlsplit(address).scheme or link.startswith("//"):
                continue
            target = (path.parent / unquote(address)).resolve() if address else path
            if target.is_dir():
                target = target / "index.html"
            if not target.is_file() or (anchor and target.suffix == ".html" and unquote(anchor) not in _page(target).anchors):
                yield f"{path.relative_to(site)}: {link}"
