"""Sources without a name: whether one is somebody who says something, and how much is told of it."""

from itertools import pairwise, takewhile

from arlint import Document, Level, Word
from arlint.arabic.speech import saying, tells

from ._source_words import institutions, matters, source_words

_BEFORE, _AFTER = 4, 12
"""Words before and after the head among which the verb of saying stands."""
_RELAYED = 9
"""Words before عن among which the verb of relaying stands: `نقلت صحيفة … عن مصادر`."""
_LEARNT = 5
"""Words before من among which somebody learns something: `علمت الصحيفة من مصادر`."""
_MATTER = 6
"""Words after the head among which what flows from it is named: `مصادر أخرى للطاقة`."""
_BESIDE, _RANK = 2, 6
"""Words before and after an official among which the verb stands."""
_HOUSE = 7
"""Words after the head among which its institution is named."""
_STATION = 4
"""Words after the head, of which one is أن where they begin with the name of a station: `مصادر سكاي نيوز عربية أن`."""
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت"))
_SEVERAL = frozenset(("عدة", "لعدة"))
_HAD = 3
"""Words after the head among which قد shows that it is not spoken of, but had spoken: `كانت مصادر محلية قد أكدت`."""
_OF, _OF_IT = frozenset("أن إن بأن لأن وأن وإن".split()), frozenset("أنه إنه أنها إنها بأنه بأنها لأنه لأنها".split())
_THAT = frozenset("أن إن بأن أنه إنه أنها إنها بأنه بأنها".split())
_SO = _THAT | frozenset("فإن فإنه فإنها فإنهم".split())
_STATEMENTS = frozenset(("بيان", "بلاغ", "البيان", "البلاغ"))
_ANSWERED = frozenset(("على", "عن", "حول", "بشأن", "صحة"))


def is_thing(qualifier: str) -> bool:
    """Whether the word after the head shows that nobody speaks: `مصدر الدخل`."""
    return qualifier in source_words()["other_senses"] or (qualifier.startswith(("ال", "لل")) and qualifier != "الأمني")


def is_station(before: list[str], after: list[str]) -> bool:
    """Whether العربية, الجزيرة and their like after the head are who reports: `أكدت مصادر العربية أن`, not `مصادر العربية كثيرة`."""
    return before[-1:] != [] and tells(before[-1]) and not _THAT.isdisjoint(after[1:_STATION])


def speaks(before: list[str], after: list[str]) -> bool:
    """Whether the head is somebody who says something, not the source of a river."""
    words = source_words()
    last = before[-1] if before else ""
    if _is_predicate(before) or _is_known(before, after):
        return False
    if last in words["ascribing"]:
        # نقلت الوكالة عن مصادر, not بحث العالم عن مصادر.
        return last != "عن" or (any(map(_relays, before[-_RELAYED:])) and before[-2] not in words["sought"])
    if last == "من" and before[-2:-1] and before[-2] in words["information"]:
        return not words["ascribing"].isdisjoint(before[-3:-2])
    if last == "من" and any(form in words["learnt"] or form[1:] in words["learnt"] for form in before[-_LEARNT:]):
        return not _THAT.isdisjoint(after[:_AFTER])
    if last in _SEVERAL and not words["ascribing"].isdisjoint(before[-2:-1]):
        return True
    if last == "إلى" and any(map(_ascribes, before[-_RELAYED:])):
        return True
    told = last in _WAS and ("قد" in after[:_HAD] or any(map(tells, after[: _HAD + 1])))
    flows = takewhile(lambda form: form not in _SO, after[:_MATTER])  # قال مصدر مطلع إن التمويل … tells of it
    if (not told and (last in words["about"] or last[1:] in words["about"])) or any(matters()[form] for form in flows):
        return False
    return any(map(_says, before[-_BEFORE:])) or any(_says(form) or form in _THAT for form in after[:_AFTER])


def _is_predicate(before: list[str]) -> bool:
    """Whether the head says of somebody or something what it is: `إن الموقع مصدر موثوق`, `إنها مصادر مختلفة`."""
    if before[-1:] and before[-1] in _OF_IT:
        return True
    return len(before) > 1 and before[-1].startswith("ال") and before[-2] in _OF


def _is_known(before: list[str], after: list[str]) -> bool:
    """Whether what the source says stands in a statement (`قال مصدر في الوزارة في بيان إن …`), or is what somebody answers (`يرد على ما
    ذكرته مصادر`).
    """
    told = list(takewhile(lambda form: form not in _SO, after[:_AFTER]))
    stated = any(one == "في" and other in _STATEMENTS for one, other in pairwise(told))
    return stated or (before[-2:-1] == ["ما"] and not _ANSWERED.isdisjoint(before[-3:-2]))


def is_rank_alone(document: Document, head: Word, before: list[str], after: list[str]) -> bool:
    """Whether an official speaks of whom only the rank is told: the verb stands beside, and what was said comes before any name
    could."""
    words, previous = source_words(), document.before(head)
    if (before and previous is None) or (before[-1:] and before[-1] in words["no_rank"]) or after[:1] == [] or after[0].startswith("ال"):
        return False
    said = next((number for number, form in enumerate(after[:_AFTER]) if form in _THAT or tells(form)), None)
    if said is None or not words["named"].isdisjoint(after[:said]):
        return False
    return any(map(tells, before[-_BESIDE:])) or (said < _RANK and tells(after[said]) and after[said][0] not in "وف")


def _says(form: str) -> bool:
    one = saying(form)
    return one is not None and not one.weak and one.manner != "naming"


def _ascribes(form: str) -> bool:
    one = saying(form)
    return one is not None and one.lemma == "نسب"


def _relays(form: str) -> bool:
    one = saying(form)
    return one is not None and one.manner != "naming" and (one.part in ("past", "present") or one.lemma == "نقل")


def level_of(qualifier: str, last: list[str], after: list[str], *, own: bool) -> Level | None:
    words = source_words()
    if qualifier in words["told"] or tells(qualifier) or (last and tells(last[0]) and (qualifier == "عن" or _is_matter(qualifier))):
        return "warning"
    if qualifier.startswith("ال") or (qualifier == "على" and not words["near"].isdisjoint(after[1:2])):
        return "suggestion"
    if qualifier.startswith("بال") and last and last[0] in words["ascribing"]:
        return "suggestion"
    # كشفت مصادر مطلعة عن طلب الوزارة: what it tells of is not where it sits.
    described = list(takewhile(lambda form: form not in _SO and form != "عن", after[:_HOUSE]))
    known = qualifier in words["empty"] or qualifier in words["weak"]
    pairs = zip(("", *described), described, strict=False)
    houses = (institutions()[form] and (known or not before or form[0] == "ب" or before in words["placed"]) for before, form in pairs)
    if own or any(houses):
        return "suggestion"
    if not qualifier or qualifier in words["empty"] or qualifier in _THAT or qualifier in ("قوله", "قولها", "قولهم", "لم"):
        return "warning"
    # مصدر هلالي مسؤول: what follows an unknown word tells that it describes the source.
    narrowed = qualifier in words["weak"] or qualifier in words["placed"] or not (words["empty"] | words["weak"]).isdisjoint(after[1:2])
    return "suggestion" if narrowed else None


def _is_matter(qualifier: str) -> bool:
    """Whether a word after the head is what the source tells of: `أفادت مصادر بسقوط …`, and not `مصدر برلماني`."""
    words = source_words()
    known = qualifier in words["placed"] or qualifier in words["empty"] or qualifier in words["weak"]
    return len(qualifier) > 4 and qualifier[0] == "ب" and not known and not institutions()[qualifier]
