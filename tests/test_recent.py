"""Results of runs over few files, kept in a small file."""

import subprocess
import sys
from pathlib import Path

import pytest

from arlint.cli import main
from arlint.plugins import load
from arlint.prints import fingerprint
from arlint.recent import Recent, forget
from arlint.rules.asleep import Sleepers, awake, built, facts_for_sleep

TEXT = 'قال الوزير: "وصل الوفد .\nوأضاف في في البيان أن ايران وإيران وقعتا الاتفاق.\n'


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", "--lang", "en", *arguments])
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl", "csv", "sarif", "html", "junit"])
def test_the_same_is_said_from_memory(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    plain = said(capsys, "--format", form, "--no-cache", "a.txt")
    assert "QUO001" in plain
    assert [said(capsys, "--format", form, "a.txt") for _ in range(5)] == [plain] * 5
    assert Recent()._results


def test_what_a_text_or_the_rules_change_is_looked_at_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "DUP004" in said(capsys, "a.txt")
    assert "DUP004" not in said(capsys, "--ignore", "DUP", "a.txt")
    (tmp_path / "a.txt").write_text(TEXT.replace("في في", "في"), encoding="utf-8")
    assert "DUP004" not in said(capsys, "a.txt")


def test_a_second_run_imports_no_rule_and_nothing_to_ask_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from arlint.cli import main; main(['check', 'a.txt']); "
        "print(*(name for name in sys.modules if name.startswith(('arlint_', 'arlint.engine', 'arlint.document.d'))), file=sys.stderr)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8") for _ in range(4)]
    assert runs[-1].stdout == runs[0].stdout
    assert "arlint_quotes" in runs[0].stderr
    assert "arlint.document.document" in runs[0].stderr
    assert runs[-1].stderr.strip() == ""


def test_only_the_latest_are_kept_and_no_damage_matters(tmp_path: Path) -> None:
    held = Recent()
    for number in range(150):
        held.keep(b"%d" % number, b"x")
    held.keep(b"large", b"x" * 100_000)
    held.close()
    again = Recent()
    assert (again.result(b"0"), again.result(b"149"), again.result(b"large")) == (None, b"x", None)
    (file,) = (tmp_path / "cache").glob("recent*")
    for damage in (b"", b"\x00" * 99, file.read_bytes()[:-3]):
        file.write_bytes(damage)
        assert Recent().result(b"149") is None
    again.keep(b"1", b"x")
    again.close()
    forget()
    assert Recent().result(b"1") is None


def test_a_fingerprint_of_rules_asleep_knows_the_state_of_all_files() -> None:
    rules = {rule_id: rule for rule_id, rule in load().rules.items() if rule.default}

    def asleep(state: bytes) -> list[bytes | None]:
        known = Sleepers(facts_for_sleep(rule)._replace(state=state) for rule in rules.values())
        made = [built(known, rule_id, {}) for rule_id in rules]
        found = [fingerprint(made)]
        for rule in made:
            awake(rule)
        return [*found, fingerprint(made)]

    one, other = asleep(b"one"), asleep(b"other")
    assert one[0] != other[0]
    assert one[1] == other[1] == fingerprint([rule() for rule in rules.values()])
    assert fingerprint([built(load().rules, rule_id, {}) for rule_id in rules]) == one[1]
    assert None not in (*one, *other)
