"""unsourced-statistic: seventy per cent; of whose survey?"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.attribution import attributed
from arlint.arabic.clitics import CONJUNCTIONS
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.numerals import DIGIT
from arlint.arabic.words import forms

from ._sentences import Body

_PERCENT = regex(
    f"(?<![{DIGIT}.,،\u066b])(?<![{DIGIT}][.,،] )[{DIGIT}]+(?:[.,\u066b][{DIGIT}]+)?[ \u00a0]?"
    "(?:[%٪]|(?:في[ \u00a0]المئة|في[ \u00a0]المائة|بالمئة|بالمائة)(?!\\w))"
)
_MARKET = 3  # different words of the market that make a text market copy
_SIGNS = ("%", "٪", "المئة", "المائة", "بالمئة", "بالمائة")


class UnsourcedStatistic(Rule):
    """نسبة أو إحصاء لا يُذكر من أحصاه: «تعاني 70 في المئة من الأسر». والرقم الذي لا مصدر له لا يعرف القارئ أيصدقه أم لا.

    يُفحص ما بعد الفقرة الأولى، ويُعد الرقم منسوبا إذا وُجد في جملته أو في الجملتين المجاورتين فعل قول أو عبارة نسبة أو وثيقة أو
    استطلاع. ولا يُبلَّغ عن أخبار الأسواق والأسعار والرياضة والمشاريع. ومن الكسور يُبلَّغ عن «ثلث الأطباء» وأمثاله. والقاعدة
    اختيارية: كثير من النسب في الأخبار يعرف القارئ مصدرها. ويضيف الخيار claims الأحكام الكمية بلا رقم: «تراجعا كبيرا».

    A share or a figure that nobody is named for: «70 per cent of the families suffer». Without a source the reader cannot know
    whether to believe it.

    The first paragraph is left out; a figure counts as sourced where its sentence or one beside it has a verb of saying, a
    phrase of attribution, a document or a poll. Copy about markets, prices, sport and building projects is left alone. Of
    fractions, ثلث الأطباء and its like are reported. The rule is optional: of many percentages in the news the reader knows the
    source. The option `claims` adds judgements of quantity without a figure: تراجعا كبيرا.
    """

    id = "unsourced-statistic"
    code = "ATT007"
    title = Text("نسبة أو إحصاء بلا مصدر", "Statistic without a source")
    message = Text("الإحصاء «{figure}» بلا مصدر؛ اذكر من أحصاه.", "The figure «{figure}» has no source; say who counted.")
    level = "suggestion"
    reads = frozenset(("paragraph",))
    default = False
    quoted = False

    measured = Measured(5, 6, 4338, "SaudiNewsNet, Jawhara, NTREX")

    claims: bool = option(
        False,
        ar="الإبلاغ أيضا عن الأحكام الكمية بلا رقم: تراجعا كبيرا، زيادة ملحوظة.",
        en="Also report judgements of quantity without a figure: تراجعا كبيرا, زيادة ملحوظة.",
    )

    good = (
        "عاد النقاش إلى البلاد.\nتعاني 70 في المئة من الأسر من الغلاء، وفقا للبنك الدولي.",
        "عاد النقاش إلى البلاد.\nارتفع سهم الشركة 3 في المئة في التعاملات المبكرة.",
        "عاد النقاش إلى البلاد.\nأظهر استطلاع أن 70% من الأسر متفائلة.",
        "عاد النقاش إلى البلاد.\nانتظر الركاب ربع ساعة.",
        "تعاني 70 في المئة من الأسر من الغلاء.",
    )
    bad = {
        "عاد النقاش إلى البلاد.\nتعاني ⟦70 في المئة⟧ من الأسر من الغلاء.": None,
        "عاد النقاش إلى البلاد.\nوتضاعفت حالات الطلاق بنسبة ⟦٤٠٪⟧ خلال عام.": None,
        "عاد النقاش إلى البلاد.\nوهاجر ⟦ثلث⟧ الأطباء خلال خمسة أعوام.": None,
    }
    cases = (
        Example("عاد النقاش إلى البلاد.\nوشهدت القراءة ⟦تراجعا كبيرا⟧ بين الشباب.", options={"claims": True}),
        Example("عاد النقاش إلى البلاد.\nوشهدت القراءة تراجعا كبيرا بين الشباب."),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Every share or figure without a source."""
        spans = sorted(self._figures(document))
        if not spans or len(_table()["market"] & document.vocabulary) >= _MARKET:
            return
        body = Body(document, skip_lead=True)
        judged: dict[tuple[int, int], bool] = {}
        for start, end in spans:
            place = body.place(start)
            if place is None:
                continue
            number = body.number_at(place, start)
            if (place, number) not in judged:
                judged[place, number] = _lacks_source(list(body.near(place, number, 1)))
            if judged[place, number]:
                yield self.found(start, end, figure=document.text[start:end])

    def _figures(self, document: Document) -> Iterator[tuple[int, int]]:
        """The spans of percentages, of shares of a group and, if wanted, of claims."""
        if any(sign in document.text for sign in _SIGNS):
            yield from (match.span() for match in _PERCENT.finditer(document.text))
        table, vocabulary = _table(), document.vocabulary
        for form in _shares() & vocabulary:
            for word in document.words_of(form):
                following = document.after(word)
                if following and following.form in table["groups"]:
                    yield word.start, word.end
        for form in table["claims"] & vocabulary if self.claims else ():
            for word in document.words_of(form):
                following = document.after(word)
                if following and following.form in table["adjectives"]:
                    yield word.start, following.end


def _lacks_source(outlines: list[str]) -> bool:
    """Whether neither the first of these sentences, which holds the figure, nor the others name a source, and it is no market
    copy."""
    known = _table()["elsewhere"] | _table()["market"]
    return known.isdisjoint(forms(outlines[0])) and not any(map(attributed, outlines))


@lru_cache(maxsize=1)
def _shares() -> frozenset[str]:
    return frozenset(f"{prefix}{share}" for share in _table()["shares"] for prefix in CONJUNCTIONS)


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return lexicon(__file__, "statistics", _compiled)


def _compiled(table: Any) -> dict[str, frozenset[str]]:
    return {
        **{key: frozenset(table[key]) for key in ("shares", "groups", "market", "elsewhere")},
        "claims": frozenset(table["claims"]["nouns"]), "adjectives": frozenset(table["claims"]["adjectives"]),
    }  # fmt: skip
