"""From documents and rules to diagnostics: survey, conclude, check. No files, no printing, no pluggy."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate

from .arabic.words import forms
from .document import Document, Source
from .report import Diagnostic, Fault, FileReport, Fix, RelatedPlace, SourceEdit
from .rules import AnyRule, AuditRule, CorpusRule, Edit, Elsewhere, Finding, Related, Suppression, Text, counts

Known = Mapping[str, Mapping[str, str]]
"""For each rule that compares across files: its conclusions by key."""

Counts = dict[str, dict[str, dict[str, int]]]
"""Notes of surveys: by rule id and key, how often each value was noted."""


def examine(document: Document, rules: Sequence[AnyRule], known: Known | None = None) -> FileReport:
    """All that the rules find in one document, in order of place. `known` are conclusions across files. Nothing is suppressed here."""
    found, faults = _diagnostics(document, rules, known or {})
    return FileReport(document.path, document.source, tuple(sorted(_without_silenced(found), key=order)), tuple(faults))


def audit(document: Document, report: FileReport, rules: Sequence[AnyRule], comments: Sequence[Suppression]) -> FileReport:
    """The report, after suppression, with what audit rules say of the comments."""
    diagnostics, faults = list(report.diagnostics), list(report.faults)
    for rule in rules:
        if isinstance(rule, AuditRule) and comments:
            said, broken = _guarded(document, rule, partial(_audited, rule, comments, rules))
            diagnostics += [located_in_source(document.source, rule, finding) for finding in said]
            faults += broken
    return report._replace(diagnostics=tuple(sorted(diagnostics, key=order)), faults=tuple(faults))


def _audited(rule: AuditRule, comments: Sequence[Suppression], rules: Sequence[AnyRule], document: Document) -> Iterable[Finding]:
    return rule.audit(document, comments, rules)


def order(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    """The order of diagnostics within a file."""
    return diagnostic.start, diagnostic.end, diagnostic.rule.code, diagnostic.variant


class _Views:
    """The document as each rule reads it: with harakat or without, with foreign paragraphs or without, and less what is shadowed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._hidden: frozenset[int] = frozenset()
        self._made: dict[tuple[bool, bool], Document] = {}

    def of(self, rule: AnyRule) -> Document:
        """What this rule reads."""
        key = rule.reads_marks, rule.any_language
        found = self._made.get(key)
        if found is None:
            foreign = frozenset() if rule.any_language else self._document.foreign
            found = self._made[key] = self._whole(rule).without(self._hidden | foreign)
        return found

    def _whole(self, rule: AnyRule) -> Document:
        return self._document if rule.reads_marks else self._document.bare

    def hide(self, rule: AnyRule, findings: Iterable[Finding]) -> None:
        """Hide the blocks that a rule has reported from those that are asked after it."""
        document = self._whole(rule)
        hidden = {number for finding in findings for number in document.blocks_in(finding.start, finding.end)}
        if hidden:
            self._hidden |= hidden
            self._made = {}


def _diagnostics(document: Document, rules: Sequence[AnyRule], known: Known) -> tuple[list[Diagnostic], list[Fault]]:
    views = _Views(document)
    found: list[Diagnostic] = []
    faults: list[Fault] = []
    absent: dict[tuple[str, Document], bool] = {}
    for rule in sorted(rules, key=_speaks_later):
        view = views.of(rule)
        if rule.triggers:
            key = rule.triggers, view
            if key not in absent:
                absent[key] = not view.has(rule.triggers)
            if absent[key]:
                continue
        said, broken = _guarded(view, rule, _method(rule, known))
        if broken:
            faults += broken
        if said:
            if rule.shadows:
                views.hide(rule, said)
            found += [_located(view, rule, finding) for finding in said if rule.quoted or not view.quoted(finding.start, finding.end)]
    return found, faults


def _speaks_later(rule: AnyRule) -> bool:
    return not rule.shadows


def _method(rule: AnyRule, known: Known) -> Callable[[Document], Iterable[Finding]]:
    if rule.id in known and isinstance(rule, CorpusRule) and rule.scope == "project":
        conclusions = known[rule.id]
        return lambda document: rule.check(document, conclusions)
    return rule.findings


def _guarded(document: Document, rule: AnyRule, method: Callable[[Document], Iterable[Finding]]) -> tuple[list[Finding], list[Fault]]:
    try:
        said = list(method(document))
        length = len(document.source.text if isinstance(rule, AuditRule) else document.text) if said else 0
        for finding in said:
            if not 0 <= finding.start <= finding.end <= length:
                raise ValueError(f"span {finding.start}:{finding.end} lies outside the text of {length} characters")
    except Exception as error:  # noqa: BLE001  (the one place where a rule is called: whatever it raises is reported and the others go on)
        return [], [_bug(document.path, rule, error)]
    return said, []


def _bug(path: str, rule: AnyRule, error: Exception) -> Fault:
    import traceback  # needed only when something is wrong

    what = f"{type(error).__name__}: {error}"
    return Fault(
        path,
        "bug",
        Text(
            f"تعطلت القاعدة {rule.id} في هذا الملف ({what})؛ وأكملت القواعد الأخرى عملها. يُرجى إبلاغ صاحب القاعدة بالتفاصيل.",
            f"rule {rule.id} failed on this file ({what}); the other rules went on. Please report the details to its author.",
        ),
        "".join(traceback.format_exception(error)),
    )


def _without_silenced(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the diagnostics of rules that yield to another rule which speaks at the same place."""
    stronger = {name for one in found for name in one.rule.yields_to}
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        if one.rule.id in stronger:
            spans.setdefault(one.rule.id, []).append((one.start, one.end))
    if not spans:
        return found
    covers = {name: _Cover(sorted(places)) for name, places in spans.items()}
    return [one for one in found if not any(name in covers and covers[name].touches(one.start, one.end) for name in one.rule.yields_to)]


class _Cover:
    """Spans, in order, and whether another overlaps any of them: asked once for each of many findings."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._farthest = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether a span overlaps one of these."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._farthest[before - 1] > start


def _located(document: Document, rule: AnyRule, finding: Finding) -> Diagnostic:
    start, end = document.sourcemap.span(finding.start, finding.end)
    related = tuple(_related(document, place, finding.args) for place in finding.related)
    return _diagnostic(document.source, rule, finding, start, end, related, _fix(document, finding))


def located_in_source(source: Source, rule: AnyRule, finding: Finding) -> Diagnostic:
    """For findings whose offsets are those of the source, since what they speak of is no prose: comments, configuration."""
    edits = tuple(SourceEdit(*edit) for edit in finding.edits)
    return _diagnostic(source, rule, finding, finding.start, finding.end, (), Fix(finding.safe, edits) if edits else None)


def _diagnostic(
    source: Source, rule: AnyRule, finding: Finding, start: int, end: int, related: tuple[RelatedPlace, ...], fix: Fix | None
) -> Diagnostic:
    return Diagnostic(
        source.path, start, end, *source.places(start, end), rule, finding.level or rule.level,
        source.text[start:end], rule.text_of(finding), finding.args, related, fix, finding.variant,
    )  # fmt: skip


def _related(document: Document, place: Related | Elsewhere, args: Mapping[str, object]) -> RelatedPlace:
    filled = Text(place.message.format("ar", args), place.message.format("en", args))
    if isinstance(place, Elsewhere):
        return RelatedPlace(*place[:5], filled)
    return RelatedPlace(document.path, *document.stretch(place.start, place.end), filled)


def _fix(document: Document, finding: Finding) -> Fix | None:
    """The finding's edits in the source; None where one of them would cross markup or cannot be written there."""
    edits: list[SourceEdit] = []
    for edit in (_smallest(document.text, edit) for edit in finding.edits):
        written = document.sourcemap.edit(edit.start, edit.end, edit.text)
        if written is None:
            return None
        edits.append(SourceEdit(*written))
    if not edits:
        return None
    quoted = any(_changes_quoted_words(document, edit) for edit in finding.edits)
    return Fix(finding.safe and not quoted, tuple(sorted(edits)) if len(edits) > 1 else (edits[0],), quoted)


def _smallest(text: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it is at both ends, so that harakat and markup there live on."""
    old, new = text[edit.start : edit.end], edit.text
    if not old or not new or (old[0] != new[0] and old[-1] != new[-1]):
        return edit
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _changes_quoted_words(document: Document, edit: Edit) -> bool:
    """Whether the edit changes what somebody is quoted to have said: marks and blanks may be mended there, words may not."""
    return document.quoted(edit.start, edit.end) and forms(edit.text) != forms(document.text[edit.start : edit.end])


def survey(document: Document, rules: Sequence[AnyRule]) -> tuple[Counts, list[Fault]]:
    """What the rules that compare across files note of one document. Counts of several documents are added with `add`."""
    noted: Counts = {}
    faults: list[Fault] = []
    views = _Views(document)
    for rule in rules:
        if isinstance(rule, CorpusRule) and rule.scope == "project":
            try:
                noted[rule.id] = counts(rule.survey(views.of(rule)))
            except Exception as error:  # noqa: BLE001  (as in _guarded)
                faults.append(_bug(document.path, rule, error))
    return noted, faults


def add(total: Counts, more: Counts) -> None:
    """Add the notes of one document to those of all; the order does not matter."""
    for rule_id, keys in more.items():
        there = total.setdefault(rule_id, {})
        for key, values in keys.items():
            sums = there.setdefault(key, {})
            for value, count in values.items():
                sums[value] = sums.get(value, 0) + count


def conclude(total: Counts, rules: Iterable[AnyRule]) -> tuple[Known, list[Fault]]:
    """The conclusions of all notes, keys and values in sorted order so that nothing depends on the order of the files.

    A rule that fails here concludes nothing.
    """
    known: dict[str, Mapping[str, str]] = {}
    faults: list[Fault] = []
    for rule in rules:
        if isinstance(rule, CorpusRule) and rule.id in total:
            try:
                known[rule.id] = rule.known({key: dict(sorted(values.items())) for key, values in sorted(total[rule.id].items())})
            except Exception as error:  # noqa: BLE001  (as in _guarded)
                known[rule.id] = {}
                faults.append(_bug("*", rule, error))
    return known, faults


def lint(documents: Sequence[Document], rules: Sequence[AnyRule]) -> Iterator[FileReport]:
    """All documents under the same rules, in the order given; rules with `scope: project` compare them with each other."""
    total: Counts = {}
    for document in documents:
        add(total, survey(document, rules)[0])
    known, faults = conclude(total, rules)
    for document in documents:
        report = examine(document, rules, known)
        yield report._replace(faults=(*faults, *report.faults))
        faults = []
