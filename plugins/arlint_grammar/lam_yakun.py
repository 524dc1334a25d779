"""lam-yakun: لم يكون."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.respelling import respelling

from ._jussive import forms
from ._pairs import LAM, SHADDA, as_written, asks_why, pairs

_FORMED = frozenset("رأيا رأيه رأيها ثروة ثروته ثروتها مخصصات المخصصات انطباعا علاقات صداقات احتياطيات عائلة أسرة".split())
"""What is formed, where يكون is a verb of the second form, whose و stays: لم يكوّن رأيا."""


class LamYakun(Rule):
    """فعل أجوف بقي حرف العلة في وسطه بعد «لم»، وحقه أن يُحذف: «لم يكون» صوابها «لم يكن»، و«لم يستطيع» صوابها «لم يستطع». والإصلاح يحذفه.

    لا يُبلَّغ عن «لن» (لن يكون)، ولا عن «لما» (لما يقوم به)، ولا عن «لِمَ» في أول سؤال، ولا عن فعل مشدد (لم يكوّن رأيا).

    A hollow verb that keeps its long vowel after لم, where it drops: لم يكون should be لم يكن, لم يستطيع should be لم يستطع. The fix
    drops the vowel.

    Left alone are لن (لن يكون), لما (لما يقوم به), the question لِمَ and verbs of the second form (لم يكوّن رأيا).
    """

    id = "lam-yakun"
    code = "GRM004"
    title = Text("فعل أجوف غير مجزوم", "Jussive of a hollow verb")
    message = Text(
        "بعد «لم» يُحذف حرف العلة من وسط الفعل: اكتب «{right}».", "After لم the verb loses its long vowel: write «{right}»."
    )
    level = "error"

    good = (
        "سأله لِمَ يكون الجسر ضيقا.",
        "لم يكن هناك ما يمنع.",
        "لما يقوم به من جهد.",
        "لن يكون هناك اتفاق.",
        "لم يكون الفريق خاسرا دائما؟",
        "لم يضيع الفرصة، ولم يقيم أحد النتائج، ولم يدار غضبه، ولم يؤول النص.",
        "لم يكوّن فريقا، ولم يكون المدير رأيا بعد، ولم تكون الشركة مخصصات.",
    )
    bad = {
        "لم ⟦يكون⟧ هناك ما يمنع.": "لم يكن هناك ما يمنع.",
        "لم ⟦يستطيع⟧ اللاعب العودة.": "لم يستطع اللاعب العودة.",
        "ولم ⟦تقوم⟧ الشركة بشيء.": "ولم تقم الشركة بشيء.",
        "لم ⟦يشار⟧ إلى ذلك، ولم ⟦أجيد⟧ السباحة.": "لم يشر إلى ذلك، ولم أجد السباحة.",
        "لم ⟦نستطيع⟧ العودة، ولم ⟦أكون⟧ هناك، ولم ⟦يقال⟧ شيء.": "لم نستطع العودة، ولم أكن هناك، ولم يقل شيء.",
    }
    cases = (Example("لم ⟦يَـكُونُ⟧ هناك", "لم يَـكُنُ هناك"),)

    measured = Measured(
        5, 5, 4438, "SaudiNewsNet, Jawhara, NTREX, Nahw",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The verbs of the table: rarer than لم."""
        return these(frozenset(forms("hollow")))

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether لم stands before the verb."""
        return forms[number - 1] in LAM

    def check(self, document: Document) -> Iterator[Finding]:
        """Every verb of the table after لم."""
        verbs = forms("hollow")
        for lam, verb in pairs(document, LAM, verbs.keys()):
            if not asks_why(document, lam) and not _is_second_form(document, verb):
                right = verbs[verb.form]
                yield self.found(verb.start, verb.end, Edit(*respelling(verb.text, right, verb.start)), right=right)


def _is_second_form(document: Document, verb: Word) -> bool:
    """Whether a verb is one of the second form, whose middle letter is doubled and stays: a shadda says so, or an object of يكوّن."""
    if SHADDA in as_written(document, verb):
        return True
    if not verb.form.endswith("كون"):
        return False
    after = document.after(verb)
    then = document.after(after) if after else None
    return any(one is not None and one.form in _FORMED for one in (after, then))
