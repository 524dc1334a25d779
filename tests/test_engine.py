"""The engine: what it does with rules that fail, overlap, hide text from each other or compare across files; suppression; fixes."""

from collections.abc import Iterable, Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import CorpusRule, Document, Edit, Finding, Pattern, PatternRule, Rule, Text, Word, WordRule
from arlint.arabic.clitics import Reading
from arlint.document import Source
from arlint.engine import examine, lint
from arlint.fix import applied, chosen, fixed
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import FileReport, SourceEdit
from arlint.rules import AnyRule
from arlint.suppress import suppressed
from arlint.testing import document

SAID = Text("رسالة {found}.", "Message {found}.")


class Bang(PatternRule):
    """Marks."""

    id, code, title, message = "bang", "TST001", SAID, SAID
    triggers = "!"
    patterns = (Pattern("!+", "."),)


class Rate(WordRule):
    """Words."""

    id, code, title, message = "rate", "TST002", SAID, SAID

    def table(self) -> Mapping[str, str]:
        return {"سيء": "سيئ"}

    def judge(self, document: Document, word: Word, reading: Reading[str]) -> Iterable[Finding]:
        yield self.found(word.start, word.end, Edit(word.start, word.end, reading.respelled(reading.entry)), found=word.text)


class Fails(Rule):
    """Fails."""

    id, code, title, message = "fails", "TST003", SAID, SAID

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.found(0, 1, found="")
        raise RuntimeError("على غير المتوقع")


class Outside(Fails):
    """Points outside."""

    id, code = "outside", "TST004"

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.found(0, len(document.text) + 1, found="")


class Hides(Rule):
    """Hides the second paragraph."""

    id, code, title, message = "hides", "TST005", SAID, SAID
    shadows = True

    def check(self, document: Document) -> Iterator[Finding]:
        if len(document.paragraphs) > 1:
            second = document.paragraphs[1]
            yield self.found(second.start, second.end, found="")


class Gives(Rule):
    """What a test says."""

    id, code, title, message = "gives", "TST009", SAID, SAID

    def __init__(self, what: object) -> None:
        super().__init__()
        self.__dict__["what"] = what

    def check(self, document: Document) -> Iterable[Finding]:
        return self.what  # type: ignore[no-any-return,attr-defined]


class Yields(Bang):
    """Gives way."""

    id, code = "yields", "TST006"
    yields_to = ("bang",)


class Unquoted(Bang):
    """Outside quotations only."""

    id, code = "unquoted", "TST007"
    quoted = False


class Majority(CorpusRule):
    """The commoner colour."""

    id, code, title, message = "majority", "TST008", SAID, SAID

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        yield from (("colour", word.form) for word in document.words if word.form in ("أحمر", "أزرق"))

    def conclude(self, values: Mapping[str, int]) -> str | None:
        return max(values, key=lambda value: values[value]) if len(values) > 1 else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        for word in document.words if "colour" in known else ():
            if word.form in ("أحمر", "أزرق") and word.form != known["colour"]:
                yield self.found(word.start, word.end, found=word.text)


def found(text: str, *rules: AnyRule) -> FileReport:
    document = parse(Source("a.txt", text))
    return suppressed([document], examine(document, rules), rules, ("<!--", "{#", "//", "#"))


def texts(report: FileReport) -> list[tuple[str, str]]:
    return [(one.rule.id, one.text) for one in report.diagnostics]


def test_a_rule_that_fails_is_reported_and_the_others_go_on() -> None:
    report = found("نعم!", Fails(), Outside(), Bang())
    assert texts(report) == [("bang", "!")]
    assert [fault.kind for fault in report.faults] == ["bug", "bug"]
    assert "fails" in report.faults[0].message.en
    assert "RuntimeError" in report.faults[0].detail
    assert "outside the text" in report.faults[1].message.en


def test_shadow_yield_and_quotations() -> None:
    assert texts(found("نعم!\nلا!", Bang(), Hides())) == [("bang", "!"), ("hides", "لا!")]
    assert texts(found("نعم!", Yields(), Bang())) == [("bang", "!")]
    assert texts(found("نعم!", Yields())) == [("yields", "!")]
    assert texts(found("قال: «نعم!» ثم خرج!", Unquoted())) == [("unquoted", "!")]


def test_levels() -> None:
    assert Bang().level == "warning"
    assert found("نعم!", Bang(level="error")).diagnostics[0].level == "error"
    assert Bang(level="error") == Bang(level="error") != Bang()
    with pytest.raises(TypeError, match="no option 'colour'"):
        Bang(colour="أحمر")
    with pytest.raises(AttributeError, match="immutable"):
        Bang().level = "error"


def test_a_fix_that_changes_quoted_words_is_unsafe() -> None:
    inside, outside = found("قال: «الأمر سيء!» وهو سيء!", Rate()).diagnostics
    assert (inside.fix and inside.fix.safe, outside.fix and outside.fix.safe) == (False, True)
    assert [one.fix and one.fix.safe for one in found("«نعم!»", Bang()).diagnostics] == [True]


def test_a_block_of_quotation_is_quoted_too() -> None:
    block = document("> الأمر سيء!\n\nوهو سيء!\n", "markdown")
    inside, outside = examine(block, (Rate(),)).diagnostics
    assert (inside.fix and inside.fix.safe, outside.fix and outside.fix.safe) == (False, True)
    assert [one.fix and one.fix.safe for one in examine(document("> نعم!\n", "markdown"), (Bang(),)).diagnostics] == [True]


def test_scope_decides_what_is_compared() -> None:
    documents = [parse(Source(f"{n}.txt", text)) for n, text in enumerate(("أحمر أحمر أزرق", "أزرق أزرق أزرق"))]
    alone = [texts(report) for report in lint(documents, [Majority()])]
    assert alone == [[("majority", "أزرق")], []]
    together = [texts(report) for report in lint(documents, [Majority(scope="project")])]
    assert together == [[("majority", "أحمر")] * 2, []]
    backwards = [texts(report) for report in lint(documents[::-1], [Majority(scope="project")])]
    assert backwards == together[::-1]


YES = "نعم، وصل الوفد إلى العاصمة مساء أمس!"
class Inconclusive(Majority):
    """Fails when it compares."""

    id, code = "inconclusive", "TST009"

    def conclude(self, values: Mapping[str, int]) -> str | None:
        raise RuntimeError("على غير المتوقع")


def test_a_rule_that_fails_when_it_compares_is_reported_and_the_others_go_on() -> None:
    documents = [parse(Source(f"{n}.txt", "نعم! أحمر")) for n in range(2)]
    reports = list(lint(documents, [Inconclusive(scope="project"), Bang()]))
    assert [texts(report) for report in reports] == [[("bang", "!")], [("bang", "!")]]
    assert [len(report.faults) for report in reports] == [1, 0]


SUPPRESSED = [
    (f"{YES} <!-- arlint: disable-line=bang -->", 0, 1),
    (f"{YES} <!-- arlint: disable-line=TST001 -- اقتباس من عنوان -->", 0, 1),
    (f"{YES} # arlint: disable-line=TST", 0, 1),
    (f"{YES} // arlint: disable-line=TST*", 0, 1),
    (f"{YES} {{# arlint: disable-line #}}", 0, 1),
    (f"{YES} <!-- arlint: disable-line=rate -->", 1, 0),
    (f"<!-- arlint: disable-next-line=bang -->\n{YES}\n{YES}", 1, 1),
    (f"<!-- arlint: disable-next-line -->\n\n{YES}", 0, 1),
    (f"{YES}\n<!-- arlint: disable=bang -->\n{YES}\n<!-- arlint: enable=bang -->\n{YES}", 2, 1),
    (f"{YES}\n<!-- arlint: disable=bang -->\n{YES}\n<!-- arlint: enable -->\n{YES}", 2, 1),
    (f"{YES}\n{YES}\n<!-- arlint: disable-file=bang,rate -->", 0, 2),
    (f"# arlint: disable\n{YES}", 0, 1),
    (f"الوسم#arlint: disable-line {YES}", 1, 0),
]


@pytest.mark.parametrize(("text", "left", "suppressed"), SUPPRESSED)
def test_suppression(text: str, left: int, suppressed: int) -> None:
    report = found(text, Bang())
    assert (len(report.diagnostics), report.suppressed) == (left, suppressed)


def test_fixes_that_touch_wait_for_each_other() -> None:
    report = found("نعم!لا!!", Bang())
    assert [one.text for one in chosen(report.diagnostics)] == ["!", "!!"]
    assert applied("نعم!لا!!", [edit for one in chosen(report.diagnostics) if one.fix for edit in one.fix.edits]) == "نعم.لا."
    both = found("نعم!", Bang(), Unquoted()).diagnostics
    assert [one.rule.id for one in chosen(both)] == ["bang"]


def test_unsafe_fixes_are_made_only_when_asked() -> None:
    def seen(text: str) -> tuple[object, ...]:
        return found(text, Rate()).diagnostics

    text = "قال: «الأمر سيء». وهو بسيء."
    assert fixed(text, seen) == "قال: «الأمر سيء». وهو بسيئ."  # type: ignore[arg-type]
    assert fixed(text, seen, unsafe=True) == "قال: «الأمر سيئ». وهو بسيئ."  # type: ignore[arg-type]


def test_edits_are_applied_in_order_of_place() -> None:
    assert applied("abcd", [SourceEdit(3, 4, "!"), SourceEdit(0, 1, ""), SourceEdit(2, 2, "-")]) == "b-c!"


RULES = tuple(rule() for rule in load().rules.values() if not rule().lacking())
NEWS = st.lists(
    st.sampled_from(
        [
            "قال الوزير", ": «", "»", '"', "إن", "أن", " ", " ", " ", "ايران", "إيران", "في في", "،", ".", ". ", "!!", "...", "\n", "\n\n",
            "(", ")", "١٢", "12", "%", "مصدر مطلع", "أمريكا", "أميركا", "و", "ال", "هذا المدينة", "لم يكون", "  ", "ـــ", "\u200f", "\r\n",
            "وأضاف ", "قتل 12 شخصا", "سيء", "ً", "كانون الثاني", "يناير", "“", "”", "'", "،،", " ،", "https://a.b", "#وسم", "😀",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(NEWS)
def test_fixing_twice_is_fixing_once(text: str) -> None:
    def seen(text: str) -> tuple[object, ...]:
        report = found(text, *RULES)
        assert not report.faults, report.faults[0].detail
        return report.diagnostics

    once = fixed(text, seen)  # type: ignore[arg-type]
    assert fixed(once, seen) == once  # type: ignore[arg-type]


@given(NEWS)
def test_findings_do_not_depend_on_the_order_of_rules(text: str) -> None:
    forwards, backwards = found(text, *RULES), found(text, *RULES[::-1])
    assert [(one.rule.id, one.start, one.end, one.fix) for one in forwards.diagnostics] == [
        (one.rule.id, one.start, one.end, one.fix) for one in backwards.diagnostics
    ]


ARGS = {"found": ""}
WHOLE = Finding(0, 1, ARGS)
NO_FINDINGS: list[tuple[object, str]] = [
    ("نص", "'ن' is no finding; a rule gives what self.found(start, end) makes"),
    ([(0, 1)], "(0, 1) is no finding"),
    ([None], "None is no finding"),
    (None, "not iterable"),
    ([WHOLE._replace(start=0.0)], "0.0 and 1 are not both whole numbers"),
    ([WHOLE._replace(end=99)], "0:99 lies outside"),
    ([WHOLE._replace(level="loud")], "'loud' is no level"),
    ([WHOLE._replace(edits=(Edit(0, 1, None),))], "text=None) is no edit"),  # type: ignore[arg-type]
    ([WHOLE._replace(edits=((0, 1),))], "(0, 1) is no edit"),
    ([WHOLE._replace(related=((0, 1),))], "(0, 1) is no related place"),
    ([WHOLE._replace(variant="none")], "none"),
]


@pytest.mark.parametrize(("what", "said"), NO_FINDINGS)
def test_what_is_no_finding_is_the_rules_fault_and_the_others_go_on(what: object, said: str) -> None:
    report = found("نعم!", Gives(what), Bang())
    assert [one.rule.id for one in report.diagnostics] == ["bang"]
    (fault,) = report.faults
    assert said in fault.message.en
    assert "gives" in fault.message.en


@pytest.mark.parametrize("table", [["نعم"], {5: 1}, None, "نعم"])
def test_a_table_that_is_none_is_the_rules_fault_and_the_others_go_on(table: object) -> None:
    class Tabled(WordRule):
        """Words."""

        id, code, title, message = "tabled", "TST010", SAID, SAID

        def table(self) -> Mapping[str, object]:
            return table  # type: ignore[return-value]

    report = found("نعم!", Tabled(), Bang())
    assert [one.rule.id for one in report.diagnostics] == ["bang"]
    assert "table() of rule tabled must give a mapping whose keys are words" in report.faults[0].message.en
