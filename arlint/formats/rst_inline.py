"""The inline markup of reStructuredText, by the rules of docutils. What is not certain is left alone."""

from collections.abc import Iterator

from ..arabic.lazy import regex
from ..arabic.letters import MARK, PLACEHOLDER
from .lines import BREAK, Mark

_SHOWN = frozenset("ref doc term any numref emphasis strong title title-reference t abbr guilabel dfn lang".split())
"""Roles whose text is read; that of all others is code, mathematics, a name."""

_NOT_BEFORE = f"\\w{MARK}!#$%&)*+,.;=>?@\\]^`|}}~\\\\"
_NOT_AFTER = f"\\w{MARK}(\\[{{<#$%&*+=@^`|~"
_OPENS, _CLOSES = f"(?<![{_NOT_BEFORE}])", f"(?![{_NOT_AFTER}])"
_INLINE = regex(
    rf"(?P<escape>\\[\s\S])"
    rf"|{_OPENS}``(?=\S)(?P<literal>[\s\S]{{1,2000}}?)(?<=\S)``{_CLOSES}"
    rf"|{_OPENS}(?P<target>_?)(?P<role>:[\w.+:-]+:)?`(?=[^\s`])(?P<text>(?:[^`\\]|\\[\s\S])+?)(?<=\S)`(?P<suffix>__?(?!\w)|:[\w.+:-]+:)?{_CLOSES}"
    rf"|{_OPENS}\*\*(?=[^\s*])(?P<strong>(?:[^*\\]|\\[\s\S]|\*(?!\*))+?)(?<=\S)\*\*{_CLOSES}"
    rf"|{_OPENS}\*(?=[^\s*\"'»”’)\]}}>])(?P<emphasis>(?:[^*\\]|\\[\s\S])+?)(?<=\S)\*{_CLOSES}"
    rf"|{_OPENS}(?P<substitution>\|(?=\S)[^|\n]+(?<=\S)\|_{{0,2}}){_CLOSES}"
    rf"|(?P<footnote>\[(?:[0-9]+|#[\w.-]*|\*|[\w.-]+)\]_){_CLOSES}"
    rf"|(?<![\w{MARK}])(?P<word>[^\W_]+(?:[-._+:][^\W_]+)*)(?P<reference>__?){_CLOSES}(?!_)"
    rf"|(?P<break>{BREAK})"
)
_TARGET = regex(r"\s*<[^<>]*>\Z")
_SUBJECT_TO_ESCAPE = regex(r"[\\*`|_]")
_INNER = regex(rf"\\[\s\S]|{BREAK}")


def write(text: str) -> str | None:
    """A text as it is written in a line."""
    return None if "\n" in text or "\r" in text else _SUBJECT_TO_ESCAPE.sub(r"\\\g<0>", text)


def marks(text: str) -> Iterator[Mark]:
    """The inline markup of a paragraph."""
    for match in _INLINE.finditer(text):
        start, end = match.span()
        shown = next((name for name in ("text", "strong", "emphasis") if match.group(name)), "")
        if match.group("escape"):
            sign = match.group()[1]
            yield Mark(start, end, "" if sign.isspace() else sign)
        elif match.group("break"):
            yield Mark(start, end, " ")
        elif match.group("word"):
            yield Mark(match.start("reference"), end)
        elif shown and _is_text(match.group("role"), match.group("suffix")):
            first, last = match.span(shown)
            target = _TARGET.search(text, first, last) if shown == "text" else None
            last = target.start() if target else last
            yield Mark(start, first)
            yield from _within(text, first, last)
            yield Mark(last, end)
        else:
            yield Mark(start, end, PLACEHOLDER)


def _is_text(role: str | None, suffix: str | None) -> bool:
    name = (role or (suffix if suffix and suffix[0] == ":" else "") or ":t:").strip(":").rpartition(":")[2]
    return name in _SHOWN


def _within(text: str, start: int, end: int) -> Iterator[Mark]:
    """What is no text in marked text: it holds no other markup."""
    for match in _INNER.finditer(text, start, end):
        sign = match.group()
        yield Mark(*match.span(), " " if sign[0] != "\\" else "" if sign[1].isspace() else sign[1])
