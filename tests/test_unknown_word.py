"""Spelling against a dictionary: finding one, what is known, what is learned from the text, and what is said where something is missing.

The tests that need the library (`pip install arlint[spell]`) are skipped where it is not installed.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from arlint.engine import examine
from arlint.plugins import load
from arlint.rules import AnyRule
from arlint.testing import document
from tests.configuring import project

UNKNOWN: type[AnyRule] = load().rules["unknown-word"]
needs_library = pytest.mark.skipif(find_spec("hunspell") is None, reason="the library chunspell is not here: pip install arlint[spell]")

AFF = "SET UTF-8\nPFX A Y 1\nPFX A 0 ال .\n"
WORDS = (
    "قال وصل حضر افتتح شرح إلى في من عن إن أن على قرب مع وفد/A مدرسة/A وزير/A مدينة/A وزارة/A شركة/A قرار/A فرنسي/A كان هذا خبير/A جسر/A "
    "رجب طيب تسمح شخص/A إعلان/A أعلام ثلاثة جميلة"
).split()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a dictionary `ar` of a few words, which Hunspell is told of."""
    project(tmp_path, {"hunspell/ar.aff": AFF, "hunspell/ar.dic": "\n".join((str(len(WORDS)), *WORDS)) + "\n"})
    monkeypatch.setenv("DICPATH", str(tmp_path / "hunspell"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def unknown(text: str, folder: Path, **options: object) -> list[str]:
    rule = UNKNOWN(dictionary=str(folder / "hunspell" / "ar.dic"), **{"every": True, **options})
    report = examine(document(text), [rule])
    assert not report.faults, report.faults
    return [one.text for one in report.diagnostics]


NAMES = {
    "an unknown word": ("حضر بوتسوانا.", ["بوتسوانا"]),
    "twice": ("حضر بوتسوانا، ثم حضر بوتسوانا.", ["بوتسوانا", "بوتسوانا"]),
    "three times": ("حضر بوتسوانا، وصل بوتسوانا، قال بوتسوانا.", []),
    "three times, particles and all": ("حضر بوتسوانا، وصل إلى البوتسوانا، شرح لبوتسوانا.", []),
    "after a title": ("حضر الوزير بوتسوانا.", []),
    "once after a title": ("حضر الوزير بوتسوانا. قال بوتسوانا.", []),
    "a title with adjectives": ("حضر وزير المدرسة الفرنسي الجميلة رجب طيب بوتسوانا.", []),
    "a title too far back": ("حضر الوزير في مدرسة فرنسي بوتسوانا.", ["بوتسوانا"]),
    "a place": ("وصل إلى مدينة بوتسوانا.", []),
    "a body": ("قال خبير في شركة بوتسوانا.", []),
    "a title across a comma": ("حضر الوزير، بوتسوانا قرب المدرسة.", ["بوتسوانا"]),
    "an adjective of relation": ("حضر الفرنسي بوتسوانا.", []),
    "side by side": ("حضر بوتسوانا دلفينيوم.", []),
    "its letters in Latin script": ("وصل إلى بوتسوانا (Botswana).", []),
    "a dateline": ("بوتسوانا (رويترز) - قال الوزير إن الوفد وصل إلى مدرسة في المدينة.", []),
    "letters that Arabic lacks": ("حضر پوتسوانا.", []),
    "short": ("حضر ثط.", []),
    "very long": (f"حضر {'بوت' * 20}.", []),
    "a hashtag": ("حضر #بوتسوانا.", []),
    "in a quotation": ("قال: «حضر بوتسوانا».", []),
    "servant of": ("حضر عبدالبديع.", []),
    "a word of every desk": ("شرح تغريدة في يوتيوب.", []),
    "particles that the dictionary does not attach": ("وصل إلى المدرسة فبالوزير.", []),
    "marks": ("حضر الوَفْدُ إلى الـمـدرسة.", []),
}


@needs_library
@pytest.mark.parametrize("name", NAMES)
def test_names_are_learned_from_the_text(folder: Path, name: str) -> None:
    text, expected = NAMES[name]
    assert unknown(text, folder) == expected


@needs_library
def test_how_many_times_make_a_name_is_an_option(folder: Path) -> None:
    text = "حضر بوتسوانا، ثم حضر بوتسوانا."
    assert unknown(text, folder, known=["ثم"], times=2) == []
    assert unknown(text + " وصل بوتسوانا.", folder, times=4) == ["بوتسوانا"] * 3


@needs_library
@pytest.mark.parametrize("text", ["حضر بوتسوانا.", "وصل إلى بوتسواناهم.", "حضر وبالبوتسوانا."])
def test_known_words_and_the_house_vocabulary_with_what_is_attached(folder: Path, text: str) -> None:
    assert unknown(text, folder) != []
    assert unknown(text, folder, known=["بوتسوانا"]) == []
    assert unknown(text, folder, vocabulary={"بوتسوانا": "كما في الدليل"}) == []


@needs_library
def test_adjectives_of_the_vocabulary_are_inflected(folder: Path) -> None:
    assert unknown("حضر البوتسوانيون. وصل وفد بوتسوانية.", folder, known=["بوتسواني"]) == []


SLIPS = {
    "hamza": ("حضر اعلام.", {"اعلام": "أعلام"}),
    "two hamzas possible": ("حضر الاعلان.", {"الاعلان": "الإعلان"}),
    "final dots": ("حضر من مدرسه.", {"مدرسه": "مدرسة"}),
    "letters swapped": ("وصل إلى الوزراة قرب الوزارة.", {"الوزراة": "الوزارة"}),
    "swapped, but of no word here": ("وصل إلى الوزراة.", {}),
    "a letter taken for another": ("حضر من المدرصة إلى المدرسة.", {"المدرصة": "المدرسة"}),
    "a letter left out": ("حضر من المدسة إلى المدرسة.", {}),
    "a weak letter left out": ("وصل إلى الوزرة قرب الوزارة.", {"الوزرة": "الوزارة"}),
    "glued": ("حضر من المدرسةالجميلة.", {}),
    "glued, both known": ("حضر من الوزارةالمدينة.", {"الوزارةالمدينة": "الوزارة المدينة"}),
    "negated": ("إن القرار لاتسمح.", {"لاتسمح": "لا تسمح"}),
    "onto ما": ("كان هذا مابين المدرسة.", {"مابين": "ما بين"}),
    "not one hamza for another": ("حضر إعلام.", {}),
    "a name": ("حضر بوتسوانا.", {}),
}


@needs_library
@pytest.mark.parametrize("name", SLIPS)
def test_without_every_only_usual_slips_are_told(folder: Path, name: str) -> None:
    text, expected = SLIPS[name]
    report = examine(document(text), [UNKNOWN(dictionary=str(folder / "hunspell/ar"))])
    assert {one.text: one.args["near"] for one in report.diagnostics} == expected
    for one in report.diagnostics:
        assert one.fix is not None
        assert not one.fix.safe


@needs_library
def test_of_several_possible_words_none_is_put_in(folder: Path) -> None:
    project(folder, {"hunspell/two.aff": AFF, "hunspell/two.dic": "3\nإعلام\nأعلام\nحضر\n"})
    found = examine(document("حضر اعلام."), [UNKNOWN(dictionary="two")]).diagnostics
    said = "«اعلام» is not in the dictionary; perhaps «إعلام» / «أعلام» is meant."
    assert [(one.fix, one.sentence("en")) for one in found] == [(None, said)]
    found = examine(document("حضر أعلام. حضر اعلام."), [UNKNOWN(dictionary="two")]).diagnostics
    assert [one.args["near"] for one in found] == ["أعلام"]


@needs_library
def test_proposals_of_the_dictionary_on_demand(folder: Path) -> None:
    rules = [UNKNOWN(dictionary="ar", every=True, suggestions=number) for number in (0, 2)]
    found = [examine(document("وصل إلى المدرسسسة."), [rule]).diagnostics[0] for rule in rules]
    assert found[0].sentence("en") == "«المدرسسسة» is not in the dictionary; correct it, or add it to the house vocabulary if it is right."
    assert "«المدرسة»" in found[1].sentence("ar")
    assert found[1].fix is None


@needs_library
def test_a_dictionary_in_another_arabic_encoding(folder: Path) -> None:
    words = "2\nحضر\nوصل\n".encode("iso-8859-6")
    project(folder, {"hunspell/old.aff": "SET ISO8859-6\n", "hunspell/old.dic": words})
    report = examine(document("حضر بوتسوانا وپوتسوانا."), [UNKNOWN(dictionary="old", every=True)])
    assert (report.faults, [one.text for one in report.diagnostics]) == ((), ["بوتسوانا"])


RUN = [sys.executable, "-m", "arlint", "check", "--lang", "en"]
TEXT = "وصل إلى الوزراة قرب الوزارة.\n"


def run(*arguments: str, cwd: Path, command: tuple[str, ...] = tuple(RUN)) -> tuple[int, str, str]:
    done = subprocess.run([*command, *arguments], check=False, cwd=cwd, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


@needs_library
def test_where_the_configuration_turns_it_on(folder: Path) -> None:
    config = "rules: {unknown-word: {level: error, every: true}}\nvocabulary: words.yml\n"
    project(folder, {"a.txt": f"{TEXT}حضر بوتسوانا.\n", ".arlint.yml": config, "words.yml": "- preferred: بوتسوانا\n"})
    code, out, _ = run("--format", "json", cwd=folder)
    assert [(one["code"], one["text"]) for one in json.loads(out)["findings"]] == [("DIC001", "الوزراة")]
    assert code == 1


@needs_library
def test_a_path_is_relative_to_the_configuration(folder: Path) -> None:
    project(folder, {"desk/a.txt": TEXT, ".arlint.yml": "select: DIC\nrules: {DIC001: {dictionary: ./hunspell/ar.dic}}"})
    assert "DIC001" in run("a.txt", "--format", "concise", cwd=folder / "desk")[1]


MISSING = {
    "no such name": (
        {"dictionary": "xx"},
        "no Hunspell dictionary 'xx' in the usual folders; install one (as: apt install hunspell-ar, or with LibreOffice), or name its "
        "dic file in the option dictionary of rule unknown-word.",
    ),
    "no such file": (
        {"dictionary": "./none.dic"},
        "none.dic; it takes two files of one name, aff and dic, side by side; correct the path.",
    ),
    "half of it": ({"dictionary": "./half.dic"}, "half.dic; it takes two files of one name, aff and dic, side by side; correct the path."),
    "no Arabic": ({"dictionary": "./latin"}, "latin is encoded in ISO8859-1, which has no Arabic; an Arabic one is needed, best in UTF-8."),
}


@needs_library
@pytest.mark.parametrize("name", MISSING)
def test_a_missing_dictionary_is_one_line_and_exit_code_2(folder: Path, name: str) -> None:
    options, said = MISSING[name]
    project(folder, {"a.txt": TEXT, "half.dic": "0\n", "latin.aff": "", "latin.dic": "0\n"})
    project(folder, {".arlint.yml": f"rules: {{DIC001: {json.dumps(options)}}}"})
    code, out, err = run(cwd=folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(".arlint.yml:1:9: ")
    assert err.rstrip().endswith(said)


WITHOUT = ("-c", "import sys; sys.modules['hunspell'] = None; from arlint.cli import main; sys.exit(main(sys.argv[1:]))")


def test_without_the_library_the_rule_is_a_mistake_of_the_configuration(folder: Path) -> None:
    project(folder, {"a.txt": TEXT, "on.yml": "rules:\n  unknown-word: warning\n"})
    bare = (sys.executable, *WITHOUT, "check")
    needs = "rule unknown-word needs the library chunspell, which is not installed; install it: pip install"
    said = f'{needs} "arlint[spell]", or switch it off.'
    assert run("--lang", "en", "--config", "on.yml", cwd=folder, command=bare) == (2, "", f"on.yml:2:3: {said}\n")
    assert run("--lang", "en", "--select", "DIC001", cwd=folder, command=bare) == (2, "", f"--select: {said}\n")
    assert "ثبّتها: pip install" in run("--select", "DIC", cwd=folder, command=bare)[2]
    assert run("--lang", "en", "--select", "QUO", cwd=folder, command=bare)[0] == 0


def test_every_other_command_works_without_the_library(folder: Path) -> None:
    bare = (sys.executable, *WITHOUT)
    project(folder, {".arlint.yml": "rules: {unknown-word: on}"})
    for command in (["rules"], ["explain", "DIC001"], ["config"], ["schema"], ["check", "--help"]):
        code, out, err = run(*command, cwd=folder, command=bare)
        assert (code, err) == (0, ""), command
        assert "unknown-word" in out or command[-1] == "--help"
