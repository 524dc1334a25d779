"""anna-inna-chain: أضاف أن … وإن …"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from arlint import Document, Edit, Example, Finding, Level, Measured, Rule, Text, Word, option
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.respelling import respelling
from arlint.arabic.speech import saying
from arlint.records import NamedTuple

from ._pairs import SUKUN, as_written

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني")
_ANNA = frozenset(f"{prefix}أن{pronoun}" for prefix in ("", "ب") for pronoun in _PRONOUNS)
_INNA = frozenset(f"{prefix}إن{pronoun}" for prefix in ("", "ف") for pronoun in _PRONOUNS)
_JOINED = {particle: frozenset(f"و{particle}{pronoun}" for pronoun in _PRONOUNS) for particle in ("أن", "إن")}
_TAKES_ANNA = {"anna": "أن", "bianna": "بأن", "ala-anna": "على أن", "ila-anna": "إلى أن"}
"""How the verbs of saying that govern أن are joined to it."""

_FUNCTION_WORDS = frozenset("لم لن لا ليس ليست ليسوا لدى لدي لديه لديها لديهم لدينا له لها لهم لنا لي لكن لو لما لذلك لأول لأن".split())
"""Words in ل that are no predicate with the ل of emphasis, before which only إن can stand: وإنه لشرف كبير."""

_NEAREST = 40  # code points between the verb and its أن
_DEMONSTRATIVES = frozenset("هذا هذه ذلك تلك هناك هو هي هم هؤلاء".split())


class _Verb(NamedTuple):
    """A verb of saying, the particle it takes, أن or إن, and how it is joined to it."""

    word: Word
    particle: str
    joint: str


class AnnaInnaChain(Rule):
    """جملة معطوفة على «أن» بُدئت بـ«وإن»: «أضاف أن العمل جار وإن الافتتاح قريب». الجملة الثانية تابعة للفعل نفسه، فحقها «وأن». ويكثر هذا
    لأن «قال» تأخذ «إن». والإصلاح يفتح الهمزة.

    لا يُبلَّغ عن ذلك إن جاء بينهما فعل قول يأخذ «إن»، أو «إن» أخرى، ولا عن «حتى وإن»، ولا عن «وإن» الشرطية (وإن لم، وإن كان). وعكسه، «قال
    إن … وأن»، يُقترح تصحيحه بالخيار reverse.

    A clause joined to أن that begins with وإن: أضاف أن العمل جار وإن الافتتاح قريب. The second clause depends on the same verb, so it
    takes وأن. The slip is common since قال takes إن. The fix writes أ.

    Left alone are clauses with a verb such as قال or another إن between the two, حتى وإن, and the conditional وإن (وإن لم, وإن كان).
    The reverse, قال إن … وأن, is suggested with the option `reverse`.
    """

    id = "anna-inna-chain"
    code = "GRM002"
    title = Text("عطف «وإن» على «أن»", "وإن joined to أن")
    message = Text(
        "الجملة معطوفة على ما بعد «{verb}»: اكتب «{right}».", "This clause still depends on «{verb}»: write «{right}»."
    )
    level = "warning"

    reverse: bool = option(
        False, ar="اقتراح تصحيح العكس أيضا: «قال إن … وأن».", en="Also suggest mending the reverse: قال إن … وأن."
    )

    good = (
        "قال إن الوفد وصل وإن المحادثات بدأت.",
        "أكد أنه سيحضر حتى وإن تأخر.",
        "أكد أنه سيحضر، وقال إن الوفد وصل وإن المحادثات بدأت.",
        "أكد أنه سيحضر وإن لم يدع.",
        "خيره بين أن يبقى وأن يرحل، وإن هذا لعدل.",
        "أكد أن الطريق مغلق حيث إن الثلج كثيف وإن الجسر مقطوع.",
        "قال إن الوفد وصل وأن المحادثات بدأت.",
        "أكد أنه سعيد بالجائزة، وإنه لشرف كبير، وإن هذا لدليل على قيمتها.",
        "أكد أن السفر قريب، وإن هو إلا يوم ويعود، وإنْ هذا تأخر.",
    )
    bad = {
        "وأضاف أن الجسر لم يكتمل ⟦وإن⟧ العمال لا يزالون في الموقع.": "وأضاف أن الجسر لم يكتمل وأن العمال لا يزالون في الموقع.",
        "أكد أن الوفد وصل ⟦وإنه⟧ سيغادر غدا.": "أكد أن الوفد وصل وأنه سيغادر غدا.",
        "وعد بالحضور، مضيفا أن العمل جار ⟦وإن⟧ الافتتاح قريب.": "وعد بالحضور، مضيفا أن العمل جار وأن الافتتاح قريب.",
        "وأوضح أن الخطة جاهزة ⟦وإن⟧ الوزارة ستعلنها.": "وأوضح أن الخطة جاهزة وأن الوزارة ستعلنها.",
        "أشار إلى أن الموسم طويل، ⟦وإن⟧ هذه بدايته. وإن تأخرنا فلا بأس.": "أشار إلى أن الموسم طويل، وأن هذه بدايته. وإن تأخرنا فلا بأس.",
    }
    cases = (
        Example("قال إن الوفد وصل ⟦وأن⟧ المحادثات بدأت.", "قال إن الوفد وصل وإن المحادثات بدأت.", {"reverse": True}, level="suggestion"),
    )

    measured = Measured(
        3, 3, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The particles that may join a clause."""
        return these(frozenset().union(*_JOINED.values()) if self.reverse else _JOINED["إن"])

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether what follows may make it join a clause."""
        return _may_join(forms[number], forms[number + 1])

    def check(self, document: Document) -> Iterator[Finding]:
        """Every وإن in a sentence whose verb of saying takes أن; with `reverse` also every وأن after one that takes إن."""
        # Few of them join clauses, and then a sentence has to be read word by word.
        words = document.words_among(self.cues.held(document.vocabulary))
        starts = [word.start for word in words if _joins(document, word) and not document.quoted(word.start, word.end)]
        for _, group in groupby(starts, key=document.paragraph_at):
            sought = list(group)
            paragraph = document.paragraph_at(sought[0])
            for sentence in document.sentences_of(paragraph) if paragraph else ():
                if bisect_left(sought, sentence.start) < bisect_left(sought, sentence.end):
                    yield from self._in_sentence(document, document.words_in(sentence.start, sentence.end))

    def _in_sentence(self, document: Document, words: Sequence[Word]) -> Iterator[Finding]:
        verb: _Verb | None = None  # said last, its particle not yet met
        clause: _Verb | None = None  # the one that a clause joined by و would depend on
        inna = False  # whether a clause with إن has been opened, to which وإن may be joined
        before = ""
        for word in words:
            if document.quoted(word.start, word.end):
                continue
            form, last, before = word.form, before, word.form
            if form in _ANNA or form in _INNA:
                particle = "أن" if form in _ANNA else "إن"
                own = verb is not None and verb.particle == particle and word.start - verb.word.end <= _NEAREST
                inna |= particle == "إن"
                if own:
                    clause, verb = verb, None
                elif clause and (particle == "إن" or clause.particle == "إن"):
                    clause = None
            elif form in _JOINED["إن"]:
                joins = clause and clause.particle == "أن" and not inna and last != "حتى" and _joins(document, word)
                if clause and joins and not _is_another(document, word):
                    yield self._found(word, clause, "أ", None)
            elif form in _JOINED["أن"]:
                if self.reverse and clause and clause.particle == "إن" and _joins(document, word):
                    yield self._found(word, clause, "إ", "suggestion")
            elif one := saying(form):
                if one.governs == "inna":
                    verb, clause, inna = _Verb(word, "إن", "إن"), None, True
                elif one.part != "noun" and ((one.governs in _TAKES_ANNA and not one.weak) or _reports(document, word)):
                    verb = _Verb(word, "أن", _TAKES_ANNA.get(one.governs, "أن"))

    def _found(self, word: Word, clause: _Verb, hamza: str, level: Level | None) -> Finding:
        right = f"و{hamza}{word.form[2:]}"
        edit = Edit(*respelling(word.text, right, word.start))
        return self.found(word.start, word.end, edit, level=level, verb=f"{clause.word.form} {clause.joint}", right=right)


def _joins(document: Document, word: Word) -> bool:
    """Whether a noun or pronoun follows, so that the particle is no conditional إن."""
    following = document.after(word)
    return _may_join(word.form, following.form if following else "")


def _reports(document: Document, word: Word) -> bool:
    """Whether a word that may be no verb of saying, or one that mostly introduces speech, has a clause with أن directly behind it."""
    particle = document.after(word)
    if particle is None or particle.form not in _ANNA:
        return False
    following = document.after(particle)
    return len(particle.form) > 2 + particle.form.startswith("ب") or _begins(following.form if following else "")


def _is_another(document: Document, word: Word) -> bool:
    """Whether only إن can stand there: its predicate bears the ل of emphasis (وإنه لشرف, وإن هذا لدليل), or it is إنْ (وإن هو إلا يوم)."""
    following = document.after(word)
    predicate = following if len(word.form) > 3 or following is None else document.after(following)
    if SUKUN in as_written(document, word) or (predicate is not None and predicate.form == "إلا"):
        return True
    if predicate is None or not predicate.form.startswith("ل") or predicate.form.startswith("لل"):
        return False
    return predicate.form not in _FUNCTION_WORDS


def _may_join(form: str, following: str) -> bool:
    return len(form) > 3 or _begins(following)


def _begins(word: str) -> bool:
    """Whether a word begins a clause of noun and predicate."""
    return word.startswith("ال") or word in _DEMONSTRATIVES
