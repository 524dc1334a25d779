"""wordy-phrase: تم اعتقال for اعتُقل."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal

from arlint import Document, Example, Finding, Rule, Text, option
from arlint.arabic.lexicon import lexicon
from arlint.arabic.patterns import compiled

_Name = Literal[
    "tamma", "qama-bi", "bi-shakl", "agent-of-passive", "akkada-ala", "nafs", "kullama-twice", "la-budda-wa", "kama-wa", "la-zala"
]  # fmt: skip


@lru_cache(maxsize=1)
def _frames() -> Sequence[tuple[str, str, str, str, str]]:
    return lexicon(__file__, "wordy", _compiled)


def _compiled(table: Any) -> list[tuple[str, str, str, str, str]]:
    """Name, regex, what it needs, and what to write instead in both languages."""
    return [(one["name"], one["regex"], one["needs"], one["instead"]["ar"], one["instead"]["en"]) for one in table["wordy"]]


class WordyPhrase(Rule):
    """حشو يمكن اختصاره: «تم اعتقال»، «قام بزيارة»، «بشكل كامل»، «أكد على». القاعدة اختيارية لأن أكثر هذه التراكيب شائع في لغة الأخبار،
    وبعضها لا يعيبه كثير من المحررين. اذكر في الخيار allow أسماء ما تقبله: tamma، qama-bi، bi-shakl، agent-of-passive، akkada-ala،
    nafs، kullama-twice، la-budda-wa، kama-wa، la-zala.

    Phrases that can be shorter: «تم اعتقال», «قام بزيارة», «بشكل كامل», «أكد على». The rule is optional, since most of these are common
    in the language of news and many editors see no fault in some. Name those you accept in the option `allow`: tamma, qama-bi,
    bi-shakl, agent-of-passive, akkada-ala, nafs, kullama-twice, la-budda-wa, kama-wa, la-zala.
    """

    id = "wordy-phrase"
    code = "STY004"
    title = Text("حشو", "Wordy phrase")
    message = Text("«{phrase}» حشو؛ {instead_ar}.", "«{phrase}» is wordy; {instead_en}.")
    level = "suggestion"
    default = False
    quoted = False

    allow: list[_Name] = option([], ar="أسماء التراكيب المقبولة.", en="Names of phrases to accept.")

    good = (
        "اعتقل خمسة أشخاص، وزار المدينة، وأكد أهمية الحوار.",
        "تم له ما أراد، وتمت الصفقة، وقام باكرا، ووصل من قبل العاشرة.",
        "أكد الوزير للصحفيين أهمية الحوار.",
        "قال: «تم اعتقال خمسة أشخاص».",
        "تتم إلكترونيا معاملات كثيرة، وتم معهم ما أرادوا.",
        "تقوم بلدية المدينة على رعاية الحدائق، وقام باحثون من الجامعة مبكرا.",
    )
    bad = {
        "⟦تم اعتقال⟧ خمسة أشخاص.": None,
        "⟦قام بزيارة⟧ المدينة.": None,
        "⟦أكد على⟧ أهمية الحوار.": None,
        "أُغلق الطريق ⟦بشكل كامل⟧ أمس.": None,
        "⟦كلما تأخر القرار كلما⟧ زادت الكلفة.": None,
        "⟦لا بد وأن⟧ نبدأ.": None,
    }
    cases = (Example("تم اعتقال خمسة أشخاص.", None, {"allow": ["tamma"]}),)

    def check(self, document: Document) -> Iterator[Finding]:
        """Every match of every phrase that is not allowed."""
        for name, pattern, needs, ar, en in _frames():
            if needs not in document.text or name in self.allow:
                continue
            for block in document.blocks:
                for match in _regex(pattern).finditer(document.text, block.start, block.end):
                    yield self.found(*match.span(), phrase=match.group(), instead_ar=ar, instead_en=en)


@lru_cache(maxsize=32)
def _regex(pattern: str) -> "re.Pattern[str]":
    return compiled(pattern)
