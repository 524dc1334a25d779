"""Plugins: the example distribution through its entry point, folders of a newsroom, and every way in which a plugin can be broken."""

import json
import shutil
import subprocess
import sys
from importlib.machinery import PathFinder
from importlib.metadata import entry_points
from pathlib import Path
from textwrap import dedent

import pluggy
import pytest

from arlint import kept
from arlint.cli import main
from arlint.config import read
from arlint.markers import hookimpl, hookspec
from arlint.plugins import PluginError, Wanted, load
from arlint.plugins.sources import plainly_installed
from tests.shouting import RULE

EXAMPLE = Path(__file__).parents[1] / "examples" / "plugin"

BARE = "from arlint import hookimpl\n"
HOOK = "\n@hookimpl\ndef arlint_rules():\n    return [Shout]\n"
UNMARKED = HOOK.replace("@hookimpl\n", "")


def plugin(folder: Path, text: str, name: str = "desk") -> Wanted:
    (folder / f"{name}.py").write_text(dedent(text), encoding="utf-8")
    return Wanted(paths=(str(folder),))


def test_a_folder_of_rules(tmp_path: Path) -> None:
    registry = load(plugin(tmp_path, RULE + HOOK, "house_shout"))
    assert registry.rules["shout"].code == "DSK900"
    assert registry.owners["shout"] == "house_shout"
    assert "shout" not in load().rules


BROKEN = {
    "import": ("import no_such_module_here", "broken_import", "ModuleNotFoundError"),
    "syntax": ("def arlint_rules(:", "broken_syntax", "SyntaxError"),
    "exit": ("raise SystemExit(3)", "broken_exit", "SystemExit"),
    "hook": (RULE + HOOK.replace("arlint_rules", "arlint_rule"), "broken_hook", "did you mean 'arlint_rules'"),
    "signature": (RULE + HOOK.replace("arlint_rules()", "arlint_rules(config)"), "broken_signature", "config"),
    "duplicate id": (RULE.replace('"shout"', '"unused-suppression"') + HOOK, "broken_id", "unused-suppression"),
    "duplicate code": (RULE.replace("DSK900", "SUP001") + HOOK, "broken_code", "SUP001"),
    "no examples": (RULE.partition("    good")[0] + HOOK, "broken_examples", "no examples"),
    "one kind of example": (RULE.partition("    bad")[0] + HOOK, "broken_half", "no examples"),
    "return type": (BARE + HOOK.replace("[Shout]", "7"), "broken_type", "TypeError"),
    "no class": (BARE + HOOK.replace("[Shout]", "['shout']"), "broken_class", "no rule class"),
    "a name": (BARE + HOOK.replace("[Shout]", "'shout'"), "broken_text", "'shout' is no list"),
    "twice": (RULE + HOOK.replace("[Shout]", "[Shout, type('Other', (Shout,), {})]"), "broken_twice", "defined twice by plugin"),
    "id": (RULE.replace('"shout"', '"Shout it"') + HOOK, "broken_name", "words joined by hyphens"),
    "level": (RULE.replace("    code", '    level = "eror"\n    code') + HOOK, "broken_level", "levels are error, warning, suggestion"),
    "message": (RULE.replace('Text("علامة', '("علامة') + HOOK, "broken_message", "needs a message in two languages: Text("),
    "raises": (BARE + HOOK.replace("return [Shout]", "return 1 / 0"), "broken_raise", "ZeroDivisionError"),
    "no id": (RULE.replace('id = "shout"', 'Id = "shout"'), "broken_noid", "rule Shout"),
    "id is a number": (RULE.replace('id = "shout"', "id = 4"), "broken_number", "has the id 4"),
    "code is a number": (RULE.replace('"DSK900"', "900"), "broken_digits", "has the code 900"),
    "triggers": (RULE.replace("    code", "    triggers = 5\n    code"), "broken_triggers", 'needs text: "…" as its `triggers`'),
    "bad is a list": (RULE.replace("    bad = {", "    bad = [*{").replace("}\n", "}]\n"), "broken_bad", "as its `bad`"),
    "init": (RULE + "    def __init__(self): pass\n", "broken_init", "does not call super().__init__(**options)"),
    "made": (RULE + "    def __init__(self, **options): 1 / 0\n", "broken_made", "cannot be made: "),
    "hook without its mark": (BARE + UNMARKED + HOOK.replace("rules", "formats").replace("[Shout]", "[]"), "broken_mark", "@hookimpl"),
    "no code": (RULE.replace('code = "DSK900"', "") + HOOK, "broken_nocode", "code"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_plugin_is_one_clear_line(tmp_path: Path, text: str, name: str, said: str) -> None:
    with pytest.raises(PluginError) as error:
        load(plugin(tmp_path, text, name))
    assert len(error.value.messages) == 1
    message = error.value.messages[0]
    for sentence in message:
        assert name in sentence
        assert "\n" not in sentence
    assert said in message.en


PLACES = {
    "syntax": ("x = 1\ny = = 2\n", "house.py:2:5: "),
    "import": ("import arlint\nimport no_such_module_here\n", "house.py:2: "),
    "deep": ("from arlint import option\n\ndef make():\n    return option(1)\n\nmake()\n", "house.py:4: "),
    "hook": (BARE + HOOK.replace("return [Shout]", "return 1 / 0"), "plugin 'house', hook arlint_rules: house.py:"),
    "code": (RULE.replace("DSK900", "SUP001"), "'SUP001' (code) is defined by two plugins, 'house' (house.py) and 'suppressions'; "),
    "rule": (RULE.replace('"DSK900"', '"DSK"'), "plugin 'house', hook arlint_rules: rule shout (house.py) has the code"),
}


@pytest.mark.parametrize(("text", "said"), PLACES.values(), ids=PLACES)
def test_the_place_in_a_broken_plugin_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PluginError) as error:
        load(plugin(tmp_path, text, "house"))
    assert error.value.messages[0].en.startswith(said)


FAILING = {
    "placeholder": ("تكفي.", "تكفي {fuond}."),
    "pattern": ('"!!+"', '"(!!+"'),
    "raises": ("    good", "    def judge(self, document, match, pattern):\n        return 1 / 0\n\n    good"),
    "exits": ("    good", "    def check(self, document):\n        raise SystemExit(0)\n\n    good"),
    "table": ("PatternRule, Pattern,", "WordRule as PatternRule, Pattern,"),
    "prints": ("    bad = {", "    def check(self, document):\n        print(1 / 0)\n\n    bad = {"),
    "returns": ("    good", "    def check(self, document):\n        return None\n\n    good"),
}


@pytest.mark.parametrize(("old", "new"), FAILING.values(), ids=FAILING)
def test_the_tests_of_a_rule_that_fails_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".arlint.yml").write_text("plugins: {paths: [house.py]}\n")
    plugin(tmp_path, RULE.replace(old, new), "house")
    assert main(["test", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "DSK900: shout\n" in said.out
    assert said.err == ""


def test_a_plugin_without_hooks_is_told() -> None:
    with pytest.raises(PluginError) as error:
        load(extra=[("desk", json)])
    assert [message.en for message in error.value.messages] == [
        "plugin 'desk' has no hook and brings nothing; does its entry point name another module?"
    ]


def test_a_plugin_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="did you mean 'quotes'"):
        load(Wanted(require=("quote",)))
    with pytest.raises(PluginError, match="does not exist"):
        load(Wanted(paths=(str(tmp_path / "none"),)))
    (tmp_path / "rules.txt").write_text("")
    with pytest.raises(PluginError, match="is neither a folder"):
        load(Wanted(paths=(str(tmp_path / "rules.txt"),)))
    with pytest.raises(PluginError, match=r"to leave out; did you mean 'quotes'\?$"):
        load(Wanted(block=("quots", "no-such-plugin-here")))


def test_a_plugin_that_is_not_there_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".arlint.yml").write_text("plugins:\n  paths: [rules]\n  require: [quote]\n  block: [quots]\n")
    with pytest.raises(PluginError) as error:
        load(read().wanted)
    places = [message.en.partition(": ")[0] for message in error.value.messages]
    assert places == [".arlint.yml:2:11", ".arlint.yml:4:11", ".arlint.yml:3:13"]


def test_two_plugins_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(PluginError) as error:
        load(plugin(tmp_path, RULE + HOOK, "quotes"))
    assert [message.en for message in error.value.messages] == [
        f"two plugins are called 'quotes', the second from {tmp_path / 'quotes.py'}; give one of them another name."
    ]


def test_a_broken_plugin_can_be_blocked(tmp_path: Path) -> None:
    wanted = plugin(tmp_path, "import no_such_module_here", "broken_blocked")
    assert load(wanted._replace(block=("broken_blocked",))).rules


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example distribution, installed."""
    folder = tmp_path_factory.mktemp("site")
    copy = shutil.copytree(EXAMPLE, folder / "source")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(folder / "lib")]
    subprocess.run([*pip, str(copy)], check=True, capture_output=True)
    return folder / "lib"


def installed(site: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "", "HOME": str(cwd), "LANG": "en_US.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "arlint", *arguments], check=False, cwd=cwd, env=environment, capture_output=True, encoding="utf-8"
    )


def test_the_example_plugin_brings_a_rule_a_format_a_reporter_and_a_preset(site: Path, tmp_path: Path) -> None:
    (tmp_path / "story.wire").write_text("المعرض يفتح أبوابه\n\nمؤسسة البستاني & أولاده للطباعة.\n", encoding="utf-8")
    done = installed(site, "check", "--format", "json", "--select", "ampersand", cwd=tmp_path)
    found = json.loads(done.stdout)["findings"]
    assert [(one["path"], one["rule"], one["line"], one["column"], one["level"]) for one in found] == [
        ("story.wire", "ampersand", 3, 16, "suggestion")
    ]
    assert done.returncode == 0
    (tmp_path / ".arlint.yml").write_text("extends: [desk]\nselect: [DSK]\n", encoding="utf-8")
    done = installed(site, "check", "--format", "tally", cwd=tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("    1 DSK001 ampersand\n", "", 1)
    done = installed(site, "explain", "DSK001", cwd=tmp_path)
    assert "AT&T" in done.stdout


def test_the_example_plugins_own_tests_pass(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(EXAMPLE / "tests")]
    environment = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "", "HOME": str(tmp_path)}
    done = subprocess.run(command, check=False, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_marks_are_those_of_pluggy() -> None:
    def theirs() -> None: ...

    def ours() -> None: ...

    pluggy.HookimplMarker("arlint")(theirs)
    hookimpl(ours)
    assert theirs.arlint_impl == ours.arlint_impl  # type: ignore[attr-defined]
    pluggy.HookspecMarker("arlint")(theirs)
    hookspec(ours)
    assert theirs.arlint_spec == ours.arlint_spec  # type: ignore[attr-defined]


LOADED = (
    "import sys; from arlint import kept; kept.BUILT = ''\n"  # nothing was made when this arlint was built
    "from arlint.plugins import load; from arlint.rules.asleep import known; rules = load().rules\n"
    "print(len(known(rules)), 'pluggy' in sys.modules, 'arlint_quotes.unclosed_quote' in sys.modules)"
)


def loaded(script: str = LOADED) -> list[str]:
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()


def test_plugins_that_were_checked_are_only_asked_and_then_only_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kept, "BUILT", "")
    rules = str(len(load().rules))
    assert loaded() == [rules, "False", "True"]
    assert loaded() == [rules, "False", "False"]
    (index,) = tmp_path.glob("plugins-*")
    index.write_bytes(index.read_bytes()[:-9])
    assert loaded() == [rules, "True", "True"]


def test_what_a_newsroom_adds_wakes_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    own = plugin(tmp_path, RULE + HOOK, "house_shout")
    assert "shout" not in load().rules  # the plugins that are installed were checked before, and are known from the next time on
    script = f"import sys; from arlint.plugins import Wanted, load; registry = load(Wanted(paths={own.paths!r})); print(\
        registry.rules['shout'].code, registry.owners['shout'], list(registry.rules) == {list(load(own).rules)!r}, \
        'arlint_quotes.unclosed_quote' in sys.modules)"
    assert loaded(script) == ["DSK900", "house_shout", "True", "False"]


def test_entry_points_are_those_of_importlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "one-1.0.dist-info": "[other]\nx = y\n\n[arlint]\n# none\nhouse = one_module\n  second=one.module:thing\n[last]\nx = z\n",
        "Two_Words-2.dist-info": "[arlint]\ntwo = two_words\n",
        "three.egg-info": "[arlint]\nthree = three\n",
        "empty-1.dist-info": "",
    }.items():
        (tmp_path / "a" / name).mkdir(parents=True)
        (tmp_path / "a" / name / "entry_points.txt").write_text(text)
        (tmp_path / "a" / name / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name.partition('-')[0]}\nVersion: 1\n")
    (tmp_path / "b" / "one-0.9.dist-info").mkdir(parents=True)
    (tmp_path / "b" / "one-0.9.dist-info" / "entry_points.txt").write_text("[arlint]\nold = one_module\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "absent"), *sys.path])
    monkeypatch.setattr(sys, "meta_path", [finder for finder in sys.meta_path if finder is PathFinder])
    theirs = {(point.name, point.value) for point in entry_points(group="arlint")}
    assert plainly_installed("arlint") == theirs
    assert {("house", "one_module"), ("second", "one.module:thing"), ("two", "two_words"), ("three", "three")} <= theirs
    assert ("old", "one_module") not in theirs
    monkeypatch.setattr(sys, "path", [str(tmp_path / "a" / "one-1.0.dist-info" / "METADATA"), *sys.path])
    assert plainly_installed("arlint") is None
