"""inconsistent-quote-style: quotations with different marks in one text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Quotation, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER, TATWEEL
from arlint.arabic.quotation_marks import MAKESHIFT, STYLES

_ARABIC = regex(f"[{LETTER}]")
_OPENS = regex(f"(?:\\A|[\\s(:{LETTER}{TATWEEL}])[«»](?=\\S)")
_CLOSES = regex("\\S[«»](?=[\\s.،؛؟!:)]|\\Z)")
_NO_MARKS = frozenset(MAKESHIFT)


class InconsistentQuoteStyle(Rule):
    """اقتباسات بعلامات مختلفة في نص واحد: «…» هنا و"…" هناك؛ أثر نسخ ولصق من مصادر عدة. يُبلَّغ عما خالف الغالب في النص، وعند التساوي
    عما خالف الأسبق، أو عما خالف علامات الدار إن حددها خيار style. ويُبلَّغ كذلك عن اقتباس يُفتح بعلامة ويُغلق بأخرى («نعم")، أو انقلبت
    إحدى علامتيه («نعم«).

    لا يُعد الاقتباس داخل اقتباس، إذ ينبغي أن تختلف علاماته (nested-quote-style)، ولا ما ليس فيه حرف عربي، ولا سطر يضيفه نظام
    النشر (رابط الخبر: …). والإصلاح يغيّر العلامتين معا، ولا يُعرض إذا كانت العلامات التي ستوضع داخل الاقتباس نفسه أو لصيقة به.

    Quotations with different marks in one text, «…» here and "…" there: the trace of copy pasted from several places. What differs from
    the prevailing marks of the text is reported, from the first ones where two are equally frequent, or from the marks that the option
    `style` prescribes. So is a quotation that is opened with one mark and closed with another («نعم"), or one of whose marks is turned
    round («نعم«).

    A quotation within a quotation does not count, since its marks should differ (`nested-quote-style`), nor does one without any Arabic
    letter or in a line that the content system adds (رابط الخبر: …). The fix changes both marks; none is offered where the marks that
    would be put already stand inside or right beside it.
    """

    id = "inconsistent-quote-style"
    code = "QUO004"
    title = Text("علامات تنصيص غير موحدة", "Mixed quotation styles")
    message = Text(
        "علامتا التنصيص هنا {found} وفي بقية النص {right}؛ وحّد العلامات.",
        "The quotation marks are {found} here and {right} in the rest of the text; use one kind.",
    )
    messages = {
        "house": Text("علامتا التنصيص هنا {found}، والمعتمد {right}.", "The quotation marks are {found}; the house style has {right}."),
        "mixed": Text(
            "فُتح الاقتباس بالعلامة {found} وأُغلق بالعلامة {closing}؛ استعمل {right}.",
            "The quotation is opened with {found} and closed with {closing}; use {right}.",
        ),
        "turned": Text(
            "إحدى علامتي الاقتباس {found}…{closing} مقلوبة؛ استعمل {right}.",
            "One of the marks {found}…{closing} is turned round; use {right}.",
        ),
    }
    level = "suggestion"
    triggers = '"“”„‟«»‹›'

    house_style = {"style": "quotes.style"}
    style: Literal["any", "straight", "curly", "guillemet"] = option(
        "any",
        ar='العلامات المعتمدة: straight "…" أو curly “…” أو guillemet «…»، أو الغالبة في النص (any).',
        en='The marks to use: straight "…", curly “…”, guillemet «…», or those that prevail in the text (any).',
    )

    good = (
        'قالت: "وصف المدير القرار بأنه «خطأ» أمام الجميع".',
        "قال «نعم» وقال «لا».",
        "“نعم” و“لا”",
        "قرأ «الأيام» ثم شاهد فيلم \"Casablanca\".",
        "«نعم» و»لا«",
        'اشترى "شاشة" مقاس 24" من المتجر.',
    )
    bad = {
        'قال «نعم» ثم قال ⟦"لا"⟧ وقال «ربما».': "قال «نعم» ثم قال «لا» وقال «ربما».",
        'مجلة “الأفق” ومجلة ⟦"الفكر"⟧ ومجلة “الفن”.': "مجلة “الأفق” ومجلة “الفكر” ومجلة “الفن”.",
        '"نعم" و"لا" و⟦«ربما»⟧.': '"نعم" و"لا" و"ربما".',
        'قالت «نعم» ثم قالت ⟦"قرأت «الأيام»"⟧ أمس.': None,
        'صحيفة "الأفق" ومجلتا "الفن"⟦«والفكر»⟧ هنا.': None,
        "قال: ⟦«سنعود غدا\"⟧.": "قال: «سنعود غدا».",
        "قال: ⟦«سنعود غدا«⟧، وأضاف: «سنعمل».": "قال: «سنعود غدا»، وأضاف: «سنعمل».",
        "صحيفة ⟦«الأيام«⟧ وصحيفة ⟦»الوطن»⟧ وقناة «الشرق».": "صحيفة «الأيام» وصحيفة «الوطن» وقناة «الشرق».",
        "زار الوفد شركتي «الأفق» و⟦»النور»⟧ أمس.": "زار الوفد شركتي «الأفق» و«النور» أمس.",
        'قال: ⟦"سنعود غدا»⟧، وأضاف: «سنعمل».': "قال: «سنعود غدا»، وأضاف: «سنعمل».",
    }
    cases = (
        Example('قال "نعم" وقال "لا".\nرابط الخبر بصحيفة الأفق: «نعم» الكبيرة', None),
        Example('رابط الخبر بصحيفة الأفق: «نعم» الكبيرة\nقال "نعم" ثم غادر.', None),
        Example('قال ⟦"نعم"⟧ وقال ⟦"لا"⟧.', "قال «نعم» وقال «لا».", {"style": "guillemet"}),
        Example('قال «نعم» وقال ⟦"لا"⟧ وقال ⟦"ربما"⟧.', "قال «نعم» وقال «لا» وقال «ربما».", {"style": "guillemet"}),
    )

    measured = Measured(
        75, 76, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والخاطئة في جملة يضيفها نظام النشر.", "The wrong one is in a sentence that the content system adds."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterable[Finding]:
        """Every outermost quotation whose marks differ."""
        found = document.quotations
        uniform = len(found.families) < 2 and (self.style == "any" or self.style in found.families)
        # The two marks of a plain quotation never point the same way.
        if uniform and (found.plain_spans is not None or not any(map(_has_turned_mark, found.paired))):
            return ()
        return self._differing(document, found.paired)

    def _differing(self, document: Document, quotations: Sequence[Quotation]) -> Iterator[Finding]:
        paired = [one for one in quotations if not {one.opening, one.closing} & _NO_MARKS and not (one.mixed and one.opening == "„")]
        # Nobody edits the lines of the content system, nor follows them.
        added = {number for number in {one.paragraph for one in paired} if document.paragraph(number).kind == "boilerplate"}
        paired = [one for one in paired if one.paragraph not in added]
        usual = self._usual(paired)
        for one in paired:
            if one.depth:
                continue
            if one.mixed:
                right = usual if usual in (one.family, one.closed_by) else one.family
                variant = "mixed"
            elif usual and one.family != usual and _ARABIC.search(one.text):
                right = usual
                variant = "house" if self.style != "any" else ""
            elif _has_turned_mark(one) and _is_plain(document.text, one):
                right, variant = one.family, "turned"
            else:
                continue
            # Beside a mark of that family the new one would be taken for its partner.
            about = one.inside.text + document.text[max(0, one.start - 1) : one.start] + document.text[one.end : one.end + 1]
            edits = [] if any(mark in about for mark in STYLES[right]) else _edits(one, right)
            found = one.opening if variant in ("mixed", "turned") else _shown(one.family)
            yield self.found(one.start, one.end, *edits, variant=variant, found=found, closing=one.closing, right=_shown(right))

    def _usual(self, paired: list[Quotation]) -> str:
        """The family that the text should have; of equally frequent ones the first. Empty where there is no quotation."""
        if self.style != "any":
            return self.style
        families = [one.family for one in paired if not one.depth and not one.mixed and _ARABIC.search(one.text)]
        return max(dict.fromkeys(families), key=families.count, default="")


def _has_turned_mark(one: Quotation) -> bool:
    """Whether both guillemets of a quotation point the same way. Both turned round, »نعم«, are a habit of some keyboards."""
    return one.opening == one.closing and one.opening in "«»"


def _is_plain(text: str, one: Quotation) -> bool:
    """Whether the blanks around a quotation and within it are where they should be, so that its marks surely belong together."""
    return _OPENS.match(text, max(0, one.start - 1)) is not None and _CLOSES.match(text, one.end - 2) is not None


def _edits(one: Quotation, family: str) -> list[Edit]:
    """What puts the marks of a family round a quotation, where it has not got them."""
    spans = (one.start, one.start + len(one.opening)), (one.end - len(one.closing), one.end)
    marks = zip(spans, (one.opening, one.closing), STYLES[family], strict=True)
    return [Edit(start, end, mark) for (start, end), found, mark in marks if found != mark]


def _shown(family: str) -> str:
    return f"{STYLES[family][0]}…{STYLES[family][1]}"
