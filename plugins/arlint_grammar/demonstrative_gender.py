"""demonstrative-gender: هذا القضية، هذه القرار."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these

from ._pairs import pairs

_PREFIXES = ("", "و", "ف", "ب", "وب", "فب", "ك", "وك", "ل", "ول")
_HADHA = frozenset(f"{prefix}هذا" for prefix in _PREFIXES)
_HADHIHI = frozenset(f"{prefix}هذه" for prefix in _PREFIXES)
_IN_TEH = regex("ال[\u0621-\u064a]{2,}ة")


class DemonstrativeGender(Rule):
    """اسم إشارة لا يطابق ما بعده: «هذا القضية» و«هذه القرار». يُفحص «هذا» قبل اسم معرف بـ«ال» آخره تاء مربوطة وقبل أسماء مؤنثة بعينها
    (الحرب، المباريات)، و«هذه» قبل أسماء مذكرة بعينها.

    لا يُبلَّغ عن مذكر آخره تاء مربوطة (الخليفة، الداعية)، ولا عن «هذا» الواقع فاعلا بعد فعل (يعني هذا العودة)، ولا عما كان داخل اقتباس. ولا
    إصلاح آليا: قد يكون الخطأ في اسم الإشارة أو في الاسم.

    A demonstrative that does not agree with its noun: هذا القضية, هذه القرار. Checked are هذا before a noun with ال and ة and before a
    closed list of feminine nouns (الحرب, المباريات), and هذه before a closed list of masculine ones.

    Left alone are masculine nouns in ة (الخليفة, الداعية), هذا as the subject of a verb (يعني هذا العودة) and quotations. There is no
    fix, since either of the two words may be the wrong one.
    """

    id = "demonstrative-gender"
    code = "GRM006"
    title = Text("اسم إشارة لا يطابق ما بعده", "Demonstrative gender")
    message = Text("«{noun}» مؤنث: اكتب «{right}» قبله.", "«{noun}» is feminine: write «{right}» before it.")
    messages = {"masculine": Text("«{noun}» مذكر: اكتب «{right}» قبله.", "«{noun}» is masculine: write «{right}» before it.")}
    level = "suggestion"
    quoted = False

    good = (
        "هذه القضية معقدة وهذا القرار صعب.",
        "هذا الخليفة وذاك الداعية وهذا العلامة",
        'قال الشاهد: "شفت هذا السيارة".',
        "يعني هذا العودة إلى الصفر.",
        "لم يكن هذا كله مفاجئا، وليس هذا النتيجة التي أردناها، وقد يبقى هذا القاعدة.",
        "هذا، المدينة تعرفه.",
        "كانت هذه السبب الأول، وتبقى هذه الحل الوحيد.",
        "حفظ هذه الحكم، ورمم هذه الدور، وجبرت هذه الرجل.",
    )
    bad = {
        "⟦هذا القضية⟧ معقدة.": None,
        "⟦هذه القرار⟧ صعب.": None,
        "قرأ ⟦هذه الكتاب⟧، وأعجبه ⟦هذه النوع⟧ من القصص.": None,
        "في ⟦هذا الحرب⟧ خسر الجميع، ولم تنفع ⟦هذا المفاوضات⟧.": None,
        "في ⟦هذا الحالة⟧ يعود الملف إلى القضاء، ومثل ⟦هذا الخطوة⟧ كثير.": None,
        "يبدأ ⟦هذه الموسم⟧ غدا، وعرض ⟦هذه الاقتراح⟧ أمس.": None,
        "لجأ إلى الحيلة ⟦بهذا الطريقة⟧ وحدها ⟦هذا المرة⟧.": None,
    }
    cases = (Example("في ⟦هَذَا الحَالَةِ⟧ يعود", level="suggestion"),)

    measured = Measured(
        7, 8, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد؛ والباقية كلمتان ملتصقتان.", "All there were; the other one is two words glued together."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The demonstratives."""
        return these(_HADHA | _HADHIHI)

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether a noun follows of which the demonstrative may be wrong."""
        noun = forms[number + 1]
        return _is_feminine(noun) if forms[number] in _HADHA else noun in _facts()["masculine"]

    def check(self, document: Document) -> Iterator[Finding]:
        """Every هذا before a feminine noun of that shape, and every هذه before a masculine noun of the table."""
        facts = _facts()
        for this in document.words_among(document.vocabulary & _HADHA):
            noun = document.after(this)
            if noun is not None and _is_feminine(noun.form) and not _is_subject(document, this):
                yield self._found(this, noun, "ه", "")
        for this, noun in pairs(document, _HADHIHI, facts["masculine"]):
            if not _is_subject(document, this):
                yield self._found(this, noun, "ا", "masculine")

    def _found(self, this: Word, noun: Word, last: str, variant: str) -> Finding:
        return self.found(this.start, noun.end, variant=variant, noun=noun.form, right=f"{this.form[:-1]}{last}")


def _is_subject(document: Document, this: Word) -> bool:
    """Whether the verb before it has it for its subject, and the noun after it for an object or predicate."""
    before = document.before(this)
    return before is not None and before.form.removeprefix("و") in _facts()["verbs"]


def _is_feminine(form: str) -> bool:
    """Whether the form is a noun with ال and ة that is not known to be masculine, or another that is known to be feminine."""
    return form in _facts()["feminine"] or (_IN_TEH.fullmatch(form) is not None and form not in _facts()["masculine_in_teh"])


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, frozenset[str]]:
    return lexicon(__file__, "demonstratives", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(table[name]) for name in ("verbs", "masculine", "masculine_in_teh", "feminine")}
