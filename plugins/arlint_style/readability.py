"""readability: the OSMAN figure of an article, and a bound on it."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Rule, Text, option
from arlint.arabic.readability import counted, osman

_HARD = "استنكرت المؤسسات الاستشارية المسؤوليات المترتبة على استراتيجيات الاستثمارات الإلكترونية المتخصصة والاستخباراتية المستقبلية."


class Readability(Rule):
    """مؤشر سهولة القراءة «عثمان» (OSMAN) للنص، وهو مقياس وُضع للعربية (الحاج ورايسون 2016): من نحو 0 (الأصعب) إلى 200 (الأسهل)، والأخبار
    بين 30 و80 غالبا. القاعدة اختيارية، وتذكر الرقم لكل نص، أو للنصوص التي يقل مؤشرها عن الخيار min وحدها. ولا يُحسب نص كلماته أقل من
    الخيار words.

    OSMAN, a readability figure made for Arabic (El-Haj and Rayson 2016): from about 0 (hardest) to 200 (easiest); news mostly has 30 to
    80. The rule is optional and tells the figure of every text, or only of those below the option `min`. Texts of fewer than `words`
    words have no figure.
    """

    id = "readability"
    code = "STY007"
    title = Text("سهولة القراءة", "Readability")
    message = Text("مؤشر سهولة القراءة {score}.", "The readability score is {score}.")
    messages = {
        "low": Text(
            "مؤشر سهولة القراءة {score}، وهو دون الحد {min}؛ قصّر الجمل والكلمات.",
            "The readability score is {score}, below {min}; shorten sentences and words.",
        )
    }
    level = "suggestion"
    default = False

    min: float = option(0.0, ar="الاقتصار على ما يقل مؤشره عن هذا؛ 0 لكل النصوص.", en="Report only texts below this; 0 reports all.")
    words: int = option(50, ar="أقل ما يُحسب له المؤشر من الكلمات.", en="The fewest words a text must have.")

    good = ("وصل الوفد إلى العاصمة.",)
    bad = {}
    cases = (
        Example("⟦ذهب⟧ الولد إلى البيت. أكل خبزا. لعب مع أخته.", None, {"words": 5}),
        Example("ذهب الولد إلى البيت. أكل خبزا. لعب مع أخته.", None, {"words": 5, "min": 60.0}),
        Example(f"⟦استنكرت⟧{_HARD.removeprefix('استنكرت')}", None, {"words": 5, "min": 60.0}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """One finding at the first word."""
        if len(document.forms) < self.words:
            return
        score = osman(counted(document.forms), len(document.sentences))
        if score is not None and (not self.min or score < self.min):
            first = document.words[0]
            yield self.found(first.start, first.end, variant="low" if self.min else "", score=round(score, 1), min=self.min)
