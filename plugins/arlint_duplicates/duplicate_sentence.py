"""duplicate-sentence: a sentence that stands in the article twice."""

from collections.abc import Iterator, Sequence

from arlint import Document, Example, Finding, Measured, Piece, Related, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER
from arlint.arabic.words import forms

from ._folded import BODY, SHORTEST, allowed, recurring, recurring_ends, repeats_itself
from ._parallel import are_entries

_ENDS = regex("\\s*\\Z")
_WORDS = regex(f"[{LETTER}\\w]")
# Interviews put one question to several people, and their layout names the speakers over and over.
_INTERVIEW = regex("(?:^|\n)\\s*(?:[سج]\\s*[:/]|[*-]\\s*هل\\s)|هل تعتقد|ما رأيك|كيف ترى")

_OPENING = 40  # code points
_INSTRUCTIONS = frozenset(
    "يوضع توضع يضاف تضاف يقلب تقلب يترك تترك يسكب يخلط تخلط يخبز تخبز يغطى تغطى يحرك تحرك يقطع تقطع يسخن تسخن يرش ترش يزين تزين "
    "يصفى تصفى يسلق تسلق يقلى تقلى يشوى تشوى يغسل تغسل ينقع تنقع يعجن تعجن ضع ضعي أضف أضيفي اترك اتركي قدمي اخلط اخلطي سخن حرك اتجه اذهب "
    "اضغط انقر افتح اختر".split()
)
"""First words of what a reader is told to do, which recipes and manuals say over and over."""
_CONTINUING = (["إلى", "ذلك"], ["إلى", "هذا"])
"""Behind such a word these tell no reader what to do: `يضاف إلى ذلك أن …`."""


class DuplicateSentence(Rule):
    """جملة نُقلت إلى المقدمة وبقيت في موضعها، أو لُصقت مرتين. تُقارن الجمل بكلماتها وحدها، فلا يخفي التكرارَ اختلافُ همزة أو علامة ترقيم.

    لا تُفحص الجمل القصيرة (أقل من ثماني كلمات)، ولا الجملة التي كلها اقتباس، فقد يعيد القائل كلامه، ولا بنود القوائم وما تحت التسميات،
    ولا العناوين وما يكررها، ولا تعليمات الوصفات، ولا الحوارات (سؤال وجواب)؛ أما الفقرتان المتطابقتان فمن شأن duplicate-paragraph. ولا
    إصلاح آليا: المحرر وحده يعرف أي الموضعين أولى بالجملة.

    A sentence was moved to the lead and left where it stood, or pasted twice. Sentences are compared by their words alone, so that a hamza
    or a comma does not hide the repetition.

    Left alone are short sentences (under eight words), sentences that are a quotation from end to end, since speakers do repeat
    themselves, items of lists and of entries under labels, headings and what repeats them, instructions, and interviews; equal
    paragraphs are for duplicate-paragraph. There is no fix: only an editor knows where the sentence belongs.
    """

    id = "duplicate-sentence"
    code = "DUP003"
    title = Text("جملة مكررة", "Duplicate sentence")
    message = Text(
        "هذه الجملة مكررة، وقد وردت أول مرة في السطر {first_line}؛ احذف إحدى النسختين.",
        "This sentence is repeated; it first stands in line {first_line}. Delete one of the two.",
    )
    level = "warning"
    measured = Measured(
        8,
        8,
        4338,
        "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "هذا كل ما وُجد، وقد وُضعت الاستثناءات بعد قراءة سبع عشرة ملاحظة، تسع منها خاطئة.",
            "These are all there were; the exceptions were made after 17 had been read, 9 of them wrong.",
        ),
    )
    yields_to = ("duplicate-paragraph", "near-duplicate-paragraph")

    min_words: int = option(8, ar="أقل عدد من الكلمات تُقارن به الجملة.", en="The fewest words with which a sentence is compared.")
    ignore_headline: bool = option(
        True,
        ar="السماح للنص بأن يكرر جملة من عنوانه أو من عنوان فرعي.",
        en="Whether the text may repeat a sentence of its headline or of a subhead.",
    )
    allow: tuple[str, ...] = option(
        (), ar="عبارات يجوز أن تتكرر الجمل التي ترد فيها.", en="Phrases whose sentences may repeat."
    )

    good = (
        'وقال: "لن نغلق أبواب المكتبة في وجه أحد مهما كانت الظروف صعبة". '
        'وكتب على بابها: "لن نغلق أبواب المكتبة في وجه أحد مهما كانت الظروف صعبة".',
        "كبسة الدجاج\nيغسل الأرز. يوضع القدر على نار هادئة مدة أربعين دقيقة حتى ينضج. يقدم مع السلطة.\n"
        "مندي اللحم\nيقطع اللحم. يوضع القدر على نار هادئة مدة أربعين دقيقة حتى ينضج. يقدم مع الدقوس.",
        "محاسب: يجيد الإنجليزية. ترسل السيرة الذاتية إلى البريد المذكور أدناه مع ذكر الوظيفة.\n"
        "سائق: خبرة عامين. ترسل السيرة الذاتية إلى البريد المذكور أدناه مع ذكر الوظيفة.",
        "لم يرد المدير. وسئل مرة أخرى. لم يرد المدير.",
        "تفتح المكتبة أبوابها للزوار كل يوم من الثامنة صباحا حتى منتصف الليل.",
        "س: كيف وجدت العمل في المسرح بعد كل هذه السنوات الطويلة؟ ج: وجدته ممتعا.\n"
        "س: كيف وجدت العمل في المسرح بعد كل هذه السنوات الطويلة؟ ج: صعبا.",
        "المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع\nأعلنت الإدارة الأمر. "
        "المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع.",
        "شروط الغرفة: -يدفع النزيل ثمن الليلة الأولى عند الوصول إلى الفندق. شروط الجناح: وهي كما يلي. "
        "-يدفع النزيل ثمن الليلة الأولى عند الوصول إلى الفندق. -يدفع النزيل ثمن الليلة الأولى عند الوصول إلى الفندق.",
    )
    bad = {
        "أعلنت الشركة أن القطار الجديد سيبدأ رحلاته في مطلع الشهر المقبل. ولم تذكر أسعار التذاكر. "
        "⟦أعلنت الشركة أن القطار الجديد سيبدأ رحلاته في مطلع الشهر المقبل.⟧": None,
        "زادت كلفة الجسر. ويضاف إلى ذلك أن العمل فيه توقف شهرين بسبب المطر والسيول.\nوعاد العمال أمس. "
        "⟦ويضاف إلى ذلك أن العمل فيه توقف شهرين بسبب المطر والسيول.⟧": None,
        "يبلغ طول الجسر الجديد نحو ثلاثة كيلومترات فوق النهر وضفتيه.\nواستغرق بناؤه عامين. "
        "⟦يبلغ طول الجسر الجديد نحو ثلاثة كيلومترات، فوق النهر وضفتيه!⟧ ويعبره القطار.": None,
    }
    cases = (
        Example(
            "وصل الوفد مساء أمس. وبدأت الجلسة. ⟦وصل الوفد مساء أمس.⟧ ثم غادر.",
            options={"min_words": 4},
        ),
        Example(
            "يا دار أهلي على طرف البحر القديم سلام. مرت السنون. يا دار أهلي على طرف البحر القديم سلام.",
            options={"allow": ("دار أهلي",)},
        ),
        Example(
            "المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع\nأعلنت الإدارة الأمر. "
            "⟦المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع.⟧",
            options={"ignore_headline": False},
        ),
        Example(
            "# المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع\n\n"
            "⟦المكتبة الوطنية تفتح أبوابها للزوار طوال أيام الأسبوع.⟧ أعلنت الإدارة الأمر.",
            options={"ignore_headline": False},
            format="markdown",
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """The second and every further time that a sentence stands in the document."""
        blocks = recurring_ends(document, self.min_words)
        if not blocks:
            return
        sentences = list(self._sentences(document, blocks))
        keys = recurring(document, [sentence.text for sentence, _ in sentences])
        if not any(keys) or (self.min_words >= SHORTEST and not repeats_itself(document)) or _INTERVIEW.search(document.text):
            return
        firsts: dict[str, tuple[Piece, bool]] = {}
        for (sentence, alone), words in zip(sentences, keys, strict=True):
            first, first_alone = firsts.setdefault(words, (sentence, alone))
            if first is sentence or words.count(" ") + 1 < self.min_words or allowed(sentence.text, self.allow):
                continue
            if not (alone and first_alone) and _is_prose(document, sentence) and not _on_purpose(document, sentence, first):
                yield self.found(
                    sentence.start,
                    sentence.end,
                    related=[Related(first.start, first.end, Text("وردت الجملة هنا أول مرة.", "The sentence first stands here."))],
                    first_line=document.line(first.start),
                )

    def _sentences(self, document: Document, blocks: Sequence[int]) -> Iterator[tuple[Piece, bool]]:
        """The sentences of these blocks, and whether each is a paragraph by itself: equal ones are for duplicate-paragraph to judge."""
        kinds = BODY - {"list-item", "heading"} if self.ignore_headline else BODY - {"list-item"} | {"headline"}
        for paragraph in map(document.paragraph, blocks):
            if paragraph.kind in kinds:
                sentences = document.sentences_of(paragraph)
                yield from ((sentence, len(sentences) == 1) for sentence in sentences)


def _on_purpose(document: Document, sentence: Piece, first: Piece) -> bool:
    """Whether the sentence is an instruction, or ends two entries of one list: `سائق: … . ترسل السيرة إلى البريد المذكور.`"""
    opening, *following = (*forms(sentence.text[:_OPENING]), "")
    told = opening in _INSTRUCTIONS or opening[1:] in _INSTRUCTIONS
    if told and following[:2] not in _CONTINUING:
        return True
    here, there = document.paragraph_at(sentence.start), document.paragraph_at(first.start)
    if not here or not there:
        return False
    # Matched in place: what is left of a paragraph without end is not to be copied for each of its sentences.
    last = _ENDS.match(document.text, sentence.end, here.end) and _ENDS.match(document.text, first.end, there.end)
    return last is not None and are_entries(here.text, there.text)


def _is_prose(document: Document, sentence: Piece) -> bool:
    """Whether the sentence is neither a quotation from end to end nor an item of a list within a paragraph."""
    return not sentence.text.startswith(("-", "–", "—", "•", "*")) and bool(_WORDS.search(document.outline, sentence.start, sentence.end))

