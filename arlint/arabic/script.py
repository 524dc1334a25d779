"""Whether a paragraph is Arabic at all, or Latin, Persian, Urdu or Kurdish text that an Arabic linter leaves alone."""

from functools import lru_cache

from .lazy import regex
from .letters import LETTER, MARK, PERSIAN_URDU, TATWEEL

_OTHER = regex(f"[^\\W\\d_{LETTER}{MARK}{TATWEEL}]")
_WORD_OR_SIGN = regex(f"[{LETTER}{MARK}]+|[^ \u200c\u00a0{LETTER}{MARK}]")
_PERSIAN = regex(f"[{PERSIAN_URDU}]")
_PLAINLY_ARABIC = regex("^(?:[وفبك]?ال|و?لل)|[ةأإ]")
_PLAINLY_PERSIAN = regex("[پچژگ]|^(?:که|این|می|برای|های|یک|کرد|کرده|نیست|نیز)$")
_PARTICLE = regex("^(?:است|این|آن|که|از|در|برای|می|های|یک|شد|شده|بود|نیز|کرد|کرده|با)$")
_PARTICLES = 3  # a sentence of Persian has as many; one of Arabic that quotes Persian has an article for fewer than these

_OTHER_LETTERS = regex("[^\x00-@\\[-`{-\xbf\xd7\xf7\u0600-\u08ff\u2000-\u303f\ufb50-\uffff]")
"""What may be a letter of another script: all but ASCII signs, Arabic, punctuation and symbols. The set is given by what is not in it:
it takes a millisecond to compile, its complement seven."""


ARABIC_SHARE = 0.6
"""Of its letters so many must be Arabic script for a paragraph to be read as Arabic (catalogue 3.9)."""


@lru_cache(maxsize=4096)
def may_be_foreign(signs: frozenset[str]) -> bool:
    """Whether any paragraph of a text with these characters could be foreign; most articles hold no letter that could make one so."""
    letters = "".join(signs)
    return bool(_OTHER_LETTERS.search(letters) or _PERSIAN.search(letters))


def is_foreign(paragraph: str) -> bool:
    """Whether fewer than 60 % of the letters are Arabic, or the paragraph holds Persian (see `is_persian`)."""
    if _OTHER_LETTERS.search(paragraph):
        other = len(_OTHER.findall(paragraph))
        letters = sum(map(str.isalpha, paragraph))
        if letters and letters - other < ARABIC_SHARE * letters:
            return True
    return is_persian(paragraph)


def is_persian(paragraph: str) -> bool:
    """Whether three words in a row have letters that Arabic lacks, and those words are not Arabic typed on a Persian keyboard
    (`اللاجئین السوریین المقیمین`): of them fewer are plainly Arabic than plainly Persian. Or the particles of Persian tell.
    """
    if not _PERSIAN.search(paragraph):
        return False
    tokens = _WORD_OR_SIGN.findall(paragraph)
    persian = [bool(_PERSIAN.search(token)) for token in tokens]
    if not any(map(all, zip(persian, persian[1:], persian[2:], strict=False))):
        particles = sum(map(bool, map(_PARTICLE.search, tokens)))
        return particles >= _PARTICLES and particles > _PARTICLES * sum(map(bool, map(_PLAINLY_ARABIC.search, tokens)))
    words = [token for token, holds in zip(tokens, persian, strict=True) if holds]
    return sum(map(bool, map(_PLAINLY_ARABIC.search, words))) <= sum(map(bool, map(_PLAINLY_PERSIAN.search, words)))
