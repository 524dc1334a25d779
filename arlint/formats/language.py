"""What markup says of the language of a text (BCP 47: `ar`, `ar-EG`, `fa`)."""

_ARABIC = frozenset(("", "ar", "ara", "arb", "und", "mul"))
_SAME_SCRIPT = frozenset("fa per fas prs ur urd ps pus ku kur ckb sd snd ug uig ks pnb bal".split())
"""Other languages in Arabic script."""


def is_foreign(language: str, *, whole: bool = False) -> bool:
    """Whether a language tag names another language than Arabic. That of a `whole` file is often wrong, and is only believed where the
    letters do not tell: of Persian, Urdu and others in Arabic script.
    """
    name = language.strip().lower().partition("-")[0]
    return name in _SAME_SCRIPT if whole else name not in _ARABIC
