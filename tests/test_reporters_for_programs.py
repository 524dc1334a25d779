"""What reporters write for other programs: each in the units, the grammar and the escapes that its readers ask for."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from arlint import Text
from arlint.document import Source
from arlint.report import Acceptance, FileReport, Fix, RelatedPlace, SourceEdit, Style
from arlint.reporters._bytes import ByteColumns
from tests.report_schemas import SCHEMAS
from tests.reporting import ARABIC, BROKEN, ENGLISH, FACTS, REPORTERS, UNREADABLE, accepted, diagnostics, printed

FOR_PROGRAMS = [name for name in REPORTERS if name not in ("text", "concise", "grouped")]
# Harakat, an emoji, a ligature and Latin before the span: 14 code points, 15 units of UTF-16, 26 bytes of UTF-8.
HARD = "سطر\r\nكَتَب 😀 ﷲ CNN\u200f⟦ايران⟧ أمس"


def parsed(name: str, style: Style, *reports: FileReport) -> Any:
    return json.loads(printed(name, style, *reports))


def named(name: str, pattern: str) -> Callable[[FileReport], tuple[int, ...]]:
    """Reads the numbers that a pattern finds in a format of lines."""

    def read(report: FileReport) -> tuple[int, ...]:
        match = re.search(pattern, printed(name, ENGLISH, report))
        assert match
        return tuple(map(int, match.groups()))

    return read


def sarif_region(report: FileReport) -> tuple[int, ...]:
    (run,) = parsed("sarif", ENGLISH, report)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]


def reviewdog_range(report: FileReport) -> tuple[int, ...]:
    start, end = parsed("rdjson", ENGLISH, report)["diagnostics"][0]["location"]["range"].values()
    return start["line"], start["column"], end["line"], end["column"]


def sarif_fix(report: FileReport) -> tuple[int, ...]:
    (fix,) = parsed("sarif", ENGLISH, report)["runs"][0]["results"][0]["fixes"]
    return tuple(fix["artifactChanges"][0]["replacements"][0]["deletedRegion"].values())


def reviewdog_suggestion(report: FileReport) -> tuple[int, ...]:
    (suggestion,) = parsed("rdjsonl", ENGLISH, report)["suggestions"]
    return tuple(number for place in suggestion["range"].values() for number in place.values())


def gitlab_lines(report: FileReport) -> tuple[int, ...]:
    return tuple(parsed("gitlab", ENGLISH, report)[0]["location"]["lines"].values())


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (named("json", '"line": (.*?), "column": (.*?), "end_line": (.*?), "end_column": (.*?),'), (2, 15, 2, 20)),
        (named("jsonl", '"line": (.*?), "column": (.*?), "end_line": (.*?), "end_column": (.*?),'), (2, 15, 2, 20)),
        (sarif_region, (2, 15, 2, 20)),
        (named("github", "line=(.*?),endLine=(.*?),col=(.*?),endColumn=(.*?),"), (2, 2, 15, 20)),
        (named("azure", "linenumber=(.*?);columnnumber=(.*?);"), (2, 15)),
        (gitlab_lines, (2, 2)),
        (named("junit", 'name="TRY001 misspelt-name (.*?):(.*?)"'), (2, 15)),
        (named("checkstyle", 'line="(.*?)" column="(.*?)"'), (2, 15)),
        (reviewdog_range, (2, 27, 2, 37)),
        (sarif_fix, (2, 15, 2, 20)),
        (reviewdog_suggestion, (2, 27, 2, 37)),
        (named("rdjsonl", '"start": {"line": (.*?), "column": (.*?)}, "end": {"line": (.*?), "column": (.*?)}'), (2, 27, 2, 37)),
        (named("tap", '"line": (.*?), "column": (.*?), "end_line": (.*?), "end_column": (.*?),'), (2, 15, 2, 20)),
        (named("text", r":(\d+):(\d+):"), (2, 15)),
        (named("html", r">line (\d+), column (\d+)<"), (2, 15)),
        (named("csv", "خبر.txt,(.*?),(.*?),(.*?),(.*?),"), (2, 15, 2, 20)),
        (named("markdown", r"\| (\d+):(\d+) \|"), (2, 15)),
        (named("concise", r":(\d+):(\d+):"), (2, 15)),
        (named("grouped", r"(\d+):(\d+):"), (2, 15)),
    ],
)
def test_columns(read: Callable[[FileReport], tuple[int, ...]], expected: tuple[int, ...]) -> None:
    assert read(diagnostics(HARD, ("ايران", "إيران"))) == expected


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
def test_schemas(name: str) -> None:
    found = diagnostics(HARD, ("ايران", "إيران")), diagnostics("⟦أ\nب⟧ج", level="error"), diagnostics("⟦⟧", level="suggestion")
    for reports in ((), (*found, UNREADABLE, BROKEN)):
        Draft202012Validator(SCHEMAS[name]).validate(parsed(name, ARABIC, *reports))


def test_xml_is_as_its_readers_want_it() -> None:
    reports = diagnostics(HARD, ("ايران", "إيران")), diagnostics("⟦أ\nب⟧ج", level="error"), UNREADABLE, BROKEN
    junit = ElementTree.fromstring(printed("junit", ARABIC, *reports))
    for suite in junit:
        assert (suite.tag, int(suite.attrib["tests"])) == ("testsuite", len(suite.findall("testcase")))
        assert int(suite.attrib["failures"]) == len(suite.findall("*/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("*/error"))
        assert all({"name", "classname"} <= set(case.attrib) for case in suite)
    checkstyle = ElementTree.fromstring(printed("checkstyle", ARABIC, *reports))
    for error in checkstyle.iterfind("file/error"):
        assert {"line", "severity", "message", "source"} <= set(error.attrib) <= {"line", "column", "severity", "message", "source"}
        assert error.attrib["severity"] in ("error", "warning", "info", "ignore")
        assert int(error.attrib["line"]) >= 1


@pytest.mark.parametrize("name", FOR_PROGRAMS)
def test_neither_colour_nor_isolates(name: str) -> None:
    one = diagnostics(HARD, ("ايران", "إيران"))
    assert printed(name, Style("en", color=True, isolates=True), one, UNREADABLE) == printed(name, ENGLISH, one, UNREADABLE)


@pytest.mark.parametrize("name", sorted(REPORTERS))
@pytest.mark.parametrize("style", [ARABIC, ENGLISH])
def test_all_findings_and_faults_are_said(name: str, style: Style) -> None:
    out = printed(name, style, diagnostics("⟦ايران⟧ و⟦ايران⟧"), UNREADABLE, BROKEN)
    assert out.endswith("\n")
    assert out.count("ورد 3 مرات" if style is ARABIC else "it stands 3 times") == 2
    assert out.count("لا إذن" if style is ARABIC else "no permission") == 1
    assert out.count("تعطلت القاعدة." if style is ARABIC else "A rule failed.") == 1


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_reporter_says_what_it_is_for(name: str) -> None:
    about = REPORTERS[name].about
    assert re.search("[ء-ي]", about.ar)
    assert about.en.endswith(".")


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_any_path_can_be_written(name: str) -> None:
    out = printed(name, ARABIC, diagnostics("⟦أ⟧ب", path=b"\xe3\xe1/a b%:,;]#\n.txt".decode("utf-8", "surrogateescape")))
    out.encode("utf-8")
    if name.startswith(("text", "concise", "github", "azure")):
        assert len(out.splitlines()) == (4 if name == "text" else 1)


def test_github() -> None:
    facts = {**FACTS, "wrong": "50%\n::error::x"}
    one = diagnostics("⟦أ\nب⟧ ج", path="a,b:c%.txt", level="suggestion", facts=facts)
    assert printed("github", ENGLISH, one, UNREADABLE) == (
        "::notice file=a%2Cb%3Ac%25.txt,line=1,endLine=2,title=TRY001 misspelt-name"
        "::Write 'إيران', not '50%25%0A::error::x'; it stands 3 times.\n"
        "::error file=مجهول.txt,title=arlint::It cannot be read: no permission.\n"
    )


def test_azure() -> None:
    one = diagnostics("⟦أ⟧", path="a;b]%.txt", level="suggestion", facts={**FACTS, "wrong": "50%\nب"})
    assert printed("azure", ENGLISH, one, UNREADABLE) == (
        "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D%AZP25.txt;linenumber=1;columnnumber=1;code=TRY001;]"
        "misspelt-name: Write 'إيران', not '50%AZP25%0Aب'; it stands 3 times.\n"
        "##vso[task.logissue type=error;sourcepath=مجهول.txt;]It cannot be read: no permission.\n"
    )


def test_the_summary_of_a_job_on_github() -> None:
    (render,) = REPORTERS["github"].aside.values()
    said = "".join(render(iter([diagnostics("كتب <b>⟦ايران⟧</b>", path="خبر.md"), UNREADABLE]), ENGLISH))
    assert said.startswith("## arlint\n\n1 finding in 1 file: 1 warning.\n\nNot checked, for the reasons given above: 1 file.\n\n### ")
    assert said.endswith("### مجهول.txt\n\nIt cannot be read: no permission.\n\n")
    many = (diagnostics(" ".join(["⟦ايران⟧"] * 2000), path=f"{number}.txt") for number in range(6))
    said = "".join(render(many, ARABIC))
    assert len(said.encode()) < 2**20
    assert said.startswith('<div dir="rtl">\n\n## arlint\n\n12000 ملاحظة في 6 ملفات')
    assert said.endswith("؛ وكل الملاحظات في سجل المهمة.\n\n</div>\n")


def test_jsonl() -> None:
    lines = [json.loads(line) for line in printed("jsonl", ENGLISH, diagnostics("⟦أ⟧"), UNREADABLE).splitlines()]
    whole = parsed("json", ENGLISH, diagnostics("⟦أ⟧"), UNREADABLE)
    assert [line.pop("type") for line in lines] == ["finding", "error", "summary"]
    assert lines == [*whole["findings"], *whole["errors"], whole["summary"]]


def test_gitlab() -> None:
    issues = parsed("gitlab", ENGLISH, diagnostics("⟦أ⟧ ⟦ب⟧", path="./a.txt", level="error"), UNREADABLE)
    assert len({issue.pop("fingerprint") for issue in issues}) == 3
    assert issues[0] == {
        "description": "Write 'إيران', not 'ايران'; it stands 3 times.",
        "check_name": "misspelt-name",
        "severity": "major",
        "location": {"path": "a.txt", "lines": {"begin": 1, "end": 1}},
    }
    assert issues[2]["severity"] == "critical"
    assert parsed("gitlab", ENGLISH) == []


def fingerprints(name: str, report: FileReport) -> list[str]:
    said = parsed(name, ENGLISH, report)
    if name == "gitlab":
        return [issue["fingerprint"] for issue in said]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in said["runs"][0]["results"]]


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_fingerprints(name: str) -> None:
    once = fingerprints(name, diagnostics("غادر الوفد ⟦ايران⟧ أمس.\nعاد إلى ⟦ايران⟧.\nعاد إلى ⟦ايران⟧."))
    assert len(set(once)) == 3
    shifted = diagnostics("سطر جديد.\r\n\r\nغادر الوفد  ⟦ايران⟧ أمس.\r\nسطر آخر.\r\nعاد إلى ⟦ايران⟧.\r\nعاد إلى ⟦ايران⟧.")
    assert fingerprints(name, shifted) == once
    changed = diagnostics("غادر الوزير ⟦ايران⟧ أمس.\nعاد إلى ⟦ايران⟧.\nعاد إلى ⟦ايران⟧.")
    assert fingerprints(name, changed)[0] != once[0]
    assert fingerprints(name, changed)[1:] == once[1:]


def test_sarif() -> None:
    first = RelatedPlace("سابق خبر.txt", 2, 1, 3, 6, Text("أول موضع", "first here"))
    one = diagnostics("غادر ⟦ايران⟧", ("ايران", "إيران"), level="suggestion", related=(first,), safe=False)
    log = parsed("sarif", ENGLISH, one, diagnostics("⟦أ⟧", path="/tmp/b.txt"), UNREADABLE)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    result, absolute = run["results"]
    path = {"uri": "%D8%AE%D8%A8%D8%B1.txt"}
    region = {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 11}
    assert result | {"partialFingerprints": None} == {
        "ruleId": "TRY001",
        "ruleIndex": 0,
        "level": "note",
        "message": {"text": "Write 'إيران', not 'ايران'; it stands 3 times."},
        "locations": [{"physicalLocation": {"artifactLocation": path, "region": {**region, "snippet": {"text": "ايران"}}}}],
        "partialFingerprints": None,
        "suppressions": [],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "%D8%B3%D8%A7%D8%A8%D9%82%20%D8%AE%D8%A8%D8%B1.txt"},
                    "region": {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 6},
                },
                "message": {"text": "first here"},
            }
        ],
        "fixes": [
            {
                "artifactChanges": [
                    {"artifactLocation": path, "replacements": [{"deletedRegion": region, "insertedContent": {"text": "إيران"}}]}
                ],
                "properties": {"safe": False},
            }
        ],
    }
    assert absolute["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///tmp/b.txt"}
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule["defaultConfiguration"]) == ("TRY001", "misspelt-name", {"level": "warning"})
    assert rule["help"]["markdown"] == "# Misspelt name\n\nA rule to try reporters with.\n\n## Reported\n\n```text\nغادر ⟦ايران⟧.\n```"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"] == {"text": "It cannot be read: no permission."}
    assert parsed("sarif", ENGLISH)["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_sarif_says_what_was_accepted_and_why() -> None:
    report = diagnostics("غادر ⟦ايران⟧ ثم ⟦ايران⟧")
    first, second = report.diagnostics
    mixed = report._replace(diagnostics=(second,), accepted=(Acceptance(first, "comment", "اسم قديم"),))
    results = parsed("sarif", ENGLISH, mixed, accepted(report, "configuration"))["runs"][0]["results"]
    assert [one["suppressions"] for one in results] == [
        [{"kind": "inSource", "status": "accepted", "justification": "اسم قديم"}],
        [],
        [{"kind": "external", "status": "accepted"}],
        [{"kind": "external", "status": "accepted"}],
    ]
    assert [one["locations"][0]["physicalLocation"]["region"]["startColumn"] for one in results[:2]] == [6, 15]
    whole = fingerprints("sarif", report)
    assert fingerprints("sarif", mixed) == whole
    assert fingerprints("gitlab", mixed) == fingerprints("gitlab", report)[1:]


def test_sarif_makes_no_links_of_brackets() -> None:
    one = diagnostics("⟦أ⟧", facts={**FACTS, "wrong": "[نص](1)[a]"})
    assert r"'\[نص](1)[a]'" in parsed("sarif", ENGLISH, one)["runs"][0]["results"][0]["message"]["text"]


def test_sarif_paths_keep_their_bytes() -> None:
    path = b"\xe3%/a:b.txt".decode("utf-8", "surrogateescape")
    location = parsed("sarif", ENGLISH, diagnostics("⟦أ⟧", path=path))["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "%E3%25/a%3Ab.txt"


def test_reviewdog_offers_a_fix_of_several_edits_as_one() -> None:
    one = diagnostics('قال ⟦"نعم"⟧ ثم', ('"ن', "«ن"), ('م"', "م»"))
    (record,) = parsed("rdjson", ENGLISH, one)["diagnostics"]
    assert record == {
        "message": "Write 'إيران', not 'ايران'; it stands 3 times.",
        "location": {"path": "خبر.txt", "range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 16}}},
        "severity": "WARNING",
        "code": {"value": "misspelt-name"},
        "suggestions": [{"range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 16}}, "text": "«نعم»"}],
    }
    assert parsed("rdjsonl", ENGLISH, one) == {**record, "source": {"name": "arlint"}}


ANY = st.one_of(st.sampled_from("اَ😀a\n\r "), st.characters(exclude_categories=["Cs"]))
LONG = st.text(ANY, max_size=60).map(lambda text: text * 50)


@given(LONG, st.data())
def test_byte_columns(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    columns = ByteColumns(source)
    for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=5)):
        line, column = columns.place(offset)
        begin = source.line_starts[line - 1]
        assert line == source.place(offset).line
        assert text.encode()[len(text[:begin].encode()) :][: column - 1].decode() == text[begin:offset]


HOSTILE = diagnostics("⟦<أ>&\"'\x08\ufffe\n⟧ب", path="a<&\"\x01.txt", facts={**FACTS, "wrong": "<&\"\n\x1b]]>"})


def test_junit() -> None:
    root = ElementTree.fromstring(printed("junit", ENGLISH, HOSTILE, FileReport("سليم.txt", Source("سليم.txt", "")), UNREADABLE))
    suites = [(suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in root]
    assert suites == [('a<&"‹U+0001›.txt', "1", "1", "0"), ("سليم.txt", "1", "0", "0"), ("مجهول.txt", "1", "0", "1")]
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib == {"type": "warning", "message": "Write 'إيران', not '<&\"\n‹U+001B›]]>'; it stands 3 times."}
    assert failure.text == "a<&\"‹U+0001›.txt:1:1: <أ>&\"'‹U+0008›‹U+FFFE›\n"
    assert len(root.findall("testsuite")[1].findall("testcase/*")) == 0


def test_checkstyle() -> None:
    root = ElementTree.fromstring(printed("checkstyle", ENGLISH, HOSTILE, FileReport("سليم.txt", Source("سليم.txt", "")), UNREADABLE))
    assert [file.get("name") for file in root] == ['a<&"‹U+0001›.txt', "مجهول.txt"]
    error = root.find("file/error")
    assert error is not None
    assert error.attrib == {
        "line": "1", "column": "1", "severity": "warning", "source": "arlint.TRY.misspelt-name",
        "message": "Write 'إيران', not '<&\"\n‹U+001B›]]>'; it stands 3 times.",
    }  # fmt: skip


def test_tap() -> None:
    out = printed("tap", ENGLISH, FileReport("أ#.txt", Source("أ#.txt", "")), diagnostics("⟦ايران⟧ ⟦ايران⟧"), UNREADABLE)
    assert re.findall(r"^\S.*", out, re.MULTILINE) == [
        "TAP version 13", "ok 1 - أ\\#.txt", "not ok 2 - خبر.txt", "not ok 3 - مجهول.txt", "1..3",
    ]  # fmt: skip
    blocks = [yaml.safe_load(block) for block in re.findall(r"^  ---\n(.*?)^  \.\.\.$", out, re.MULTILINE | re.DOTALL)]
    whole = parsed("json", ENGLISH, diagnostics("⟦ايران⟧ ⟦ايران⟧"), UNREADABLE)
    assert blocks == [{"findings": whole["findings"]}, {"errors": whole["errors"]}]
    assert printed("tap", ENGLISH) == "TAP version 13\n1..0\n"


def test_csv() -> None:
    one = diagnostics("⟦=HYPERLINK(\"x\")،\nب⟧", ("ب", ""), facts={**FACTS, "wrong": "أ\n،"})
    rows = list(csv.reader(StringIO(printed("csv", ENGLISH, one, UNREADABLE), newline="")))
    assert rows == [
        ["path", "line", "column", "end_line", "end_column", "level", "code", "rule", "message", "text", "fixable"],
        [
            "خبر.txt", "1", "1", "2", "2", "warning", "TRY001", "misspelt-name", "Write 'إيران', not 'أ\n،'; it stands 3 times.",
            "'=HYPERLINK(\"x\")،\nب", "safe",
        ],
        ["مجهول.txt", "", "", "", "", "error", "", "file", "It cannot be read: no permission.", "", ""],
    ]  # fmt: skip


def test_markdown() -> None:
    one = diagnostics("كتب @user عن <b>⟦ايران⟧</b> | *نص*")
    assert printed("markdown", ENGLISH, one, UNREADABLE) == (
        "### خبر.txt\n"
        "\n"
        "| Place | Level | Rule | Message | Text |\n"
        "|---|---|---|---|---|\n"
        "| 1:17 | warning | TRY001 misspelt-name | Write 'إيران', not 'ايران'; it stands 3 times. "
        "| كتب @\u2060user عن \\<b\\>⟦ايران⟧\\</b\\> \\| \\*نص\\* |\n"
        "\n"
        "### مجهول.txt\n"
        "\n"
        "It cannot be read: no permission.\n"
        "\n"
        "1 finding in 1 file: 1 warning.\n"
        "\n"
        "Not checked, for the reasons given above: 1 file.\n"
        "\n"
    )
    arabic = printed("markdown", ARABIC, one)
    assert arabic.startswith('<div dir="rtl">\n\n### خبر.txt\n\n| الموضع |')
    assert arabic.endswith("ملاحظة واحدة في ملف واحد: تحذير واحد.\n\n</div>\n")


def test_grouped() -> None:
    clean = FileReport("سليم.txt", Source("سليم.txt", ""))
    assert printed("grouped", ENGLISH, diagnostics("⟦أ⟧\n⟦ب⟧"), clean, UNREADABLE) == (
        "خبر.txt:\n"
        "  1:1: warning TRY001 misspelt-name Write 'إيران', not 'ايران'; it stands 3 times.\n"
        "  2:1: warning TRY001 misspelt-name Write 'إيران', not 'ايران'; it stands 3 times.\n"
        "\n"
        "مجهول.txt: It cannot be read: no permission.\n"
        "\n"
        "2 findings in 1 of 2 files: 2 warnings.\n"
        "Not checked, for the reasons given above: 1 file.\n"
    )


def test_an_insertion_is_an_empty_region() -> None:
    one = diagnostics("غادر ⟦⟧الوزير")
    one = one._replace(diagnostics=(one.diagnostics[0]._replace(fix=Fix(True, (SourceEdit(5, 5, "أمس "),))),))
    (suggestion,) = parsed("rdjson", ENGLISH, one)["diagnostics"][0]["suggestions"]
    assert suggestion == {"range": {"start": {"line": 1, "column": 10}, "end": {"line": 1, "column": 10}}, "text": "أمس "}
    fix = parsed("sarif", ENGLISH, one)["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["deletedRegion"] == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 6}
