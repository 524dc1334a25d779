"""The furniture of a news text: datelines, bylines, list items, headings, and lines that may stand in every article.

Definitions: catalogue 2.5 and `text_model.yaml`, which were read off 34,479 published articles.
"""

import re

from .letters import LETTER, MARK, TATWEEL
from .words import form, forms

_LEAD = re.compile(
    r"\s*(?P<place>\S+(?:\s\S+){0,5}?)\s*(?:،[^:–—\-]{0,40}?)?\s*"
    r"(?:(?:\([^)\n]{2,40}\)|[-–—:])\s*)+"
)
_BRACKET = re.compile(r"\([^)\n]{2,40}\)")
_DATELINE_END = re.compile(r"(?:[-–—:]|\)\s*[:–—-]?)\s*$")
_CUE = re.compile(r"[-–—:]|\([^)\n]{2,40}\)")

BYLINE = re.compile(r"\s*(?:كتبت?|تحرير|إعداد|ترجمة|تقرير|مراسل|متابعة|تغطية|بقلم)\s*[:–-]\s*\S.*")

_OPENINGS = (
    "اقرأ أيضا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا", "للمزيد", "ذات صلة", "مواضيع ذات صلة", "موضوعات متعلقة", "أخبار ذات صلة",
    "اضغط هنا", "للاشتراك", "النشرة البريدية", "حقوق النشر", "جميع الحقوق محفوظة", "المصدر:", "مصدر الصورة", "الصورة:", "فيديو:",
    "بث مباشر", "التعليق على الصورة", "Image caption", "Getty", "REUTERS", "AFP", "EPA",
)  # fmt: skip
_OPENINGS_WHEN_SHORT = ("المزيد", "لقراءة", "لمشاهدة", "تابعونا", "تابعوا", "يمكنكم", "يمكنك متابعة")
_SHORT = 12  # words; longer paragraphs that open so are news (المزيد من القوات …)
_CONTAINED = ("تطبيق بي بي سي عربي", "على هاتفكم المحمول", "اشترك في", "نشرة إخبارية", "حساب تويتر")
_FORMULAS = ("حفظ الله خادم الحرمين الشريفين في سفره وإقامته", "وقد أعد مرسوم ملكي بذلك", "إنا لله وإنا إليه راجعون")
_LABELS = frozenset(
    "المقادير|طريقة التحضير|الفائدة|المزايا|السن|الافتتاح|التوقيت|الطقس|العنوان|المدينة|السعر|الموقع|المزيد|عنوان صحفي".split("|")
)
_SEPARATOR = re.compile(r"[\s\W_]*")
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•▪◦●]|\d{1,3}[.)–-]|[٠-٩]{1,3}[.)–-]|[أ-ي][.)-])\s+")
_SENTENCE_END = re.compile(r"[.؟!…?][»”\"'’)\]]*\s*$")
_HEADING_WORDS = 14


def is_boilerplate(paragraph: str) -> bool:
    """Whether the paragraph is a line that may repeat: «read also», subscriptions, credits, list labels, set formulas."""
    text = form_text(paragraph)
    if text.startswith(_OPENINGS):
        return True
    if text.startswith(_OPENINGS_WHEN_SHORT) and len(forms(text)) <= _SHORT:
        return True
    label = text.partition(":")[0].strip()
    if label in _LABELS:
        return True
    return any(phrase in text for phrase in _CONTAINED) or any(phrase in text for phrase in _FORMULAS) or is_separator(text)


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
    return not _SENTENCE_END.search(paragraph) and len(forms(paragraph)) <= _HEADING_WORDS


def form_text(text: str) -> str:
    """The text with the harakat, tatweel and invisible characters of its words taken out, and blanks around it."""
    return _NOISE.sub("", text).strip()


_NOISE = re.compile(f"[{MARK}{TATWEEL}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def dateline_end(paragraph: str, speech: frozenset[str] = frozenset()) -> int:
    """The offset at which the prose begins after a dateline such as `دبي – (العربية نت):`; 0 where there is none.

    A dateline holds a place or an agency and never a verb of saying: `قال الوزير:` opens a quotation, it is no dateline.
    `speech` are the bare forms of such verbs.
    """
    match = _LEAD.match(paragraph)
    if not match:
        return 0
    lead = match.group()
    if len(lead) > 100 or not _CUE.search(lead):
        return 0
    words = [form(word) for word in re.findall(f"[{LETTER}{MARK}{TATWEEL}]+", lead)]
    if any(word in speech or word[1:] in speech for word in words):
        return 0
    if lead.rstrip().endswith(")") and not match.group("place").strip(":-–—").strip():
        return 0
    return match.end()
