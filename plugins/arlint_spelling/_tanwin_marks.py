"""The tanwin of fatha in a text: where each mark stands, and how it is moved to the other side of its alif."""

from collections.abc import Iterator
from functools import lru_cache

from arlint import Edit, Word
from arlint.arabic.lazy import regex
from arlint.arabic.letters import FATHATAN, LETTER
from arlint.arabic.words import form, spans
from arlint.records import NamedTuple

from ._tanwin_words import key_of, word_sets

_SHADDA = "\u0651"
_SIGN = regex(f"{FATHATAN}({_SHADDA}?ا)?(?![{LETTER}{FATHATAN}])")


class Mark(NamedTuple):
    """A word with tanwin and its key: the form, without و and ف before a known word.

    `position` says whether the mark stands before or after the alif; `edit` puts it on the other side. Offsets count from where the token
    begins in which the word stands.
    """

    word: Word
    key: str
    position: str
    edit: Edit

    def at(self, offset: int) -> tuple[Word, Edit]:
        """The word and the edit, where the token begins at this offset of the text."""
        (text, start, form), edit = self.word, self.edit
        return Word(text, offset + start, form), Edit(offset + edit.start, offset + edit.end, edit.text)


class Token(NamedTuple):
    """What stands between two blanks, as to tanwin: its marks, the forms of the words that bear them, and all `_ways` of these words."""

    marks: tuple[Mark, ...]
    forms: tuple[str, ...]
    ways: frozenset[str]
    positions: frozenset[str]


Tokens = list[tuple[int, Token]]
"""The tokens with marks of a text in order, each with its offset."""

Marks = list[tuple[int, Mark]]
"""The marks of a text in order, each with the offset of its token."""


def marks_in(tokens: Tokens) -> Marks:
    """All marks of these tokens, in order."""
    return [(offset, mark) for offset, token in tokens for mark in token.marks]


@lru_cache(maxsize=8192)
def token_of(text: str) -> Token:
    """The tanwin of a token, the text between two blanks. All that is written has a few thousand tokens with tanwin."""
    marks = tuple(_read(text))
    words = {mark.word.start: mark.word.form for mark in marks}
    ways = frozenset(form for mark in marks for form in _ways(mark.key))
    return Token(marks, tuple(words.values()), ways, frozenset(mark.position for mark in marks))


def _read(token: str) -> Iterator[Mark]:
    for sign in _SIGN.finditer(token):
        at, end = sign.span()
        start = at if sign[1] else at - 1
        if start < 0 or token[start] not in ("ا", FATHATAN):
            continue
        letters = token[max(0, start - 3) : start].replace(_SHADDA, "")
        span = next((span for span in spans(token) if span[0] <= start < span[1]), None)
        if span is None or letters[-1:] in ("ا", "ى", "أ", "ة") or letters.endswith("اء"):
            continue
        written = token[slice(*span)]
        word = Word(written, span[0], form(written))
        if len(word.form) < 2:
            continue  # ـًا shows where the sign stands
        if sign[1]:
            yield Mark(word, key_of(word.form), "before", Edit(at, end, f"{sign[1]}{FATHATAN}"))
            continue
        if token[start - 1 : start] == _SHADDA:
            start -= 1
        yield Mark(word, key_of(word.form), "after", Edit(start, end, f"{FATHATAN}{token[start:at]}"))


@lru_cache(maxsize=8192)
def _ways(key: str) -> tuple[str, ...]:
    """The forms of a word that carries tanwin, none where it may be another word. Only to a known one is a particle joined: وغدا may be no
    و + غدا but a verb.
    """
    sets = word_sets()
    if key in sets["not_words"]:
        return ()
    forms = (key, f"و{key}", f"ف{key}") if key in sets["words"] else (key,)
    return tuple(form for form in forms if form not in sets["not_forms"])
