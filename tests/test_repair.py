"""Repairing: which fixes are made together, what must hold afterwards, what is left out, and the places that move along."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arlint import CorpusRule, Document, Edit, Finding, Pattern, PatternRule, Rule, Text
from arlint.arabic.words import forms
from arlint.discover import Found
from arlint.document import UnreadableError
from arlint.fix import Shift, applied, chosen, edits_of
from arlint.formats import arlint_formats
from arlint.mend import Look, Wanted, Work, mended
from arlint.plugins import load
from arlint.repair import Reading, Repair, Task, repaired
from arlint.report import FileReport, Fix, SourceEdit
from arlint.rules import AnyRule
from arlint.run import Input, report_on
from arlint.testing.examples import cases_of, unmarked
from arlint.window import Window, graded

SAID = Text("رسالة.", "Message.")
FORMATS = {fmt.name: fmt for fmt in arlint_formats()}
EXAMPLES = int(os.environ.get("ARLINT_EXAMPLES", "30"))
"""Texts for each property of all rules; a nightly run may ask for more."""
RULES = tuple(rule() for rule in load().rules.values() if not rule().lacking())


class Swap(PatternRule):
    """Words."""

    id, code, title, message = "swap", "TST001", SAID, SAID
    patterns = (Pattern("أبيض", "أسود"),)


class SwapBack(PatternRule):
    """Words."""

    id, code, title, message = "swap-back", "TST002", SAID, SAID
    patterns = (Pattern("أسود", "أبيض"),)


class Grows(PatternRule):
    """Marks."""

    id, code, title, message = "grows", "TST003", SAID, SAID
    patterns = (Pattern(r"!+", r"\g<0>!"),)


class Bang(PatternRule):
    """Marks."""

    id, code, title, message = "bang", "TST004", SAID, SAID
    patterns = (Pattern(r"\?", "؟"),)


class Marks(PatternRule):
    """Makes a list item of a paragraph."""

    id, code, title, message = "marks", "TST005", SAID, SAID
    patterns = (Pattern(r"-(?=ن)", "- "), Pattern("كلمة", "كلمتان"))


class Careless(PatternRule):
    """Changes quoted words, with an edit that the engine does not see as such."""

    id, code, title, message = "careless", "TST006", SAID, SAID
    patterns = (Pattern(r"قال: «نعم»", "قال: «لا»"),)


class Overlaps(Rule):
    """Has edits that overlap."""

    id, code, title, message = "overlaps", "TST007", SAID, SAID

    def check(self, document: Document) -> Iterator[Finding]:
        if "ب" in document.text:
            yield self.found(0, 3, Edit(0, 2, "ت"), Edit(1, 3, "ث"))


def task(format_name: str, rules: Iterable[AnyRule], *, unsafe: bool = False) -> Task:
    fmt, rules = FORMATS[format_name], tuple(rules)

    def parse(data: bytes) -> Reading | None:
        try:
            return Reading(data, tuple(fmt.documents(fmt.decode("a.txt", data, len(data)))))
        except UnreadableError:
            return None

    def lint(reading: Reading) -> FileReport:
        report = report_on(Found("a.txt", format_name), reading.documents, Input(FORMATS), rules, {})
        assert not report.faults, report.faults[0].detail
        return report

    return Task(fmt.write, parse, lint, unsafe)


def repair(text: str, *rules: AnyRule, form: str = "text", unsafe: bool = False, window: Window = Window()) -> Repair:  # noqa: B008
    how = task(form, rules, unsafe=unsafe)
    reading = how.parse(text.encode())
    assert reading
    return repaired(reading, window.left(how.lint(reading)), window, how)


def test_rules_that_undo_each_other_are_left_out_and_the_others_go_on() -> None:
    done = repair("بيت أبيض أم أسود?", Swap(), SwapBack(), Bang())
    assert done.reading.source.text == "بيت أبيض أم أسود؟"
    assert done.unsettled == ("swap", "swap-back")
    assert [one.diagnostic.rule.id for one in done.made] == ["bang"]
    assert [one.text for one in done.report.diagnostics] == ["أبيض", "أسود"]


def test_a_fix_that_always_finds_more_is_left_out() -> None:
    done = repair("نعم! أليس كذلك?", Grows(), Bang())
    assert done.reading.source.text == "نعم! أليس كذلك؟"
    assert done.unsettled == ("grows",)


def test_a_fix_that_would_change_the_markup_is_not_made_and_the_others_are() -> None:
    done = repair("كلمة أولى.\n\n-نص فيه كلمة?\n", Marks(), Bang(), form="markdown")
    assert done.reading.source.text == "كلمتان أولى.\n\n-نص فيه كلمتان؟\n"
    assert repair("-نص فيه كلمة?", Marks()).reading.source.text == "- نص فيه كلمتان?"


def test_a_comment_is_not_taken_out_where_paragraphs_would_run_together() -> None:
    text = "فقرة أولى.\n<!-- arlint: disable-line=TST004 -->\nفقرة ثانية.\n"
    rules = [rule for rule in RULES if rule.id == "unused-suppression"]
    done = repair(text, Bang(), *rules, form="markdown")
    assert done.reading.source.text == text
    assert [one.rule.id for one, _ in done.refused] == ["unused-suppression"]
    assert repair(text, Bang(), *rules).reading.source.text == "فقرة أولى.\nفقرة ثانية.\n"


def test_quoted_words_and_edits_that_overlap() -> None:
    text = "قال: «نعم» بل خرج?"
    assert repair(text, Careless(), Bang(), Overlaps()).reading.source.text == "قال: «نعم» بل خرج؟"
    assert repair(text, Careless(), unsafe=True).reading.source.text == "قال: «لا» بل خرج?"


def test_what_was_accepted_stays_accepted_when_the_text_moves() -> None:
    text = "سؤال?? أول? وسؤال? ثان."
    at = text.index("? ثان")
    done = repair(text, Bang(), window=Window((("bang", at, at + 1),)))
    assert done.reading.source.text == "سؤال؟؟ أول؟ وسؤال? ثان."
    assert (done.report.diagnostics, [one.by for one in done.report.accepted]) == ((), ["baseline"])
    second = repair("سطر?\nسطر?\n", Bang(), window=Window((), ((5, 10),)))
    assert second.reading.source.text == "سطر?\nسطر؟\n"
    assert second.report.diagnostics == ()


def test_the_choice_among_fixes_does_not_depend_on_their_order() -> None:
    how = task("text", (Swap(), Bang(), Marks()))
    found = lint(how, "بيت أبيض? كلمة").diagnostics
    clash = [
        found[0],
        found[1]._replace(fix=Fix(True, (SourceEdit(4, 5, "a"),))),
        found[1]._replace(fix=Fix(True, (SourceEdit(7, 9, "b"),))),
        found[1]._replace(fix=Fix(True, (SourceEdit(7, 9, "a"),))),
        found[2],
    ]
    choices = {tuple(one.fix for one in chosen(order)) for order in permutations(clash)}
    assert choices == {(found[0].fix, found[2].fix)}


def test_the_configuration_grades_fixes_but_never_those_of_quoted_words() -> None:
    def grades(text: str, wanted: str) -> list[bool | None]:
        how = task("text", (Swap(),))
        report = graded(lint(how, text), {"swap": wanted})  # type: ignore[dict-item]
        return [one.fix and one.fix.safe for one in report.diagnostics]

    assert grades("بيت أبيض وقال: «أبيض»", "promote") == [True, False]
    assert grades("بيت أبيض وقال: «أبيض»", "demote") == [False, False]
    assert grades("بيت أبيض وقال: «أبيض»", "off") == [None, None]


def lint(how: Task, text: str) -> FileReport:
    reading = how.parse(text.encode())
    assert reading
    return how.lint(reading)


EDITS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.text("xyz", max_size=3)), max_size=6)


def edits_in(text: str, drawn: Iterable[tuple[int, int, str]]) -> list[SourceEdit]:
    at, made = 0, []
    for skip, length, new in drawn:
        start = at + skip
        if start + length <= len(text):
            made.append(SourceEdit(start, start + length, new))
            at = start + length + 1
    return made


@given(st.text("abcdef", min_size=4, max_size=24), EDITS, st.data())
def test_places_move_with_the_text(text: str, drawn: list[tuple[int, int, str]], data: st.DataObject) -> None:
    edits = edits_in(text, drawn)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = applied(text, edits)
    a, b = Shift(edits).span(start, end)
    assert 0 <= a <= b <= len(after)
    inside = [edit for edit in edits if (edit.start < end and start < edit.end) or start <= edit.start == edit.end <= end]
    first, last = min([start, *(edit.start for edit in inside)]), max([end, *(edit.end for edit in inside)])
    moved = [SourceEdit(edit.start - first, edit.end - first, edit.text) for edit in inside]
    assert after[a:b] == applied(text[first:last], moved)


def test_a_fault_beside_its_repair_is_repaired_by_all_rules_together() -> None:
    examples = (case.example for rule in RULES for case in cases_of(type(rule)))
    pairs = [(unmarked(one.text)[0], one.fixed) for one in examples if one.format == "text" and not one.options and len(one.text) < 800]
    for wrong, right in pairs:
        if right is not None:
            done = repair(f"{wrong}\nثم عاد الوفد.\n{wrong}\nوقال الوزير كلمته.\n{right}", *RULES)
            assert done.unsettled == (), wrong
            assert not repair(done.reading.source.text, *RULES).made, wrong


WITHOUT_HAMZA = [
    "اختار", "واتصل", "انهار", "فاتخذت", "اتفقوا", "ادعى", "ازداد", "اتهمته", "اطلعت", "استمر", "الاقتصاد", "باتساق", "ابنتهم", "امرأتان",
]  # fmt: skip


@pytest.mark.parametrize("right", WITHOUT_HAMZA)
@pytest.mark.parametrize("often", [1, 2])
def test_a_wrong_spelling_is_not_kept_because_it_prevails(right: str, often: int) -> None:
    wrong = re.sub("ا(?=[^ل])", "إ", right, count=1)
    done = repair(f"قيل له {wrong} في البيان. " * often + f"وقيل {right} في آخر الأمر.", *RULES)
    assert done.unsettled == ()
    assert forms(done.reading.source.text).count(right) == often + 1


WERE = ("محمد مصطفى ثم قال", "ليلى تسعى إلى فرصة", "قال إن فيها خلافا")
BROKEN = [(encoding, was) for encoding in ("cp1252", "cp1256", "latin-1") for was in WERE]


@pytest.mark.parametrize(("encoding", "was"), BROKEN)
def test_what_can_be_put_back_is_not_changed_before(encoding: str, was: str) -> None:
    broken = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in was.encode())
    text = f"وقال «نعم» مرتين أمام لجنة التحقيق في العاصمة ثم ذكر  {broken} في في المدينة التي زارها الوفد .\n"
    done = repair(text, *RULES)
    assert broken in done.reading.source.text
    assert "في المدينة التي زارها الوفد." in done.reading.source.text
    assert was in repair(done.reading.source.text, *RULES, unsafe=True).reading.source.text


class Majority(CorpusRule):
    """The commoner colour."""

    id, code, title, message = "majority", "TST008", SAID, SAID

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        yield from (("colour", word.form) for word in document.words if word.form in ("أحمر", "أزرق"))

    def conclude(self, values: Mapping[str, int]) -> str | None:
        return max(values, key=lambda value: (values[value], value)) if len(values) > 1 else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        for word in document.words if "colour" in known else ():
            if word.form in ("أحمر", "أزرق") and word.form != known["colour"]:
                yield self.found(word.start, word.end, Edit(word.start, word.end, known["colour"]))


class Contrary(Majority):
    """The rarer colour: each file changes what the others count."""

    id, code = "contrary", "TST009"

    def conclude(self, values: Mapping[str, int]) -> str | None:
        return min(("أحمر", "أزرق"), key=lambda value: (values.get(value, 0), value))


def mend(texts: Mapping[str, str], *rules: AnyRule) -> dict[str, tuple[str, list[str]]]:
    source = Input(FORMATS, contents={path: text.encode() for path, text in texts.items()})
    look = Look(lambda raw: (raw, Window()), lambda raw: raw)
    work = Work([Found(path, "text") for path in texts], source, lambda path: rules, rules, look, Wanted(writes=False))
    return {
        one.report.path: (one.new.text if one.new else texts.get(one.report.path, ""), [fault.message.en for fault in one.report.faults])
        for one in mended(work)
    }


def test_rules_that_compare_files_repair_until_all_agree() -> None:
    texts = {"a.txt": "أحمر أبيض", "b.txt": "أزرق أحمر", "c.txt": "أزرق?", "d.txt": "أزرق وحده"}
    expected = {"a.txt": ("أزرق أسود", []), "b.txt": ("أزرق أزرق", []), "c.txt": ("أزرق؟", []), "d.txt": ("أزرق وحده", [])}
    for order in (list(texts), list(texts)[::-1]):
        assert mend({path: texts[path] for path in order}, Majority(scope="project"), Swap(), Bang()) == expected


def test_a_rule_that_never_lets_files_agree_is_left_out_and_named() -> None:
    done = mend({"a.txt": "أحمر?", "b.txt": "أزرق أزرق"}, Contrary(scope="project"), Bang())
    assert done["a.txt"] == ("أحمر؟", [])
    assert done["b.txt"] == ("أزرق أزرق", [])
    assert "the fixes of rule contrary do not settle" in done["*"][1][0]


PIECES = [
    "قال الوزير", ": «", "» ", '"', "إن", "أن", " ", " ", " ", "ايران", "إيران", "في في", "،", ".", ". ", "!!", "...",
    "\n", "\n\n", "(", ")", "١٢", "12", "%", "مصدر مطلع", "أمريكا", "أميركا", "و", "ال", "هذا المدينة", "لم يكون", "  ",
    "ـــ", "\u200f", "\u202b", "\r\n", "وأضاف ", "قتل 12 شخصا", "سيء", "ً", "كانون الثاني", "يناير", "“", "”", "'",
    "،،", " ،", "https://a.b", "#وسم", "😀", "ﻻ", "ﺍﻟﻌﺮﺏ", "ی", "\u00a0", "اً", "الى", "عام 2015", "?", ";", "؟!",
    "كبييير", "\u0627\u0654", "- ", "* ", "**", "[", "](x)", "<b>", "</b>", "&laquo;", "`", "# ", "> ", "|", " و ",
    "<!-- arlint: disable-line=DUP004 -->", "<!-- arlint: disable -->", "ة", "ه", "مئة", "مائة", "01/02/2020",
    "الاثنين", "بتاريخ",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=50).map("".join)
WRITTEN: Mapping[str, Callable[[str], str]] = {
    "text": str,
    "markdown": str,
    "html": lambda text: f"<p>{text}</p><p title='خبر {text.replace(chr(39), '')}'>{text}</p>",
    "webvtt": lambda text: f"WEBVTT\n\n00:00.000 --> 00:02.000\n{text}\n",
    "json": lambda text: '{"body": "' + text.replace('"', "\\\"").replace("\r", "").replace("\n", "\\n").replace("\t", "") + '"}',
}


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=EXAMPLES)
@given(text=NEWS)
def test_fixing_twice_is_fixing_once_and_nothing_else_changes(form: str, unsafe: bool, text: str) -> None:
    text = WRITTEN[form](text)
    how = task(form, RULES)
    if how.parse(text.encode()) is None:
        return
    done = repair(text, *RULES, form=form, unsafe=unsafe)
    assert done.unsettled == ()
    assert [before for before, _ in rounds(done)] + [done.reading.source.text] == [text] + [after for _, after in rounds(done)]
    again = repair(done.reading.source.text, *RULES, form=form, unsafe=unsafe)
    assert (again.reading.data, again.made) == (done.reading.data, ())
    if not unsafe and not any(one.diagnostic.rule.code.startswith(("QUO", "UNI", "PUN", "SUP")) for one in done.made):
        # Nothing was done to marks, nor to a comment that stood beside one, so that the same words are quoted.
        assert quoted(how, text) == quoted(how, done.reading.source.text)


def rounds(done: Repair) -> list[tuple[str, str]]:
    """The text before each round, and the text with nothing but the edits of its fixes."""
    sources = list(dict.fromkeys(one.source for one in done.made))
    edits = {source: edits_of(one.diagnostic for one in done.made if one.source is source) for source in sources}
    return [(source.text, applied(source.text, edits[source])) for source in sources]


def quoted(how: Task, text: str) -> str:
    """The words of others, in order. Blanks between them may be mended."""
    reading = how.parse(text.encode())
    assert reading
    # Of a quotation that no mark closes the last sign is not counted, whichever it is.
    closed = [one for one in reading.documents if not one.quotations.running]
    return "".join(form for one in closed for start, end in one.quoted_spans for form in forms(one.text[start:end]))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=EXAMPLES // 3)
@given(text=NEWS)
def test_every_rule_settles_by_itself(rule: AnyRule, text: str) -> None:
    done = repair(text, rule, unsafe=True)
    assert done.unsettled == ()
    assert not repair(done.reading.source.text, rule, unsafe=True).made
