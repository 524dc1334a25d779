"""duplicate-paragraph: a paragraph, or a block of them, that stands in the article twice."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from arlint import Document, Edit, Example, Finding, Measured, Paragraph, Related, Rule, Text, option
from arlint.arabic.lazy import regex

from ._folded import allowed
from ._parallel import in_parallel
from ._traced import may_recur

_QUESTION = regex(r"[^.:؟?!…]{1,150}[؟?][\s»”\")]*\Z")
_CLOSED = regex(r"[.؟?!…:؛،][\s»”\")\]]*\Z")
_LABEL = 14  # words of a heading, of an entry in a table of contents, of a line of verse


class DuplicateParagraph(Rule):
    """فقرة أو كتلة من الفقرات لُصقت مرتين في نظام النشر: أظهر أخطاء الإنتاج وأسهلها على القارئ ملاحظة، وأصعبها على محرر قرأ النص
    مرارا. تُقارن الفقرات بكلماتها وحدها، فلا يخفي التكرارَ اختلافُ همزة أو تنوين أو علامة ترقيم. وتُعد الفقرات المتتالية التي تكرر
    فقرات متتالية كتلة واحدة لها ملاحظة واحدة، تسمي أسطر النسختين.

    لا تُفحص الفقرات القصيرة (أقل من ثماني كلمات، أو اثنتي عشرة في بنود القوائم) إلا إذا تلت الفقرةُ نسختَها مباشرة، أو كانت في كتلة
    مكررة أو جاورتها كما هي في الأصل، ولا سطور «اقرأ أيضا» والاشتراك والحقوق وأسماء الكتاب وأدعية الختام وعناوين القوائم، فهي تتكرر بحق.
    أما لازمة القصيدة فاذكر عبارة منها في الخيار allow. ولا يُبلَّغ عن سؤال وُجه إلى اثنين، ولا عن فقرة وحيدة تبدأ جارتاها كما تبدأ
    جارتا الأصل ثم تختلفان، فذلك خبر عن لقاءين بصيغة واحدة، ولا عن عنوان وحيد ورد في قائمة المحتويات. ويحذف الإصلاح النسخة الثانية،
    لكنه لا يُطبق من غير إذن: قد تكون الأولى هي الزائدة. ولا تتكلم القواعد الأخرى عما في النسخة الثانية.

    A paragraph, or a block of paragraphs, was pasted twice in the publishing system: the production fault that readers notice first, and
    that an editor who knows the text by heart overlooks. Paragraphs are compared by their words alone, so that a hamza, a tanwin or a full
    stop does not hide the repetition. Paragraphs in a row that repeat paragraphs in a row are one block with one finding, which names the
    lines of both copies.

    Short paragraphs (under eight words, under twelve in list items) count only where a paragraph directly follows its own copy, or
    stands within or beside a repeated block as it does in the original. Lines that may repeat are left alone: «read also»,
    subscriptions, rights, bylines, closing formulas, labels of lists. Name a phrase of a poem's refrain in `allow`. Nor is a question
    put to two people reported, or a lone paragraph whose neighbours begin as those of the first copy do and then differ: that is the
    news of two meetings, told in one pattern; nor a lone heading that the contents name. The fix deletes the second copy but is never
    made unasked, since the first one may be the one too many. No other rule speaks of what stands in the second copy.
    """

    id = "duplicate-paragraph"
    code = "DUP001"
    title = Text("فقرة مكررة", "Duplicate paragraph")
    message = Text(
        "الأسطر من {line} إلى {end_line} ({paragraphs:paragraphs-nominative}) تكرر الأسطر من {first_line} إلى "
        "{first_end_line}؛ احذف النسخة الثانية.",
        "Lines {line}–{end_line} ({paragraphs:paragraphs}) repeat lines {first_line}–{first_end_line}; delete the second copy.",
    )
    messages = {
        "one": Text(
            "الفقرة في السطر {line} تكرر الفقرة في السطر {first_line}؛ احذف النسخة الثانية.",
            "The paragraph in line {line} repeats that in line {first_line}; delete the second copy.",
        ),
        "line": Text(
            "النص هنا ({paragraphs:paragraphs-nominative}) يكرر ما قبله في السطر {line} نفسه؛ احذف النسخة الثانية.",
            "What stands here ({paragraphs:paragraphs}) repeats what stands before it in line {line}; delete the second copy.",
        ),
    }
    level = "error"
    shadows = True
    measured = Measured(
        9,
        9,
        4338,
        "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "هذا كل ما وُجد، وقد وُضع شرط الفقرات المتوازية بعد قراءة أربع عشرة ملاحظة، خمس منها خاطئة.",
            "These are all there were; passages told in one pattern were excluded after 14 had been read, 5 of them wrong.",
        ),
    )

    min_words: int = option(
        8, ar="أقل عدد من الكلمات تُقارن به الفقرة بغيرها.", en="The fewest words with which a paragraph is compared to others."
    )
    min_words_list: int = option(12, ar="أقل عدد من الكلمات لبند القائمة.", en="The fewest words of a list item.")
    min_adjacent: int = option(
        4, ar="أقل عدد من الكلمات لفقرة تتلو نسختها مباشرة.", en="The fewest words of a paragraph that directly follows its own copy."
    )
    allow: tuple[str, ...] = option(
        (), ar="عبارات يجوز أن تتكرر الفقرات التي ترد فيها، كلازمة قصيدة.", en="Phrases whose paragraphs may repeat, as refrains do."
    )

    good = (
        "اقرأ أيضا: خطة جديدة لتوسعة الميناء القديم في المدينة خلال العام المقبل\nوصلت السفن صباحا.\n"
        "اقرأ أيضا: خطة جديدة لتوسعة الميناء القديم في المدينة خلال العام المقبل",
        "اقرأ أيضا:\nخطة جديدة لتوسعة الميناء القديم في المدينة خلال العام المقبل\nوصلت السفن صباحا.\n"
        "اقرأ أيضا:\nخطة جديدة لتوسعة الميناء القديم في المدينة خلال العام المقبل",
        "نعم\nلا أعلم\nنعم",
        "السعر: عشرون ريالا للفرد الواحد.\nالموقع: شارع البحر قرب الميناء القديم في المدينة.\nالسعر: عشرون ريالا للفرد الواحد.",
        "افتتحت البلدية ثلاث حدائق عامة في الأحياء الشمالية يوم الأحد.\nافتتحت البلدية أربع حدائق عامة في الأحياء الشمالية يوم الاثنين.",
        "- يحمل المسافر جواز سفر صالحا لستة أشهر.\n- يدفع الرسوم نقدا.\n- يحمل المسافر جواز سفر صالحا لستة أشهر.",
        "كتب: سامي ناصر\nوصل الوفد إلى المدينة.\nكتب: سامي ناصر",
        # One question put to two people
        "سلوى، معلمة\nماذا تغير في حياتك منذ رفع الدعم عن الخبز والوقود؟\nصرت أمشي إلى المدرسة.\n"
        "مروان، سائق\nماذا تغير في حياتك منذ رفع الدعم عن الخبز والوقود؟\nأعمل أكثر.",
        # The contents name what the headings say, and a song comes back to its line
        "المحتويات\nكيف تستعد للرحلة قبل أسبوعين من موعدها\nكيف تعود سالما إلى المدينة بعد هبوب العاصفة\n"
        "كيف تستعد للرحلة قبل أسبوعين من موعدها\nامش كل يوم ساعة.\n"
        "كيف تعود سالما إلى المدينة بعد هبوب العاصفة\nلا تتحرك ليلا.",
        # Two meetings told in one pattern
        "واستقبل الوزير سفير الأردن لدى المملكة.\nوبحث الجانبان سبل تطوير العلاقات الثنائية بين البلدين الشقيقين.\n"
        "كما حضر اللقاء وكيل الوزارة.\nواستقبل الوزير سفير المغرب لدى المملكة.\n"
        "وبحث الجانبان سبل تطوير العلاقات الثنائية بين البلدين الشقيقين.\nوغادر السفير بعد ذلك.",
    )
    bad = {
        "أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\nوقال مهندس الموقع إن الأعمدة تحتاج إلى تدعيم عاجل قبل الشتاء.\n"
        "⟦أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\nوقال مهندس الموقع إن الأعمدة تحتاج إلى تدعيم عاجل قبل الشتاء.⟧\n"
        "وتبدأ الأعمال غدا.": "أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\n"
        "وقال مهندس الموقع إن الأعمدة تحتاج إلى تدعيم عاجل قبل الشتاء.\nوتبدأ الأعمال غدا.",
        # Hamza, tanwin, tatweel and the full stop differ
        "أعلنت إدارة المتحف إعادة افتتاح القاعة الكبرى أمام الزوار مجانا.\r\n\r\n"
        "⟦اعلنت إدارة المتحف إعـادة إفتتاح القاعة الكبرى أمام الزوار مجاناً⟧\r\n": "أعلنت إدارة المتحف إعادة افتتاح القاعة الكبرى أمام "
        "الزوار مجانا.\r\n",
        # Four words, but right after its copy
        "وصل الوزير ظهر اليوم.\n⟦وصل الوزير ظهر اليوم.⟧\nوكان في استقباله المحافظ.": "وصل الوزير ظهر اليوم.\nوكان في استقباله المحافظ.",
        # The short paragraph in the middle belongs to the block; the dateline does not belong to the paragraph
        "عمان – (رويترز): بدأت أعمال المؤتمر السنوي للمياه بحضور خبراء من عشر دول.\nوغاب الوزير.\n"
        "ويناقش المشاركون خلال يومين سبل ترشيد الري في المناطق الجافة.\n"
        "⟦بدأت أعمال المؤتمر السنوي للمياه بحضور خبراء من عشر دول.\nوغاب الوزير.\n"
        "ويناقش المشاركون خلال يومين سبل ترشيد الري في المناطق الجافة.⟧": "عمان – (رويترز): بدأت أعمال المؤتمر السنوي للمياه بحضور "
        "خبراء من عشر دول.\nوغاب الوزير.\nويناقش المشاركون خلال يومين سبل ترشيد الري في المناطق الجافة.",
        # So do short ones before and after it
        "وصل الوفد.\nبدأت أعمال المؤتمر السنوي للمياه بحضور خبراء من عشر دول.\nوغاب الوزير.\n"
        "⟦وصل الوفد.\nبدأت أعمال المؤتمر السنوي للمياه بحضور خبراء من عشر دول.\nوغاب الوزير.⟧\nوانتهى اليوم الأول.": "وصل الوفد.\n"
        "بدأت أعمال المؤتمر السنوي للمياه بحضور خبراء من عشر دول.\nوغاب الوزير.\nوانتهى اليوم الأول.",
        # Neighbours that go on reporting are no pattern
        "أعلنت إدارة المتحف إعادة افتتاح القاعة الكبرى أمام الزوار مجانا.\nوأضاف المدير أن القاعة رممت.\nوصفق الحاضرون.\n"
        "⟦أعلنت إدارة المتحف إعادة افتتاح القاعة الكبرى أمام الزوار مجانا.⟧\nوأضاف المدير أن الحديقة جاهزة.": "أعلنت إدارة المتحف إعادة "
        "افتتاح القاعة الكبرى أمام الزوار مجانا.\nوأضاف المدير أن القاعة رممت.\nوصفق الحاضرون.\nوأضاف المدير أن الحديقة جاهزة.",
        # Three times: two findings
        "تنطلق غدا بطولة المدارس لكرة السلة بمشاركة ثلاثين فريقا.\n⟦تنطلق غدا بطولة المدارس لكرة السلة بمشاركة ثلاثين فريقا.⟧\n"
        "⟦تنطلق غدا بطولة المدارس لكرة السلة بمشاركة ثلاثين فريقا.⟧": "تنطلق غدا بطولة المدارس لكرة السلة بمشاركة ثلاثين فريقا.",
    }
    cases = (
        Example(
            "يا دار أهلي على طرف البحر القديم سلام\nمرت عليك السنون.\nيا دار أهلي على طرف البحر القديم سلام",
            options={"allow": ("دار أهلي",)},
        ),
        Example("وصل الوفد ظهرا.\nوغادر.\n⟦وصل الوفد ظهرا.⟧", "وصل الوفد ظهرا.\nوغادر.", {"min_words": 3}),
        Example(
            "أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\n\nوقال **المهندس** إن الأعمدة تحتاج إلى تدعيم عاجل.\n\n"
            "⟦أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\n\nوقال **المهندس** إن الأعمدة تحتاج إلى تدعيم عاجل.⟧\n",
            "أغلقت البلدية الجسر القديم أمام الشاحنات حتى نهاية الشهر.\n\nوقال **المهندس** إن الأعمدة تحتاج إلى تدعيم عاجل.\n",
            format="markdown",
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """One finding for each block that repeats an earlier one."""
        if len(document.blocks) < 2 or not may_recur(document, min(self.min_words, self.min_words_list, self.min_adjacent)):
            return
        from ._copies import blocks_of, firsts_of, keys_of, widened  # few articles repeat a paragraph

        paragraphs = document.paragraphs
        keys = keys_of(document, paragraphs)
        if not any(keys):
            return
        firsts = firsts_of(paragraphs, keys)
        copies = [(number, first) for number, first in enumerate(firsts) if first < number and self._counts(paragraphs, keys, number)]
        last = -1
        blocks = list(blocks_of(document, keys, copies))
        for block, following in zip_longest(blocks, blocks[1:], fillvalue=(len(paragraphs), 0, 0)):
            start, end, original = block
            alone = start == end and original < start - 1
            if alone and (_QUESTION.match(paragraphs[start].text) or in_parallel(paragraphs, start, original)):
                continue
            wide = widened(document, keys, block, last, following[0])
            if alone and wide == block and _is_label(paragraphs[start].text):
                continue
            start, last, original = wide
            yield self._repetition(document, start, last, original)

    def _counts(self, paragraphs: Sequence[Paragraph], keys: Sequence[str], number: int) -> bool:
        """Whether the paragraph is long enough, or near enough to its copy, to be a repetition by itself."""
        length = keys[number].count(" ") + 1
        enough = self.min_words_list if paragraphs[number].kind == "list-item" else self.min_words
        adjacent = keys[number] == keys[number - 1] and length >= self.min_adjacent
        return (length >= enough or adjacent) and not allowed(paragraphs[number].text, self.allow)

    def _repetition(self, document: Document, start: int, end: int, original: int) -> Finding:
        paragraphs = document.paragraphs
        first, last, count = paragraphs[start], paragraphs[end], end - start + 1
        model, model_end = paragraphs[original], paragraphs[original + count - 1]
        line, first_line = document.line(first.start), document.line(model.start)
        return self.found(
            first.start,
            last.end,
            Edit(_gap_start(document, start), last.end, ""),
            safe=False,
            variant="line" if line == first_line else "one" if count == 1 else "",  # one line may hold a whole article: JSON
            related=[Related(model.start, model_end.end, Text("النسخة الأولى هنا.", "The first copy is here."))],
            line=line,
            end_line=document.line(last.end - 1),
            first_line=first_line,
            first_end_line=document.line(model_end.end - 1),
            paragraphs=count,
        )


def _is_label(text: str) -> bool:
    """Whether a paragraph is a heading that the contents name too, or a line of verse: short, and with no mark behind it."""
    return len(text.split()) <= _LABEL and not _CLOSED.search(text)


def _gap_start(document: Document, number: int) -> int:
    """Where the line breaks before the paragraph begin."""
    end, start = document.paragraphs[number - 1].end, document.paragraphs[number].start
    return end + len(document.text[end:start].rstrip())
