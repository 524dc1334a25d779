"""The baseline: what is accepted, how it survives edits and renames, that it only shrinks, and what is said of stale entries."""

import json
import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from arlint.cli import main

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl"
ARTICLES = int(os.environ.get("ARLINT_ARTICLES", "100"))
FIRST = "وصل الوفد الى العاصمة .\n"
SECOND = "وعاد في المساء الى الميناء .\n"
CLEAN = "وقالت الهيئة إن الرحلة طويلة.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"خبر.txt": FIRST + CLEAN, "أخبار/b c.md": f"# عنوان\n\n{SECOND}"})
    return tmp_path


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments, "--lang", "en"])
    return code, *capsys.readouterr()


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int, str]]:
    out = said(capsys, "check", "--format", "json", *arguments)[1]
    return [(one["path"], one["line"], one["code"]) for one in json.loads(out)["findings"]]


def test_what_was_there_is_accepted_and_what_is_new_is_not(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert said(capsys, "baseline")[:2] == (0, "Wrote .arlint-baseline.json, with 4 findings in 2 files.\n")
    assert said(capsys, "check") == (0, "Nothing found in 2 files.\nSuppressed: 4 findings.\n", "")
    write(folder, {"خبر.txt": f"{CLEAN}\nسطر جديد، وفيه الى.\n\n{FIRST}\n{CLEAN}"})
    assert found(capsys) == [("خبر.txt", 3, "ORT001")]
    assert len(found(capsys, "--no-baseline")) == 5


MENDED = [
    (FIRST.replace("الى", "إلى"), [], "1 entry"),  # one finding repaired: the other is still known
    (FIRST.replace("الوفد", "الوفدُ"), [], ""),
    (FIRST.replace("الوفد", "الوزير"), ["ORT001", "PUN002"], "2 entries"),
    (FIRST + FIRST, ["DUP001"], ""),
]


@pytest.mark.parametrize(("text", "codes", "stale"), MENDED)
def test_a_paragraph_is_known_by_its_words(
    capsys: pytest.CaptureFixture[str], folder: Path, text: str, codes: list[str], stale: str
) -> None:
    said(capsys, "baseline")
    write(folder, {"خبر.txt": text})
    assert [code for path, _, code in found(capsys) if path == "خبر.txt"] == codes
    assert (f"No finding matches {stale} of the baseline" in said(capsys, "check")[1]) is bool(stale)


def test_a_renamed_file_keeps_what_was_accepted(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    said(capsys, "baseline")
    (folder / "خبر.txt").rename(folder / "جديد.txt")
    assert found(capsys) == []
    assert said(capsys, "baseline")[1] == "Wrote .arlint-baseline.json, with 4 findings in 2 files.\n"
    assert '"جديد.txt"' in (folder / ".arlint-baseline.json").read_text("utf-8")
    write(folder, {"نسخة.txt": FIRST})
    assert {path for path, _, _ in found(capsys)} == {"نسخة.txt"}


def test_it_only_shrinks_unless_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    said(capsys, "baseline")
    write(folder, {"خبر.txt": CLEAN, "c.txt": SECOND})
    code, out, _ = said(capsys, "check", "خبر.txt")
    assert code == 0
    assert "suggestion SUP001 unused-suppression No finding matches 2 entries of the baseline" in out
    assert found(capsys, "--select", "QUO", "خبر.txt") == []
    assert said(capsys, "baseline")[1].splitlines() == [
        "Wrote .arlint-baseline.json, with 2 findings in 1 file.",
        "Taken out, since they are gone: 2 findings.",
        "Not accepted, since they are new: 2 findings; to accept them: --grow.",
    ]
    assert [path for path, _, _ in found(capsys)] == ["c.txt", "c.txt"]
    said(capsys, "baseline", "c.txt", "--grow")
    assert found(capsys) == []
    (folder / "c.txt").unlink()
    assert "matches 2 entries" in said(capsys, "check")[1]
    said(capsys, "baseline")
    assert '"c.txt"' not in (folder / ".arlint-baseline.json").read_text("utf-8")


def test_rules_and_files_that_were_not_looked_at_keep_their_entries(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    said(capsys, "baseline")
    before = (folder / ".arlint-baseline.json").read_text("utf-8")
    said(capsys, "baseline", "--select", "QUO")
    said(capsys, "baseline", "خبر.txt")
    (folder / "خبر.txt").write_bytes(b"\xc7\xe1")
    assert said(capsys, "baseline")[0] == 2
    assert (folder / ".arlint-baseline.json").read_text("utf-8") == before


def test_its_place_is_configured(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    write(folder, {".arlint.yml": "baseline: desk/known.json\n"})
    said(capsys, "baseline")
    assert json.loads((folder / "desk/known.json").read_text("utf-8"))["accepted"][0]["path"].startswith("../")
    assert found(capsys) == []
    code, _, err = said(capsys, "check", "--baseline", "other.json")
    assert (code, err) == (2, "there is no file other.json; arlint baseline writes it.\n")


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "accepted": []}', '{"version": 1, "accepted": [{"path": "a"}]}', "\ud800"])
def test_a_file_that_is_no_baseline(capsys: pytest.CaptureFixture[str], folder: Path, text: str) -> None:
    (folder / ".arlint-baseline.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    for command in ("check", "baseline"):
        code, _, err = said(capsys, command)
        assert code == 2
        assert err.startswith(".arlint-baseline.json: ")


def test_accepted_findings_are_not_repaired(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    said(capsys, "baseline")
    write(folder, {"خبر.txt": f"{FIRST}سطر جديد وفيه الى .\n"})
    assert said(capsys, "check", "--fix")[0] == 0
    assert (folder / "خبر.txt").read_text("utf-8") == f"{FIRST}سطر جديد وفيه إلى.\n"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
def test_after_edits_only_what_was_edited_is_spoken_of(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    """Real articles, with faults put into a paragraph of every tenth. `ARLINT_ARTICLES=1000` tries a thousand."""
    chance = random.Random(5)
    with CORPUS.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for _, line in zip(range(ARTICLES), lines, strict=False)]
    texts = {f"articles/{number:04}.txt": f"{one['title']}\n{one['content']}\n" for number, one in enumerate(articles)}
    write(folder, texts)
    assert said(capsys, "baseline", "articles")[0] == 0
    assert found(capsys, "articles") == []
    edited: set[tuple[str, int]] = set()
    for name in chance.sample(sorted(texts), ARTICLES // 10):
        paragraphs = texts[name].split("\n")
        at = chance.randrange(1, len(paragraphs) - 1)
        words = paragraphs[at].split(" ")
        words.insert(chance.randrange(len(words) + 1), "وسيصل الفريق الى الملعب ،")
        paragraphs[at] = " ".join(words)
        paragraphs[:0] = [""] * chance.randrange(3)
        moved = next(number for number, text in enumerate(paragraphs) if text == " ".join(words))
        edited.add((name, moved + 1))
        write(folder, {name: "\n".join(paragraphs)})
    seen = {(path, line) for path, line, code in found(capsys, "articles") if code != "SUP001"}
    assert seen == edited
