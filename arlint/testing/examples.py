"""Examples of rules: texts in which ⟦ and ⟧ show what is to be reported, and what a fix makes of them."""

from collections.abc import Iterator, Sequence

from ..config.place import meant
from ..fix import fixed
from ..records import NamedTuple
from ..report import Diagnostic
from ..rules import AnyRule, Example, Text
from .broken import EXPECTED, GOT, TEXT, BrokenPromise, shown
from .linting import FORMATS, diagnostics, document
from .marking import files, marked, unmarked


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
        if self.example.format not in FORMATS:
            hint = meant(self.example.format, FORMATS)
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
