"""Words without their initial hamza: how they are written right, and the lists that tell."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.clitics import long_enough
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza

_PARTS = regex("([وف]?(?:[بك]?ال|لل|[بكل])?)(ا.+)")
_ATTACHED = ("هما", "ها", "هم", "هن", "كم", "نا", "ه")
OWNED = regex(f"\n([وف]?[بل]?ا.+(?:{'|'.join(_ATTACHED)}))(?=\n)")
"""What may be a word with a pronoun attached: all that `_with_pronoun` reads."""
_SHORTEST = 4
"""Letters of a word before an attached pronoun; shorter ones are part of too many others."""
_PRONOUNS = frozenset("هذا هذه ذلك تلك هناك هو هي هم".split())
FAMILY = "ال"


def rights(particles: Mapping[str, tuple[str, ...]], table: Mapping[str, str], form: str) -> tuple[str, ...]:
    """The form with its hamza, in one or two ways; nothing where it has none, or is a word of another table. Two ways of a word stand in
    the table with a blank between them.
    """
    match, lists = _PARTS.fullmatch(form), hamza_lists()
    if form in particles:
        return particles[form]
    if not match or form in lists["particles"] or _is_whole(form):
        return ()
    prefix, word = match.groups()
    found = table.get(word, "").split() or _with_pronoun(table, prefix, word)
    return tuple(f"{prefix}{right}" for right in found) if long_enough(prefix, word) else ()


def _is_whole(form: str) -> bool:
    """Whether the first letters of a form, after a و or ف, belong to the word."""
    words = hamza_lists()["whole_words"]
    return form in words or (form[0] in "وف" and form[1:] in words)


def _with_pronoun(table: Mapping[str, str], prefix: str, word: str) -> tuple[str, ...]:
    """A word of the table with a pronoun attached, with its hamza; nothing where it is none or may be read in two ways.

    اقامه may be أقامه or إقامة, اصابته أصابته or إصابته; بادلته and كاميرته have no particle.
    """
    shortest = _SHORTEST + (prefix[-1:] == "ب")
    for pronoun in _ATTACHED if prefix[-1:] != "ك" and not prefix.endswith(("ال", "لل")) else ():
        stem = word[: -len(pronoun)]
        if not word.endswith(pronoun) or len(stem) < shortest or word.endswith("انا") or (pronoun == "ه" and f"{stem}ة" in table):
            continue
        nouns = table.get(f"{stem[:-1]}ة", "").split() if stem[-1] == "ت" else ()
        rights = {*table.get(stem, "").split(), *(f"{noun[:-1]}ت" for noun in nouns)}
        if rights:
            return (f"{rights.pop()}{pronoun}",) if len(rights) == 1 else ()
    return ()


@lru_cache(maxsize=1)
def hamza_lists() -> Mapping[str, Any]:
    """The lists of the table by name, for looking forms up in them."""
    return lexicon(__file__, "initial_hamza", _compiled, 2)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    before_clause = table["particles_before_clause"]
    return {
        "particles": {form: tuple(rights) for form, rights in (table["particles"] | before_clause | {FAMILY: ["آل"]}).items()},
        "before_clause": frozenset(before_clause),
        "whole_words": frozenset(table["whole_words"]),
        "openers": _PRONOUNS | frozenset(table["clause_openers"]),
        "families": frozenset(table["families"]),
        "colours": frozenset(table["colours"]),
        "colour_openers": frozenset(table["colour_openers"]),
        "verbs": {form: tuple(starts) for form, starts in table["verbs"].items()},
        "qat": lacking(table["qat"]) | {word: " ".join(rights) for word, rights in table["two_ways"].items()},
    }


def lacking(words: Iterable[str]) -> dict[str, str]:
    """The words by their spellings without the first hamza; those with another one, which may be there: انشا and انشأ for أنشأ."""
    return {lacking: word for word in words for lacking in (hamza(word), f"ا{word[1:]}")}
