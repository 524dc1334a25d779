"""Kinds of rules, from cheapest to dearest. Choose the first that can express the rule; `Rule` itself reads the whole document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from ..arabic.clitics import NOUN_PREFIXES, Reading, StemTable
from ..arabic.noticed import Noticed, read_by, these
from ..arabic.page import ORDINARY
from ..arabic.patterns import compiled
from ..records import NamedTuple
from .finding import Edit, Finding
from .rule import AnyRule, Rule
from .suppression import Suppression

if TYPE_CHECKING:
    from ..document import Document, Word


class WordRule(Rule):
    """Speaks of words that stand in its table, bare or with attached particles. Documents without such a word cost nothing.

    A subclass gives `table()` (stem, in bare form → anything) and `judge`.
    """

    prefixes: ClassVar[tuple[str, ...]] = NOUN_PREFIXES

    def table(self) -> Mapping[str, Any]:
        """The stems that the rule watches. Asked once."""
        raise NotImplementedError

    def judge(self, document: "Document", word: "Word", reading: Reading[Any]) -> Iterable[Finding]:
        """What is wrong with this word, read so."""
        raise NotImplementedError

    @cached_property
    def stems(self) -> "StemTable[Any]":
        """The table with readings of whole tokens. Raises TypeError where `table()` gives none."""
        table = self.table()
        if not isinstance(table, Mapping) or not {str}.issuperset(map(type, table)):
            raise TypeError(f"table() of rule {self.id} must give a mapping whose keys are words")
        return StemTable(table, self.prefixes)

    @cached_property
    def cues(self) -> "Noticed[tuple[Reading[Any], ...]]":
        """The forms that the table can read."""
        return read_by(self.stems)

    def check(self, document: "Document") -> Iterator[Finding]:
        """Judge every word of the document that the table knows."""
        for form in self.cues.among(document.vocabulary):
            for word in document.words_of(form):
                for reading in self.cues[form]:
                    yield from self.judge(document, word, reading)


class Pattern(NamedTuple):
    """A regular expression, and what to put in its place where that is always the same (`\\1` stands for a group).

    `needs` is what must be there for it to match: signs, or one whole word in its bare form. Looking for that is a hundred times cheaper
    than matching.
    """

    regex: str
    replacement: str | None = None
    needs: str = ""


_Numbered = tuple[int, Pattern]


class PatternRule(Rule):
    """Speaks of what matches its patterns. Give `triggers`, characters without which no pattern can match."""

    patterns: ClassVar[Sequence[Pattern]] = ()

    def judge(self, document: "Document", match: "re.Match[str]", pattern: Pattern) -> Iterable[Finding]:
        """What is wrong with this match; by default the whole of it, with the pattern's replacement as its fix."""
        start, end = match.span()
        edits = () if pattern.replacement is None else (Edit(start, end, match.expand(pattern.replacement)),)
        yield self.found(start, end, *edits, found=match.group())

    @cached_property
    def _needs(self) -> list[tuple[Pattern, str, bool]]:
        """Each pattern with what it needs, and whether that is a word."""
        return [(one, one.needs, one.needs.isalpha() and not one.needs.isascii()) for one in self.patterns]

    @cached_property
    def cues(self) -> Noticed[bool] | None:
        """The words that the patterns need, where each of them needs one."""
        return these(frozenset(needs for _, needs, _ in self._needs)) if all(is_word for *_, is_word in self._needs) else None

    @cached_property
    def _by_need(self) -> tuple[dict[str, list[_Numbered]], frozenset[str], dict[str, list[_Numbered]], frozenset[str]]:
        """The patterns that need a word, by the word, and these words; all others by the first sign of what they need, which is empty where
        every text has that, and these signs.
        """
        words: dict[str, list[_Numbered]] = {}
        signs: dict[str, list[_Numbered]] = {}
        for number, (pattern, needs, is_word) in enumerate(self._needs):
            if is_word:
                words.setdefault(needs, []).append((number, pattern))
            else:
                signs.setdefault("" if needs[:1] in ORDINARY else needs[:1], []).append((number, pattern))
        return words, frozenset(words), signs, frozenset(signs)

    def check(self, document: "Document") -> Iterator[Finding]:
        """Judge every match of every pattern, paragraph by paragraph."""
        text = document.text
        # Whether a sign occurs is known, and one is looked for twenty times as fast as several.
        words, known, signs, needed = self._by_need
        likely = [one for sign in needed & document.signs for one in signs[sign] if one[1].needs in text]
        likely += signs.get("", ())
        likely += [one for word in known & document.vocabulary for one in words[word]]
        for _, pattern in sorted(likely):
            search = _compiled(pattern.regex)
            for block in document.blocks:
                for match in search.finditer(text, block.start, block.end):
                    yield from self.judge(document, match, pattern)


@lru_cache(maxsize=512)
def _compiled(regex: str) -> "re.Pattern[str]":
    return compiled(f"(?m){regex}")  # a paragraph begins and ends with a line, but is searched in the whole text


class AuditRule(AnyRule):
    """Looks at suppression comments after all other rules have spoken."""

    def findings(self, document: "Document") -> Iterable[Finding]:
        """None: an audit rule has nothing to say of the text itself."""
        return ()

    def audit(self, document: "Document", suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterable[Finding]:
        """What is wrong with the document's suppressions. `rules` are those that ran; offsets are those of the source."""
        raise NotImplementedError
