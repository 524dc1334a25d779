"""Front matter of Markdown and plain text, in YAML (`---`) or TOML (`+++`): the keys that are prose, on one line or as a block of YAML."""

import re
from functools import lru_cache

from ..arabic.lazy import regex
from .prose import Prose

_MATTER = regex(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*\r?(?:\n|\Z)")
_HEADLINE = ("title", "headline", "عنوان", "العنوان")
_SUMMARY = ("subtitle", "description", "summary", "excerpt", "lead", "ملخص", "الملخص", "وصف", "الوصف", "مقدمة", "المقدمة")
_KEY = rf"^(?P<key>{'|'.join((*_HEADLINE, *_SUMMARY))})[ \t]*"
_LINE = regex(
    _KEY + r"[:=][ \t]*"
    r"(?:\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\n]|'')*)'|(?P<bare>[^\s#|>&*!\"'][^\n#]*?))[ \t\r]*(?:#.*)?$",
    re.MULTILINE,
)
_BLOCK = regex(_KEY + r":[ \t]*[|>][-+]?[ \t]*\r?\n(?P<lines>(?:[ ]+[^\s][^\n]*\n|[ \t]*\r?\n)+)", re.MULTILINE)
_LINES = regex(r"[^\s][^\r\n]*")
_PARTED = regex(r"\n[ \t\r]*\n")
_ESCAPE = {
    "double": regex(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\."),
    "single": regex("''"),
    "bare": regex(r"(?!)"),
}
_SHORT = {"n": " ", "t": " ", "r": " "}

_KEYS = rf"(?:[A-Za-z][\w-]*|{'|'.join((*_HEADLINE, *_SUMMARY))}|(?:ال)?(?:تاريخ|قسم|كاتب|وسوم))"
_FRONT = regex(rf"(---|\+\+\+)[ \t]*\r?\n(?:(?:{_KEYS}[ \t]*[:=]|[ \t]|- |#)[^\n]*\n|\r?\n)+?\1[ \t]*\r?(?:\n|\Z)")
"""What opens a text that knows no markup: lines of keys and of what belongs to them, between two fences. `قال: نعم` is none."""


def front_end(text: str, start: int) -> int:
    """Where the front matter ends that begins there; where it begins if there is none."""
    match = _FRONT.match(text, start) if text.startswith(("---", "+++"), start) else None
    return match.end() if match else start


@lru_cache(maxsize=8)
def matter_end(text: str, start: int = 0) -> int:
    """Where the front matter ends that begins at an offset; 0 where none does."""
    matter = _MATTER.match(text, start)
    return matter.end() if matter else 0


def read_matter(prose: Prose, start: int, end: int) -> None:
    """Add title and description."""
    text = prose.text
    found = [*_LINE.finditer(text, start, end), *_BLOCK.finditer(text, start, end)]
    for match in sorted(found, key=lambda match: match.start()):
        if "lines" in match.re.groupindex:
            _read_block(prose, *match.span("lines"), match["key"])
            continue
        kind = next(name for name in ("double", "single", "bare") if match.group(name) is not None)
        if not match.group(kind).strip():
            continue
        prose.begin()
        at, last = match.span(kind)
        for escape in _ESCAPE[kind].finditer(text, at, last):
            prose.verbatim(at, escape.start(), _WRITERS[kind])
            prose.sign(_value(escape.group()), *escape.span(), _WRITERS[kind])
            at = escape.end()
        prose.verbatim(at, last, _WRITERS[kind])
        prose.end(_role(match["key"]))


def _role(key: str) -> str:
    return "headline" if key in _HEADLINE else "summary"


def _read_block(prose: Prose, start: int, end: int, key: str) -> None:
    """The lines of a block of YAML (`title: >-`), joined; an empty line parts paragraphs."""
    text, at = prose.text, start
    for gap in (*_PARTED.finditer(text, start, end), None):
        until = gap.start() if gap else end
        lines = [line.span() for line in _LINES.finditer(text, at, until)]
        prose.begin()
        for number, (first, last) in enumerate(lines):
            if number:
                prose.stand_in(" ", lines[number - 1][1], first)
            prose.verbatim(first, last, _write_line)
        prose.end(_role(key))
        at = gap.end() if gap else end


def _value(escape: str) -> str:
    if escape[0] != "\\":
        return "'"
    if escape[1] in "uUx":
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _SHORT.get(escape[1], escape[1])


def _write_double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _write_single(text: str) -> str | None:
    # A doubled apostrophe is one in YAML only.
    return None if any(sign in text for sign in "'\n\r") else text


def _write_bare(text: str) -> str | None:
    return None if any(sign in text for sign in ":#,[]{}\"'\n\r") else text


def _write_line(text: str) -> str | None:
    return None if "\n" in text or "\r" in text else text


_WRITERS = {"double": _write_double, "single": _write_single, "bare": _write_bare}
