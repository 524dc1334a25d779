"""What is in force: layers and their order, paths, presets, house style, and where each value comes from."""

import os
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from arlint.config import ConfigError, Given
from arlint.config.globs import PathFilter
from arlint.config.house_style import HOUSE_STYLE
from arlint.config.options import hints
from arlint.config.presets import PRESETS
from arlint.config.scalars import scalar
from arlint.config.setting import Fields, Setting
from arlint.config.size import size
from arlint.passages import Passages
from arlint.plugins import load
from arlint.rules import Text
from tests.configuring import RULES, force, project


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def on(path: str = "a.txt", given: Given = Given()) -> dict[str, str]:  # noqa: B008
    """The rules that are on at a path, with their levels."""
    return {rule.code: rule.level for rule in force(given=given).rules_for(path)}


def options(path: str | None, rule: str = "long-line") -> dict[str, tuple[Any, str]]:
    """The options that are given to a rule, and their origins."""
    return {name: (value, place.origin) for name, (value, place) in force().choices_for(path)[rule].options.items()}


def test_defaults() -> None:
    settings = force()
    assert (settings.file, settings.lang, settings.fail_on, settings.max_bytes) == (None, "ar", "warning", 20_000_000)
    assert on() == {"LIN001": "warning", "SPE001": "error"}
    assert {value[1].origin for value in settings.values.values()} == {"default"}


# select replaces what is on, then rules, then ignore; a later layer begins where the one before it ended.
RULE_CHOICES: list[tuple[str, Given, dict[str, str]]] = [
    ("select: LIN", Given(), {"LIN001": "warning", "LIN002": "suggestion"}),
    ("select: [short-line]", Given(), {"LIN002": "suggestion"}),
    ("select: ['*-line']", Given(), {"LIN001": "warning", "LIN002": "suggestion"}),
    ("select: ['LIN00?']", Given(), {"LIN001": "warning", "LIN002": "suggestion"}),
    ("select: ALL", Given(), {"LIN001": "warning", "LIN002": "suggestion", "SPE001": "error"}),
    ("select: []", Given(), {}),
    ("ignore: LIN", Given(), {"SPE001": "error"}),
    ("select: LIN\nignore: LIN001", Given(), {"LIN002": "suggestion"}),
    ("ignore: LIN001\nrules: {LIN001: error}", Given(), {"SPE001": "error"}),
    ("select: SPE\nrules: {LIN001: error}", Given(), {"LIN001": "error", "SPE001": "error"}),
    ("rules: {LIN: error}", Given(), {"LIN001": "error", "LIN002": "error", "SPE001": "error"}),
    ("rules: {LIN001: off, LIN: error}", Given(), {"LIN002": "error", "SPE001": "error"}),
    ("rules: {ALL: off, 'SPE*': on}", Given(), {"SPE001": "error"}),
    ("rules: {LIN002: on, LIN001: true, SPE001: false}", Given(), {"LIN001": "warning", "LIN002": "suggestion"}),
    ("rules: {LIN002: {level: warning}}", Given(), {"LIN001": "warning", "LIN002": "warning", "SPE001": "error"}),
    ("rules: {LIN002: {}}", Given(), {"LIN001": "warning", "LIN002": "suggestion", "SPE001": "error"}),
    ("rules: {LIN001: {level: off, max: 3}}", Given(), {"SPE001": "error"}),
    ("select: LIN", Given(("SPE",)), {"SPE001": "error"}),
    ("select: LIN", Given((), ("LIN001",)), {"LIN002": "suggestion"}),
    ("ignore: SPE", Given(("SPE,LIN001",)), {"LIN001": "warning", "SPE001": "error"}),
    ("rules: {SPE001: suggestion}", Given(("SPE",), ("LIN",)), {"SPE001": "suggestion"}),
    ("extends: base", Given(), {"LIN001": "warning", "LIN002": "suggestion", "SPE001": "error"}),
    ("extends: base\nselect: SPE", Given(), {"SPE001": "error"}),
]


@pytest.mark.parametrize(("text", "given", "expected"), RULE_CHOICES, ids=[text for text, _, _ in RULE_CHOICES])
def test_which_rules_are_on(folder: Path, text: str, given: Given, expected: dict[str, str]) -> None:
    project(folder, {".arlint.yml": text})
    assert on(given=given) == expected


def test_what_stands_for_a_rule_once_is_one_object_everywhere(folder: Path) -> None:
    project(folder, {".arlint.yml": "rules: {LIN001: {max: 9}}\noverrides:\n  - paths: b/\n    rules: {SPE001: off}\n"})
    settings = force()
    (one,), (other, _) = (settings.rules_for(path) for path in ("b/x.txt", "a/x.txt"))
    assert one is other
    assert one.max == 9  # type: ignore[attr-defined]


OVERRIDES = """\
rules: {LIN001: {max: 40}}
overrides:
  - paths: sport/
    rules: {LIN001: {max: 90, kind: verse}}
  - paths: ["sport/live/", "*.md"]
    select: [LIN001]
    rules:
      LIN001: {max: 120}
"""


def test_overrides_by_path(folder: Path) -> None:
    project(folder, {".arlint.yml": OVERRIDES})
    assert options(None) == options("a.txt") == {"max": (40, ".arlint.yml:1")}
    assert options("sport/a.txt") == {"max": (90, ".arlint.yml:4"), "kind": ("verse", ".arlint.yml:4")}
    assert options("sport/live/a.txt") == {"max": (120, ".arlint.yml:8"), "kind": ("verse", ".arlint.yml:4")}
    assert options("news/a.md") == {"max": (120, ".arlint.yml:8")}
    assert on("sport/a.txt") == on("a.txt") == {"LIN001": "warning", "SPE001": "error"}
    assert on("sport/live/a.txt") == on("./sport/../x.md") == {"LIN001": "warning"}
    assert on(str(folder / "sport" / "live" / "a.txt")) == {"LIN001": "warning"}
    assert on(str(folder.parent / "sport" / "live" / "a.txt")) == {"LIN001": "warning", "SPE001": "error"}


def test_the_command_line_wins_over_overrides(folder: Path) -> None:
    project(folder, {".arlint.yml": OVERRIDES})
    assert on("sport/live/a.txt", Given(("SPE",))) == {"SPE001": "error"}


def test_origins(folder: Path) -> None:
    text = "extends: [desk, house.yml]\n\nlang: ar\nselect:\n  - LIN\nrules:\n  LIN001: {level: error, share: 1}\nignore: [LIN002]\n"
    project(folder, {".arlint.yml": text, "house.yml": "fail-on: never\nmax-file-size: 2MB\nrules:\n  LIN001: {max: 50}\n"})
    settings = force(given=Given(fail_on="error"))
    values = {name: (value, place.origin) for name, (value, place) in settings.values.items()}
    assert values == {
        "lang": ("ar", ".arlint.yml:3"), "numerals": ("western", "default"), "fail-on": ("error", "--fail-on"),
        "max-file-size": (2_000_000, "house.yml:2"),
        "baseline": (".arlint-baseline.json", "default"),
    }  # fmt: skip
    chosen = settings.choices_for()
    assert {rule_id: (choice.on, choice.origin.origin, choice.level[1].origin) for rule_id, choice in chosen.items()} == {
        "long-line": (True, ".arlint.yml:7", ".arlint.yml:7"),
        "short-line": (False, ".arlint.yml:8", "default"),
        "mixed-tanwin": (False, ".arlint.yml:4", "default"),
    }
    assert options(None) == {"max": (50, "house.yml:4"), "share": (1.0, ".arlint.yml:7")}
    assert str(chosen["long-line"].options["max"][1]) == "house.yml:4:12"
    assert force(given=Given(("SPE",))).choices_for()["long-line"].origin.origin == "--select"


def test_presets_extend_presets(folder: Path) -> None:
    project(folder, {".arlint.yml": "extends: desk\n"})
    assert options(None) == {"max": (60, "preset desk")}
    assert (force().lang, force().values["lang"][1].origin) == ("en", "preset base")
    assert "LIN002" in on()


def test_a_file_that_is_extended_twice_counts_once(folder: Path) -> None:
    project(
        folder,
        {
            ".arlint.yml": "extends: [a.yml, b.yml]\n",
            "a.yml": "extends: base.yml\nrules: {LIN001: {max: 1}}\n",
            "b.yml": "extends: ./base.yml\nlang: en\n",
            "base.yml": "lang: ar\nrules: {LIN001: {max: 2}}\n",
        },
    )
    assert options(None) == {"max": (1, "a.yml:2")}
    assert force().lang == "en"


def test_patterns_are_relative_to_the_file_that_has_them(folder: Path) -> None:
    files = {
        ".arlint.yml": "extends: shared/base.yml\nexclude: /drafts/\n",
        "shared/base.yml": "exclude: [old/]\noverrides: [{paths: x.txt, ignore: LIN}]",
    }
    project(folder, files)
    settings = force()
    assert [settings.excluded(path) for path in ("old/", "shared/old/", "drafts/", "a/drafts/", "drafts/a.txt")] == [
        False, True, True, False, True,
    ]  # fmt: skip
    assert on("x.txt") == {"LIN001": "warning", "SPE001": "error"}
    assert on("shared/x.txt") == {"SPE001": "error"}


INCLUDED = [
    ("include: [articles/]", {"articles/a.txt": False, "a.txt": True, "x/articles/a.txt": False, "x/": False}),
    ("include: [/articles/]\nexclude: '*.md'", {"articles/a.txt": False, "articles/a.md": True, "x/articles/a.txt": True}),
    ("exclude: [old/, '!old/keep.txt']", {"old/": True, "old/keep.txt": True, "b.txt": False}),
    ("exclude: ['old/*', '!old/keep.txt']", {"old/": False, "old/keep.txt": False, "old/b.txt": True}),
    ("exclude: ['**/tmp-*.txt']", {"tmp-1.txt": True, "a/b/tmp-2.txt": True, "a/tmp.txt": False}),
    ("exclude: ['خبر *.txt']", {"خبر عاجل.txt": True, "a/خبر 2.txt": True, "خبر.txt": False}),
    ("exclude: ['[ab].txt']", {"a.txt": True, "c.txt": False, "../a.txt": False}),
]


@pytest.mark.parametrize(("text", "expected"), INCLUDED, ids=[text for text, _ in INCLUDED])
def test_include_and_exclude(folder: Path, text: str, expected: dict[str, bool]) -> None:
    project(folder, {".arlint.yml": text})
    settings = force()
    assert {path: settings.excluded(path) for path in expected} == expected


SIMPLE = st.sampled_from(
    ["a", "b.txt", "*.txt", "a/", "/a", "a/b", "a/**", "/a/b/", "b", "*.t", "a/b.txt", "a/**/*.t", "/a/**/*.txt", "/a/b/**/*.t", "a/**/b"]
)
NAMES = st.lists(st.sampled_from(["a", "b", "b.txt", "a.t", "c"]), min_size=1, max_size=4).map("/".join)


@forall(SIMPLE, NAMES, st.booleans())
def test_simple_patterns_mean_what_git_means(pattern: str, name: str, is_folder: bool) -> None:
    from pathspec import GitIgnoreSpec

    path = name + "/" if is_folder else name
    wanted = GitIgnoreSpec.from_lines([pattern]).check_file(path).include
    assert PathFilter(os.path.abspath("."), (pattern,)).verdict(path) is wanted


def test_accepted_findings(folder: Path) -> None:
    text = "suppress:\n  - paths: [speeches/]\n    rules: [LIN, mixed-tanwin]\n    reason: خطب\n  - {paths: '*.md', rules: SPE001}\n"
    project(folder, {".arlint.yml": text})
    first, second = force().suppress
    line, tanwin = RULES["long-line"](), RULES["mixed-tanwin"]()
    assert (first.reason, first.place.line, second.reason) == ("خطب", 2, "")
    assert [first.silences("speeches/a.txt", rule) for rule in (line, tanwin)] == [True, True]
    assert not first.silences("a.txt", line)
    assert [second.silences("x/a.md", rule) for rule in (line, tanwin)] == [False, True]


def test_accepted_stretches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(folder, {".arlint.yml": "suppress:\n  - {paths: '*', rules: LIN, text: '\\[\\[.*?\\]\\]'}\n"})
    (entry,) = force().suppress
    text = "[[ab]] cd [[e"
    held = Passages(text)
    assert [held.hold(entry, *span) for span in ((0, 6), (2, 4), (3, 8), (7, 9), (12, 13))] == [True, True, False, False, False]
    assert list(held.faults("a.txt")) == []
    monkeypatch.setattr("arlint.styles.patterns.SECONDS", 0.05)
    slow = Passages("a" * 60 + "b")
    assert not slow.hold(entry._replace(text="(?:a|aa)+$"), 0, 1)
    assert ["took too long" in fault.message.en for fault in slow.faults("a.txt")] == [True]
    project(folder, {".arlint.yml": "suppress:\n  - {paths: '*', rules: LIN, text: '('}\n"})
    with pytest.raises(ConfigError) as error:
        force()
    assert error.value.lines("en") == [".arlint.yml:2:36: not a valid pattern: '(': missing ) at position 1."]


HOUSE = """\
house_style:
  tanwin: {position: after}
  variants: {america: أميركا, google: غوغل}
  digits: western
overrides:
  - paths: culture/
    house_style:
      tanwin: {position: before}
      variants: {google: جوجل}
  - paths: law/
    rules: {SPE001: {position: any}}
"""


def test_house_style(folder: Path) -> None:
    project(folder, {".arlint.yml": HOUSE})
    forms = {"america": "أميركا", "google": "غوغل"}
    assert options("a.txt", "mixed-tanwin") == {"position": ("after", ".arlint.yml:2"), "forms": (forms, ".arlint.yml:3")}
    assert options("culture/a.txt", "mixed-tanwin") == {
        "position": ("before", ".arlint.yml:8"), "forms": ({**forms, "google": "جوجل"}, ".arlint.yml:3"),
    }  # fmt: skip
    assert options("law/a.txt", "mixed-tanwin")["position"] == ("any", ".arlint.yml:11")
    assert options("a.txt") == {}
    assert {key: value for key, (value, _) in force().house_for("culture/a.txt").items()} == {
        "tanwin.position": "before", "variants.america": "أميركا", "variants.google": "جوجل", "digits": "western",
    }  # fmt: skip


def test_regional_presets_say_how_to_write_and_switch_no_rule(folder: Path) -> None:
    before = on()
    for name in ("gulf", "egypt", "levant", "maghreb"):
        project(folder, {".arlint.yml": f"extends: {name}\n"})
        assert set(PRESETS[name]) == {"house_style"}
        assert on() == before
        assert {place.origin for _, place in force().house_for().values()} == {f"preset {name}"}


def test_presets_of_arlint_name_rules_that_may_not_be_installed(folder: Path) -> None:
    for name in PRESETS:
        project(folder, {".arlint.yml": f"extends: {name}\n"})
        force()


def leaves(shape: Fields, prefix: str = "") -> dict[str, Setting]:
    found: dict[str, Setting] = {}
    for setting in shape.settings:
        found |= leaves(setting.hint, f"{prefix}{setting.name}.") if isinstance(setting.hint, Fields) else {prefix + setting.name: setting}
    return found


def test_what_the_house_may_say_is_what_its_rules_take() -> None:
    known = leaves(HOUSE_STYLE)
    fed = [(rule, option, key) for rule in load().rules.values() for option, key in rule.house_style.items()]
    assert fed
    for rule, option, key in fed:
        assert option in rule.options, rule.id
        if key in known and get_args(known[key].hint):
            assert set(get_args(known[key].hint)) <= {*get_args(hints(rule)[option])}, (rule.id, option)
        else:
            assert key in known or key in ("vocabulary", "tests"), (rule.id, key)  # of house lists


FOUND: list[tuple[dict[str, str], str, str | None]] = [
    ({".arlint.yml": ""}, ".", ".arlint.yml"),
    ({".arlint.yaml": ""}, ".", ".arlint.yaml"),
    ({"pyproject.toml": "[tool.arlint]"}, ".", "pyproject.toml"),
    ({"pyproject.toml": "[project]\nname = 'arlint'"}, ".", None),
    ({"pyproject.toml": "# [tool.arlint]"}, ".", None),
    ({".arlint.yml": "", "desk/a.txt": ""}, "desk/a.txt", ".arlint.yml"),
    ({".arlint.yml": "", "desk/.arlint.yml": "", "desk/a.txt": ""}, "desk/a.txt", "desk/.arlint.yml"),
    ({".arlint.yml": "", "desk/.arlint.yml": ""}, "desk", "desk/.arlint.yml"),
    ({".arlint.yml": "", "desk/.arlint.yml": ""}, ".", ".arlint.yml"),
    ({".arlint.yml": "", "desk/pyproject.toml": "[tool.ruff]", "desk/a.txt": ""}, "desk/a.txt", ".arlint.yml"),
    ({".arlint.yml": ""}, "none/such/file.txt", ".arlint.yml"),
]


@pytest.mark.parametrize(("files", "start", "expected"), FOUND)
def test_the_nearest_file_upward(folder: Path, files: dict[str, str], start: str, expected: str | None) -> None:
    project(folder, files)
    file = force(paths=[start]).file
    assert (file and os.path.relpath(file)) == expected


def test_toml_says_the_same_as_yaml(folder: Path) -> None:
    project(folder, {".arlint.yml": OVERRIDES})
    in_yaml = [force().rules_for(path) for path in ("a.txt", "sport/a.txt", "sport/live/a.txt")]
    (folder / ".arlint.yml").unlink()
    text = """\
[tool.arlint.rules]
LIN001 = {max = 40}
[[tool.arlint.overrides]]
paths = "sport/"
rules.LIN001 = {max = 90, kind = "verse"}
[[tool.arlint.overrides]]
paths = ["sport/live/", "*.md"]
select = ["LIN001"]
[tool.arlint.overrides.rules.LIN001]
max = 120
"""
    project(folder, {"pyproject.toml": text})
    assert [force().rules_for(path) for path in ("a.txt", "sport/a.txt", "sport/live/a.txt")] == in_yaml
    assert options("sport/live/a.txt") == {"max": (120, "pyproject.toml:10"), "kind": ("verse", "pyproject.toml:5")}


WORDS: list[tuple[str, object]] = [
    ("NO", "NO"), ("yes", "yes"), ("on", "on"), ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
    ("12:30:45", "12:30:45"), ("2020-01-01", "2020-01-01"), ("010", 10), ("0x1F", "0x1F"), ("1_000", "1_000"), ("-5", -5), ("+5", 5),
    ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("1.", 1.0), (".", "."), ("٣", "٣"), ("9" * 5000, float("inf")), (".inf", ".inf"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), WORDS, ids=[text[:12] for text, _ in WORDS])
def test_unquoted_words_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


SIZES: list[tuple[int | str, int | None]] = [
    (1, 1), (20_000_000, 20_000_000), ("20MB", 20_000_000), ("1 KiB", 1024), ("1.5mb", 1_500_000), ("2GiB", 2**31), ("7b", 7),
    (" 3kB ", 3000), (0, None), (-1, None), ("0MB", None), ("20", None), ("MB", None), ("1TB", None), ("٢MB", None),
    ("", None), ("9" * 99 + "MB", None),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), SIZES)
def test_sizes(written: int | str, expected: int | None) -> None:
    found = size(written)
    assert isinstance(found, Text) if expected is None else found == expected


def test_a_run_without_configuration_imports_nothing_of_it() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from arlint.config import Given, read, settings; from arlint.plugins import Registry\n"
        "force = settings(read(['/']), Registry({}, {}, {}, {}, {}), Given([], []))\n"
        "force.rules_for('a.txt'); force.excluded('a.txt')\n"
        "print(*sorted({'yaml', 'tomli', 'difflib', 'pathspec', 'msgspec', 'arlint.config.shape'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == ""


def test_a_file_that_was_read_before_is_not_parsed_again(folder: Path) -> None:
    import subprocess
    import sys

    project(folder, {".arlint.yml": OVERRIDES})
    code = (
        "import sys; from arlint.config import read; read(['.'])\n"
        "print(*sorted({'yaml', 'tomli', 'difflib', 'pathspec', 'msgspec'} & set(sys.modules)))"
    )
    said = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout for _ in range(2)]
    assert said == ["yaml\n", "\n"]
