"""Terms: many patterns looked for at once. Only those whose words the document holds are searched at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property, lru_cache
from typing import Any

from ..arabic.letters import PLACEHOLDER
from ..arabic.noticed import Noticed
from ..document import Document
from ..records import NamedTuple
from .fold import folded
from .patterns import Clock, needle
from .scopes import units
from .selector import ALL, Selector
from .term_patterns import prefix_of, term_pattern
from .vocabulary import Reading, is_literal, is_word, key_of, latin, noticing, stands_alone

_COUNTS_BLANKS = re.compile(r" [+*?{]|\[[^\]\\]* ")
"""A blank of a pattern that stands for so many blanks, and not for the end of a line."""

_SPEAKS_OF_CODE = r"\*"
"""With Vale asterisks stand in a text where it has code."""


class Hit(NamedTuple):
    """A term was found: its number, the span, and the attached particle that the span begins with."""

    number: int
    start: int
    end: int
    prefix: str = ""
    groups: tuple[str, ...] = ()


class Terms:
    """Patterns that are told apart by their number. With `nonword` they may match inside words."""

    def __init__(
        self, tokens: Sequence[str], *, ignorecase: bool = False, nonword: bool = False, clitics: bool = False, fold: Sequence[str] = ()
    ) -> None:
        self.tokens = tokens
        self.ignorecase = ignorecase
        self.nonword = nonword
        self.reading = Reading(tuple(sorted(fold)), clitics and not nonword)
        self._patterns: dict[int, Any] = {}

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """The numbers of the literals by the word that each is looked for by. Those that hold no whole word stand under ''."""
        keys: dict[str, list[int]] = {}
        layers = self.reading.layers
        for number, token in enumerate(self.tokens):
            key = "" if self.nonword or not is_literal(token) else key_of(token)
            keys.setdefault(folded(key, layers) if layers and key else key, []).append(number)
        return keys

    @cached_property
    def _latin(self) -> frozenset[str]:
        """The keys that are no Arabic words."""
        return frozenset(key for key in self._by_key if key and not is_word(key))

    @cached_property
    def _noticed(self) -> Noticed[tuple[tuple[str, str], ...]]:
        """The forms that are one of the Arabic keys."""
        return noticing(frozenset(key for key in self._by_key if is_word(key)), self.reading)

    @cached_property
    def cues(self) -> Noticed[tuple[tuple[str, str], ...]] | None:
        """The forms without which nothing is found; None where that cannot be told by Arabic words alone."""
        return None if self._others or self._latin else self._noticed

    @cached_property
    def _others(self) -> list[tuple[int, str]]:
        """The patterns that no word tells of, each with a text without which it cannot match."""
        layers = self.reading.layers
        tokens = ((number, self.tokens[number]) for number in self._by_key.get("", ()))
        return [(number, "" if _SPEAKS_OF_CODE in token else needle(folded(token, layers))) for number, token in tokens]

    @cached_property
    def _words(self) -> dict[str, int]:
        """The numbers of those that are one Arabic word: where they stand is known without searching."""
        layers = self.reading.layers
        numbers: dict[str, int] = {}
        for number, token in enumerate(() if self.nonword else self.tokens):
            if is_word(token):
                numbers.setdefault(folded(token, layers), number)
        return numbers

    def _searched(self, document: Document, present: Set[str]) -> list[int]:
        """The numbers of the patterns that are worth searching for, given the words that the document holds."""
        found = [number for key in present for number in self._by_key[key] if not is_word(self.tokens[number])]
        if self._others:
            text = lowered(document, self.reading.layers)
            found += [number for number, sign in self._others if sign in text]
        return sorted(found)

    def hits(self, document: Document, scope: tuple[Selector, ...], clock: Clock) -> Iterator[Hit]:
        """What is found in the scope, in order; of two that overlap, the one that begins first, and then the lower number."""
        forms = self._noticed.among(document.vocabulary)
        if not forms and not self._others and not self._latin:
            return
        present = {stem for form in forms for _, stem in self._noticed[form]}
        if self._latin:
            present |= self._latin & latin(document)
        patterns = [(number, self._pattern(number)) for number in self._searched(document, present)]
        known = self._known(document, forms)
        if not patterns and scope == ALL and document.prose is document:
            yield from known  # words stand in the text, and none in another
            return
        if not patterns and not known:
            return
        for text, start in units(document, scope):
            seen = folded(text, self.reading.layers) if patterns else text
            found = [
                hit
                for number, pattern in patterns
                for match in clock.matches(pattern, _shown(seen, self.tokens[number]), start, self.tokens[number])
                if (self.nonword or match.end() > match.start())
                and (hit := self._hit(number, match, start))
                and not (_COUNTS_BLANKS.search(self.tokens[number]) and _wraps(document, pattern, match, start, clock))
            ]
            found += _within(known, document.text, text, start)
            last = start
            for hit in sorted(found, key=lambda one: (one.start, one.number)):
                if hit.start >= last:
                    last = max(hit.end, hit.start + 1)
                    yield hit

    def _known(self, document: Document, forms: Sequence[str]) -> list[Hit]:
        """The terms that are one word of the document, in order."""
        words, text = self._words, document.text
        # Of several readings that with the most of the word: الناتو before ناتو.
        read = {form: max(read, key=_length_of_stem) for form in forms if (read := [one for one in self._noticed[form] if one[1] in words])}
        return [
            Hit(words[read[word.form][1]], word.start, word.end, read[word.form][0])
            for word in (document.words_among(read.keys()) if read else ())
            if stands_alone(text, word.start, word.end)
        ]

    def _hit(self, number: int, match: Any, offset: int) -> Hit | None:
        groups = tuple(match.group(index) or "" for index in range(1, match.re.groups + 1))
        if not self.reading.clitics:
            return Hit(number, match.start() + offset, match.end() + offset, "", groups)
        prefix = prefix_of(match)
        return None if prefix is None else Hit(number, match.start() + offset, match.end() + offset, prefix)

    def _pattern(self, number: int) -> Any:
        if number not in self._patterns:
            token = folded(self.tokens[number], self.reading.layers)
            self._patterns[number] = term_pattern(
                token, ignorecase=self.ignorecase, nonword=self.nonword, clitics=self.reading.clitics
            )
        return self._patterns[number]


def _shown(text: str, token: str) -> str:
    """The text for a pattern: one that speaks of asterisks sees them where the text has code, as with Vale."""
    return text.replace(PLACEHOLDER, "*") if _SPEAKS_OF_CODE in token and PLACEHOLDER in text else text


def _wraps(document: Document, pattern: Any, match: Any, offset: int, clock: Clock) -> bool:
    """Whether a match takes the end of a line of the source for one of the blanks that its pattern counts."""
    start, end = match.span()
    span, source, text = document.sourcemap.span, document.source.text, match.string
    if "\n" not in source[slice(*span(offset + start, offset + end))]:
        return False
    ends = (
        "\n" if sign == " " and "\n" in source[slice(*span(offset + at, offset + at + 1))] else sign
        for at, sign in enumerate(text[start:end], start)
    )
    written = text[:start] + "".join(ends) + text[end:]
    return all(other.start() != start for other in clock.matches(pattern, written, offset))


def _length_of_stem(reading: tuple[str, str]) -> int:
    return len(reading[1])


def _within(hits: Sequence[Hit], whole: str, text: str, start: int) -> Sequence[Hit]:
    """The hits that lie in a text, which stands at this offset of the whole, and are not blanked out there."""
    end = start + len(text)
    first, last = bisect_left(hits, start, key=lambda hit: hit.start), bisect_left(hits, end, key=lambda hit: hit.start)
    return [one for one in hits[first:last] if text[one.start - start : one.end - start] == whole[one.start : one.end]]


@lru_cache(maxsize=8)
def lowered(document: Document, layers: tuple[str, ...]) -> str:
    """The text in lower case, folded."""
    return folded(document.text, layers).lower()
