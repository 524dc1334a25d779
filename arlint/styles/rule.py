"""The base of all rules without code: options that every kind has, and what a finding says."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal

from ..arabic.clitics import carried
from ..arabic.letters import PLACEHOLDER
from ..arabic.noticed import Noticed
from ..document import Document
from ..rules import AnyRule, Edit, Finding, Rule, Text, option
from .actions import replacement
from .exceptions import Exceptions
from .fold import Layer
from .messages import arguments
from .patterns import Clock, problem
from .selector import Selector, reads_source, selectors
from .terms import Hit, Terms


class Written(AnyRule):
    """What every rule has that was written in a style file."""

    any_language = True
    without_code = True

    spec: ClassVar[Any] = None
    where: ClassVar[str] = ""
    """File, line and column of the rule."""
    root: ClassVar[str] = ""
    """The folder of all styles, to which files that the rule names are relative."""
    link: ClassVar[str] = ""
    accepted: ClassVar[tuple[str, ...]] = ()
    """Words that the whole project accepts."""
    patterns: ClassVar[tuple[str, ...]] = ()
    """The options that hold patterns, to be tried when the file is read."""
    required: ClassVar[tuple[str, ...]] = ()
    """The options of which one must be given."""

    def __repr__(self) -> str:
        return f"{super().__repr__()}@{self.made_of}"

    def __reduce__(self) -> tuple[Any, ...]:
        from .build import rebuilt

        return rebuilt, (self.spec, self.accepted, {name: self.__dict__[name] for name, _ in self.given})


class StyleRule(Written, Rule):
    """A rule that reads one document."""

    scope: str | list[str] = option(
        "text",
        ar="مواضع البحث: heading وparagraph وsentence وheadline وغيرها، ومعها ~ و&.",
        en="Where to look: heading, paragraph, sentence, headline and others, with ~ and &.",
    )
    limit: int = option(0, ar="أكثر الملاحظات في الملف الواحد؛ 0 بلا حد.", en="The most findings in one file; 0 for no limit.")
    action: dict[str, Any] = option(
        {}, ar="ما يُفعل بما يوجد: {name: replace, params: […]}.", en="What to do with what is found: {name: replace, params: […]}."
    )
    fix: Literal["unsafe", "safe", "none"] = option(
        "unsafe", ar="هل يُصلَح بلا سؤال: safe أو unsafe أو none.", en="Whether the fix may be made without asking: safe, unsafe or none."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.__dict__["reads_source"] = reads_source(self.scope)

    def lacking(self) -> Text | None:
        """A pattern of the configuration that is none; those of the style file were tried when it was read."""
        for name in (name for name, _ in self.given if name in self.patterns):
            value = getattr(self, name)
            for pattern in [value] if isinstance(value, str) else list(value):
                wrong = problem(pattern)
                if wrong:
                    return Text(
                        f"الخيار «{name}» في القاعدة «{self.id}»: نمط غير سليم «{pattern}»: {wrong}.",
                        f"option {name!r} of rule {self.id!r}: not a valid pattern: {pattern!r}: {wrong}.",
                    )
        return None

    def look(self, document: Document, clock: Clock) -> Iterable[Finding]:
        """All findings, in any order."""
        raise NotImplementedError

    def check(self, document: Document) -> Iterator[Finding]:
        """The findings, as many as the limit allows; then what could not be searched is told."""
        clock = Clock()
        # Of a scope that names a place twice, as [paragraph, sentence], each finding is told once.
        found = list({(one.start, one.end, *one.args.values()): one for one in self.look(document, clock)}.values())
        if self.limit:
            found = sorted(found, key=lambda one: one.start)[: self.limit]
        yield from found
        if clock.slow:
            raise clock.told(self.id, self.where, document.line)

    @cached_property
    def where_to_look(self) -> tuple[Selector, ...]:
        """The scope, read."""
        return selectors(self.scope)

    def said(self, start: int, end: int, subjects: Sequence[str], edits: Sequence[Edit] = ()) -> Finding:
        """A finding whose message speaks of these subjects."""
        given = edits if self.fix != "none" else ()
        shown = [one.replace(PLACEHOLDER, "*") for one in subjects]
        return Finding(start, end, arguments(shown), tuple(given), self.fix == "safe")

    def edits(self, hit: Hit, matched: str, expected: Sequence[str] = ()) -> list[Edit]:
        """What the rule's action makes of a hit. An attached particle stays."""
        if not self.action and not expected:
            return []
        body = matched[len(hit.prefix) :] if not hit.prefix.endswith("ل") or matched.startswith(hit.prefix) else matched
        new = replacement(self.action, body, expected)
        if new is None:
            return []
        text = carried(hit.prefix, new) if hit.prefix else new
        return [Edit(hit.start, hit.end, text)] if text != matched else []


class Matching(AnyRule):
    """How words are matched."""

    ignorecase: bool = option(False, ar="بلا فرق بين الحروف اللاتينية الكبيرة والصغيرة.", en="Upper and lower case are the same.")
    nonword: bool = option(False, ar="تُطابق داخل الكلمات أيضا.", en="Also match inside words.")
    clitics: bool = option(
        False, ar="تُطابق ومعها و ف ب ل ك س ال، وتبقى في البديل.", en="Also match with و ف ب ل ك س ال attached; a replacement keeps them."
    )
    fold: list[Layer] = option(
        [], ar="فروق كتابة لا يُنظر إليها: marks وhamza وya وta.", en="Differences to look through: marks, hamza, ya, ta."
    )

    def terms(self, tokens: Sequence[str]) -> Terms:
        """These words or patterns, matched so."""
        return Terms(tokens, ignorecase=self.ignorecase, nonword=self.nonword, clitics=self.clitics, fold=self.fold)


class Cued(Matching):
    """A rule whose words tell of which texts it need be asked."""

    @cached_property
    def _terms(self) -> Terms:
        raise NotImplementedError

    @property
    def cues(self) -> "Noticed[Any] | None":
        """The words of the terms, where the prose tells whether they occur."""
        return None if self.reads_source else self._terms.cues


class ExceptingRule(StyleRule):
    """A rule from which words may be excepted, those that the project accepts among them."""

    exceptions: list[str] = option([], ar="ما يُستثنى.", en="What is excepted.")
    vocab: bool = option(True, ar="تُستثنى المفردات المقبولة (accept) أيضا.", en="Words that the project accepts are excepted too.")

    @cached_property
    def excepted(self) -> Exceptions:
        """All that is excepted."""
        # Accepted words are words: a pattern that matches within or across words is not excused for holding one.
        words = self.accepted if self.vocab and not getattr(self, "nonword", False) else ()
        return Exceptions((*self.exceptions, *words), clitics=bool(getattr(self, "clitics", False)))

    def excused(self, document: Document, start: int, end: int, clock: Clock) -> bool:
        """Whether a span is excepted."""
        excepted = self.excepted
        if not excepted.pattern:
            return False
        paragraph = document.paragraph_at(start)
        first, text = (paragraph.start, paragraph.text) if paragraph else (0, document.text)
        return excepted.excuse(document.text[start:end].strip(), text, start - first, end - first, clock)
