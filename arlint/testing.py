"""What every rule promises, as checks for any test runner.

In a plugin's tests two lines are enough::

    @pytest.mark.parametrize("case", cases_of(MyRule), ids=str)
    def test_rule(case): case.check()

An example may hold several files, each after its name in brackets at the head of a line; they are linted together, and a rule that
compares then compares them::

    [a.txt] …
    [b.txt] … ⟦…⟧ …
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .arabic.lazy import regex
from .document import Document, Source
from .engine import examine, lint
from .fix import fixed
from .formats import Format, arlint_formats
from .formats.field import Fields
from .report import Diagnostic, FileReport, Fix, SourceEdit
from .rules import AnyRule, CorpusRule, Example
from .suppress import suppressed

OPEN, CLOSE = "⟦", "⟧"
_FILE = regex(r"^\[([\w/-]+\.\w+)\] (.*?)(?=\n\[[\w/-]+\.\w+\] |\Z)", re.DOTALL | re.MULTILINE)

_FORMATS = {fmt.name: fmt for fmt in arlint_formats()}


class Case(NamedTuple):
    """One example of one rule: the text must give exactly the marked spans, or none, and be repaired to the given text."""

    rule: type[AnyRule]
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.id}: {self.example.text[:60]}"

    def check(self) -> None:
        """Raise AssertionError, saying what is wrong, unless the rule does what the example says."""
        text, spans = unmarked(self.example.text)
        found = diagnostics(self.rule(**self.example.options), text, self.example.format)
        got = [(one.start, one.end) for one in found]
        if got != spans:
            raise AssertionError(
                f"{self.rule.id}: expected {[text[a:b] for a, b in spans]} at {spans}, got {[text[a:b] for a, b in got]} at {got}\n{text}"
            )
        for one in found:
            _check_finding(one, text)
            if self.example.level and one.level != self.example.level:
                raise AssertionError(f"{self.rule.id}: expected level {self.example.level}, got {one.level}\n{text}")
        self._check_fix(text)

    def _check_fix(self, text: str) -> None:
        rule = self.rule(**self.example.options)
        if self.example.fixed is None:
            return
        repaired = fixed(text, lambda text: diagnostics(rule, text, self.example.format), unsafe=True)
        if repaired != self.example.fixed:
            raise AssertionError(f"{self.rule.id}: expected the fixed text\n{self.example.fixed}\ngot\n{repaired}")
        left = [one for one in diagnostics(rule, repaired, self.example.format) if one.fix]
        if left:
            raise AssertionError(f"{self.rule.id}: the fix does not settle; still fixable: {left}")


def _check_finding(found: Diagnostic, text: str) -> None:
    if found.text != text[found.start : found.end]:
        raise AssertionError(f"{found.rule.id}: the finding's text {found.text!r} is not what stands at its span")
    for lang in ("ar", "en"):
        if "{" in found.sentence(lang):
            raise AssertionError(f"{found.rule.id}: a placeholder is left unfilled: {found.sentence(lang)}")


def cases_of(rule: type[AnyRule]) -> Iterator[Case]:
    """All examples of a rule class."""
    for text in rule.good:
        yield Case(rule, Example(text))
    for text, repaired in rule.bad.items():
        yield Case(rule, Example(text, repaired))
    for example in rule.cases:
        yield Case(rule, example)


def check_page(rule: type[AnyRule]) -> None:
    """Raise AssertionError unless the rule is documented in both languages and has examples of both kinds."""
    from .rules.page import page

    if not rule.good and not any(OPEN not in case.text for case in rule.cases):
        raise AssertionError(f"{rule.id}: no example in `good`")
    if not any(OPEN in text for text in (*rule.bad, *(case.text for case in rule.cases))):
        raise AssertionError(f"{rule.id}: no example in `bad`")
    for lang in ("ar", "en"):
        if not page(rule, lang):
            raise AssertionError(f"{rule.id}: the docstring has no paragraph in {lang!r}")


def diagnostics(rule: AnyRule, text: str, format_name: str = "text") -> tuple[Diagnostic, ...]:
    """What this rule alone finds in a text, or in the files that it holds. Raises AssertionError where the rule fails.

    Where the text holds several files, offsets are those of the whole text; paths, lines and columns those of each file.
    """
    held = files(text)
    if not held:
        parsed = document(text, format_name)
        return _left(parsed, examine(parsed, [rule]), rule)
    if isinstance(rule, CorpusRule):
        rule = type(rule)(**{"scope": "project", **{name: getattr(rule, name) for name, _ in rule.given}})
    parsed_files = [next(iter(_FORMATS[format_name].documents(Source(path, body)))) for path, _, body in held]
    return tuple(
        _moved(one, offset)
        for (_, offset, _), parsed, report in zip(held, parsed_files, lint(parsed_files, [rule]), strict=True)
        for one in _left(parsed, report, rule)
    )


def _left(parsed: Document, report: FileReport, rule: AnyRule) -> tuple[Diagnostic, ...]:
    report = suppressed([parsed], report, [rule], _FORMATS[parsed.format_name].comments)
    if report.faults:
        raise AssertionError(report.faults[0].detail)
    return report.diagnostics


def _moved(one: Diagnostic, by: int) -> Diagnostic:
    fix = one.fix and Fix(one.fix.safe, tuple(SourceEdit(edit.start + by, edit.end + by, edit.text) for edit in one.fix.edits))
    return one._replace(start=one.start + by, end=one.end + by, fix=fix)


def files(text: str) -> list[tuple[str, int, str]]:
    """The files that a text holds: path, offset, and what stands there up to the line break before the next. [] for any other text."""
    return [(one[1], one.start(2), one[2]) for one in _FILE.finditer(text)] if _FILE.match(text) else []


def document(text: str, format_name: str = "text") -> Document:
    """The document of a text in one of arlint's own formats; the first one where it holds several articles."""
    return articles(text, format_name)[0]


def articles(text: str, format_name: str, fields: Fields = ()) -> list[Document]:
    """The documents of a text in one of arlint's own formats: one for each article."""
    fmt = _FORMATS[format_name]
    return list(fmt.documents(Source(f"example{fmt.suffixes[0]}", text), fields))


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ and ⟧, and the spans between them, in order. Spans may be nested."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    open_at: list[int] = []
    length = 0
    for character in text:
        if character == OPEN:
            open_at.append(length)
        elif character == CLOSE:
            spans.append((open_at.pop(), length))
        else:
            parts.append(character)
            length += 1
    return "".join(parts), sorted(spans)


__all__ = ["Case", "Format", "articles", "cases_of", "check_page", "diagnostics", "document", "files", "unmarked"]
