"""Words with the article that end in ه: they take no pronoun, so the ه is a ة without its dots unless it belongs to the root."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..records import NamedTuple
from .fresh import Fresh
from .lazy import regex
from .lexicon import lexicon

_DEFINITE = regex("([وف]?(?:[بك]?ال|لل))(.{2,}ه)")
_DEFINITES = regex("\n([وف]?(?:[بك]?ال|لل).{2,}ه)(?=\n)")


class Undotted(NamedTuple):
    """A form such as `والمدينه`, cut behind the article. `foreign` where it ends as loan words and names in ه do (`الإليزيه`)."""

    prefix: str
    word: str
    foreign: bool

    @property
    def right(self) -> str:
        """The word with ة."""
        return f"{self.word[:-1]}ة"


def undotted(form: str) -> Undotted | None:
    """A bare form with the article and a final ه that may stand for ة; None where it is of the root (`المياه`) or no article (`التقاه`)."""
    match = _DEFINITE.fullmatch(form)
    if not match or match[2] in _facts()["radical"]:
        return None
    return Undotted(match[1], match[2], match[2].endswith(tuple(_facts()["endings"])))


def definite(fresh: Fresh) -> list[str]:
    """The new forms that `undotted` may know."""
    return fresh.remembered(_DEFINITES, lambda: fresh.matching(_DEFINITES))


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Any]:
    return lexicon(__file__, "final_heh", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {"radical": frozenset(table["ha_words"] + table["no_article"]), "endings": tuple(table["ha_endings"])}
