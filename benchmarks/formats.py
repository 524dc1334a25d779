"""How fast files are parsed: MB/s of CPU time on one core, parsing only. `python benchmarks/formats.py [--runs 5] [--articles 300]`.

Markdown, HTML and PO are the real files of the corpora; in all formats that hold articles, news of SaudiNewsNet is written as such a file.
"""

import argparse
import html
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from arlint.document import decode
from arlint.formats import Format, arlint_formats

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
REAL = {"markdown": "markup/markdown/*.md", "html": "markup/html/*.html", "po": "markup/po/*.po"}
GOALS = {"markdown": 5.0, "html": 1.0}

WRITERS: Mapping[str, Callable[[Sequence[str]], str]] = {
    "text": "\n".join,
    "markdown": "\n\n".join,
    "mdx": lambda paragraphs: "\n\n".join(paragraph.replace("<", "\\<").replace("{", "\\{") for paragraph in paragraphs),
    "html": lambda paragraphs: "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs),
    "rst": "\n\n".join,
    "asciidoc": "\n\n".join,
    "json": lambda paragraphs: json.dumps({"body": "\n".join(paragraphs)}, ensure_ascii=False),
    "jsonl": lambda paragraphs: json.dumps({"body": "\n".join(paragraphs)}) + "\n",
    "yaml": lambda paragraphs: "body: |\n" + "".join(f"  {paragraph.strip()}\n" for paragraph in paragraphs),
}


def news(count: int) -> Iterator[list[str]]:
    """The paragraphs of so many articles."""
    with (CORPORA / "saudinewsnet.jsonl").open(encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield [paragraph.replace("\t", " ") for paragraph in json.loads(line)["content"].splitlines() if paragraph.strip()]


def speed(fmt: Format, files: Iterable[bytes], runs: int) -> tuple[float, float]:
    """MB, and MB/s of CPU time in the best run."""
    files = list(files)
    size, best = sum(map(len, files)) / 1e6, float("inf")
    for _ in range(runs):
        start = time.process_time()
        for data in files:
            list(fmt.documents(decode("a", data)))
        best = min(best, time.process_time() - start)
    return size, size / best


def main() -> None:
    """Print a line for each format and kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=300)
    args = parser.parse_args()
    formats = {one.name: one for one in arlint_formats()}
    articles = list(news(args.articles))
    inputs = [(name, "real files", [path.read_bytes() for path in sorted(CORPORA.glob(pattern))]) for name, pattern in REAL.items()]
    inputs += [(name, "news", [write(article).encode() for article in articles]) for name, write in WRITERS.items()]
    for name, kind, files in inputs:
        size, rate = speed(formats[name], files, args.runs)
        goal = f"  (goal: {GOALS[name]:g})" if name in GOALS else ""
        print(f"{name:10} {kind:10} {size:6.2f} MB {rate:7.1f} MB/s{goal}")


if __name__ == "__main__":
    main()
