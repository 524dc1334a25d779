"""inconsistent-spelling: إيران here and ايران there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from typing import Literal

from arlint import CorpusRule, Document, Edit, Example, Finding, Measured, Related, Text, option
from arlint.arabic.noticed import Noticed
from arlint.arabic.respelling import respelling

from . import _variant_groups as table
from ._choice import kept
from ._contested import Spelling
from ._house import G_LETTER, HAMZA_MEDIAL, HOUSE_STYLE, VARIANTS, GLetter, HamzaMedial, house, unknown
from ._occurrences import Occurrence, apart, listed, occurrences
from ._sieve import Sieve

_HERE = Text("كُتبت هنا «{right}».", "It is spelled «{right}» here.")


class InconsistentSpelling(CorpusRule):
    """كلمة كُتبت في النص الواحد على وجهين: «إيران» و«ايران»، «أميركا» و«أمريكا»، «عبد الله» و«عبدالله». وهي تشغل القارئ وتُفسد البحث
    والوسوم والأرشفة.

    تُقارن الكلمات التي في جدول الصيغ (table)، ومنها ما يُكتب كلمة أو كلمتين (spacing)، ثم كل كلمة أولها ألف كُتبت بهمزة وبغيرها
    (hamza)، ثم ما آخره ياء أو تاء مربوطة كُتبت بلا نقطتين مع ورودها منقوطة (yeh و teh: «المدينه» و«المدينة»). والمعتمد ما يحدده
    دليل الأسلوب، ثم ما تقطع به القاعدة الإملائية (الاجتماع لا الإجتماع)، ثم الأكثر ورودا في النص خارج الاقتباسات، ثم الأسبق.
    ويُبلَّغ عن كل موضع يخالفه.

    لا تُقارن كلمتان مختلفتان وإن تشابه رسمهما (إعلام وأعلام، أمام وإمام، على وعلي)، ولا المترادفات (الناتو وحلف شمال الأطلسي) إلا
    بخيار synonyms. والإصلاح يُبقي ما اتصل بالكلمة (وايران ← وإيران، الأمريكية ← الأميركية)، وهو مأمون إن لم يتغير نطقها.

    One word spelled in two ways in one text: إيران and ايران, أميركا and أمريكا, عبد الله and عبدالله. It distracts the reader and breaks
    search, tags and the archive.

    Compared are the words of a table of variants (`table`), among them those written as one word or two (`spacing`); then all words
    that begin with an alif, with a hamza and without (`hamza`); then words in a final ي or ة that is written without dots while the
    same word has them elsewhere (`yeh`, and `teh`: المدينه and المدينة). The spelling to keep is that of the house style, else the one
    that orthography demands (الاجتماع, not الإجتماع), else the most frequent one outside quotations, else the first. Every place that
    differs from it is reported.

    Different words that look alike are never compared (إعلام and أعلام, أمام and إمام, على and علي), nor are synonyms (الناتو and حلف شمال
    الأطلسي) unless the option `synonyms` asks for it. The fix keeps what is attached to the word, وايران → وإيران, and its inflection,
    الأمريكية → الأميركية; it is safe where a reader would hear no difference.
    """

    id = "inconsistent-spelling"
    code = "SPL001"
    title = Text("كتابة غير موحدة", "Inconsistent spelling")
    message = Text(
        "«{found}» كُتبت في غير هذا الموضع «{right}» ({n:times})؛ وحّد الكتابة.",
        "«{found}» is spelled «{right}» elsewhere in this text ({n:times}); use one spelling.",
    )
    messages = {
        "house": Text(
            "كُتبت الكلمة في النص على أكثر من وجه، ودليل الأسلوب يعتمد «{right}».",
            "The word is spelled in several ways in this text; the house style has «{right}».",
        ),
        "project": Text(
            "«{found}» كُتبت في ملفات المشروع «{right}»؛ وحّد الكتابة.",
            "«{found}» is spelled «{right}» in the files of this project; use one spelling.",
        ),
    }
    level = "warning"
    lacks_by_options = True
    yields_to = ("common-misspelling", "glued-words", "house-spelling", "mixed-script-word")

    house_style = {**HOUSE_STYLE, "egyptian_yeh": "egyptian_yeh"}
    variants: dict[str, str] = option({}, ar=VARIANTS.ar, en=VARIANTS.en)
    g_letter: GLetter = option("", ar=G_LETTER.ar, en=G_LETTER.en)
    hamza_medial: HamzaMedial = option("", ar=HAMZA_MEDIAL.ar, en=HAMZA_MEDIAL.en)
    egyptian_yeh: Literal["report", "ignore"] = option(
        "report",
        ar="ما العمل بما آخره ياء كُتبت بنقطتين وبغيرهما (النادي والنادى): report لإبقاء المنقوطة، ignore لإبقاء الأكثر ورودا.",
        en="Of a final yeh with and without dots (النادي, النادى): keep the one with dots (report), or the more frequent one (ignore).",
    )
    classes: list[Literal["table", "spacing", "hamza", "yeh", "teh"]] = option(
        ["table", "spacing", "hamza", "yeh", "teh"],
        ar="ما يُقارن: جدول الصيغ (table)، والفصل والوصل (spacing)، وهمزة الحرف الأول (hamza)، والياء الأخيرة (yeh)، والتاء المربوطة (teh).",
        en="What is compared: the table of variants, one word or two, the hamza of the first letter, the final yeh, the final teh marbuta.",
    )
    groups: dict[str, str] = option(
        {},
        ar="لكل مجموعة من الجدول: on لمقارنتها، أو off لتركها، أو الصيغة المفضلة منها.",
        en="For a group of the table: `on` to compare it, `off` to leave it alone, or the form to keep.",
    )
    synonyms: bool = option(False, ar="تُقارن المترادفات أيضا.", en="Also compare synonyms.")
    in_quotes: bool = option(True, ar="يُبلَّغ عما داخل الاقتباسات أيضا.", en="Also report what stands inside quotations.")
    min_occurrences: int = option(
        1,
        ar="أقل ما ينبغي أن ترد الصيغة الغالبة ليُبلَّغ عن غيرها.",
        en="How often the prevailing spelling must occur for others to be reported.",
    )
    max_per_group: int = option(
        3, ar="أكثر ما يُعرض من المواضع المتماثلة في الملف؛ 0 لعرضها كلها.", en="Most findings alike that are shown of a file; 0 shows all."
    )

    good = (
        "قال إن الوفد وصل، وأعلن أن المحادثات بدأت.",
        "صعد إمام المسجد المنبر، ووقف الناس أمام الباب.",
        "درب الألماني فريقه على الهجوم، ففاز على المانيو، ووجد آجرة في الملعب ودفع أجرة الحارس.",
        "إعلام رسمي يعرض أعلام الدول المشاركة وأخبارها.",
        "فاز أحمد واحد من اللاعبين الذين وافقوا على العرض.",
        "أرسلت اللجنة كتابا، وتأخر إرسال الرد أسبوعا.",
        "زار علي المدينة واطلع على أحوالها.",
        "بلغت السيول سد سيول القديم.",
        "أحيا الذكرى في الآستانة ثم سافر إلى أستانا.",
        "لا تقلق أبدا، ابدأ ببطء واجلس كما أجلس.",
        "قال أمين المكتبة للمصلين: آمين، وأنصت إياد إلى أياد تصفق.",
        "للأرملة حق السكنى في المجمع السكني، وتسارعت الخطى بعد الرد الخطي.",
        "أستخدم الهاتف كل يوم، واستخدم أخي الحاسوب.",
        "أتصل بأخي كل يوم، واتصل هو بي أمس، وأختار الكتاب الذي اختار.",
        "احتاج البيت إلى ترميم، وأنا أحتاج إلى سقف جديد، ثم انهار الجدار في أحد أنهار البلاد.",
        "أريد أن أبني بيتا يسكنه ابني، وأثني على اثني عشر عاملا.",
        "عاد إميل إلى القرية، وأنا أميل إلى البقاء، ورأى كاميرا قديمة تخص أميرا من الأمراء.",
        "وصلت إرينا إلى ملعب أليانز أرينا، وآتاه الله مالا ثم أتاه المرض، ورأى ولاياتها وآياتها.",
        "نال ركلة للمسه الكرة بعد لمسة أولى، وطرد للعبه العنيف في لعبة هادئة.",
        "أهدى القصيدة لليلى في الحفل الليلي، وبحث عن اللقى الأثرية، وترجم إلى الفصحى قصة الأفعى.",
        "طالب المشتكي بتعويض، ونفى المشتكى به التهمة، ثم عاد المشتكي.",
        "قالت إنها علمت أنها فازت، ولجنة التحكيم اجتمعت، لكنه غاب.",
        "صدر القانون في كانون الأول، وآليته واضحة، والأمر إليه.",
        "أعداد الزوار كبيرة، وإعداد القاعة تأخر، وعلي حضر على عجل.",
        "لعبت غينيا مع كينيا، ثم عاد فريق سوريا، وكتبت عنه صحف سورية.",
        "أحب الكره والعزلة ثم لعب الكرة مع الناس.",
        "حفظ الفقه والمياه، ومدح مدينته ثم مدينة أخرى.",
        "بلغت الأرباح مئة مليون، أي 7 في المائة.",
        "فاز بالمرتبة الاعلى في سباق الحي الاعلي أخوه.",
    )
    bad = {
        "تشارك إيران في البطولة.\nوفازت ⟦ايران⟧ بالذهبية.": "تشارك إيران في البطولة.\nوفازت إيران بالذهبية.",
        "حضر وفد من إيران ثم وصلت تركيا ⟦وايران⟧ والهند.": "حضر وفد من إيران ثم وصلت تركيا وإيران والهند.",
        "قال الوفد الأميركي إن أميركا ستشارك، وحضرت الشركات ⟦الأمريكية⟧.": "قال الوفد الأميركي إن أميركا ستشارك، وحضرت الشركات الأميركية.",
        "قال الوفد الأميركي إن أميركا ستشارك، وحضرت الشركات ⟦الامريكية⟧.": "قال الوفد الأميركي إن أميركا ستشارك، وحضرت الشركات الأميركية.",
        "فاز فريق من أوروغواي، وعاد إلى ⟦اوروغواي⟧ أمس.": "فاز فريق من أوروغواي، وعاد إلى أوروغواي أمس.",
        "بدأ ⟦الإجتماع⟧ الأول، وتلاه ⟦إجتماع⟧ ثان، وألغي الاجتماع الثالث.": "بدأ الاجتماع الأول، وتلاه اجتماع ثان، وألغي الاجتماع الثالث.",
        "⟦إختار⟧ المدرب لاعبيه، واختار الطبيب ثم ⟦إتصل⟧ واتصل.": "اختار المدرب لاعبيه، واختار الطبيب ثم اتصل واتصل.",
        "كانت إعادة البناء سريعة، وبدأت ⟦اعادة⟧ الأهالي.": "كانت إعادة البناء سريعة، وبدأت إعادة الأهالي.",
        "فاز النادي في الموسم الماضي ثم خسر ⟦النادى⟧ أمس.": "فاز النادي في الموسم الماضي ثم خسر النادي أمس.",
        "عاد الوفد الذي سافر إلى ذي قار، ⟦والذى⟧ لم يسافر.": "عاد الوفد الذي سافر إلى ذي قار، والذي لم يسافر.",
        "لعب في الدوري الإسباني ثم مدح الدوري ⟦الإسبانى⟧.": "لعب في الدوري الإسباني ثم مدح الدوري الإسباني.",
        "وصل إلى المدينة صباحا وغادر ⟦المدينه⟧ مساء، ⟦وبالمدينه⟧ أهله.": "وصل إلى المدينة صباحا وغادر المدينة مساء، وبالمدينة أهله.",
        "حضر مئة طالب، ثم مئة طالبة، وغاب ⟦مائتا⟧ معلم.": "حضر مئة طالب، ثم مئة طالبة، وغاب مئتا معلم.",
        "أقام في مكة شهرا، ومن ⟦مكه⟧ سافر إلى غزة.": "أقام في مكة شهرا، ومن مكة سافر إلى غزة.",
        "وصل عبد الله صباحا وغادر ⟦عبدالله⟧ مساء.": "وصل عبد الله صباحا وغادر عبد الله مساء.",
        "لعبت ⟦المانيا⟧ مع المنتخب الألماني، وفازت ⟦المانيا⟧.": "لعبت ألمانيا مع المنتخب الألماني، وفازت ألمانيا.",
        "زار بوركينا فاسو، وتقع ⟦بوركينافاسو⟧ في غرب أفريقيا.": "زار بوركينا فاسو، وتقع بوركينا فاسو في غرب أفريقيا.",
    }
    cases = (
        Example("في ⟦اِيـران⟧ وإيران وإيران", "في إِيـران وإيران وإيران"),
        Example("رأى الصبي ⟦الإخطبوط⟧، ثم رسم الأخطبوط وأكل الأخطبوط.", None),
        Example("زارت غوغل المعرض، وقالت: «تحب ⟦جوجل⟧ المعارض، ⟦وجوجل⟧ تنظمها».", None),
        Example("زارت غوغل المعرض، وقالت: «تحب جوجل المعارض، وجوجل تنظمها».", None, {"in_quotes": False}),
        Example("زارت غوغل المعرض، وغابت ⟦جوجل⟧.", "زارت غوغل المعرض، وغابت غوغل."),
        Example("زارت ⟦غوغل⟧ المعرض، وغابت جوجل.", "زارت جوجل المعرض، وغابت جوجل.", {"groups": {"google": "جوجل"}}),
        Example("زارت ⟦غوغل⟧ المعرض، وغابت جوجل.", "زارت جوجل المعرض، وغابت جوجل.", {"g_letter": "ج"}),
        Example("زارت غوغل المعرض، وغابت جوجل.", None, {"groups": {"google": "off"}}),
        Example("زارت غوغل المعرض، وغابت جوجل.", None, {"classes": ["hamza", "yeh"]}),
        Example("وصل إلى المدينة وغادر المدينه.", None, {"classes": ["table"]}),
        Example(
            "فاز النادى فى الموسم الماضى، وعاد ⟦النادي⟧ إلى المدينة، ثم فاز النادى.",
            "فاز النادى فى الموسم الماضى، وعاد النادى إلى المدينة، ثم فاز النادى.",
            {"egyptian_yeh": "ignore"},
        ),
        Example(
            "فاز النادى ثم خسر، والنادى جار ⟦النادي⟧ القديم، وعن النادى كتبت صحف ⟦النادي⟧.",
            "فاز النادى ثم خسر، والنادى جار النادى القديم، وعن النادى كتبت صحف النادى.",
            {"egyptian_yeh": "ignore"},
        ),
        Example("رأى صحفي ما رأى ⟦صحافي⟧ آخر.", "رأى صحفي ما رأى صحفي آخر.", {"groups": {"journalist": "on"}}),
    )

    measured = Measured(
        112, 116, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من نحو 2300 موضع.", "A sample of some 2,300 findings."),
    )  # fmt: skip

    @property
    def cues(self) -> Noticed[tuple[Spelling, ...]] | None:
        """Words that are known in two spellings; across files one will do."""
        return self._sieve.noticed if self.scope == "document" else None

    def findings(self, document: Document) -> Iterable[Finding]:
        """The findings of the document taken by itself: as in any rule over files, but what is surveyed is looked for only once."""
        keys = self._sieve.ambiguous(document.vocabulary)
        if not keys:
            return ()
        found = self._occurrences(document, keys)
        return self._judged(found, self.known(_counts(document, found)))

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """Each spelling of each word, as often as it stands outside quotations; once, if it only stands inside."""
        for key, values in _counts(document, self._occurrences(document, listed(document, self._sieve).keys())).items():
            for value, count in values.items():
                yield from repeat((key, value), count)

    def lacking(self) -> Text | None:
        """Groups, or spellings of them, that the table does not know."""
        named = {name: form for name, form in self.groups.items() if form not in ("on", "off") or name not in table.groups()}
        return (unknown(self.variants) if self.variants else None) or (unknown(named, "groups") if named else None)

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The spelling to keep, where there are several."""
        if len(values) < 2:
            return None
        best = kept(values, self._house, prefer=self.scope == "project", dotless=self.egyptian_yeh == "ignore")
        return None if best is None or values.get(best, self.min_occurrences) < self.min_occurrences else best

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        """Every place with another spelling than the one to keep."""
        return self._judged(self._occurrences(document, known.keys()), known)

    def _judged(self, found: list[Occurrence], known: Mapping[str, str]) -> Iterator[Finding]:
        examples: dict[str, list[Occurrence]] = {}
        for one in found:
            examples.setdefault(one.spelling.value, []).append(one)
        for one in apart(one for one in found if known.get(one.spelling.key, one.spelling.value) != one.spelling.value):
            right = known[one.spelling.key]
            yield self._found(one, right, examples.get(right, []))

    def _found(self, one: Occurrence, value: str, examples: list[Occurrence]) -> Finding:
        stem = one.spelling.stem_as(value)
        shown = stem or table.groups()[one.spelling.key].variants[table.variant(value)[1]][0]
        variant = "" if examples else "house" if value in self._house.values() else "project"
        related = [Related(first.start, first.end, _HERE) for first in examples[:1]]
        edits = [Edit(*respelling(one.text, one.spelling.written_as(stem), one.start))] if stem else []
        safe = stem is not None and one.spelling.is_same(stem)
        return self.found(
            one.start, one.end, *edits, safe=safe, variant=variant, related=related, found=one.spelling.stem, right=shown, n=len(examples)
        )

    def _occurrences(self, document: Document, keys: Collection[str]) -> list[Occurrence]:
        found = occurrences(document, self._sieve, keys)
        return found if self.in_quotes else [one for one in found if not document.quoted(one.start, one.end)]

    @cached_property
    def _sieve(self) -> Sieve:
        on = [group.id for group in table.groups().values() if self._is_on(group)]
        classes = {name: name in self.classes for name in ("hamza", "yeh", "teh")}
        return Sieve(on, **classes, contested=self.scope == "document")

    def _is_on(self, group: table.Group) -> bool:
        if group.id in self.groups:
            return self.groups[group.id] != "off"
        if ("spacing" if group.kind == "spacing" else "table") not in self.classes:
            return False
        return self.synonyms if group.kind == "synonym" else group.default

    @cached_property
    def _house(self) -> dict[str, str]:
        return house({**self.variants, **self.groups}, self.g_letter, self.hamza_medial)



def _counts(document: Document, found: list[Occurrence]) -> dict[str, dict[str, int]]:
    """How often each spelling of each word stands outside quotations, first those that do; 1 for one that only stands inside."""
    counts: dict[str, dict[str, int]] = {}
    spoken: list[Spelling] = []
    for one in found:
        if document.quoted(one.start, one.end):
            spoken.append(one.spelling)
        else:
            values = counts.setdefault(one.spelling.key, {})
            values[one.spelling.value] = values.get(one.spelling.value, 0) + 1
    for spelling in spoken:
        counts.setdefault(spelling.key, {}).setdefault(spelling.value, 1)
    return counts
