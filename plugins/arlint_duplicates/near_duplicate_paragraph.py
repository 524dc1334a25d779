"""near-duplicate-paragraph: an old and a new version of one paragraph, both left in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from arlint import Document, Example, Finding, Measured, Paragraph, Related, Rule, Text, option
from arlint.arabic.clitics import NOUN_PREFIXES
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import key, skeleton
from arlint.records import NamedTuple

from ._folded import BODY, repeats_itself, trigrams, words_in
from ._parallel import are_entries, in_parallel
from ._traced import may_hold_versions

_KINDS = BODY - {"heading"}  # a subhead is often the first words of what it stands over

_COMMON = 8
"""Paragraphs in which a trigram must stand to be passed over: it belongs to a formula, and is the one that would cost quadratic time."""

_LOOKED_AT = 3
"""Earlier paragraphs compared with each one: those that share the most trigrams with it."""

_CLEAR = 0.75
_ALIKE = 0.4
"""Below the first share, another earlier paragraph of the second share shows a pattern: versions come in twos."""

_CONTAINED = 0.9
"""The share of the shorter paragraph that must stand in the longer one, with `containment`."""


_Trigram = tuple[object, object, object]


class _Version(NamedTuple):
    paragraph: Paragraph
    trigrams: frozenset[_Trigram]


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
        for later, nearest in _compared(list(self._versions(document))):
            for earlier in nearest:
                share = self._share(later, earlier)
                if 0 < share < _CLEAR and sum(_jaccard(later, other) >= _ALIKE for other in nearest) > 1:
                    break
                if share and not _on_purpose(document.paragraphs, later, earlier):
                    yield self._version_of(document, later.paragraph, earlier.paragraph, share)
                    break

    def _may_speak(self, document: Document) -> bool:
        """Whether two paragraphs may be versions of one."""
        if not self.containment and not may_hold_versions(document, self.min_words, self.threshold):
            return False
        return self.threshold < 0.6 or self.min_words < 12 or repeats_itself(document)

    def _versions(self, document: Document) -> Iterator[_Version]:
        seen: set[tuple[object, ...]] = set()
        for number, (start, end, _) in enumerate(document.blocks):
            words = words_in(document, start, end)
            if len(words) < self.min_words or (paragraph := document.paragraph(number)).kind not in _KINDS:
                continue
            if paragraph.dateline:
                words = words_in(document, paragraph.prose.start, end)
            if len(words) >= self.min_words and tuple(words) not in seen:  # equal ones are for duplicate-paragraph
                seen.add(tuple(words))
                yield _Version(paragraph, trigrams(words))

    def _share(self, one: _Version, other: _Version) -> float:
        """The common part of the trigrams if it is large enough, else 0."""
        if one.paragraph.kind == other.paragraph.kind == "list-item":
            return 0.0
        jaccard = _jaccard(one, other)
        if jaccard >= self.threshold or not self.containment:
            return jaccard if jaccard >= self.threshold else 0.0
        contained = len(one.trigrams & other.trigrams) / min(len(one.trigrams), len(other.trigrams))
        return contained if contained >= _CONTAINED else 0.0

    def _version_of(self, document: Document, later: Paragraph, earlier: Paragraph, share: float) -> Finding:
        return self.found(
            later.start,
            later.end,
            related=[Related(earlier.start, earlier.end, Text("الصيغة الأولى هنا.", "The first version is here."))],
            first_line=document.line(earlier.start),
            percent=min(99, int(100 * share)),
        )


def _compared(versions: Sequence[_Version]) -> Iterator[tuple[_Version, list[_Version]]]:
    """Each paragraph with the few earlier ones that share most with it: candidates come from an index of the rarer trigrams."""
    seen: set[_Trigram] = set()
    again: set[_Trigram] = set()
    for version in versions:
        again |= seen & version.trigrams
        seen |= version.trigrams
    common = [version.trigrams & again for version in versions]
    spread = Counter(chain.from_iterable(common))
    holders: dict[_Trigram, list[int]] = {}
    for number, version in enumerate(versions):
        shared: dict[int, int] = {}
        for trigram in common[number]:
            if spread[trigram] < _COMMON:
                earlier = holders.setdefault(trigram, [])
                for other in earlier:
                    shared[other] = shared.get(other, 0) + 1
                earlier.append(number)
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:_LOOKED_AT]
        yield version, [versions[other] for other in nearest]


def _jaccard(one: _Version, other: _Version) -> float:
    common = len(one.trigrams & other.trigrams)
    return common / (len(one.trigrams) + len(other.trigrams) - common)


def _on_purpose(paragraphs: Sequence[Paragraph], later: _Version, earlier: _Version) -> bool:
    """Whether the two fill one template, are entries of one list, or stand in passages told in one pattern."""
    if _frame(later.paragraph) == _frame(earlier.paragraph) or are_entries(later.paragraph.text, earlier.paragraph.text):
        return True
    return in_parallel(paragraphs, later.paragraph.number, earlier.paragraph.number)


def _frame(paragraph: Paragraph) -> list[str]:
    """Its words with every run of numbers, ordinals, weekdays and months left open: two fillings of one template have one frame."""
    filling = _fillings()
    frame: list[str] = []
    for word in key(paragraph.prose.text):
        if word not in filling and not any(map(str.isdigit, word)):
            frame.append(word)
        elif frame[-1:] != [""]:
            frame.append("")
    return frame


@lru_cache(maxsize=1)
def _fillings() -> frozenset[str]:
    return lexicon(__file__, "template_words", _compiled)


def _compiled(table: Mapping[str, list[str]]) -> frozenset[str]:
    stems = {skeleton(word).removeprefix("ال") for words in table.values() for word in words}
    return frozenset(f"{prefix}{stem}" for prefix in NOUN_PREFIXES for stem in stems)
