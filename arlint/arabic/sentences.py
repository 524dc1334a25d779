"""Where sentences end in Arabic news: full stops that end nothing (abbreviations, initials, decimals, domains) are passed over.

Definition: catalogue 2.5 and `text_model.yaml`.
"""

import re

from .letters import BLANK, LETTER, MARK, TATWEEL

_CLOSERS = "»”\"'\\)\\]’"
_END = re.compile(f"[.؟!…?۔]+[{_CLOSERS}]*(?=\\s|$|[{LETTER}«“\"(\\[])")

ABBREVIATIONS = frozenset(
    "د م أ ص ق هـ ه ت ج ب ط س ع ف ر ق.م ص.ب ت.ش ك.غ ج.م.ع د.إ ر.س إلخ الخ أ.د م.م".split()
)
"""Forms before a full stop that does not end the sentence: titles (د.), units, eras (ق.م), addresses (ص.ب)."""

_ENDING_ABBREVIATIONS = frozenset(("إلخ", "الخ", "هـ", "ه", "ق.م"))
"""Of these, the ones that often stand last: they end the sentence when the paragraph ends there."""

_DOMAIN_TAILS = ("نت", "كوم", "نيوز", "أونلاين", "اونلاين", "تي في", "com", "net")
_TOKEN_BEFORE = re.compile(f"(?:[{LETTER}{MARK}{TATWEEL}]|[A-Za-z0-9]|\\.(?=\\S))+$")
_DOTTED = re.compile(r"\S{1,5}\.\S{1,5}")


def sentence_spans(text: str, outline: str | None = None) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of one paragraph, in code points of `text`, without the blanks around them.

    `outline` is the same text with the inside of quotations blanked out (equal length): a full stop in there ends no sentence.
    """
    seen = text if outline is None else outline
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(seen):
        if _ends_here(seen, match):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [trimmed for a, b in spans if (trimmed := _trim(text, a, b))[0] < trimmed[1]]


def _ends_here(text: str, match: re.Match[str]) -> bool:
    mark, after = match.start(), match.end()
    if after == len(text) or text[mark] in "؟!?" or not text[after:].strip():
        return True
    follows = text[after]
    if text[mark] != "." or (match.end() - mark > 1 and text[mark + 1] == "."):
        return follows.isspace() or text[mark] != "…"
    if not follows.isspace() and text.startswith(_DOMAIN_TAILS, after):
        return False
    before = _TOKEN_BEFORE.search(text, max(0, mark - 24), mark)
    token = before.group() if before else ""
    glued = not follows.isspace() and after == mark + 1
    if glued and (_DOTTED.fullmatch(token) or (len(token) <= 5 and _dot_soon(text, after))):
        return False
    if token in ABBREVIATIONS or (len(token) == 1 and not token.isdigit()):
        return False
    return not ("." in token and all(len(part) <= 3 for part in token.split(".")))


def _dot_soon(text: str, start: int) -> bool:
    """Whether the run of letters from `start` is short and ends in another full stop, as in `أ.ف.ب.`."""
    stop = text.find(".", start, start + 6)
    return stop > start and not any(character.isspace() for character in text[start:stop])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in BLANK):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in BLANK):
        end -= 1
    return start, end
