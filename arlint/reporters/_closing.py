"""The last lines for people: how much was found where, and what was not looked at."""

from collections.abc import Iterator

from ..report import Style
from ..rules import Text
from ._head import painted
from ._tally import UNFINISHED, Tally

_RED, _YELLOW, _GREEN = "31", "33", "32"

_NOTHING = Text("لا ملاحظات في {files:files}.", "Nothing found in {files:files}.")
_FOUND = Text("{n:findings-nominative} في {touched:files}: {levels}.", "{n:findings} in {touched:files}: {levels}.")
_FOUND_OF = Text(
    "{n:findings-nominative} في {touched:files} من أصل {files:files}: {levels}.", "{n:findings} in {touched} of {files:files}: {levels}."
)
_LEVELS = {
    "errors": Text("{n:errors-nominative}", "{n:errors}"),
    "warnings": Text("{n:warnings-nominative}", "{n:warnings}"),
    "suggestions": Text("{n:suggestions-nominative}", "{n:suggestions}"),
}
_AND = Text(" و", ", ")
_FIXABLE = Text("ما له إصلاح: {n:findings-nominative}.", "A fix is at hand for {n:findings}.")
_SUPPRESSED = Text("أُسكتت {n:findings-nominative}.", "Suppressed: {n:findings}.")
_UNREAD = Text("تعذر فحص {n:files}، والسبب مذكور أعلاه.", "Not checked, for the reasons given above: {n:files}.")
_UNFINISHED = Text(
    "تعذر إتمام العمل في {n:files}، والسبب مذكور أعلاه.", "Not read or written to the end, for the reasons given above: {n:files}."
)
_STOPPED = Text("توقف عمل القواعد قبل تمامه {n:times}، والسبب مذكور أعلاه.", "A rule gave up {n:times}, for the reasons given above.")
_BROKEN = Text("وقع عطل في القواعد {n:times}، والتفصيل أعلاه.", "Rules failed {n:times}; see above.")


def closing(tally: Tally, style: Style) -> Iterator[str]:
    """The closing lines of a run."""
    lang, counts = style.lang, tally.summary
    if counts.findings:
        levels = ((said, getattr(counts, name)) for name, said in _LEVELS.items())
        listed = _AND.in_(lang).join(said.format(lang, {"n": number}) for said, number in levels if number)
        found = _FOUND if tally.touched == counts.files else _FOUND_OF
        args = {"n": counts.findings, "touched": tally.touched, "files": counts.files, "levels": listed}
        yield painted(found.format(lang, args), _RED if counts.errors else _YELLOW, style)
    elif counts.files:
        yield painted(_NOTHING.format(lang, {"files": counts.files}), _GREEN, style)
    for said, number in ((_FIXABLE, counts.fixable), (_SUPPRESSED, counts.suppressed)):
        if number:
            yield said.format(lang, {"n": number})
    kinds = ((_UNREAD, "file"), (_UNFINISHED, UNFINISHED), (_STOPPED, "rule"), (_BROKEN, "bug"))
    for said, number in ((said, tally.faults[kind]) for said, kind in kinds):
        if number:
            yield painted(said.format(lang, {"n": number}), _RED, style)
