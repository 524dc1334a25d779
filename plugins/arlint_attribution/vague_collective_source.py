"""vague-collective-source: observers believe; which ones?"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.speech import saying, tells
from arlint.arabic.words import forms

from ._sentences import Sentences

_PREFIXES = ("", "و", "ف", "ب", "ل")
_THAT = frozenset("أن إن بأن أنه إنه أنها إنها بأنه بأنها".split())
_SAID = 2
"""Words after البعض and كثيرون among which أن shows that they say something: `كما يفعل البعض` does not."""
_BESIDE = 2
"""Words before the crowd, and after it, among which the verb of saying stands."""


class VagueCollectiveSource(Rule):
    """كلام منسوب إلى جماعة لا عدد لها ولا اسم: «يرى مراقبون»، «قال محللون»، «ذكرت وسائل إعلام». كثيرا ما يكون المراقب هو الكاتب
    نفسه. اذكر اسما أو جهة، أو قل كم هم وأين.

    لا يُبلَّغ إلا إذا جاور الجماعة فعل قول، ولا يُبلَّغ عما خُصص ببلد أو جهة (وسائل إعلام تركية، محللون في البنك) ما لم يُطلب
    ذلك بالخيار strict، ولا عما سبقه عدد، ولا عن كلام بين علامتي تنصيص.

    Words ascribed to a crowd without number or name: يرى مراقبون, قال محللون, ذكرت وسائل إعلام. The observer is often the
    writer. Give a name or an institution, or say how many they are and where.

    It speaks only where a verb of saying stands beside the crowd. Crowds of a country or an institution (وسائل إعلام تركية, محللون في
    البنك) are left alone unless the option `strict` is set; counted ones and quoted words always are.
    """

    id = "vague-collective-source"
    code = "ATT005"
    title = Text("مصدر جماعي مبهم", "Vague collective source")
    message = Text(
        "«{source}» مصدر مبهم؛ اذكر اسما أو جهة، أو قل كم هم وأين.",
        "«{source}» is vague; give a name or an institution, or say how many they are and where.",
    )
    level = "suggestion"
    default = False
    quoted = False

    measured = Measured(36, 40, 4338, "SaudiNewsNet, Jawhara, NTREX")

    strict: bool = option(
        False,
        ar="الإبلاغ أيضا عن الجماعات المخصصة ببلد أو جهة: وسائل إعلام تركية.",
        en="Also report crowds of a country or an institution: وسائل إعلام تركية.",
    )

    good = (
        "قالت وسائل إعلام فرنسية إن الوزير استقال.",
        "أرسلت المنظمة مراقبين إلى المدينة.",
        "قال ثلاثة محللين في مصرف كبير إن الأسعار سترتفع.",
        "قالت المديرة: «يرى مراقبون أن الاتفاق هش».",
        "ذكرت الوزارة أن بين الحاضرين خبراء في الزراعة.",
        "لم يغضب المدرب كما توقع البعض.",
        "دعت شبكة مراقبون إلى تأجيل الانتخابات.",
        "سألته عن الأمر، وكان البعض يهرب من أن يكون مسؤولا.",
    )
    bad = {
        "ويرى ⟦مراقبون⟧ أن الاتفاق لن يصمد.": None,
        "قال ⟦محللون⟧ إن الأسعار سترتفع.": None,
        "وذكرت ⟦وسائل إعلام⟧ أن الوزير استقال.": None,
        "وأكد ⟦شهود عيان⟧ أن الحريق بدأ فجرا.": None,
        "⟦خبراء⟧ يحذرون من موجة حر.": None,
        "وحذر ⟦خبراء⟧ من موجة حر.": None,
        "ووصف ⟦محللون⟧ الخطوة بأنها متسرعة.": None,
        "ونقلت ⟦وسائل إعلام⟧ عن الوزير قوله إن الحدود مغلقة.": None,
    }
    cases = (Example("قالت ⟦وسائل إعلام⟧ فرنسية إن الوزير استقال.", options={"strict": True}),)

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The first words of crowds."""
        return these(_starts())

    def check(self, document: Document) -> Iterator[Finding]:
        """Every crowd that says something."""
        crowds = _table()["collectives"]
        sentences = Sentences(document)
        for form in self.cues.among(document.vocabulary):
            for word in document.words_of(form):
                last = _last(document, word, crowds[form] if form in crowds else crowds[form[1:]])
                if last and self._speaks(last.form, *map(forms, sentences.around(word.start, last.end))):
                    yield self.found(word.start, last.end, source=document.text[word.start : last.end])

    def _speaks(self, crowd: str, before: list[str], after: list[str]) -> bool:
        table, following = _table(), after[:1]
        if before[-1:] and before[-1] in table["spoken_of"]:
            return False
        narrowed = following and (following[0] in table["named_by"] or _narrows(crowd, following[0]))
        if narrowed and not self.strict and not (following[0] == "من" and _warns(before[-1:])):
            return False
        if crowd in table["loose"] and _THAT.isdisjoint(after[:_SAID]):
            return False
        if before[-1:] and following == ["عن"] and _relays(before[-1]):
            return True
        return any(map(tells, before[-_BESIDE:])) or any(tells(form) and form[0] not in "وف" for form in after[:_BESIDE])


def _warns(before: list[str]) -> bool:
    """Whether the verb before a crowd is one of warning: in `حذر خبراء من الجفاف` the preposition belongs to it."""
    one = saying(before[0]) if before else None
    return one is not None and one.lemma == "حذر"


def _relays(form: str) -> bool:
    """Whether a verb hands on what another has said: نقلت وسائل إعلام عن الوزير."""
    one = saying(form)
    return one is not None and one.lemma == "نقل" and one.part == "past"


def _narrows(crowd: str, form: str) -> bool:
    """Whether a word after the crowd says which one it is: a name with ال, which no plural in ون takes (وصف محللون الخطوة), or an adjective
    of relation.
    """
    if form.startswith("ال") and not crowd.endswith(("ون", "ين")):
        return True
    return form.startswith(("لل", "بال")) or (len(form) > 4 and form.endswith(("ية", "يون", "يين")) and saying(form) is None)


def _last(document: Document, word: Word, phrases: tuple[tuple[str, ...], ...]) -> Word | None:
    """The last word of the longest phrase that the word begins."""
    return next((last for rest in phrases if (last := document.followed(word, rest))), None)


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    return frozenset(f"{prefix}{stem}" for stem in _table()["collectives"] for prefix in _PREFIXES)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return lexicon(__file__, "collectives", _compiled)


def _compiled(table: Any) -> dict[str, Any]:
    crowds: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in table["collectives"]:
        first, *rest = phrase.split()
        crowds[first] = tuple(sorted((*crowds.get(first, ()), tuple(rest)), key=len, reverse=True))
    return {"collectives": crowds, **{key: frozenset(table[key]) for key in ("loose", "named_by", "spoken_of")}}
