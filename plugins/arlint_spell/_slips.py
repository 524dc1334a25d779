"""Slips of the pen: what an unknown word was probably meant to be, where a usual slip explains it."""

from collections.abc import Container, Iterator, Set
from itertools import chain, islice

from arlint.arabic.clitics import NOUN_PREFIXES, long_enough
from arlint.arabic.lazy import regex

_HAMZA = {"ا": "إأآ", "أ": "ا", "إ": "ا"}
"""First letters that are written for others. Not one hamza for another: `إيلات` is no `أيلات`."""

_FINAL = {"ى": "ي", "ي": "ى", "ه": "ة", "ا": "أ"}
"""Last letters that are written for others. Not ة for ه, which would take every rare noun for a verb with its pronoun."""

_ALIKE = ("ضظ", "طت", "صس", "ذزد", "قك", "عغ", "جحخ", "بتثن", "فق", "رز", "شس")
"""Letters that sound alike or differ by dots."""

_DROPPED = "اويلنت"
"""Letters that are most often left out or written once too often."""

_DEFINITE = regex("[وف]?(?:[بك]?ال|لل)")

_SHORTEST = 5
"""Letters of a word that is compared with the other words of its text: shorter ones have too many neighbours."""

_PART = 4
"""Letters of either half of two words that are written as one."""

_AFTER_LA = ("شك", "بد", "سيما", "زال", "زالت", "غير")
_AFTER_MA = ("بين", "تم", "زال", "زالت", "زالوا", "يزال", "تزال", "دام", "عدا", "لم", "يلي")
"""Words that are written onto لا and ما by mistake; onto لا also any verb of the present."""

_PRESENT = "يتن"
_VERB = 4  # letters


def meant(form: str, words: Container[str], text: Set[str]) -> tuple[str, ...]:
    """What the form may stand for, a word or two words; nothing where no usual slip explains it.

    A hamza or final dots out of place, or لا and ما without their blank, give any word of the dictionary, those of the same text (its
    bare forms are `text`) before others, and so does a letter doubled in a word with ال, which is seldom a name; letters swapped,
    doubled, left out or taken for another only a known word of the text; two words without a blank are believed where the second has ال
    or both stand in the text.
    """
    pair = _negated(form, words)
    if pair:
        return (pair,)
    usual = tuple(one for one in _usual(form) if one in words)
    if usual or len(form) < _SHORTEST:
        return tuple(one for one in usual if one in text) or usual
    near = (one for one in _changed(form) if one in text and one in words)
    halves = (f"{one} {two}" for one, two in _halves(form, text) if one in words and two in words)
    once = (one for one in _undoubled(form) if _DEFINITE.match(one) and one in words)
    return tuple(islice(chain(near, halves, once), 1))


def _negated(form: str, words: Container[str]) -> str:
    particle, rest = form[:2], form[2:]
    if particle == "لا":
        fits = rest in _AFTER_LA or (rest[:1] in _PRESENT and len(rest) >= _VERB and rest in words)
    else:
        fits = particle == "ما" and rest in _AFTER_MA
    return f"{particle} {rest}" if fits else ""


def _usual(form: str) -> Iterator[str]:
    for prefix in NOUN_PREFIXES:
        rest = form[len(prefix) :]
        # What begins with ال has the article, unless it is as short as `الى` and `الاف`.
        article = rest.startswith("ال") and len(rest) > _PART
        if form.startswith(prefix) and rest[:1] in _HAMZA and long_enough(prefix, rest) and not article:
            yield from (prefix + other + rest[1:] for other in _HAMZA[rest[0]])
    yield from (form[:-1] + other for other in _FINAL.get(form[-1], ""))
    if "اي" in form[1:]:
        yield form.replace("اي", "ائ")  # العرايس
    if "ات" in form:
        yield form.replace("ات", "آت")  # المنشات


def _changed(form: str) -> Iterator[str]:
    yield from (form[:at] + form[at + 1] + form[at] + form[at + 2 :] for at in range(len(form) - 1))
    yield from (form[:at] + form[at + 1 :] for at, letter in enumerate(form[:-1]) if letter in _DROPPED or form[at + 1] == letter)
    for at, letter in enumerate(form):
        group = next((group for group in _ALIKE if letter in group), "")
        yield from (form[:at] + other + form[at + 1 :] for other in group if other != letter)
    yield from (form[:at] + letter + form[at:] for at in range(1, len(form)) for letter in _DROPPED)


def _undoubled(form: str) -> Iterator[str]:
    yield from (form[:at] + form[at + 1 :] for at, letter in enumerate(form[:-1]) if form[at + 1] == letter)


def _halves(form: str, text: Set[str]) -> Iterator[tuple[str, str]]:
    for at in range(_PART, len(form) - _PART + 1):
        one, two = form[:at], form[at:]
        if two.startswith("ال") or (one in text and two in text):
            yield one, two
