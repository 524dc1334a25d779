"""Every kind of mistake in a configuration: where it is, what is wrong, and what was probably meant; all of them at once."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arlint.config import Given
from arlint.config.shape import OVERRIDES, SETTINGS
from tests.configuring import mistakes, project

NAMES = ", ".join(setting.name for setting in SETTINGS.settings)
OVERRIDABLE = ", ".join(setting.name for setting in OVERRIDES.hint.settings)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


YAML: dict[str, tuple[str, str, str]] = {
    # Names
    "setting": ("selct: LIN\n", "1:1: no setting 'selct' in the configuration; did you mean 'select'?", "«selct»؛ هل تقصد «select»؟"),
    "no near setting": (
        "zzz: 1\n", f"1:1: no setting 'zzz' in the configuration; there are: {NAMES}.", "لا إعداد باسم «zzz»؛ الموجود: extends،",
    ),
    "setting's case": ("Lang: ar\n", "1:1: no setting 'Lang' in the configuration; did you mean 'lang'?", "هل تقصد «lang»؟"),
    "rule": (
        "rules:\n  long-lime: off\n", "2:3: no rule 'long-lime'; did you mean 'long-line'?",
        "لا قاعدة باسم «long-lime»؛ هل تقصد «long-line»؟",
    ),
    "code": ("rules: {LIN01: off}\n", "1:9: no rule 'LIN01'; did you mean 'LIN001'?", "هل تقصد «LIN001»؟"),
    "category": ("select: [LIM]\n", "1:10: no rule 'LIM'; did you mean 'LIN'?", "هل تقصد «LIN»؟"),
    "glob": ("ignore:\n  - 'ZZ*'\n", "2:5: no rule 'ZZ*'; for a list: arlint rules.", "لعرض القواعد: arlint rules"),
    "option": (
        "rules:\n  LIN001:\n    mx: 3\n", "3:5: no option 'mx' in rule 'long-line'; did you mean 'max'?",
        "لا خيار باسم «mx» في القاعدة «long-line»؛ هل تقصد «max»؟",
    ),
    "no options at all": ("rules: {LIN002: {zz: 3}}\n", "1:18: no option 'zz' in rule 'short-line'; it has no options.", "لا خيارات لها"),
    "preset": ("extends: strct\n", "1:10: no preset 'strct'; did you mean 'strict'?", "لا إعداد جاهز باسم «strct»؛ هل تقصد «strict»؟"),
    "file": (
        "extends: [strict, none.yml]\n", "1:19: there is no configuration file none.yml; correct the path.",
        "لا يوجد ملف إعدادات باسم none.yml",
    ),
    "plugins": (
        "plugins: {requires: [x]}\n", "1:11: no setting 'requires' in 'plugins'; did you mean 'require'?", "«plugins»: لا إعداد باسم",
    ),
    "house style": (
        "house_style:\n  tanwin:\n    positon: any\n", "3:5: no setting 'positon' in 'house_style.tanwin'; did you mean 'position'?",
        "«house_style.tanwin»: لا إعداد باسم «positon»؛ هل تقصد «position»؟",
    ),
    # Types
    "language": ("lang: fr\n", "1:7: 'lang' must be one of ar, en, not the text 'fr'.", "المتوقع إحدى القيم (ar، en)، لا النص «fr»."),
    "level": (
        "rules: {LIN001: eror}\n",
        "1:17: rule 'LIN001' must be one of off, on, error, warning, suggestion, not the text 'eror'; did you mean 'error'?",
        "هل تقصد «error»؟",
    ),
    "level of a mapping": (
        "rules: {LIN001: {level: 3}}\n",
        "1:25: the level of rule 'long-line' must be one of off, on, error, warning, suggestion, not the number 3.", "لا العدد 3",
    ),
    "the no of YAML 1.1": (
        "rules: {LIN001: NO}\n", "1:17: rule 'LIN001' must be one of off, on, error, warning, suggestion, not the text 'NO'.",
        "لا النص «NO»",
    ),
    "no value": (
        "rules:\n  LIN001:\n", "2:10: rule 'LIN001' must be one of off, on, error, warning, suggestion, not an empty value.",
        "لا قيمة فارغة",
    ),
    "int": (
        "rules: {LIN001: {max: '9'}}\n",
        "1:23: option 'max' of rule 'long-line' must be a whole number, not the text '9'; write it with the digits 0-9, without quotes.",
        "المتوقع عدد صحيح، لا النص «9»؛ اكتبه بالأرقام 0-9",
    ),
    "arabic digits": (
        "rules: {LIN001: {max: ٩٠}}\n",
        "1:23: option 'max' of rule 'long-line' must be a whole number, not the text '٩٠'; write it with the digits 0-9, without quotes.",
        "لا النص «٩٠»؛ اكتبه بالأرقام 0-9",
    ),
    "int for float": (
        "rules: {LIN001: {max: 1.5}}\n", "1:23: option 'max' of rule 'long-line' must be a whole number, not the number 1.5.", "1.5",
    ),
    "count": (
        "rules: {LIN001: {max: -1}}\n", "1:23: option 'max' of rule 'long-line' must be 0 or more, not the number -1.", "0 أو أكثر، لا",
    ),
    "share": (
        "rules: {LIN001: {share: 60}}\n", "1:25: option 'share' of rule 'long-line' must be a number from 0 to 1, not the number 60.",
        "عدد من 0 إلى 1",
    ),
    "bool for int": (
        "rules: {LIN001: {max: true}}\n", "1:23: option 'max' of rule 'long-line' must be a whole number, not true.", "لا true",
    ),
    "bool": (
        "rules: {LIN001: {strict: yes}}\n",
        "1:26: option 'strict' of rule 'long-line' must be true or false, not the text 'yes'; write true or false.", "؛ اكتب true أو false",
    ),
    "string": (
        "rules: {LIN001: {unit: 8}}\n", "1:24: option 'unit' of rule 'long-line' must be text, not the number 8; put it in quotes.",
        "؛ ضع القيمة بين علامتي تنصيص",
    ),
    "literal": (
        "rules: {LIN001: {kind: proze}}\n",
        "1:24: option 'kind' of rule 'long-line' must be one of any, prose, verse, not the text 'proze'; did you mean 'prose'?", "«prose»",
    ),
    "list": (
        "rules: {LIN001: {words: x}}\n",
        "1:25: option 'words' of rule 'long-line' must be a list, not the text 'x'; put it in brackets: […].", "؛ ضعه بين قوسين: […]",
    ),
    "item": (
        "rules:\n  LIN001:\n    words:\n      - a\n      - 2\n",
        "5:9: each item of option 'words' of rule 'long-line' must be text, not the number 2; put it in quotes.",
        "كل عنصر في الخيار «words»",
    ),
    "mapping": (
        "rules: {LIN001: {groups: [a]}}\n",
        "1:26: option 'groups' of rule 'long-line' must be a mapping of keys to values, not a list.", "جدول من أزواج",
    ),
    "value of a mapping": (
        "rules: {LIN001: {groups: {a: 2.5}}}\n",
        "1:30: 'a' in option 'groups' of rule 'long-line' must be on, off or a whole number, not the number 2.5.",
        "«a» في الخيار «groups»",
    ),
    "fixed length": (
        "rules: {LIN001: {span: [1]}}\n", "1:24: option 'span' of rule 'long-line': Expected `array` of length 2, got 1.", "«span»",
    ),
    "rules are no list": ("rules: [LIN001]\n", "1:8: 'rules' must be a mapping of keys to values, not a list.", "المتوقع جدول"),
    "selector": (
        "select: [LIN, 3]\n", "1:15: each item of 'select' must be text, not the number 3; put it in quotes.", "كل عنصر في «select»",
    ),
    "selectors": ("ignore: {LIN: off}\n", "1:9: 'ignore' must be text or a list, not a mapping of keys to values.", "نص أو قائمة"),
    "overrides": ("overrides: {paths: x}\n", "1:12: 'overrides' must be a list, not a mapping of keys to values.", "المتوقع قائمة"),
    "paths missing": ("overrides:\n  - rules: {LIN001: off}\n", "2:5: 'overrides' lacks 'paths'.", "«overrides»: ينقص «paths»."),
    "paths empty": ("suppress:\n  - paths:\n    rules: [LIN]\n", "2:5: 'suppress' lacks 'paths'.", "ينقص «paths»"),
    "override's settings": (
        "overrides:\n  - paths: x\n    lang: en\n",
        f"3:5: no setting 'lang' in 'overrides'; there are: {OVERRIDABLE}.", "«overrides»: لا إعداد باسم «lang»",
    ),
    "suppress": ("suppress:\n  - paths: x\n    rules: [LIM]\n", "3:13: no rule 'LIM'; did you mean 'LIN'?", "هل تقصد «LIN»؟"),
    "house value": (
        "house_style: {digits: roman}\n", "1:23: 'house_style.digits' must be one of any, western, arabic, not the text 'roman'.",
        "western",
    ),
    "house mapping": (
        "house_style: {tanwin: after}\n", "1:23: 'house_style.tanwin' must be a mapping of keys to values, not the text 'after'.", "جدول",
    ),
    "house variants": (
        "house_style: {variants: {a: 3}}\n", "1:29: 'a' in 'house_style.variants' must be text, not the number 3; put it in quotes.",
        "«a» في «house_style.variants»",
    ),
    "size": (
        "max-file-size: big\n", "1:16: 'big' is no size; write something like 20MB, or a number of bytes.",
        "«big» ليس حجما؛ اكتب مثلا 20MB",
    ),
    "no size": ("max-file-size: 0\n", "1:16: 0 is no size; write something like 20MB, or a number of bytes.", "«0» ليس حجما"),
    "pattern": ("exclude: ['!']\n", "1:11: the pattern '!' matches no path; correct or remove it.", "النمط «!» لا يطابق أي مسار"),
    "empty pattern": ("include: ''\n", "1:10: the pattern '' matches no path; correct or remove it.", "صحّحه أو احذفه"),
    # Several rules
    "twice": (
        "rules:\n  LIN001: off\n  long-line: on\n", "3:3: rule 'long-line' is named twice, as 'LIN001' too.",
        "سبق ذكرها باسم «LIN001»؛ اجمعهما",
    ),
    "options of many": (
        "rules: {LIN: {max: 3}}\n", "1:9: 'LIN' does not name one rule, and options belong to one; name it.", "«LIN» ليس اسم قاعدة واحدة",
    ),
    # YAML
    "not a mapping": ("- a\n", "1:1: the configuration must be a mapping of keys to values, not a list.", "ملف الإعدادات: المتوقع جدول"),
    "text": ("نعم\n", "1:1: the configuration must be a mapping of keys to values, not the text 'نعم'.", "لا النص «نعم»"),
    "duplicate key": (
        "lang: ar\n'lang': en\n", "2:1: key 'lang' is given twice, first on line 1; remove one.", "«lang» مكرر؛ سبق في السطر 1",
    ),
    "tab": (
        "rules:\n\tLIN001: off\n", "2:1: broken YAML: tabs cannot indent; use spaces.", "YAML غير سليم: لا تُستعمل علامة الجدولة (tab)",
    ),
    "tab in a block": ("lang: |\n x\n\ty: 1\n", "3:1: broken YAML: tabs cannot indent; use spaces.", "استعمل المسافات"),
    "bracket": ("select: [LIN\nlang: ar\n", "2:5: broken YAML: a bracket is not closed, or ',' is missing.", "قوس لم يُغلق"),
    "quote": ("lang: 'ar\n", "2:1: broken YAML: a quotation mark is not closed.", "علامة تنصيص لم تُغلق"),
    "colon": ("lang: a: b\n", "1:8: broken YAML: misplaced ':'; put the value in quotes.", "النقطتان «:» في غير موضعهما"),
    "star": ("exclude: [*.md]\n", "1:12: broken YAML: what begins with *, & or ! must be put in quotes.", "يوضع بين علامتي تنصيص"),
    "percent": ("lang: %x\n", "1:7: broken YAML: no value begins with this character; put it in quotes.", "لا تبدأ قيمة بهذا المحرف"),
    "dash": ("select: - LIN\n", "1:9: broken YAML: misplaced '-'; begin a list on a line of its own.", "الشرطة «-» في غير موضعها"),
    "escape": ('lang: "\\q"\n', "1:8: broken YAML: unknown escape; double the '\\', or use single quotes.", "اكتبه مرتين"),
    "indent": (
        "rules:\n  LIN001: off\n LIN002: on\n",
        "3:2: broken YAML: this does not fit what precedes it; check indents and quotes.", "راجع الإزاحة وعلامات التنصيص",
    ),
    "documents": ("lang: ar\n---\nlang: en\n", "2:1: the file has several documents; remove the line '---'.", "أكثر من مستند"),
    "tag": ("lang: !!python/name:os.system ar\n", "1:7: tag '!!python/name:os.system' is not read; remove it.", "غير مدعوم؛ احذفه"),
    "merge": ("<<: {lang: ar}\n", "1:1: merge keys ('<<') are not read; use 'extends'.", "مفاتيح الدمج «<<» غير مدعومة"),
    "key": ("? [a]\n: b\n", "1:3: a key must be text.", "المفتاح يجب أن يكون نصا"),
    "anchor": ("lang: *x\n", "1:7: no anchor '&x' before this place.", "لا مرساة باسم «&x»"),
    "ouroboros": ("lang: &x [*x]\n", "1:11: '*x' contains itself.", "تحتوي على نفسها"),
    "depth": ("[" * 99, "1:52: values are nested too deeply.", "متداخلة أكثر من اللازم"),
    "NUL": ("lang: ar\nse\0lect: x\n", "2:3: the control character U+0000 is not allowed; delete it.", "محرف تحكم U+0000"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "english", "arabic"), YAML.values(), ids=YAML)
def test_a_mistake_in_yaml(folder: Path, text: str, english: str, arabic: str) -> None:
    project(folder, {".arlint.yml": text})
    check(".arlint.yml", english, arabic)


def check(name: str, english: str, arabic: str) -> None:
    in_english, in_arabic = mistakes()
    assert in_english == [f"{name}:{english}"]
    assert len(in_arabic) == 1
    place = re.match(r"\d+:\d+: ", english)
    assert place
    assert in_arabic[0].startswith(f"{name}:{place[0]}")
    assert arabic in in_arabic[0]


TOML: dict[str, tuple[str, str, str]] = {
    "setting": ('selct = "LIN"', "2:1: no setting 'selct' in the configuration; did you mean 'select'?", "هل تقصد «select»؟"),
    "value": ('lang   = "fr"', "2:10: 'lang' must be one of ar, en, not the text 'fr'.", "لا النص «fr»"),
    "in a table": ('[tool.arlint.rules]\nlong-lime = "off"', "3:1: no rule 'long-lime'; did you mean 'long-line'?", "«long-line»"),
    "in an inline table": (
        'rules = {LIN001 = {mx = 3}}', "2:20: no option 'mx' in rule 'long-line'; did you mean 'max'?", "هل تقصد «max»؟",
    ),
    "dotted": ('rules.LIN001.max = "3"', "2:20: option 'max' of rule 'long-line' must be a whole number, not the text '3'; "
               "write it with the digits 0-9, without quotes.", "المتوقع عدد صحيح"),
    "in a list": ('select = [\n  "LIN",\n  "LIM",\n]', "4:3: no rule 'LIM'; did you mean 'LIN'?", "«LIN»"),
    "quoted keys": ('[tool.arlint.rules]\n"ZZ*" = "off"', "3:1: no rule 'ZZ*'; for a list: arlint rules.", "«ZZ*»"),
    "array of tables": (
        '[[tool.arlint.overrides]]\npaths = "a"\n[[tool.arlint.overrides]]\npaths = "b"\nselect = "LIM"',
        "6:10: no rule 'LIM'; did you mean 'LIN'?", "«LIN»",
    ),
    "date": ("max-file-size = 2020-01-01", "2:17: a date is not text; put it in quotes.", "التاريخ هنا ليس نصا"),
    "twice": ('lang = "ar"\nlang = "en"', "3:12: broken TOML: Cannot overwrite a value.", "TOML غير سليم: مفتاح أو جدول مكرر"),
    "no quotes": ("lang = ar", "2:8: broken TOML: Invalid value.", "ضع النص بين علامتي تنصيص"),
    "no value": ("lang", "2:5: broken TOML: Expected '=' after a key in a key/value pair.", "المتوقع هنا: مفتاح = قيمة"),
    "quote": ('lang = "ar', "2:11: broken TOML: Unterminated string.", "قوس لم يُغلق أو علامة تنصيص لم تُغلق"),
    "bracket": ("select = [1", "2:12: broken TOML: Unclosed array.", "لم تُغلق"),
    "header": ("[tool.arlint.rules", "2:19: broken TOML: Expected ']' at the end of a table declaration.", "ينقص القوس «]»"),
    "rest": ("lang = 1 2", "2:10: broken TOML: Expected newline or end of document after a statement.", "في السطر زيادة"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "english", "arabic"), TOML.values(), ids=TOML)
def test_a_mistake_in_toml(folder: Path, text: str, english: str, arabic: str) -> None:
    project(folder, {"pyproject.toml": f"[tool.arlint]\n{text}"})
    if "a date" in english:
        assert f"pyproject.toml:{english}" in mistakes()[0]
        return
    check("pyproject.toml", english, arabic)


def test_a_table_that_is_none(folder: Path) -> None:
    project(folder, {"pyproject.toml": "[tool]\narlint = 3\n"})
    check("pyproject.toml", "2:10: the configuration must be a mapping of keys to values, not the number 3.", "المتوقع جدول")


def test_all_mistakes_at_once_in_the_order_of_their_places(folder: Path) -> None:
    text = """\
selct: LIN
extends: [strct, base.yml]
rules:
  long-lime: off
  LIN001: {mx: 3, words: [1, 2], level: eror}
overrides:
  - lang: ar
house_style: {digits: 3}
lang: ar
lang: ar
"""
    project(folder, {".arlint.yml": text, "base.yml": "lang: fr\nignore: [LIM]\n"})
    english, arabic = mistakes(given=Given(("LI",), ("SPE", "X*"), "ar"))
    places = [line.split(": ")[0] for line in english]
    assert places == [
        "--ignore", "--select",
        ".arlint.yml:1:1", ".arlint.yml:2:11", ".arlint.yml:4:3", ".arlint.yml:5:12", ".arlint.yml:5:27", ".arlint.yml:5:30",
        ".arlint.yml:5:41", ".arlint.yml:7:5", ".arlint.yml:7:5", ".arlint.yml:8:23", ".arlint.yml:10:1",
        "base.yml:1:7", "base.yml:2:10",
    ]  # fmt: skip
    assert [line.split(": ")[0] for line in arabic] == places


def test_rules_of_a_style_that_was_not_read_are_no_further_mistakes(folder: Path) -> None:
    text = "styles: [nowhere]\nselect: [House.*]\nrules:\n  House.Terms: on\n  no-such-rule: on\n"
    project(folder, {".arlint.yml": text})
    english, _ = mistakes()
    assert [line.split(": ")[0] for line in english] == [".arlint.yml:1:10", ".arlint.yml:5:3"]


def test_the_command_line(folder: Path) -> None:
    assert mistakes(given=Given(("LIN,long-lime",), ("LIM",)))[0] == [
        "--ignore: no rule 'LIM'; did you mean 'LIN'?",
        "--select: no rule 'long-lime'; did you mean 'long-line'?",
    ]
    assert mistakes(given=Given(("",)))[0] == ["--select: no rule ''; for a list: arlint rules."]
    assert mistakes(given=Given((), (" , ",)))[0] == ["--ignore: no rule ''; for a list: arlint rules."]
    assert mistakes(given=Given(lang="fr"))[0] == ["--lang: 'lang' must be one of ar, en, not the text 'fr'."]
    assert mistakes("none.yml")[0] == ["--config: there is no configuration file none.yml; correct the path."]
    assert mistakes(".")[0] == [".: It cannot be read: it is a folder."]
    assert mistakes(".")[1] == [".: تعذرت القراءة: هذا مجلد لا ملف."]


def test_a_file_that_is_none(folder: Path) -> None:
    (folder / ".arlint.yml").symlink_to("shared.yml")
    assert mistakes()[0] == [".arlint.yml: this is a link to a file that is not there; correct it."]
    (folder / ".arlint.yml").unlink()
    (folder / ".arlint.yml").mkdir()
    assert mistakes()[0] == [".arlint.yml: It cannot be read: it is a folder."]


@pytest.mark.parametrize("text", ["", "\n\n", "# تعليق\n", "---\n", "null\n", "{}\n", "rules:\nselect:\noverrides:\nhouse_style:\n"])
def test_a_file_that_says_nothing_is_no_mistake(folder: Path, text: str) -> None:
    project(folder, {".arlint.yml": text})
    assert mistakes() == ([], [])


ENCODINGS = {
    "windows-1256": ("lang: ar # نعم".encode("windows-1256"), ".arlint.yml:1:12: the file is not in UTF-8; save it as UTF-8."),
    "utf-16": ("lang: ar".encode("utf-16"), ".arlint.yml:1:1: the file is not in UTF-8; save it as UTF-8."),
    "NUL": (b"\0" * 8, ".arlint.yml:1:1: the control character U+0000 is not allowed; delete it."),
}


@pytest.mark.parametrize(("data", "said"), ENCODINGS.values(), ids=ENCODINGS)
def test_bytes_that_are_no_text(folder: Path, data: bytes, said: str) -> None:
    project(folder, {".arlint.yml": data})
    assert mistakes()[0] == [said]


def test_a_byte_order_mark_is_none(folder: Path) -> None:
    project(folder, {".arlint.yml": "\ufefflang: fr\n"})
    assert mistakes()[0] == [".arlint.yml:1:7: 'lang' must be one of ar, en, not the text 'fr'."]


def test_line_ends_of_windows(folder: Path) -> None:
    project(folder, {"a.yml": "lang: ar\r\nignore:\r\n  - LIM\r\n", "b.toml": '[tool.arlint]\r\nlang = "ar"\r\nignore = ["LIM"]\r\n'})
    assert mistakes("a.yml")[0] == ["a.yml:3:5: no rule 'LIM'; did you mean 'LIN'?"]
    assert mistakes("b.toml")[0] == ["b.toml:3:11: no rule 'LIM'; did you mean 'LIN'?"]


def test_aliases_that_explode(folder: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{one}: &{one} [{', '.join([f'*{before}'] * 10)}]" for before, one in zip("abcdefg", "bcdefgh", strict=True)]
    project(folder, {".arlint.yml": "\n".join(lines)})
    assert mistakes()[0] == [".arlint.yml:6:8: aliases expand to too many values."]


def test_an_alias_is_what_it_stands_for(folder: Path) -> None:
    project(folder, {".arlint.yml": "select: &all [LIN, LIM]\nignore: *all\n"})
    assert mistakes()[0] == [
        ".arlint.yml:1:20: no rule 'LIM'; did you mean 'LIN'?",
    ]


TWO = [(".arlint.yml", ".arlint.yaml"), (".arlint.yml", "pyproject.toml"), (".arlint.yaml", "pyproject.toml")]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_configurations_in_a_folder(folder: Path, one: str, other: str) -> None:
    text = "lang: ar\n"
    project(folder, {name: "[tool.arlint]\nlang = 'ar'\n" if name.endswith("toml") else text for name in (one, other)})
    assert mistakes()[0] == [f"{other}: the folder has another configuration, {one}; make them one."]
    assert mistakes()[1] == [f"{other}: في المجلد ملف إعدادات آخر: {one}؛ اجمعهما في واحد."]


CIRCLES: dict[str, tuple[dict[str, str], str]] = {
    "itself": ({".arlint.yml": "extends: ./.arlint.yml"}, ".arlint.yml:1:10: ./.arlint.yml extends itself in a circle; remove one link."),
    "two": (
        {".arlint.yml": "extends: a/b.yml", "a/b.yml": "extends: [../.arlint.yml]"},
        "a/b.yml:1:11: ../.arlint.yml extends itself in a circle; remove one link.",
    ),
    "presets": ({".arlint.yml": "extends: round"}, "preset turn: 'round' extends itself in a circle; remove one link."),
}


@pytest.mark.parametrize(("files", "said"), CIRCLES.values(), ids=CIRCLES)
def test_circles(folder: Path, files: dict[str, str], said: str) -> None:
    project(folder, files)
    assert mistakes()[0] == [said]


PRESETS = {
    "typo": "preset typo: no rule 'long-lime'; did you mean 'long-line'?",
    "odd": "preset odd: {1, 2} is no value of a configuration.",
    "greedy": "preset greedy: a preset may name neither plugins nor files; remove them.",
}


@pytest.mark.parametrize(("name", "said"), PRESETS.items())
def test_the_preset_of_a_plugin_may_be_wrong(folder: Path, name: str, said: str) -> None:
    project(folder, {".arlint.yml": f"extends: {name}"})
    assert mistakes()[0] == [said]


def test_what_cannot_be_seen_is_shown(folder: Path) -> None:
    project(folder, {".arlint.yml": '"\\e[31m\\u202e": 1\nlang: "\u200far"\n'})
    for lines in mistakes():
        assert all(line.isprintable() for line in lines)
        assert "\\x1b[31m\\u202e" in lines[0]
        assert "\\u200f" in lines[1]


@given(st.text(st.sampled_from("abقل:،- \n\t#[]{}&*!|>'\"%@`0.~<?\\=") | st.characters(), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_text_is_read_or_refused(folder: Path, text: str) -> None:
    for name, content in ((".arlint.yml", text), ("pyproject.toml", f"[tool.arlint]\n{text}")):
        project(folder, {name: content.encode("utf-8", "surrogatepass")})
        for lines in mistakes(name):
            assert all(line.isprintable() for line in lines)
