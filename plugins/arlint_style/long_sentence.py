"""long-sentence: more words than a reader holds in mind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from arlint import Document, Finding, Measured, Paragraph, Piece, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.numerals import NUMBER
from arlint.arabic.sentences import sentence_spans
from arlint.arabic.shape import most_words
from arlint.arabic.words import forms

_SEMICOLONS = "؛;"
_ROSTER = 4
"""So many semicolons make a sentence a list that is read item by item; so do a quotation or two more."""

_QUOTED_NAMES = 6
_STOPS = ".؟!…?۔"
_AND = "، و", "،و", ", و", ",و"
_ENUMERATED = 8
_ITEMS = regex(f"(?:[،,] ?و[^،,.؛:«»\"()\n]{{2,100}}(?=[،,.]|\\s*\\Z)){{{_ENUMERATED},}}")
"""Eight short items in a row: `وصل معه الوزير سامي، ووالي الساحل هاني، …`."""
_CLAUSES = frozenset(
    f"{joined}{word}"
    for joined in ("", "و")
    for word in "أن إن التي الذي الذين قد كان كانت كانوا لكن حيث مما لأن لم لن لا هو هي هم أنه أنها ما إذا عندما كما كي".split()
)
"""With one of these among them they are clauses, and the sentence is one that runs on."""


class LongSentence(Rule):
    """جملة أطول مما يمسكه القارئ في ذهنه. وسيط طول الجملة في الأخبار 23 كلمة، وجملتان من كل مئة تتجاوزان 60. تُعد كلمات الاقتباس، وتنتهي
    الجملة بنقطة فيه أيضا، ولا تُعد بنود القوائم ولا سطر المكان، ولا جملة هي في حقيقتها قائمة (أربع فواصل منقوطة، أو ستة أسماء بين علامات
    تنصيص، أو ثمانية بنود قصيرة معطوفة). غيّر الحد بالخيار max.

    A sentence longer than a reader holds in mind. The median of news is 23 words; two sentences in a hundred have more than 60. Words of
    quotations count, and a full stop ends a sentence there too; list items and datelines do not, nor does a sentence that is really a list
    (four semicolons, six quoted names, or eight short items one after another). Change the limit with the option `max`.
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
        f"قال الوزير: «{'المدينة ' * 30}تنتظر. {'المدينة ' * 30}تنتظر. {'المدينة ' * 30}تنتظر».",
        f"كان في استقبال الوفد وزير النقل{'، ووالي المدينة القديمة سامي نصار' * 12}، ومدير المطار.",
        f"ضم الوفد {'الوزير والسفير والمدير والنائب والقاضي؛ ' * 5}{'المدينة ' * 50}تنتظر.",
    )
    bad = {
        f"⟦قال الوزير إن {'المدينة ' * 60}تنتظر.⟧": None,
        f"وصل الوفد. ⟦{'المدينة ' * 70}تنتظر.⟧": None,
        f"⟦{'المدينة ' * 60}25.⟧": None,
        f"قال الوزير: «لم ننته بعد. ⟦{'المدينة ' * 70}تنتظر.⟧ وسنعود».": None,
        f"⟦عاد المدير إلى المدينة{'، وقال إن العمل لن ينتهي هذا العام' * 9}، وغادر.⟧": None,
    }

    measured = Measured(
        58, 59, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والباقية جملة معظمها اقتباس.", "The other one is mostly a quotation."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every sentence above the limit."""
        for number, start, end in self._long_stretches(document):
            paragraph = document.paragraph(number)
            for sentence in _sentences(document, paragraph, start, end) if paragraph.kind == "paragraph" else ():
                count = self._count(document, sentence)
                if count <= self.max or _is_list(document, sentence):
                    continue
                spoken = _spoken(sentence)
                for one in spoken:
                    if (words := count if len(spoken) == 1 else self._count(document, one)) > self.max:
                        yield self.found(one.start, one.end, count=words, max=self.max)

    def _long_stretches(self, document: Document) -> Iterator[tuple[int, int, int]]:
        """Number, start and end of stretches of paragraphs, which no sentence leaves, that have more words than a sentence may."""
        # The blanks alone show of most that they have not; a fifth is allowed for words that punctuation keeps apart.
        blanks, least = document.page.count, -(-self.max * 5 // 6)
        near = self.max + least  # code points: a word takes one
        blocks = [
            (number, start, end)
            for number, (start, end, role) in enumerate(document.blocks)
            if role == "paragraph" and end - start > near and blanks(b" ", start, end) >= least
        ]
        ends = document.sure_ends if blocks else ()
        for number, start, end in blocks:
            for first, last in pairwise((start, *ends[bisect_right(ends, start) : bisect_left(ends, end)], end)):
                if last - first > near and blanks(b" ", first, last) >= least and most_words(document.shape, first, last) > self.max:
                    yield number, first, last

    def _count(self, document: Document, sentence: Piece) -> int:
        """The words and numbers of a sentence; 0 where there are too few."""
        text, start = sentence
        end = start + len(text)
        if document.page.count(b" ", start, end) * 6 < self.max * 5:
            return 0
        words = document.count(start, end)
        return words if document.shape.find(b"0", start, end) < 0 else words + _numbers(text, document.shape[start:end])


def _numbers(text: str, shape: bytes) -> int:
    """How many numbers a text of this shape has."""
    count, at = 0, shape.find(b"0")
    while at >= 0:
        match = NUMBER.match(text, at)
        count += match is not None
        at = shape.find(b"0", match.end() if match else at + 1)
    return count


def _sentences(document: Document, paragraph: Paragraph, start: int, end: int) -> list[Piece]:
    """The sentences of a stretch of a paragraph, which mostly is one."""
    if not document.is_sentence(start, end):
        return document.sentences_within(paragraph, start, end)
    first = max(start, paragraph.prose.start)
    text = document.text[first:end]
    trimmed = text.strip()
    return [Piece(trimmed, first + len(text) - len(text.lstrip()))] if trimmed else []


def _spoken(sentence: Piece) -> Sequence[Piece]:
    """The sentences that a sentence is heard as: a quotation in it may hold several, each with its full stop."""
    if not any(sentence.text.find(stop, 0, -2) >= 0 for stop in _STOPS):
        return (sentence,)
    return [Piece(sentence.text[start:end], sentence.start + start) for start, end in sentence_spans(sentence.text)]


def _enumerates(text: str) -> bool:
    """Whether half of the sentence is one enumeration."""
    return any(2 * len(items[0]) >= len(text) and _CLAUSES.isdisjoint(forms(items[0])) for items in _ITEMS.finditer(text))


def _is_list(document: Document, sentence: Piece) -> bool:
    if sum(map(sentence.text.count, _AND)) >= _ENUMERATED and _enumerates(sentence.text):
        return True
    if sum(sentence.text.count(mark) for mark in _SEMICOLONS if mark in document.signs) >= _ROSTER:
        return True
    if len(document.quotations.paired) < _QUOTED_NAMES:
        return False
    return sum(sentence.start <= one.start < sentence.end for one in document.quotations.paired) >= _QUOTED_NAMES
