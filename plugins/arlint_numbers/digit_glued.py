"""digit-glued: 25شخصا."""

from collections.abc import Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.clitics import CLITICS_ALONE
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.numerals import DIGIT

_BEFORE_WORD = regex(
    f"[{DIGIT}](?:(?<![\\w.,\u066b\u066c/:\u0640#@-].)|(?<=(?<![\\w\u0640#@-])[وفبلك].))"
    f"[{DIGIT}]*(?:[.,:/\u066b\u066c][{DIGIT}]+)*(?P<word>[{LETTER}]{TATWEEL}*[{LETTER}][{LETTER}{TATWEEL}]*)"
)
_AFTER_WORD = regex(f"[{DIGIT}](?<=[{LETTER}].)[{DIGIT}]+(?![\\w-]|\\.[A-Za-z])")
_GLUED = regex(f"[{DIGIT}](?:(?=[{LETTER}][{LETTER}{TATWEEL}])|(?<=[{LETTER}]{{3}}.)[{DIGIT}])")
"""What all that is reported holds: a digit before two letters, stretched or not, or two digits after three."""

_OF_AN_ERA = regex(f"[12١٢][{DIGIT}]{{3}}[مه]")
"""What may be the year 1990م and a word glued to it, or a number and a word in م."""

_WORD = regex(f"(?<![\\w\u0640#@-])[{LETTER}]{{3,}}$")
_GENERATIONS = frozenset("كي جي بي تي دي ام إم في ات هـ ه".split())
"""Names of generations and the like, which are written so: 4كي, 3جي, 1440هـ."""

_UNITS = frozenset("كم سم مم كلم ملم كغ كلغ كغم كجم ملغ ملغم مل غم جم ميغا غيغا".split())

_NUMBERED = frozenset("خليجي كوفيد جنيف أستانا سوتشي أبولو فورمولا ميغ ميج سوخوي بوينغ بوينج إيرباص".split())
"""Names that a number belongs to, with a blank or without."""


class DigitGlued(Rule):
    """رقم ملتصق بالكلمة التي بعده مثل «25شخصا»، أو بالكلمة التي قبله إن كان من خانتين فأكثر (فالخانة الواحدة جزء من اسم مثل «جنيف2»). لا
    يُبلَّغ عن الحروف المتصلة بالرقم (و25، بـ5، الـ21)، ولا عن وحدات وأسماء تُكتب هكذا (4كي، 5كم)، ولا عن الوسوم. والإصلاح يضيف مسافة،
    ويحتاج إلى مراجعة حيث يُشك في مكانها (1990موسما).

    A number glued to the word after it, as in 25شخصا, or, with two digits or more, to the word before it (a single digit belongs to a
    name such as جنيف2). Clitics before a number (و25, بـ5, الـ21), units and names that are written so (4كي, 5كم) and hashtags are left
    alone. The fix inserts a blank; it is for review where that may belong elsewhere (1990موسما).
    """

    id = "digit-glued"
    code = "NUM007"
    title = Text("رقم ملتصق بكلمة", "Number glued to a word")
    message = Text("أضف مسافة بين الرقم والكلمة في «{found}».", "Add a space between the number and the word in «{found}».")
    level = "warning"

    gaps = "^00|0\\Z"
    triggers = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

    units: Literal["glued", "apart"] = option(
        "glued",
        ar="الوحدات: تُقبل ملتصقة بالرقم كما في 5كم (glued)، أو تُفصل عنه (apart).",
        en="Units may be glued to the number, as in 5كم (glued), or must stand apart (apart).",
    )

    good = (
        "و25 شخصا وبـ5 ملايين",
        "تدعم الهواتف 4كي و3جي وطائرات 56-7بي.",
        "القرن الـ21 والـ25 عاما الأخيرة",
        "ولد عام 1990مـ، وسار 10مـ، وأعطى 25لـ«النادي» و30 لغيره.",
        "وسم #قمة2024 يتصدر.",
        "قطع 5كم في ساعة، وحمل 20كغ، وأخذ 250ملغ من الدواء في 100مل من الماء.",
        "انتهى مؤتمر جنيف1 بلا نتيجة، وتوقفت بطولة خليجي22 بسبب كوفيد19 وكوفيد21، وحُفظ ذلك في صورة12.jpg.",
    )
    bad = {
        "قتل ⟦25شخصا⟧.": "قتل 25 شخصا.",
        "قتل ⟦3رجال⟧ و⟦5نساء⟧ وأصيب ب⟦2.5مليون⟧ رصاصة": "قتل 3 رجال و5 نساء وأصيب ب2.5 مليون رصاصة",
        "قتل ⟦14مدنيا⟧ في الغارة.": "قتل 14 مدنيا في الغارة.",
        "بلغ ⟦100دولار⟧.": "بلغ 100 دولار.",
        "افتتح المصنع عام ⟦2015ميلادية⟧.": "افتتح المصنع عام 2015 ميلادية.",
        "وصلت ⟦الساعة10⟧ صباحا.": "وصلت الساعة 10 صباحا.",
        "يبدأ ⟦09:30صباحا⟧، وفي ⟦2015/2016ميلادية⟧ تأخر.": "يبدأ 09:30 صباحا، وفي 2015/2016 ميلادية تأخر.",
    }
    cases = (
        Example("أصيب ⟦٣٫٥مليون⟧ شخص.", "أصيب ٣٫٥ مليون شخص."),
        Example("قتل ⟦25شـخصا⟧ عام 1440هـ و1441هــ.", "قتل 25 شـخصا عام 1440هـ و1441هــ."),
        Example("قطع ⟦5كم⟧ بهاتف 4جي سنة 1440هـ.", "قطع 5 كم بهاتف 4جي سنة 1440هـ.", {"units": "apart"}),
    )

    measured = Measured(62, 62, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every number with a word attached to it."""
        text = document.text
        glued = [gap for gap in document.gaps_with(self.gaps) if _GLUED.search(text, gap.start, gap.end + 2)]
        for match in document.matches_from(glued, _BEFORE_WORD):
            word = match["word"].replace(TATWEEL, "")
            if word not in _GENERATIONS and (self.units == "apart" or word not in _UNITS):
                safe = not _OF_AN_ERA.match(match.group())
                yield self._found(match.start(), match.end(), match.start("word"), match.group(), safe)
        for match in document.matches_from(glued, _AFTER_WORD):
            before = _WORD.search(text, max(0, match.start() - 24), match.start())
            if before and before.group() not in CLITICS_ALONE and _NUMBERED.isdisjoint((before.group(), before.group()[1:])):
                yield self._found(before.start(), match.end(), match.start(), text[before.start() : match.end()], True)

    def _found(self, start: int, end: int, at: int, text: str, safe: bool) -> Finding:
        return self.found(start, end, Edit(at, at, " "), safe=safe, found=text)
