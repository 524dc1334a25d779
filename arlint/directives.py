"""Comments in a text that speak to arlint: which there are, what they say, and of which lines."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from .arabic.lazy import regex
from .document import Document, Source
from .formats.matter import matter_end
from .rules import Suppression, names_rule

if TYPE_CHECKING:
    from datetime import date

# Two hyphens are part of no name: they begin the reason, or end the comment, with or without a blank before them.
_NAME = r"(?:[\w*?.\[\]]|-(?!-))+"
_DIRECTIVE = regex(
    r"(?P<open><!--|\{#|\{/\*|//|#|\.\.|NOTE)[ \t]*arlint:[ \t]*"
    r"(?P<verb>(?:[a-z]|-(?!-))+)[ \t]*"
    rf"(?:=[ \t]*(?P<rules>{_NAME}(?:[ \t]*,[ \t]*{_NAME})*))?"
    r"(?P<rest>[^\n\r]*)"
)
CLOSE = {"<!--": "-->", "{#": "#}", "{/*": "*/}"}
"""How a comment ends; all others end with their line, and begin after a blank."""
_NOTHING = regex(r"(?:\s|<!--(?:[^-]|-(?!->))*-->)*")
_DAY = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
VERBS = ("disable", "enable", "disable-line", "disable-next-line", "disable-file")

Names = Collection[tuple[str, str]]
"""The (id, code) pairs of all rules there are."""


def suppressions(
    documents: Sequence[Document], openings: Collection[str], names: Names = (), locked: Names = (), today: "date | None" = None
) -> list[Suppression]:
    """The comments of a file, in order; with `names` given, selectors that name none of them are marked as wrong, as are those of rules
    that are `locked`. `today` decides which have expired.

    `documents` are the articles of the file; `openings` the signs that begin a comment in its format: `<!--`, `{#`, `{/*`, `//`, `#`,
    `..` or `NOTE`.
    """
    source = documents[0].source
    blocks = sorted(document.stretch(block.start, block.end)[::2] for document in documents for block in document.blocks)
    found: list[Suppression] = []
    at = 0
    while match := _DIRECTIVE.search(source.text, at):
        opening, at = match.group("open"), match.end("open")
        if not _is_comment(documents, match.start(), opening, openings):
            continue
        rest, closed, _ = match.group("rest").partition(CLOSE[opening]) if opening in CLOSE else (match.group("rest"), "", "")
        at = end = match.start("rest") + len(rest) + len(closed)
        options, _, reason = rest.partition("--")
        rules = tuple(name.strip() for name in (match.group("rules") or "").split(",") if name.strip())
        verb = match.group("verb")
        first, last = _lines(source, verb, source.place(end).line, blocks)
        comment = Suppression(match.start(), end, verb, rules, reason.strip(), first, last)
        found.append(_dated(_checked(comment, names, locked), options.split(), today))
    return _ranges(found)


def _dated(comment: Suppression, options: Sequence[str], today: "date | None") -> Suppression:
    """The comment with the day until which it holds."""
    for option in options:
        name, _, value = option.partition("=")
        if name != "until":
            return comment if comment.problem else comment._replace(problem="option", wrong=option)
        last = day(value)
        if last is None:
            return comment if comment.problem else comment._replace(problem="date", wrong=value)
        comment = comment._replace(until=last.isoformat(), expired=last < (today or last.today()))
    return comment


def day(text: str) -> "date | None":
    """The day that is written so (`2027-01-31`), None where there is no such day."""
    from datetime import date  # few comments have one

    match = _DAY.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _checked(comment: Suppression, names: Names, locked: Names) -> Suppression:
    if comment.verb not in VERBS:
        return comment._replace(problem="verb", wrong=comment.verb)
    for selector in comment.rules if names else ():
        if not any(names_rule(selector, rule_id, code) for rule_id, code in names):
            return comment._replace(problem="rule", wrong=selector)
    for selector in comment.rules:
        if any(selector in names_of for names_of in locked):
            return comment._replace(problem="locked", wrong=selector)
    return comment


def _is_comment(documents: Sequence[Document], at: int, opening: str, openings: Collection[str]) -> bool:
    """Whether a comment begins here: not in code, which may show one. In front matter `#` begins one, whatever it does below."""
    text = documents[0].source.text
    if opening not in openings and not (opening == "#" and "<!--" in openings and at < matter_end(text)):
        return False
    if opening not in CLOSE and at > 0 and not text[at - 1].isspace() and text[at - 1] != "\ufeff":
        return False
    return not any(_is_code(document, at) for document in documents)


def _is_code(document: Document, at: int) -> bool:
    """Whether a place of the source lies in a block of code, or in what is no prose and began before it: not in blanks and comments."""
    text = document.source.text
    around = (run for run in document.sourcemap.runs if not run.exact and run.source_start < at < run.source_end)
    if any(not _NOTHING.fullmatch(text, run.source_start, at) for run in around):
        return True
    spans = (document.sourcemap.span(block.start, block.end) for block in document.blocks if block.role == "code")
    return any(start <= at < end for start, end in spans)


def _lines(source: Source, verb: str, line: int, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The lines that a comment on this line speaks of; `blocks` are the first and last lines of all prose."""
    lines = len(source.line_starts)
    return {
        "disable": (line, lines),
        "disable-file": (1, lines),
        "disable-line": (line, line),
        "disable-next-line": _following(source, line, blocks),
        "enable": (line, line),
    }.get(verb, (0, 0))


def _following(source: Source, line: int, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The next line that is not blank. Where it holds no prose (a `msgid`, the times of a cue) the next paragraph is meant, all of it:
    no comment can stand closer to it.
    """
    lines = len(source.line_starts)
    near = next((number for number in range(line + 1, lines + 1) if source.line(number).strip()), line + 1)
    first, last = next(((first, last) for first, last in blocks if last >= near), (near, near))
    return (near, near) if first <= near else (first, last)


def _ranges(found: list[Suppression]) -> list[Suppression]:
    """Cut every `disable` at the `enable` that ends it: one for the same rules, or for all."""
    ranges: list[Suppression] = []
    for index, one in enumerate(found):
        if one.verb == "disable" and not one.problem:
            ending = (
                later
                for later in found[index + 1 :]
                if later.verb == "enable" and (not later.rules or (set(later.rules) >= set(one.rules) and one.rules))
            )
            stop = next(ending, None)
            if stop is not None:
                ranges.append(one._replace(last=max(one.first, stop.first)))
                continue
        ranges.append(one)
    return ranges
