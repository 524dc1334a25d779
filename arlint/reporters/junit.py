"""JUnit XML: a test suite for every file, a failed test for every finding, a passed one where there is none."""

from collections.abc import Iterable, Iterator

from ..report import Diagnostic, Fault, FileReport, Style
from ._xml import attribute, attributes


def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
    """A piece for every file. Neither colour nor isolates."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="arlint">\n'
    for report in reports:
        yield _suite(report, style.lang)
    yield "</testsuites>\n"


def _suite(report: FileReport, lang: str) -> str:
    failures, errors = len(report.diagnostics), len(report.faults)
    counts = attributes(name=report.path, tests=failures + errors or 1, failures=failures, errors=errors)
    cases = [_failed(diagnostic, lang) for diagnostic in report.diagnostics] + [_broken(fault, lang) for fault in report.faults]
    if not cases:
        cases = [f"    <testcase{attributes(name='arlint', classname=report.path)}/>\n"]
    return f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n"


def _failed(diagnostic: Diagnostic, lang: str) -> str:
    name = f"{diagnostic.rule.code} {diagnostic.rule.id} {diagnostic.line}:{diagnostic.column}"
    case = attributes(name=name, classname=diagnostic.path, file=diagnostic.path, line=diagnostic.line)
    said = attributes(type=diagnostic.level, message=diagnostic.sentence(lang))
    place = attribute(f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}: {diagnostic.text}")
    return f"    <testcase{case}>\n      <failure{said}>{place}</failure>\n    </testcase>\n"


def _broken(fault: Fault, lang: str) -> str:
    case = attributes(name="arlint", classname=fault.path, file=fault.path)
    said = attributes(type=fault.kind, message=fault.message.in_(lang))
    return f"    <testcase{case}>\n      <error{said}>{attribute(fault.detail)}</error>\n    </testcase>\n"
