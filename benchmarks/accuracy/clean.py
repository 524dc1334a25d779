"""Every finding of the default rules in clean professional text, judged once: how many false ones an editor meets in a thousand words."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from arlint.document import Source
from arlint.engine import examine
from arlint.formats import plain
from arlint.plugins import load

from .corpus import articles

CORPUS = "ntrex-arb"
SHEET = Path(__file__).parent / "clean.tsv"


class Place(NamedTuple):
    """Where a rule (by its code) spoke: half-open code points of an article."""

    code: str
    article: str
    start: int
    end: int


def verdicts() -> dict[Place, str]:
    """The kept verdicts, `right` or `wrong`."""
    with SHEET.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {Place(row["code"], row["article"], int(row["start"]), int(row["end"])): row["verdict"] for row in rows}


def found() -> Iterator[tuple[Place, str]]:
    """What the default rules find, with what stands there."""
    rules = [cls() for cls in load().rules.values() if cls.default]
    for article in articles((CORPUS,)):
        for one in examine(plain.parse(Source(article.id, article.text)), rules).diagnostics:
            before, after = article.text[max(0, one.start - 60) : one.start], article.text[one.end : one.end + 60]
            yield Place(one.rule.code, article.id, one.start, one.end), " ".join(f"{before}⟦{one.text}⟧{after}".split())


def report() -> None:
    """The count, and the findings that nobody has judged yet."""
    words = sum(len(article.text.split()) for article in articles((CORPUS,)))
    kept, findings = verdicts(), dict(found())
    counts = Counter(kept.get(place, "unjudged") for place in findings)
    for place in sorted(findings):
        if place not in kept:
            print("unjudged", *place, findings[place], sep="\t")
    false = Counter(place.code for place in findings if kept.get(place) == "wrong")
    judged = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("right", "wrong", "unjudged"))
    print(f"{CORPUS}: {words} words, {len(findings)} findings: {judged}")
    print(f"{1000 * counts['wrong'] / words:.2f} false findings in 1,000 words ({', '.join(f'{code} {n}' for code, n in false.items())})")
