"""What makes a finding the same finding in tomorrow's version of a file."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from ..engine import order
from ..records import NamedTuple
from ..report import Acceptance, Diagnostic, FileReport

_AROUND = 40  # characters on either side that belong to the finding's likeness


class Identified(NamedTuple):
    """A finding, reported or accepted, with what it is known by."""

    diagnostic: Diagnostic
    acceptance: Acceptance | None
    fingerprint: str


def fingerprints(report: FileReport) -> Iterator[Identified]:
    """Every finding, in order of place, with 16 hexadecimal digits and its number among its likes in the file: `9d3f…:1`.

    They are made of the rule, the text found and what stands about it in its line, blanks folded; not of the path nor of any line number,
    so that they stay when lines come and go elsewhere. Accepted findings are counted, so that accepting one leaves the others as they were.
    """
    every: list[tuple[Diagnostic, Acceptance | None]] = [(one, None) for one in report.diagnostics]
    if report.accepted:
        every = sorted([*every, *((one.diagnostic, one) for one in report.accepted)], key=_order)
    seen: Counter[str] = Counter()
    for diagnostic, acceptance in every:
        parts = (diagnostic.rule.id, *_context(report, diagnostic))
        likeness = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[likeness] += 1
        yield Identified(diagnostic, acceptance, f"{likeness}:{seen[likeness]}")


def _order(one: tuple[Diagnostic, Acceptance | None]) -> tuple[int, int, str, str]:
    return order(one[0])


def _context(report: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    before = after = ""
    if report.source is not None:
        text = report.source.text
        before = text[max(0, diagnostic.start - _AROUND) : diagnostic.start].replace("\r", "\n").rpartition("\n")[2]
        after = text[diagnostic.end : diagnostic.end + _AROUND].replace("\r", "\n").partition("\n")[0]
    return (" ".join(part.split()) for part in (before, diagnostic.text, after))
