"""loaded-term: a word that judges, in the newsroom's own voice."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Literal

from arlint import Document, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.attribution import attributed
from arlint.arabic.clitics import NOUN_PREFIXES, StemTable
from arlint.arabic.lexicon import lexicon
from arlint.arabic.speech import saying
from arlint.arabic.words import forms

_JOINED = "وفبل"
_TELLING = frozenset("قال أعلن ذكر أضاف أوضح أكد أفاد صرح نفى".split())
"""Verbs whose object is no person: who stands right behind them speaks."""
_MEANWHILE = frozenset("في وقت سابق لاحق أمس اليوم أيضا".split())
"""Words that may part a verb from who speaks."""
_ACTORS = ("جيش", "قوات", "النظام", "نظام", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "الانقلابيون", "إرهابيون", "الإرهابيون", "مرتزقة")
Entry = tuple[tuple[str, ...], str, str, tuple[str, ...], tuple[str, ...]]
"""The words of a term, what to write instead in Arabic and in English, and the neighbours that it may not have."""


@lru_cache(maxsize=1)
def _profiles() -> Mapping[str, Sequence[Entry]]:
    return lexicon(__file__, "loaded_terms", _compiled)


def _compiled(table: Any) -> dict[str, list[Entry]]:
    return {name: [entry for one in entries for entry in _entries(one)] for name, entries in table["profiles"].items()}


def _entries(one: Any) -> Iterator[Entry]:
    neighbours = tuple(one.get("not_after", ())), tuple(one.get("not_before", ()))
    for form in one["forms"]:
        yield tuple(form.split()), one["instead"]["ar"], one["instead"]["en"], *neighbours


class LoadedTerm(Rule):
    """لفظ يحمل حكما أو انحيازا على لسان غرفة الأخبار: «إرهابيون»، «شهداء»، «جيش النظام». لا يُبلَّغ عما كان داخل اقتباس، ولا عما نُسب في
    جملته إلى قائل غير المسمى به (أعلن جيش النظام)، ولا عن الأسماء مثل «شارع الشهداء». القاعدة اختيارية لأن لكل دار حدودها:
    القائمة neutral للأخبار، وpeople للأشخاص، ولك أن تضيف ألفاظا في terms. ولا إصلاح آليا.

    A word that judges or takes a side in the newsroom's own voice: «إرهابيون», «شهداء», «جيش النظام». Quotations are left alone, and so
    are words that somebody in the same sentence owns, other than who is called so (أعلن جيش النظام), and names such as
    «شارع الشهداء». The rule is optional, since every house draws the line elsewhere: `neutral` is a list for news, `people` one for
    persons, and `terms` adds words of your own. There is no fix.
    """

    id = "loaded-term"
    code = "STY003"
    title = Text("لفظ غير محايد", "Loaded term")
    message = Text(
        "«{term}» لفظ غير محايد؛ {instead_ar}، أو انسب اللفظ إلى قائله.",
        "«{term}» is a loaded term; {instead_en}, or attribute it.",
    )
    level = "warning"
    default = False
    quoted = False

    profile: Literal["neutral", "people"] = option("neutral", ar="القائمة: neutral أو people.", en="The list: neutral or people.")
    terms: dict[str, str] = option({}, ar="ألفاظ أخرى وبدائلها: «اللفظ: البديل».", en="Further terms, each with what to write instead.")
    allow_attributed: bool = option(
        True, ar="يُقبل اللفظ إن نُسب في جملته إلى قائل.", en="Accept a term that its sentence attributes to somebody."
    )

    good = (
        'وصفت الوزارة منفذي الهجوم بأنهم "إرهابيون".',
        "قالت الوزارة إن إرهابيين قتلوا ثلاثة جنود.",
        "وصل إلى شارع الشهداء وميدان الشهداء، ثم زار مركز مكافحة الإرهاب.",
        "استشهد الكاتب بقول قديم.",
        "وأضاف أن جيش النظام انسحب، وأعلن استشهاد خمسة جنود.",
    )
    bad = {
        "قتل ⟦إرهابيون⟧ ثلاثة جنود.": None,
        "فر ⟦الإرهابيان⟧ من السجن.": None,
        "سيطر ⟦جيش النظام⟧ على البلدة.": None,
        "سقط ⟦شهداء⟧ في القصف.": None,
        "وأعلن في وقت سابق ⟦جيش النظام⟧ وقف العمليات.": None,
        "تقدم ⟦وجيش النظام⟧ في البلدة.": None,
    }
    cases = (
        Example("وصل ⟦معاقون⟧ إلى الملعب.", None, {"profile": "people"}),
        Example("هاجم ⟦الأوباش⟧ المبنى.", None, {"terms": {"الأوبَاش": "محتجون", "": "شيء"}}),
        Example("قالت الوزارة إن ⟦إرهابيين⟧ قتلوا ثلاثة جنود.", None, {"allow_attributed": False}),
    )

    measured = Measured(
        38, 40, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والباقيتان دعاء وبيت شعر.", "The others stand in a prayer and in a line of verse."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every term that nobody owns."""
        for form in sorted(filter(self._stems.__getitem__, document.vocabulary)):
            for word in document.words_of(form):
                for reading in self._stems[form]:
                    last, entry = self._term(document, word, reading.entry)
                    if entry and not (self.allow_attributed and _owned(document, word)):
                        term = document.text[word.start : last.end]
                        yield self.found(word.start, last.end, term=term, instead_ar=entry[1], instead_en=entry[2])
                        break

    @cached_property
    def _stems(self) -> StemTable[list[Entry]]:
        terms = [(tuple(forms(term)), instead) for term, instead in self.terms.items()]
        own = [(words, f"اكتب «{instead}»", f"write «{instead}»", (), ()) for words, instead in terms if words]
        stems: dict[str, list[Entry]] = {}
        for entry in sorted((*_profiles()[self.profile], *own), key=lambda entry: -len(entry[0])):
            stems.setdefault(entry[0][0], []).append(entry)
        return StemTable(stems, NOUN_PREFIXES)

    def _term(self, document: Document, first: Word, entries: Sequence[Entry]) -> tuple[Word, Entry | None]:
        """The last word and the entry of the longest term that begins here; None for a name or another sense."""
        for entry in entries:
            if last := document.followed(first, entry[0][1:]):
                before, after = document.before(first), document.after(last)
                other = (before and _among(before.form, entry[3])) or (after and _among(after.form, entry[4]))
                return last, None if other else entry
        return first, None


def _among(form: str, neighbours: Sequence[str]) -> bool:
    forms = (form, form[1:]) if form[:1] in _JOINED else (form,)
    return any(form.startswith(one[:-1]) if one.endswith("*") else form == one for form in forms for one in neighbours)


def _owned(document: Document, word: Word) -> bool:
    """Whether the sentence of a word names somebody who says so."""
    paragraph = document.paragraph_at(word.start)
    sentence = next((one for one in document.sentences_of(paragraph) if one.start <= word.start < one.end), None) if paragraph else None
    if sentence is None:
        return False
    told = _telling(document, word)
    start = sentence.start if told is None else told.end
    return attributed(document.outline[start : sentence.end], documents=False)


def _telling(document: Document, word: Word) -> Word | None:
    """The verb by which those speak whom the word names: أعلن جيش النظام. Nobody but the newsroom calls them so."""
    if not word.form.endswith(_ACTORS):
        return None
    before = document.before(word)
    while before and before.form in _MEANWHILE:
        before = document.before(before)
    one = saying(before.form) if before else None
    return before if one and one.lemma in _TELLING and one.part in ("past", "present") else None
