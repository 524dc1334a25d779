"""`arlint stats` and the figures behind it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.arabic.readability import burden, counted, osman, score
from arlint.arabic.words import WORD
from arlint.cli import main
from arlint.metrics import Metrics, metrics, total
from arlint.testing import document

FIGURES = {
    "": (0, 0, 0, 0),
    "وصل الوفد.": (2, 1, 0, 0),
    "وصل 12 وفدا. غادر NATO.": (3, 2, 0, 0),
    "قال الوزير إن الوفد وصل. وأضاف أنه غادر.": (8, 2, 0, 2),
    "بحسب البيان وصل الوفد. نقلا عن الصحيفة، غادر. ثم عاد.": (10, 3, 0, 2),
    "هتفوا: «عاش الوطن». وكتبوا \"نعم\".": (5, 2, 2, 2),
    "رددوا «عاش “الوطن” حرا» ثم انصرفوا.": (6, 1, 1, 1),
    "صمتوا طويلا «قال الوزير نعم» ثم انصرفوا.": (7, 1, 1, 0),
    "قال: «وصلنا أمس.\n«ثم غادرنا». انصرفوا.": (6, 3, 1, 1),
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    assert metrics(document(text))[:4] == FIGURES[text]


def test_headings_of_markdown_count_and_code_does_not() -> None:
    found = metrics(document("# وصل الوفد\n\nوصل اليوم.\n\n```\nكلمات ليست نصا\n```\n", "markdown"))
    assert (found.words, found.sentences) == (4, 2)


def test_averages_and_their_absence() -> None:
    found = metrics(document("وصل الوفد إلى العاصمة. غادر الوفد."))
    assert found.sentence_length == 3
    assert found.osman == osman(counted("وصل الوفد إلى العاصمة غادر الوفد".split()), 2)
    assert (Metrics().sentence_length, Metrics().osman, total([])) == (None, None, Metrics())


def test_osman_adds_up() -> None:
    one, other = metrics(document("وصل الوفد.")), metrics(document("استقبلتهم المسؤولات في العاصمة. غادروا."))
    both = metrics(document("وصل الوفد.\nاستقبلتهم المسؤولات في العاصمة. غادروا."))
    assert total([one, other]) == both
    assert score(both.words, both.sentences, both.burden) == both.osman
    assert burden(counted([])) == 0


@given(st.lists(st.sampled_from(["قال الوزير", "«وصل الوفد»", "بحسب البيان", "إلى العاصمة", "مساء أمس"]), max_size=12))
def test_harakat_change_no_figure(parts: list[str]) -> None:
    text = " ".join(parts) + "."
    vowelled = WORD.sub(lambda word: word.group()[:1] + "\u064e" + word.group()[1:], text)
    assert metrics(document(vowelled)) == metrics(document(text))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "أ.txt").write_text("قال الوزير: «نعم». وأضاف أن الوفد وصل.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("وصل الوفد الخامس إلى العاصمة مساء أمس.\n", encoding="utf-8")
    return tmp_path


TABLE = {
    "en": """\
words  sentences  quotations  sources  words/sentence  osman
    7          1           0        0             7.0  100.4  b.md
    7          2           1        2             3.5  124.7  أ.txt
   14          3           1        2             4.7  113.1  total
""",
    "ar": """\
كلمات  جمل  اقتباسات  مصادر  كلمات/جملة  القراءة
    7    1         0      0         7.0    100.4  b.md
    7    2         1      2         3.5    124.7  أ.txt
   14    3         1      2         4.7    113.1  المجموع
""",
}


@pytest.mark.parametrize("lang", TABLE)
def test_the_table(desk: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert main(["stats", "--lang", lang]) == 0
    assert capsys.readouterr() == (TABLE[lang], "")


def test_the_table_has_the_digits_that_are_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--lang", "ar", "--numerals", "arabic", "b.md"]) == 0
    assert "٧    ١         ٠      ٠         ٧٫٠    ١٠٠٫٤  b.md" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال: «قرأت \"الأيام\" أمس.\nثم نمت \"قليلا\"».\nوقال: \"نعم\".", 2),
        ("قال: «قرأت \"الأيام\" أمس.\n«ثم نمت.\n«ثم عدت».\nوقال: \"نعم\".", 2),
    ],
)
def test_a_quotation_over_several_paragraphs_is_one(text: str, count: int) -> None:
    assert metrics(document(text)).quotations == count


def test_json(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "bad.txt").write_bytes("قال".encode("windows-1256"))
    (desk / "empty.txt").write_text("")
    assert main(["stats", "--format", "json", "--lang", "en", "أ.txt", "empty.txt", "bad.txt"]) == 2
    said = json.loads(capsys.readouterr().out)
    figures = {"words": 7, "sentences": 2, "quotations": 1, "sources": 2, "sentence_length": 3.5, "osman": 124.7}
    nothing = {"words": 0, "sentences": 0, "quotations": 0, "sources": 0, "sentence_length": None, "osman": None}
    assert said["files"] == [{"path": "empty.txt", **nothing}, {"path": "أ.txt", **figures}]
    assert said["total"] == {"files": 2, **figures}
    assert [(one["path"], one["kind"]) for one in said["errors"]] == [("bad.txt", "file")]


def test_a_file_that_cannot_be_read_is_said_beside_the_table(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--lang", "en", "b.md", "none.txt"]) == 2
    out, err = capsys.readouterr()
    row = "    7          1           0        0             7.0  100.4  "
    assert out.splitlines()[1:] == [f"{row}b.md", f"{row}total"]
    assert err == "none.txt: There is no such file or folder; check the path.\n"


def test_it_reads_what_check_reads(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / ".arlint.yml").write_text("exclude: b.md\nlang: en\n")
    assert main(["stats"]) == 0
    assert "b.md" not in capsys.readouterr().out
    assert main(["stats", "b.md"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["    0          0           0        0               -      -  total"]
    (desk / "none").mkdir()
    assert main(["stats", "none"]) == 2
    assert "nothing to check in none" in capsys.readouterr().err
    assert main(["stats", "-", "b.md"]) == 2
