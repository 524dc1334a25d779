"""The furniture of a news text: datelines, bylines, list items, headings, and lines that may stand in every article.

Definitions: catalogue 2.5 and `text_model.yaml`, which were read off 34,479 published articles; datelines were read again on the
465 first paragraphs of 4,339 other articles that the definition there takes for one.
"""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from .lazy import regex
from .letters import MARK, TATWEEL
from .words import form, forms

_SEPARATORS = regex(r"[-–—]|:(?!\d)|\([^()\n]{2,40}\)")
_ASIDE = regex(r"(?<=\s)[-–—]|[-–—](?=[\s،])")
_AFTER = regex(r"\s*(?:[-–—:]\s*)*")
_OFFICIAL = regex(r"\s*\S+(?: \S+){0,2} \d{1,2} \S+(?: \S+)? \d{4} ?هـ الموافق \d{1,2} \S+(?: \S+)? \d{4} ?م واس\s+")
_NO_NAME = regex("[0-9٠-٩\"«»“”]")  # a score, a name in quotation marks
_LONGEST_DATELINE = 120  # code points
_ASIDE_WITHIN = 150  # code points after a dash in which the dash that ends an aside is looked for
_PART_WORDS = 5  # `دبي، الإمارات العربية المتحدة`
_PLACE_WORDS = 3  # before a lone dash, which may also begin an aside
_PROSE_WORDS = 6  # fewer after a lone dash make the paragraph a title, not a lead

AGENCIES = frozenset(
    "رويترز|واس|أ ف ب|أ.ف.ب|ا ف ب|أف ب|د ب أ|د.ب.أ|أ ش أ|فرانس برس|وكالات|الوكالات|وكالة الأنباء السعودية|العربية نت|العربية.نت|"
    "سكاي نيوز عربية|سكاي نيوز|الأناضول|شينخوا|وام|بترا|كونا|قنا|سانا|وات|واج|أسوشيتد برس|بي بي سي|سي إن إن|"
    "CNN|BBC|AFP|AP|Reuters|DPA".split("|")
)
"""Names of agencies and wires as datelines give them: `واشنطن (رويترز)`."""

_NO_PLACE = frozenset(
    "قال قالت قالوا قالا يقول تقول أضاف أضافت أكد أكدت أعلن أعلنت ذكر ذكرت أوضح أوضحت صرح صرحت كشف كشفت أشار أشارت أفاد أفادت كتب كتبت "
    "نقل نقلت روى روت علق علقت رد ردت سأل سألت تساءل تابع تابعت بين بينت شدد شددت اعتبر اعتبرت رأى رأت لفت لفتت نفى نفت دعا دعت "
    "شهد شهدت شاهد شاهدوا بالفيديو بالصور فيديو صور عاجل الكلمة تكاد كان كانت ليس ليست هل كيف لماذا ماذا متى أين هذا هذه هنا إن أن".split()
)
"""Bare forms that show a lead to be a clause or a label: a dateline names places, people and agencies, and says nothing."""

BYLINE = regex(r"\s*(?:كتبت?|تحرير|إعداد|ترجمة|تقرير|مراسل|متابعة|تغطية|بقلم)\s*[:–-]\s*\S.*")

_OPENINGS = (
    "اقرأ أيضا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا", "للمزيد", "ذات صلة", "مواضيع ذات صلة", "موضوعات متعلقة", "أخبار ذات صلة",
    "اضغط هنا", "للاشتراك", "النشرة البريدية", "حقوق النشر", "جميع الحقوق محفوظة", "المصدر:", "مصدر الصورة", "الصورة:", "فيديو:",
    "بث مباشر", "التعليق على الصورة", "Image caption", "Getty", "REUTERS", "AFP", "EPA",
)  # fmt: skip
_OPENINGS_WHEN_SHORT = ("المزيد", "لقراءة", "لمشاهدة", "تابعونا", "تابعوا", "يمكنكم", "يمكنك متابعة")
_SHORT = 12  # words; longer paragraphs that open so are news (المزيد من القوات …)
_CONTAINED = {
    "تطبيق بي بي سي عربي": "بي",
    "على هاتفكم المحمول": "هاتفكم",
    "اشترك في": "",
    "نشرة إخبارية": "",
    "حساب تويتر": "",
    # Set formulas, of prayer and of royal decrees
    "حفظ الله خادم الحرمين الشريفين في سفره وإقامته": "سفره",
    "وقد أعد مرسوم ملكي بذلك": "مرسوم",
    "اعتماد أمرنا هذا": "أمرنا",
    "يبلغ أمرنا هذا": "أمرنا",
    "إنا لله وإنا إليه راجعون": "وإنا",
}
"""Phrases with a word within them, so that where the words of a text are known the text need not be searched."""
_LABELS = frozenset(
    "المقادير|طريقة التحضير|الفائدة|المزايا|السن|الافتتاح|التوقيت|الطقس|العنوان|المدينة|السعر|الموقع|المزيد|عنوان صحفي".split("|")
)
_FIRST_LETTERS = frozenset(("", *(phrase[0] for phrase in (*_OPENINGS, *_OPENINGS_WHEN_SHORT, *_LABELS))))
_OPENING_LENGTH = 60  # code points; longer than every opening and label, harakat included
_NOISE = regex(f"[{MARK}{TATWEEL}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_SEPARATOR = regex(r"[\s\W_]*")
_LIST_ITEM = regex(r"\s*(?:[-–—*•▪◦●]|\d{1,3}[.)–-]|\(\d{1,3}\)|[أ-ي][.)-])\s+")
_STOPS = tuple(".؟!…?")
_TRAILING = "»”\"'’)] \t\u00a0\n\r"
_HEADING_WORDS = 14
_HEADING_LENGTH = 200  # code points in which a paragraph nearly always has more words than a heading, so that counting may stop there


def is_boilerplate(paragraph: str, vocabulary: Set[str] | None = None) -> bool:
    """Whether the paragraph is a line that may repeat: «read also», subscriptions, credits, list labels, set formulas.

    `vocabulary` are the bare forms of its words, others may be among them; knowing them is faster.
    """
    opening = form_text(paragraph[:_OPENING_LENGTH])
    if opening[:1] in _FIRST_LETTERS:
        if opening.startswith(_OPENINGS):
            return True
        if opening.startswith(_OPENINGS_WHEN_SHORT) and len(forms(paragraph)) <= _SHORT:
            return True
        if opening.partition(":")[0].strip() in _LABELS:
            return True
    for phrase, word in _CONTAINED.items():  # a plain loop, as this is asked of many paragraphs
        if (not word or vocabulary is None or word in vocabulary) and phrase in paragraph:
            return True
    return is_separator(paragraph)


def is_separator(paragraph: str) -> bool:
    """Whether the paragraph holds no letter and no digit: a rule of stars or dashes."""
    return _SEPARATOR.fullmatch(paragraph) is not None


def is_byline(paragraph: str) -> bool:
    """Whether the paragraph names who wrote, translated or edited the text."""
    return BYLINE.fullmatch(paragraph) is not None


def is_list_item(paragraph: str) -> bool:
    """Whether the paragraph begins with a bullet, a number or a letter of a list."""
    return _LIST_ITEM.match(paragraph) is not None


def is_heading_like(paragraph: str) -> bool:
    """Whether the paragraph is at most 14 words long and ends without a full stop, as subheads do."""
    if paragraph.rstrip(_TRAILING).endswith(_STOPS) or len(forms(paragraph[:_HEADING_LENGTH])) > _HEADING_WORDS:
        return False
    return len(paragraph) <= _HEADING_LENGTH or len(forms(paragraph)) <= _HEADING_WORDS


def form_text(text: str) -> str:
    """The text with the harakat, tatweel and invisible characters of its words taken out, and no blanks around it."""
    return _NOISE.sub("", text).strip()


def dateline_end(paragraph: str) -> int:
    """The offset at which the prose begins after a dateline such as `دبي – (العربية نت):`; 0 where there is none.

    A dateline is short parts between dashes and brackets that end in a colon; or a place with an agency in brackets; or a place and a
    lone dash. Words that make it a clause (`قال الوزير:`) or a second dash (`تونس - كما قيل - بلد`) show it to be none.
    """
    official = _OFFICIAL.match(paragraph)
    if official:
        return official.end()
    signs = list(_SEPARATORS.finditer(paragraph, 0, _LONGEST_DATELINE))
    if not signs or not _is_name(paragraph[: signs[0].start()]):
        return 0
    return _after_colon(paragraph, signs) or _after_agency(paragraph, signs) or _after_dash(paragraph, signs[0])


def _after_colon(paragraph: str, signs: Sequence[re.Match[str]]) -> int:
    """`سبق - وادي الدواسر: …`; a single part before the colon must be an agency."""
    last = next((index for index, sign in enumerate(signs) if sign.group() == ":"), None)
    if last is None:
        return 0
    between = [paragraph[one.end() : other.start()] for one, other in pairwise(signs[: last + 1])]
    named = all(not part.strip() or _is_name(part) for part in between)
    if named and (last or form_text(paragraph[: signs[0].start()]) in AGENCIES):
        return _past(paragraph, signs[last].end())
    return 0


def _after_agency(paragraph: str, signs: Sequence[re.Match[str]]) -> int:
    """`واشنطن (رويترز) - …`, with a dash, a colon or nothing after the bracket."""
    place = signs[0]
    first = place.group()[0] == "("
    bracket = place if first else next(iter(signs[1:2]), None)
    if bracket is None or not (first or not paragraph[place.end() : bracket.start()].strip()):
        return 0
    return _past(paragraph, bracket.end()) if form_text(bracket.group()[1:-1]) in AGENCIES else 0


def _after_dash(paragraph: str, dash: re.Match[str]) -> int:
    """`الرياض - …`, unless the dash begins an aside or the paragraph is a title in two halves."""
    place = paragraph[: dash.start()]
    if dash.group()[0] in "(:" or len(place.split()) > _PLACE_WORDS:
        return 0
    aside = _ASIDE.search(paragraph, dash.end(), dash.end() + _ASIDE_WITHIN)
    loose = place[-1:].isspace() or paragraph[dash.end() : dash.end() + 1].isspace()
    if aside or not loose or len(paragraph[dash.end() :].split(maxsplit=_PROSE_WORDS)) < _PROSE_WORDS:
        return 0
    return _past(paragraph, dash.end())


def _is_name(part: str) -> bool:
    """Whether a part of a dateline is a few words of which none belongs to a clause."""
    words = [form(word) for word in part.replace("،", " ").split()]
    if not 0 < len(words) <= _PART_WORDS or _NO_NAME.search(part):
        return False
    return not any(word in _NO_PLACE or (word[:1] in ("و", "ف") and word[1:] in _NO_PLACE) for word in words)


def _past(paragraph: str, at: int) -> int:
    match = _AFTER.match(paragraph, at)
    return match.end() if match else at
