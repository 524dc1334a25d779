"""`arlint inspect`: a text as rules see it, for those who write rules: blocks, sentences, quotations with speakers, words."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..config import Given
from ..document import Document
from ..report import Fault, Style
from ..reporters._head import failure, painted, path_of, term
from ..rules import Text
from ..run import documents_of
from .request import INPUTS, requested
from .seen import PARTS, seen
from .style import style

ABOUT = Text(
    "عرض النص كما تراه القواعد: الكتل والجمل والاقتباسات وقائلوها والكلمات وقراءاتها.",
    "Show a text as rules see it: blocks, sentences, quotations with speakers, words with their readings.",
)

_FORMAT = Text("صيغة المخرجات.", "output format.")
_ONLY = Text(
    "هذه الأجزاء وحدها، بينها فواصل: blocks,sentences,quotations,words.",
    "only these parts: blocks, sentences, quotations, words, joined with commas.",
)
_NO_PART = Text("لا جزء باسم «{name}»؛ الأجزاء: {parts}.", "there is no part {name!r}; parts are {parts}.")

_TITLES = {
    "blocks": Text("الكتل", "Blocks"),
    "sentences": Text("الجمل", "Sentences"),
    "quotations": Text("الاقتباسات", "Quotations"),
    "words": Text("الكلمات: كما كُتبت، ومفاتيحها، وقراءاتها", "Words: as written, folded keys, readings"),
}
_SAYS = Text("القائل: {name} ({place})", "speaker: {name} ({place})")
_BEFORE = Text("القائل مذكور قبلها: {name} ({place})", "speaker, named before: {name} ({place})")
_NOBODY = Text("لا قائل قربه", "no speaker near by")
_DATELINE = Text("سطر المكان: {text}", "dateline: {text}")
_FOREIGN = Text("بلغة أخرى", "another language")
_LONGEST = 70


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `inspect` takes."""
    for name, about in INPUTS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])
    parser.add_argument("--only", metavar="PARTS", default=",".join(PARTS), help=_ONLY.in_(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code: 2 where a file could not be read."""
    from .arguments import UsageError

    asked = requested(args, lang, Given(lang=args.lang))
    parts = [name.strip() for name in args.only.split(",")]
    for name in parts:
        if name not in PARTS:
            raise UsageError(_NO_PART.format(asked.lang, {"name": name, "parts": ", ".join(PARTS)}))
    files, source, look = asked.files(), asked.source(), style(asked.lang)
    read = [one for found in files for one in ((found,) if isinstance(found, Fault) else documents_of(found, source))]
    for one in read:
        if isinstance(one, Fault):
            print(failure(one, look), file=sys.stderr)
    views = [(one, {name: view for name, view in seen(one) if name in parts}) for one in read if isinstance(one, Document)]
    if args.format == "json":
        print(_json(views))
    else:
        print("\n\n".join("\n".join(_text(document, view, look)) for document, view in views))
    return 2 if len(views) < len(read) else 0


_Views = Mapping[str, Sequence[dict[str, Any]]]


def _json(views: Sequence[tuple[Document, _Views]]) -> str:
    documents = [{"path": document.path, "format": document.format_name, **view} for document, view in views]
    return json.dumps({"version": 1, "documents": documents}, ensure_ascii=False, indent=2)


def _text(document: Document, views: _Views, look: Style) -> Iterator[str]:
    yield f"{path_of(document.path, look)}  {document.format_name}"
    for name, view in views.items():
        yield ""
        yield painted(f"{_TITLES[name].in_(look.lang)} ({len(view)})", "1", look)
        for one in view:
            yield f"  {one['line']}:{one['column']}  " + "  ".join(_LINES[name](one, look))


def _block(one: Mapping[str, Any], look: Style) -> Iterator[str]:
    yield one["role"] if one["role"] == one["kind"] else f"{one['role']} → {one['kind']}"
    if one["foreign"]:
        yield f"[{_FOREIGN.in_(look.lang)}]"
    if one["dateline"]:
        yield f"[{_DATELINE.format(look.lang, {'text': term(one['dateline'].strip(), look)})}]"
    yield term(_cut(one["text"]), look)


def _sentence(one: Mapping[str, Any], look: Style) -> Iterator[str]:
    yield term(_cut(one["text"]), look)


def _quotation(one: Mapping[str, Any], look: Style) -> Iterator[str]:
    yield one["family"]
    yield term(_cut(one["text"]), look)
    who = one["speaker"]
    if who is None:
        yield f"[{_NOBODY.in_(look.lang)}]"
    else:
        told = _BEFORE if who["carried"] else _SAYS
        place = f"{who['line']}:{who['column']}"
        yield f"[{told.format(look.lang, {'name': term(who['name'], look), 'place': place})}]"


def _word(one: Mapping[str, Any], look: Style) -> Iterator[str]:
    yield term(one["text"], look)
    keys = dict.fromkeys(one[name] for name in ("form", "hamza", "skeleton"))
    yield " > ".join(term(key, look) for key in keys)
    yield " | ".join(term("+".join(filter(None, (each["prefix"], each["stem"], each["suffix"]))), look) for each in one["readings"])
    if one["saying"]:
        yield f"[{term(one['saying']['lemma'], look)} {one['saying']['manner']} {one['saying']['part']}]"


_LINES = {"blocks": _block, "sentences": _sentence, "quotations": _quotation, "words": _word}


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rsplit(' ', 1)[0]} …"
