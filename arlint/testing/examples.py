"""Examples of rules: texts in which ⟦ and ⟧ show what is to be reported, and what a fix makes of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..arabic.lazy import regex
from ..config.place import meant
from ..document import Document, Source
from ..engine import examine, lint
from ..fix import fixed
from ..formats import arlint_formats
from ..formats.field import Fields
from ..records import NamedTuple
from ..report import Diagnostic, FileReport, Fix, SourceEdit
from ..rules import AnyRule, CorpusRule, Example, Text
from ..suppress import suppressed
from .broken import EXPECTED, GOT, TEXT, BrokenPromise, shown

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
        """Raise BrokenPromise, which is an AssertionError, unless the rule does what the example says."""
        rule = self.built()
        text, spans = self._unmarked()
        found = diagnostics(rule, text, self.example.format)
        # Who writes a rule without code may say only what becomes of a text.
        unplaced = self.rule.without_code and self.example.fixed is not None and not spans
        if [(one.start, one.end) for one in found] != spans and not unplaced:
            raise self._missed(text, spans, found)
        for one in found:
            check_finding(one, text)
            if self.example.level and one.level != self.example.level:
                said = Text(
                    f"المستوى {one.level} والمتوقع {self.example.level}؛ راجع level في القاعدة أو في المثال.",
                    f"the level is {one.level} and {self.example.level} is expected; look at `level`, of the rule or of the example.",
                )
                raise self._broken(said, shown(TEXT, self.example.text))
        self._check_fix(rule, text)

    def built(self) -> AnyRule:
        """The rule with the example's options. Raises BrokenPromise for an option or a format that does not exist."""
        for name in self.example.options:
            if name != "level" and name not in self.rule.options:
                hint = meant(name, self.rule.options)
                said = Text(
                    f"المثال يذكر الخيار «{name}» ولا خيار بهذا الاسم{hint.ar}",
                    f"an example names the option {name!r}, which is none{hint.en}",
                )
                raise self._broken(said, shown(TEXT, self.example.text))
        if self.example.format not in _FORMATS:
            hint = meant(self.example.format, _FORMATS)
            said = Text(
                f"المثال يذكر الصيغة «{self.example.format}» وليست صيغة{hint.ar}",
                f"an example names the format {self.example.format!r}, which is none{hint.en}",
            )
            raise self._broken(said, shown(TEXT, self.example.text))
        return self.rule(**self.example.options)

    def _unmarked(self) -> tuple[str, list[tuple[int, int]]]:
        try:
            return unmarked(self.example.text)
        except ValueError:
            said = Text("علامتا الموضع ⟦ ⟧ غير متوازنتين في المثال.", "the marks ⟦ and ⟧ of an example do not pair.")
            raise self._broken(said, shown(TEXT, self.example.text)) from None

    def _missed(self, text: str, spans: list[tuple[int, int]], found: Sequence[Diagnostic]) -> BrokenPromise:
        got = [(one.start, one.end) for one in found]
        if not got:
            why = self._why(text)
            said = Text(f"لا تجد القاعدة ما يعلّم عليه المثال.{why.ar}", f"the rule does not find what an example marks.{why.en}")
        elif not spans:
            said = Text("تُبلّغ القاعدة في مثال سليم.", "the rule speaks in an example that is right.")
        elif [(a, b) for a, b in got if (a, b) not in spans and any(a < y and x < b for x, y in spans)]:
            said = Text(
                "موضع الملاحظة غير موضع المثال؛ المدى نصف مفتوح بوحدة المحارف (start ضمنه وend بعده).",
                "a finding is not where an example has it; spans are half-open code points: `start` is in, `end` is one past.",
            )
        else:
            said = Text("الملاحظات غير ما يعلّم عليه المثال.", "the findings are not those that an example marks.")
        return self._broken(said, shown(EXPECTED, self.example.text), shown(GOT, marked(text, got)))

    def _why(self, text: str) -> Text:
        """What may keep the rule from being asked at all."""
        if self.rule.triggers and not set(self.rule.triggers) & set(text):
            return Text(" ليس في النص حرف من `triggers`.", " None of its `triggers` occurs there.")
        if not files(text) and document(text, self.example.format).foreign and not self.rule.any_language:
            return Text(
                " في النص فقرة غير عربية، ولا تُعرض هذه إلا على قاعدة فيها any_language.",
                " A paragraph there is not Arabic; only a rule with `any_language` reads it.",
            )
        return Text("", "")

    def _check_fix(self, rule: AnyRule, text: str) -> None:
        expected = self.example.fixed
        if expected is None and self.rule.bad.get(self.example.text, "") is None:
            expected = text  # `bad` says so of a text that is not repaired; of one in `cases` nothing is said
        if expected is None:
            return
        repaired = fixed(text, lambda text: diagnostics(rule, text, self.example.format), unsafe=True)
        if repaired != expected:
            said = Text("النص بعد الإصلاح غير ما في المثال.", "the repaired text is not the one that an example gives.")
            raise self._broken(said, shown(EXPECTED, expected), shown(GOT, repaired))
        check_settled(rule, repaired, self.example.format)

    def _broken(self, said: Text, *lines: str) -> BrokenPromise:
        return BrokenPromise(self.rule.id, said, *lines)


def check_settled(rule: AnyRule, repaired: str, format_name: str = "text") -> None:
    """Raise BrokenPromise where a text that was repaired can be repaired again."""
    left = [one for one in diagnostics(rule, repaired, format_name) if one.fix]
    if left:
        said = Text(
            "لا يستقر الإصلاح: ما زال في النص بعد إصلاحه ما يُصلح. لا تعرض القاعدة إصلاحا لا يغيّر شيئا، ولا تُبلّغ عما كتبته هي.",
            "the fix does not settle: the repaired text can be repaired again. A fix must change something, and the rule must not report "
            "what it has written.",
        )
        raise BrokenPromise(rule.id, said, shown(TEXT, marked(repaired, [(one.start, one.end) for one in left])))


def check_finding(found: Diagnostic, text: str) -> None:
    """Raise BrokenPromise unless the finding quotes what stands at its place, and its sentence is whole in both languages."""
    if found.text != text[found.start : found.end]:
        said = Text("نص الملاحظة غير ما في موضعها.", "a finding's text is not what stands at its place.")
        raise BrokenPromise(found.rule.id, said, shown(EXPECTED, text[found.start : found.end]), shown(GOT, found.text))
    for lang in ("ar", "en"):
        try:
            found.sentence(lang)
        except (KeyError, IndexError, ValueError) as error:
            said = Text(
                f"شاغل في الرسالة لا قيمة له: {error}؛ أعطه self.found(…, {{اسمه}}=…) أو احذفه من الرسالة.",
                f"a placeholder of the message has no value: {error}; give it to self.found(…, name=…), or take it out of the message.",
            )
            template = found.message.in_(lang)
            raise BrokenPromise(found.rule.id, said, f"  {template}", shown(TEXT, marked(text, [(found.start, found.end)]))) from None


def cases_of(rule: type[AnyRule]) -> Iterator[Case]:
    """All examples of a rule class."""
    for text in rule.good:
        yield Case(rule, Example(text))
    for text, repaired in rule.bad.items():
        yield Case(rule, Example(text, repaired))
    for example in rule.cases:
        yield Case(rule, example)


def diagnostics(rule: AnyRule, text: str, format_name: str = "text") -> tuple[Diagnostic, ...]:
    """What this rule alone finds in a text, or in the files that it holds. Raises BrokenPromise where the rule fails.

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
        said = Text("تعطلت القاعدة في هذا النص؛ والتفاصيل أدناه.", "the rule fails on this text; details below.")
        raise BrokenPromise(rule.id, said, shown(TEXT, parsed.source.text[:300]), report.faults[0].detail)
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
    return list(fmt.documents(Source(f"example{(*fmt.suffixes, '.txt')[0]}", text), fields))


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ and ⟧, and the spans between them, in order. Spans may be nested. Raises ValueError where the two do not pair."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    open_at: list[int] = []
    length = 0
    for character in text:
        if character == OPEN:
            open_at.append(length)
        elif character == CLOSE:
            if not open_at:
                raise ValueError(text)
            spans.append((open_at.pop(), length))
        else:
            parts.append(character)
            length += 1
    if open_at:
        raise ValueError(text)
    return "".join(parts), sorted(spans)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with ⟦ and ⟧ round these spans."""
    signs = sorted(sign for start, end in spans for sign in ((start, 1, OPEN), (end, 0 if end > start else 2, CLOSE)))
    for at, _, sign in reversed(signs):
        text = text[:at] + sign + text[at:]
    return text
