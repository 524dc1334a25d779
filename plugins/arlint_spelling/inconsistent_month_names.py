"""inconsistent-month-names: يوليو here and آب there."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from arlint import Document, Example, Finding, Measured, Related, Rule, Text, option
from arlint.arabic.noticed import Noticed

from ._month_mentions import SYSTEMS, Mention, may_clash, mentions, name_in, named

_WHERE = Text("«{other}» هنا.", "«{other}» stands here.")
_SAMPLES = {
    "gregorian": "يوليو", "levantine": "تموز", "maghreb": "جويلية", "dual-gregorian": "يوليو/تموز", "dual-levantine": "تموز/يوليو",
    "slash": "يوليو/تموز", "paren": "يوليو (تموز)",
}  # fmt: skip


class InconsistentMonthNames(Rule):
    """أسماء الشهور في النص من أكثر من تسمية: يوليو وتموز وجويلية شهر واحد في ثلاثة تقاليد صحفية، ومن يقرأ «3 يوليو» ثم «12 آب» يتوقف ليحسب.

    يُعد الاسم شهرا إذا سبقه رقم يوم أو كلمة مثل شهر ومطلع وأواخر، أو تلته سنة، أو سبقه حرف جر ولم يكن له معنى آخر. ويُبلَّغ عن أقل
    التسميتين عددا، فإن تساوتا فعن التي جاءت ثانيا. والجمع بين الاسمين (يوليو/تموز، يوليو تموز) أسلوب معتمد لا يُبلَّغ عنه، وإنما عن عكس
    ترتيبه (آب/أغسطس) أو تغيير علامته (تموز (يوليو)) في موضع دون سائر النص. ويُبلَّغ بخيار dual_strict عن الاسم المفرد في نص يجمع بين
    الاسمين.

    لا تتعارض الأسماء التي يشترك فيها المشرق والمغرب العربيان (مارس، سبتمبر) مع أسماء المغرب، إلا إن سُمي الشهر نفسه باسمين (جوان
    ويونيو)، ولا تُقارن الشهور الهجرية، ولا أسماء الحوادث والجماعات: ثورة 25 يناير، قوى 14 آذار. ولا إصلاح آليا.

    Names of months of several systems in one text: يوليو, تموز and جويلية are one month in three traditions of the press, and who reads
    «3 يوليو» and then «12 آب» has to stop and count.

    A name counts as a month after the number of a day or a word such as شهر, مطلع, أواخر, before a year, or after a preposition unless
    it has another meaning. The system with fewer names is reported, of two with equally many the one that comes second. Two names
    together (يوليو/تموز, يوليو تموز) are a style of their own, which is not reported; a pair in the other order (آب/أغسطس) or with
    other signs (تموز (يوليو)) than the rest of the text is. The option `dual_strict` also reports single names in a text that writes
    pairs.

    Names that east and west share (مارس, سبتمبر) do not clash with those of the Maghreb, unless one month has two names (جوان and
    يونيو). Hijri months are another calendar, and names of events and groups are names: ثورة 25 يناير, قوى 14 آذار. There is no fix.
    """

    id = "inconsistent-month-names"
    code = "SPL003"
    title = Text("أسماء شهور غير موحدة", "Inconsistent month names")
    message = Text(
        "«{found}» من نظام لأسماء الشهور غير نظام «{other}» الذي في النص؛ وحّد التسمية.",
        "«{found}» belongs to another system of month names than «{other}» in this text; use one system.",
    )
    messages = {
        "order": Text(
            "ترتيب الاسمين في «{found}» عكس ترتيبهما في «{other}»؛ وحّد الترتيب.",
            "The two names of «{found}» stand in the other order than in «{other}»; use one order.",
        ),
        "glyph": Text(
            "الاسمان في «{found}» مفصولان بغير ما يفصلهما في «{other}»؛ وحّد الكتابة.",
            "The two names of «{found}» are not set apart as in «{other}»; use one way.",
        ),
        "single": Text(
            "«{found}» باسم واحد، والنص يجمع بين اسمي الشهر: «{other}».",
            "«{found}» has one name, whereas this text gives two, as in «{other}».",
        ),
        "name": Text("«{found}»: اسم هذا الشهر في أسلوب الدار «{other}».", "«{found}»: the house calls this month «{other}»."),
        "house": Text("«{found}» يخالف التسمية المعتمدة للشهور ({other}).", "«{found}» is not as the house names months ({other})."),
    }
    level = "warning"

    house_style = {"system": "months.system", "glyph": "months.glyph"}
    system: Literal["any", "gregorian", "levantine", "maghreb", "dual-gregorian", "dual-levantine"] = option(
        "any",
        ar="التسمية المعتمدة: gregorian يوليو، levantine تموز، maghreb جويلية، dual-gregorian يوليو/تموز، dual-levantine تموز/يوليو.",
        en="The system to use: gregorian يوليو, levantine تموز, maghreb جويلية, dual-gregorian يوليو/تموز, dual-levantine تموز/يوليو.",
    )
    glyph: Literal["any", "slash", "paren"] = option(
        "any", ar="ما يفصل بين الاسمين: slash يوليو/تموز أو paren يوليو (تموز).", en="What sets two names apart: slash, or paren."
    )
    dual_strict: bool = option(
        False, ar="يُبلَّغ عن الاسم المفرد في نص يجمع بين الاسمين.", en="Report single names in a text that writes pairs."
    )

    good = (
        "بدأ في 4 يوليو/تموز وينتهي في 9 أغسطس/آب.",
        "بدأ في 4 تموز (يوليو) قبيل ذكرى 11 سبتمبر.",
        "في 3 مارس ثم في 12 أبريل ثم في 5 ماي",
        "ولد في 12 غشت 1960 وعاد في سبتمبر 1985 وفي يونيو 1990",
        "من مايو أيار إلى نهاية يوليو تموز",
        "في 3 مايو - أيار",
        "في 9 نيسان\\أبريل",
        "وُلد رجب في شعبان، وقالت ماي إنها ستعود في 7 يونيو.",
        "في 3 أيلول التقى قادة قوى 14 آذار بشباب ثورة 25 يناير.",
        "مارس الرياضة في 3 حزيران، وآب إلى بيته.",
    )
    bad = {
        "افتتح المعرض في 3 يوليو، ويستمر حتى ⟦12 آب⟧ المقبل.": None,
        "غادر في 5 نيسان وعاد في 9 نيسان ثم سافر في ⟦3 مايو⟧.": None,
        "بدأ في 4 يوليو/تموز وتوقف في ⟦آب/أغسطس⟧ ثم استؤنف في سبتمبر/أيلول.": None,
        "بدأ في 4 يوليو/تموز وتوقف في ⟦أغسطس (آب)⟧ ثم استؤنف في سبتمبر/أيلول.": None,
        "من شهر يناير 2015 إلى شهر ⟦شباط⟧ 2016 ثم آخر أغسطس 2017": None,
        "وصل في 7 جويلية وغادر في ⟦9 يوليو⟧.": None,
        "وصل في 30 جوان ثم في ⟦12 يونيو⟧ وغادر في 7 أوت.": None,
    }
    cases = (
        Example("بدأ في 4 يوليو/تموز، وكان يوم ⟦11 سبتمبر⟧ حارا.", None, {"dual_strict": True}),
        Example("بدأ في ⟦4 تموز⟧ وتوقف في 5 مايو.", None, {"system": "gregorian"}),
        Example("بدأ في ⟦4 تموز⟧.", None, {"system": "gregorian"}),
        Example("بدأ في ⟦تموز/يوليو⟧.", None, {"system": "dual-gregorian"}),
        Example("بدأ في ⟦يوليو (تموز)⟧.", None, {"glyph": "slash"}),
        Example("بدأ في ٣ يُوليُو، ويستمر حتى ⟦١٢ آبَ⟧ المقبل."),
    )

    measured = Measured(
        2, 2, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "وهذا كل ما وُجد. وكانت القاعدة قبل أن تعرف «يوليو تموز» بلا علامة تخطئ في ثلاثين موضعا.",
            "All there were. Before it knew pairs without any sign, يوليو تموز, it was wrong at thirty places.",
        ),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The names of months."""
        return named()

    def check(self, document: Document) -> Iterator[Finding]:
        """Single names of several systems, then pairs that are not alike."""
        if self.system == self.glyph == "any" and not may_clash(frozenset(self.cues.held(document.vocabulary))):
            return
        found = list(mentions(document))
        single = [one for one in found if not one.order]
        pairs = [one for one in found if one.order]
        yield from self._single(document, single, pairs)
        wrong = {one.start for one in pairs if self.system in ("gregorian", "levantine", "maghreb")}
        for variant, key, wanted in (("order", _order, self.system.removeprefix("dual-")), ("glyph", _glyph, self.glyph)):
            for one, other in _deviant([pair for pair in pairs if pair.start not in wrong], key, wanted):
                wrong.add(one.start)
                yield self._found(document, one, other, variant, f"dual-{wanted}" if variant == "order" else wanted)

    def _single(self, document: Document, single: list[Mention], pairs: list[Mention]) -> Iterator[Finding]:
        if self.system in SYSTEMS:
            for one in (*single, *pairs):
                if one.order or self.system not in one.systems:
                    yield self._found(document, one, None, "", self.system)
            return
        if self.dual_strict and (pairs or self.system != "any"):
            for one in single:
                yield self._found(document, one, pairs[0] if pairs else None, "single", self.system)
            return
        if single:
            counts = {system: sum(system in one.systems for one in single) for system in SYSTEMS}
            # Of equally frequent ones the first.
            usual = max(single[0].systems + SYSTEMS, key=counts.__getitem__)
            other = next(one for one in single if usual in one.systems)
            yield from (self._found(document, one, other, "", usual) for one in single if usual not in one.systems)
            if usual == "maghreb":
                yield from (self._found(document, one, twin, "", usual) for one, twin in _twins(single))

    def _found(self, document: Document, one: Mention, other: Mention | None, variant: str, wanted: str) -> Finding:
        text = document.text
        found = text[one.start : one.end]
        if other is None and (name := name_in(wanted, one.number)):
            return self.found(one.start, one.end, variant="name", found=found, other=name)
        if other is None:
            return self.found(one.start, one.end, variant="house", found=found, other=_SAMPLES[wanted])
        shown = text[other.start : other.end]
        return self.found(
            one.start, one.end, variant=variant, related=[Related(other.start, other.end, _WHERE)], found=found, other=shown
        )


def _twins(single: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Names of months that the text calls by another name of the Maghreb too, each with one of that name. The most frequent one is kept,
    of equally frequent ones the one that is only used there (جوان, and not يونيو), then the first.
    """
    for number in dict.fromkeys(one.number for one in single):
        same = [one for one in single if one.number == number and "maghreb" in one.systems]
        names, own = [one.name for one in same], {one.name for one in same if one.systems == ("maghreb",)}
        if own and len(set(names)) > 1:
            kept = max(dict.fromkeys(names), key=lambda name: (names.count(name), name in own))
            twin = next(one for one in same if one.name == kept)
            yield from ((one, twin) for one in same if one.name != kept)


def _order(pair: Mention) -> str:
    return pair.order


def _glyph(pair: Mention) -> str:
    return pair.glyph


def _deviant(pairs: Sequence[Mention], key: Callable[[Mention], str], wanted: str) -> Iterator[tuple[Mention, Mention | None]]:
    """The pairs that are not as wanted, or not as most of them, of equally many as the first; each with one that is."""
    kinds = [key(pair) for pair in pairs]
    usual = wanted if wanted != "any" else max(dict.fromkeys(kinds), key=kinds.count, default="")
    other = next((pair for pair in pairs if key(pair) == usual), None)
    yield from ((pair, other if wanted == "any" else None) for pair in pairs if key(pair) != usual)
