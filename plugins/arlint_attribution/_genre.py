"""Which section of the paper an article belongs to, as its front matter says."""

from arlint import Document
from arlint.arabic.lazy import regex
from arlint.arabic.words import forms

_LONGEST = 4000  # code points of front matter in which the section is looked for
_SECTION = regex(r"^(?:sections?|categor(?:y|ies)|القسم|قسم)[ \t]*[:=][ \t]*(.+)$")


def sections(document: Document) -> frozenset[str]:
    """The bare words of the sections that YAML or TOML front matter names (`section: رأي`), in lower case; none without it."""
    text = document.source.text
    if text[:1] not in ("-", "+", "\ufeff"):
        return frozenset()
    text = text[:_LONGEST].lstrip("\ufeff")
    fence = text[:3]
    if fence not in ("---", "+++"):
        return frozenset()
    lines = text[3 : max(3, text.find(f"\n{fence}", 3))].splitlines()
    values = [match[1].casefold() for line in lines if (match := _SECTION.match(line.strip()))]
    return frozenset(word for value in values for word in (*forms(value), *value.strip("\"'[] \t").split()))
