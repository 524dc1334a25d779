"""Values in XML attributes. What XML 1.0 cannot hold at all is named instead: `‹U+0008›`."""

from html import escape

from ..arabic.lazy import regex

_ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def attributes(**values: object) -> str:
    """` name="value"` for each, escaped; line breaks survive."""
    return "".join(f' {name}="{attribute(str(value))}"' for name, value in values.items())


def attribute(text: str) -> str:
    """The text as it stands between double quotes."""
    return escape(_ILLEGAL.sub(lambda match: f"‹U+{ord(match.group()):04X}›", text)).translate(_BREAKS)
