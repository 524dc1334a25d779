"""Rules asked of a text by themselves: what they find in it, or in the files that it holds."""

from ..document import Document, Source
from ..engine import examine, lint
from ..formats import arlint_formats
from ..formats.field import Fields
from ..report import Diagnostic, FileReport, Fix, SourceEdit
from ..rules import AnyRule, CorpusRule, Text
from ..suppress import suppressed
from .broken import TEXT, BrokenPromise, shown
from .marking import files

FORMATS = {fmt.name: fmt for fmt in arlint_formats()}


def diagnostics(rule: AnyRule, text: str, format_name: str = "text") -> tuple[Diagnostic, ...]:
    """What this rule alone finds in a text, or in the files that it holds. Raises BrokenPromise where the rule fails.

    Where the text holds several files, offsets are those of the whole text; paths, lines and columns those of each file.
    """
    held = files(text)
    if not held:
        parsed = document(text, format_name)
        return _left(parsed, examine(parsed, [rule]), rule)
    if isinstance(rule, CorpusRule):
        rule = type(rule)(**{"scope": "project", **{name: getattr(rule, name) for name, _ in rule.given}})
    parsed_files = [next(iter(FORMATS[format_name].documents(Source(path, body)))) for path, _, body in held]
    return tuple(
        _moved(one, offset)
        for (_, offset, _), parsed, report in zip(held, parsed_files, lint(parsed_files, [rule]), strict=True)
        for one in _left(parsed, report, rule)
    )


def _left(parsed: Document, report: FileReport, rule: AnyRule) -> tuple[Diagnostic, ...]:
    report = suppressed([parsed], report, [rule], FORMATS[parsed.format_name].comments)
    if report.faults:
        said = Text("تعطلت القاعدة في هذا النص؛ والتفاصيل أدناه.", "the rule fails on this text; details below.")
        raise BrokenPromise(rule.id, said, shown(TEXT, parsed.source.text[:300]), report.faults[0].detail)
    return report.diagnostics


def _moved(one: Diagnostic, by: int) -> Diagnostic:
    fix = one.fix and Fix(one.fix.safe, tuple(SourceEdit(edit.start + by, edit.end + by, edit.text) for edit in one.fix.edits))
    return one._replace(start=one.start + by, end=one.end + by, fix=fix)


def document(text: str, format_name: str = "text") -> Document:
    """The document of a text in one of arlint's own formats; the first one where it holds several articles."""
    return articles(text, format_name)[0]


def articles(text: str, format_name: str, fields: Fields = ()) -> list[Document]:
    """The documents of a text in one of arlint's own formats: one for each article."""
    fmt = FORMATS[format_name]
    return list(fmt.documents(Source(f"example{(*fmt.suffixes, '.txt')[0]}", text), fields))
