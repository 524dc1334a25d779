"""presentation-forms: shapes of letters, as PDF files hold them, in the place of letters."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, MARK, TATWEEL
from arlint.arabic.page import STRANGE
from arlint.records import NamedTuple

from ._grouped import Grouped

_SHAPE = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0\ufdf1\ufdf3-\ufdf9\ufe70-\ufe72\ufe74\ufe76-\ufefc"
_ANY = regex(f"[{_SHAPE}]")
_MARKS = regex(f"[{MARK}]+")
_RUN = regex(f"[{_SHAPE}](?:[{_SHAPE}{MARK}{TATWEEL}]|[{BLANK}](?=[{_SHAPE}]))*")


class PresentationForms(Grouped, Rule):
    """حروف مخزنة بأشكال عرضها (ﺍﻟﻌﺮﺑﻴﺔ) لا بأصولها (العربية)، تأتي من النسخ من ملفات PDF ومن برامج قديمة. تبدو للعين سليمة، لكن البحث لا
    يجدها والمدقق لا يعرفها.

    لا يُبلَّغ عما اعتيد من هذه المحارف في الكتابة: ﷺ وﷲ و﷼ وأقواس القرآن وأمثالها. والإصلاح يضع الحروف مكان أشكالها، فإن كانت الأشكال
    مخزنة من آخر الكلمة إلى أولها عكسها أيضا، وهذا الإصلاح يحتاج إلى مراجعة، وكذلك إن لم يُعرف الترتيب.

    Letters stored as the shapes they are shown in (ﺍﻟﻌﺮﺑﻴﺔ) and not as letters (العربية), as text comes from PDF files and old software.
    It looks right, but no search finds it and no speller knows it.

    Characters of this kind that are in ordinary use, such as ﷺ, ﷲ, ﷼ and the brackets of the Quran, are left alone. The fix puts the
    letters in the place of their shapes; where the shapes are stored from the last letter to the first it turns them round as well. That
    is for review, and so is a word whose order nothing shows.
    """

    id = "presentation-forms"
    code = "UNI003"
    title = Text("أشكال عرض عربية", "Arabic presentation forms")
    message = Text(
        "محارف بأشكال العرض لا يعثر عليها البحث؛ اكتب الحروف نفسها.",
        "Presentation forms, which no search will find; write the letters themselves.",
    )
    messages = {
        "turned": Text(
            "محارف بأشكال العرض مخزنة معكوسة؛ اكتب الحروف نفسها بترتيبها.",
            "Presentation forms, stored backwards; write the letters themselves, in their order.",
        )
    }
    triggers = "".join(map(chr, range(0xFB50, 0xFEFD)))
    level = "warning"
    any_language = True
    reads_marks = True

    good = (
        "النبي محمد ﷺ",
        "﴿ إنا أعطيناك الكوثر ﴾",
        "بلغ السعر ١٠٠ ﷼.",
        "ﷲ الأمر من قبل ومن بعد، ﷽",
    )
    bad = {
        "⟦ﺍﻟﻌﺮﺑﻴﺔ⟧": "العربية",
        "⟦ﻻ⟧ يوجد": "لا يوجد",
        "زار ا⟦ﻷ⟧مين المدرسة.": "زار الأمين المدرسة.",
        "وصل إلى ⟦ﺍﻟﻤﺪﻳﻨﺔ ﺍﻟﻘﺪﻳﻤﺔ⟧، ثم غادر.": "وصل إلى المدينة القديمة، ثم غادر.",
        "⟦ﺔﻴﺑﺮﻌﻟﺍ⟧": "العربية",
        "⟦ﻣُﺪﻳﺮ⟧": "مُدير",
        "شكر⟦ﹰ⟧ا": "شكر\u064bا",
    }
    cases = (
        Example("في **⟦ﺍﻟﻤﺪﻳﻨﺔ⟧** مدرسة.", "في **المدينة** مدرسة.", format="markdown"),
        Example('{"body": "⟦ﺍﻟﻌﺮﺑﻴﺔ⟧"}', '{"body": "العربية"}', format="json"),
    )

    measured = Measured(
        61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("208 ملاحظات في 53 مقالا.", "208 findings in 53 articles."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every run of shapes, of one word or several."""
        runs = list(_runs(document))
        turned = sum(map(_backwards, runs)) > 0
        for run in runs:
            evidence = _backwards(run)
            backwards = evidence > 0 or (turned and not evidence)
            letters = "".join(map(_letters, reversed(run.group()) if backwards else run.group()))
            safe = not backwards and (evidence < 0 or len(run.group()) == 1)
            yield self.found(*run.span(), Edit(*run.span(), letters), safe=safe, variant="turned" if backwards else "")


def _runs(document: Document) -> Iterator[re.Match[str]]:
    """The runs of shapes, in order. A page has no place for a shape, so each run begins with something strange."""
    data, text = document.page, document.text
    for start, end, _ in document.blocks:
        at = data.find(STRANGE, start, end)
        while at >= 0:
            match = _RUN.match(text, at, end)
            if match:
                yield match
            at = data.find(STRANGE, match.end() if match else at + 1, end)


def _backwards(run: re.Match[str]) -> int:
    """How many more neighbours contradict the order of reading than the opposite one: a shape that joins the next letter asks for a
    next one that joins it.
    """
    joins = [_joins(sign) for sign in _MARKS.sub("", run.group())]
    return sum((one.following != other.preceding) - (one.preceding != other.following) for one, other in pairwise(joins))


class _Joins(NamedTuple):
    """Whether a shape joins the letter before it and the one after it, in the order of reading."""

    preceding: bool
    following: bool


@lru_cache(maxsize=1024)
def _joins(sign: str) -> _Joins:
    from unicodedata import decomposition

    form = decomposition(sign).partition(" ")[0]
    return _Joins(form in ("<medial>", "<final>") or sign == TATWEEL, form in ("<initial>", "<medial>") or sign == TATWEEL)


@lru_cache(maxsize=1024)
def _letters(sign: str) -> str:
    """The letters of a shape. Harakat by themselves have a blank or a tatweel under them, which is no part of the text."""
    from unicodedata import normalize

    return normalize("NFKC", sign).lstrip(f" {TATWEEL}") if _ANY.match(sign) else sign
