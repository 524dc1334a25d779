"""`arlint formats`: the file formats that are read, what is prose in them, and whether fixes are written."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from ..formats import Format
from ..rules import Text
from .looking import at_rules, say
from .rules import table

ABOUT = Text("عرض صيغ الملفات وما يُقرأ فيها.", "List the file formats, and what is read in them.")

_FORMAT = Text("صيغة المخرجات.", "output format.")
_FIXES = {
    "yes": Text("تُكتب الإصلاحات في الملف", "fixes are written"),
    "partly": Text("تُكتب الإصلاحات حيث الموضع مؤكد", "fixes are written where the place is certain"),
    "no": Text("لا تُكتب إصلاحات", "no fixes are written"),
}
_FIELDS = Text("ويمكن تسمية الحقول (fields)", "fields can be named (`fields`)")
_COMMENTS = Text("تعليقاتها: {signs}", "comments: {signs}")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `formats` takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    registry, lang = at_rules(args, lang)
    formats = sorted(registry.formats.values())
    if args.format == "json":
        print(json.dumps({"version": 1, "formats": [_described(one, lang) for one in formats]}, ensure_ascii=False, indent=2))
        return 0
    say(table((("name", "fixes", "suffixes"), *((one.name, one.fixes, " ".join(one.suffixes)) for one in formats))), lang)
    for one in formats:
        say(("", f"{one.name}:", *(f"  {line}" for line in _said(one, lang))), lang)
    return 0


def _described(one: Format, lang: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "suffixes": list(one.suffixes),
        "prose": one.about.in_(lang),
        "fixes": one.fixes,
        "fields": one.takes_fields,
        "comments": list(one.comments),
    }


def _said(one: Format, lang: str) -> Iterator[str]:
    """What is prose in it, then in one line all else."""
    yield one.about.in_(lang)
    facts = [_FIXES[one.fixes].in_(lang)]
    if one.takes_fields:
        facts.append(_FIELDS.in_(lang))
    if one.comments:
        facts.append(_COMMENTS.format(lang, {"signs": " ".join(one.comments)}))
    yield Text("؛ ", "; ").in_(lang).join(facts)
