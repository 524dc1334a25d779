"""metric and readability: a figure of the text, or of each place that the scope names, that is too high or too low."""

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from ..document import Document, Paragraph, Piece
from ..rules import Finding, option
from .patterns import Clock
from .rule import StyleRule
from .scopes import units
from .sections import sections
from .selector import ALL, Selector, selectors

_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
_OPERATORS: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: operator.mod,
    ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": math.sqrt, "abs": abs, "floor": math.floor, "ceil": math.ceil, "log": math.log, "pow": math.pow, "min": min, "max": max,
    "round": lambda value, places=0.0: round(value, int(places)),
}  # fmt: skip
_COUNTS = ("list", "blockquote", "pre", *(f"heading_h{level}" for level in range(1, 7)))
VARIABLES = (
    "words", "sentences", "paragraphs", "characters", "syllables", "polysyllabic_words", "complex_words", "long_words", *_COUNTS,
    "gunning_fog", "coleman_liau", "flesch_kincaid", "smog", "automated_readability", "flesch_reading_ease", "lix",
)  # fmt: skip

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
            grade = sum(_GRADES[name](known) for name in self.metrics) / max(1, len(self.metrics))
            if grade > self.grade:
                yield self.said(start, start, (f"{grade:.2f}",))


_GRADES: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Gunning Fog": lambda f: 0.4 * (f["words"] / f["sentences"] + 100 * f["complex_words"] / f["words"]),
    "Coleman-Liau": lambda f: 0.0588 * (100 * f["characters"] / f["words"]) - 0.296 * (100 * f["sentences"] / f["words"]) - 15.8,
    "Flesch-Kincaid": lambda f: 0.39 * f["words"] / f["sentences"] + 11.8 * f["syllables"] / f["words"] - 15.59,
    "SMOG": lambda f: 1.0430 * math.sqrt(f["polysyllabic_words"] * 30 / f["sentences"]) + 3.1291,
    "Automated Readability": lambda f: 4.71 * f["characters"] / f["words"] + 0.5 * f["words"] / f["sentences"] - 21.43,
}
"""The published formulas; the mean of several grades is what Vale reports."""


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


def figures(document: Document, texts: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """The counts of a text, and of the blocks of a document that belong to it, under the names that formulas know."""
    known = dict.fromkeys(VARIABLES, 0.0)
    for paragraph in paragraphs:
        names = sections(document, paragraph.number)
        level = next((name for name in names if re.fullmatch("h[1-6]", name)), "")
        for name in (f"heading_{level}" if level else "", "list" if "list" in names else "", "blockquote" if "blockquote" in names else ""):
            if name:
                known[name] += 1
        known["paragraphs"] += "paragraph" in names
    for text, start in texts:
        words = re.findall(_WORD, text)
        known["words"] = len(words)
        known["characters"] = sum(map(len, words))
        known["sentences"] = sum(
            start <= one.start < start + len(text) and bool(text[one.start - start].strip()) for one in document.sentences
        )
        counts = [syllables(word) for word in words]
        known["syllables"] = sum(counts)
        known["polysyllabic_words"] = known["complex_words"] = sum(count > 2 for count in counts)
        known["long_words"] = sum(len(word) > 6 for word in words)
    if known["words"] and known["sentences"]:
        known.update({name.lower().replace(" ", "_").replace("-", "_"): grade(known) for name, grade in _GRADES.items()})
        known["flesch_reading_ease"] = 206.835 - 1.015 * known["words"] / known["sentences"] - 84.6 * known["syllables"] / known["words"]
        known["lix"] = known["words"] / known["sentences"] + 100 * known["long_words"] / known["words"]
    return known


def syllables(word: str) -> int:
    """The syllables of an English word, about: its groups of vowels, a final e not counted. Other words count as their vowels' letters."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and len(groups) > 1
    return max(1, len(groups) - silent)


def evaluated(expression: str, names: Mapping[str, float]) -> Any:
    """The value of a formula; None where it divides by zero. Raises ValueError for what is no formula."""
    try:
        written = re.sub(r"heading\.(h[1-6])", r"heading_\1", expression).replace("math.", "")
        tree = ast.parse(written.replace("&&", " and ").replace("||", " or ").strip(), mode="eval")
        return _value(tree.body, names)
    except ZeroDivisionError:
        return None
    except (SyntaxError, TypeError, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(str(error)) from None


def _value(node: ast.expr, names: Mapping[str, float]) -> Any:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, names)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, names), _value(node.right, names))
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OPERATORS:
        return _OPERATORS[type(node.ops[0])](_value(node.left, names), _value(node.comparators[0], names))
    if isinstance(node, ast.BoolOp):
        values = [_value(one, names) for one in node.values]
        return all(values) if isinstance(node.op, ast.And) else any(values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS and not node.keywords:
        return _FUNCTIONS[node.func.id](*(_value(one, names) for one in node.args))
    raise ValueError(ast.unparse(node))
