"""`arlint stats`: the figures of texts, file by file and all together."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..config import Given
from ..discover import Found
from ..document import Document
from ..metrics import Metrics, metrics, total
from ..report import Fault, Style
from ..reporters._head import failure, path_of
from ..reporters._record import VERSION, encoded, error
from ..reporters.bidi import isolated
from ..rules import Text
from ..rules.nouns import written
from ..run import Input, documents_of
from .progress import Progress
from .request import INPUTS, requested
from .style import style

ABOUT = Text(
    "عرض أرقام النصوص: الكلمات والجمل والاقتباسات والجمل ذات المصدر، ومتوسط طول الجملة، وسهولة القراءة.",
    "Show the figures of texts: words, sentences, quotations, sentences with a source, average sentence length, readability.",
)

_FORMAT = Text("صيغة المخرجات: جدول أو json.", "output format: a table, or json.")

_Column = tuple[Text, Text, str, Callable[[Metrics], "float | None"]]
_COLUMNS: Sequence[_Column] = (
    (Text("كلمات", "words"), Text("الكلمات العربية، بلا أرقام.", "Arabic words, without numbers"), "words", lambda one: one.words),
    (Text("جمل", "sentences"), Text("جمل المتن والعناوين.", "sentences of body and headings"), "sentences", lambda one: one.sentences),
    (
        Text("اقتباسات", "quotations"),
        Text("ما بين علامتي تنصيص؛ ولا يُعد اقتباس داخل اقتباس.", "stretches between quotation marks; one within another does not count"),
        "quotations",
        lambda one: one.quotations,
    ),
    (
        Text("مصادر", "sources"),
        Text(
            "الجمل التي تسمي مصدرها: فيها فعل قول (قال، أكد…) أو عبارة نسبة (بحسب، وفقا ل، نقلا عن…).",
            "sentences that name a source: with a verb of saying (قال, أكد …) or a phrase such as بحسب, وفقا ل, نقلا عن",
        ),
        "sources",
        lambda one: one.sources,
    ),
    (
        Text("كلمات/جملة", "words/sentence"),
        Text("متوسط عدد الكلمات في الجملة.", "words of a sentence on average"),
        "sentence_length",
        lambda one: one.sentence_length,
    ),
    (
        Text("القراءة", "osman"),
        Text(
            "مؤشر عثمان (OSMAN) لسهولة القراءة (الحاج ورايسون 2016): من نحو 0 (الأصعب) إلى 200 (الأسهل)، والأخبار بين 30 و80 غالبا.",
            "readability by OSMAN (El-Haj and Rayson 2016), from about 0 (hardest) to 200; news mostly has 30 to 80",
        ),
        "osman",
        lambda one: one.osman,
    ),
)
"""Heading, explanation, name in JSON, and the figure."""

_SUM = Text("المجموع", "total")
_LTR = "\u200e"
"""LEFT-TO-RIGHT MARK: a line of Arabic headings alone would run the other way than the figures under it."""


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `stats` takes."""
    for name, about in INPUTS.items():
        parser.add_argument(name, help=about[0].in_(lang), **about[1])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(f"{heading.in_(lang)}: {meaning.in_(lang)}" for heading, meaning, _, _ in _COLUMNS)


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code: 2 where a file could not be read."""
    asked = requested(args, lang, Given(lang=args.lang, numerals=args.numerals))
    files = asked.files()
    progress, look = Progress(len(files), asked.lang), style(asked.lang)
    measured = list(_measured(progress.watched(files), asked.source()))
    faults = [one for one in measured if isinstance(one, Fault)]
    figures = [one for one in measured if not isinstance(one, Fault)]
    if args.format == "json":
        print(_json(figures, faults, asked.lang))
    else:
        for fault in faults:
            print(failure(fault, look), file=sys.stderr)
        print("\n".join(_table(figures, look)))
    return 2 if faults else 0


def _measured(files: Iterator[Found | Fault], source: Input) -> Iterator[tuple[str, Metrics] | Fault]:
    for found in files:
        if isinstance(found, Fault):
            yield found
            continue
        read = list(documents_of(found, source))
        faults = [one for one in read if isinstance(one, Fault)]
        yield faults[0] if faults else (found.path, total(metrics(one) for one in read if isinstance(one, Document)))


def _table(figures: Sequence[tuple[str, Metrics]], look: Style) -> Iterator[str]:
    """A row for each file and one for their sum. The path comes last, as in `wc`: Arabic in it would move the columns after it."""
    headings = [heading.in_(look.lang) for heading, *_ in _COLUMNS]
    every = (*(one for _, one in figures), total(one for _, one in figures))
    rows = [[written(_figure(get(one)), look.lang) for *_, get in _COLUMNS] for one in every]
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    padded = (" " * (width - len(word)) + _held(word, look) for word, width in zip(headings, widths, strict=True))
    yield (_LTR if look.isolates else "") + "  ".join(padded)
    names = (*(path_of(path, look) for path, _ in figures), _held(_SUM.in_(look.lang), look))
    for cells, name in zip(rows, names, strict=True):
        yield "  ".join((*(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)), name))


def _held(word: str, look: Style) -> str:
    return isolated(word) if look.isolates else word


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}" if isinstance(value, float) else str(value)


def _json(figures: Sequence[tuple[str, Metrics]], faults: Sequence[Fault], lang: str) -> str:
    """One object: figures by file, faults, and the figures of all together. A figure that does not exist is null."""
    files = "".join(f"\n{encoded({'path': path, **_record(one)})}," for path, one in figures).removesuffix(",")
    errors = "".join(f"\n{encoded(error(fault, lang))}," for fault in faults).removesuffix(",")
    whole = encoded({"files": len(figures), **_record(total(one for _, one in figures))})
    return f'{{"version": {VERSION}, "files": [{files}\n], "errors": [{errors}\n], "total": {whole}}}'


def _record(one: Metrics) -> dict[str, Any]:
    values = ((name, get(one)) for *_, name, get in _COLUMNS)
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in values}
