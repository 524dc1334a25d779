"""headline-number-not-in-body: the headline counts 45, the story 43."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from arlint import Document, Example, Finding, Rule, Text
from arlint.arabic import lexicon as tables
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.numerals import NUMBER, in_western

_ROUNDING = 0.05
"""A headline may round: 2.5 for 2.48, 400 for 392."""
_OF_A_NAME = regex(r"\w-\Z|&#\Z")
"""Before a number it shows a name (كوفيد-19) or a sign that another system wrote in digits (&#8220;)."""


@lru_cache(maxsize=1)
def _words() -> Mapping[str, int]:
    return lexicon(tables.__file__, "number_words", _compiled)


def _compiled(table: Any) -> dict[str, int]:
    return {word: value for value, words in table["values"].items() for word in words}


class HeadlineNumberNotInBody(Rule):
    """رقم في العنوان لا يرد في النص: لا بالأرقام، ولا بالحروف، ولا بعد التقريب. وبه تُعرف حصيلة حُدّثت في موضع دون آخر. والقاعدة
    اختيارية: خُمس العناوين التي فيها أرقام يذكر مجموعا أو رقما محسوبا.

    A number of the headline that does not occur in the story, neither in digits nor in words nor rounded. It shows a toll that was
    updated in one place and not in the other. It is optional: one headline with numbers in five adds them up or computes them.
    """

    id = "headline-number-not-in-body"
    code = "STR006"
    title = Text("رقم في العنوان لا يرد في النص", "Headline number not in the body")
    message = Text("الرقم {number} في العنوان لا يرد في النص؛ تحقق منه.", "The headline's number {number} is not in the story; check it.")
    level = "suggestion"
    reads = frozenset(("headline",))
    default = False

    good = ("قتل 43 شخصا.",)
    cases = (
        Example("# مقتل ⟦45⟧ شخصا في انفجار\n\nقتل 43 شخصا في انفجار وقع صباح اليوم.", format="markdown"),
        Example("# فوز الفريق ⟦3⟧ مرات\n\nفاز الفريق مرتين هذا الموسم.", format="markdown"),
        Example("# ⟦2019⟧ عام التحول\n\nانتهى عام 2018 بتحول كبير.", format="markdown"),
        Example("# مقتل 43 شخصا في انفجار\n\nقتل 43 شخصا في انفجار وقع صباح اليوم.", format="markdown"),
        Example("# مقتل 3 في انفجار\n\nقتل ثلاثة أشخاص في انفجار.", format="markdown"),
        Example("# إصابة 25 في حادث\n\nأصيب خمسة وعشرون راكبا.", format="markdown"),
        Example("# مقتل 12 و15 و⟦17⟧\n\nقتل اثنا عشر ثم خمسة عشر.", format="markdown"),
        Example("# ارتفاع النفط 2.5%\n\nارتفع النفط 2.48 في المئة.", format="markdown"),
        Example("# مقتل 45 شخصا", format="markdown"),
        Example("# ديون الشركات تبلغ 16 تريليون دولار\n\nبلغت الديون 16.1 تريليون دولار.", format="markdown"),
        Example("# لقاح كوفيد-19 يصل إلى &amp;#8220;القرية&amp;#8221;\n\nوصل اللقاح إلى القرية.", format="markdown"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Every number of the headline that the rest of the text lacks."""
        headlines = document.paragraphs_of("headline")
        found = [
            (match, headline.start)
            for headline in headlines
            for match in NUMBER.finditer(headline.text)
            if not _OF_A_NAME.search(headline.text, 0, match.start())
        ]
        if not found or len(headlines) == len(document.blocks):
            return
        body = _values(document)
        for match, start in found:
            number = _value(match.group())
            if number is not None and not any(_near(number, other) for other in body):
                yield self.found(start + match.start(), start + match.end(), number=match.group())


def _values(document: Document) -> set[float]:
    """The numbers of the body, in digits and in words; two words that follow each other with و are added (خمسة وعشرون)."""
    values: set[float] = set()
    for paragraph in document.paragraphs:
        if paragraph.kind == "headline":
            continue
        values |= {number for match in NUMBER.finditer(paragraph.text) if (number := _value(match.group())) is not None}
        last: int | None = None
        for word in document.words_in(paragraph.start, paragraph.end):
            number_word = _words().get(word.form) or (_words().get(word.form[1:]) if word.form.startswith("و") else None)
            if number_word is not None:
                values.add(number_word)
                if last is not None:
                    values.update((last + number_word, last * number_word))
            last = number_word
    return values


def _value(text: str) -> float | None:
    western = in_western(text)
    groups_thousands = len(western.rpartition(",")[2]) == 3 or "." in western
    try:
        return float(western.replace(",", "" if groups_thousands else "."))
    except ValueError:  # a date, a score, a clock time
        return None


def _near(number: float, other: float) -> bool:
    # Years and small counts are never rounded; 16 may stand for 16.1, which counts nothing.
    if number < 2 or 1900 <= number <= 2100 or number == int(number) < 50:
        return number in (other, round(other))
    return abs(number - other) <= _ROUNDING * number
