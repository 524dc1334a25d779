"""mixed-digits: numbers of one text in two systems of digits."""

from collections.abc import Iterable, Iterator, Set
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.numerals import ARABIC, NUMBER, PERSIAN, WESTERN, in_arabic, in_western

from ._matches import matches

_OF_A_NAME = regex(f"(?:[A-Za-z][\\w.]*[ \u00a0]|[{LETTER}]-|(?<![{LETTER}])[بو]?(?:ال)?(?:رمز|كود)[ \u00a0]?[ \u00a0«(])$")
"""What stands before a number that belongs to a name, or has to be typed as it is: iPhone 15, كوفيد-19, الرمز (1)."""

_DECIMAL, _THOUSANDS = regex(r"\d+\.\d+"), regex(r"\d{1,3}(?:,\d{3})+")
_SYSTEMS = {"western": WESTERN, "arabic": ARABIC, "persian": PERSIAN}
_WESTERN, _ARABIC, _PERSIAN = map(frozenset, _SYSTEMS.values())


class MixedDigits(Rule):
    """أرقام غربية (123) وأرقام عربية (١٢٣) في نص واحد. يُبلَّغ عن أقلّهما عددا، فإن تساويا فعن الذي جاء ثانيا، أو عما يخالف خيار digits.
    أما الأرقام الفارسية (۴۵۶) فيُبلَّغ عنها دائما. لا تُعد الأرقام داخل الاقتباسات، ولا ما كان من اسم مثل F-16 وiPhone 15 وكوفيد-19.
    والإصلاح يحوّل الأرقام وفاصلتها إلى النظام الآخر.

    Western digits (123) and Arabic ones (١٢٣) in one text. The system with fewer numbers is reported, the second one where they are
    equal, or the one that differs from the option `digits`; Persian digits (۴۵۶) always are. Numbers in quotations do not count, nor do
    those that belong to a name such as F-16, iPhone 15 or كوفيد-19. The fix converts the digits and their separator.
    """

    id = "mixed-digits"
    code = "NUM001"
    title = Text("أرقام بنظامين", "Two digit systems")
    message = Text(
        "الرقم «{number}» بغير نظام الأرقام الذي في بقية النص؛ وحّد النظام.",
        "{number} uses other digits than the rest of the text; use one kind.",
    )
    messages = {
        "house": Text("الرقم «{number}» بغير نظام الأرقام المعتمد؛ صحّحه.", "{number} is not in the digits of the house style; change it."),
        "persian": Text("الرقم «{number}» بأرقام فارسية لا عربية؛ صحّحه.", "{number} is written in Persian digits; change it."),
    }
    level = "warning"
    quoted = False

    triggers = ARABIC + PERSIAN + WESTERN
    house_style = {"digits": "digits"}
    digits: Literal["any", "western", "arabic"] = option(
        "any", ar="نظام الأرقام المعتمد: western (123) أو arabic (١٢٣) أو أكثرهما في النص (any).",
        en="The system to use: western (123), arabic (١٢٣), or the one that prevails in the text (any).",
    )  # fmt: skip

    good = (
        "بلغ العدد 25 قتيلا و30 جريحا.",
        "هبطت طائرة F-16 واحدة من ٢٥ طائرة في ٢٠١٩، وانحسر وباء كوفيد-19 في ٢٠٢٢.",
        "باعت الشركة هاتف iPhone 15 في ٢٠ دولة.",
        "أرسل رسالة تبدأ بالرمز (1) قبل ٢٠ مايو.",
        'كتب في تغريدة: "الساعة ٥" ثم غادر في 10 مايو.',
    )
    bad = {
        "بلغ العدد ⟦٢٥⟧ قتيلا و30 جريحا و12 مفقودا.": "بلغ العدد 25 قتيلا و30 جريحا و12 مفقودا.",
        "في عام ⟦2018⟧ ثم في ٢٠١٩ و٢٠٢٠": "في عام ٢٠١٨ ثم في ٢٠١٩ و٢٠٢٠",
        "من 10 إلى 20، ثم ⟦٣٠⟧": "من 10 إلى 20، ثم 30",
        "ارتفع السعر ⟦٣٫٥⟧ في المئة ثم 4.1 في المئة ثم 2 في المئة.": "ارتفع السعر 3.5 في المئة ثم 4.1 في المئة ثم 2 في المئة.",
        "وصل ⟦۴۵⟧ راكبا.": "وصل 45 راكبا.",
        "ارتفع ٣٫٥ في المئة ثم ⟦4.1⟧ في المئة، وبلغ ١٬٢٠٠ ثم ⟦1,250⟧.": "ارتفع ٣٫٥ في المئة ثم ٤٫١ في المئة، وبلغ ١٬٢٠٠ ثم ١٬٢٥٠.",
    }
    cases = (
        Example("وصل ⟦45⟧ راكبا.", "وصل ٤٥ راكبا.", {"digits": "arabic"}),
        Example("وصل ٤٥ راكبا.", None, {"digits": "arabic"}),
    )

    measured = Measured(
        31, 32, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "والباقية في كلام منقول بين قوسين لا بين علامتي تنصيص.",
            "The other one stands in speech between brackets instead of quotation marks.",
        ),
    )  # fmt: skip

    def check(self, document: Document) -> Iterable[Finding]:
        """Every number that is not in the system of the text."""
        apart = document.signs.isdisjoint
        no_western, no_arabic = apart(_WESTERN), apart(_ARABIC)
        # Nothing is wrong where all digits are of one system, which is not the Persian one and that of the house, if it has any.
        if apart(_PERSIAN) and no_western != no_arabic and (self.digits == "any" or (self.digits == "western") == no_arabic):
            return ()
        return self._found(document)

    def _found(self, document: Document) -> Iterator[Finding]:
        numbers = list(_numbers(document))
        right = self._system([system for _, _, system in numbers])
        for start, end, system in numbers:
            if system != right:
                text = document.text[start:end]
                variant = "persian" if system == "persian" else "house" if self.digits != "any" else ""
                converted = _in_arabic(text, document.signs) if right == "arabic" else in_western(text)
                yield self.found(start, end, Edit(start, end, converted), variant=variant, number=text)

    def _system(self, systems: list[str]) -> str:
        """The system of the text: the option, the commoner one, the first one."""
        if self.digits != "any":
            return self.digits
        counted = [system for system in systems if system != "persian"]
        return max(dict.fromkeys(counted), key=counted.count, default="western")


def _in_arabic(number: str, signs: Set[str]) -> str:
    """The number in Arabic digits, with the signs for decimals and thousands that its text (of these `signs`) puts to such digits."""
    if "\u066b" in signs and _DECIMAL.fullmatch(number):
        number = number.replace(".", "\u066b")
    if "\u066c" in signs and _THOUSANDS.fullmatch(number):
        number = number.replace(",", "\u066c")
    return in_arabic(number)


def _numbers(document: Document) -> Iterator[tuple[int, int, str]]:
    """Start, end and system of every number outside quotations and Latin names."""
    for match in matches(document, NUMBER):
        start, end = match.span()
        if not document.quoted(start, end) and not _OF_A_NAME.search(document.text, max(0, start - 24), start):
            digit = match.group()[0]
            yield start, end, "western" if digit in WESTERN else "arabic" if digit in ARABIC else "persian"
