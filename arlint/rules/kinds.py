"""Kinds of rules, from cheapest to dearest. Choose the first that can express the rule; `Rule` itself reads the whole document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from ..arabic.clitics import NOUN_PREFIXES, Reading, StemTable
from ..arabic.noticed import Noticed, read_by, these
from ..arabic.page import ORDINARY
from ..arabic.patterns import compiled
from ..records import NamedTuple
from .finding import Edit, Finding
from .option import option
from .rule import AnyRule, Rule
from .suppression import Suppression

if TYPE_CHECKING:
    from typing import TypeGuard

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
        """The table with readings of whole tokens."""
        return StemTable(self.table(), self.prefixes)

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


class Noted(Protocol):
    """The notes of a rule on all files as they are now, for revising conclusions. They are dear to ask for."""

    def of(self, one: str, /) -> Mapping[str, int]:
        """What was noted under a key that is the key of a document."""

    def all(self) -> Iterable[tuple[str, Mapping[str, int]]]:
        """All keys and their values; a key comes once for each file in which it was noted."""


class CorpusRule(AnyRule):
    """Knows what a whole document, or all files together, do; which of the two is its option `scope`, not its code.

    `survey` notes (key, value) pairs of strings, `conclude` decides for each key from how often each value was noted, `check` makes the
    findings with its document in hand. The sums do not depend on the order of the files.

    `check` may only ask for keys that `survey` noted of the same document: findings are kept from run to run for as long as what is
    concluded of these is the same. A conclusion that says no more than it must therefore changes less often: a share, not a number.
    """

    scope: Literal["document", "project"] = option(
        "document",
        ar="مجال المقارنة: المقال وحده (document) أو ملفات المشروع كلها (project).",
        en="What is compared: each document by itself, or all files of the project.",
    )

    def survey(self, document: "Document") -> Iterable[tuple[str, str]]:
        """What the rule notes of a document, without judging."""
        raise NotImplementedError

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The conclusion for one key; None says nothing. Values come in order of first note in a document, sorted across files."""
        raise NotImplementedError

    def check(self, document: "Document", known: Mapping[str, str]) -> Iterable[Finding]:
        """The findings of a document, given the conclusions by key."""
        raise NotImplementedError

    def known(self, counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
        """The conclusions of counted notes. A rule that cannot conclude for one key without the others does so here instead."""
        return {key: said for key, values in counts.items() if (said := self.conclude(values)) is not None}

    @property
    def revisable(self) -> bool:
        """Whether `revised` can tell what a change in a few files changes: not where `known` is a rule's own and that is not."""
        own = type(self)
        return own.known is CorpusRule.known or own.revised is not CorpusRule.revised

    def concluded(self, counts: Mapping[str, Mapping[str, int]]) -> tuple[dict[str, str], Any]:
        """The conclusions, as `known`, and what `revised` needs of the notes: plain values, of marshal's types."""
        return self.known(counts), {key: dict(values) for key, values in counts.items()}

    def revised(
        self,
        memory: Any,
        known: Mapping[str, str],
        before: Mapping[str, Mapping[str, int]],
        after: Mapping[str, Mapping[str, int]],
        notes: Noted,
    ) -> dict[str, str | None]:
        """What is concluded otherwise now that the notes `before` have gone and those `after` have come: by key, None for no conclusion.

        `memory` and `known` are what was `concluded`; together they must give what would be concluded from all notes now.
        """
        return {key: self._again(memory.get(key, {}), before.get(key, {}), after.get(key, {})) for key in {*before, *after}}

    def _again(self, values: Mapping[str, int], gone: Mapping[str, int], come: Mapping[str, int]) -> str | None:
        sums = ((value, values.get(value, 0) - gone.get(value, 0) + come.get(value, 0)) for value in sorted({*values, *come}))
        left = {value: count for value, count in sums if count}
        return self.conclude(left) if left else None

    def findings(self, document: "Document") -> Iterable[Finding]:
        """The findings of the document taken by itself."""
        return self.check(document, self.known(counts(self.survey(document))))


def counts(notes: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """How often each value was noted for each key, in order of first note."""
    counted: dict[str, dict[str, int]] = {}
    for key, value in notes:
        values = counted.setdefault(key, {})
        values[value] = values.get(value, 0) + 1
    return counted


def looks_across(rule: AnyRule) -> "TypeGuard[CorpusRule]":
    """Whether a rule compares the files of a project with each other."""
    return isinstance(rule, CorpusRule) and rule.scope == "project"


class AuditRule(AnyRule):
    """Looks at suppression comments after all other rules have spoken."""

    def findings(self, document: "Document") -> Iterable[Finding]:
        """None: an audit rule has nothing to say of the text itself."""
        return ()

    def audit(self, document: "Document", suppressions: Sequence[Suppression], rules: Sequence[AnyRule]) -> Iterable[Finding]:
        """What is wrong with the document's suppressions. `rules` are those that ran; offsets are those of the source."""
        raise NotImplementedError
