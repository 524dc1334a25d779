"""The house vocabulary: what it adds to the house style, and every mistake in it at its line and column."""

from pathlib import Path

import pytest

from arlint.config import ConfigError
from tests.configuring import force, mistakes, project

WORDS = """\
- preferred: أوكرانيا
  variants: [اوكرانيا, أُكرانيا]
  why: كما في دليل التحرير
- preferred: رئيس الوزراء
  variants: بريمير
- preferred: أميركا
  group: america
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def house(path: str | None = None) -> dict[str, tuple[object, str]]:
    return {key: (value, place.origin) for key, (value, place) in force().house_for(path).items()}


def test_what_it_adds_to_the_house_style(folder: Path) -> None:
    project(folder, {".arlint.yml": "vocabulary: [style/words.yml]", "style/words.yml": WORDS})
    assert house() == {
        "vocabulary.أوكرانيا": ("كما في دليل التحرير", "style/words.yml:1"),
        "words.اوكرانيا": ("أوكرانيا", "style/words.yml:2"),
        "words.أكرانيا": ("أوكرانيا", "style/words.yml:2"),
        "vocabulary.رئيس الوزراء": ("", "style/words.yml:4"),
        "words.بريمير": ("رئيس الوزراء", "style/words.yml:5"),
        "vocabulary.أميركا": ("", "style/words.yml:6"),
        "variants.america": ("أميركا", "style/words.yml:7"),
    }


def test_the_block_of_the_configuration_wins_word_by_word(folder: Path) -> None:
    project(
        folder,
        {
            ".arlint.yml": "vocabulary: words.yml\nhouse_style: {words: {اوكرانيا: أكرانيا}, variants: {google: غوغل}}",
            "words.yml": WORDS,
        },
    )
    assert house()["words.اوكرانيا"] == ("أكرانيا", ".arlint.yml:2")
    assert house()["words.بريمير"] == ("رئيس الوزراء", "words.yml:5")
    assert force().choices_for()["mixed-tanwin"].options["forms"][0] == {"america": "أميركا", "google": "غوغل"}


def test_a_path_belongs_to_the_file_that_names_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house_file = "vocabulary: words.yml"
    project(folder, {".arlint.yml": "extends: house/style.yml", "house/style.yml": house_file, "house/words.yml": WORDS, "desk/a.txt": ""})
    monkeypatch.chdir(folder / "desk")
    assert house()["words.بريمير"] == ("رئيس الوزراء", "../house/words.yml:5")


def test_an_override_has_words_of_its_own(folder: Path) -> None:
    config = "vocabulary: a.yml\noverrides:\n  - {paths: sport/, vocabulary: b.yml}"
    files = {"a.yml": "- {preferred: فريق, variants: تيم}", "b.yml": "- {preferred: منتخب, variants: تيم}"}
    project(folder, {".arlint.yml": config, **files})
    assert house("sport/x.txt")["words.تيم"] == ("منتخب", "b.yml:1")
    assert house("news/x.txt")["words.تيم"] == ("فريق", "a.yml:1")


def test_a_toml_configuration_names_one_too(folder: Path) -> None:
    project(folder, {"pyproject.toml": '[tool.arlint]\nvocabulary = ["words.yml"]\n', "words.yml": WORDS})
    assert house()["words.بريمير"][0] == "رئيس الوزراء"


@pytest.mark.parametrize("text", ["", "# لا شيء بعد\n", "[]"])
def test_an_empty_vocabulary_adds_nothing(folder: Path, text: str) -> None:
    project(folder, {".arlint.yml": "vocabulary: words.yml", "words.yml": text})
    assert house() == {}


MISTAKES = {
    "a mapping": ("preferred: أوكرانيا", "1:1: the vocabulary must be a list, not a mapping of keys to values."),
    "no preferred form": ("- variants: [اوكرانيا]", "1:3: an entry of the vocabulary lacks 'say'."),
    "a misspelt key": (
        "- preferred: أوكرانيا\n  wy: [اوكرانيا]",
        "2:3: no setting 'wy' in an entry of the vocabulary; did you mean 'why'?",
    ),
    "a number": ("- preferred: 12", "1:14: 'say' must be text, not the number 12; put it in quotes."),
    "nothing": ("- preferred: ' '", "1:14: nothing is written here; write the word, or remove the entry."),
    "two words": (
        "- preferred: أوبك\n  variants: [الأوبك, '']",
        "2:22: nothing is written here; write the word, or remove the entry.",
    ),
    "right and wrong": (
        "- preferred: أوبك\n  variants: [اوبك]\n- preferred: اوبك",
        "3:14: 'اوبك' was named on line 2 already; remove one of the two.",
    ),
    "replaced by two": (
        "- {preferred: أوبك, variants: [اوبك]}\n- {preferred: الأوبك, variants: [اوبك]}",
        "2:34: 'اوبك' was named on line 1 already; remove one of the two.",
    ),
    "a key twice": ("- preferred: أوبك\n  preferred: اوبك", "2:3: key 'preferred' is given twice, first on line 1; remove one."),
    "broken": ("- preferred: [أوبك", "2:1: broken YAML: a bracket is not closed, or ',' is missing."),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_have_their_place_in_the_vocabulary(folder: Path, name: str) -> None:
    text, said = MISTAKES[name]
    project(folder, {".arlint.yml": "vocabulary: words.yml", "words.yml": text + "\n"})
    english, arabic = mistakes()
    assert english == [f"words.yml:{said}"]
    assert arabic[0].startswith(f"words.yml:{said.split()[0]}")
    assert arabic[0] != english[0]


def test_all_mistakes_of_all_files_at_once(folder: Path) -> None:
    project(folder, {".arlint.yml": "vocabulary: [none.yml, a.yml]\nlang: fr", "a.yml": "- preferred: ''\n- varients: 1\n"})
    places = [".arlint.yml:1:14", ".arlint.yml:2:7", "a.yml:1:14", "a.yml:2:3", "a.yml:2:3"]
    assert [line.split(": ")[0] for line in mistakes()[0]] == places
    assert mistakes()[0][0] == ".arlint.yml:1:14: there is no vocabulary file none.yml; correct the path."
    assert mistakes()[1][0] == ".arlint.yml:1:14: لا يوجد ملف مفردات باسم none.yml؛ صحّح المسار."


def test_bytes_that_are_no_utf8(folder: Path) -> None:
    project(folder, {".arlint.yml": "vocabulary: words.yml", "words.yml": "- preferred: أوبك".encode("windows-1256")})
    with pytest.raises(ConfigError, match=r"words.yml:1:14: the file is not in UTF-8"):
        force()
