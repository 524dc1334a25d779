"""The furniture of a news text: bylines, list items, headings, and lines that may stand in every article.

Definitions: catalogue 2.5 and `text_model.yaml`, which were read off 34,479 published articles.
"""

from collections.abc import Set

from .lazy import regex
from .letters import MARK, TATWEEL
from .words import forms

BYLINE = regex(r"\s*(?:كتبت?|تحرير|إعداد|ترجمة|تقرير|مراسل|متابعة|تغطية|بقلم)\s*[:–-]\s*\S.*")

_OPENINGS = (
    "اقرأ أيضا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا", "للمزيد", "ذات صلة", "مواضيع ذات صلة", "موضوعات متعلقة", "أخبار ذات صلة",
    "اضغط هنا", "للاشتراك", "النشرة البريدية", "حقوق النشر", "جميع الحقوق محفوظة", "المصدر:", "مصدر الصورة", "الصورة:", "فيديو:",
    "بث مباشر", "رابط الخبر", "التعليق على الصورة", "Image caption", "Getty", "REUTERS", "AFP", "EPA",
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
