"""What makes a finding the same finding in tomorrow's version of a file."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from ..report import Diagnostic, FileReport

_AROUND = 40  # characters on either side that belong to the finding's likeness


def fingerprints(report: FileReport) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with 16 hexadecimal digits and its number among its likes in the file: `9d3f…:1`.

    They are made of the rule, the text found and what stands about it in its line, blanks folded; not of the path nor of any line number,
    so that they stay when lines come and go elsewhere.
    """
    seen: Counter[str] = Counter()
    for diagnostic in report.diagnostics:
        likeness = sha256("\0".join((diagnostic.rule.id, *_context(report, diagnostic))).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[likeness] += 1
        yield diagnostic, f"{likeness}:{seen[likeness]}"


def _context(report: FileReport, diagnostic: Diagnostic) -> Iterator[str]:
    before = after = ""
    if report.source is not None:
        text = report.source.text
        before = text[max(0, diagnostic.start - _AROUND) : diagnostic.start].replace("\r", "\n").rpartition("\n")[2]
        after = text[diagnostic.end : diagnostic.end + _AROUND].replace("\r", "\n").partition("\n")[0]
    return (" ".join(part.split()) for part in (before, diagnostic.text, after))
