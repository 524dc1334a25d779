"""What is imported from Vale, prh and spreadsheets, and house lists with their tests."""

from pathlib import Path

import pytest

from arlint.cli import main
from arlint.config import ConfigError, Settings, read, settings
from arlint.document import Source
from arlint.engine import examine
from arlint.formats import arlint_formats
from arlint.plugins import load

FORMATS = {suffix: fmt.parse for fmt in arlint_formats() for suffix in fmt.suffixes}

VALE = {
    ".vale.ini": """\
StylesPath = styles
MinAlertLevel = warning
Vocab = Base
SkippedScopes = script, blockquote, aside
IgnoredScopes = code, link
IgnoredClasses = quiet

[formats]
page = md
txt = txt

[*.{md,txt}]
BasedOnStyles = Own, Vale
Own.Loud = NO
Own.Quiet = error
TokenIgnores = x{2\\,}, (\\[\\[[^\\]]*\\]\\])
Transform = a.xsl

[blog/*.md]
Own.Loud = suggestion
Other.Rule = YES
""",
    "styles/Own/Loud.yml": "extends: existence\nmessage: \"no '%s'\"\ntokens: [loud]\n",
    "styles/Own/Quiet.yml": "extends: existence\nmessage: \"no '%s'\"\nlevel: suggestion\ntokens: [quiet]\n",
    "styles/Own/Faint.yml": "extends: existence\nmessage: \"no '%s'\"\nlevel: suggestion\ntokens: [faint]\n",
    "styles/Own/Script.yml": "extends: script\nmessage: x\nscript: |\n  matches := []\n",
    "styles/Other/Rule.yml": "extends: existence\nmessage: \"no '%s'\"\ntokens: [other]\n",
    "styles/config/vocabularies/Base/accept.txt": "GitHub\n",
    "styles/config/vocabularies/Base/reject.txt": "boring\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def force() -> Settings:
    asked = read()
    return settings(asked, load(asked.wanted))


def found(text: str, name: str) -> list[tuple[str, str, str]]:
    rules = [rule for rule in force().rules_for(str(Path.cwd() / name)) if rule.without_code]
    return [(one.rule.id, one.level, one.text) for one in examine(FORMATS[Path(name).suffix](Source(name, text)), rules).diagnostics]


def test_a_configuration_of_vale(capsys: pytest.CaptureFixture[str]) -> None:
    write(VALE)
    assert main(["import", "vale", ".", "-o", ".arlint.yml", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "Wrote .arlint.yml." in said.out
    assert ".vale.ini:17: Transform has no counterpart here" in said.err
    assert "scope 'aside' has no counterpart here" in said.err
    assert "Own.Script" in said.err
    assert "is a script in Tengo" in said.err
    text = "loud quiet faint other boring github it it"
    common = [("Own.Quiet", "error", "quiet"), ("Vale.Avoid", "error", "boring"), ("Vale.Terms", "error", "github")]
    assert found(text, "a.md") == [*common, ("Vale.Repetition", "error", "it it")]
    assert [rule for rule, _, _ in found(text, "blog/a.md")] == ["Own.Quiet", "Other.Rule", "Vale.Avoid", "Vale.Terms", "Vale.Repetition"]
    assert found(text, "a.html") == []
    assert (force().format_of("x/a.page"), force().format_of("a.txt")) == ("markdown", None)
    assert found("> quiet\n\n[quiet](x) <i class=quiet>quiet</i> quiet", "a.md") == [("Own.Quiet", "error", "quiet")]
    Path("a.md").write_text("quiet [[quiet]] xxquiet xx\n", encoding="utf-8")
    main(["check", "a.md", "--format", "concise", "--lang", "en"])
    assert [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines() if "Own.Quiet" in line] == ["a.md:1:1:"]


def test_only_what_vale_uses_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    rule = "extends: existence\nmessage: \"no '%s'\"\ntokens: [{}]\n"
    files = {
        ".vale.ini": "StylesPath = styles\nMinAlertLevel = error\n[*.md]\nBasedOnStyles = rules\nrules = suggestion\nrules.A = error\n"
        "Other.C = error\nOther.Gone = YES\n[*.md if .Meta.draft]\nBasedOnStyles =\nBlockIgnores = (aa)\n",
        "styles/rules/A.yml": rule.format("aa"),
        "styles/rules/B.yml": rule.format("bb"),
        "styles/Other/C.yml": rule.format("cc"),
        "styles/Other/Broken.yml": "extends: nothing\n",
        "styles/Unused/D.yml": "scope: [\n",
        "a.md": "نص.\n",
    }
    write(files)
    assert main(["import", "vale", ".", "-o", ".arlint.yml", "--lang", "en"]) == 0
    assert "section [*.md if .Meta.draft] has a condition" in capsys.readouterr().err
    assert "styles: [styles/./Other/C.yml, styles/./rules]" in Path(".arlint.yml").read_text(encoding="utf-8")
    assert found("aa bb cc", "a.md") == [("rules.A", "error", "aa"), ("Other.C", "error", "cc")]
    assert main(["check", ".", "--lang", "en"]) == 0, capsys.readouterr().out


def test_what_is_no_configuration_of_vale(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "vale", ".", "--lang", "en"]) == 2
    write({".vale.ini": "StylesPath = .\n[*]\nBasedOnStyles = Vale, Gone\n"})
    assert main(["import", "vale", ".", "--lang", "en"]) == 2
    assert ".vale.ini:3:1: there is no style 'Gone' in StylesPath" in capsys.readouterr().err
    write({".vale.ini": "StylesPath = none\n"})
    assert main(["import", "vale", ".", "--lang", "en"]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_a_dictionary_of_prh(capsys: pytest.CaptureFixture[str]) -> None:
    entries = """\
version: 1
rules:
  - expected: jQuery
  - expected: إكس
    pattern: [تويتر, /تويتّ?ر/]
    specs: [{from: على تويتر, to: على إكس}]
  - expected: a
    pattern: /b/i
    options: {wordBoundary: true}
  - expected: z
    regexpMustEmpty: $1
    pattern: /(x)y/
"""
    write({"prh.yml": entries, ".arlint.yml": ""})
    assert main(["import", "prh", "prh.yml", "-o", "rules/terms.yml", "--lang", "en"]) == 2
    Path("rules").mkdir()
    assert main(["import", "prh", "prh.yml", "-o", "rules/terms.yml", "--lang", "en"]) == 0
    assert "prh.yml:10:5: regexpMustEmpty is not known here; left out." in capsys.readouterr().err
    assert found("Jquery B bb تويتر jQuery", "a.md") == [("terms", "error", "Jquery"), ("terms", "error", "B"), ("terms", "error", "تويتر")]
    assert main(["test", "--lang", "en"]) == 0


def test_a_spreadsheet_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    table = "\ufeffsay;not;why;tests\r\nإكس;تويتر | موقع تويتر;الاسم الجديد;نشر على تويتر => نشر على إكس\r\n"
    write({"words.csv": table})
    assert main(["import", "csv", "words.csv"]) == 0
    listed = capsys.readouterr().out
    assert listed == '- say: إكس\n  not: [تويتر, موقع تويتر]\n  why: الاسم الجديد\n  tests: ["نشر على تويتر => نشر على إكس"]\n'
    write({"words.yml": listed})
    assert main(["export", "csv", "words.yml"]) == 0
    assert (
        capsys.readouterr().out.replace("\r\n", "\n")
        == "\ufeffsay,not,why,tests,group\nإكس,تويتر | موقع تويتر,الاسم الجديد,نشر على تويتر => نشر على إكس,\n"
    )


@pytest.mark.parametrize("name", ["rules/words.csv", "rules/words.yml", "words.csv"])
def test_a_house_list(name: str) -> None:
    yaml = "- say: إكس\n  not: [تويتر, موقع تويتر]\n  tests: ['نشر على تويتر => نشر على إكس', 'لا شيء هنا']\n"
    csv = "say,not,tests\nإكس,تويتر|موقع تويتر,نشر على تويتر => نشر على إكس|لا شيء هنا\n"
    write({name: csv if name.endswith("csv") else yaml, ".arlint.yml": "" if "/" in name else f"vocabulary: [{name}]"})
    rules = [rule for rule in force().rules_for("a.txt") if rule.id == "house-spelling"]
    report = examine(FORMATS[".txt"](Source("a.txt", "نشر بتويتر وعلى موقع تويتر")), rules)
    assert [(one.text, one.fix and [edit.text for edit in one.fix.edits]) for one in report.diagnostics] == [
        ("بتويتر", ["إكس"]),
        ("موقع تويتر", ["إكس"]),
    ]


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("نشر على تويتر => نشر في إكس", "words.csv:2:1: 'نشر على تويتر => نشر في إكس' gives 'نشر على إكس'"),
        ("نشر على تويتر", "gives 'نشر على إكس'"),
        ("نشر ⟦على⟧ تويتر", "gives 'نشر على ⟦تويتر⟧'"),
    ],
)
def test_a_house_list_that_fails_its_tests_does_not_load(test: str, said: str) -> None:
    write({"words.csv": f"say,not,tests\nإكس,تويتر,{test}\n", ".arlint.yml": "vocabulary: [words.csv]"})
    with pytest.raises(ConfigError) as error:
        force().rules_for("a.txt")
    assert said in "\n".join(error.value.lines("en"))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "words.csv:1:1: the file is empty"),
        ("a,b\n1,2\n", "words.csv:1:1: no column 'say'"),
        ("say,not\n,تويتر\n", "words.csv:2:1: an entry of the vocabulary lacks 'say'."),
        ("اكتب,لا تكتب\nإكس,تويتر\nإكس,تويتر\n", "words.csv:3:1: 'إكس' was named on line 2 already"),
        ("say,not\nإكس,تويتر\nفيسبوك,تويتر\n", "words.csv:3:1: 'تويتر' was named on line 2 already"),
    ],
)
def test_mistakes_in_a_spreadsheet(table: str, said: str) -> None:
    write({"words.csv": table, ".arlint.yml": "vocabulary: [words.csv]"})
    with pytest.raises(ConfigError) as error:
        force()
    assert said in "\n".join(error.value.lines("en"))


def test_the_tests_of_house_lists_are_run_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    write({"words.csv": "say,not,tests\nإكس,تويتر,نشر على تويتر => نشر على إكس|لا شيء هنا\n", ".arlint.yml": "vocabulary: [words.csv]"})
    assert main(["test", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "House lists: all tests passed (2).\n"
