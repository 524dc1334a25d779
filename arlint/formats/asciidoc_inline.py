"""The inline markup of AsciiDoc, by the rules of Asciidoctor. What is not certain is left alone."""

import html
from collections.abc import Iterator

from ..arabic.lazy import regex
from ..arabic.letters import MARK, PLACEHOLDER
from .lines import BREAK, Mark

_WORD = f"\\w{MARK}"
_INLINE = regex(
    r"(?P<escape>\\(?=[*_`#^~+{<&|\[\\]|https?:|link:))"
    r"|(?P<gap>\+\+\+[\s\S]{1,2000}?\+\+\+|\+\+(?=\S)[^\n]{1,500}?\+\+|\$\$[^\n]{1,500}?\$\$|``[^\n]{1,500}?``"
    r"|(?:pass|stem|latexmath|asciimath|kbd|btn|footnote|footnoteref|image|icon|indexterm|menu):[^\s\[\]]{0,500}\[(?:[^\]\\]|\\.){0,1000}\]"
    r"|\{[\w-]+(?::[^{}\n]*)?\}|\^[^\s^]+\^|~[^\s~]+~|\(\(\([^\n()]{1,200}\)\)\)"
    rf"|(?<![{_WORD}`])`(?=\S)[^\n`]{{1,500}}?(?<=\S)`(?![{_WORD}`\"'])|(?<![{_WORD}+])\+(?=\S)[^\n+]{{1,500}}?(?<=\S)\+(?![{_WORD}+]))"
    r"|(?P<anchor>\[\[[\w:.-]+(?:,[^\]\n]*)?\]\]|\[#[\w-]+\](?=#)|\[\.[\w.-]+\](?=[#*_`]))"
    r"|(?P<link>(?:link:|xref:|mailto:|https?://|ftp://|irc://)[^\s\[\]<>]{1,1000}\[(?P<label>(?:[^\]\\]|\\.){0,1000})\])"
    r"|<<(?P<reference>[^<>,\n]{1,300})(?:,(?P<shown>[^<>]{1,1000}))?>>"
    rf"|(?P<opening>\"`(?=\S)|'`(?=\S))|(?P<closing>(?<=\S)`\"|(?<=\S)`'(?![{_WORD}]))"
    r"|(?P<double>\*\*|__|\#\#)"
    rf"|(?P<strong>(?<![{_WORD};:}}*])\*(?=[^\s*])(?=(?:[^*\n]|\n(?!\s*\n)){{1,2000}}?(?<=\S)\*(?![{_WORD}*])))"
    rf"|(?P<emphasis>(?<![{_WORD};:}}])_(?=[^\s_])(?=(?:[^_\n]|\n(?!\s*\n)){{1,2000}}?(?<=\S)_(?![{_WORD}])))"
    rf"|(?P<highlight>(?<![{_WORD};:}}#&])\#(?=[^\s#])(?=(?:[^#\n]|\n(?!\s*\n)){{1,2000}}?(?<=\S)\#(?![{_WORD}#])))"
    rf"|(?P<ends>(?<=[^\s])[*_\#](?![{_WORD}]))"
    r"|(?P<entity>&(?:\#[0-9]{1,8}|\#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<break>(?:[ \t]\+)?{BREAK})"
)
_MEANS_SOMETHING = regex(r"[*_`#^~+{}<>&|\[\]\\]")


def write(text: str) -> str | None:
    """A text as it is written in a line; one with signs that mean something is not written, since no escape holds everywhere."""
    return None if "\n" in text or "\r" in text or _MEANS_SOMETHING.search(text) else text


def marks(text: str) -> Iterator[Mark]:
    """The inline markup of a paragraph."""
    open_signs: list[str] = []
    at = 0
    while match := _INLINE.search(text, at):
        start, end = match.span()
        at = end
        if match.group("escape"):
            yield Mark(start, end)
            at = end + 1  # what is escaped is text
        elif match.group("break"):
            yield Mark(start, end, " ")
        elif match.group("label") is not None or match.group("shown"):
            group = "label" if match.group("label") is not None else "shown"
            first, last = match.span(group)
            if not text[first:last].strip():
                yield Mark(start, end, PLACEHOLDER)
                continue
            yield Mark(start, first)
            yield from (Mark(first + mark.start, first + mark.end, mark.said) for mark in marks(text[first:last]))
            yield Mark(last, end)
        elif match.group("opening"):
            yield Mark(start + 1, end)
        elif match.group("closing"):
            yield Mark(start, start + 1)
        elif match.group("entity"):
            said = html.unescape(match.group())
            if said != match.group():
                yield Mark(start, end, said if len(said) == 1 else PLACEHOLDER)
        elif match.group("double"):
            yield Mark(start, end)
        elif match.group("strong") or match.group("emphasis") or match.group("highlight"):
            open_signs.append(match.group())
            yield Mark(start, end)
        elif match.group("ends"):
            if match.group() in open_signs:
                open_signs.remove(match.group())
                yield Mark(start, end)
        else:
            yield Mark(start, end, "" if match.group("anchor") else PLACEHOLDER)
