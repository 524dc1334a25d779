"""near-duplicate-paragraph: an old and a new version of one paragraph, both left in."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Measured, Paragraph, Related, Rule, Text, option

from ._folded import repeats_itself
from ._traced import may_hold_versions

_CLEAR = 0.75
_ALIKE = 0.4
"""Below the first share, another earlier paragraph of the second share shows a pattern: versions come in twos."""


class NearDuplicateParagraph(Rule):
    """صيغتان لفقرة واحدة بقيتا معا في النص بعد التحرير، قديمة وجديدة، فيقرأ القارئ الخبر مرتين، وقد تناقض إحداهما الأخرى. تُقارن كل فقرة من
    اثنتي عشرة كلمة فأكثر بما قبلها من حيث الكلمات المتتالية (كل ثلاث كلمات معا)، ويُبلَّغ عن الثانية إذا بلغ التطابق ستين في المئة.

    لا يُبلَّغ عن فقرتين لا تختلفان إلا في الأرقام أو الأعداد الترتيبية أو الأيام أو الشهور، فهما من قالب واحد، ولا عن بندين من قائمة، ولا
    عن العناوين الفرعية، ولا عن صيغ تتكرر في ثماني فقرات فأكثر، ولا عن فقرتين تبدأ جاراتهما البداية نفسها ثم تختلف، كبرقيات التعزية. ولا
    إصلاح آليا: المحرر وحده يعرف أي الصيغتين هي الأخيرة.

    Two versions of one paragraph, an old and a new one, were both left in: the reader is told the news twice, and the two may contradict
    each other. Every paragraph of twelve words or more is compared with those before it by the triples of words that they share, and the
    later one is reported when 60 % of them are the same.

    Paragraphs that differ in nothing but numbers, ordinals, weekdays or months belong to one template and are left alone; so are two items
    of lists, subheads, wordings that stand in eight paragraphs or more, and passages whose neighbours begin alike and then differ, as in
    telegrams of condolence. There is no fix: only an editor knows which version is the last.
    """

    id = "near-duplicate-paragraph"
    code = "DUP002"
    title = Text("فقرة شبه مكررة", "Near-duplicate paragraph")
    message = Text(
        "هذه الفقرة تطابق الفقرة في السطر {first_line} بنسبة {percent}%؛ أبق إحداهما.",
        "This paragraph is {percent}% the same as the one in line {first_line}; keep one of them.",
    )
    level = "suggestion"
    measured = Measured(
        13,
        15,
        4338,
        "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "هذا كل ما وُجد، وقد وُضعت الاستثناءات بعد قراءة اثنتين وعشرين ملاحظة، سبع منها خاطئة.",
            "These are all there were; the exceptions were made after 22 had been read, 7 of them wrong.",
        ),
    )

    threshold: float = option(
        0.60,
        ar="نسبة الثلاثيات المشتركة التي تُعد الفقرتان بها صيغتين لفقرة واحدة.",
        en="The share of common trigrams from which two paragraphs are versions of one.",
    )
    min_words: int = option(12, ar="أقل عدد من الكلمات تُقارن به الفقرة.", en="The fewest words with which a paragraph is compared.")
    containment: bool = option(
        False,
        ar="الإبلاغ أيضا عن فقرة ترد تسعون في المئة منها في فقرة أطول.",
        en="Whether to report also a paragraph of which 90 % stands in a longer one.",
    )

    good = (
        "سلّم الوزير المستفيدين مفاتيح الدفعة الأولى من مساكن المشروع الجديد في حي الورود صباح يوم الأحد الماضي.\n"
        "سلّم الوزير المستفيدين مفاتيح الدفعة الثانية من مساكن المشروع الجديد في حي الورود صباح يوم الثلاثاء الماضي.",
        "- يدفع المستأجر الأجرة في أول كل شهر قمري إلى صندوق البلدية نقدا أو بشيك مصدق.\n"
        "- يدفع المستأجر الأجرة في أول كل شهر قمري إلى صندوق البلدية نقدا أو بحوالة مصدقة.",
        "صور: غائم مع فرصة لهطول أمطار خفيفة على الساحل والمرتفعات المتوسطة في الليل، والحرارة 19 درجة.\n"
        "صيدا: غائم مع فرصة لهطول أمطار خفيفة على الساحل والمرتفعات المتوسطة في الليل، والحرارة 20 درجة.",
        "قال المدير إن المعرض ناجح.\nوقال المدير إن المعرض ناجح جدا.",
        "سجل المهاجم هدفه الأول في الدقيقة 12 بعد تمريرة من زميله داخل المنطقة.\nوسجل هدفه الثاني في الدقيقة 70 بعد خطأ من الحارس الشاب.",
    )
    bad = {
        "قالت إدارة الموانئ إن فرق الإنقاذ انتشلت عشرة بحارة من سفينة شحن غرقت قبالة الساحل الشرقي بعد عاصفة ضربت المنطقة ليلا.\n"
        "وشكرت الإدارة الصيادين.\n"
        "⟦وقالت إدارة الموانئ إن فرق الإنقاذ انتشلت عشرة بحارة من سفينة شحن غرقت قبالة الساحل الشرقي بعد عاصفة ضربت الساحل ليلا.⟧": None,
        # A weekday that was put in is no filling of a template
        "شهدت المدينة مسيرة كبيرة طالبت بتحسين النقل العام وخفض أسعار التذاكر للطلاب والمتقاعدين في جميع الخطوط.\n"
        "⟦شهدت المدينة، الجمعة، مسيرة كبيرة طالبت بتحسين النقل العام وخفض أسعار التذاكر للطلاب والمتقاعدين في جميع الخطوط.⟧": None,
    }
    cases = (
        Example(
            "أغلقت الشرطة الطريق الساحلي أمام السيارات بعد انهيار صخري قرب النفق القديم، وبدأت فرق الصيانة إزالة الصخور، وقال مهندس إن "
            "العمل يستغرق ثلاثة أيام على الأقل.\n⟦أغلقت الشرطة الطريق الساحلي أمام السيارات بعد انهيار صخري قرب النفق القديم.⟧",
            options={"containment": True},
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Every paragraph that is a version of an earlier one."""
        if len(document.blocks) < 2 or not self._may_speak(document):
            return
        from ._versions import compared, jaccard, on_purpose, share_of, versions_in  # one article in a hundred

        for later, nearest in compared(list(versions_in(document, self.min_words))):
            for earlier in nearest:
                share = share_of(later, earlier, self.threshold, containment=self.containment)
                if 0 < share < _CLEAR and sum(jaccard(later, other) >= _ALIKE for other in nearest) > 1:
                    break
                if share and not on_purpose(document.paragraphs, later, earlier):
                    yield self._version_of(document, later.paragraph, earlier.paragraph, share)
                    break

    def _may_speak(self, document: Document) -> bool:
        """Whether two paragraphs may be versions of one."""
        if not self.containment and not may_hold_versions(document, self.min_words, self.threshold):
            return False
        return self.threshold < 0.6 or self.min_words < 12 or repeats_itself(document)

    def _version_of(self, document: Document, later: Paragraph, earlier: Paragraph, share: float) -> Finding:
        return self.found(
            later.start,
            later.end,
            related=[Related(earlier.start, earlier.end, Text("الصيغة الأولى هنا.", "The first version is here."))],
            first_line=document.line(earlier.start),
            percent=min(99, int(100 * share)),
        )
