"""Selectors: ids, codes, categories and globs that name rules, in files and on the command line."""

from collections.abc import Callable, Iterable

from ..records import NamedTuple
from ..rules import AnyRule, Text, names_rule
from ..rules.asleep import Facts, known
from .effective import Rules
from .place import Mistake, Place, meant


class Selector(NamedTuple):
    """A selector with its place."""

    text: str
    place: Place

    def names(self, rule: "Facts | AnyRule | type[AnyRule]") -> bool:
        """Whether it names this rule."""
        return names_rule(self.text, rule.id, rule.code)


def rules_named(selector: str, rules: Rules) -> list[str]:
    """The ids of the rules that a selector names, in the order of the table."""
    return [rule_id for rule_id, rule in known(rules).items() if names_rule(selector, rule_id, rule.code)]


def checked(
    selectors: Iterable[tuple[str, Place]], rules: Rules, mistakes: list[Mistake], minded: Callable[[str], bool] = lambda name: True
) -> tuple[Selector, ...]:
    """The selectors that name a rule. One that names none is a mistake where that is `minded` of it, else passed over."""
    found = []
    for text, place in selectors:
        if rules_named(text, rules):
            found.append(Selector(text, place))
        elif minded(text):
            mistakes.append(Mistake(place, no_rule(text, rules)))
    return tuple(found)


def split(option: str, given: Iterable[str]) -> list[tuple[str, Place]]:
    """The selectors that an option of the command line gives, several in one word joined with commas; "" for a word without any, which
    is a mistake: a variable of a script that is not set must not stand for all rules.
    """
    words = ([text.strip() for text in joined.split(",") if text.strip()] or [""] for joined in given)
    return [(text, Place("command", option)) for texts in words for text in texts]


def no_rule(text: str, rules: Rules) -> Text:
    """The message of a selector that names no rule, with the nearest name."""
    names = {name: None for rule_id, rule in known(rules).items() for name in (rule_id, rule.code, rule.category)}
    hint = meant(text, (*names, "ALL"), Text("لعرض القواعد: arlint rules", "for a list: arlint rules"))
    return Text(f"لا قاعدة باسم «{text}»{hint.ar}", f"no rule {text!r}{hint.en}")
