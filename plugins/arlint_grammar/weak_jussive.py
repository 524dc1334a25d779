"""weak-jussive: لم يأتي."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.noticed import Noticed, these
from arlint.arabic.respelling import respelling

from ._jussive import forms
from ._pairs import LAM, asks_why, pairs


class WeakJussive(Rule):
    """فعل آخره حرف علة ثبت بعد «لم»، وحقه أن يُحذف: «لم يأتي أحد» صوابها «لم يأت أحد». تُفحص أفعال في معجم القاعدة، مسندة إلى الغائب
    أو المتكلم، بعد «لم» مباشرة.

    لا يُبلَّغ عما يتصل به ضمير (لم تأتني)، ولا عن «لِمَ» في أول سؤال (لم يسعى إلى ذلك؟)، ولا عن صيغة تخاطب المرأة داخل اقتباس. والإصلاح
    يحذف الحرف الأخير.

    A verb that keeps its final weak letter after لم, where it drops: لم يأتي أحد should be لم يأت أحد. Verbs of a table, in the third
    or first person, directly after لم.

    Left alone are verbs with a pronoun (لم تأتني), the question لِمَ (لم يسعى إلى ذلك؟) and, within quotations, forms in which a woman
    may be addressed. The fix drops the last letter.
    """

    id = "weak-jussive"
    code = "GRM003"
    title = Text("مضارع معتل الآخر غير مجزوم", "Jussive of a weak verb")
    message = Text("بعد «لم» يُحذف حرف العلة من آخر الفعل: اكتب «{right}».", "After لم the verb loses its last letter: write «{right}».")
    level = "error"

    good = (
        "تساءل لِمَ يأتي الوفد متأخرا.",
        "لم يأت أحد.",
        "لم تأتني رسالة.",
        "لم يبد أي اعتراض.",
        "يأتي هذا بعد أيام، ولما يجري صلة بذلك.",
        "لم يسعى الفريق إلى لقب لا يريده؟",
        'قال لها: "لم تأتي أمس".',
    )
    bad = {
        "لم ⟦يأتي⟧ أحد.": "لم يأت أحد.",
        "ولم ⟦تبدو⟧ عليه علامات التعب.": "ولم تبد عليه علامات التعب.",
        "لم ⟦يتخطى⟧ السعر ذلك الحاجز.": "لم يتخط السعر ذلك الحاجز.",
        "لم ⟦نأتي⟧ لنتفرج، ولم ⟦أرى⟧ أحدا، ولم ⟦ترى⟧ الخطة النور.": "لم نأت لنتفرج، ولم أر أحدا، ولم تر الخطة النور.",
        "لم ⟦يفي⟧ النادي بوعوده، ولم ⟦يعتدي⟧ أحد على الحكم.": "لم يف النادي بوعوده، ولم يعتد أحد على الحكم.",
        "لم ⟦يرعى⟧ أحد الاتفاق، ولم ⟦نقوى⟧ على السير.": "لم يرع أحد الاتفاق، ولم نقو على السير.",
        'قال: "لم ⟦ينتهي⟧ العمل".': 'قال: "لم ينته العمل".',
    }
    cases = (Example("لَمْ  ⟦يُعَـانِي⟧ أحد", "لَمْ  يُعَـانِ أحد"),)

    measured = Measured(
        8, 8, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The verbs of the table: rarer than لم."""
        return these(frozenset(forms("weak")))

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether لم stands before the verb."""
        return forms[number - 1] in LAM

    def check(self, document: Document) -> Iterator[Finding]:
        """Every verb of the table after لم."""
        for lam, verb in pairs(document, LAM, forms("weak").keys()):
            to_a_woman = verb.form[0] == "ت" and verb.form[-1] == "ي" and document.quoted(verb.start, verb.end)
            if not to_a_woman and not asks_why(document, lam):
                right = forms("weak")[verb.form]
                yield self.found(verb.start, verb.end, Edit(*respelling(verb.text, right, verb.start)), right=right)
