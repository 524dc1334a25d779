"""unknown-word: a word that no dictionary knows."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.clitics import NOUN_PREFIXES, NOUN_SUFFIXES, StemTable, nisba
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.remembered import Remembered
from arlint.arabic.words import forms

from ._dictionary import Dictionary, DictionaryError, dictionary
from ._names import learned
from ._slips import meant

_SHORTEST, _LONGEST = 3, 40
"""Letters of a word that is looked up: shorter ones are abbreviations and names of letters as often as words, longer ones no words."""

_OTHER_LETTER = regex("[^\u0621-\u063a\u0641-\u064a]")
"""A letter that Arabic words do not have: only names do."""

_LIST = "» / «"

_SERVANT = "عبدال"
"""عبدالعزيز: whether it is written as one word is the house's decision, and another rule's business."""

_EXAMPLE = {"dictionary": "example"}


class UnknownWord(Rule):
    """كلمة ليست في القاموس، والأرجح أنها خطأ طباعي: همزة ناقصة أو زائدة، أو نقطتان في آخر الكلمة، أو كلمتان بلا مسافة بينهما، أو حرف مكرر
    في كلمة معرفة، أو صورة مشوهة من كلمة في النص نفسه (وزراة وفيه وزارة). والإصلاح غير مأمون: يكتب الكلمة المرجحة.

    القاعدة اختيارية، وتحتاج إلى المكتبة chunspell (بالأمر: pip install "arlint[spell]") وإلى قاموس عربي لبرنامج Hunspell، كالذي تثبّته
    apt install hunspell-ar أو يأتي مع LibreOffice.

    الأسماء أكثر ما لا تعرفه القواميس، فيتعلمها arlint من النص: لا يُبلَّغ عن كلمة مجهولة ترد ثلاث مرات، ولا عما يلي لقبا أو نوع مكان أو
    هيئة (الرئيس، السيد، مدينة، شركة) أو صفة نسبة مثل «الفرنسي»، ولا عن كلمتين مجهولتين متجاورتين، ولا عما بعده كتابته اللاتينية، ولا عما
    في سطر المكان. ولا يُبلَّغ عما داخل الاقتباس، ولا عن صيغ مفردات الدار بما يتصل بها، ولا عما تبلّغ عنه قواعد الإملاء الأخرى.

    بالخيار every: true يُبلَّغ أيضا عن كل كلمة مجهولة لا يُعرف المراد بها، وأكثرها أسماء؛ وعندها يذكر الخيار suggestions ما
    يقترحه القاموس، ويستغرق ذلك خُمس ثانية للكلمة الواحدة.

    A word that the dictionary does not know, and that a usual slip explains: a hamza left out or one too many, two dots at the end, two
    words without a blank, a letter twice in a word with ال, or a word of the same text with a letter out of place. The fix is unsafe: it
    writes the word that was probably meant.

    The rule is optional; it needs the library chunspell (`pip install "arlint[spell]"`) and an Arabic Hunspell dictionary, as
    `apt install hunspell-ar` installs it or LibreOffice brings it.

    Names are what dictionaries know least, so they are learned from the text: not reported are an unknown word that occurs three times,
    what follows a title or a kind of place or body (الرئيس, السيد, مدينة, شركة) or an adjective such as الفرنسي, two unknown words side
    by side, a word before its own letters in Latin script, and what stands in a dateline. Words inside quotations are left alone, and
    so are the forms of the house vocabulary with whatever is attached to them, and what other spelling rules report.

    With `every: true` all other unknown words are reported too, most of them names; the option `suggestions` then tells what
    the dictionary proposes, at a fifth of a second a word.
    """

    id = "unknown-word"
    code = "DIC001"
    title = Text("كلمة ليست في القاموس", "Unknown word")
    message = Text("«{word}» ليست في القاموس؛ لعل المراد «{near}».", "«{word}» is not in the dictionary; perhaps «{near}» is meant.")
    messages = {
        "unknown": Text(
            "«{word}» ليست في القاموس؛ صحّحها، أو أضفها إلى مفردات الدار إن كانت صحيحة.",
            "«{word}» is not in the dictionary; correct it, or add it to the house vocabulary if it is right.",
        ),
        "proposed": Text("«{word}» ليست في القاموس، وهو يقترح «{near}».", "«{word}» is not in the dictionary, which proposes «{near}»."),
    }
    level = "suggestion"
    default = False
    quoted = False
    yields_to = (
        "initial-hamza", "wasl-hamza", "final-yeh", "teh-marbuta", "glued-words", "invalid-tanwin", "separate-waw", "stretched-letters",
        "inconsistent-spelling", "house-spelling", "common-misspelling",
    )  # fmt: skip

    house_style = {"vocabulary": "vocabulary"}
    dictionary: str = option(
        "ar",
        ar="اسم قاموس Hunspell في المجلدات المعتادة، أو مسار ملف dic (فيه /).",
        en="Name of a Hunspell dictionary in the usual folders, or the path of a dic file (with a /).",
        path=True,
    )
    known: list[str] = option([], ar="كلمات أخرى صحيحة.", en="Further words that are right.")
    vocabulary: dict[str, str] = option(
        {}, ar="صيغ معتمدة مع أسبابها؛ تأتي من إعداد vocabulary.", en="Preferred forms and why; they come from the setting vocabulary."
    )
    times: int = option(3, ar="كم مرة ترد الكلمة المجهولة حتى تُعد اسما.", en="How many times make an unknown word a name.")
    every: bool = option(
        False, ar="الإبلاغ أيضا عن كل كلمة مجهولة لا يُعرف المراد بها.", en="Report also unknown words that no usual slip explains."
    )
    suggestions: int = option(
        0, ar="أكثر ما يُذكر من اقتراحات القاموس مع every؛ 0 يعني لا شيء.", en="How many proposals to tell with `every`; 0: none."
    )

    cases = (
        Example("حضر ⟦الاجتماغ⟧ قرب قاعة الاجتماع.", "حضر الاجتماع قرب قاعة الاجتماع.", _EXAMPLE),
        Example("حضر من ⟦مدرسه⟧ قرب النهر.", "حضر من مدرسة قرب النهر.", _EXAMPLE),
        Example("حضر ⟦الاجتمااع⟧ أمس.", "حضر الاجتماع أمس.", _EXAMPLE),
        Example("وصل ⟦الى⟧ قرية، وحضر ⟦امس⟧ إلى بيت.", "وصل إلى قرية، وحضر أمس إلى بيت.", _EXAMPLE),
        Example("حضر من ⟦المدرسةالتركية⟧ أمس.", "حضر من المدرسة التركية أمس.", _EXAMPLE),
        Example("وصل من ⟦مابين⟧ القرار والخبر.", "وصل من ما بين القرار والخبر.", _EXAMPLE),
        Example("قال وزير إن الوزير وصل إلى ⟦المدنية⟧ قرب المدينة.", "قال وزير إن الوزير وصل إلى المدينة قرب المدينة.", _EXAMPLE),
        Example("حضر ⟦مسؤلون⟧ من المدينة، وكان مسؤولون في المطار.", "حضر مسؤولون من المدينة، وكان مسؤولون في المطار.", _EXAMPLE),
        Example("وصل إلى الجمارك.", None, _EXAMPLE),
        Example("وصل إلى ⟦الجمارك⟧.", None, {**_EXAMPLE, "every": True}),
        Example("وصل إلى ⟦المطاار⟧ أمس.", None, {**_EXAMPLE, "every": True, "suggestions": 1}),
        Example("وصل إلى الجمارك.", None, {**_EXAMPLE, "every": True, "known": ["جمارك"]}),
        Example("افتتح التجارة مع بوتسوانا.", None, {**_EXAMPLE, "every": True, "vocabulary": {"بوتسوانا": ""}}),
        Example("وصل وفد إلى المدينة، وافتتح الوزير مدرسة.", None, {**_EXAMPLE, "every": True}),
        Example("وصل الوَفْد إلى المدينـــة.", None, {**_EXAMPLE, "every": True}),
        Example("وصل الوزير التركي جانداروغلو، وقال لجانداروغلو مدير المدرسة.", None, {**_EXAMPLE, "every": True}),
        Example("قرب قرية كفرنبودة جسر، وفي كفرنبودة مدرسة.", None, {**_EXAMPLE, "every": True}),
        Example("وصل إلى بغدادا، وافتتح في بغدادا مدرسة، وكان قرب بغدادا نهر.", None, {**_EXAMPLE, "every": True}),
        Example("وصل إلى هلموند (Helmond) أمس.", None, {**_EXAMPLE, "every": True}),
        Example("حضر الوزير وابن الطقطقى أمس.", None, {**_EXAMPLE, "every": True}),
        Example("حضر فرانشيسكو ديلابورتا أمس.", None, {**_EXAMPLE, "every": True}),
        Example("وصل إلى المدينة. قال: «وصل إلى المدنية».", None, _EXAMPLE),
    )

    measured = Measured(
        45, 50, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "بقاموس Ayaspell 3.2، وإلى جانب قواعد الإملاء الأخرى؛ الباقية أسماء وصيغ صحيحة لا يعرفها القاموس. بالخيار every يصح نحو الخُمس.",
            "With Ayaspell 3.2, beside the other spelling rules; the rest are names and right words that it lacks. With `every` about a "
            "fifth is right.",
        ),
    )  # fmt: skip

    def lacking(self) -> Text | None:
        """The library or the dictionary."""
        try:
            dictionary(self.dictionary)
        except DictionaryError as error:
            return error.message
        return None

    def check(self, document: Document) -> Iterator[Finding]:
        """Every occurrence of a word that is unknown and no name."""
        unknown = {form for form in document.vocabulary if not self._judged[form]}
        if not unknown:
            return
        for form in sorted(unknown - learned(document, unknown, self.times)):
            near = meant(form, self._words, document.vocabulary)
            for word in document.words_of(form) if near or self.every else ():
                yield self._found(word, near)

    def _found(self, word: Word, near: Sequence[str]) -> Finding:
        start, end = word.start, word.end
        if near:
            edits = (Edit(start, end, near[0]),) if len(near) == 1 else ()
            return self.found(start, end, *edits, safe=False, word=word.form, near=_LIST.join(near))
        proposed = self._proposed[word.form]
        return self.found(start, end, word=word.form, near=proposed, variant="proposed" if proposed else "unknown")

    @cached_property
    def _words(self) -> Dictionary:
        return dictionary(self.dictionary)

    @cached_property
    def _judged(self) -> Remembered[bool]:
        """Whether each form is known."""
        return Remembered(self._is_known)

    @cached_property
    def _proposed(self) -> Remembered[str]:
        """The proposals for each form."""
        return Remembered(lambda form: _LIST.join(self._words.near(form)[: self.suggestions]) if self.suggestions else "")

    @cached_property
    def _house(self) -> StemTable[bool]:
        """Words that are right here whatever the dictionary says."""
        named = (form for text in (*_modern(), *self.known, *self.vocabulary) for word in forms(text) for form in nisba(word))
        return StemTable(dict.fromkeys(named, True), NOUN_PREFIXES, NOUN_SUFFIXES)

    @cached_property
    def _parts(self) -> StemTable[bool]:
        """Words of the dictionary after particles that its own rules do not attach to them: `للكوميديا`, `بالألبوم`."""
        return StemTable(_Stems(self._words.__contains__))

    def _is_known(self, form: str) -> bool:
        if not _SHORTEST <= len(form) <= _LONGEST or form in self._words or _OTHER_LETTER.search(form) or _SERVANT in form:
            return True
        return bool(self._house[form] or self._parts[form])


@lru_cache(maxsize=1)
def _modern() -> tuple[str, ...]:
    return lexicon(__file__, "modern", _compiled)


def _compiled(table: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(word for lines in table.values() for line in lines for word in line.split())


class _Stems(Remembered[bool]):
    """The words of a dictionary as a table, which fills as it is asked."""

    def __contains__(self, stem: object) -> bool:
        return isinstance(stem, str) and len(stem) >= _SHORTEST and self[stem]
