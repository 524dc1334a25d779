"""From documents and rules to diagnostics: survey, conclude, check. No files, no printing, no pluggy."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ..document import PROSE, Document
from ..report import Diagnostic, Fault, FileReport
from ..rules import AnyRule, AuditRule, Finding, Suppression, looks_across
from .across import Counts, Known, add, conclude, survey
from .guard import guarded
from .placing import located, located_in_source
from .plan import planned
from .silence import without_silenced
from .views import Views

__all__ = ["Counts", "Known", "add", "audit", "conclude", "examine", "lint", "located_in_source", "order", "survey"]


def examine(document: Document, rules: Sequence[AnyRule], known: Known | None = None) -> FileReport:
    """All that the rules find in one document, in order of place. `known` are conclusions across files. Nothing is suppressed here."""
    found, faults = _diagnostics(document, rules, known or {})
    return FileReport(document.path, document.source, tuple(sorted(without_silenced(found), key=order)), tuple(faults))


def audit(document: Document, report: FileReport, rules: Sequence[AnyRule], comments: Sequence[Suppression]) -> FileReport:
    """The report, after suppression, with what audit rules say of the comments."""
    diagnostics, faults = list(report.diagnostics), list(report.faults)
    for rule in rules:
        if isinstance(rule, AuditRule) and comments:
            said, broken = guarded(document, rule, partial(_audited, rule, comments, rules))
            diagnostics += [located_in_source(document.source, rule, finding) for finding in said]
            faults += broken
    return report._replace(diagnostics=tuple(sorted(diagnostics, key=order)), faults=tuple(faults))


def _audited(rule: AuditRule, comments: Sequence[Suppression], rules: Sequence[AnyRule], document: Document) -> Iterable[Finding]:
    return rule.audit(document, comments, rules)


def order(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    """The order of diagnostics within a file."""
    return diagnostic.start, diagnostic.end, diagnostic.rule.code, diagnostic.variant


def _diagnostics(document: Document, rules: Sequence[AnyRule], known: Known) -> tuple[list[Diagnostic], list[Fault]]:
    views = Views(document)
    found: list[Diagnostic] = []
    faults: list[Fault] = []
    for rule, reading, *_ in planned(rules).concerned(document):
        view = views.of(reading)
        said, broken = guarded(view, rule, _method(rule, known) if known else rule.findings)
        if broken:
            faults += broken
        if said:
            if rule.reads is not PROSE:
                said = [finding for finding in said if view.role_at(finding.start) in rule.reads]
            if rule.shadows:
                views.hide(reading, said)
            found += [located(view, rule, finding) for finding in said if rule.quoted or not view.quoted(finding.start, finding.end)]
    return found, faults


def _method(rule: AnyRule, known: Known) -> Callable[[Document], Iterable[Finding]]:
    if looks_across(rule) and rule in known:
        conclusions = known[rule]
        return lambda document: rule.check(document, conclusions)
    return rule.findings


def lint(documents: Sequence[Document], rules: Sequence[AnyRule]) -> Iterator[FileReport]:
    """All documents under the same rules, in the order given; rules with `scope: project` compare them with each other.

    A document is only told what is known of the keys that were noted of it: no rule may ask for more, and examples show if one does.
    """
    noted = [survey(document, rules)[0] for document in documents]
    total: Counts = {}
    for own in noted:
        add(total, own)
    known, faults = conclude(total, rules)
    for document, own in zip(documents, noted, strict=True):
        told = {rule: {key: said[key] for key in own.get(rule.id, ()) if key in said} for rule, said in known.items()}
        report = examine(document, rules, told)
        yield report._replace(faults=(*faults, *report.faults))
        faults = []
