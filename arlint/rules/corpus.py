"""Rules that compare: what a document says in one place with what it, or other files, say elsewhere."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol

from .finding import Finding
from .option import option
from .rule import AnyRule

if TYPE_CHECKING:
    from typing import TypeGuard

    from ..document import Document


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
