"""Tolls: numbers of dead and wounded in a sentence."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from arlint.arabic.clitics import NOUN_PREFIXES, StemTable
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.lexicon import lexicon
from arlint.arabic.numerals import DIGIT
from arlint.arabic.skeletons import hamza

TOKEN = regex(f"[{DIGIT}]+(?:[.,\u066b\u066c][{DIGIT}]+)*|[{LETTER}]+")
"""A word, or a number in digits."""
_YEAR = regex("(?:19|20)[0-9][0-9]|(?:١٩|٢٠)[٠-٩][٠-٩]")
_THOUSANDS = regex(f"(?<![{DIGIT}.,\u066b\u066c])[{DIGIT}]{{1,3}}[,\u066c]?[{DIGIT}]{{3}}(?![{DIGIT}])")

_TENS = frozenset(("عشرات", "مئات", "آلاف"))
_SHARES = frozenset(("المئة", "المائة", "الألف"))
_REACH = 5
"""Words after a verb of death among which its number stands."""


def figure_in(text: str) -> str:
    """The words of a toll in a sentence, or nothing: a verb of death with a number of people after it, or a number of dead."""
    table = toll_words()
    words = TOKEN.findall(text)
    if _is_past(words) or _YEAR.search(text):
        return ""
    if table["days"].isdisjoint(words) and (_THOUSANDS.search(text) or not table["thousands"].isdisjoint(words)):
        return ""
    for number, word in enumerate(words):
        if word in table["two"]:
            return _between(text, number, number)
        if not (word[0].isdigit() or word in table["counts"]) or words[max(0, number - 1)] in table["numbering"]:
            continue
        near = range(number, min(number + 3, len(words)))
        people = next((at for at in near if _is_people(word, words[at])), _uncounted(words, number))
        dead = next((at for at in range(number + 1, min(number + 3, len(words))) if words[at] in table["nouns"]), None)
        verb = next((at for at in range(number - 1, max(-1, number - 1 - _REACH), -1) if _verbs()[words[at]]), None)
        if dead is not None:
            return _between(text, number, dead)
        if (total := _total_before(words, number)) is not None:
            return _between(text, total, number)
        if verb is not None and people is not None and (not verb or words[verb - 1] not in table["reminders"]):
            return _between(text, verb, people)
    return ""


def _is_past(words: Sequence[str]) -> bool:
    """Whether a word says that the toll is no news; `الماضي` says so unless a day stands before it (`الجمعة الماضي`)."""
    table = toll_words()
    before = zip(("", *words), words, strict=False)
    return any(word in table["background"] and not (word in table["last"] and one in table["days"]) for one, word in before)


def _is_people(count: str, word: str) -> bool:
    """Whether a word near a count names people; with the article after `عشرات` and the like: `عشرات المدنيين`."""
    people = toll_words()["people"]
    return word in people or (count in _TENS and word.removeprefix("ال") in people)


def _uncounted(words: Sequence[str], number: int) -> int | None:
    """Where the people are whom a number counts without naming them: `ثمانية من الحوثيين`, `وفاة 9 وإصابة 50`, `أصيب تسعة بجروح`."""
    table, following, before = toll_words(), words[number + 1 : number + 3], words[max(0, number - 1)]
    if len(following) == 2 and following[0] == "من" and following[1].removeprefix("ال") in table["people"]:
        return number + 2
    if following and number and _verbs()[following[0]] and _verbs()[before]:
        return number
    alone = not following or following[0] in table["behind_bare"] or (following[0] == "في" and following[-1] not in _SHARES)
    return number if alone and before in table["bare_verbs"] else None


def _total_before(words: Sequence[str], number: int) -> int | None:
    """Where the words begin by which a number is that of the dead: `عدد القتلى إلى 112`; None where it is none, or a share of them."""
    table = toll_words()
    if words[number + 1 : number + 2] == ["في"] and not _SHARES.isdisjoint(words[number + 2 : number + 3]):
        return None
    near = range(number - 1, max(0, number - _REACH), -1)
    return next((at - 1 for at in near if words[at] in table["numbered"] and words[at - 1].lstrip("وف") in table["numbers"]), None)


def _between(text: str, first: int, last: int) -> str:
    """The text from one token to another, by their numbers."""
    tokens = [match.span() for match in islice(TOKEN.finditer(text), last + 1)]
    return text[tokens[first][0] : tokens[last][1]]


@lru_cache(maxsize=1)
def _verbs() -> StemTable[bool]:
    return StemTable(dict.fromkeys(toll_words()["verbs"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def watched() -> frozenset[str]:
    """Every form without which a text has no toll."""
    words = toll_words()
    return frozenset(f"{prefix}{verb}" for verb in words["verbs"] for prefix in NOUN_PREFIXES) | words["nouns"] | words["two"]


@lru_cache(maxsize=1)
def toll_words() -> dict[str, frozenset[str]]:
    """The lists of the table by name, with and without hamzas."""
    return lexicon(__file__, "casualties", _compiled, 3)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    # Unedited copy leaves hamzas out: اصيب 5 اشخاص.
    found = {key: frozenset((*words, *map(hamza, words))) for key, words in table.items() if key != "version"}
    bare = frozenset(f"{prefix}{verb}" for verb in found["bare_verbs"] for prefix in ("", "و", "ف", "ب", "ل"))
    return {**found, "counts": found["counts"] | found["two"], "bare_verbs": bare}
