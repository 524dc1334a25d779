"""house-spelling: a word spelled otherwise than the house spells it."""

import re
from collections.abc import Iterator
from functools import cached_property

from arlint import Document, Edit, Example, Finding, Rule, Text, Word, option
from arlint.arabic.clitics import NOUN_PREFIXES, Reading, StemTable, carried
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.replaced import is_replaced
from arlint.arabic.respelling import respelling
from arlint.arabic.words import forms

from ._house import G_LETTER, HAMZA_MEDIAL, HOUSE_STYLE, VARIANTS, GLetter, HamzaMedial, house, unknown
from ._house_tests import failed
from ._occurrences import apart, occurrences
from ._replaced import mistake
from ._sieve import Sieve
from ._variant_groups import groups, variant

_CLITICS = "|".join(sorted(filter(None, NOUN_PREFIXES), key=len, reverse=True))

_NO_WORD = these(frozenset())


class HouseSpelling(Rule):
    """كلمة كُتبت على غير ما في دليل أسلوب الدار، ولو كانت كتابتها موحدة في النص. والقاعدة صامتة ما لم يُكتب الدليل في الإعدادات تحت
    house_style.

    تُحدد الصيغ بأربعة مفاتيح: variants صيغة مجموعة من جدول الصيغ ({america: أميركا, google: غوغل})، وg_letter حرف الجيم الأعجمية في الجدول
    كله (غوغل أو جوجل)، وhamza_medial الهمزة في مسؤول وشؤون وأخواتهما (مسئول وشئون)، وwords كلمات للدار وحدها ({تويتر: إكس}). وما سُمي في
    variants مقدم على الحروف. والإصلاح يُبقي ما اتصل بالكلمة وتصريفها (الأمريكية ← الأميركية).

    A word that is spelled otherwise than the style guide of the house spells it, even if the text is consistent in itself. The rule is
    silent until the guide is written down in the configuration, under `house_style`.

    Four keys say how words are spelled: `variants` the form of a group of the table of variants ({america: أميركا, google: غوغل}),
    `g_letter` the letter for a foreign g in the whole table (غوغل or جوجل), `hamza_medial` the hamza of مسؤول, شؤون and their like
    (مسئول, شئون), and `words` words of the house alone ({تويتر: إكس}). What `variants` names wins over the letters. The fix keeps what is
    attached to the word and its inflection (الأمريكية → الأميركية).
    """

    id = "house-spelling"
    code = "SPL004"
    title = Text("كتابة تخالف دليل الأسلوب", "Spelling against house style")
    message = Text("المعتمد في دليل الأسلوب «{right}».", "The house style spells it «{right}».")
    level = "error"
    yields_to = ("common-misspelling", "glued-words")

    house_style = {**HOUSE_STYLE, "words": "words", "tests": "tests"}
    variants: dict[str, str] = option({}, ar=VARIANTS.ar, en=VARIANTS.en)
    words: dict[str, str] = option({}, ar="كلمات تُستبدل: «الخطأ: الصواب».", en="Words to replace, wrong: right.")
    g_letter: GLetter = option("", ar=G_LETTER.ar, en=G_LETTER.en)
    hamza_medial: HamzaMedial = option("", ar=HAMZA_MEDIAL.ar, en=HAMZA_MEDIAL.en)
    tests: dict[str, str] = option(
        {}, ar="اختبارات قوائم الدار بمواضعها؛ تأتي من إعداد vocabulary.", en="Tests of house lists; they come from the setting vocabulary."
    )
    in_quotes: bool = option(True, ar="يُبلَّغ عما داخل الاقتباسات أيضا.", en="Also report what stands inside quotations.")

    good = ("زارت جوجل المعرض، وغابت أمريكا.", "شئون الطلاب والمسئولون عنها")
    cases = (
        Example("زارت ⟦جوجل⟧ المعرض.", "زارت غوغل المعرض.", {"variants": {"google": "غوغل"}}),
        Example("حضرت السفيرة ⟦الأمريكية⟧ ⟦والأمريكيون⟧.", "حضرت السفيرة الأميركية والأميركيون.", {"variants": {"america": "أميركا"}}),
        Example("حضرت السفيرة الأميركية.", None, {"variants": {"america": "أميركا"}}),
        Example("قرأ «دليل جوجل» ثم زار ⟦جوجل⟧.", "قرأ «دليل جوجل» ثم زار غوغل.", {"variants": {"google": "غوغل"}, "in_quotes": False}),
        Example("عين ⟦مسئولا⟧ عن ⟦شئونها⟧.", "عين مسؤولا عن شؤونها.", {"hamza_medial": "waw"}),
        Example("عين ⟦مسؤولا⟧ عن ⟦شؤونها⟧.", "عين مسئولا عن شئونها.", {"hamza_medial": "yeh"}),
        Example("بين ⟦غوغل⟧ ⟦والكونغرس⟧ قضية.", "بين جوجل والكونجرس قضية.", {"g_letter": "ج"}),
        Example("بين غوغل ⟦والكونغرس⟧ قضية.", "بين غوغل والكونجرس قضية.", {"g_letter": "ج", "variants": {"google": "غوغل"}}),
        Example("نشر على ⟦تويتر⟧ ⟦وبتويتر⟧ وحده.", "نشر على إكس وبإكس وحده.", {"words": {"تويتر": "إكس"}}),
        Example("قال ⟦الناتو⟧ ⟦وللناتو⟧.", "قال حلف شمال الأطلسي ولحلف شمال الأطلسي.", {"words": {"ناتو": "حلف شمال الأطلسي"}}),
        Example("رأي ⟦للناتو⟧ ⟦ولناتو⟧.", "رأي للحلف ولحلف.", {"words": {"ناتو": "حلف", "الناتو": "الحلف"}}),
        Example("تفشى ⟦كوفيد-19⟧ ⟦وبكوفيد-19⟧، لا كوفيد-190.", "تفشى كورونا وبكورونا، لا كوفيد-190.", {"words": {"كوفيد-19": "كورونا"}}),
        Example("سافر إلى ⟦مدينة القدس⟧ أمس.", "سافر إلى القدس أمس.", {"words": {"مدينة القدس": "القدس"}}),
        Example("زارت ⟦اِيران⟧ المعرض.", "زارت إِيران المعرض.", {"variants": {"iran": "إيران"}}),
        Example(
            "أصيب ⟦بكوفيد⟧ أمس، وكوفيد-19 مرض قديم.",
            "أصيب بكوفيد-19 أمس، وكوفيد-19 مرض قديم.",
            {"words": {"كوفيد": "كوفيد-19"}},
        ),
        Example(
            "قال ⟦النجار⟧ نعم، وعاد الوزير النجار، وللوزير  النجار رأي.",
            "قال الوزير النجار نعم، وعاد الوزير النجار، وللوزير  النجار رأي.",
            {"words": {"النجار": "الوزير النجار"}},
        ),
    )

    @property
    def cues(self) -> Noticed[bool] | None:
        """None where the house wants nothing."""
        return None if self.words or self.variants or self.g_letter or self.hamza_medial else _NO_WORD

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word of the house's own list, then every spelling of the table that it does not want."""
        spoken: set[int] = set()
        last = 0
        for start, end, right in sorted(self._listed(document), key=lambda one: (one[0], -one[1])) if self.words else ():
            if start < last or is_replaced(document.text, start, end, right):
                continue  # a word of a longer entry, or of what is right: بايدن in الرئيس بايدن
            last = end
            spoken.add(start)
            yield from self._found(document, start, end, right, right)
        if not self._house:
            return
        found = occurrences(document, self._sieve, self._sieve.groups)
        for one in apart(one for one in found if one.spelling.value in self._house and one.start not in spoken):
            wanted = self._house[one.spelling.value]
            stem = one.spelling.stem_as(wanted)
            group, index = variant(wanted)
            shown = stem or groups()[group].variants[index][0]
            yield from self._found(document, one.start, one.end, shown, one.spelling.written_as(stem) if stem else None)

    def _found(self, document: Document, start: int, end: int, shown: str, right: str | None) -> Iterator[Finding]:
        if self.in_quotes or not document.quoted(start, end):
            edits = [] if right is None else [Edit(*respelling(document.text[start:end], right, start))]
            yield self.found(start, end, *edits, right=shown)

    def _listed(self, document: Document) -> Iterator[tuple[int, int, str]]:
        """Places of the words that the house replaces, with what is to stand there."""
        for wrong, (pattern, right) in self._signs.items():
            for match in pattern.finditer(document.text) if wrong in document.text else ():
                yield match.start(), match.end(), carried(match["clitic"] or "", right)
        for form in sorted(filter(self._table.__getitem__, document.vocabulary)):
            for reading in sorted(self._table[form], key=lambda one: -len(one.stem)):
                for word in document.words_of(form):
                    found = self._longest(document, word, reading)
                    if found:
                        yield word.start, *found

    def _longest(self, document: Document, word: Word, reading: Reading[list[tuple[list[str], str]]]) -> tuple[int, str] | None:
        for rest, right in reading.entry:
            if last := document.followed(word, rest):
                return last.end, carried(reading.prefix, right)
        return None

    @property
    def idle(self) -> bool:
        """Without a house style there is nothing to hold a text to."""
        return not (self.words or self.variants or self.g_letter or self.hamza_medial or self.tests)

    def lacking(self) -> Text | None:
        """Words that cannot be replaced as the configuration says; one that the table does not know, which would be passed over in silence;
        tests that fail.
        """
        if senseless := mistake(self.words):
            return senseless
        if self.variants and (wrong := unknown(self.variants)):
            return wrong
        return failed(self, self.tests) if self.tests else None

    @cached_property
    def _table(self) -> StemTable[list[tuple[list[str], str]]]:
        stems: dict[str, list[tuple[list[str], str]]] = {}
        for wrong, right in sorted(self.words.items(), key=lambda pair: -len(pair[0])):
            if wrong not in self._signs:
                first, *rest = forms(wrong) or [wrong]
                stems.setdefault(first, []).append((rest, right))
        return StemTable(stems)

    @cached_property
    def _signs(self) -> dict[str, tuple[re.Pattern[str], str]]:
        """What the house replaces that is no bare Arabic words (كوفيد-19, BBC): its pattern, and what is to stand there."""
        others = ((wrong, right) for wrong, right in self.words.items() if " ".join(forms(wrong)) != " ".join(wrong.split()))
        return {wrong: (re.compile(rf"(?<!\w)(?P<clitic>{_CLITICS})?{re.escape(wrong)}(?!\w)"), right) for wrong, right in others}

    @cached_property
    def _house(self) -> dict[str, str]:
        return house(self.variants, self.g_letter, self.hamza_medial)

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve({variant(value)[0] for value in self._house})
