"""doubled-word: a word written twice in a row."""

import re
from collections.abc import Iterator, Sequence
from operator import eq

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option

_PHRASES = range(2, 6)  # words


class DoubledWord(Rule):
    """كلمة كُتبت مرتين متتاليتين، كأن تبقى «في» في آخر الجملة القديمة وتُكتب أخرى عند التعديل. تعبرها عين من يعرف النص، ولا يراها المدقق
    الإملائي لأن كلتا الكلمتين صحيحة وحدها.

    حروف الجر والأدوات («في»، «أن»، «الذي») تكرارها خطأ حيث وقع، حتى داخل الاقتباس. أما الأسماء والأفعال فالعربية تكررها بمعنى، فلا يُبلَّغ
    عن التدرج («خطوة خطوة»، «أفواجا أفواجا») ولا التوكيد داخل الاقتباس ولا أسماء الحروف («بي بي سي») ولا الأسماء («أحمد أحمد») ولا
    «ولي ولي العهد»، ولا ما تكرر ثلاثا. ويحذف الإصلاح الثانية، وهو مأمون في الأدوات، ويحتاج إلى مراجعة في غيرها.

    A word was written twice in a row, as when an edited sentence keeps its old «في» and gets another. The eye of somebody who knows the
    text passes over it, and a spelling checker sees two right words.

    Doubled particles («في», «أن», «الذي») are a slip wherever they stand, inside quotations too. Nouns and verbs are doubled with a
    meaning, so that degrees («خطوة خطوة», «أفواجا أفواجا»), emphasis inside quotations, names of letters («بي بي سي»), names of people,
    «ولي ولي العهد» and whatever stands three times are left alone. The fix deletes the second one: safely for particles, elsewhere after
    an editor's look.
    """

    id = "doubled-word"
    code = "DUP004"
    title = Text("كلمة مكررة", "Doubled word")
    message = Text(
        "كُتبت كلمة «{word}» مرتين متتاليتين؛ احذف إحداهما.", "The word «{word}» is written twice in a row; delete one of the two."
    )
    messages = {
        "phrase": Text(
            "كُتبت عبارة «{word}» مرتين متتاليتين؛ احذف إحداهما.", "The phrase «{word}» is written twice in a row; delete one of the two."
        )
    }
    level = "error"
    measured = Measured(
        20,
        20,
        4338,
        "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "هذا كل ما وُجد، وست منها أدوات، وقد وُضعت الاستثناءات بعد قراءة ثلاث وثلاثين ملاحظة، ثلاث عشرة منها خاطئة.",
            "These are all there were, 6 of them particles; the exceptions were made after 33 had been read, 13 of them wrong.",
        ),
    )

    phrase: bool = option(
        False, ar="الإبلاغ أيضا عن عبارة من كلمتين إلى خمس مكررة كلها.", en="Whether to report phrases of two to five words, too."
    )
    allow: tuple[str, ...] = option((), ar="كلمات يجوز تكرارها.", en="Words that may be doubled.")
    content_words: bool = option(
        True, ar="فحص الأسماء والأفعال أيضا، لا الأدوات وحدها.", en="Check nouns and verbs too, and not only function words."
    )

    good = (
        "قال لقناة بي بي سي إن العمل لم ينته.",
        "نقلت سي إن إن إن الوزير غادر.",
        "ذكرت وكالةسي ان ان الخبر.",
        "كان صوته يكبر، ويعلو ويعلو حتى ملأ القاعة.",
        "تحدث ولي ولي العهد إلى الصحفيين.",
        "تقدم العمل خطوة خطوة ثم توقف.",
        "عاد السكان أفواجا أفواجا إلى القرية.",
        "دخلوا القاعة اثنين اثنين وأربعة أربعة.",
        "رُصف الطريق طبقة طبقة ومرحلة مرحلة، وتحسن السير رويدا رويدا.",
        "فتشوا الحي بناية بناية الليلة الماضية، ونقلوا الأثاث قطعة قطعة بالشاحنة.",
        "خرج السكان جماعات جماعات من الحي، وهدموا البيت أجزاء أجزاء.",
        "كان العرض جميلا جدا جدا، وربحت الفرقة مليار مليار درهم.",
        "فاز اللاعب أحمد أحمد بالجائزة.",
        'هتف الجمهور "مبروك مبروك" عند نهاية المباراة.',
        "لا أعرف من مَن حضروا أخذ الكتاب.",
        "من من الحاضرين يعرف الجواب؟",
        "لا أحد يعرف من من الحاضرين كتبها، ومن كان كان معنا، وسنرحل بعد بعد غد.",
        "زار مدينة بادن بادن ابن ابن المؤسس وحفيد حفيد الأمير.",
        "لا بد من من يتحمل المسؤولية.",
        "ملك الدنيا من من الله عليه بالصحة، وخرج الناس فرادى فرادى.",
        "لم لم تحضر أمس؟",
        "كان إذا وعد وعد صادقا، وكلما تكلم تكلم همسا، ويصلي ركعتين ركعتين.",
        "روى أنس قال قال رسول الله كلاما في فضل الصبر.",
        "كان الطعام بين بين.",
        "وصل اللاعب ناناي ناناي إلى المدينة.",
        "انتهى العمل في المدينة. المدينة هادئة.",
        "وقف على الباب\nالباب مغلق.",
        "شارك في مهرجان كان كان الفيلم أول عروضه.",
        "عين أمينا عام عام 2010 ثم استقال.",
        "فتح باب «الباب» الجديد.",
        "حضر سامي ناصر، دمدوم دمدوم، هند رائد.",
        "دمجت وزارتا التربية والتعليم والتعليم العالي.",
        "فتشوا المباني غرفة غرفة حتى المساء.",
        "أخبار الطقس جدة جدة اليوم الشاطئ الشاطئ\nانتهى.",
        "نقلت شبكة سى إن إن الخبر.",
        "دامت ثقة المدرب في في المباراة كلها.",
    )
    bad = {
        "ولا يزال المصاب ⟦في في⟧ المستشفى.": "ولا يزال المصاب في المستشفى.",
        "قالت الإدارة ⟦إن  إن⟧ العمل لم ينته.": "قالت الإدارة إن العمل لم ينته.",
        "أكدت الإدارة ⟦أن\u00a0أن⟧ العمل لم ينته.": "أكدت الإدارة أن العمل لم ينته.",
        "ولا يزال المصاب ⟦في\u200f في⟧ المستشفى.": "ولا يزال المصاب في المستشفى.",
        "هذه هي الخطة ⟦التي الـتي⟧ أقرها المجلس.": "هذه هي الخطة التي أقرها المجلس.",
        "غادر ⟦عندما عندما⟧ انتهى العمل، ولم يوافق ⟦عليها عليها⟧ أحد.": "غادر عندما انتهى العمل، ولم يوافق عليها أحد.",
        "وعدت ⟦الحكومة الحكومة⟧ بزيادة الأجور.": "وعدت الحكومة بزيادة الأجور.",
        '"نحن نعمل ⟦من من⟧ أجل المدينة"، قال المدير.': '"نحن نعمل من أجل المدينة"، قال المدير.',
        "غنت الفنانة ⟦اللبنانية اللبنانية⟧ هند نصار أمس.": "غنت الفنانة اللبنانية هند نصار أمس.",
        "وقع الاتفاق ⟦بين بين⟧ البلدين.": "وقع الاتفاق بين البلدين.",
        "افتتح المعرض ⟦يوم يوم⟧ الأحد.": "افتتح المعرض يوم الأحد.",
        "قال ⟦ان ان⟧ العمل لم ينته ⟦فى فى⟧ المدينة ⟦التى التى⟧ زارها.": "قال ان العمل لم ينته فى المدينة التى زارها.",
        "عاد من المدينة ⟦ومن ومن⟧ الريف.": "عاد من المدينة ومن الريف.",
        "انتهى الحفل. ⟦وقال وقال⟧ المدير إن العمل مستمر.": "انتهى الحفل. وقال المدير إن العمل مستمر.",
        "شددت ⟦قوات قوات⟧ الأمن الحراسة على ⟦أبناء أبناء⟧ الوزير.": "شددت قوات الأمن الحراسة على أبناء الوزير.",
        "أعلنت ⟦شركة شركة⟧ المياه بدء العمل في ⟦مدينة مدينة⟧ جديدة.": "أعلنت شركة المياه بدء العمل في مدينة جديدة.",
    }
    cases = (
        Example("وعدت ⟦الحكومة الحكومة⟧ بزيادة الأجور.", "وعدت الحكومة بزيادة الأجور.", level="warning"),
        Example("ولا يزال المصاب ⟦في في⟧ المستشفى.", level="error"),
        Example("وعدت الحكومة الحكومة بزيادة ⟦في في⟧ الأجور.", None, {"content_words": False}, level="error"),
        Example("وعدت الحكومة الحكومة بزيادة الأجور.", options={"allow": ("الحكومة",)}),
        Example("زار الوفد ⟦معرض الكتاب معرض الكتاب⟧ أمس.", "زار الوفد معرض الكتاب أمس.", {"phrase": True}, level="warning"),
        Example("درس في كلية الطب وكلية الطب الجديدة وجامعة الخليج وجامعة الخليج.", options={"phrase": True}),
        Example("زار الوفد معرض الكتاب معرض الكتاب أمس."),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Every doubled word, and every doubled phrase where that is asked for."""
        if doubled := list(_repeated(document.forms)):
            yield from self._words(document, doubled)
        if self.phrase:
            for length in _PHRASES:
                yield from self._phrases(document, length)

    def _words(self, document: Document, doubled: Sequence[int]) -> Iterator[Finding]:
        """Those of the words with these numbers, each the same as the one behind it, that are a slip."""
        from ._doubled import adjacent, doubled_words, is_meant, may_be_doubled, written
        from ._slips import is_slip

        forms = document.forms
        for at in doubled:
            thrice = (at > 0 and forms[at - 1] == forms[at]) or forms[at + 2 : at + 3] == [forms[at]]
            if thrice or may_be_doubled(forms[at]) or forms[at] in self.allow:
                continue
            first, second = document.numbered(at, at + 2)
            if not adjacent(document, first, second) or written(document, first) != written(document, second):
                continue
            if first.form in doubled_words()["function_words"]:
                if is_slip(document, at):
                    yield self._found(document, first, second, first.end, safe=True)
            elif self.content_words and not is_meant(document, at):
                yield self._found(document, first, second, first.end, safe=False)

    def _phrases(self, document: Document, length: int) -> Iterator[Finding]:
        from ._doubled import adjacent

        forms = document.forms
        same = bytes(map(eq, forms, forms[length:]))
        for run in re.finditer(b"\x01{%d}" % length, same):
            words = document.numbered(run.start(), run.start() + 2 * length)
            joint = words[0].form[0] == "و" or words[length - 1].form[0] == "و"
            apart = not all(map(adjacent, [document] * len(words), words, words[1:]))
            if joint or apart or len({word.form for word in words}) == 1 or document.quoted(words[0].start, words[-1].end):
                continue
            yield self._found(document, words[0], words[-1], words[length - 1].end, safe=False, variant="phrase")

    def _found(self, document: Document, first: Word, last: Word, kept: int, *, safe: bool, variant: str = "") -> Finding:
        text = document.text[first.start : kept]
        edit = Edit(kept, last.end, "")
        return self.found(first.start, last.end, edit, safe=safe, level=None if safe else "warning", variant=variant, word=text)


def _repeated(forms: Sequence[str]) -> Iterator[int]:
    """The numbers of the forms that follow themselves. A plain loop compares two strings in a third of the time of `map` and `eq`."""
    last, at = "", -1
    for form in forms:
        if form == last:
            at = forms.index(form, at + 1)
            while forms[at + 1] != form:
                at = forms.index(form, at + 1)
            yield at
        last = form
