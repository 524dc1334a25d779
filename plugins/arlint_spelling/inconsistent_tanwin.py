"""inconsistent-tanwin: جداً here and جدًا there, أيضاً here and أيضا there."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Any, Literal

from arlint import Document, Edit, Example, Finding, Measured, Related, Rule, Text, Word, option
from arlint.arabic.letters import FATHATAN

from ._tanwin_marks import Mark, Marks, Tokens, marks_in, token_of
from ._tanwin_words import key_of, known_forms, unmarked, word_sets

_SHOWN = {"before": "ـًا", "after": "ـاً"}
_LEAST = 2  # marked words, and unmarked ones, that make a mixture
_HABIT = 3  # marks before the alif that make it the habit of a text
_SHARE = 0.2  # of the rarer kind
_POSITION_HERE = Text("كُتب التنوين هنا «{other}».", "Tanwin is written «{other}» here.")
_WORD_HERE = Text("الكلمة منونة هنا.", "The word carries tanwin here.")


class InconsistentTanwin(Rule):
    """تنوين الفتح كُتب في النص على أكثر من وجه: قبل الألف (جدًا) وعليها (جداً)، أو كُتب في موضع وتُرك في آخر. وكل ذلك جائز، والخلط بينه يوحي بأن
    النص جُمع من مصادر شتى.

    يُفحص الموضع أولا: يُبلَّغ عن أقل الوجهين عددا، فإن تساويا فعن الذي جاء ثانيا، والإصلاح ينقل العلامة. ثم يُفحص الإثبات والترك: كلمة
    نُوّنت في موضع وتُركت في آخر يُقترح تنوينها، وإن لم توجد وكان في النص ما نُوّن وما لم يُنوّن من كلمات معروفة بالتنوين (اثنتان فأكثر من
    كل منهما، ولا يقل أحدهما عن الخُمس) فملاحظة واحدة عند أول كلمة من أقل الفريقين. ولا إصلاح لهذين، لأن وضع التنوين يحتاج إلى إعراب.

    ولا يُبلَّغ عن نص يكتب العلامة قبل الألف إلا في «لا» (كبيرًا، قائلاً): فهما في «لا» سواء في عين القارئ.

    لا تُعد الأعلام والأفعال وما يحتمل وجهين (روسيا، هنا، كتبا، إذا)، ولا المثنى المضاف (وزيرا الخارجية)، ولا «ألفا» و«مليونا» إلا بعد رقم.

    The tanwin of fatha is written in several ways in one text: before the alif (جدًا) and on it (جداً), or written here and left out there.
    All are accepted; the mixture looks like a text put together from several sources.

    First the position: the rarer one is reported, of equally frequent ones the one that comes second; the fix moves the mark. Then the
    presence: a word that is marked in one place and not in another is reported where it is not; if there is none, and the text marks some
    and does not mark other words that are known to take tanwin (two or more of each, and none less than a fifth), there is one finding at
    the first word of the rarer kind. These have no fix, since to put a tanwin is to parse the sentence.

    A text that writes the mark before the alif but in لا (كبيرًا, قائلاً) is left alone: in لا the reader sees no difference.

    Names, verbs and words with two readings do not count (روسيا, هنا, كتبا, إذا), nor do duals in the construct state (وزيرا الخارجية), nor
    ألفا and مليونا but after a number.
    """

    id = "inconsistent-tanwin"
    code = "SPL002"
    title = Text("تنوين غير موحد", "Inconsistent tanwin")
    message = Text(
        "التنوين مكتوب هنا «{found}» وفي مواضع أخرى «{other}»؛ وحّد الكتابة.",
        "Tanwin is written «{found}» here and «{other}» elsewhere; use one way.",
    )
    messages = {
        "house": Text("التنوين مكتوب هنا «{found}» والمعتمد «{other}».", "Tanwin is written «{found}» here; the house has «{other}»."),
        "word": Text(
            "«{word}» غير منونة هنا ومنونة في موضع آخر من النص؛ وحّد الكتابة.",
            "«{word}» has no tanwin here but has it elsewhere in this text; use one way.",
        ),
        "document": Text(
            "النص يخلط بين كتابة التنوين ({marked:times}) وتركه ({unmarked:times})؛ اختر أحدهما.",
            "The text writes tanwin {marked:times} and leaves it out {unmarked:times}; choose one way.",
        ),
        "always": Text("«{word}» غير منونة، والمعتمد كتابة التنوين.", "«{word}» has no tanwin; the house style writes it."),
        "never": Text("«{word}» منونة، والمعتمد ترك التنوين.", "«{word}» carries tanwin; the house style leaves it out."),
    }
    level = "warning"
    reads_marks = True
    yields_to = ("invalid-tanwin",)

    house_style = {"position": "tanwin.position", "presence": "tanwin.presence"}
    position: Literal["any", "before", "after"] = option(
        "any",
        ar="موضع العلامة: before ـًا أو after ـاً، أو الغالب في النص (any).",
        en="Where the mark stands: before ـًا, after ـاً, or where most of the text has it (any).",
    )
    presence: Literal["any", "always", "never", "consistent"] = option(
        "consistent",
        ar="هل يُكتب التنوين: always دائما، never أبدا، consistent على وجه واحد، any كيفما اتفق.",
        en="Whether tanwin is written: always, never, in one way only (consistent), or in any.",
    )
    same_word: bool = option(True, ar="يُبلَّغ عن كلمة نُوّنت في موضع دون آخر.", en="Report a word that is marked in one place only.")
    document: bool = option(True, ar="يُبلَّغ عن نص يخلط بين التنوين وتركه.", en="Report a text that marks some words and not others.")
    max_per_group: int = option(
        3, ar="أكثر ما يُعرض من المواضع المتماثلة في الملف؛ 0 لعرضها كلها.", en="Most findings alike that are shown of a file; 0 shows all."
    )

    good = (
        "كان العرض مهماً جداً وناجحاً.",
        "كان العرض مهما جدا وناجحا.",
        "زار روسيا وسوريا ثم كندا، وكان مسروراً جداً.",
        "عاد مساءً وغادر صباحا.",
        "التقى وزيرا الخارجية، وعين وزيراً للعمل.",
        "التقى وزيرا خارجية البلدين، وعين وزيراً للعدل.",
        "غدا المشهد حزيناً، وسيعود غداً.",
        "بلغ ألفا شخص، ودفع ألفاً.",
        "كان عدواً علناً، وقال قولاً: فعلنا ما وعدوا به، وبلغ وزناً قبل فوزنا.",
        "مرةً وجزءًا وفتىً",
        "يكتب بعضهم ـًا وغيرهم ـاً أو ا وحدها.",
        "وقع الناديان عقداً وكانا قد عقدا اجتماعاً، والرجلان شكلا لجنة وجعلا لها شكلاً.",
        "كان عرضًا ناجحًا وجمهورًا كبيرًا، وجاء قائلاً إنه سيعود عاجلاً.",
    )
    bad = {
        "كان هدوءاً نسبياً ثم قصفاً عنيفاً ⟦جدًا⟧.": "كان هدوءاً نسبياً ثم قصفاً عنيفاً جداً.",
        "كان سريعًا جدًّا ثم صار ⟦بطيئاً⟧ ⟦جدّاً⟧ أيضًا.": "كان سريعًا جدًّا ثم صار بطيئًا جدًّا أيضًا.",
        "تلقى عرضا مهما، وأيضاً من غيره ⟦أيضا⟧.": None,
        "أعلن ⟦اعتباراً⟧ من السبت.\nلكن مسؤولاً نفى، وشهد السوق تراجعا كبيرا.": None,
        "قال ⟦أيضا⟧ إنه عاد ⟦سريعا⟧.\nوأيضاً غادر سريعاً.": None,
    }
    cases = (
        Example("كان ⟦مهماً⟧ ⟦جداً⟧.", "كان مهمًا جدًا.", {"position": "before"}),
        Example("كان مهمًا جدًا.", None, {"position": "before"}),
        Example("كان ⟦مهماً⟧ جدا.", "كان مهما جدا.", {"presence": "never"}, level="suggestion"),
        Example("كان هناك ⟦دائما⟧ وليس هنا.", None, {"presence": "always"}, level="suggestion"),
        Example("تلقى عرضا مهما، وأيضاً من غيره أيضا.", None, {"presence": "any"}),
    )

    measured = Measured(
        59, 59, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من 947 موضعا، نصفها في موضع العلامة.", "A sample of 947 findings, half of them on the position of the mark."),
    )  # fmt: skip

    triggers = FATHATAN

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if self.presence == "always":
            self.__dict__["triggers"] = ""  # a text without any tanwin lacks them all

    def check(self, document: Document) -> Iterator[Finding]:
        """First where the marks stand, then where they are left out."""
        if FATHATAN not in document.text and self.presence != "always":
            return
        tokens = [(start, token) for text, start in document.tokens_with(FATHATAN) if (token := token_of(text)).marks]
        if self.position != "any" or len(frozenset[str]().union(*[token.positions for _, token in tokens])) > 1:
            yield from self._positions(marks_in(tokens))
        if self.presence == "never":
            for word, edit in (mark.at(offset) for offset, mark in marks_in(tokens)):
                bare = Edit(edit.start, edit.end, edit.text.replace(FATHATAN, ""))
                yield self.found(word.start, word.end, bare, variant="never", level="suggestion", word=word.text)
        elif self.presence == "always":
            for word in unmarked(document, word_sets()["forms"]):
                yield self.found(word.start, word.end, variant="always", level="suggestion", word=word.form)
        elif self.presence == "consistent" and tokens:
            yield from self._left_out(document, tokens)

    def _positions(self, marks: Marks) -> Iterator[Finding]:
        positions = [mark.position for _, mark in marks]
        if self.position == "any" and _follow_a_ligature(marks):
            return
        # Of equally frequent ones the first.
        wanted = self.position if self.position != "any" else max(dict.fromkeys(positions), key=positions.count, default="")
        first = next((mark.at(offset)[0] for offset, mark in marks if mark.position == wanted), None)
        related = [Related(first.start, first.end, _POSITION_HERE)] if first else []
        variant = "" if self.position == "any" else "house"
        for offset, mark in marks:
            if mark.position != wanted:
                word, edit = mark.at(offset)
                found, other = _SHOWN[mark.position], _SHOWN[wanted]
                yield self.found(word.start, word.end, edit, variant=variant, related=related, found=found, other=other)

    def _left_out(self, document: Document, tokens: Tokens) -> Iterator[Finding]:
        own = frozenset[str]().union(*[token.ways for _, token in tokens]) if self.same_word else frozenset()
        one = sum([len(token.marks) for _, token in tokens])
        known = known_forms().held(document.vocabulary) if self.document and one >= _LEAST else frozenset()
        standing = list(filter((own | known).__contains__, document.forms))
        marked = [form for _, token in tokens for form in token.forms]
        # As many words can be unmarked as there are, less the marked ones. That is known before any is found.
        there, less = Counter(standing), Counter(marked)
        alike = unmarked(document, {form for form in own.intersection(there) if there[form] > less[form]})
        if alike:
            yield from self._alike(alike, marks_in(tokens))
        elif known:
            yield from self._mixture(document, tokens, one, known, standing, marked)

    def _alike(self, words: list[Word], marks: Marks) -> Iterator[Finding]:
        """A finding for each of these words, which carry tanwin elsewhere."""
        first: dict[str, tuple[int, Mark]] = {}
        for offset, mark in marks:
            first.setdefault(mark.key, (offset, mark))
        for word in words:
            offset, mark = first[key_of(word.form)]
            place = mark.at(offset)[0]
            related = [Related(place.start, place.end, _WORD_HERE)]
            yield self.found(word.start, word.end, variant="word", level="suggestion", related=related, word=word.form)

    def _mixture(
        self, document: Document, tokens: Tokens, one: int, known: Set[str], standing: list[str], marked: list[str]
    ) -> Iterator[Finding]:
        """One finding for a text that marks some words and not others, of those that are known to take tanwin."""
        other = _count(known, standing) - _count(known, marked)
        if one > (1 - _SHARE) * (one + other):
            return
        if document.text.count(FATHATAN) == one:
            # Every sign belongs to one of the marks, so the other words need not be looked at, but for those that may have to do without.
            sure = known - word_sets()["conditional"]
            other = _count(sure, standing) - _count(sure, marked) + len(unmarked(document, known - sure))
        else:
            other = len(unmarked(document, known))
        if other >= _LEAST and _SHARE <= one / (one + other) <= 1 - _SHARE:
            (offset, first), *_ = marks_in(tokens)
            word = first.at(offset)[0] if one <= other else unmarked(document, known)[0]
            yield self.found(word.start, word.end, variant="document", level="suggestion", marked=one, unmarked=other)


def _count(forms: Set[str], among: Sequence[str]) -> int:
    return sum(map(forms.__contains__, among))


def _follow_a_ligature(marks: Marks) -> bool:
    """Whether the marks stand before the alif but in لا, and in every لا after it: that is one sign on the page, where no reader sees a
    difference.
    """
    after = {mark.word.form.endswith("لا") for _, mark in marks if mark.position == "after"}
    before = [mark.word.form.endswith("لا") for _, mark in marks if mark.position == "before"]
    return after == {True} and len(before) >= _HABIT and not any(before)
