"""Rules asleep: the index says of them what they say themselves, and a text finds the same whether they slept or not."""

import gc
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from arlint import CorpusRule
from arlint.arabic.fresh import Fresh
from arlint.arabic.met import MET
from arlint.plugins import load
from arlint.rules.asleep import Sleepers, awake, built, facts_for_sleep, is_asleep, known
from arlint.testing import cases_of, document

CLASSES = dict(load().rules)
FACTS = {rule_id: facts_for_sleep(rule) for rule_id, rule in CLASSES.items()}
ASLEEP = Sleepers(FACTS.values())
SLEEPING = [rule_id for rule_id, facts in FACTS.items() if facts.sleeps]

SAID = ("id", "code", "level", "locked", "triggers", "gaps", "shadows", "reads_source", "reads_marks", "any_language", "idle")


def test_most_rules_may_sleep() -> None:
    assert len(SLEEPING) > 0.9 * len(CLASSES)


@pytest.mark.parametrize("rule_id", SLEEPING)
def test_a_rule_asleep_says_what_it_says_awake(rule_id: str) -> None:
    rule, own = built(ASLEEP, rule_id, {}), CLASSES[rule_id]()
    assert {name: getattr(rule, name) for name in SAID} == {name: getattr(own, name) for name in SAID}
    assert isinstance(rule, CorpusRule) == isinstance(own, CorpusRule)
    assert hash(rule) == hash(own)
    assert is_asleep(rule)
    assert rule.message == own.message  # and is awake
    assert not is_asleep(rule)
    assert (type(rule), rule, repr(rule)) == (type(own), own, repr(own))
    assert own == built(ASLEEP, rule_id, {}) == built(ASLEEP, rule_id, {})
    assert pickle.loads(pickle.dumps(built(ASLEEP, rule_id, {}))) == own


@pytest.mark.parametrize("rule_id", [rule_id for rule_id in SLEEPING if FACTS[rule_id].watch])
def test_the_index_watches_for_all_that_a_rule_notices(rule_id: str) -> None:
    own = CLASSES[rule_id]().cues
    cues = built(ASLEEP, rule_id, {}).cues
    forms = {form for case in cases_of(CLASSES[rule_id]) for form in document(case.example.text).bare.vocabulary}
    assert own is not None
    assert cues is not None
    noticed = set(own.learn(Fresh(forms)))
    assert noticed
    assert set(cues.learn(Fresh({form for form in forms if form not in noticed and len(form) < 3}))) == set()
    assert set(cues.learn(Fresh(forms))) == noticed


def test_a_rule_that_wakes_by_what_was_met_before_it_came_hears_of_what_comes_later() -> None:
    MET.asked(frozenset(("الطوارىء", "نعم")))
    rule = built(ASLEEP, "common-misspelling", {})
    bit = rule.cues.bit
    assert not is_asleep(rule)
    gc.collect()
    assert MET.asked(frozenset(("فبالطوارىء", "نعم"))) & bit
    assert rule.cues.among(frozenset(("فبالطوارىء", "نعم"))) == ["فبالطوارىء"]


def test_options_and_levels() -> None:
    rule = built(ASLEEP, "unclosed-quote", {"level": "suggestion", "locked": True})
    assert (rule.level, rule.locked, is_asleep(rule)) == ("suggestion", True, True)
    assert awake(rule) == CLASSES["unclosed-quote"](level="suggestion", locked=True)
    assert not is_asleep(built(ASLEEP, "long-sentence", {"max": 20}))
    with pytest.raises(TypeError, match="no option"):
        built(ASLEEP, "long-sentence", {"mxa": 20})


def test_what_is_known_of_classes_that_are_there() -> None:
    assert known(CLASSES)["unclosed-quote"].category == "QUO"
    assert list(ASLEEP) == list(CLASSES)
    assert dict(ASLEEP) == CLASSES


PLUGIN = '''
from arlint import Pattern, PatternRule, Text, hookimpl

class Shout(PatternRule):
    """لا صراخ.

    No shouting.
    """
    id = "shout"
    code = "DSK900"
    title = Text("صراخ", "Shouting")
    message = Text("لا صراخ.", "No shouting.")
    triggers = "{sign}"
    patterns = (Pattern("{sign}{sign}", "{sign}", "{sign}"),)
    good = ("نعم",)
    bad = {{"نعم⟦{sign}{sign}⟧": "نعم{sign}"}}

@hookimpl
def arlint_rules():
    return [Shout]
'''
RUN = "import sys; from arlint.cli import main; code = main(sys.argv[1:]); print('desk' in sys.modules, file=sys.stderr); sys.exit(code)"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """A folder on the import path with an installed plugin in it."""
    (tmp_path / "desk-1.dist-info").mkdir()
    (tmp_path / "desk-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1\n")
    (tmp_path / "desk-1.dist-info" / "entry_points.txt").write_text("[arlint]\ndesk = desk\n")
    (tmp_path / "desk.py").write_text(PLUGIN.format(sign="!"), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("نعم!!\n", encoding="utf-8")
    (tmp_path / "texts" / "b.txt").write_text("نعم؟؟\n", encoding="utf-8")
    return tmp_path


def checked(site: Path, name: str) -> tuple[list[str], str]:
    """The rules that speak of a text, and what else was said: whether the plugin was imported."""
    env = {**os.environ, "PYTHONPATH": str(site), "ARLINT_CACHE_DIR": str(site / "cache")}
    command = [sys.executable, "-c", RUN, "check", "--select", "DSK", "--lang", "en", "--format", "json", name]
    done = subprocess.run(command, check=False, cwd=site / "texts", env=env, capture_output=True, text=True, encoding="utf-8")
    return [one["rule"] for one in json.loads(done.stdout)["findings"]] if done.stdout else [], done.stderr.strip()


def test_a_plugin_is_imported_when_a_text_concerns_it_and_asked_anew_when_it_changes(site: Path) -> None:
    for _ in range(2):
        assert checked(site, "a.txt") == (["shout"], "True")
    assert checked(site, "b.txt") == ([], "False")
    assert checked(site, "a.txt") == (["shout"], "True")
    (site / "desk.py").write_text(PLUGIN.format(sign="؟") + "# changed\n", encoding="utf-8")
    assert checked(site, "b.txt") == (["shout"], "True")
    assert checked(site, "b.txt") == (["shout"], "True")
    assert checked(site, "a.txt") == ([], "False")
    (site / "desk.py").write_text(dedent("import no_such_module"), encoding="utf-8")
    assert "ModuleNotFoundError" in checked(site, "b.txt")[1]
