"""anonymous-source: a source told said so."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile
from typing import Any

from arlint import Document, Example, Finding, Level, Measured, Rule, Text, Word, option
from arlint.arabic.clitics import NOUN_PREFIXES, StemTable
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.skeletons import hamza
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

from ._sentences import Sentences, block_text

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك")
_BEFORE, _AFTER = 4, 12
"""Words before and after the head among which the verb of saying stands."""
_RELAYED = 9
"""Words before عن among which the verb of relaying stands: `نقلت صحيفة … عن مصادر`."""
_LEARNT = 5
"""Words before من among which somebody learns something: `علمت الصحيفة من مصادر`."""
_MATTER = 6
"""Words after the head among which what flows from it is named: `مصادر أخرى للطاقة`."""
_BESIDE, _RANK = 2, 6
"""Words before and after an official among which the verb stands."""
_HOUSE = 7
"""Words after the head among which its institution is named."""
_OWN = regex(r"[ \u00a0]*[«“”\"(]")
"""A name in marks after the head is the paper's own: `مصادر «الأخبار»`."""
_STATION = 4
"""Words after the head, of which one is أن where they begin with the name of a station: `مصادر سكاي نيوز عربية أن`."""
_WITHOUT_HAMZA = ("empty", "weak", "placed", "institutions")
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت"))
_SEVERAL = frozenset(("عدة", "لعدة"))
_HAD = 3
"""Words after the head among which قد shows that it is not spoken of, but had spoken: `كانت مصادر محلية قد أكدت`."""
_OF, _OF_IT = frozenset("أن إن بأن لأن وأن وإن".split()), frozenset("أنه إنه أنها إنها بأنه بأنها لأنه لأنها".split())
_THAT = frozenset("أن إن بأن أنه إنه أنها إنها بأنه بأنها".split())
_SO = _THAT | frozenset("فإن فإنه فإنها فإنهم".split())
_STATEMENTS = frozenset(("بيان", "بلاغ", "البيان", "البلاغ"))
_ANSWERED = frozenset(("على", "عن", "حول", "بشأن", "صحة"))
_COLON = regex(r"[ \u00a0]*:[ \u00a0]+(?!http)\S")


class AnonymousSource(Rule):
    """خبر منسوب إلى «مصدر مطلع» أو «مصادر»: لا يعرف القارئ لماذا يصدقه. إن كان لا بد من حجب الاسم فليُذكر موقع المصدر وسبب حجب
    اسمه.

    الملاحظة تحذير إذا لم يُوصف المصدر، أو وُصف بما لا يفيد شيئا (مطلع، موثوق، خاص)؛ وهي اقتراح إذا وُصف وصفا عاما (أمني،
    دبلوماسي، سعودي) أو سُميت الجهة التي يعمل فيها. ولا يُبلَّغ عن «المصدر» معرفا لأنه يعود إلى سابق، ولا عن مصدر الدخل والقلق
    والطاقة، ولا عن مصدر ذُكر سبب حجب اسمه في فقرته أو التي بعدها (طلب عدم الكشف عن هويته)، ولا عن كلام بين علامتي تنصيص.
    والخيار officials يشمل من لا يُذكر منه إلا صفته: مسؤول، دبلوماسي، قيادي.

    News ascribed to «a well-informed source» or to «sources»: the reader cannot know why it should be believed. Where a name
    must be withheld, say where the source sits and why it is not named.

    It is a warning where nothing is said of the source, or nothing that means anything (مطلع, موثوق, خاص); a suggestion where
    it is described in general terms (أمني, دبلوماسي, سعودي) or its institution is named. Left alone are المصدر with the
    article, which refers back; sources of income, worry, energy; sources for whose silence a reason is given in the same
    paragraph or the next (طلب عدم الكشف عن هويته); and quoted words. The option `officials` adds people of whom only the rank
    is told: مسؤول, دبلوماسي, قيادي.
    """

    id = "anonymous-source"
    code = "ATT003"
    title = Text("مصدر مجهول", "Anonymous source")
    message = Text(
        "«{source}» مصدر مجهول؛ اذكر موقعه وسبب حجب اسمه.",
        "«{source}» is anonymous; say what the source is and why the name is withheld.",
    )
    messages = {
        "described": Text(
            "«{source}» بلا اسم؛ اذكر سبب حجب الاسم، أو سمّ صاحبه.",
            "«{source}» has no name; give the name, or the reason why it is withheld.",
        )
    }
    level = "warning"
    quoted = False

    measured = Measured(164, 164, 4338, "SaudiNewsNet, Jawhara, NTREX")

    require_reason: bool = option(
        True,
        ar="لا يُبلَّغ عن مصدر ذُكر سبب حجب اسمه؛ وإذا كانت قيمته false أُبلغ عن كل مصدر مجهول.",
        en="Sources for whose silence a reason is given are not reported; false reports every anonymous source.",
    )
    officials: bool = option(
        False,
        ar="الإبلاغ أيضا عمن لا يُذكر منه إلا صفته: مسؤول، دبلوماسي، قيادي، ضابط.",
        en="Also report people of whom only the rank is told: مسؤول, دبلوماسي, قيادي, ضابط.",
    )
    forbid: list[str] = option(
        [],
        ar="أوصاف تمنعها الدار، فيُحذَّر من المصدر الموصوف بها وإن ذُكر سبب حجب اسمه (مثل: مطلع).",
        en="Words that the house bans: a source described by them is a warning even if a reason is given (for example مطلع).",
    )

    good = (
        "قال مصدر مطلع طلب عدم الكشف عن هويته لأنه غير مخول بالتصريح إن العقد سيوقع.",
        "الزيتون مصدر دخل رئيسي، وتعددت مصادر الطاقة في القرية.",
        "وأكد المصدر أن القافلة وصلت.",
        "قال المدير إن الشمس مصدر للطاقة، وإن تنويع مصادر المياه واجب.",
        "قال الحارس: «أخبرني مصدر مطلع أن الباب سيغلق».",
        "قال مسؤول في البلدية إن الجسر مغلق.",
        "تبحث القرية عن مصادر أخرى للماء.",
        "يجب كشف مصادر التمويل، وكشف مصادر أموال الجمعية.",
        "جمع الباحث معلوماته من مصادر موثوقة.",
        "أكد المدير أن الأرشيف مصدر موثوق لتاريخ القرية.",
        "قال مصدر مطلع لم يشأ ذكر اسمه لأنه غير مخول إن العقد وقع.",
        "كشفت الشركة مصادر الشركة الأم، ومصادر الشرطة من الوقود محدودة.",
        "وقال مصدر رسمي في النقابة، في بيان، إن الإضراب مستمر.",
        "وقال المدير إنه سيرد على ما ذكرته مصادر مختلفة عن الصفقة.",
        "أعلنت الوزارة أنها تبحث عن مصادر عربية للقمح، وقال وكيلها إن لديه مصادر خاصة.",
        "قال الباحث عن الوثائق إنها مصادر مختلفة القيمة.",
    )
    bad = {
        "قال ⟦مصدر مطلع⟧ إن العقد سيوقع غدا.": None,
        "وقال ⟦مصدر مطلع⟧ إن التمويل متوفر لعامين.": None,
        "وذكرت ⟦مصادر⟧ أن القافلة وصلت إلى الميناء.": None,
        "وتنقل الإذاعة عن ⟦مصادر خاصة⟧ أن الجسر سيغلق.": None,
        "⟦مصدر⟧ في وزارة النقل قال إن الجسر سيغلق.": None,
        "ووفقا ⟦لمصادر موثوقة⟧ فإن السفينة غادرت.": None,
        "نقلت الإذاعة عن ⟦مصدر أمني⟧ قوله إن الطريق مقطوع.": None,
        "وكشف ⟦مصدر مقرب⟧ من المدير أن الجسر سيغلق.": None,
        "وعلمت الصحيفة من ⟦مصادر خاصة⟧ أن الجسر سيغلق.": None,
        "وأفاد ⟦مصدر امني⟧ بأن الطريق مقطوع.": None,
        "وقال ⟦مصدر أمنى⟧ إن الطريق مقطوع.": None,
        "وقالت ⟦مصادر⟧ لـ«الأخبار» إن الجسر سيغلق.": None,
        "كما أفادت ⟦مصادر⟧ بسقوط جزء من الجسر.": None,
        "وكشف ⟦مصدر⟧ هلالي مسؤول أن الصفقة تعثرت.": None,
        "وكانت ⟦مصادر⟧ قد أكدت أن القافلة وصلت.": None,
        "وكانت ⟦مصادر محلية⟧ قد أكدت أن القافلة وصلت.": None,
        "ونسبت الإذاعة إلى ⟦مصدر أمني⟧ قوله إن الطريق مقطوع.": None,
        "وكتبت الصحيفة نقلا عن ⟦مصادر⟧ قالت إن الصفقة تعثرت.": None,
        "ستعقد الجلسة غدا، وفقا لعدة ⟦مصادر⟧.": None,
        "وتؤكد ⟦مصادر مواكبة⟧ للملف أن العقبات ذللت.": None,
        "وقال ⟦مصدران⟧ لرويترز إن الصفقة تعثرت.": None,
        "ورجح ⟦مصدر برلماني⟧ أن تعقد الجلسة غدا.": None,
        "ورجحت ⟦مصادر وزارية⟧ صدور القرار غدا.": None,
        "وأكدت ⟦مصادرنا⟧ أن القرار وشيك.": None,
        "وطبقا ⟦لمصادر مطلعة⟧، فإن القرار وشيك.": None,
        "وتحدثت ⟦مصادر⟧ عن إغلاق الجسر.": None,
        "وكانت ⟦مصادر أمنية⟧ تحدثت أمس عن إغلاق الجسر.": None,
        "وتقول ⟦مصادر⟧ على صلة بالمفاوضات إن العقد جاهز.": None,
        "ونقلت الصحيفة عن ⟦مصادر⟧ بالطيران أن الرحلة ألغيت، وفقا لمعلومات من ⟦مصادر ملاحية⟧.": None,
        "وأفادت ⟦مصادر⟧ الشرطة بأن الجسر مغلق.": None,
        "وبحسب ⟦مصادر سورية⟧، لم يشأ الوزير السفر.": None,
        "ونفت ⟦مصادر⟧ ذلك، مؤكدة أن الجسر مفتوح.": None,
    }
    cases = (
        Example("قال ⟦مصدر⟧ في وزارة النقل إن الجسر سيغلق.", level="suggestion"),
        Example("وذكرت ⟦مصادر⟧ أن القافلة وصلت.", level="warning"),
        Example("وبحسب ⟦مصدر موثوق⟧، فإن اللجنة رفعت تقريرها.", level="warning"),
        Example("# ⟦مصادر مطلعة⟧: الصفقة تعثرت\n\nيعود الوفد غدا.", format="markdown", level="warning"),
        Example("# خبر\n\nمصادر: كتاب الأغاني، وتاريخ المدينة.", format="markdown"),
        Example("ورجح ⟦مصدر بريطاني⟧ أن تعقد الجلسة غدا.", level="suggestion"),
        Example("ونفت ⟦مصادر⟧ ذلك، مؤكدة أن الجسر مفتوح.", level="warning"),
        Example("وأكدت ⟦مصادر⟧ «الأخبار» أن القافلة وصلت.", level="suggestion"),
        Example("وأكدت ⟦مصادر⟧ سكاي نيوز عربية أن القافلة وصلت، وقالت ⟦مصادر⟧ الجزيرة إنها عادت.", level="suggestion"),
        Example("وقال الباحث إن مصادر العربية كثيرة، وإن النهر مصدر للجزيرة كلها."),
        Example("وذكرت ⟦مصادر⟧ أن مطار المدينة مغلق.", level="warning"),
        Example("لكن ⟦قياديا⟧ في الحركة قال للصحيفة إن القافلة لم تصل.", options={"officials": True}, level="suggestion"),
        Example("قال المسؤول إن القافلة لم تصل، وزار المعرض دبلوماسيون من بلاد كثيرة.", options={"officials": True}),
        Example("قال ⟦مصدر مطلع⟧ طلب عدم ذكر اسمه إن العقد وقع.", options={"forbid": ["مطلع"]}, level="warning"),
        Example("قال ⟦مصدر مطلع⟧ طلب عدم ذكر اسمه إن العقد وقع.", options={"require_reason": False}),
    )

    @cached_property
    def cues(self) -> Noticed[bool]:
        """What sources, and officials where they count, are called."""
        return these((_forms("heads") | _forms("officials")) if self.officials else _forms("heads"))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every source without a name."""
        near = _Near(document)
        for form in self.cues.among(document.vocabulary):
            official = form not in _forms("heads")
            for word in document.words_of(form):
                yield from self._judged(document, near, word, official)

    def _judged(self, document: Document, near: "_Near", head: Word, official: bool) -> Iterator[Finding]:
        qualifier = document.after(head)
        first = qualifier.form if qualifier else ""
        may_be_station = first in _words()["stations"]
        thing = not official and not may_be_station and _is_thing(first)
        if thing and not _institutions()[first]:
            return
        before, after = map(forms, near.sentences.around(head.start, head.end))
        if (thing and not (before and _tells(before[-1]))) or (may_be_station and not _is_station(before, after)):
            return
        if official and not _is_rank_alone(document, head, before, after):
            return
        if not official and not _speaks(before, after) and not _heads(document, head, qualifier):
            return
        own = may_be_station or _OWN.match(document.text, head.end) is not None
        level = "suggestion" if official else _level(first, before[-1:], after, own=own)
        if level is None:
            return
        end = qualifier.end if qualifier and not official and first in _words()["empty"] | _words()["weak"] else head.end
        source = document.text[head.start : end]
        if not set(forms(source)).isdisjoint(self.forbid):
            level = "warning"
        elif self.require_reason and near.reason_at(head.start):
            return
        yield self.found(head.start, end, level=level, variant="described" if level == "suggestion" else "", source=source)


class _Near:
    """What stands near a source in a document: its sentence, and the reason why it has no name."""

    def __init__(self, document: Document) -> None:
        self.sentences = Sentences(document)
        self._document = document
        self._reasons: dict[int, bool] = {}

    def reason_at(self, offset: int) -> bool:
        """Whether the paragraph at an offset, or the next one, gives a reason for withholding a name."""
        first = self._document.number_at(offset) or 0
        return any(self._gives_reason(number) for number in (first, first + 1) if number < len(self._document.blocks))

    @cached_property
    def _possible(self) -> list[str]:
        """The reasons of which all words occur."""
        vocabulary = self._document.vocabulary
        return [reason for reason, words in _reasons() if words <= vocabulary]

    def _gives_reason(self, number: int) -> bool:
        if number not in self._reasons:
            text = f" {' '.join(forms(block_text(self._document, number)))} " if self._possible else ""
            self._reasons[number] = any(f" {reason} " in text for reason in self._possible)
        return self._reasons[number]


def _heads(document: Document, head: Word, qualifier: Word | None) -> bool:
    """Whether a headline begins with the source and a colon: `مصادر: الصفقة تعثرت`."""
    end = qualifier.end if qualifier and qualifier.form in _words()["empty"] | _words()["weak"] else head.end
    return document.role_at(head.start) == "headline" and document.before(head) is None and _COLON.match(document.text, end) is not None


def _is_thing(qualifier: str) -> bool:
    """Whether the word after the head shows that nobody speaks: `مصدر الدخل`."""
    return qualifier in _words()["other_senses"] or (qualifier.startswith(("ال", "لل")) and qualifier != "الأمني")


def _is_station(before: list[str], after: list[str]) -> bool:
    """Whether العربية, الجزيرة and their like after the head are who reports: `أكدت مصادر العربية أن`, not `مصادر العربية كثيرة`."""
    return before[-1:] != [] and _tells(before[-1]) and not _THAT.isdisjoint(after[1:_STATION])


def _speaks(before: list[str], after: list[str]) -> bool:
    """Whether the head is somebody who says something, not the source of a river."""
    words = _words()
    last = before[-1] if before else ""
    if _is_predicate(before) or _is_known(before, after):
        return False
    if last in words["ascribing"]:
        # نقلت الوكالة عن مصادر, not بحث العالم عن مصادر.
        return last != "عن" or (any(map(_relays, before[-_RELAYED:])) and before[-2] not in words["sought"])
    if last == "من" and before[-2:-1] and before[-2] in words["information"]:
        return not words["ascribing"].isdisjoint(before[-3:-2])
    if last == "من" and any(form in words["learnt"] or form[1:] in words["learnt"] for form in before[-_LEARNT:]):
        return not _THAT.isdisjoint(after[:_AFTER])
    if last in _SEVERAL and not words["ascribing"].isdisjoint(before[-2:-1]):
        return True
    if last == "إلى" and any(map(_ascribes, before[-_RELAYED:])):
        return True
    told = last in _WAS and ("قد" in after[:_HAD] or any(map(_tells, after[: _HAD + 1])))
    flows = takewhile(lambda form: form not in _SO, after[:_MATTER])  # قال مصدر مطلع إن التمويل … tells of it
    if (not told and (last in words["about"] or last[1:] in words["about"])) or any(_matters()[form] for form in flows):
        return False
    return any(map(_says, before[-_BEFORE:])) or any(_says(form) or form in _THAT for form in after[:_AFTER])


def _is_predicate(before: list[str]) -> bool:
    """Whether the head says of somebody or something what it is: `إن الموقع مصدر موثوق`, `إنها مصادر مختلفة`."""
    if before[-1:] and before[-1] in _OF_IT:
        return True
    return len(before) > 1 and before[-1].startswith("ال") and before[-2] in _OF


def _is_known(before: list[str], after: list[str]) -> bool:
    """Whether what the source says stands in a statement (`قال مصدر في الوزارة في بيان إن …`), or is what somebody answers (`يرد على ما
    ذكرته مصادر`).
    """
    told = list(takewhile(lambda form: form not in _SO, after[:_AFTER]))
    stated = any(one == "في" and other in _STATEMENTS for one, other in pairwise(told))
    return stated or (before[-2:-1] == ["ما"] and not _ANSWERED.isdisjoint(before[-3:-2]))


def _is_rank_alone(document: Document, head: Word, before: list[str], after: list[str]) -> bool:
    """Whether an official speaks of whom only the rank is told: the verb stands beside, and what was said comes before any name
    could."""
    previous = document.before(head)
    if (before and previous is None) or (before[-1:] and before[-1] in _words()["no_rank"]) or after[:1] == [] or after[0].startswith("ال"):
        return False
    said = next((number for number, form in enumerate(after[:_AFTER]) if form in _THAT or _tells(form)), None)
    if said is None or not _words()["named"].isdisjoint(after[:said]):
        return False
    return any(map(_tells, before[-_BESIDE:])) or (said < _RANK and _tells(after[said]) and after[said][0] not in "وف")


def _tells(form: str) -> bool:
    one = saying(form)
    return one is not None and not one.weak and one.manner != "naming" and one.part in ("past", "present")


def _says(form: str) -> bool:
    one = saying(form)
    return one is not None and not one.weak and one.manner != "naming"


def _ascribes(form: str) -> bool:
    one = saying(form)
    return one is not None and one.lemma == "نسب"


def _relays(form: str) -> bool:
    one = saying(form)
    return one is not None and one.manner != "naming" and (one.part in ("past", "present") or one.lemma == "نقل")


def _level(qualifier: str, last: list[str], after: list[str], *, own: bool) -> Level | None:
    words = _words()
    if qualifier in words["told"] or _tells(qualifier) or (last and _tells(last[0]) and (qualifier == "عن" or _is_matter(qualifier))):
        return "warning"
    if qualifier.startswith("ال") or (qualifier == "على" and not words["near"].isdisjoint(after[1:2])):
        return "suggestion"
    if qualifier.startswith("بال") and last and last[0] in words["ascribing"]:
        return "suggestion"
    described = list(takewhile(lambda form: form not in _SO, after[:_HOUSE]))
    known = qualifier in words["empty"] or qualifier in words["weak"]
    pairs = zip(("", *described), described, strict=False)
    houses = (_institutions()[form] and (known or not before or form[0] == "ب" or before in words["placed"]) for before, form in pairs)
    if own or any(houses):
        return "suggestion"
    if not qualifier or qualifier in words["empty"] or qualifier in _THAT or qualifier in ("قوله", "قولها", "قولهم", "لم"):
        return "warning"
    # مصدر هلالي مسؤول: what follows an unknown word tells that it describes the source.
    narrowed = qualifier in words["weak"] or qualifier in words["placed"] or not (words["empty"] | words["weak"]).isdisjoint(after[1:2])
    return "suggestion" if narrowed else None


def _is_matter(qualifier: str) -> bool:
    """Whether a word after the head is what the source tells of: `أفادت مصادر بسقوط …`, and not `مصدر برلماني`."""
    words = _words()
    known = qualifier in words["placed"] or qualifier in words["empty"] or qualifier in words["weak"]
    return len(qualifier) > 4 and qualifier[0] == "ب" and not known and not _institutions()[qualifier]


@lru_cache(maxsize=2)
def _forms(key: str) -> frozenset[str]:
    return frozenset(f"{prefix}{head}" for head in _words()[key] for prefix in _PREFIXES)


@lru_cache(maxsize=1)
def _institutions() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["institutions"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _matters() -> StemTable[bool]:
    return StemTable(dict.fromkeys(_words()["matters"], True), NOUN_PREFIXES)


@lru_cache(maxsize=1)
def _reasons() -> list[tuple[str, frozenset[str]]]:
    return [(reason, frozenset(reason.split())) for reason in _words()["reasons"]]


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return lexicon(__file__, "anonymous_sources", _compiled, 2)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    lists = {key: frozenset(words) for key, words in table.items() if key != "version"}
    # Unedited copy leaves the hamza out, and dots: مصدر امني, مصدر أمنى.
    for key in _WITHOUT_HAMZA:
        words = lists[key] | frozenset(map(hamza, lists[key]))
        lists[key] = words | {f"{word[:-1]}ى" for word in words if word.endswith("ي")}
    return lists
