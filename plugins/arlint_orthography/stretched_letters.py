"""stretched-letters: مبرووووك."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.fresh import Fresh
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.noticed import Noticed

_THRICE = regex(f"([{LETTER}])\\1\\1+")
_VERBS_IN_TT = regex("[وفسل]{0,2}(?:تتت(?:بع|ابع|ال[ىيو]|وج|لمذ|طلب)|ت?(?:ش|ف|ب)تتت(?:ا|ها|هم|هن|هما|ه|نا|ني)?$)")
_LONG = "اوي"  # لاااا is a stretched لا, but وهههه a joined و
_JOINED_WAW = regex("ووو[^و]")
_TWICE_THE = "لللي"
"""A ل too many before a word with ال (للليل) is a common misspelling, and another rule's business."""


class StretchedLetters(Rule):
    """حرف مكرر ثلاث مرات فأكثر داخل كلمة: «مبرووووك»، «المدرررسة»؛ إما تمطيط على طريقة مواقع التواصل، وإما مفتاح علق عند الكتابة. ولا إصلاح
    آليا: لا يُعرف كم مرة يُكتب الحرف.

    لا يُبلَّغ عما كان داخل اقتباس، ولا عن فعل تتابعت فيه التاءات (تتتبع)، ولا عن واو عطف قبل كلمة أولها واوان، ولا عن كلمة كلها حرف
    واحد (هههه)، ولا عن الأسماء المذكورة في الخيار allow.

    A letter three times or more in a row within a word: مبرووووك, المدرررسة. It is either the stretching of social media or a key that
    stuck. There is no fix, since nobody can tell how often the letter belongs there.

    Left alone are quotations, verbs in which three ت meet (تتتبع), a joined و before a word in وو, words of one letter (هههه) and the
    names in the option `allow`.
    """

    id = "stretched-letters"
    code = "ORT008"
    title = Text("حروف مكررة", "Stretched letters")
    message = Text(
        "الحرف «{letter}» مكتوب {count:times} متتالية في «{word}»؛ صحّح الكلمة.",
        "«{letter}» stands {count:times} in a row in «{word}»; correct the word.",
    )
    level = "suggestion"
    quoted = False
    yields_to = ("common-misspelling", "glued-words")

    allow: list[str] = option(
        ["كووورة"], ar="أسماء تُكتب هكذا، ويصح أن تسبقها حروف متصلة.", en="Names that are written so; particles may stand before them."
    )

    good = (
        "موقع كووورة الرياضي",
        '"ياااا رب" هتف المشجعون.',
        "تتتبع الشركة مسار الشحنات وستتتابع الأخبار، والطلقات تتتالى وتفتتت الصخور وتشتتت الجهود، وشتتت الحرب شملهم.",
        "بورصة لندن ووول ستريت",
        "ضحك الجميع هههههه وهههه للليل.",
    )
    bad = {
        "الخبر ⟦كبييييير⟧ جدا.": None,
        "⟦مبرووووك⟧ للفريق، ⟦ولاااا⟧ للهزيمة ⟦ياااا⟧ رجال.": None,
        "كتب الموقع: ⟦شكرااااا⟧ للجمهور.": None,
        "زار ⟦المدرررسة⟧ أمس.": None,
        "⟦جِـدّاااا⟧": None,
    }
    cases = (Example("⟦كووورة⟧ وهااام", options={"allow": ["هااام"]}),)

    measured = Measured(
        5, 5, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[str]:
        """Words with a letter three times."""
        return _stretched()

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word with a letter three times in a row."""
        for form in _stretched().among(document.vocabulary):
            if any(name in form for name in self.allow if name):
                continue
            run = _stretched()[form]
            for word in document.words_of(form):
                yield self.found(word.start, word.end, letter=run[0], count=len(run), word=form)


@lru_cache(maxsize=1)
def _stretched() -> Noticed[str]:
    return Noticed(_with_run, _run)


def _with_run(fresh: Fresh) -> Iterable[str]:
    """The forms that may hold a run: none, mostly, where they are searched all together."""
    return fresh.forms if _THRICE.search(fresh.lines) else ()


def _run(form: str) -> str:
    """The letter as often as it is repeated; empty where it may be."""
    match = _THRICE.search(form)
    if not match or form.startswith(_TWICE_THE) or _VERBS_IN_TT.match(form):
        return ""
    if match.group() == form or (match.group() == form[1:] and form[1] not in _LONG):
        return ""
    if match.start() == 0 and _JOINED_WAW.match(form):
        return ""
    return match.group()
