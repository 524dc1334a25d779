"""unsourced-casualty-figure: so many dead; who counted them?"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.attribution import attributed
from arlint.arabic.lazy import regex
from arlint.arabic.letters import TATWEEL
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import DIGIT

from ._sentences import Body
from ._tolls import TOKEN, figure_in, toll_words, watched

_TIMELINE = regex(f"\\s*[{DIGIT}]{{4}}\\s*[:–-]")
_OPENS = regex(r":\s+(?![\s«»“”\"(])")
"""A colon behind which words stand without marks that would say where they end."""
_NEAR = 60  # code points: three words before, or six after, at their longest
_SERIES = 5
"""Sentences before a toll over which its source may hold."""


class UnsourcedCasualtyFigure(Rule):
    """حصيلة قتلى أو جرحى لا يُذكر من أحصاها. الحصائل تتغير ويُختلف عليها، ولذلك تنسب الوكالات كل رقم منها.

    يُفحص ما بعد الفقرة الأولى، لأن مصدر المقدمة يأتي كثيرا في الثانية (skip_lead). ويُعد الرقم منسوبا إذا وُجد في جملته أو في
    الجملتين المجاورتين (window) فعل قول أو عبارة نسبة أو وثيقة أو وسيلة إعلام. ولا يُبلَّغ عن حصائل الماضي (سنة مذكورة، الذكرى،
    منذ عقود، آلاف القتلى بلا ذكر يوم)، ولا عن رقم يلي أرقاما ذُكر مصدر أولها، ولا عما يرويه مصدر بعد نقطتين في الفقرة
    (وقال العمدة: …)، ولا عن الرياضة، ولا عن العناوين والقوائم. وتشمل الملاحظة الجملة كلها.

    A figure of dead or wounded that nobody is named for. Tolls change and are disputed, which is why the agencies attribute
    every one.

    The first paragraph is left out, since the source of a lead often comes in the second one (`skip_lead`). A figure counts as
    sourced where its sentence or one next to it (`window`) has a verb of saying, a phrase of attribution, a document or a
    medium. Left alone are tolls of the past (with a year, an anniversary, decades ago, thousands of dead without a day), figures that
    follow others of which the first is sourced, what a source tells behind a colon in the paragraph (وقال العمدة: …), sport, headings
    and lists. The finding spans the whole sentence.
    """

    id = "unsourced-casualty-figure"
    code = "ATT002"
    title = Text("حصيلة ضحايا بلا مصدر", "Casualty figure without a source")
    message = Text(
        "لا مصدر بقرب الحصيلة «{figure}»؛ اذكر من أعلنها.",
        "No source is named near the toll «{figure}»; say who gives it.",
    )
    level = "suggestion"
    reads = frozenset(("paragraph",))

    measured = Measured(
        5, 5, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "في هذه المقالات نحو 120 جملة فيها حصيلة، ولا يخلو من المصدر سوى هذه الجمل، وليس شيء منها في Jawhara.",
            "These articles have some 120 sentences with a toll, and only these lack a source, none of them in Jawhara.",
        ),
    )  # fmt: skip

    window: int = option(
        1,
        ar="عدد الجمل التي يُبحث فيها عن المصدر قبل جملة الحصيلة وبعدها.",
        en="How many sentences before and after the figure's own are searched for a source.",
    )
    skip_lead: bool = option(True, ar="لا تُفحص الفقرة الأولى.", en="Leave out the first paragraph.")
    strict: bool = option(
        False,
        ar="تُفحص الفقرة الأولى أيضا، ولا يُقبل المصدر إلا في جملة الحصيلة نفسها.",
        en="Read the first paragraph too, and accept a source only in the figure's own sentence.",
    )

    good = (
        "عاد التوتر إلى الميناء.\nقتل 43 مدنيا في القصف، وفقا لوزارة الصحة.",
        "عاد التوتر إلى الميناء.\nقالت الوزارة إن 12 شخصا قتلوا. وأصيب 30 آخرون.",
        "عاد التوتر إلى الميناء.\nقتل 300 شخص في زلزال عام 1992.",
        "انفجار في الميناء يقتل 12 شخصا.",
        "عاد الفريق إلى المدينة.\nانتهت المباراة بإصابة 3 لاعبين وبفوز الضيوف.",
        "عاد التوتر إلى الميناء.\nأفاد المرصد بمقتل 19 مدنيا في القصف. وقتل طفلان في قرية مجاورة. وقتل 15 مدنيا في الريف.",
        "عاد التوتر إلى الميناء.\nوقال عمدة البلدة: بدأ القصف فجرا. ولم يبق في الحي أحد. وقتل فيه 12 شخصا. وأغلقت المتاجر.",
        "عاد الخوف إلى الساحل.\n2005: ضرب زلزال عنيف الجزيرة.\nولقي فيها مئة شخص مصرعهم.",
        "عاد التوتر إلى الميناء.\nانتهت الحرب قبل أن يكبر هؤلاء. وقتل فيها أكثر من 20 ألف شخص. وبقيت آثارها في البيوت.",
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ووقع في الشهر الماضي قصف قتل 43 مدنيا. وفر السكان إلى الجبل.",
        "عاد التوتر إلى الميناء.\nانتهى الموسم. وزاد عدد ضحايا الطرق 12 في المئة. وأغلقت المتاجر.",
        "عاد الفريق إلى المدينة.\nوأصيب ثلاثة من اللاعبين. وعاد الباقون.",
        "عاد الهدوء إلى الميناء.\nوأصيب 12 في المئة من الأشجار بالعفن. وغرقت حقول القمح. وأغلقت المتاجر.",
        "عاد الهدوء إلى الميناء.\nانتهى الموسم. وقضى شابان الليل في القارب. وأصيب القارب الأول بعطل.",
        "عاد الفريق إلى المدينة.\nسقط الجدار بعد 3 أيام من المطر.",
    )
    bad = {
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وقتل 43 مدنيا وأصيب العشرات.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nتجددت المواجهات فيه. ⟦وأدت إلى مقتل ثلاثة جنود وإصابة ٣٠ آخرين.⟧ وأغلقت المتاجر.": None,
        "عاد التوتر إلى الميناء.\nاندلعت مواجهات. ⟦وسقط عشرات الجرحى.⟧ وأغلقت المتاجر.": None,
        "انقلبت حافلة على الطريق الجبلي.\nوقع الحادث ليلا. ⟦ولقي 12 راكبا مصرعهم.⟧ وأغلق الطريق ساعات.": None,
        "تصادم قطار وحافلة.\nوقع الحادث على الطريق رقم 1. ⟦ونتج عنه وفاة 5 وإصابة 40 على الطريق رقم 1.⟧ وأغلق الطريق.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وقتل ثمانية من المتمردين في القصف.⟧ وفر السكان إلى الجبل.": None,
        "ضرب زلزال الجزيرة.\nانهارت المباني. ⟦وفي يوم الجمعة الماضي، لقي 84 شخصا مصرعهم.⟧ ونامت المدينة في العراء.": None,
        "ضرب زلزال شمال البلاد.\nانهارت المباني. ⟦وقتل أمس 2,300 شخص.⟧ ونامت المدينة في العراء.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦واستشهد خمسة شبان.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وراح ضحيته 20 مصليا.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وقـتل 43 مدنـيا.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وقتل عشرات المدنيين.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر الى الميناء.\nبدأ القصف فجرا. ⟦واصيب 12 شخصا واربعة اطفال.⟧ وفر السكان الى الجبل.": None,
        "ضرب زلزال شمال البلاد.\nانهارت المباني. ⟦وارتفعت حصيلته إلى 240 قتيلا و1100 جريح.⟧ ونامت المدينة في العراء.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وأسفر عن مقتل جنديين وجرح أربعة.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وأسفر عن سقوط قتيلين.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وقتلت امرأتان وأصيب تسعة بجروح.⟧ وفر السكان إلى الجبل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وأصيب 14.⟧ وفر السكان إلى الجبل.": None,
        "هبت عاصفة على الساحل.\nانقلب قارب ليلا. ⟦وغرق 20 مهاجرا.⟧ وأغلق الميناء.": None,
        "انتشر الوباء في القرى.\nامتلأ المستشفى. ⟦وزاد عدد الوفيات على 200.⟧ وأغلقت المدارس.": None,
        "انهار منجم قديم.\nوقع الانهيار فجرا. ⟦ومات تحت الأنقاض 40 عاملا.⟧ وتوقف العمل.": None,
        "عاد التوتر إلى الميناء.\nبدأ القصف فجرا. ⟦وراح ضحية القصف 14 مدنيا.⟧ وفر السكان إلى الجبل.": None,
        "ضرب إعصار الجزيرة.\nانهارت المباني. ⟦وارتفع عدد القتلى إلى 112.⟧ ونامت المدينة في العراء.": None,
        "انهار مبنى في الحي القديم.\nانهار المبنى فجرا. ⟦وارتفعت الحصيلة إلى 15 قتيلا.⟧ وتستمر أعمال البحث.": None,
    }
    cases = (
        Example("⟦قتل 43 مدنيا في القصف.⟧ وقالت الوزارة إن البحث مستمر.", options={"strict": True}),
        Example("⟦قتل 43 مدنيا في القصف.⟧ وفر السكان.", options={"skip_lead": False}),
        Example("عاد التوتر.\nقالت الوزارة إن الميناء مغلق. وفر السكان. ⟦وقتل 43 مدنيا.⟧ وأغلقت المتاجر.", options={"window": 1}),
        Example("عاد التوتر.\nقالت الوزارة إن الميناء مغلق. وفر السكان. وقتل 43 مدنيا. وأغلقت المتاجر.", options={"window": 2}),
    )

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The words of tolls."""
        return these(watched())

    def check(self, document: Document) -> Iterator[Finding]:
        """Every sentence with a toll and no source."""
        skip_lead = self.skip_lead and not self.strict
        if skip_lead and len(document.blocks) < 2:
            return  # all is lead
        # A number near such a word is soon looked for, and mostly missed; sentences are dear.
        starts = sorted(_counted(document, self.cues.held(document.vocabulary), _second(document) if skip_lead else 0))
        if not starts:
            return
        body = Body(document, skip_lead=skip_lead)
        window = 0 if self.strict else self.window
        # A sentence is judged once, however many words of it are watched.
        places = dict.fromkeys((place, body.number_at(place, start)) for start in starts if (place := body.place(start)) is not None)
        for place, number in places:
            sentence = body.sentences(place)[number]
            figure = figure_in(document.outline[sentence.start : sentence.end].replace(TATWEEL, ""))
            if figure and not any(map(attributed, body.near(place, number, window))) and not (window and _is_known(body, place, number)):
                yield self.found(sentence.start, sentence.end, figure=figure)


def _counted(document: Document, told: Iterable[str], first: int) -> Iterator[int]:
    """Where words of these forms begin, from an offset on, with a number so near that it may belong to them."""
    counts = not toll_words()["counts"].isdisjoint(document.vocabulary)
    if not counts and document.shape.find(b"0", first) < 0:
        return
    for form in told:
        for word in document.words_of(form):
            near = max(0, word.start - _NEAR), word.start + 2 * _NEAR
            if word.start >= first and (document.shape.find(b"0", *near) >= 0 or (counts and _counts_in(document.text[slice(*near)]))):
                yield word.start


def _counts_in(text: str) -> bool:
    """Whether a number stands there in words."""
    return not toll_words()["counts"].isdisjoint(TOKEN.findall(text.replace(TATWEEL, "")))


def _second(document: Document) -> int:
    """Where the second block begins, before which there is nothing but a lead or what is no running text."""
    return document.blocks[1].start


def _is_known(body: Body, place: int, number: int) -> bool:
    """Whether the sentences before make a toll one of a series whose source they name (`أفاد المرصد بمقتل 19. وقتل طفلان. وقتل 15.`),
    or a line of a timeline (`2005: ضرب زلزال …`), or a part of what a source tells behind a colon (`وقال العمدة: …`).
    """
    if any(_tells_on(text) for text in body.above(place, number, _SERIES)):
        return True
    for distance, text in enumerate(body.back(place, number, _SERIES)):
        if attributed(text) or (not distance and _TIMELINE.match(text)):
            return True
        if not any(word in watched() for word in TOKEN.findall(text)):
            return False
    return False


def _tells_on(text: str) -> bool:
    """Whether a sentence names a source before a colon, behind which its words, if no marks end them, or a list go on."""
    colon = _OPENS.search(text)
    return colon is not None and attributed(text[: colon.start() + 1])
