"""metric and readability: a figure of the text, or of each place that the scope names, that is too high or too low."""

import re
from collections.abc import Iterator
from typing import Literal

from ..document import Document
from ..rules import Finding, option
from .figures import GRADES, figures
from .formulas import evaluated
from .patterns import Clock
from .rule import StyleRule
from .scopes import units
from .selector import ALL, Selector, selectors

Metric_ = Literal["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"]


class Metric(StyleRule):
    """رقم يُحسب من النص كله ويتجاوز حده.

    A figure that is computed from the whole text and goes beyond its limit.
    """

    required = ("formula",)

    formula: str = option(
        "", ar="الصيغة: words وsentences وغيرهما، مع + - * /.", en="The formula, of words, sentences and others, with + - * /."
    )
    condition: str = option("> 0", ar="الشرط الذي يُبلَّغ عنده، مثل > 12.", en="The condition to report at, such as > 12.")

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """One finding at the beginning of each place that is measured."""
        formula, others = without_counts(self.formula)
        counts = {name: counted(document, rule) for name, rule in others.items()}
        condition = f"result {self.condition}" if self.condition.lstrip()[:1] in "<>=!" else self.condition
        for start, found in measured(document, self.where_to_look):
            known = {**found, **counts}
            value = evaluated(formula, known)
            if value is not None and evaluated(condition, {**known, "result": value}):
                yield self.said(start, start, (f"{value:.2f}",))


class Readability(StyleRule):
    """نص أصعب مما ينبغي، بمقاييس الإنجليزية: متوسط درجات ما ذُكر منها.

    A text that is harder to read than it should be, by measures of English: the mean grade of those that are named.
    """

    required = ("grade",)

    metrics: list[Metric_] = option(["Flesch-Kincaid"], ar="المقاييس.", en="The measures.")
    grade: float = option(0.0, ar="أعلى درجة مقبولة.", en="The highest grade that is accepted.")

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """One finding at the beginning of each place that is measured."""
        for start, known in measured(document, self.where_to_look):
            if not known["words"] or not known["sentences"]:
                continue
            grade = sum(GRADES[name](known) for name in self.metrics) / max(1, len(self.metrics))
            if grade > self.grade:
                yield self.said(start, start, (f"{grade:.2f}",))


def without_counts(formula: str) -> tuple[str, dict[str, str]]:
    """The formula with a name for each `check["Style.Rule"]`, and the rules by these names."""
    rules: dict[str, str] = {}

    def named(match: "re.Match[str]") -> str:
        name = f"check_{len(rules)}"
        rules[name] = match[1]
        return name

    return re.sub(r"""check\[["']([^"'\]]+)["']\]""", named, formula), rules


def counted(document: Document, rule: str) -> float:
    """How often a rule that was written in a style file speaks in a document; 0 for one that does not exist."""
    from .build import known_as

    found = known_as(rule)
    if found is None:
        return 0.0
    made = found()
    return float(sum(1 for _ in made.findings(document.raw if made.reads_source else document)))


def measured(document: Document, scope: "tuple[Selector, ...]") -> Iterator[tuple[int, dict[str, float]]]:
    """The places to measure, by where they begin, each with its counts: the whole running text where the scope names nothing else."""
    if scope in (ALL, selectors("summary")):
        yield 0, figures(document, units(document, selectors("summary")), document.paragraphs)
        return
    for piece in units(document, scope):
        inside = [one for one in document.paragraphs if piece.start <= one.start and one.end <= piece.end]
        yield piece.start, figures(document, (piece,), inside)
