"""qal-anna: قال أن."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.numerals import DIGIT
from arlint.arabic.respelling import respelling
from arlint.arabic.words import WORD, form

from ._pairs import as_written

_PRESENT = "يتنأ"
_SUBJECT = 2  # words at most
_SHORTEST = 5  # letters of a word with ال
_ORDERS = ("\u0650", "\u0652")
"""What أنْ, which leads to an order, ends in where it is vowelled: قال أنِ اذهبوا."""

_FOLLOWING = regex(f"[ \u00a0]+[«“\"'(\\[]*(?:(?P<word>{WORD.pattern})|[{DIGIT}A-Za-z])")


class QalAnna(Rule):
    """همزة «إن» مفتوحة بعد القول: «قال أن الوفد وصل» صوابها «قال إن الوفد وصل». تُفحص «أن»، وحدها أو مع ضمير، بعد الفعل
    مباشرة أو بعد فاعل من كلمة أو كلمتين بـ«ال» (قال الوزير أن). والإصلاح يكسر الهمزة.

    لا يُبلَّغ عن «أن» قبل ما قد يكون فعلا مضارعا (قال أن يذهبوا) أو قبل «لا»، فذاك أمر لا خبر.

    The particle after قال with a fatha: قال أن الوفد وصل should be قال إن الوفد وصل. Read is أن, alone or with a pronoun,
    directly after the verb or after a subject of one or two words with ال (قال الوزير أن). The fix writes إ.

    Left alone is أن before what may be a verb of the present (قال أن يذهبوا) or before لا: that is an order, not a report.
    """

    id = "qal-anna"
    code = "GRM001"
    title = Text("فتح همزة «إن» بعد القول", "إن after قال")
    message = Text("تُكسر همزة «إن» بعد «{verb}»: اكتب «{right}».", "After {verb} the particle is «إن»: write «{right}».")
    level = "error"

    good = (
        "والسبب كما قالت أنها نالت الجائزة.",
        "قال له أن يذهب.",
        "قال أن يذهبوا، وقال أن لا يعودوا.",
        "قال أنِ اذهبوا وأنْ سافروا، وقال أنْ سافروا، وقال أن اسكتوا.",
        "أكد أن الوفد وصل.",
        "قال إن الوفد وصل.",
        "قال الوزير للعمال أن ينصرفوا.",
        "قال المدرب أن يلعبوا، وقال المدير: «المفترض أن العقد جاهز».",
        "يقول الحق أن تعلمه لا أن تجهله، وقال الرجل الذي ظن أن العقد جاهز كلاما آخر، والسبب كما يقول الخبراء أنها قديمة.",
        'قال له أن "يذهب" حالا.',
    )
    bad = {
        "كما قال ⟦أن⟧ الوفد وصل.": "كما قال إن الوفد وصل.",
        "قال ⟦أن⟧ 22 مسلحا اعتقلوا، وقالت ⟦أن⟧ «الأمر انتهى»، ويقول ⟦أن⟧ تجربة كهذه تكفي.": (
            "قال إن 22 مسلحا اعتقلوا، وقالت إن «الأمر انتهى»، ويقول إن تجربة كهذه تكفي."
        ),
        "قال ⟦أن⟧ الوفد وصل.": "قال إن الوفد وصل.",
        "قال الوزير ⟦أن⟧ الوفد وصل، وتقول المحكمة العليا ⟦أنها⟧ لم تتسلم الطلب.": (
            "قال الوزير إن الوفد وصل، وتقول المحكمة العليا إنها لم تتسلم الطلب."
        ),
        "وقالت ⟦أنها⟧ لم تتسلم الطلب.": "وقالت إنها لم تتسلم الطلب.",
        "يقول ⟦أنه⟧ سيعود.": "يقول إنه سيعود.",
    }
    cases = (Example("قالوا: سنعود، قائلين ⟦أَنَّ⟧ الأمر انتهى", "قالوا: سنعود، قائلين إنَّ الأمر انتهى"),)

    measured = Measured(
        18, 18, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد، سوى «كما قالت أنها» في وسط الجملة.", "All there were; «كما قالت أنها» within a sentence is left alone."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The forms of قال: rarer than أن."""
        return these(_facts()["verbs"])

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether أن follows."""
        particles = _facts()["particles"]
        for one in forms[number + 1 : number + 2 + _SUBJECT]:
            if one in particles or not _is_of_subject(one):
                return one in particles
        return False

    def check(self, document: Document) -> Iterator[Finding]:
        """Every أن, with or without a pronoun, after a form of قال or its subject."""
        facts = _facts()
        for verb in document.words_among(document.vocabulary & facts["verbs"]):
            particle = _governed(document, verb)
            if particle is None or _in_passing(document, verb) or as_written(document, particle).endswith(_ORDERS):
                continue
            if particle.form != "أن" or _reports(document.text, particle.end):
                right = facts["particles"][particle.form]
                edit = Edit(*respelling(particle.text, right, particle.start))
                yield self.found(particle.start, particle.end, edit, verb=verb.form, right=right)


def _governed(document: Document, verb: Word) -> Word | None:
    """The أن after a verb, with nothing between them or only its subject."""
    word = document.after(verb)
    for _ in range(_SUBJECT):
        if word is None or not _is_of_subject(word.form):
            break
        word = document.after(word)
    return word if word and word.form in _facts()["particles"] else None


def _is_of_subject(form: str) -> bool:
    """Whether a word has ال and neither begins a clause (الذي) nor takes an أن of its own (المفترض أن)."""
    return form.startswith("ال") and len(form) >= _SHORTEST and form not in _facts()["own"]


def _in_passing(document: Document, verb: Word) -> bool:
    """Whether the verb stands in `كما قالت` within a sentence, which governs nothing: والسبب كما قالت أنها فازت."""
    like = document.before(verb)
    return like is not None and like.form == "كما" and document.before(like) is not None


def _reports(text: str, at: int) -> bool:
    """Whether what follows أن, which ends at this offset, shows that something is reported, not ordered: no word that may be a verb."""
    following = _FOLLOWING.match(text, at)
    if following is None or not following["word"]:
        return following is not None
    word = form(following["word"])
    return word.endswith("ة") or not (word[0] in _PRESENT or word.endswith("وا") or word in _facts()["order"])


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Any]:
    return lexicon(__file__, "after_qal", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "verbs": frozenset(f"{joined}{verb}" for joined in ("", "و", "ف") for verb in table["verbs"]),
        "particles": dict(table["particles"]),
        "order": frozenset(table["order"]),
        "own": frozenset(table["own"]),
    }
