"""headline-length: a headline that no page has room for."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import INVISIBLE

_INVISIBLE = regex(f"[{INVISIBLE}]")
_LONG = "مجلس المدينة يناقش موازنة العام المقبل ويؤجل مشروع الجسر الجديد إلى حين اكتمال الدراسات الفنية والمالية كلها"


class HeadlineLength(Rule):
    """عنوان أطول مما تتسع له الصفحات وشاشات الهاتف. الحد 92 محرفا مع المسافات، ولا يتجاوزه 99 عنوانا من كل مئة؛ غيّره بالخيار max.
    ولا يُبلَّغ عن ملف بلا عنوان: السطر الأول من النص العادي ليس عنوانا بالضرورة.

    A headline longer than pages and phones have room for. The limit is 92 characters, blanks counted, which 99 of 100 published
    headlines keep; change it with the option `max`. A file without a headline is left alone: the first line of a plain text need not be
    one.
    """

    id = "headline-length"
    code = "STR004"
    title = Text("طول العنوان", "Headline length")
    message = Text(
        "العنوان طويل: {count:characters-nominative}، والحد {max}؛ اختصره.",
        "The headline has {count:characters}; the limit is {max}. Shorten it.",
    )
    level = "suggestion"
    reads = frozenset(("headline",))

    max: int = option(92, ar="أكثر ما يجوز من المحارف مع المسافات.", en="The most characters allowed, blanks counted.")

    good = ("نص خبر بلا عنوان يمتد سطرا طويلا " * 4,)
    cases = (
        Example("# وصول الوفد إلى العاصمة\n\nنص الخبر.", format="markdown"),
        Example(f"# ⟦{_LONG}⟧\n\nنص الخبر.", format="markdown"),
        Example(f"---\ntitle: ⟦{_LONG}⟧\n---\n\nنص الخبر.", format="markdown"),
        Example(f"# {_LONG}\n\nنص الخبر.", None, {"max": 110}, "markdown"),
        Example(f"# وصول الوفد إلى العاصمة{chr(0x200B) * 80}\n\nنص الخبر.", format="markdown"),
    )

    measured = Measured(35, 35, 4206, "SaudiNewsNet, Jawhara", Text("وهذا كل ما وُجد من العناوين.", "All there were among the titles."))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every headline above the limit."""
        for paragraph in document.paragraphs_of("headline"):
            if len(paragraph.text) > self.max:
                count = len(_INVISIBLE.sub("", paragraph.text))
                if count > self.max:
                    yield self.found(paragraph.start, paragraph.end, count=count, max=self.max)
