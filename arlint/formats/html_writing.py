"""How text is written into HTML."""


def write_text(text: str) -> str:
    """A text as it is written between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_cdata(text: str) -> str | None:
    """A text as it is written in a CDATA section: as it stands, unless it might end the section."""
    return None if "]" in text or ">" in text else text


def write_value(text: str) -> str:
    """A text as it is written in an attribute between quotes of either kind."""
    return write_text(text).replace('"', "&quot;").replace("'", "&#39;")


def write_bare_value(text: str) -> str | None:
    """A text as it is written in an attribute without quotes: a word, or not at all."""
    return None if any(character.isspace() or character in "\"'`=<>&/" for character in text) else text
