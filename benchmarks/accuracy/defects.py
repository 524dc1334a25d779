"""Known defects, each put into a clean text at a place of its kind: what a rule must find again."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple


class Defect(NamedTuple):
    """A text with one defect, and the span of it (half-open code points)."""

    text: str
    start: int
    end: int


Make = Callable[[str, Random], "Defect | None"]


def _put(text: str, start: int, end: int, new: str, before: int = 0, after: int = 0) -> Defect:
    return Defect(text[:start] + new + text[end:], max(0, start - before), start + len(new) + after)


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str], around: int = 1) -> Make:
    """A defect made by replacing one match of a pattern."""
    compiled = re.compile(pattern)

    def make(text: str, random: Random) -> Defect | None:
        matches = list(compiled.finditer(text))
        if not matches:
            return None
        match = random.choice(matches)
        return _put(text, *match.span(), new(match) if callable(new) else match.expand(new), around, around)

    return make


def repeated_paragraph(text: str, random: Random) -> Defect | None:
    """A paragraph of twelve words or more, once again at the end."""
    paragraphs = [line for line in text.split("\n") if len(line.split()) >= 12]
    if not paragraphs:
        return None
    chosen, body = random.choice(paragraphs), text.rstrip("\n")
    return Defect(f"{body}\n{chosen}\n", len(body) + 1, len(body) + 1 + len(chosen))


def repeated_sentence(text: str, random: Random) -> Defect | None:
    """A sentence of twelve words or more, once again at the end of the text."""
    sentences = [one.strip() for one in re.findall(r"(?<=[.؟] )[^.؟\n\"«»“”]{60,}\.", text) if len(one.split()) >= 12]
    if not sentences:
        return None
    chosen, body = random.choice(sentences), text.rstrip()
    return Defect(f"{body} {chosen}\n", len(body) + 1, len(body) + 1 + len(chosen))


_L = "\u0621-\u064a"
_WORD = f"(?<![{_L}])"
_END = f"(?![{_L}\u064b-\u0652])"

DEFECTS: Mapping[str, Make] = {
    "DUP001": repeated_paragraph,
    "DUP003": repeated_sentence,
    "DUP004": replaced(rf"(?<= )(في|من|على|إلى|عن|أن|التي|الذي) (?=[{_L}])", r"\1 \1 "),
    "QUO001": replaced(r"(«[^«»\n\"]{20,})»", r"\1", 400),
    "QUO002": replaced(r"«([^«»\n\"]{20,}»)", r"\1", 400),
    "PUN001": replaced("،", ","),
    "PUN002": replaced(rf"(?<=[{_L}])،", " ،"),
    "PUN003": replaced(rf"، (?=[{_L}])", "،"),
    "PUN004": replaced("، ", "،، "),
    "PUN006": replaced(r"(\([^()\n]{3,40})\)", r"\1", 60),
    "PUN009": replaced(rf"(?<=[{_L}]) (?=[{_L}])", "   "),
    "UNI001": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "\u202e"),
    "UNI002": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "\u200b"),
    "UNI003": replaced(f"{_WORD}في{_END}", "\ufed3\ufef2"),
    "UNI004": replaced(rf"(?<=[بتسفقكلمنهي])(?=[{_L}]{{2}})", "ـ"),
    "UNI005": replaced(rf"(?<=[{_L}])ك(?=[{_L}])", "ک"),
    "UNI006": replaced("أ", "ا\u0654"),
    "UNI007": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "o"),
    "UNI009": replaced(rf"(?<=[{_L}]) (?=[{_L}])", "&nbsp;"),
    "ORT001": replaced(f"{_WORD}(أكد|إلى|أعلن|أضاف|أشار|إيران|أوروبا|أمريكا|إسرائيل|أكثر){_END}", lambda m: "ا" + m[1][1:]),
    "ORT002": replaced(f"{_WORD}ا(جتماع|نتخابات|ستقبل|تفاق|قتصاد|ستثمار)", r"إ\1", 12),
    "ORT003": replaced(f"{_WORD}(في|الذي|التي|الثاني|الماضي){_END}", lambda m: m[1][:-1] + "ى"),
    "ORT004": replaced(f"{_WORD}(المدينة|الحكومة|الوزارة|المنطقة|السنة|الدولة|شركة){_END}", lambda m: m[1][:-1] + "ه"),
    "SPL001": replaced(f"(?:{_WORD}إيران{_END}[^\x00]*?){{2}}{_WORD}(?P<word>إ)يران{_END}", lambda m: m[0][: -len("إيران")] + "ايران", 0),
    "NUM001": replaced(rf"(?<= )([1-9]\d)(?= [{_L}])", lambda m: "".join(chr(ord(digit) + 0x630) for digit in m[1])),
    "NUM004": replaced(rf"(?<= )([5-9]) (أشخاص|أيام|سنوات|أشهر|ساعات){_END}", lambda m: f"{m[1]} {_SINGULAR[m[2]]}"),
    "NUM006": replaced(r"(?<= )\d{1,2} (فبراير|يونيو|سبتمبر|نوفمبر|أبريل|جوان|أفريل)", r"31 \1"),
    "NUM007": replaced(rf"(?<= )(\d{{2}}) (?=[{_L}]{{3}})", r"\1", 12),
    "GRM001": replaced(f"{_WORD}(قال|قالت|يقول) إن{_END}", r"\1 أن"),
    "GRM003": replaced(f"{_WORD}لم (?:يعد|يكن|تكن){_END}", "لم يبقى"),
    "GRM004": replaced(f"{_WORD}لم (?:يكن|تكن){_END}", "لم يكون"),
    "GRM005": replaced(f"{_WORD}(لن|أن) يكونوا{_END}", r"\1 يكونون"),
    "STR002": replaced(rf"(?<=[{_L}]) (?=[{_L}])", " XXX "),
    "STY005": replaced(f"{_WORD}لن{_END}", "سوف لن"),
}
"""By the code of the rule that must find it."""

_SINGULAR = {"أشخاص": "شخص", "أيام": "يوم", "سنوات": "سنة", "أشهر": "شهر", "ساعات": "ساعة"}
