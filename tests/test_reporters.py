"""What reporters print: for people, on terminals and in pipes, and for programs."""

import gc
import json
import re
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import Level, Text
from arlint.document import Source
from arlint.report import Diagnostic, FileReport, Fix, RelatedPlace, SourceEdit, Style
from arlint.reporters.bidi import FSI, PDI, isolated, visible
from tests.reporting import ARABIC, BROKEN, ENGLISH, FACTS, REPORTERS, UNREADABLE, Misspelt, Repeated, accepted, diagnostics, printed

TERMINAL = Style("ar", isolates=True)
COLOR = Style("en", color=True)


def shown(marked: str, style: Style = ARABIC, **more: Any) -> list[str]:
    """What the text format shows under the head of the one finding in the text."""
    first, *lines = printed("text", style, diagnostics(marked, **more)).split("\n\n")[0].split("\n")
    assert not first.startswith(" ")
    assert all(line.startswith("    ") for line in lines)
    return [line[4:] for line in lines]


def test_text_in_arabic() -> None:
    first = RelatedPlace("سابق.txt", 2, 1, 2, 6, Text("أول موضع في السطر 2", "first at line 2"))
    one = diagnostics("الوفد\nغادر العراق و⟦ايران⟧ أمس.\n", ("ايران", "إيران"), related=(first,))
    assert printed("text", ARABIC, one, FileReport("سليم.txt", Source("سليم.txt", "")), UNREADABLE) == (
        "خبر.txt:2:14: warning TRY001 misspelt-name الصواب «إيران» لا «ايران»؛ ورد 3 مرات.\n"
        "    غادر العراق و⟦ايران⟧ أمس.\n"
        "    سابق.txt:2:1: أول موضع في السطر 2\n"
        "    الإصلاح: ضع «وإيران» مكان «وايران»\n"
        "\n"
        "مجهول.txt: تعذرت القراءة: لا إذن بقراءته.\n"
        "\n"
        "ملاحظة واحدة في ملف واحد من أصل ملفين: تحذير واحد.\n"
        "ما له إصلاح: ملاحظة واحدة.\n"
        "تعذر فحص ملف واحد، والسبب مذكور أعلاه.\n"
    )


def test_text_in_english() -> None:
    one = diagnostics("⟦ايران⟧ و⟦ايران⟧", level="error", facts={**FACTS, "n": 2})
    two = diagnostics("⟦ايران⟧", ("ايران", "إيران"), path="b.txt", safe=False, level="suggestion")
    two = two._replace(accepted=accepted(diagnostics("⟦أ⟧ ⟦ب⟧")).accepted)
    assert printed("text", ENGLISH, one, two, BROKEN) == (
        "خبر.txt:1:1: error TRY001 misspelt-name Write 'إيران', not 'ايران'; it stands twice.\n"
        "    ⟦ايران⟧ وايران\n"
        "\n"
        "خبر.txt:1:8: error TRY001 misspelt-name Write 'إيران', not 'ايران'; it stands twice.\n"
        "    ايران و⟦ايران⟧\n"
        "\n"
        "b.txt:1:1: suggestion TRY001 misspelt-name Write 'إيران', not 'ايران'; it stands 3 times.\n"
        "    ⟦ايران⟧\n"
        "    possible fix, to be reviewed: put “إيران” in place of “ايران”\n"
        "\n"
        "ب.txt: A rule failed.\n"
        "\n"
        "3 findings in 2 of 3 files: 2 errors, 1 suggestion.\n"
        "A fix is at hand for 1 finding.\n"
        "Suppressed: 2 findings.\n"
        "Rules failed once; see above.\n"
    )


def test_text_on_a_terminal() -> None:
    one = diagnostics("غادر ⟦ايران⟧.\u200f", ("ايران", "إيران"))
    assert printed("text", TERMINAL, one).splitlines() == [
        f"{FSI}خبر.txt{PDI}:1:6: warning TRY001 misspelt-name {FSI}الصواب «{FSI}إيران{PDI}» لا «{FSI}ايران{PDI}»؛ ورد 3 مرات.{PDI}",
        f"    {FSI}غادر ⟦ايران⟧.{FSI}‹U+200F›{PDI}{PDI}",
        f"    {FSI}الإصلاح: ضع «{FSI}إيران{PDI}» مكان «{FSI}ايران{PDI}»{PDI}",
        "",
        "ملاحظة واحدة في ملف واحد: تحذير واحد.",
        "ما له إصلاح: ملاحظة واحدة.",
    ]


def test_text_in_colour() -> None:
    assert printed("text", COLOR, diagnostics("غادر ⟦ايران⟧.", path="a.txt")).splitlines() == [
        "\x1b[1ma.txt\x1b[0m:1:6: \x1b[33mwarning\x1b[0m \x1b[2mTRY001\x1b[0m misspelt-name Write 'إيران', not 'ايران'; it stands 3 times.",
        "    غادر \x1b[7mايران\x1b[0m.",
        "",
        "\x1b[33m1 finding in 1 file: 1 warning.\x1b[0m",
    ]


@pytest.mark.parametrize(
    ("reports", "arabic", "english"),
    [
        (1, "لا ملاحظات في ملف واحد.", "Nothing found in 1 file."),
        (2, "لا ملاحظات في ملفين.", "Nothing found in 2 files."),
        (3, "لا ملاحظات في 3 ملفات.", "Nothing found in 3 files."),
        (11, "لا ملاحظات في 11 ملفا.", "Nothing found in 11 files."),
    ],
)
def test_nothing_found(reports: int, arabic: str, english: str) -> None:
    clean = [FileReport("a", Source("a", "نص"))] * reports
    assert printed("text", ARABIC, *clean) == f"{arabic}\n"
    assert printed("text", ENGLISH, *clean) == f"{english}\n"
    assert printed("concise", ARABIC, *clean) == ""


def test_closing_count_in_arabic() -> None:
    def last(*levels: Level) -> str:
        return printed("text", ARABIC, *(diagnostics("⟦أ⟧", level=level) for level in levels)).splitlines()[-1]

    assert last("error", "error") == "ملاحظتان في ملفين: خطآن."
    assert last("warning", "error", "suggestion") == "3 ملاحظات في 3 ملفات: خطأ واحد وتحذير واحد واقتراح واحد."
    assert last(*["warning"] * 9, *["suggestion"] * 2) == "11 ملاحظة في 11 ملفا: 9 تحذيرات واقتراحان."  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("marked", "lines"),
    [
        ("أول\r\nثان ⟦هنا⟧\r\nثالث", ["ثان ⟦هنا⟧"]),
        ("\ufeffأول ⟦هنا⟧", ["أول ⟦هنا⟧"]),
        ("⟦\ufeff⟧أول", ["⟦‹U+FEFF›⟧أول"]),
        ("أول\tثان ⟦هنا\tو⟧", ["أول ثان ⟦هنا‹U+0009›و⟧"]),
        ("أول\u00a0ثان⟦\u00a0⟧و", ["أول\u00a0ثان⟦‹U+00A0›⟧و"]),
        ("😀 ⟦نَصّ⟧ 👩\u200d🚀 نم\u200cي", ["😀 ⟦نَصّ⟧ 👩\u200d🚀 نم‹U+200C›ي"]),
        ("آخر النص.⟦⟧", ["آخر النص.⟦⟧"]),
        ("آخر النص.\n⟦⟧", ["⟦⟧"]),
        ("⟦⟧", ["⟦⟧"]),
        ("نهاية⟦\r\n⟧", ["نهاية⟦‹U+000D›‹U+000A›⟧"]),
        ("⟦سطر كامل\n⟧آخر", ["⟦سطر كامل⟧"]),
        ("قبل ⟦أول\nثان⟧ بعد", ["قبل ⟦أول", "ثان⟧ بعد"]),
        ("قبل ⟦أول\r\n\r\nثالث⟧ بعد", ["قبل ⟦أول", "… سطر واحد …", "ثالث⟧ بعد"]),
        ("⟦أول\nثان\nثالث\nرابع⟧", ["⟦أول", "… سطران …", "رابع⟧"]),
        ("قبل⟦\nثان⟧", ["قبل⟦", "ثان⟧"]),
        ("أ\x1b[31m⟦ب⟧\u202eج\u2028د", ["أ‹U+001B›[31m⟦ب⟧‹U+202E›ج‹U+2028›د"]),
    ],
)
def test_excerpt(marked: str, lines: list[str]) -> None:
    assert shown(marked) == lines


def test_colour_marks_every_line_of_a_span_and_brackets_an_empty_one() -> None:
    assert shown("قبل ⟦أول\nثان⟧ بعد", COLOR) == ["قبل \x1b[7mأول\x1b[0m", "\x1b[7mثان\x1b[0m بعد"]
    assert shown("قبل⟦⟧ بعد", COLOR) == ["قبل⟦⟧ بعد"]


WORDS = "كلمة " * 100


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        (f"{WORDS}⟦هنا⟧ {WORDS}", f"… {'كلمة ' * 10}⟦هنا⟧{' كلمة' * 10} …"),
        (f"⟦هنا⟧ {WORDS}", f"⟦هنا⟧{' كلمة' * 21} …"),
        (f"{WORDS}⟦هنا⟧", f"… {'كلمة ' * 21}⟦هنا⟧"),
        (f"⟦{WORDS.rstrip()}⟧", f"⟦{'كلمة ' * 10}… {'كلمة ' * 5}".rstrip() + "⟧"),
        (f"⟦{WORDS}\n{WORDS.rstrip()}⟧", f"⟦{'كلمة ' * 16}…"),
        (f"{'م' * 500}⟦هنا⟧{'م' * 500}", f"…{'م' * 53}⟦هنا⟧{'م' * 54}…"),
    ],
)
def test_long_lines_are_cut_between_words(marked: str, line: str) -> None:
    assert shown(marked)[0] == line


def test_lines_fit_on_the_terminal() -> None:
    for width in (50, 80, 200):
        for marked in (f"{WORDS}⟦هنا⟧ {WORDS}", f"⟦{WORDS.rstrip()}⟧", f"{'م' * 500}⟦هنا⟧{'م' * 500}"):
            assert len(shown(marked, Style("ar", width=width))[0]) + 4 <= max(width, 50)
    assert shown(f"{WORDS}⟦هنا⟧ {WORDS}", Style("ar", width=200)) == shown(f"{WORDS}⟦هنا⟧ {WORDS}")


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    for length in range(200, 210):
        line = shown(f"{'مَّ' * length}⟦هنا⟧{'مَّ' * length}")[0]
        assert re.fullmatch("…(مَّ)+⟦هنا⟧(مَّ)+…", line)


@pytest.mark.parametrize(
    ("marked", "edits", "said"),
    [
        ("قالت ⟦الادارة⟧ نعم", [("الا", "الإ")], "ضع «الإدارة» مكان «الادارة»"),
        ("قال⟦ ⟧: نعم", [(" :", ":")], "ضع «قال:» مكان «قال :»"),
        ("قال⟦  ⟧نعم", [("  ", " ")], "ضع «قال نعم» مكان «قال  نعم»"),
        ("قال⟦\u00a0⟧نعم", [("\u00a0", " ")], "ضع «قال نعم» مكان «قال‹U+00A0›نعم»"),
        ("وصل⟦&nbsp;⟧الوفد", [("&nbsp;", " ")], "ضع «وصل الوفد» مكان «وصل&nbsp;الوفد»"),
        ("في ⟦في⟧ البيت", [("في في", "في")], "احذف «في»"),
        ("<p>وصل <b>⟦الى⟧</b></p>", [("الى", "إلى")], "ضع «إلى» مكان «الى»"),
        ('{"title": "نعم ⟦نعم⟧"}', [("نعم نعم", "نعم")], "احذف «نعم»"),
        ("ذهب في ⟦في⟧.", [(" في.", ".")], "احذف «في»"),
        ("قال⟦؟؟⟧</p>", [("؟؟", "؟")], "ضع «قال؟» مكان «قال؟؟»"),
        ("وقال ⟦مساءاً⟧.", [("ءا", "ء")], "ضع «مساءً» مكان «مساءاً»"),
        ("قال ⟦\"نعم\"⟧ ثم", [('"ن', "«ن"), ('م"', "م»")], "ضع ««نعم»» مكان «\"نعم\"»"),
        ("قال ⟦كلمة زائدة⟧ هنا", [("كلمة زائدة ", "")], "احذف «كلمة زائدة»"),
        ("⟦أول سطر\nثان⟧\nثالث", [("أول سطر\nثان\n", "")], "احذف «أول سطر ثان»"),
        ("غادر ⟦الوزير⟧ أمس", [("الوزير ", "معالي الوزير ")], "أضف «معالي»"),
    ],
)
def test_repair(marked: str, edits: list[tuple[str, str]], said: str) -> None:
    one = diagnostics(marked, *edits)
    line = printed("text", ARABIC, one).split("\n\n")[0].splitlines()[-1]
    assert line == f"    الإصلاح: {said}"


def test_an_insertion_says_what_is_added() -> None:
    one = diagnostics("غادر ⟦⟧الوزير")
    added = one.diagnostics[0]._replace(fix=Fix(False, (SourceEdit(5, 5, "أمس "),)))
    lines = printed("text", ENGLISH, one._replace(diagnostics=(added,))).splitlines()
    assert lines[2] == "    possible fix, to be reviewed: add “أمس”"


def test_a_rule_may_be_heard_only_so_often() -> None:
    text = printed("text", ARABIC, diagnostics("\n".join(["⟦ايران⟧"] * 5), rule=Repeated()))
    assert text.count("misspelt-name") == 2
    assert "    وفي 3 مواضع أخرى من هذا الملف؛ الأسطر: 3، 4، 5\n" in text
    assert text.endswith("5 ملاحظات في ملف واحد: 5 تحذيرات.\n")
    once = printed("text", ENGLISH, diagnostics("\n".join(["⟦ايران⟧"] * 3), rule=Repeated()))
    assert "    and in 1 other place of this file; line 3\n" in once
    many = printed("text", ENGLISH, diagnostics("\n".join(["⟦ايران⟧"] * 20), rule=Repeated()))
    assert "    and in 18 other places of this file; lines: 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …\n" in many
    for name in ("concise", "json"):
        assert printed(name, ARABIC, diagnostics("⟦ايران⟧ ⟦ايران⟧ ⟦ايران⟧", rule=Repeated())).count('misspelt-name') == 3


def test_concise() -> None:
    facts = {**FACTS, "wrong": "اي\nران\u202e"}
    assert printed("concise", ARABIC, diagnostics("أ\n⟦ب⟧ ⟦ج⟧", facts=facts), UNREADABLE) == (
        "خبر.txt:2:1: warning TRY001 misspelt-name الصواب «إيران» لا «اي‹U+000A›ران‹U+202E›»؛ ورد 3 مرات.\n"
        "خبر.txt:2:3: warning TRY001 misspelt-name الصواب «إيران» لا «اي‹U+000A›ران‹U+202E›»؛ ورد 3 مرات.\n"
        "مجهول.txt: تعذرت القراءة: لا إذن بقراءته.\n"
    )


def test_json() -> None:
    first = RelatedPlace("سابق.txt", 2, 1, 3, 6, Text("أول موضع", "first here"))
    one = diagnostics("\ufeffأول\r\nغادر ⟦ايران⟧", ("ايران", "إيران"), related=(first,))
    one = one._replace(accepted=accepted(diagnostics("⟦أ⟧⟦ب⟧⟦ج⟧⟦د⟧")).accepted)
    assert json.loads(printed("json", ENGLISH, one, UNREADABLE, BROKEN)) == {
        "version": 1,
        "findings": [
            {
                "path": "خبر.txt",
                "rule": "misspelt-name",
                "code": "TRY001",
                "category": "TRY",
                "level": "warning",
                "message": "Write 'إيران', not 'ايران'; it stands 3 times.",
                "line": 2,
                "column": 6,
                "end_line": 2,
                "end_column": 11,
                "start": 11,
                "end": 16,
                "text": "ايران",
                "related": [{"path": "سابق.txt", "line": 2, "column": 1, "end_line": 3, "end_column": 6, "message": "first here"}],
                "fix": {"safe": True, "edits": [{"start": 11, "end": 16, "text": "إيران"}]},
            }
        ],
        "errors": [
            {"path": "مجهول.txt", "kind": "file", "message": "It cannot be read: no permission."},
            {"path": "ب.txt", "kind": "bug", "message": "A rule failed."},
        ],
        "summary": {
            "files": 2, "findings": 1, "errors": 0, "warnings": 1, "suggestions": 0, "fixable": 1, "suppressed": 4, "faults": 2,
        },
    }  # fmt: skip


def test_json_of_nothing() -> None:
    assert json.loads(printed("json", ARABIC)) == {
        "version": 1,
        "findings": [],
        "errors": [],
        "summary": dict.fromkeys(("files", "findings", "errors", "warnings", "suggestions", "fixable", "suppressed", "faults"), 0),
    }


def test_json_knows_neither_colour_nor_isolates() -> None:
    one = diagnostics("⟦ايران⟧")
    assert printed("json", Style("ar", color=True, isolates=True), one) == printed("json", ARABIC, one)


@pytest.mark.parametrize("name", ["text", "concise", "json"])
def test_paths_of_any_bytes(name: str) -> None:
    raw = b"\xe3\xe1\xdd/\xffa\nb.txt"
    path = raw.decode("utf-8", "surrogateescape")
    out = printed(name, ARABIC, diagnostics("⟦أ⟧ب", path=path))
    out.encode("utf-8")
    if name == "json":
        assert json.loads(out)["findings"][0]["path"].encode("utf-8", "surrogateescape") == raw
    else:
        assert out.startswith("‹U+DCE3›‹U+DCE1›‹U+DCDD›/‹U+DCFF›a‹U+000A›b.txt:1:1: warning")


HAZARDS = "ابتإ ًَّـ،«»\"abc 12٣\n\r\t\u200f\u202a\u202e\u202c\u2066\u2068\u2069\u00a0😀\x1b"
MIXED = st.text(alphabet=st.one_of(st.sampled_from(HAZARDS), st.characters(exclude_categories=["Cs"])))


@st.composite
def findings(draw: st.DrawFn) -> FileReport:
    text = draw(MIXED)
    source = Source("نص/خبر.txt", text)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), max_size=4))
    facts = {"right": draw(MIXED), "wrong": draw(MIXED), "n": draw(st.integers(0, 200))}

    def found(start: int, end: int) -> Diagnostic:
        fix = draw(st.sampled_from([None, Fix(True, (SourceEdit(start, end, "بديل"),)), Fix(False, (SourceEdit(start, end, ""),))]))
        related = (RelatedPlace("آخر.txt", 1, 1, 1, 1, Text(facts["right"], facts["wrong"])),)
        return Diagnostic(
            source.path, start, end, *source.place(start), *source.place(end), Misspelt(), "error", text[start:end], Misspelt.message,
            facts, related, fix,
        )  # fmt: skip

    return FileReport(source.path, source, tuple(found(*span) for span in spans))


@given(st.lists(findings(), max_size=3))
def test_json_says_what_stands_there(reports: list[FileReport]) -> None:
    said = json.loads(printed("json", ARABIC, *reports))
    every = [(report, one) for report in reports for one in report.diagnostics]
    assert len(said["findings"]) == said["summary"]["findings"] == len(every)
    for one, (report, diagnostic) in zip(said["findings"], every, strict=True):
        assert report.source is not None
        assert one["text"] == report.source.text[one["start"] : one["end"]]
        assert one["message"] == diagnostic.sentence("ar")
        assert (one["line"], one["column"]) == report.source.place(one["start"])
        assert (one["end_line"], one["end_column"]) == report.source.place(one["end"])


@given(findings(), st.sampled_from(["text", "concise"]), st.sampled_from(["ar", "en"]))
def test_isolates_are_balanced_in_every_line(report: FileReport, name: str, lang: str) -> None:
    for line in printed(name, Style(lang, isolates=True), report).split("\n"):
        depth = 0
        for sign in line:
            depth += (sign == FSI) - (sign == PDI)
            assert depth >= 0
        assert depth == 0
        assert visible(line.replace(FSI, "").replace(PDI, "")) == line.replace(FSI, "").replace(PDI, "")


@given(findings())
def test_piped_nothing_is_invisible(report: FileReport) -> None:
    for name in ("text", "concise"):
        for line in printed(name, ENGLISH, report).split("\n"):
            assert visible(line) == line
    assert printed("concise", ENGLISH, report).count("\n") == len(report.diagnostics)


@pytest.mark.parametrize("name", ["text", "concise", "json"])
def test_reporters_stream_and_keep_no_source(name: str) -> None:
    sources: list[weakref.ref[Source]] = []
    given_out = 0

    def reports() -> Iterator[FileReport]:
        nonlocal given_out
        for number in range(5):
            report = diagnostics("⟦أ⟧ب", ("أ", "ا"), path=f"{number}.txt")
            assert report.source is not None
            sources.append(weakref.ref(report.source))
            given_out += 1
            yield report
            del report
            gc.collect()
            assert sum(ref() is not None for ref in sources) <= 1

    pieces = REPORTERS[name].render(reports(), ARABIC)
    while '0.txt' not in next(pieces):
        pass
    assert given_out == 1
    assert sum("txt:1:1" in piece or '"line": 1' in piece for piece in pieces) == 4


def test_visible() -> None:
    assert visible("ا\u200fب\u0600\u06dd\u00a0") == "ا‹U+200F›ب\u0600\u06dd\u00a0"
    assert visible("\u00a0", blanks=True) == "‹U+00A0›"
    assert visible("\u200f", isolates=True) == isolated("‹U+200F›")


def test_escaped_letters_are_shown_as_letters() -> None:
    def escapes(text: str) -> str:
        return re.sub("[ء-ي]", lambda match: f"\\u{ord(match.group()):04x}", text)

    one = diagnostics('{"title": "' + escapes("قال ⟦الى⟧ هنا") + '", "path": "C:\\\\u0627"}', (escapes("الى"), escapes("إلى")))
    assert printed("text", ARABIC, one).splitlines()[1:3] == [
        '    {"title": "قال ⟦الى⟧ هنا", "path": "C:\\\\u0627"}',
        "    الإصلاح: ضع «إلى» مكان «الى»",
    ]
    assert json.loads(printed("json", ARABIC, one))["findings"][0]["text"] == escapes("الى")


def test_a_file_that_was_read_and_not_written_is_not_called_unchecked() -> None:
    fault = UNREADABLE.faults[0]
    said = printed("text", ENGLISH, diagnostics("غادر ⟦ايران⟧.")._replace(faults=(fault,)), UNREADABLE)
    assert said.endswith(
        "Not checked, for the reasons given above: 1 file.\nNot read or written to the end, for the reasons given above: 1 file.\n"
    )
