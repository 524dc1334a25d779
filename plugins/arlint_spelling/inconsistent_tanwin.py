"""inconsistent-tanwin: جداً here and جدًا there, أيضاً here and أيضا there."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, Literal

from arlint import Document, Edit, Example, Finding, Measured, Related, Rule, Text, Word, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, FATHATAN, LETTER
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import DIGIT
from arlint.arabic.words import form, spans
from arlint.records import NamedTuple

_SHADDA = "\u0651"
_SIGN = regex(f"{FATHATAN}({_SHADDA}?ا)?(?![{LETTER}{FATHATAN}])")
_AFTER_NUMBER = regex(f"[{DIGIT}][{BLANK}]+$")
_SHOWN = {"before": "ـًا", "after": "ـاً"}
_LEAST = 2  # marked words, and unmarked ones, that make a mixture
_HABIT = 3  # marks before the alif that make it the habit of a text
_SHARE = 0.2  # of the rarer kind
_TOMORROW, _DAYS = "غدا", frozenset("الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split())
_PERFECT, _DUAL = frozenset("قد وقد فقد لقد ولقد".split()), ("ان", "ين")
_PARTICLES = frozenset("في من على إلى عن مع بعد قبل خلال منذ لدى عند بين أمام ضد كما كان أن إن لا لم لن قد يوم".split())
_TABLES = ("words", "dual_construct", "dual_verbs", "only_after_number", "not_words", "not_forms")
_POSITION_HERE = Text("كُتب التنوين هنا «{other}».", "Tanwin is written «{other}» here.")
_WORD_HERE = Text("الكلمة منونة هنا.", "The word carries tanwin here.")


class _Mark(NamedTuple):
    """A word with tanwin and its key: the form, without و and ف before a known word.

    `position` says whether the mark stands before or after the alif; `edit` puts it on the other side. Offsets count from where the token
    begins in which the word stands.
    """

    word: Word
    key: str
    position: str
    edit: Edit

    def at(self, offset: int) -> tuple[Word, Edit]:
        """The word and the edit, where the token begins at this offset of the text."""
        (text, start, form), edit = self.word, self.edit
        return Word(text, offset + start, form), Edit(offset + edit.start, offset + edit.end, edit.text)


class _Token(NamedTuple):
    """What stands between two blanks, as to tanwin: its marks, the forms of the words that bear them, and all `_ways` of these words."""

    marks: tuple[_Mark, ...]
    forms: tuple[str, ...]
    ways: frozenset[str]
    positions: frozenset[str]


_Tokens = list[tuple[int, _Token]]
"""The tokens with marks of a text in order, each with its offset."""

_Marks = list[tuple[int, _Mark]]
"""The marks of a text in order, each with the offset of its token."""


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
        tokens = [(start, token) for text, start in document.tokens_with(FATHATAN) if (token := _token(text)).marks]
        if self.position != "any" or len(frozenset[str]().union(*[token.positions for _, token in tokens])) > 1:
            yield from self._positions(_marks(tokens))
        if self.presence == "never":
            for word, edit in (mark.at(offset) for offset, mark in _marks(tokens)):
                bare = Edit(edit.start, edit.end, edit.text.replace(FATHATAN, ""))
                yield self.found(word.start, word.end, bare, variant="never", level="suggestion", word=word.text)
        elif self.presence == "always":
            for word in _unmarked(document, _facts()["forms"]):
                yield self.found(word.start, word.end, variant="always", level="suggestion", word=word.form)
        elif self.presence == "consistent" and tokens:
            yield from self._left_out(document, tokens)

    def _positions(self, marks: _Marks) -> Iterator[Finding]:
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

    def _left_out(self, document: Document, tokens: _Tokens) -> Iterator[Finding]:
        own = frozenset[str]().union(*[token.ways for _, token in tokens]) if self.same_word else frozenset()
        one = sum([len(token.marks) for _, token in tokens])
        known = _known_forms().held(document.vocabulary) if self.document and one >= _LEAST else frozenset()
        standing = list(filter((own | known).__contains__, document.forms))
        marked = [form for _, token in tokens for form in token.forms]
        # As many words can be unmarked as there are, less the marked ones. That is known before any is found.
        alike = _unmarked(document, {form for form in own.intersection(standing) if standing.count(form) > marked.count(form)})
        if alike:
            yield from self._alike(alike, _marks(tokens))
        elif known:
            yield from self._mixture(document, tokens, one, known, standing, marked)

    def _alike(self, words: list[Word], marks: _Marks) -> Iterator[Finding]:
        """A finding for each of these words, which carry tanwin elsewhere."""
        first: dict[str, tuple[int, _Mark]] = {}
        for offset, mark in marks:
            first.setdefault(mark.key, (offset, mark))
        for word in words:
            offset, mark = first[_key(word.form, _facts()["words"])]
            place = mark.at(offset)[0]
            related = [Related(place.start, place.end, _WORD_HERE)]
            yield self.found(word.start, word.end, variant="word", level="suggestion", related=related, word=word.form)

    def _mixture(
        self, document: Document, tokens: _Tokens, one: int, known: Set[str], standing: list[str], marked: list[str]
    ) -> Iterator[Finding]:
        """One finding for a text that marks some words and not others, of those that are known to take tanwin."""
        other = _count(known, standing) - _count(known, marked)
        if one > (1 - _SHARE) * (one + other):
            return
        if document.text.count(FATHATAN) == one:
            # Every sign belongs to one of the marks, so the other words need not be looked at, but for those that may have to do without.
            sure = known - _facts()["conditional"]
            other = _count(sure, standing) - _count(sure, marked) + len(_unmarked(document, known - sure))
        else:
            other = len(_unmarked(document, known))
        if other >= _LEAST and _SHARE <= one / (one + other) <= 1 - _SHARE:
            (offset, first), *_ = _marks(tokens)
            word = first.at(offset)[0] if one <= other else _unmarked(document, known)[0]
            yield self.found(word.start, word.end, variant="document", level="suggestion", marked=one, unmarked=other)


def _marks(tokens: _Tokens) -> _Marks:
    return [(offset, mark) for offset, token in tokens for mark in token.marks]


def _count(forms: Set[str], among: Sequence[str]) -> int:
    return sum(map(forms.__contains__, among))


def _follow_a_ligature(marks: _Marks) -> bool:
    """Whether the marks stand before the alif but in لا, and in every لا after it: that is one sign on the page, where no reader sees a
    difference.
    """
    after = {mark.word.form.endswith("لا") for _, mark in marks if mark.position == "after"}
    before = [mark.word.form.endswith("لا") for _, mark in marks if mark.position == "before"]
    return after == {True} and len(before) >= _HABIT and not any(before)


@lru_cache(maxsize=8192)
def _token(text: str) -> _Token:
    """What there is of tanwin between two blanks: of a few thousand tokens in all that is written."""
    marks = tuple(_read(text))
    words = {mark.word.start: mark.word.form for mark in marks}
    ways = frozenset(form for mark in marks for form in _ways(mark.key))
    return _Token(marks, tuple(words.values()), ways, frozenset(mark.position for mark in marks))


def _read(token: str) -> Iterator[_Mark]:
    for sign in _SIGN.finditer(token):
        at, end = sign.span()
        start = at if sign[1] else at - 1
        if start < 0 or token[start] not in ("ا", FATHATAN):
            continue
        letters = token[max(0, start - 3) : start].replace(_SHADDA, "")
        span = next((span for span in spans(token) if span[0] <= start < span[1]), None)
        if span is None or letters[-1:] in ("ا", "ى", "أ", "ة") or letters.endswith("اء"):
            continue
        written = token[slice(*span)]
        word = Word(written, span[0], form(written))
        if len(word.form) < 2:
            continue  # ـًا shows where the sign stands
        if sign[1]:
            yield _Mark(word, _key(word.form, _facts()["words"]), "before", Edit(at, end, f"{sign[1]}{FATHATAN}"))
            continue
        if token[start - 1 : start] == _SHADDA:
            start -= 1
        yield _Mark(word, _key(word.form, _facts()["words"]), "after", Edit(start, end, f"{FATHATAN}{token[start:at]}"))


@lru_cache(maxsize=8192)
def _ways(key: str) -> tuple[str, ...]:
    """The forms of a word that carries tanwin, none where it may be another word. Only to a known one is a particle joined: وغدا may be no
    و + غدا but a verb.
    """
    facts = _facts()
    if key in facts["not_words"]:
        return ()
    forms = (key, f"و{key}", f"ف{key}") if key in facts["words"] else (key,)
    return tuple(form for form in forms if form not in facts["not_forms"])


def _key(form: str, words: Set[str]) -> str:
    return form[1:] if form[0] in "وف" and form[1:] in words else form


def _unmarked(document: Document, forms: Set[str]) -> list[Word]:
    """The words of these forms that could carry tanwin where they stand and do not, in order."""
    text = document.text
    words = document.words_among(forms) if forms else []
    # A mark that has slipped behind the blank is a mark all the same.
    found = [word for word in words if FATHATAN not in word.text and FATHATAN not in text[word.end : word.end + 2]]
    return [word for word in found if _takes_tanwin(document, word)]


def _takes_tanwin(document: Document, word: Word) -> bool:
    facts = _facts()
    key = _key(word.form, facts["words"])
    if key in facts["only_after_number"]:
        return bool(_AFTER_NUMBER.search(document.text[max(0, word.start - 8) : word.start]))
    if key in facts["dual_construct"]:
        return not _is_annexed(document, word)
    if key in facts["dual_verbs"] and _has_two_subjects(document, word):
        return False
    if key == _TOMORROW:
        # غدا المشهد مؤثرا: it became.
        following = document.after(word)
        return following is None or not following.form.startswith("ال") or following.form in _DAYS
    return True


def _has_two_subjects(document: Document, word: Word) -> bool:
    """Whether the word is a verb of two: `قد عقدا`, `الرجلان شكلا`."""
    before = document.before(word)
    return before is not None and (before.form in _PERFECT or before.form.endswith(_DUAL))


def _is_annexed(document: Document, word: Word) -> bool:
    """Whether a genitive follows: `وزيرا الخارجية`, `وزيرا خارجية البلدين`."""
    following = document.after(word)
    if following is None or following.form in _PARTICLES or following.form.startswith(("لل", "بال")):
        return False
    last = document.after(following)
    return following.form.startswith("ال") or (last is not None and last.form.startswith("ال"))


@lru_cache(maxsize=1)
def _known_forms() -> Noticed[bool]:
    return these(_facts()["forms"])


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, frozenset[str]]:
    return lexicon(__file__, "tanwin", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    facts = {name: frozenset(table[name]) for name in _TABLES}
    words = facts["words"] - facts["not_words"]
    forms = frozenset(f"{joined}{word}" for word in words for joined in ("", "و", "ف")) - facts["not_forms"]
    conditional = facts["dual_construct"] | facts["only_after_number"] | facts["dual_verbs"]
    return {**facts, "words": words, "forms": forms, "conditional": frozenset(form for form in forms if _key(form, words) in conditional)}
