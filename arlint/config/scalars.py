"""Unquoted words of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), without hexadecimal and octal numbers."""


from ..arabic.lazy import regex
from .node import Scalar

_INT = regex(r"[-+]?[0-9]+\Z")
_FLOAT = regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def scalar(text: str) -> Scalar:
    """What an unquoted word of YAML 1.2 (core schema) is."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text) and len(text) < 4000:  # Python refuses to read longer numbers
        return int(text)
    return float(text) if _FLOAT.match(text) else text
