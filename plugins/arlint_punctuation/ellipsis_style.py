"""ellipsis-style: two dots, five dots, or both ... and … in one article."""

from collections.abc import Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import DIGIT

from ._grouped import Grouped

_DOTS = regex("[.…](?:(?<=\\.)\\.+|(?<=…)…*)")
_END = regex("[\\s\u00a0»”\"')\\]]*\\Z")
_LEADER = {".": 6, "…": 3}
"""So many of them lead the eye to a page number; they are no ellipsis."""

_OTHERWISE = regex(f"/|(?<=[{DIGIT}]\\.\\.)[{DIGIT}]")
"""What follows two dots of a path (../) or a range (5..10)."""

_THREE, _CHARACTER = "...", "…"


class EllipsisStyle(Grouped, Rule):
    """نقاط الحذف ثلاث، لا نقطتان ولا أربع، وتُكتب في المقال الواحد بصورة واحدة: ثلاث نقاط (...) أو المحرف الواحد (…). بالخيار style
    تُفرض إحدى الصورتين، والقيمة any تعتمد أسبقهما ورودا.

    لا يُبلَّغ عن ست نقاط فأكثر، فهي نقاط تقود إلى رقم الصفحة. والإصلاح يضع الصورة المعتمدة؛ ويحتاج إلى مراجعة إذا ختمت نقطتان الفقرة، فقد
    تكونان نقطة مكررة. ولا تعمل القاعدة إلا إن طُلبت، لأن نصف الصحف الخليجية يكتب نقطتين.

    An ellipsis has three dots, neither two nor four, and one article writes it in one way: three full stops (...) or the single
    character (…). The option `style` demands one of them; `any` accepts the one that occurs first.

    Six dots and more lead to a page number and are left alone. The fix writes the accepted form; it is for review where two dots end a
    paragraph, since a full stop may have been typed twice. The rule is heard only where it is asked for: half of the papers of the Gulf
    write two dots.
    """

    id = "ellipsis-style"
    code = "PUN005"
    title = Text("نقاط الحذف", "Ellipsis style")
    message = Text("نقاط الحذف هنا تُكتب «{right}» لا «{found}».", "An ellipsis is written «{right}» here, not «{found}».")
    gaps = "\\.\\.|…"
    level = "suggestion"
    default = False

    style: Literal["dots", "character", "any"] = option(
        "any",
        ar="صورة نقاط الحذف: ثلاث نقاط (dots) أو المحرف الواحد (character) أو أولاهما ورودا في المقال (any).",
        en="How an ellipsis is written: three full stops (dots), the character (character), or the first of them in the article (any).",
    )

    good = (
        "انتظر... ثم غادر.",
        "الفصل الأول ............ 12",
        "انتهى الاجتماع. ثم غادر.",
        "انتظر… ثم غادر… وعاد.",
        "الفصل الثاني ……… 34",
        "انسخ الملف ../صور ثم اختر من 5..10 صور.",
    )
    bad = {
        "انتظر⟦..⟧ ثم غادر.": "انتظر... ثم غادر.",
        "انتظر⟦.....⟧ ثم غادر.": "انتظر... ثم غادر.",
        "انتظر... ثم قال⟦…⟧ ومضى.": "انتظر... ثم قال... ومضى.",
        "انتظر… ثم قال⟦...⟧ ومضى⟦..⟧ وعاد.": "انتظر… ثم قال… ومضى… وعاد.",
        "انتظر ثم غادر⟦..⟧": "انتظر ثم غادر...",
    }
    cases = (
        Example("انتظر⟦…⟧ ثم غادر.", "انتظر... ثم غادر.", {"style": "dots"}),
        Example("انتظر⟦...⟧ ثم غادر.", "انتظر… ثم غادر.", {"style": "character"}),
    )

    measured = Measured(
        30, 30, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "اختيار تحريري: كلها نقطتان، وهي عادة نصف الصحف.",
            "A matter of house style: all are two dots, the habit of half of the papers.",
        ),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every ellipsis that is not written as it should be."""
        text = document.text
        if ".." not in text and _CHARACTER not in text:
            return
        found = [(match, block.end) for block in document.blocks for match in _DOTS.finditer(text, block.start, block.end)]
        right = {"dots": _THREE, "character": _CHARACTER}.get(self.style)
        right = right or next((one.group() for one, _ in found if one.group() in (_THREE, _CHARACTER)), _THREE)
        for one, end in found:
            written = one.group()
            if written == right or len(written) >= _LEADER[written[0]] or _OTHERWISE.match(text, one.end()):
                continue
            safe = written != ".." or not _END.match(text, one.end(), end)
            yield self.found(*one.span(), Edit(*one.span(), right), safe=safe, found=written, right=right)
