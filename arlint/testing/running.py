"""Promises of what a rule does with texts: any text, twice, in another order, repaired, and very long ones."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..document import Document, Source
from ..engine import examine, lint
from ..engine.plan import Plan
from ..engine.views import Views, reading
from ..fix import fixed
from ..report import Diagnostic
from ..rules import AnyRule, AuditRule, CorpusRule, Text
from .broken import EXPECTED, GOT, TEXT, BrokenPromise, shown
from .examples import cases_of, check_finding, check_settled
from .hostile import LIMIT, RUBBISH, SIZE, TooLongError, hostile, within
from .linting import diagnostics, document
from .marking import files, marked, unmarked


def _texts(rule: type[AnyRule]) -> list[str]:
    """The texts of all plain examples with the rule's own options."""
    plain = [case.example for case in cases_of(rule) if case.example.format == "text" and not case.example.options]
    return list(dict.fromkeys(unmarked(one.text)[0] for one in plain if not files(one.text)))


def asked(rule: type[AnyRule]) -> None:
    """Where the rule would speak, it is asked: its `triggers`, `gaps`, `cues` and `cue_matters` keep nothing from it."""
    one = rule()
    if isinstance(one, AuditRule):
        return
    for text in _texts(rule):
        parsed = document(text)
        said = list(one.findings(Views(parsed).of(reading(one))))
        if said and not Plan([one]).concerned(parsed):
            message = Text(
                "تجد القاعدة في هذا النص شيئا، ولا تُسأل عنه: ليس فيه شيء مما في `triggers` أو `gaps` أو `cues` أو `cue_matters`؛ وسّعها.",
                "the rule has something to say of this text and is not asked: its `triggers`, `gaps`, `cues` or "
                "`cue_matters` see nothing in it; widen them.",
            )
            raise BrokenPromise(rule.id, message, shown(TEXT, marked(text, [(finding.start, finding.end) for finding in said])))


def survives(rule: type[AnyRule]) -> None:
    """No text makes the rule fail, and what it says of any is whole and in its place."""
    one = rule()
    for text in RUBBISH:
        for format_name in ("text", "markdown"):
            for found in diagnostics(one, text, format_name):
                check_finding(found, text)


def settles(rule: type[AnyRule]) -> None:
    """All examples in one text: repairs do not overlap, and when they are made nothing is left to repair."""
    one, text = rule(), "\n".join((*_texts(rule), *RUBBISH))
    for found in diagnostics(one, text):
        edits = sorted(found.fix.edits) if found.fix else []
        for edit, following in pairwise(edits):
            if following.start < edit.end:
                said = Text("تعديلات إصلاح واحد متداخلة.", "edits of one fix overlap.")
                raise BrokenPromise(rule.id, said, shown(TEXT, marked(text, [(edit.start, edit.end), (following.start, following.end)])))
    check_settled(one, fixed(text, lambda text: diagnostics(one, text), unsafe=True))


def orders(rule: type[AnyRule]) -> None:
    """The same text gives the same findings, whatever the rule has read before, and in whatever order files come."""
    texts = [text for text in (*_texts(rule), *RUBBISH) if text]
    one = rule()
    forward = [diagnostics(one, text) for text in texts]
    backward = [diagnostics(one, text) for text in reversed(texts)][::-1]
    fresh = (diagnostics(rule(), text) for text in texts)
    for text, first, second, alone in zip(texts, forward, backward, fresh, strict=True):
        for other in (second, alone):
            if other != first:
                said = Text(
                    "النص نفسه تختلف ملاحظاته باختلاف ما قُرئ قبله؛ لا تحفظ القاعدة شيئا مما تقرأ.",
                    "the same text gives other findings after other texts; a rule keeps nothing of what it reads.",
                )
                raise BrokenPromise(rule.id, said, *_both(text, first, other))
    if isinstance(one, CorpusRule):
        _files_in_any_order(rule, texts)


def _files_in_any_order(rule: type[AnyRule], texts: Sequence[str]) -> None:
    every = [Source(f"{number:03}.txt", text) for number, text in enumerate(texts)]
    one = rule(scope="project")
    first, second = (dict(_reports(sources, one)) for sources in (every, every[::-1]))
    for path, found in first.items():
        if found != second[path]:
            said = Text(
                "تختلف الملاحظات باختلاف ترتيب الملفات؛ لا يعتمد conclude على ترتيب القيم ولا check على ترتيب المفاتيح.",
                "findings depend on the order of the files; `conclude` must not depend on the order of values, nor `check` on keys'.",
            )
            raise BrokenPromise(rule.id, said, *_both(next(one.text for one in every if one.path == path), found, second[path]))


def _reports(sources: Sequence[Source], rule: AnyRule) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    from ..formats.plain import parse

    documents: list[Document] = [parse(source) for source in sources]
    for parsed, report in zip(documents, lint(documents, [rule]), strict=True):
        if report.faults:
            said = Text("تعطلت القاعدة وهي تقارن الملفات؛ والتفاصيل أدناه.", "the rule fails when it compares files; details below.")
            raise BrokenPromise(rule.id, said, report.faults[0].detail)
        yield parsed.path, report.diagnostics


def _both(text: str, first: Sequence[Diagnostic], second: Sequence[Diagnostic]) -> tuple[str, str]:
    def told(found: Sequence[Diagnostic]) -> str:
        return f"{marked(text, [(one.start, one.end) for one in found])} {sorted({one.sentence('en') for one in found})}"

    return shown(EXPECTED, told(first)), shown(GOT, told(second))


def readings(rule: type[AnyRule]) -> None:
    """No text takes catastrophically long: time grows with the length of the text, not with its square or worse."""
    one = rule()
    for unit, text in hostile(rule):
        parsed = document(text)
        Views(parsed).of(reading(one)).paragraphs  # noqa: B018  (made beforehand: it is the rule's time that counts)
        try:
            within(LIMIT, lambda parsed=parsed: examine(parsed, [one]))  # type: ignore[misc]
        except TooLongError:
            said = Text(
                f"نص من {SIZE} محرف يجاوز حد الزمن ({LIMIT:g} ث). ابحث عن تكرار داخل تكرار في نمط، مثل (أ+)+، أو عن حلقة داخل حلقة على "
                "النص كله.",
                f"a text of {SIZE} characters takes more than {LIMIT:g} seconds. Look for a repetition inside a repetition in a pattern, "
                "such as (a+)+, or for a loop over the whole text inside another one.",
            )
            raise BrokenPromise(rule.id, said, shown(Text("نص من تكرار", "a text that repeats"), unit)) from None
