"""capitalization: headings and the like in title case, sentence case, or as a pattern has it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..arabic.letters import PLACEHOLDER
from ..document import Document
from ..rules import Finding, option
from .patterns import Clock, compiled
from .rule import ExceptingRule
from .scopes import units

_SMALL = {
    "AP": frozenset("a an and as at but by en for if in nor of on or per so the to v v. vs vs. via yet up".split()),
    "Chicago": frozenset(
        "a an and as at but by en for if in nor of on or per so the to v v. vs vs. via yet up about above across after against along among "
        "around before behind below beneath beside between beyond down during except from into like near off onto out over past since "
        "through throughout toward under until upon with within without".split()
    ),
}
"""Words that stay small in titles but for the first and the last (AP: up to three letters; Chicago: prepositions too)."""

_WORD = rf"[\p{{N}}\p{{L}}*{PLACEHOLDER}]+[^\s]*"
CASES = ("$title", "$sentence", "$lower", "$upper")
_CASED: Mapping[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}

_NUMBERED = re.compile(r"\d+\.")
"""Begins an item of a list, whose first word comes after it."""


class Capitalization(ExceptingRule):
    """حروف لاتينية كبيرة أو صغيرة على غير ما ينبغي: $title أو $sentence أو $lower أو $upper أو نمط يجب أن يطابقه النص.

    Latin letters in the wrong case: $title, $sentence, $lower, $upper, or a pattern that the text must match.
    """

    patterns = ("exceptions", "prefix")
    required = ("match",)

    match: str = option("", ar="$title أو $sentence أو $lower أو $upper أو نمط.", en="$title, $sentence, $lower, $upper, or a pattern.")
    style: str = option("AP", ar="AP أو Chicago، للخيار $title.", en="AP or Chicago, for $title.")
    indicators: list[str] = option([], ar="نهايات لا يُنظر إلى ما بعدها.", en="Suffixes after which the next word does not matter.")
    threshold: float = option(0.8, ar="نصيب الكلمات الصحيحة الذي يكفي.", en="The share of right words that is enough.")
    prefix: str = option("", ar="نمط يُترك في أول النص.", en="A pattern that is left out at the beginning.")

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every text that is in the wrong case."""
        test = self._test()
        for text, start in units(document, self.where_to_look):
            body = text
            if self.prefix:
                body = compiled(f"^(?:{self.prefix})").sub("", text, count=1, timeout=1)
            if re.search(r"[^\W\d_]", body) and not test(body, clock):
                yield self.said(start, start + len(text), (text, self._expected(text, clock)))

    def _expected(self, text: str, clock: Clock) -> str:
        """The text as it should be, or the pattern that it should match."""
        if self.match == "$title":
            return titled(text, _SMALL.get(self.style, _SMALL["AP"]))
        if self.match == "$sentence":
            return self._as_sentence(text, clock)
        return _CASED[self.match](text) if self.match in _CASED else self.match

    def _test(self) -> Callable[[str, Clock], bool]:
        if self.match in _CASED:
            cased = _CASED[self.match]
            return lambda text, clock: text == cased(text) or self._excepted(text, clock)
        if self.match == "$title":
            return self._is_title
        if self.match == "$sentence":
            return self._is_sentence
        return lambda text, clock: next(clock.matches(compiled(self.match), text), None) is not None or self._excepted(text, clock)

    def _excepted(self, text: str, clock: Clock) -> bool:
        return self.excepted.excuse(text, text, 0, len(text), clock)

    def _words(self, text: str, clock: Clock) -> list[str]:
        excepted = self.excepted.pattern
        return [match.group() for match in clock.matches(compiled(f"{excepted}|{_WORD}" if excepted else _WORD), text)]

    def _is_title(self, text: str, clock: Clock) -> bool:
        words = self._words(text, clock)
        expected = self._words(self._expected(text, clock), clock)
        right = sum(
            number >= len(expected) or word == expected[number] or word == word.upper() or self._excepted(word, clock)
            for number, word in enumerate(words)
        )
        return right == len(words) or right / len(words) >= self.threshold

    def _is_sentence(self, text: str, clock: Clock) -> bool:
        words, expected = self._words(text, clock), self._words(self._expected(text, clock), clock)
        right = 0
        for number, word in enumerate(words):
            if number >= len(expected) or word == expected[number] or self._excepted(word, clock):
                right += 1
            elif number == 0 and word != _capital(word):
                return False
        return right == len(words) or right / len(words) >= self.threshold

    def _as_sentence(self, text: str, clock: Clock) -> str:
        """The words in sentence case. One that is an exception is written as that is, and one that holds one stays as it is."""
        names = {one.casefold(): one for one in reversed(self.excepted.words)}
        held = compiled("|".join(f"(?:{one})" for one in self.excepted.words)) if names else None
        either = f"\\b(?:{'|'.join(self.excepted.words)})\\b|{_WORD}" if names else _WORD
        made: list[str] = []
        before = ""
        for number, word in enumerate(match.group() for match in clock.matches(compiled(either, True), text)):
            begins = number == 0 or before.endswith(tuple(self.indicators)) or (number == 1 and _NUMBERED.search(before))
            if held is not None and next(clock.matches(held, word), None):
                made.append(names.get(word.casefold(), word))
            else:
                made.append(names.get(word.casefold()) or (_capital(word) if begins else word.lower()))
            before = word
        return " ".join(made)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def titled(text: str, small: frozenset[str]) -> str:
    """The text in title case: every word capital but the small ones, the first and the last always."""
    spans = [match.span() for match in re.finditer(r"[^\s]+", text)]
    made = list(text)
    for number, (start, end) in enumerate(spans):
        word = text[start:end]
        if number not in (0, len(spans) - 1) and word.lower().strip(",.:;") in small and not text[:start].rstrip().endswith(":"):
            made[start:end] = word.lower()
            continue
        for at in _heads(word):
            made[start + at] = word[at].upper()
    return "".join(made)


def _heads(word: str) -> Sequence[int]:
    """Where a word begins: at its first letter."""
    match = re.search(r"[^\W\d_]", word)
    return (match.start(),) if match and not any(sign.isupper() for sign in word[match.start() + 1 :]) else ()
