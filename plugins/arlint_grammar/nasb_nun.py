"""nasb-nun: لن يشاركون."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed
from arlint.arabic.respelling import respelling

from ._pairs import KASRA, LAM, SHADDA, as_written, asks_why, pairs

_JOINED = ("", "و", "ف")
_ALSO_ANNA = frozenset(f"{joined}{particle}" for joined in _JOINED for particle in ("أن", "بأن", "لأن"))
_ONLY_NASB = frozenset(f"{joined}{particle}" for joined in _JOINED for particle in ("لن", "كي", "لكي", "كيلا", "لكيلا", "لئلا"))
_PARTICLES = LAM | _ALSO_ANNA | _ONLY_NASB
_CALLED = regex("(?<![\u0621-\u064a])(?:يا|قل)[ \u00a0][^.،؛:؟!«»\n]*\\Z")
_NEAR = 60  # code points
_PLURAL = regex("[يت](?:[\u0621-\u064a]{2,7}(?<!ي)|ر)ون")


class NasbNun(Rule):
    """نون الأفعال الخمسة ثبتت بعد أداة تحذفها: «لن يشاركون» صوابها «لن يشاركوا». الأدوات: أن، لن، كي، لكي، كيلا، لئلا، لم، بأن، لأن،
    والفعل بعدها مباشرة. والإصلاح يضع الألف مكان النون.

    لا يُبلَّغ عن فعل مفرد آخره نون (أن يكون، لن يتهاون)، ولا عن نون النسوة (أن يدعون)، ولا عن الأعلام (أن تيلرسون)، ولا عن «تـ…ون» قبل
    اسم بـ«ال» بعد «أن»، ولا عن «لِمَ» في أول سؤال أو بعد نداء.

    A plural verb that keeps its noon after a particle that drops it: لن يشاركون should be لن يشاركوا. The particles are أن, لن, كي,
    لكي, كيلا, لئلا, لم, بأن, لأن, directly before the verb. The fix writes وا for ون.

    Left alone are singular verbs in ن (أن يكون, لن يتهاون), the feminine plural (أن يدعون), names (أن تيلرسون), ت…ون before a noun with
    ال after أن, and the question لِمَ, also of people called upon (يا قوم لم تقولون).
    """

    id = "nasb-nun"
    code = "GRM005"
    title = Text("نون الأفعال الخمسة بعد أداة تحذفها", "Drop the noon of the plural")
    message = Text("بعد «{particle}» تُحذف النون: اكتب «{right}».", "After {particle} the verb drops its ن: write «{right}».")
    level = "warning"

    good = (
        "سألهم لِمَ يرحلون قبل الغروب.",
        "لن يشاركوا في الاجتماع.",
        "لن يكون هناك تعاون، ولن يتهاون أحد.",
        "قال إن المشاركين يعودون غدا.",
        "أعوذ بك رب أن يحضرونِ.",
        "أكد أنّ تعدون قرية، وبأنّ تشيرسون بلدة.",
        "أكد أن تيلرسون وصل، وأن يعالون غادر، وأن يانغون مدينة، وأن ترابزون فاز.",
        "يرى أن تعاون الدول سيستمر، وأن «يمنيون» اسم حسن للفرقة.",
        "لم يرحلون الآن وقد بدأ الحفل؟",
        "يا أيها الذين آمنوا لم تقولون ما لا تفعلون",
        "يا\u00a0قوم لم\u00a0تقولون ذلك",
    )
    bad = {
        "لن ⟦يشاركون⟧ في الاجتماع.": "لن يشاركوا في الاجتماع.",
        "يريدون أن ⟦يعودون⟧ إلى بيوتهم.": "يريدون أن يعودوا إلى بيوتهم.",
        "ابتعدوا لئلا ⟦يصابون⟧، ولن ⟦يرون⟧ شيئا.": "ابتعدوا لئلا يصابوا، ولن يروا شيئا.",
        "لم ⟦يتمكنون⟧ من الوصول ولأن ⟦يعودون⟧.": "لم يتمكنوا من الوصول ولأن يعودوا.",
    }
    cases = (Example("لكي ⟦تَفْهَـمُونَ⟧ الأمر", "لكي تَفْهَـمُوا الأمر"),)

    measured = Measured(
        2, 2, 4438, "SaudiNewsNet, Jawhara, NTREX, Nahw",
        Text("وهذا كل ما وُجد؛ ولقلته جُعل مستوى القاعدة تحذيرا.", "All there was; so little that the rule warns only."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The plurals in ون: rarer than the particles."""
        return _plurals()

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether one of the particles stands before the verb."""
        return forms[number - 1] in _PARTICLES

    def check(self, document: Document) -> Iterator[Finding]:
        """Every plural verb in ون after one of the particles."""
        for particle, verb in pairs(document, _PARTICLES, _plurals().held(document.vocabulary)):
            if particle.form in LAM and (asks_why(document, particle) or _is_asked(document, particle, verb)):
                continue
            if particle.form in _ALSO_ANNA and SHADDA in as_written(document, particle):
                continue
            if as_written(document, verb).endswith(KASRA):  # أن يحضرونِ: that they come to me
                continue
            following = document.after(verb) if particle.form in _ALSO_ANNA and verb.form[0] == "ت" else None
            if following and following.form.startswith("ال"):
                continue
            right = f"{verb.form[:-1]}ا"
            # Two edits, since a letter that takes another's place inherits its harakat, and a silent alif bears none.
            noon = Edit(*respelling(verb.text, verb.form[:-1], verb.start))
            yield self.found(verb.start, verb.end, noon, Edit(verb.end, verb.end, "ا"), particle=particle.form, right=right)


def _is_asked(document: Document, lam: Word, verb: Word) -> bool:
    """Whether people are called upon and asked: يا قوم لم تؤذونني."""
    return verb.form[0] == "ت" and _CALLED.search(document.text, max(0, lam.start - _NEAR), lam.start) is not None


@lru_cache(maxsize=1)
def _plurals() -> Noticed[bool]:
    """The verbs in the masculine plural."""
    return Noticed(lambda fresh: fresh.ending("ون"), lambda form: bool(_PLURAL.fullmatch(form)) and form not in _others())


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    return lexicon(__file__, "five_verbs", _compiled)


def _compiled(table: Any) -> frozenset[str]:
    return frozenset((*table["singular"], *table["feminine"], *table["names"]))
