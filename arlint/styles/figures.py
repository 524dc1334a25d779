"""Figures of a text, under the names that formulas know, and the grades of readability that are made of them."""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from ..document import Document, Paragraph, Piece
from .sections import sections

_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
_COUNTS = ("list", "blockquote", "pre", *(f"heading_h{level}" for level in range(1, 7)))
VARIABLES = (
    "words", "sentences", "paragraphs", "characters", "syllables", "polysyllabic_words", "complex_words", "long_words", *_COUNTS,
    "gunning_fog", "coleman_liau", "flesch_kincaid", "smog", "automated_readability", "flesch_reading_ease", "lix",
)  # fmt: skip

GRADES: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Gunning Fog": lambda f: 0.4 * (f["words"] / f["sentences"] + 100 * f["complex_words"] / f["words"]),
    "Coleman-Liau": lambda f: 0.0588 * (100 * f["characters"] / f["words"]) - 0.296 * (100 * f["sentences"] / f["words"]) - 15.8,
    "Flesch-Kincaid": lambda f: 0.39 * f["words"] / f["sentences"] + 11.8 * f["syllables"] / f["words"] - 15.59,
    "SMOG": lambda f: 1.0430 * math.sqrt(f["polysyllabic_words"] * 30 / f["sentences"]) + 3.1291,
    "Automated Readability": lambda f: 4.71 * f["characters"] / f["words"] + 0.5 * f["words"] / f["sentences"] - 21.43,
}
"""The published formulas; the mean of several grades is what Vale reports."""


def figures(document: Document, texts: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """The counts of a text, and of the blocks of a document that belong to it, under the names that formulas know."""
    known = dict.fromkeys(VARIABLES, 0.0)
    for paragraph in paragraphs:
        names = sections(document, paragraph.number)
        level = next((name for name in names if re.fullmatch("h[1-6]", name)), "")
        for name in (f"heading_{level}" if level else "", "list" if "list" in names else "", "blockquote" if "blockquote" in names else ""):
            if name:
                known[name] += 1
        known["paragraphs"] += "paragraph" in names
    for text, start in texts:
        words = re.findall(_WORD, text)
        known["words"] = len(words)
        known["characters"] = sum(map(len, words))
        known["sentences"] = sum(
            start <= one.start < start + len(text) and bool(text[one.start - start].strip()) for one in document.sentences
        )
        counts = [syllables(word) for word in words]
        known["syllables"] = sum(counts)
        known["polysyllabic_words"] = known["complex_words"] = sum(count > 2 for count in counts)
        known["long_words"] = sum(len(word) > 6 for word in words)
    if known["words"] and known["sentences"]:
        known.update({name.lower().replace(" ", "_").replace("-", "_"): grade(known) for name, grade in GRADES.items()})
        known["flesch_reading_ease"] = 206.835 - 1.015 * known["words"] / known["sentences"] - 84.6 * known["syllables"] / known["words"]
        known["lix"] = known["words"] / known["sentences"] + 100 * known["long_words"] / known["words"]
    return known


def syllables(word: str) -> int:
    """The syllables of an English word, about: its groups of vowels, a final e not counted. Other words count as their vowels' letters."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and len(groups) > 1
    return max(1, len(groups) - silent)
