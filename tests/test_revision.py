"""After a change in a few files the same is found as if all had been read anew, whatever changed."""

import json
import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.cache import Cache
from arlint.discover import Found
from arlint.document import Source
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import FileReport
from arlint.rules import CorpusRule
from arlint.run import Input, reports
from tests.test_project_scope import PASSAGES

REGISTRY = load()
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt")
SPELLED = ("إيران", "ايران", "أميركا", "أمريكا", "غوغل", "جوجل")
HEAD = "# متحف السفن يفتح أبوابه للزوار"

Texts = dict[str, str]

TEXT = st.tuples(
    st.lists(st.sampled_from(PASSAGES[:5]), min_size=0, max_size=4, unique=True),
    st.sampled_from([" ", "\n"]),
    st.lists(st.sampled_from(SPELLED), max_size=2),
).map(lambda made: made[1].join([*made[0], f"زار {' و'.join(made[2])} المعرض."]))
TEXTS = st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=len(NAMES))


class Notes:
    """The notes of all files, for a rule that revises."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        self._counts = counts

    def of(self, one: str) -> Mapping[str, int]:
        return self._counts.get(one, {})

    def all(self) -> list[tuple[str, Mapping[str, int]]]:
        return list(self._counts.items())


def noted(rule: CorpusRule, texts: Texts) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for path, text in texts.items():
        for key, value in rule.survey(parse(Source(path, text))):
            values = counts.setdefault(key, {})
            values[value] = values.get(value, 0) + 1
    return {key: dict(sorted(values.items())) for key, values in sorted(counts.items())}


RULES = (
    REGISTRY.rules["cross-file-duplicate"](),
    REGISTRY.rules["cross-file-duplicate"](max_files=2, paragraphs=True),
    REGISTRY.rules["cross-file-duplicate"](max_files=1, threshold=0.6),
    REGISTRY.rules["project-inconsistent-spelling"](min_files=1, min_share=0.5),
    REGISTRY.rules["inconsistent-spelling"](scope="project"),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(first=TEXTS, edits=TEXTS, gone=st.sets(st.sampled_from(NAMES), max_size=2), crowd=st.sampled_from((2, 3, 20)))
def test_revised_conclusions_are_those_of_all_notes(rule: CorpusRule, first: Texts, edits: Texts, gone: set[str], crowd: int) -> None:
    module = __import__(type(rule).__module__, fromlist=["_CROWD"])
    before, now = first, {path: text for path, text in {**first, **edits}.items() if path not in gone}
    with pytest.MonkeyPatch.context() as patch:
        if hasattr(module, "_CROWD"):
            patch.setattr(module, "_CROWD", crowd)
            patch.setattr("arlint_duplicates._across._AT_ONCE", 10 * crowd)
        known, memory = rule.concluded(noted(rule, before))
        differing = {path for path in {**before, **now} if before.get(path) != now.get(path)}
        old = noted(rule, {path: text for path, text in before.items() if path in differing})
        new = noted(rule, {path: text for path, text in now.items() if path in differing})
        changes = rule.revised(memory, known, old, new, Notes(noted(rule, now)))
        revised = {key: said for key, said in {**known, **changes}.items() if said is not None}
        assert revised == rule.known(noted(rule, now))


# Whole runs


def said(done: list[FileReport]) -> list[object]:
    return [(report.path, report.diagnostics, report.faults, report.accepted) for report in done]


@pytest.mark.parametrize("seed", range(3))
def test_a_run_after_edits_finds_what_a_cold_run_finds(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    pick = random.Random(seed)
    rules = (*RULES[:1], *RULES[3:4], REGISTRY.rules["repeated-headline"](), REGISTRY.rules["doubled-word"]())
    names = [f"{folder}/{number}.md" for folder in ("x", "y") for number in range(6)]
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
    time = 1_600_000_000

    def write(name: str) -> None:
        nonlocal time
        time += 1
        body = "\n\n".join((*pick.sample(PASSAGES[:6], pick.randint(0, 3)), f"زار {pick.choice(SPELLED)} المعرض في في الصباح."))
        Path(name).write_text(f"{pick.choice((HEAD, ''))}\n\n{body}\n", encoding="utf-8")
        os.utime(name, (time, time))

    def run(cache: Cache | None, jobs: int = 1) -> list[object]:
        files = [Found(name, "markdown") for name in names if Path(name).exists()]
        source = Input(REGISTRY.formats, names=frozenset((rule.id, rule.code) for rule in rules))
        done = list(reports(files, source, lambda _: rules, rules, jobs, cache))
        if cache:
            cache.close()
        return said(done)

    for name in names:
        write(name)
    for _ in range(8):
        assert run(Cache()) == run(None)  # after edits
        assert run(Cache()) == run(None)  # unchanged
        for name in pick.sample(names, pick.randint(1, 3)):
            write(name)
        if pick.random() < 0.4:
            Path(pick.choice([name for name in names if Path(name).exists()])).unlink()


def test_a_file_too_large_to_be_read_at_once_is_never_taken_for_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("arlint.stream.LARGE", 100)
    monkeypatch.setattr("arlint.stream.PIECE", 100)
    archive = tmp_path / "archive.jsonl"
    rules = RULES[:1]

    def run(*bodies: str) -> list[str]:
        archive.write_text("".join(json.dumps({"body": body}, ensure_ascii=False) + "\n" for body in bodies), encoding="utf-8")
        os.utime(archive, (1_600_000_000, 1_600_000_000))
        cache = Cache()
        done = list(reports([Found(str(archive), "jsonl")], Input(REGISTRY.formats, 500), lambda _: rules, rules, 1, cache))
        cache.close()
        return [one.rule.code for report in done for one in report.diagnostics]

    one, other = PASSAGES[:2]
    assert run(one, one, one) == ["DUP005"] * 3
    assert run(one, other, one) == ["DUP005"]
