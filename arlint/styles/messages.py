"""Messages of style files: `%s` stands for what was found, in order, `%[2]s` for the second."""

import re
from collections.abc import Mapping, Sequence

from ..arabic.lazy import regex

_SPEC = regex(r"%(?:\[(\d)\])?[svqd]|%%|[{}]")
MOST = 9
"""So many arguments a message may have."""


def template(message: str) -> str:
    """The message as arlint's own are written: `{s1}` for the first `%s`."""
    number = 0

    def named(match: "re.Match[str]") -> str:
        nonlocal number
        whole, index = match.group(0), match.group(1)
        if whole == "%%":
            return "%"
        if whole in "{}":
            return whole * 2
        number = int(index) if index else number + 1
        return f"{{s{min(number, MOST)}}}"

    return _SPEC.sub(named, message)


def arguments(subjects: Sequence[str]) -> Mapping[str, str]:
    """The arguments of a message. What it asks for and does not get is empty."""
    return {f"s{number}": subjects[number - 1] if number <= len(subjects) else "" for number in range(1, max(MOST, len(subjects)) + 1)}


def listed(words: Sequence[str]) -> str:
    """`'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`, as Vale lists the choices of a replacement; empty where nothing is to stand there."""
    if not any(words):
        return ""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return ", ".join(quoted[:-1]) + f", or {quoted[-1]}"


def choices(words: Sequence[str], observed: str) -> Sequence[str]:
    """The subjects of a message that says what may stand in the place of what was observed: those of English, and last those of Arabic."""
    return (listed(words), observed, *[""] * (MOST - 3), listed_in_arabic(words))


def listed_in_arabic(words: Sequence[str]) -> str:
    """`«أ» أو «ب»`."""
    return " أو ".join(f"«{word}»" for word in words if word)


def in_arabic(message: str) -> str:
    """The Arabic message of a rule that suggests words: its second placeholder stands for them as Arabic lists them."""
    first, spec, rest = message.partition("%s")
    return f"{first}{spec}{rest.replace('%s', f'%[{MOST}]s', 1)}"


def requoted(message: str) -> str:
    """The message with its two quoted placeholders, the first of which will bring quotation marks of its own, as Vale rewrites it."""
    if message.count("«%s»") == 2:
        return message.replace("«%s»", f"%[{MOST}]s", 1).replace("«%s»", "«%[2]s»")
    for spec in ("'%s'", '"%s"'):
        if message.count(spec) == 2:
            message = message.replace(spec, "%s", 1)
    return message
