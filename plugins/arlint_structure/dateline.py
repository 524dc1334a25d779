"""dateline: the place, agency and dash at the head of a story, in the form of the house."""

import re
from collections.abc import Iterator
from functools import cached_property

from arlint import Document, Example, Finding, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

_PARTS = {
    "CITY": "[\u0621-\u0652\u0640]+(?: [\u0621-\u0652\u0640]+){0,3}",
    "AGENCY": "[^()\n]{2,40}",
    "DATE": "[^:()\n–—-]{3,40}",
}
_DASHES = "[-–—]"
_PREPOSITIONS = frozenset(("في", "من", "إلى", "على", "عن", "مع"))
_SPLIT = regex(f"(CITY|AGENCY|DATE|[ \u00a0]+|{_DASHES})")
_LIKE_ONE = regex(f"{_PARTS['CITY']}(?:[ ]?\\({_PARTS['AGENCY']}\\)(?:[ ]?{_DASHES}|:)?|[ ]?{_DASHES}(?= )|:)")
"""What reads like a dateline of any format, for pointing at."""


class Dateline(Rule):
    """سطر المكان في أول الخبر بغير صيغة الدار. تُكتب الصيغة في خيار format بثلاث كلمات: CITY للمدينة، وAGENCY للوكالة، وDATE للتاريخ،
    وكل ما سواها يُطلب كما هو (والشرطات كلها سواء): «CITY – (AGENCY):». والقيمة none تعني ألا يكون سطر مكان. والقاعدة اختيارية، وتسكت
    ما لم تُحدَّد صيغة.

    The dateline at the head of a story is not in the form of the house. The option `format` writes it with three words, CITY, AGENCY
    and DATE; everything else must stand as it is (all dashes are alike): `CITY – (AGENCY):`. `none` asks for no dateline. The rule is
    optional and says nothing until a format is given.
    """

    id = "dateline"
    code = "STR001"
    title = Text("سطر المكان", "Dateline")
    message = Text("سطر المكان لا يطابق الصيغة «{format}»؛ عدّله.", "The dateline does not match the format «{format}»; correct it.")
    messages = {
        "missing": Text("لا سطر مكان بالصيغة «{format}» في أول الخبر؛ أضفه.", "The story lacks a dateline as «{format}»; add one."),
        "unwanted": Text("سطر مكان في أول الخبر، والدار لا تكتبه؛ احذفه.", "The house writes no dateline; delete this one."),
    }
    level = "suggestion"
    reads = frozenset(("paragraph", "heading"))
    default = False

    format: str = option(
        "any", ar="الصيغة، مثل «CITY – (AGENCY):»؛ none بلا سطر مكان؛ any أي صيغة.",
        en="The format, such as `CITY – (AGENCY):`; none: no dateline; any: whatever it is.",
    )  # fmt: skip

    good = ("القاهرة: قال الوزير إن الأمر انتهى.",)
    cases = (
        Example("⟦القاهرة:⟧ قال الوزير إن الأمر انتهى.", None, {"format": "CITY – (AGENCY):"}),
        Example("⟦قال الوزير إن الأمر انتهى.⟧", None, {"format": "CITY – (AGENCY):"}),
        Example("دبي – (وكالة البحر): دعت الوزارة إلى وقف النار.", None, {"format": "CITY – (AGENCY):"}),
        Example("دبي - (وكالة البحر): دعت الوزارة إلى وقف النار.", None, {"format": "CITY – (AGENCY):"}),
        Example("⟦قال الوزير: انتهى الأمر.⟧", None, {"format": "CITY:"}),
        Example("قال الوزير إن الأمر انتهى.", None, {"format": "none"}),
        Example("عاد الوفد إلى البلاد: الوزير والسفير والمدير.", None, {"format": "none"}),
        Example("⟦القاهرة (رويترز) -⟧ قال الوزير إن الأمر انتهى.", None, {"format": "none"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """What the first paragraph of the body lacks or has too much."""
        first = next((one for one in document.paragraphs if one.kind in ("paragraph", "heading")), None)
        if first is None or self.format == "any":
            return
        like = _LIKE_ONE.match(first.text)
        found = len(first.text[: first.dateline].rstrip()) or (like.end() if like and not _says(like.group()) else 0)
        if self.format == "none":
            if found:
                yield self.found(first.start, first.start + found, variant="unwanted")
        elif not (match := self._pattern.match(first.text)) or _says(match.group()):
            variant = "" if found else "missing"
            yield self.found(first.start, first.start + (found or len(first.text)), variant=variant, format=self.format)

    @cached_property
    def _pattern(self) -> "re.Pattern[str]":
        return re.compile("".join(map(_part, _SPLIT.split(self.format.strip()))))


def _says(dateline: str) -> bool:
    """Whether what reads like a dateline is a clause, with a verb of saying or a preposition: قال الوزير, عاد الوفد إلى البلاد."""
    return any(
        word in _PREPOSITIONS or ((one := saying(word)) and not one.weak and one.part in ("past", "present")) for word in forms(dateline)
    )


def _part(part: str) -> str:
    if part in _PARTS:
        return _PARTS[part]
    if part.isspace():
        return r"\s+"
    return _DASHES if re.fullmatch(_DASHES, part) else re.escape(part)
