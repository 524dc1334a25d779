"""`arlint new`: the files of a new rule, or of a whole plugin, marked where to write; both pass their tests as they are."""

import argparse
import os
import re
from collections.abc import Mapping
from importlib.resources import files as resources
from string import Template

from ..config import ConfigError, Mistake, Place, read
from ..plugins import load
from ..refusals import arabic
from ..rules import Text
from .home import category_of, home

ABOUT = Text("كتابة ملفات قاعدة جديدة أو إضافة، للبدء منها.", "Write the files of a new rule or plugin to begin with.")

_KINDS = ("pattern", "word", "document")

_WHAT = Text("rule: قاعدة في ملف واحد؛ plugin: توزيعة بايثون كاملة.", "rule: a rule in one file; plugin: a whole distribution.")
_NAME = Text("اسم القاعدة (يسمي الخطأ: long-title) أو الإضافة.", "name of the rule (it names the fault: long-title), or of the plugin.")
_TO = Text("المجلد الذي يُكتب فيه.", "the folder to write into.")
_KIND = Text(
    "نوع القاعدة: pattern نمط، word كلمات بزوائدها، document فقرات وجمل. الافتراضي: pattern.",
    "kind of rule: pattern, word (words with their clitics), document (paragraphs, sentences). Default: pattern.",
)

_FORM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

_PLUGIN = {
    "pyproject.toml": "pyproject.toml.txt",
    "README.md": "README.md.txt",
    "CHANGELOG.md": "CHANGELOG.md.txt",
    "LICENSE": "LICENSE.txt",
    ".gitignore": "gitignore.txt",
    ".github/workflows/ci.yml": "ci.yml.txt",
    ".pre-commit-config.yaml": "pre-commit-config.yaml.txt",
    ".pre-commit-hooks.yaml": "pre-commit-hooks.yaml.txt",
    "tests/test_rules.py": "test_rules.py.txt",
}
"""Files of a plugin and their templates; the package is added under its own name."""

_FIRST = "abbreviated-era"
"""The rule that a new plugin begins with: the one that the template shows."""


class _Marked(Template):
    delimiter = "§"


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `new` takes."""
    parser.add_argument("what", choices=("rule", "plugin"), metavar="{rule,plugin}", help=_WHAT.in_(lang))
    parser.add_argument("name", metavar="NAME", help=_NAME.in_(lang))
    parser.add_argument("--to", metavar="DIR", help=_TO.in_(lang))
    parser.add_argument("--kind", choices=_KINDS, default="pattern", help=_KIND.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    name = _checked(args.name)
    lines = _plugin(name, args) if args.what == "plugin" else _rule(name, args)
    print("\n".join(line.in_(lang) for line in lines))
    return 0


def _rule(name: str, args: argparse.Namespace) -> list[Text]:
    asked = read((), args.config, args.project_root)
    registry = load(asked.wanted)
    place = home(args.to, asked)
    if name in registry.rules:
        raise _wrong(Text(f"القاعدة {name} موجودة؛ اختر اسما آخر.", f"there is a rule {name!r} already; choose another name."))
    written = {os.path.join(place.folder, f"{name.replace('-', '_')}.py"): _rule_text(name, args.kind, place.code(registry))}
    if place.configuration:
        written[place.configuration] = f"plugins:\n  paths: [{place.listed}]\n"
    _write(written)
    said = [_wrote(path) for path in written]
    if place.unlisted:
        said.append(
            Text(
                f"أضف إلى {place.unlisted} هذين السطرين ليقرأ arlint القاعدة:\n  plugins:\n    paths: [{place.listed}]",
                f"For arlint to find the rule, add these lines to {place.unlisted}:\n  plugins:\n    paths: [{place.listed}]",
            )
        )
    return [*said, Text(f"ثم: arlint explain {name} و{place.tests(name)}", f"Next: arlint explain {name}, and {place.tests(name)}")]


def _plugin(name: str, args: argparse.Namespace) -> list[Text]:
    plugin = name.removeprefix("arlint-")
    dist, package = f"arlint-{plugin}", f"arlint_{plugin.replace('-', '_')}"
    root = os.path.normpath(os.path.join(args.to or ".", dist))
    if os.path.exists(root):
        raise _wrong(Text(f"المجلد {root} موجود؛ اختر اسما آخر.", f"the folder {root} exists; choose another name."))
    registry = load()
    category = category_of(plugin, registry)
    code = f"{category}001"
    values = {"dist": dist, "plugin": plugin, "package": package, "category": category, "code": code, "id": _FIRST}
    written = {os.path.join(root, path): _filled(f"plugin/{template}", values) for path, template in _PLUGIN.items()}
    inside = os.path.join(root, package)
    written[os.path.join(inside, "__init__.py")] = _filled("plugin/init.py.txt", values)
    written[os.path.join(inside, "py.typed")] = ""
    written[os.path.join(inside, f"{_FIRST.replace('-', '_')}.py")] = _rule_text(_FIRST, "pattern", code)
    _write(written)
    then = f"cd {root} && python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
    return [*map(_wrote, written), Text(f"ثم: {then}", f"Next: {then}")]


def _rule_text(name: str, kind: str, code: str) -> str:
    return _filled(f"rule/{kind}.txt", {"id": name, "code": code, "name": name.title().replace("-", "")})


def _filled(template: str, values: Mapping[str, str]) -> str:
    file = resources(__package__).joinpath("templates").joinpath(template)
    return _Marked(file.read_text(encoding="utf-8")).substitute(values)


def _write(written: Mapping[str, str]) -> None:
    """Write these files; none is written where one is there already."""
    for path in written:
        if os.path.lexists(path):
            raise _wrong(Text(f"الملف {path} موجود؛ اختر اسما آخر.", f"the file {path} exists; choose another name."))
    try:
        for path, text in written.items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        name = error.filename or path
        raise _wrong(Text(f"تعذرت كتابة {name}: {arabic(error)}.", f"{name} cannot be written: {error.strerror}.")) from None


def _wrote(path: str) -> Text:
    return Text(f"كُتب {path}", f"Wrote {path}")


def _checked(name: str) -> str:
    if _FORM.fullmatch(name):
        return name
    words = re.findall("[a-z0-9]+", re.sub("(?<=[a-z0-9])(?=[A-Z])", "-", name).lower())
    near = "-".join(words).lstrip("0123456789-")
    hint = Text(f"، مثل {near}", f", such as {near}") if near else Text("", "")
    said = Text(
        f"الاسم «{name}» لا يصلح؛ اكتبه بحروف لاتينية صغيرة وأرقام بينها شرطات{hint.ar}.",
        f"the name {name!r} will not do; write it in lower-case Latin letters and digits with hyphens{hint.en}.",
    )
    raise _wrong(said)


def _wrong(said: Text) -> ConfigError:
    return ConfigError([Mistake(Place("command", "new"), said)])


