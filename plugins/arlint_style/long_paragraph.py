"""long-paragraph: a wall of text."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Rule, Text, option
from arlint.arabic.numerals import NUMBER
from arlint.arabic.words import forms


class LongParagraph(Rule):
    """فقرة طويلة تُتعب العين على الشاشة. الحد 130 كلمة، وفي الأخبار المنشورة فقرة من كل مئة تتجاوز 126. والقاعدة اختيارية لأن النص المنقول
    من الشبكة كثيرا ما يفقد حدود فقراته.

    A paragraph that is hard on the eye. The limit is 130 words; of a hundred published paragraphs one has more than 126. The rule is
    optional, since text taken from the web has often lost its paragraph breaks.
    """

    id = "long-paragraph"
    code = "STY002"
    title = Text("فقرة طويلة", "Long paragraph")
    message = Text(
        "الفقرة طويلة: {count:words-nominative}، والحد {max}؛ اقسمها.", "The paragraph has {count:words}; the limit is {max}. Divide it."
    )
    level = "suggestion"
    reads = frozenset(("paragraph",))
    default = False

    max: int = option(130, ar="أكثر ما يجوز من الكلمات والأرقام.", en="The most words and numbers allowed.")

    good = ("وصل الوفد إلى العاصمة. " * 20,)
    bad = {f"وصل الوفد.\n⟦{'وصل الوفد إلى العاصمة. ' * 33}⟧": None}
    cases = (Example(f"⟦{'وصل الوفد إلى العاصمة. ' * 6}⟧", None, {"max": 20}),)

    def check(self, document: Document) -> Iterator[Finding]:
        """Every paragraph above the limit."""
        for paragraph in document.paragraphs:
            if paragraph.kind == "paragraph" and len(paragraph.text) > self.max:
                count = len(forms(paragraph.text)) + len(NUMBER.findall(paragraph.text))
                if count > self.max:
                    yield self.found(paragraph.start, paragraph.end, count=count, max=self.max)
