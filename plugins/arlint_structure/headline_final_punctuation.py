"""headline-final-punctuation: a full stop after a headline."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex

_FINAL = regex("(?<=[\u0621-\u0652»”\")])[ \u00a0]*(?P<mark>[.،؛:])$")
_ABBREVIATION = regex("(?:^|[ .])[\u0621-\u064a]\\.$")


class HeadlineFinalPunctuation(Rule):
    """نقطة أو فاصلة أو نقطتان في نهاية العنوان: العنوان ليس جملة في فقرة. لا يُبلَّغ عن الاستفهام والتعجب والنقاط الثلاث، ولا عن نقطة بعد
    رقم أو اختصار. والإصلاح يحذف العلامة.

    A full stop, comma or colon at the end of a headline, which is no sentence of a paragraph. Question and exclamation marks and an
    ellipsis are left alone, and so is a full stop after a number or an abbreviation. The fix deletes the mark.
    """

    id = "headline-final-punctuation"
    code = "STR005"
    title = Text("علامة في نهاية العنوان", "Punctuation after the headline")
    message = Text("لا تُكتب العلامة «{mark}» في نهاية العنوان؛ احذفها.", "A headline does not end with «{mark}»; delete it.")
    level = "warning"
    reads = frozenset(("headline",))

    good = ("وصل الوفد إلى العاصمة.",)
    cases = (
        Example("# مجلس البلدة يصوت على القرار⟦.⟧", "# مجلس البلدة يصوت على القرار", format="markdown"),
        Example("# انطلاق المعرض في العاصمة⟦،⟧", "# انطلاق المعرض في العاصمة", format="markdown"),
        Example("# ارتفاع أسعار الخضار⟦؛⟧\n\nارتفعت.", "# ارتفاع أسعار الخضار\n\nارتفعت.", format="markdown"),
        Example("---\ntitle: المدير: «لن ننتظر»⟦.⟧\n---\n", "---\ntitle: المدير: «لن ننتظر»\n---\n", format="markdown"),
        Example("# هل ينجح الاتفاق؟", format="markdown"),
        Example("# المدرب: لن ننسحب...", format="markdown"),
        Example("# الأسعار ترتفع 2.5", format="markdown"),
        Example("# ندوة مع د. ه.", format="markdown"),
        Example("## تفاصيل القرار.", format="markdown"),
    )

    measured = Measured(
        1, 1, 4206, "SaudiNewsNet, Jawhara", Text("ولم يوجد غيرها بين العناوين.", "There was only this one among the titles.")
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """The mark after every headline that ends in one."""
        for paragraph in document.paragraphs_of("headline"):
            match = _FINAL.search(paragraph.text)
            if match and not _ABBREVIATION.search(paragraph.text):
                start, end = paragraph.start + match.start("mark"), paragraph.start + match.end("mark")
                yield self.found(start, end, Edit(paragraph.start + match.start(), end, ""), mark=match["mark"])
