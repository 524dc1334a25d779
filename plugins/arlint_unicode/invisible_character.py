"""invisible-character: zero-width characters and soft hyphens that split words."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from arlint import Document, Edit, Example, Finding, Measured, Pattern, PatternRule, Text
from arlint.arabic.lazy import compiled, regex
from arlint.arabic.letters import BLANK, INVISIBLE, LETTER, MARK, PERSIAN_URDU, PRESENTATION

from ._grouped import Grouped
from ._languages import is_announced
from ._names import named

_ALWAYS = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_DIRECTION = "\u200e\u200f\u061c"
_SEPARATORS = "\u200b\u180e"
"""Were meant to keep two words apart, at least once; the others never were."""

_ARABIC = f"{LETTER}{PRESENTATION}"
_LETTER_BEFORE = regex(f"[{_ARABIC}][{MARK}]*\\Z")
_LETTER_AFTER = regex(f"[{MARK}]*[{_ARABIC}]")
_LOOSE_BEFORE = regex(f"[{_ARABIC}][{MARK}{INVISIBLE}{BLANK}]*\\Z")
_LOOSE_AFTER = regex(f"[{MARK}{INVISIBLE}{BLANK}]*[{_ARABIC}]")
_OPEN = r"\s!-/:-@\[-`{-~،؛؟«»“”‘’–—…"
_OPEN_BEFORE = regex(f"(?:\\A|[{_OPEN}])\\Z")
_OPEN_AFTER = regex(f"[{_OPEN}]|\\Z")
_WORD_BEFORE = regex(f"[{_ARABIC}][{MARK}]*[{_ARABIC}][{MARK}]*\\Z")
_WORD_AFTER = regex(f"[{MARK}]*[{_ARABIC}][{MARK}]*[{_ARABIC}]")
_LONE_BEFORE = regex(f"(?<![{_ARABIC}{MARK}])[{_ARABIC}][{MARK}]*\\Z")
_JOINING = regex(f"[{_ARABIC}](?<![ادذرزوأإآؤءةىﺍﻻ])[{MARK}]*\\Z")
_PERSIAN = regex(f"[{PERSIAN_URDU}]")
_HEH = "ه"

_NEAR = 12  # code points; nobody writes so many marks and blanks between two letters
_LONGEST = 24  # code points of a word that show whether it is Persian


class InvisibleCharacter(Grouped, PatternRule):
    """محرف لا يُرى داخل النص: مسافة صفرية العرض أو واصلة اختيارية أو علامة ترتيب البايتات (BOM) في غير أول الملف أو ما شابهها. كلمة
    فيها مثله لا يجدها البحث ولا المدقق، وتبدو للعين سليمة.

    الفاصل والرابط الصفريان (ZWNJ وZWJ) لا يُبلَّغ عنهما إلا بجوار حرف عربي، ويُقبلان في نص فارسي أو كردي، وفي هاء السنة الهجرية، وفي حرف
    مفرد رُسم متصلا. وعلامات الاتجاه (LRM وRLM وALM) لا عمل لها بين حرفين عربيين، ولا يُبلَّغ عنها بجوار الأرقام واللاتينية والترقيم.
    والإصلاح يحذف المحرف؛ ويحتاج إلى مراجعة حيث قد يلصق الحذف كلمتين أو يغيّر شكل حرف. أما العلامة (BOM) في أول الملف
    فمن ترميزه، وتبقى دائما.

    A character inside the text that cannot be seen: a zero-width space, a soft hyphen, a byte-order mark elsewhere than at the head of
    the file, and their like. Neither search nor a speller knows a word that holds one, and to the eye nothing is wrong.

    The zero-width joiner and non-joiner are reported only beside an Arabic letter; in Persian and Kurdish text, in the ه of Hijri years
    and after a single letter that is to be shown joined they are right. The marks of direction (LRM, RLM, ALM) do nothing between two
    Arabic letters; beside digits, Latin and punctuation nothing is said of them. The fix deletes the character; it is for review where
    that could glue two words together or change the shape of a letter. A byte-order mark at the head of a file belongs to its encoding, and
    always stays.
    """

    id = "invisible-character"
    code = "UNI002"
    title = Text("محرف خفي", "Invisible character")
    message = Text("محرف خفي، {name_ar} ({cp})؛ احذفه.", "Invisible character {name} ({cp}); delete it.")
    level = "warning"
    triggers = _ALWAYS + _NON_JOINER + _JOINER + _DIRECTION
    any_language = True
    reads_marks = True
    yields_to = ("mojibake",)
    patterns = (Pattern(f"[{_ALWAYS}{_NON_JOINER}{_JOINER}{_DIRECTION}]+"),)

    good = (
        "صدر القرار عام 1440 ه\u200d.",
        "صدر القرار عام 1438ه\u200dـ.",
        "\ufeffهذا نص في أول الملف.",
        "کتاب\u200cهای ایرانی می\u200cخریم",
        "زار متحف می\u200cخانه أمس.",
        "الشاعر (بالفارسية: شمس\u200cالدین محمد، ثم خواجه\u200cشمس) من شيراز.",
        "يُكتب الحرف ع\u200d في أول الكلمة، وحرف الجر بِ\u200d قبل الاسم.",
        "أعلنت شبكة CNN\u200f أن البث متوقف.",
        "قال:\u200f \u200f«نعم»\u200f.",
        "رسم رمز 👩\u200d🚀 في رسالته.",
    )
    bad = {
        "الوزيرة⟦\u200b⟧ حضرت.": "الوزيرة حضرت.",
        "افتتح المؤ⟦\u00ad⟧تمر أمس.": "افتتح المؤتمر أمس.",
        "حضرت⟦\ufeff⟧ الوزيرة.": "حضرت الوزيرة.",
        "حضرت ⟦\u200b\u200b⟧الوزيرة.": "حضرت الوزيرة.",
        "حضرت و⟦\u200c⟧تحدثت.": "حضرت وتحدثت.",
        "حضرت ⟦\u200f⟧الوزيرة.": "حضرت الوزيرة.",
        "مَ⟦\u2060⟧دْرسة": "مَدْرسة",
    }
    cases = (Example("مع **الوزيرة⟦\u200b⟧** حضر.", "مع **الوزيرة** حضر.", format="markdown"),)

    measured = Measured(
        61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("288 ملاحظة في 59 مقالا، نصفها في مقابلة واحدة.", "288 findings in 59 articles, half of them in one interview."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every run of such characters. Mostly one of them occurs, and one is searched for ten times as fast as any of all."""
        seen = "".join(sorted(document.signs.intersection(self.triggers)))
        if seen:
            run, pattern = compiled(f"[{seen}]+"), self.patterns[0]
            for start, end, _ in document.blocks:
                for match in run.finditer(document.text, start, end):
                    yield from self.judge(document, match, pattern)

    def judge(self, document: Document, match: re.Match[str], pattern: Pattern) -> Iterable[Finding]:
        """The characters of a run that have no business there, side by side as one finding."""
        start = match.start()
        for wrong, group in groupby(match.group(), lambda sign: self._is_wrong(document, match, sign)):
            piece = "".join(group)
            if wrong:
                end = start + len(piece)
                yield self.found(start, end, Edit(start, end, ""), safe=_is_safe(document.text, match, piece), **named(piece[0]))
            start += len(piece)

    def _is_wrong(self, document: Document, match: re.Match[str], sign: str) -> bool:
        if sign in _ALWAYS:
            return True
        text, (start, end) = document.text, match.span()
        if sign in _DIRECTION:
            return bool(_LOOSE_BEFORE.search(text, max(0, start - _NEAR), start) and _LOOSE_AFTER.match(text, end, end + _NEAR))
        shaped = sign == _JOINER and _is_shaped(text, start, end)
        return _is_by_letters(text, start, end) and not shaped and not _is_persian(document, match)


def _letters_around(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a letter stands directly before a run, and directly after it, harakat aside."""
    return bool(_LETTER_BEFORE.search(text, max(0, start - _NEAR), start)), bool(_LETTER_AFTER.match(text, end, end + _NEAR))


def _is_by_letters(text: str, start: int, end: int) -> bool:
    """Whether a run stands between two letters, or between a letter and a blank, a punctuation mark or the end."""
    before, after = _letters_around(text, start, end)
    if before and after:
        return True
    return bool(_OPEN_AFTER.match(text, end, end + 1)) if before else after and bool(_OPEN_BEFORE.search(text, max(0, start - 1), start))


def _is_shaped(text: str, start: int, end: int) -> bool:
    """Whether a joiner gives a letter that stands alone the shape that it has within words."""
    before, after = _letters_around(text, start, end)
    if before and after:
        return False
    if before:
        return text[start - 1] == _HEH or bool(_LONE_BEFORE.search(text, max(0, start - _NEAR), start))
    return not _WORD_AFTER.match(text, end, end + _NEAR)


def _is_persian(document: Document, match: re.Match[str]) -> bool:
    """Whether the word, or the whole paragraph, is in a language that writes with joiners."""
    text, (start, end) = document.text, match.span()
    word = text[max(0, start - _LONGEST) : start].split()[-1:] + text[end : end + _LONGEST].split()[:1]
    if _PERSIAN.search(" ".join(word)) or is_announced(text, start):
        return True
    paragraph = document.paragraph_at(start) if document.foreign else None
    return paragraph is not None and paragraph.number in document.foreign


def _is_safe(text: str, match: re.Match[str], piece: str) -> bool:
    """Whether deleting these characters changes nothing that can be seen, and cannot make one word of two."""
    start, end = match.span()
    if any(sign in piece for sign in _SEPARATORS):
        return not (_WORD_BEFORE.search(text, max(0, start - _NEAR), start) and _WORD_AFTER.match(text, end, end + _NEAR))
    if _NON_JOINER in piece:
        return not (_JOINING.search(text, max(0, start - _NEAR), start) and _LETTER_AFTER.match(text, end, end + _NEAR))
    return True
