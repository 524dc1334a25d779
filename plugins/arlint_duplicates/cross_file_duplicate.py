"""cross-file-duplicate: one article in two files."""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, Literal

from arlint import CorpusRule, Document, Elsewhere, Example, Finding, Measured, Noted, Text, option
from arlint.records import NamedTuple

from ._across import Files, linked
from ._revision import Memory, Revision, Tally, remembered
from ._runs import RUN
from ._surveyed import Repeated, Surveyed

_CROWD = 20
"""Files that may share a passage and are all compared with each other: a wire story stands in so many. Where more do, each is compared
with the next one."""


class _Copy(NamedTuple):
    """What a file repeats: a span of its prose, by which variant of the message to say it, and the place in the other file."""

    start: int
    end: int
    variant: str
    percent: int
    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class CrossFileDuplicate(CorpusRule):
    """مقال حُفظ مرتين باسمين، أو بقيت نسخته القديمة إلى جانب تحديثها، أو نُقل نصفه من خبر آخر دون ذكر ذلك: يجده القارئ مكررا في البحث
    والأرشيف، ويصحح المحرر إحدى النسختين وينسى الأخرى.

    تُقارن الملفات بكلماتها وحدها، فلا يخفي التكرارَ اختلافُ الهمزات والعلامات ولا تقسيمُ الفقرات. ويُبلَّغ مرة واحدة عن كل ملفين إذا ورد
    نصف أقصرهما في الآخر من حيث الكلمات المتتالية (كل خمس كلمات معا)، في الملف الثاني بترتيب الأسماء، عند أول فقرة مكررة فيه. ومن شاء أضاف
    بالخيار paragraphs الإبلاغ عن الفقرة الواحدة الواردة في ملفين مختلفين.

    لا تُقارن العناوين وأسماء الكتاب والسطور التي يجوز تكرارها. وما ورد في أكثر من خمسة ملفات خلفية لا تُحسب، إلا أن يكون الملفان متطابقين أو
    يكادان (ثمانون في المئة). أما التحديث المقصود فيكفي أن يُذكر في ترويسة ملفه اسم الخبر الأول: updates: port-opens، وأما المجلدات التي
    لا تُقارن، كالأرشيف، فتُذكر في الخيار ignore.

    هذه القاعدة غير مفعّلة ما لم تُطلب: مقارنة الملفات تقتضي قراءتها كلها مرتين، وما تجده تكرار مقصود في كثير من غرف الأخبار. ولا إصلاح آليا.

    An article was saved twice under two names, or its old version was kept beside the update, or half of it was taken from another story
    without saying so. Readers find it twice in search and archive, and an editor corrects one copy and forgets the other.

    Files are compared by their words alone, so that neither hamzas and marks nor other paragraph breaks hide the repetition. Two files are
    reported once if half of the shorter one stands in the other, by the runs of five words that they share: in the file that comes second
    by name, at its first repeated paragraph. The option `paragraphs` adds single paragraphs that stand in two otherwise different files.

    Headlines, bylines and lines that may repeat are not compared. What stands in more than five files is background and does not count,
    unless two files are the same but for a few words (80 %). A deliberate update names the first article in its front matter,
    `updates: port-opens`; folders that are not to be compared, such as an archive, are named in `ignore`.

    The rule is off unless it is asked for: to compare files is to read all of them twice, and in many newsrooms what it finds is meant to
    be there. There is no fix.
    """

    id = "cross-file-duplicate"
    code = "DUP005"
    title = Text("نص مكرر في ملف آخر", "Text duplicated in another file")
    message = Text(
        "ورد {percent}% من نص هذا المقال في الملف {file} (السطر {first_line})؛ أبق أحدهما، أو بيّن أن أحدهما تحديث للآخر.",
        "{percent}% of the text of this article also stands in {file} (line {first_line}); keep one of the two, or mark one as an update.",
    )
    messages = {
        "contains": Text(
            "في هذا المقال {percent}% من النص الذي في الملف {file} (السطر {first_line})؛ أبق أحدهما، أو بيّن أن أحدهما تحديث للآخر.",
            "This article holds {percent}% of the text in {file} (line {first_line}); keep one of the two, or mark one as an update.",
        ),
        "paragraph": Text(
            "ورد {percent}% من كلمات هذه الفقرة في الملف {file} (السطر {first_line})؛ أعد صياغتها، أو اذكر مصدرها.",
            "{percent}% of the words of this paragraph also stand in {file} (line {first_line}); reword it, or say where it comes from.",
        ),
    }
    level = "warning"
    default = False
    measured = Measured(
        38,
        40,
        3216,
        "SaudiNewsNet",
        Text(
            "قُرئت من 513 ملاحظة بين مقالات أربع عشرة صحيفة، والخاطئتان من قائمة أسبوعية لها قالب واحد. ومن 75 زوجا معروفا من "
            "المقالات يبلغ التطابق فيها ثمانين في المئة فأكثر وُجدت كلها.",
            "Read out of 513 between the articles of fourteen papers; the two that were wrong belong to a weekly list with one pattern. Of "
            "75 known pairs of articles that are 80 % the same or more, all were found.",
        ),
    )

    scope: Literal["document", "project"] = option(
        "project",
        ar="ما يُقارن: ملفات المشروع كلها (project). وليس في المقال وحده (document) ما يُقارن.",
        en="What is compared: all files of the project. Within a document by itself there is nothing to compare.",
    )
    min_words: int = option(
        20, ar="أقل عدد من الكلمات المشتركة يُبلَّغ عنه.", en="The fewest words in common that are reported."
    )
    file_ratio: float = option(
        0.5,
        ar="النسبة التي إذا وردت من أقصر الملفين في الآخر عُدّ مكررا له.",
        en="The share of the shorter file from which the one repeats the other.",
    )
    threshold: float = option(
        0.8,
        ar="نسبة التطابق التي يُعد عندها الملفان، أو الفقرتان، نصا واحدا.",
        en="The likeness from which two files, or two paragraphs, are the same text.",
    )
    paragraphs: bool = option(
        False, ar="الإبلاغ أيضا عن فقرة واردة في ملفين مختلفين.", en="Whether to report also single paragraphs that stand in two files."
    )
    max_files: int = option(
        5,
        ar="ما ورد في أكثر من هذا العدد من الملفات خلفية يجوز تكرارها.",
        en="What stands in more files than this is background, which may repeat.",
    )
    ignore: tuple[str, ...] = option(
        (), ar="ملفات لا تُقارن، بأنماط مثل archive/*.", en="Files that are not compared, as globs like archive/*."
    )

    good = (
        # One paragraph of background in two articles
        "[a.txt] وصل إلى المدينة صباح الأحد وفد من خبراء الري لدراسة أحوال القنوات القديمة، والتقى المزارعين في ثلاث قرى، ووعدهم بتقرير "
        "مفصل "
        "قبل نهاية الصيف.\n"
        "وكانت القنوات قد بنيت قبل قرنين لنقل ماء العيون إلى البساتين، ثم أهملت حين حفرت الآبار، وردمت أجزاء منها عند توسعة الطرق.\n"
        "[b.txt] نظمت مدرسة القرية رحلة لطلابها إلى متحف الماء، وشرح لهم المرشد كيف كان الناس يقتسمون الحصص بالساعات والدقائق، ثم رسموا "
        "خريطة "
        "للعيون ومجاريها القديمة.\n"
        "وكانت القنوات قد بنيت قبل قرنين لنقل ماء العيون إلى البساتين، ثم أهملت حين حفرت الآبار، وردمت أجزاء منها عند توسعة الطرق.",
        "[a.txt] اقرأ أيضا: البلدية تبدأ ترميم السوق القديم وتنقل الباعة إلى ساحة مؤقتة قرب المحطة حتى نهاية العام المقبل إن لم تتأخر "
        "الأعمال مرة أخرى\n"
        "[b.txt] اقرأ أيضا: البلدية تبدأ ترميم السوق القديم وتنقل الباعة إلى ساحة مؤقتة قرب المحطة حتى نهاية العام المقبل إن لم تتأخر "
        "الأعمال مرة أخرى",
        "[a.txt] فاز فريق المدينة بالكأس للمرة الأولى.\n[b.txt] فاز فريق المدينة بالكأس للمرة الأولى.",
    )
    bad = {
        "[a.txt] أعلنت هيئة الموانئ أن الرصيف الشمالي سيستقبل السفن الكبيرة ابتداء من مطلع الشهر المقبل، بعد أعمال توسعة استغرقت عامين "
        "وشارك "
        "فيها مئات العمال.\n"
        "[b.txt] ⟦أعلنت هيئة الموانئ أن الرصيف الشمالي سيستقبل السفن الكبيرة ابتداء من مطلع الشهر المقبل، بعد أعمال توسعة استغرقت عامين "
        "وشارك "
        "فيها مئات العمال.⟧": None,
        # Another headline, dateline, spelling and division into paragraphs
        "[a.txt] افتتاح متحف السفن\nعدن – (وكالات): افتتح أمس متحف للسفن الشراعية يضم أربعين نموذجا صنعها بحارة متقاعدون. وقال مديره إن "
        "النماذج "
        "صنعت من خشب السفن القديمة نفسها.\n"
        "[b.txt] بحارة يصنعون متحفا\n⟦إفتتح أمس متحفٌ للسُّفن الشراعيـة يضم أربعين نموذجاً صنعها بحارة متقاعدون.⟧\n"
        "وقال مديره إن النماذج صنعت من خشب السفن القديمة نفسها": None,
        # The update that tells more
        "[a.txt] اندلع حريق في مستودع للأخشاب عند مدخل المدينة الجنوبي فجر اليوم، وهرعت إليه خمس فرق من الدفاع المدني، ولم ترد أنباء عن "
        "إصابات.\n"
        "[b.txt] ⟦اندلع حريق في مستودع للأخشاب عند مدخل المدينة الجنوبي فجر اليوم، وهرعت إليه خمس فرق من الدفاع المدني، ولم ترد أنباء عن "
        "إصابات.⟧\n"
        "وقال قائد الفرق لاحقا إن النار أخمدت قبل الظهر، وإن سببها شرارة من آلة قطع تركت تعمل ليلا، وإن الخسائر تقدر بنصف ما في "
        "المستودع.": None,
    }
    cases = (
        Example(
            "[a.txt] ارتفع منسوب النهر مترين بعد أمطار الأسبوع الماضي، وأغلقت البلدية الجسر الصغير أمام المشاة احتياطا حتى يهبط الماء.\n"
            "وكان النهر قد فاض قبل عشر سنوات فغمر الحي الشرقي كله، وبنيت بعد ذلك سدود من الحجر على ضفتيه وحفر مجرى جديد للسيول.\n"
            "[b.txt] يعرض رسام من أبناء الحي الشرقي لوحاته الأخيرة في بيت الثقافة، ومنها مشاهد من ذاكرة الطفولة على الضفة والقوارب "
            "الخشبية.\n"
            "⟦وكان النهر قد فاض قبل عشر سنوات فغمر الحي الشرقي كله، وبنيت بعد ذلك سدود من الحجر على ضفتيه وحفر مجرى جديد للسيول.⟧",
            options={"paragraphs": True},
        ),
        # A deliberate update
        Example(
            "[port-opens.md] تستقبل المدينة أول سفينة سياحية هذا الموسم يوم الخميس، ويصل على متنها ألف راكب يقضون يومين في أسواقها "
            "ومتاحفها قبل أن يبحروا شمالا.\n"
            "[today.md] ---\nupdates: port-opens\n---\n\nتستقبل المدينة أول سفينة سياحية هذا الموسم يوم الخميس، ويصل على متنها ألف راكب "
            "يقضون يومين في أسواقها "
            "ومتاحفها قبل أن يبحروا شمالا.",
            format="markdown",
        ),
        Example(
            "[archive/a.txt] زرع طلاب المدرسة الثانوية مئتي شجرة زيتون على التل المطل على القرية، ووزعت البلدية عليهم شهادات تقدير وكتبا "
            "عن أشجار البلاد.\n"
            "[b.txt] زرع طلاب المدرسة الثانوية مئتي شجرة زيتون على التل المطل على القرية، ووزعت البلدية عليهم شهادات تقدير وكتبا عن أشجار "
            "البلاد.",
            options={"ignore": ("archive/*",)},
        ),
    )

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """The article under its key, if it is long enough to repeat anything."""
        if any(document.lies_under(glob) for glob in self.ignore):
            return
        surveyed = Surveyed.of(document)
        if surveyed.words >= self.min_words:
            yield document.key, surveyed.note(self.min_words - RUN)

    def known(self, counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
        """What each file repeats of files that come before it by name. A file that repeats nothing has no entry."""
        return self.concluded(counts)[0]

    def concluded(self, counts: Mapping[str, Mapping[str, int]]) -> tuple[dict[str, str], tuple[object, ...]]:
        """The same, with all landmarks, the pairs of files that are alike, and in how many files the runs stand that these share."""
        files = Files((key, note) for key in sorted(counts) for note in counts[key])
        candidates = chain.from_iterable(linked(files.candidates(self._crowd)))
        alike = [pair for pair in candidates if any(self._copies(*files.pair(pair), frozenset()))]
        tally = Tally()
        copies: dict[str, list[_Copy]] = {}
        for some, times in files.tallied(alike):
            tally.add(times)
            common = {run for run, number in times.items() if number > self.max_files}
            for pair in some:
                earlier, later = files.pair(pair)
                copies.setdefault(later.key, []).extend(self._copies(earlier, later, common))
        return {key: json.dumps(found) for key, found in copies.items() if found}, tuple(remembered(files, alike, tally))

    def revised(
        self,
        memory: Any,
        known: Mapping[str, str],
        before: Mapping[str, Mapping[str, int]],
        after: Mapping[str, Mapping[str, int]],
        notes: Noted,
    ) -> dict[str, str | None]:
        """What files repeat otherwise, now that some have changed: those that shared a landmark with these, or share one now."""
        return Revision(Memory(*memory), before, after, notes, self._crowd, self.max_files).changes(self._said)

    def _said(self, pairs: Iterable[tuple[Surveyed, Surveyed]], common: Set[int]) -> str | None:
        """What the later file of these pairs repeats of the earlier ones, as it is known."""
        found = [copy for earlier, later in pairs for copy in self._copies(earlier, later, common)]
        return json.dumps(found) if found else None

    @property
    def _crowd(self) -> int:
        return max(_CROWD, self.max_files)

    def _copies(self, earlier: Surveyed, later: Surveyed, common: Set[int]) -> Iterator[_Copy]:
        """What the later file repeats of the earlier one, runs that are common to many left out: the file, or else single paragraphs."""
        if later.is_update_of(earlier) or earlier.is_update_of(later):
            return
        there, here = len(earlier.distinct), len(later.distinct)
        shared = earlier.distinct & later.distinct
        if common and earlier.likeness(later) < self.threshold:
            shared -= common
        share = len(shared) / min(there, here)
        if not shared or (share < self.file_ratio and not self.paragraphs):
            return
        paragraphs = list(later.repeated(shared))
        whole = [one for one in paragraphs if one.words >= self.min_words and one.repeated >= self.threshold * one.words]
        if share >= self.file_ratio and sum(one.repeated for one in paragraphs) >= self.min_words:
            shown = whole[0] if whole else max(paragraphs, key=lambda one: one.repeated)
            yield from _placed(earlier, later, {shown: share}, "" if here <= there else "contains")
        elif self.paragraphs:
            yield from _placed(earlier, later, {one: one.repeated / one.words for one in whole}, "paragraph")

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        """What is known of this file, where the paragraph still stands and no other rule has reported it as a copy within the file."""
        for one in (_Copy(*found) for found in json.loads(known.get(document.key, "[]"))):
            paragraph = document.paragraph_at(one.start)
            if paragraph and (paragraph.start, paragraph.end) == (one.start, one.end):
                place = Elsewhere(*one[4:], Text("النص هناك.", "The text stands there."))
                yield self.found(
                    one.start, one.end, variant=one.variant, related=[place], percent=one.percent, file=one.path, first_line=one.line
                )

    def findings(self, document: Document) -> Iterable[Finding]:
        """None: a document by itself repeats no other."""
        return ()


def _placed(earlier: Surveyed, later: Surveyed, shown: Mapping[Repeated, float], variant: str) -> Iterator[_Copy]:
    """The copies of what is shown of the later file, each with the place in the earlier one that has most of it."""
    for one, share in shown.items():
        there = earlier.paragraph_with(later.runs_in(one.paragraph, one.words))
        yield _Copy(one.paragraph.start, one.paragraph.end, variant, int(100 * share), earlier.path, *there[2:6])
