"""The page of a rule: its docstring, whose paragraphs in Arabic script are the Arabic page and the others the English one."""

import re
from inspect import cleandoc

from ..arabic.lazy import regex
from .rule import AnyRule

_ARABIC = regex("[\u0621-\u064a]")
_LATIN = regex("[A-Za-z]")


def page(rule: type[AnyRule], lang: str) -> list[str]:
    """The paragraphs of the docstring in `ar` or `en`."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", cleandoc(rule.__doc__ or "")) if part.strip()]
    return [text for text in paragraphs if (len(_ARABIC.findall(text)) > len(_LATIN.findall(text))) == (lang != "en")]
