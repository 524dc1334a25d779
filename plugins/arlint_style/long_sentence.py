"""long-sentence: more words than a reader holds in mind."""

from collections.abc import Iterator
from itertools import chain

from arlint import Document, Finding, Measured, Piece, Rule, Text, option
from arlint.arabic.numerals import NUMBER
from arlint.arabic.page import most_words
from arlint.arabic.sentences import stretches

_ROSTER = 4
"""So many semicolons make a sentence a list that is read item by item; so do a quotation or two more."""

_QUOTED_NAMES = 6


class LongSentence(Rule):
    """جملة أطول مما يمسكه القارئ في ذهنه. وسيط طول الجملة في الأخبار 23 كلمة، وجملتان من كل مئة تتجاوزان 60. تُعد كلمات الاقتباس، ولا
    تُعد بنود القوائم ولا سطر المكان، ولا جملة هي في حقيقتها قائمة (أربع فواصل منقوطة أو ستة أسماء بين علامات تنصيص). غيّر الحد بالخيار
    max.

    A sentence longer than a reader holds in mind. The median of news is 23 words; two sentences in a hundred have more than 60. Words
    of quotations count; list items and datelines do not, nor does a sentence that is really a list (four semicolons, or six quoted
    names). Change the limit with the option `max`.
    """

    id = "long-sentence"
    code = "STY001"
    title = Text("جملة طويلة", "Long sentence")
    message = Text(
        "الجملة طويلة: {count:words-nominative}، والحد {max}؛ اقسمها.", "The sentence has {count:words}; the limit is {max}. Divide it."
    )
    level = "suggestion"
    reads = frozenset(("paragraph",))

    max: int = option(60, ar="أكثر ما يجوز من الكلمات والأرقام.", en="The most words and numbers allowed.")

    good = (
        f"قال الوزير إن {'المدينة ' * 40}تنتظر.",
        f"{'المدينة ' * 30}تنتظر. {'المدينة ' * 30}تنتظر. {'المدينة ' * 30}تنتظر.",
        f"- {'المدينة ' * 70}تنتظر",
        f"ضم الوفد {'الوزير والسفير والمدير والنائب والقاضي؛ ' * 5}{'المدينة ' * 50}تنتظر.",
    )
    bad = {
        f"⟦قال الوزير إن {'المدينة ' * 60}تنتظر.⟧": None,
        f"وصل الوفد. ⟦{'المدينة ' * 70}تنتظر.⟧": None,
        f"⟦{'المدينة ' * 60}25.⟧": None,
    }

    measured = Measured(
        58, 60, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والباقية جملة معظمها اقتباس.", "The other one is mostly a quotation."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every sentence above the limit."""
        for number, block in enumerate(document.blocks):
            long = self._long_stretches(document, number) if block.role == "paragraph" else ()
            if not long or (paragraph := document.paragraph(number)).kind != "paragraph":
                continue
            for sentence in chain.from_iterable(document.sentences_within(paragraph, *stretch) for stretch in long):
                if self._is_short(sentence.text):
                    continue
                count = document.count(sentence.start, sentence.end) + len(NUMBER.findall(sentence.text))
                if count > self.max and not _is_list(document, sentence):
                    yield self.found(sentence.start, sentence.end, count=count, max=self.max)

    def _long_stretches(self, document: Document, number: int) -> list[tuple[int, int]]:
        """The stretches of a paragraph, which no sentence leaves, that have more words than a sentence may."""
        (start, end, _), blanks, page = document.blocks[number], self.max * 5 // 6, document.page
        if page.count(b" ", start, end) < blanks:
            return []
        shape = document.shape
        found = stretches(document.outline, start, end)
        return [one for one in found if page.count(b" ", *one) >= blanks and most_words(shape, *one) > self.max]

    def _is_short(self, text: str) -> bool:
        """Whether the blanks alone show that the limit is kept; a fifth is allowed for words that punctuation keeps apart."""
        return text.count(" ") * 6 < self.max * 5


def _is_list(document: Document, sentence: Piece) -> bool:
    if sentence.text.count("؛") + sentence.text.count(";") >= _ROSTER:
        return True
    if len(document.quotations.paired) < _QUOTED_NAMES:
        return False
    return sum(sentence.start <= one.start < sentence.end for one in document.quotations.paired) >= _QUOTED_NAMES
