"""The articles to measure on. They lie beside the project and are never copied into it."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora"
NAMES = ("saudinewsnet", "jawhara", "ntrex-arb", "nahw")
HEADLINES = ("saudinewsnet-titles", "jawhara-titles")
"""The titles of corpora, each an article of its own: a headline in Markdown."""

_TITLES = "-titles"
_PASSAGES = "nahw"
"""Passages with errors of grammar, each once: the file names every error of a passage in an entry of its own."""


class Article(NamedTuple):
    """An article, by its corpus and id."""

    corpus: str
    id: str
    text: str


def articles(names: Sequence[str] = NAMES) -> Iterator[Article]:
    """All articles of these corpora; ends the program, saying so, where they are not there."""
    for name in names:
        if name == _PASSAGES:
            yield from _passages(FOLDER / "Nahw-Passage.json")
            continue
        path = FOLDER / f"{name.removesuffix(_TITLES)}.jsonl"
        if not path.exists():
            sys.exit(f"skipped: {path.name} is not beside the project")
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if not name.endswith(_TITLES):
                    yield Article(name, record["id"], record["content"])
                elif record["title"]:
                    yield Article(name, record["id"], f"# {' '.join(record['title'].split())}\n")


def _passages(path: Path) -> Iterator[Article]:
    if not path.exists():
        sys.exit(f"skipped: {path.name} is not beside the project")
    passages = {entry["passage_id"]: entry["passage"] for entry in json.loads(path.read_text(encoding="utf-8"))}
    yield from (Article(_PASSAGES, str(number), text) for number, text in passages.items())
