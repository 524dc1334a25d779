"""Work on many files: by several processes and from the cache, with the same bytes in the end."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint import database
from arlint.cache import Cache, clear, info
from arlint.checking import Checking
from arlint.cli import main
from arlint.discover import Found
from arlint.engine import examine
from arlint.parallel import CHUNK, mapped
from arlint.plugins import load
from arlint.portable import packed, unpacked
from arlint.prints import digest, fingerprint
from arlint.report import FileReport
from arlint.run import Input, reports
from arlint.testing import document

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

REGISTRY = load()
RULES = tuple(cls() for cls in REGISTRY.rules.values() if cls.default)
SPOIL = (lambda data: b"no database at all" * 999, lambda data: data[:5000], lambda data: b"", lambda data: data[::-1])
TEXTS = (
    "قال مدير الميناء إن السفينة وصلت ثم غادرت.",
    "تشارك إيران في البطولة.\nوفازت ايران في في الدورة.",
    'وقال: "لن نعود.\nثم مضى ,وغاب . ',
    "كلمة\n\nثم عاد الى الى القرية. <!-- arlint: disable-line -->",
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def articles(tmp_path: Path) -> list[Found]:
    files = []
    for number in range(3 * CHUNK + 5):
        path = tmp_path / f"مقال {number}.txt"
        path.write_text(TEXTS[number % len(TEXTS)] + f"\nالفقرة {number} من المقال." * 3, encoding="utf-8")
        os.utime(path, (1_600_000_000, 1_600_000_000))
        files.append(Found(str(path), "text"))
    return files


def _run(files: list[Found], jobs: int = 1, cache: Cache | None = None) -> list[FileReport]:
    source = Input(REGISTRY.formats, names=frozenset((rule.id, rule.code) for rule in RULES))
    done = list(reports(files, source, lambda _: RULES, (), jobs, cache))
    if cache:
        cache.close()
    return done


def _results() -> int:
    held = Cache()
    count = held.info().results
    held.close()
    return count


def _same(one: list[FileReport], other: list[FileReport]) -> bool:
    said = [[(report.path, report.diagnostics, report.faults, report.accepted) for report in reports] for reports in (one, other)]
    return said[0] == said[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps no other time")
def test_a_file_that_keeps_its_size_and_its_time_is_read_anew(articles: list[Found]) -> None:
    _run(articles, cache=Cache())
    with open(articles[0].path, "r+b") as file:
        file.write("هال".encode())
    os.utime(articles[0].path, (1_600_000_000, 1_600_000_000))
    found = Cache().content(articles[0].path, 9999)
    assert found is not None
    assert found[1] == digest(Path(articles[0].path).read_bytes())


@pytest.mark.parametrize("jobs", [1, 2, 3, 8, 200])
@pytest.mark.parametrize("count", [0, 1, CHUNK, 5 * CHUNK + 1])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    items = list(range(count))
    assert list(mapped(lambda item: bytes(item % 251), items, jobs, bytes)) == [bytes(item % 251) for item in items]


def test_a_process_that_is_killed_takes_one_item_with_it() -> None:
    deadly = {3, CHUNK + 1, CHUNK + 2}

    def work(item: int) -> bytes:
        if item in deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return str(item).encode()

    died: list[bool] = []
    done = list(mapped(work, list(range(4 * CHUNK)), 2, lambda item: b"lost %d" % item, died=lambda: died.append(True)))
    assert died == [True, True]  # once for each of the two processes that worked on these chunks
    assert done == [b"lost %d" % item if item in deadly else str(item).encode() for item in range(4 * CHUNK)]


def test_large_results_and_an_end_before_the_last_one() -> None:
    done = mapped(lambda item: bytes([item]) * 300_000, list(range(4 * CHUNK)), 2, lambda item: b"")
    assert next(done) == bytes(300_000)
    assert isinstance(done, Iterator)
    done.close()  # type: ignore[attr-defined]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_a_report_survives_packing(one: str, other: str) -> None:
    parsed = document(f"{one}\n{other}")
    report = examine(parsed, RULES)
    again = unpacked(packed(report), lambda: parsed.source, RULES)
    assert again.diagnostics == report.diagnostics
    assert [(was.message, was.sentence("ar"), was.sentence("en")) for was in again.diagnostics] == [
        (now.message, now.sentence("ar"), now.sentence("en")) for now in report.diagnostics
    ]


@pytest.mark.parametrize("now", ["وصل أمس، ثم ذهب الوفد الى العاصمة.\n", "ذهب.\n", ""])
def test_a_report_is_of_the_text_that_is_there_now(tmp_path: Path, now: str) -> None:
    """Places in a text that was replaced meanwhile would have a repair spoil the new one."""
    path = tmp_path / "a.txt"
    found = Found(str(path), "text")
    task = Checking(Input(REGISTRY.formats), lambda _: RULES, {})
    path.write_text("ذهب الوفد الى العاصمة في في البداية ، ثم عاد.\n", encoding="utf-8")
    done = task.work(found)
    path.write_text(now, encoding="utf-8")
    report = task.report(found, done)
    assert report.source is not None
    assert report.source.text == now
    assert [one.text for one in report.diagnostics] == [now[one.start : one.end] for one in report.diagnostics]
    path.unlink()
    assert [fault.kind for fault in task.report(found, done).faults] == ["file"]


def test_repairs_at_once_leave_every_file_old_or_new(tmp_path: Path) -> None:
    old = "ذهب الوفد الى العاصمة في في البداية ، ثم عاد.\n" * 20
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(old, encoding="utf-8")
    command = [sys.executable, "-m", "arlint", "fix", "."]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert {run.wait() for run in runs} <= {0, 2}
    assert {file.read_text(encoding="utf-8") for file in tmp_path.glob("*.txt")} <= {
        old, "ذهب الوفد إلى العاصمة في البداية، ثم عاد.\n" * 20,
    }  # fmt: skip


def test_processes_and_cache_change_nothing(articles: list[Found]) -> None:
    plain = _run(articles)
    assert any(report.diagnostics for report in plain)
    assert any(report.accepted for report in plain)
    assert _same(plain, _run(articles, jobs=2))
    assert _same(plain, _run(articles, jobs=8, cache=Cache()))  # cold
    assert _same(plain, _run(articles, cache=Cache()))  # warm
    assert _results() == len(articles)


def test_what_has_changed_is_read_again(articles: list[Found]) -> None:
    _run(articles, cache=Cache())
    changed = Path(articles[0].path)
    changed.write_text("سافر الى الى القرية.", encoding="utf-8")
    after = _run(articles, cache=Cache())
    assert "doubled-word" in {one.rule.id for one in after[0].diagnostics}
    assert _same(after, _run(articles))
    # The same bytes at another time are the same file; others of the same size and time are not, where the inode tells.
    os.utime(changed, (1_600_000_000, 1_600_000_000))
    assert _same(after, _run(articles, cache=Cache()))


def test_other_rules_give_other_results() -> None:
    one = fingerprint(RULES)
    assert one == fingerprint(tuple(type(rule)() for rule in reversed(RULES)))
    other = tuple(type(rule)(max=3) if rule.id == "long-sentence" else rule for rule in RULES)
    assert fingerprint(other) not in (one, None)
    assert fingerprint([cls() for cls in load().rules.values()]) is None  # relative-date depends on the day


@pytest.mark.parametrize("spoil", SPOIL)
def test_a_spoilt_cache_is_as_good_as_none(articles: list[Found], spoil: Callable[[bytes], bytes]) -> None:
    plain = _run(articles, cache=Cache())
    file = Path(database.path())
    file.write_bytes(spoil(file.read_bytes()))
    assert _same(plain, _run(articles, cache=Cache()))
    assert _same(plain, _run(articles, cache=Cache()))


@pytest.mark.parametrize("table", ["TABLE results (a INTEGER)", "TABLE folders (path TEXT, x)", "VIEW sums AS SELECT 1 AS a"])
def test_a_database_of_others_is_begun_anew(articles: list[Found], table: str) -> None:
    Path(database.path()).parent.mkdir()
    base = sqlite3.connect(database.path())
    base.execute(f"CREATE {table}")
    base.commit()
    base.close()
    plain = _run(articles, cache=Cache())
    assert _results() == len(articles)
    assert _same(plain, _run(articles, cache=Cache()))


def test_results_that_are_no_reports_are_made_anew(articles: list[Found]) -> None:
    plain = _run(articles, cache=Cache())
    base = sqlite3.connect(database.path())
    base.execute("UPDATE results SET value = ?", (b"1nonsense",))
    base.commit()
    base.close()
    assert _same(plain, _run(articles, cache=Cache()))


def test_a_folder_that_cannot_be_written_is_no_error(articles: list[Found], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ARLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert _same(_run(articles), _run(articles, cache=Cache()))


def test_two_at_once(articles: list[Found]) -> None:
    one, other = Cache(), Cache()
    assert _same(_run(articles, cache=one), _run(articles, cache=other))


def test_information_and_clearing(articles: list[Found]) -> None:
    _run(articles, cache=Cache())
    assert info().results == len(articles)
    clear()
    assert _results() == 0


def test_what_is_said_of_the_cache(articles: list[Found], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def said(action: str) -> str:
        assert main(["cache", action, "--lang", "en"]) == 0
        return capsys.readouterr().out.removeprefix(database.path())

    assert said("info") == said("clear") == ": nothing is kept.\n"
    _run(articles, cache=Cache())
    assert f" kB, {len(articles)} results." in said("info")

    def refused(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patch:
        patch.setattr("os.unlink", refused)
        assert main(["cache", "clear", "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"{database.path()} cannot be deleted (Permission denied).\n"
    clear()
    assert said("info") == ": nothing is kept.\n"


def test_a_file_that_has_just_changed_is_not_trusted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def content(text: str, time: int | None = None) -> bytes:
        path.write_text(text)
        if time is not None:
            os.utime(path, (time, time))
        held = Cache()
        found = held.content(str(path), 100)
        held.close()
        return found[1] if found else b""

    assert content("one") != content("two")


def test_the_command_says_the_same_in_any_number_of_processes(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(TEXTS[number % len(TEXTS)] * 400, encoding="utf-8")

    def said(*options: str, seed: str = "0") -> bytes:
        command = [sys.executable, "-m", "arlint", "check", "--project-root", str(tmp_path), *options, str(tmp_path)]
        done = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        assert done.returncode == 1, done.stderr
        return done.stdout

    expected = said("--jobs", "1", "--no-cache")
    assert said("--jobs", "3", seed="1") == expected  # cold
    assert said("--jobs", "2", seed="2") == expected  # warm
    wrong = subprocess.run([sys.executable, "-m", "arlint", "check", "--jobs", "none", str(tmp_path)], check=False, capture_output=True)
    assert (wrong.returncode, b"--jobs" in wrong.stderr) == (2, True)
