"""dangling-comma: a paragraph that ends in a comma."""

from collections.abc import Iterator, Sequence

from arlint import Document, Example, Finding, Measured, Paragraph, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.words import forms

_ENDS = regex("[،؛,](?=[ \u00a0\t»”\"')\\]]*\\Z)")
_TAIL = 12  # code points: closing marks and blanks after the comma
_ADDRESSES = frozenset(
    "السيد السيدة السادة السيدات أيها أيتها عزيزي عزيزتي أعزائي حضرة معالي سعادة الأخ الأخت الإخوة أخي أختي سيدي سيدتي حضرات أصحاب "
    "صاحب صاحبة جلالة فخامة دولة إخوتي إخواني أخواتي أبنائي بناتي زملائي الزملاء الزميلات أحبائي أحبتي "
    "شعبي قداسة غبطة نيافة سماحة فضيلة سمو سيداتي سادتي آنساتي ضيوفنا رفاقي أصدقائي صديقي صديقتي ابني ابنتي أبي أمي يا".split()
)
_FORMULAS = (
    "تحية", "تحياتي", "تحياتنا", "وبعد", "أما بعد", "بعد التحية", "بعد السلام", "السلام عليكم", "مع التحية", "مع تحيات", "مع أطيب",
    "مع أصدق", "مع خالص", "مع وافر", "مع فائق", "مع الشكر", "مع الاحترام", "مرحبا", "أهلا",
    "صباح الخير", "مساء الخير", "شكرا", "وشكرا", "وتفضلوا", "تفضلوا", "ودمتم", "دمتم",
)  # fmt: skip
"""What letters begin and end with."""

_GREETED = ("أما بعد", " وبعد", "تحية طيبة", "الله وبركاته")
"""How the greeting ends."""

_ADDRESS_WORDS = 5
_SHORT = 10  # words of a line of verse or of an address


class DanglingComma(Rule):
    """فقرة تنتهي بفاصلة أو فاصلة منقوطة: إما ضاعت بقية الجملة، وإما قُسمت فقرة واحدة فقرتين، وإما كُتبت الفاصلة مكان النقطة.

    لا يُبلَّغ عن بنود القوائم وما يمهد لها، ولا عن مخاطبة في أول رسالة (السيد الرئيس،) أو ختامها، ولا عن أسطر قصيرة متتالية تنتهي بفاصلة
    كالشعر والعناوين، ولا عن فقرات متتالية تنتهي بعلامة واحدة كحيثيات القرارات ومواد القوانين. لا إصلاح آليا: وحده المحرر يعرف ما ضاع.

    A paragraph that ends in a comma or a semicolon: the rest of the sentence is lost, one paragraph was cut in two, or a comma stands
    for the full stop.

    Items of lists and what leads to them, what a letter begins and ends with (السيد الرئيس،), short lines one after another, such as
    verse, and paragraphs one after another that end in the same mark, such as the clauses of resolutions, are left alone. There is no
    fix: only the editor knows what is missing.
    """

    id = "dangling-comma"
    code = "PUN008"
    title = Text("فقرة تنتهي بفاصلة", "Paragraph ends in a comma")
    message = Text(
        "الفقرة تنتهي بفاصلة؛ أكمل الجملة إن ضاعت بقيتها، أو ضع نقطة.",
        "The paragraph ends in a comma; complete the sentence if the rest is missing, or put a full stop.",
    )
    level = "warning"
    reads = frozenset(("paragraph", "heading"))
    yields_to = ("repeated-punctuation",)
    triggers = "،؛,"
    gaps = "[،؛,][ \u00a0\t»”\"')\\]]*[\r\n]"

    good = (
        "السيد الرئيس،\nأكتب إليكم اليوم.",
        "سيدي رئيس التحرير في جريدة البلاد، تحية طيبة وبعد،\nفإن الطريق مقطوع.",
        "تحية طيبة وبعد،\nنفيدكم بأن الطلب وصل.\nمع خالص التقدير،\nإدارة المتحف",
        "مرحبا،\nوصلتنا رسالتك أمس.\nشكرا لك،\nإدارة المتحف",
        "شعبي العزيز،\nأخاطبك اليوم في هذا العيد.",
        "حضرات السادة والسيدات،\nأكتب إليكم اليوم.",
        "أصحاب الفخامة والسمو، أيها السيدات والسادة،\nنجتمع اليوم في لحظة صعبة.",
        "- الخبز،\n- الملح،\n- الماء.",
        "يا ليل الصب متى غده،\nأقيام الساعة موعده،\nرقد السمار فأرقه",
        "وصل الوفد إلى القاهرة،\n- الوزير\n- السفير",
        "إن المجلس،\nإذ يذكر بما نص عليه الميثاق من حقوق وواجبات على كل دولة عضو فيه،\nوإذ يرى أن الحال تستدعي العمل،\nيقرر ما يلي.",
        "تضم الدائرة فرعين:\nفرع المالية الذي يضع الموازنة ويتابع تنفيذها في كل عام من الأعوام؛\nوفرع الشؤون القانونية.",
        "سرت في الليل وحيدا\nأحمل الشمعة والحلم القديم،\nوالمدى حولي نداء",
        "وصل الوفد، ثم غادر.",
    )
    bad = {
        "وصل الوفد إلى القاهرة⟦،⟧\nوغادر الوزير.": None,
        "وقال إن الأمر انتهى⟦؛⟧": None,
        "تحدث عن ثلاثة ملفات⟦,⟧\r\nوغادر القاعة.": None,
        "قالت: «وصل الوفد إلى القاهرة⟦،⟧»\nثم غادرت.": None,
    }
    cases = (
        Example("وصل **الوفد** إلى القاهرة⟦،⟧\n\nوغادر الوزير.", format="markdown"),
        Example("وصل الوفد إلى القاهرة،\n\n> نص مقتبس", format="markdown"),
        Example("# وصل الوفد،\n\nوغادر الوزير.", format="markdown"),
    )

    measured = Measured(
        17, 17, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "These are all there were."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every paragraph of prose whose last mark is a comma."""
        text = document.text
        for number, block in enumerate(document.blocks):
            comma = _ENDS.search(text, max(block.start, block.end - _TAIL), block.end)
            if comma and block.role == "paragraph" and self._is_prose(document.paragraphs, number):
                yield self.found(*comma.span())

    def _is_prose(self, paragraphs: Sequence[Paragraph], number: int) -> bool:
        paragraph = paragraphs[number]
        if paragraph.kind not in ("paragraph", "heading") or _is_address(paragraph.text):
            return False
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if following and following.kind in ("list-item", "quotation", "table-cell"):
            return False
        before = paragraphs[number - 1] if number else None
        neighbours = [one for one in (before, following) if one]
        return not (_is_clause(paragraph, before, neighbours) or _is_line_of_many(paragraph, neighbours))


def _is_clause(paragraph: Paragraph, before: Paragraph | None, neighbours: Sequence[Paragraph]) -> bool:
    """Whether the paragraphs are the clauses of one sentence, as in resolutions and laws: the next one or the last one ends in the same
    mark, or the last one led up to them with a colon.
    """
    mark = _mark(paragraph)
    return any(_mark(one) == mark for one in neighbours) or (mark == "؛" and before is not None and before.text.rstrip().endswith(":"))


def _mark(paragraph: Paragraph) -> str:
    """The comma that a paragraph ends in, if it does."""
    found = _ENDS.search(paragraph.text, max(0, len(paragraph.text) - _TAIL))
    return found[0] if found else ""


def _is_line_of_many(paragraph: Paragraph, neighbours: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is a short line that stands between two, or beside one that ends in a comma too: verse, an address."""
    if not _is_short(paragraph):
        return False
    short = list(filter(_is_short, neighbours))
    return len(short) == 2 or any(_ENDS.search(one.text, max(0, len(one.text) - _TAIL)) for one in short)


def _is_short(paragraph: Paragraph) -> bool:
    return len(forms(paragraph.text)) < _SHORT


def _is_address(paragraph: str) -> bool:
    parts = [words for part in paragraph.split("،") if (words := forms(part))]
    if parts and " ".join(parts[-1][-2:]).endswith(_GREETED):
        return True
    return bool(parts) and all(
        len(words) <= _ADDRESS_WORDS and (words[0] in _ADDRESSES or " ".join(words).startswith(_FORMULAS)) for words in parts
    )
