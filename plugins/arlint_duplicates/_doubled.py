"""Words that stand twice in a row: whether they touch, and whether that is meant."""

from collections.abc import Mapping
from functools import lru_cache

from arlint import Document, Word
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, FATHATAN, INVISIBLE, LETTER_NAMES, TATWEEL
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import hamza
from arlint.arabic.speech import saying

from ._slips import opens

_DROPPED = regex(f"[{TATWEEL}{INVISIBLE}]+")
# The original of a transliterated name; or the end of the line, where lists of keywords end: no full stop stands there.
_NOT_PROSE_AFTER = regex(f"[{BLANK}]*(?:[(\\[«\"]?[A-Za-z]|[\r\n]|$)")
_MARK_BEFORE = regex(f"(?:^|[،,؛:(\\[.!؟\n])[{BLANK}]*$")
_MARK_AFTER = regex(f"[{BLANK}]*[،,؛:)\\].!؟\n]")
_APART = regex(f"[{INVISIBLE}]*[{BLANK}][{BLANK}{INVISIBLE}]*")
_NEAR = 4  # code points
_PREPOSITIONS = frozenset("في من إلى على عن مع لدى عبر نحو وفي ومن وإلى وعلى وعن ومع".split())
_WHEN = frozenset(
    "اليوم الآن الليلة البارحة الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأسبوع الشهر العام السنة الموسم الماضي".split()
)
"""Words that tell when, with the article: no genitive."""
_CONDITIONS = frozenset("إذا اذا وإذا واذا فإذا لما ولما فلما كلما وكلما فكلما عندما وعندما حينما وحينما مهما ومهما متى".split())
"""After these a verb may answer itself: إذا وعد وعد صادقا."""
_SAID, _NARRATED = frozenset(("قال", "قالت")), frozenset("رسول الرسول النبي نبي الله".split())
"""How traditions are told, without a colon: عن أنس قال قال رسول الله."""


def may_be_doubled(form: str) -> bool:
    """Whether the word is one that Arabic doubles with a meaning, wherever it stands."""
    table = doubled_words()
    if form in table["function_words"]:
        return False
    return len(form) <= 2 or hamza(form) in table["meant"] or form in LETTER_NAMES or form.endswith("ا")


def is_meant(document: Document, at: int) -> bool:
    """Whether a noun or verb is doubled with a meaning here: by degrees, as a name, as a slogan."""
    first, second = document.numbered(at, at + 2)
    form, before = document.forms[at], document.forms[at - 1] if at else ""
    if form[0] == "و" and form not in doubled_words()["root_waw"] and not (_reports(form) and opens(document, at)):
        return True  # والتعليم والتعليم العالي, وتكبر وتكبر
    if _is_by_degrees(document, at, before) or (before in _CONDITIONS and form[:2] != "ال"):
        return True
    if form in _SAID and document.forms[at + 2 : at + 3] and document.forms[at + 2] in _NARRATED:
        return True
    named = before in doubled_words()["before_names"] and not (form.startswith("ال") and form.endswith("ية"))  # اللاعب أحمد أحمد
    if named or FATHATAN in written(document, second) or document.quoted(first.start, second.end):
        return True
    return _NOT_PROSE_AFTER.match(document.text, second.end) is not None or _is_item(document.text, first.start, second.end)


def _reports(form: str) -> bool:
    """Whether a form is a plain verb of saying, which nobody doubles: `وأضاف`."""
    one = saying(form)
    return one is not None and not one.weak and one.manner in ("neutral", "assertive") and one.part in ("past", "present")


def _is_by_degrees(document: Document, at: int, before: str) -> bool:
    """Whether the pair may be `طبقة طبقة`, layer by layer: not after a preposition, nor where a genitive follows (`شركة شركة المياه`)."""
    form = document.forms[at]
    if not form.endswith(("ة", "ات", "اء")) or "ال" in form[:4]:
        return False
    following = next(iter(document.forms[at + 2 : at + 3]), "")
    return before not in _PREPOSITIONS and (not following.startswith("ال") or following in _WHEN)


def written(document: Document, word: Word) -> str:
    """The word as the source has it, with its harakat, which rules do not see otherwise; without tatweel."""
    start, end = document.sourcemap.span(word.start, word.end)
    return _DROPPED.sub("", document.source.text[start:end])


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether the pair stands between commas or brackets: a double name in a list of names, an exclamation."""
    return _MARK_BEFORE.search(text, max(0, start - _NEAR), start) is not None and _MARK_AFTER.match(text, end) is not None


def adjacent(document: Document, one: Word, other: Word) -> bool:
    """Whether only blanks, and what nobody sees, stand between the two."""
    return _APART.fullmatch(document.text, one.end, other.start) is not None


@lru_cache(maxsize=1)
def doubled_words() -> dict[str, frozenset[str]]:
    """The lists of the table by name."""
    return lexicon(__file__, "doubled_words", _compiled)


def _compiled(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    # Unedited copy leaves out hamzas and dots: ان ان, فى فى.
    words = {form for word in table["function_words"] for form in (word, hamza(word), f"{word[:-1]}ى" if word.endswith("ي") else word)}
    joined = {f"{particle}{word}" for word in words - set(table["never_joined"]) for particle in ("و", "ف")}
    return {
        "function_words": frozenset(words | joined),
        "meant": frozenset(map(hamza, table["adverbial"] + table["collocations"] + table["given_names"])),
        "root_waw": frozenset(table["root_waw"]),
        "before_names": frozenset(table["before_names"]),
    }
