"""From diagnostics to a repaired text: a pure function of strings."""

from collections.abc import Callable, Iterable, Sequence

from .report import Diagnostic, applied

ROUNDS = 10
"""How often a text is linted again for fixes that waited for others."""


def chosen(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[Diagnostic]:
    """The diagnostics whose fixes can be made together: of two that overlap or touch, the one that begins first wins."""
    taken: list[Diagnostic] = []
    busy: list[tuple[int, int]] = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        spans = [(edit.start, edit.end) for edit in fix.edits]
        if any(start <= other_end and other_start <= end for start, end in spans for other_start, other_end in busy):
            continue
        taken.append(diagnostic)
        busy += spans
    return taken


def fixed(text: str, lint: Callable[[str], Sequence[Diagnostic]], *, unsafe: bool = False) -> str:
    """The text repaired until nothing is left to repair, or after ten rounds. `lint` gives a text's diagnostics in order of place."""
    for _ in range(ROUNDS):
        edits = [edit for diagnostic in chosen(lint(text), unsafe=unsafe) if diagnostic.fix for edit in diagnostic.fix.edits]
        repaired = applied(text, edits)
        if repaired == text:
            break
        text = repaired
    return text


__all__ = ["ROUNDS", "applied", "chosen", "fixed"]
