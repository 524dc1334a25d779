"""Names of characters that nobody can see."""


def named(character: str) -> tuple[str, str]:
    """The code point in hexadecimal, as after U+, and the character's Unicode name."""
    from unicodedata import name

    return f"{ord(character):04X}", name(character, "")
