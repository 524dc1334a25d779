"""Where sentences end in Arabic news: full stops that end nothing (abbreviations, initials, domains, list numbers) are passed over.

Definition: catalogue 2.5 and `text_model.yaml`.
"""

from collections.abc import Set
from itertools import pairwise

from .lazy import regex
from .letters import BLANK, LETTER, MARK, TATWEEL

_STOPS = ".؟!…?۔"
_CLOSERS = "»”\"'\\)\\]’"
# Tried at the first mark of a run only: a million full stops before a Latin letter are looked at once. A pattern that begins with a set
# of characters is searched for four times as fast as one that begins with a look-behind.
_END = regex(f"[{_STOPS}](?<![{_STOPS}].)[{_STOPS}]*[{_CLOSERS}]*(?=\\s|$|[{LETTER}«“\"(\\[])")
_IN_TOKEN = f"{LETTER}{MARK}{TATWEEL}A-Za-z0-9٠-٩"
# No abbreviation has so many letters, and behind what is part of no token (a closing mark, a blank, another stop) there is none.
_SURE_STOP = regex(f"\\.(?=\\s)(?:(?<=[{LETTER}]{{4}}.)|(?<=[^{_IN_TOKEN}.][{LETTER}]{{3}}.)|(?<=[^{_IN_TOKEN}].))")
_SURE_MARK = regex(f"[؟!](?<![{_STOPS}].)(?=\\s)")
_QUOTED_END = regex("\\.[»”\"’']+(?=\\s+و)")

ABBREVIATIONS = frozenset("د م أ ص ق ت ج ب ط س ع ف ر ق.م ص.ب ت.ش ك.غ ج.م.ع د.إ ر.س أ.د م.م هـ ه".split())
"""Tokens before a full stop that does not end the sentence: titles (د.), addresses (ص.ب), units and countries."""

_JOINED_TITLES = frozenset(("ود", "وم", "وأ"))
"""Titles with the conjunction before them: `د. سامي ود. هند`."""

_ERAS = frozenset(("م", "هـ", "ه"))
"""After a number these are the era of a year and end a sentence like any word: `عام 2016م. وقال`."""

_LONGEST = 24  # code points; a token that decides about a full stop is far shorter
_TOKEN = regex(f"(?:[{_IN_TOKEN}]|\\.(?=\\S))+$")
_NUMBER_BEFORE = regex(f"[0-9٠-٩][{BLANK}]?$")
_LONG_WORD = regex(f"[{LETTER}]{{4}}")
_DOTTED = regex(r"\S{1,5}\.\S{1,5}")
_DOMAIN = regex(f"(?:نت|كوم|نيوز|أونلاين|اونلاين|تي في)(?![{LETTER}])")
_SHORT_AND_DOT = regex(f"[{LETTER}{MARK}{TATWEEL}]{{1,5}}\\.")


def sentence_spans(text: str, outline: str | None = None, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of one paragraph, in code points of `text`, without the blanks around them.

    `outline` is the same text with the inside of quotations blanked out (equal length): a full stop in there ends a sentence only
    as the last character of the quotation, where the next word begins with و. Where only those from `start` to `end` are wanted, these
    must be some of the `sure_ends`.
    """
    seen = text if outline is None else outline
    stop = len(text[:end].rstrip())
    ends = [match.end() for match in _END.finditer(seen, start, stop) if _ends_sentence(seen, *match.span(), stop)]
    if outline is not None and outline != text:
        quoted = (match.span() for match in _QUOTED_END.finditer(text, start, stop))
        ends = sorted({*ends, *(end for mark, end in quoted if outline[mark].isspace() and not outline[end - 1].isspace())})
    if not ends or ends[-1] < stop:
        ends.append(stop)
    return [trimmed for a, b in pairwise((start, *ends)) if (trimmed := _trimmed(text, a, b))[0] < trimmed[1]]


def sure_ends(outline: str, signs: Set[str]) -> list[int]:
    """One past the stops before a blank that end a sentence whatever else stands around: of a text in outline, with these signs, in order.

    No sentence leaves the stretch between two of them, and to find them takes a fraction of what to find sentences does.
    """
    ends = [match.end() for match in _SURE_STOP.finditer(outline)]
    if "؟" in signs or "!" in signs:
        ends += [match.end() for match in _SURE_MARK.finditer(outline)]
        ends.sort()
    return ends


def is_sentence(text: str, outline: str, signs: Set[str], start: int, end: int) -> bool:
    """Whether a stretch between two of the `sure_ends` has no other stop, hence is one sentence for sure."""
    if any(outline.find(stop, start, end - 1) >= 0 for stop in _STOPS if stop in signs):
        return False
    return outline is text or _QUOTED_END.search(text, start, end) is None


def _ends_sentence(text: str, mark: int, after: int, stop: int) -> bool:
    """Whether the marks from `mark` to `after` end a sentence of the text, whose last word ends before `stop`."""
    glued = after < stop and not text[after].isspace()
    if text[mark] == "…":
        return not glued
    if after >= stop or text[mark] != "." or text.startswith(".", mark + 1):
        return True
    if not glued and _LONG_WORD.match(text, max(0, mark - 4), mark):
        return True  # as nearly always: no number, and longer than anything that is abbreviated
    match = _TOKEN.search(text, max(0, mark - _LONGEST), mark)
    token, start = (match.group(), match.start()) if match else ("", mark)
    if glued and (_DOMAIN.match(text, after) or (after == mark + 1 and _is_dotted(text, token, after))):
        return False
    if token.replace(".", "").isdigit():
        return start > _LONGEST or bool(text[:start].strip())
    if token in _ERAS and _NUMBER_BEFORE.search(text, max(0, start - 2), start):
        return True
    abbreviated = token in ABBREVIATIONS or token in _JOINED_TITLES or len(token) == 1
    return not abbreviated and not ("." in token and all(len(part) <= 3 for part in token.split(".")))


def _is_dotted(text: str, token: str, after: int) -> bool:
    """Whether a full stop with letters on both sides stands inside an abbreviation: `أ.ف.ب`."""
    return bool(_DOTTED.fullmatch(token)) or (len(token) <= 5 and _SHORT_AND_DOT.match(text, after) is not None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
