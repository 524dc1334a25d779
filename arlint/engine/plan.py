"""Which rules may have something to say of a text, by the characters, the words and the gaps in it: most texts concern a third of them."""

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_

from ..arabic.noticed import asked
from ..arabic.page import ORDINARY, STRANGE, gap
from ..document import Document
from ..rules import AnyRule, AuditRule

_MOST = 10_000  # inventories and gaps that are remembered
_FEW = 64  # plans: a project has one for each set of rules that its overrides make


class Plan:
    """Rules in the order in which they are asked: those that hide paragraphs from others come first."""

    def __init__(self, rules: Sequence[AnyRule]) -> None:
        self._rules = [rule for rule in sorted(rules, key=_speaks_later) if not isinstance(rule, AuditRule)]
        self._triggers = frozenset("".join(rule.triggers for rule in self._rules)) - ORDINARY
        self._by_signs: dict[frozenset[str], list[tuple[AnyRule, int, int]]] = {}
        self._gaps = _Gaps(sorted({rule.gaps for rule in self._rules if rule.gaps}))

    def concerned(self, document: Document) -> list[AnyRule]:
        """The rules that are worth asking of a document, in order."""
        signs = document.signs & self._triggers
        likely = self._by_signs.get(signs)
        if likely is None:
            if len(self._by_signs) >= _MOST:
                self._by_signs.clear()
            likely = self._by_signs[signs] = [self._entry(rule) for rule in self._rules if _may_speak(rule, signs)]
        bare = document.bare
        words, between = asked(bare.vocabulary), reduce(or_, map(self._gaps.__getitem__, bare.gaps), 0)
        return [rule for rule, word, between_ in likely if (not word or word & words) and (not between_ or between_ & between)]

    def _entry(self, rule: AnyRule) -> tuple[AnyRule, int, int]:
        """The rule with the bit of its cues and that of its gaps; 0 where it has none."""
        cues = rule.cues
        return rule, 0 if cues is None else cues.bit, self._gaps.bit(rule.gaps) if rule.gaps else 0


class _Gaps(dict[bytes, int]):
    """For each gap between words the bits of the patterns that match in it, thought of once."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns

    def bit(self, pattern: str) -> int:
        """The bit of a pattern."""
        return 1 << self._patterns.index(pattern)

    def __missing__(self, data: bytes) -> int:
        if len(self) >= _MOST:
            self.clear()
        text, strange = gap(data), STRANGE in data
        bits = sum(1 << number for number, pattern in enumerate(self._patterns) if strange or re.search(pattern, text))
        self[data] = bits
        return bits


def _speaks_later(rule: AnyRule) -> bool:
    return not rule.shadows


def _may_speak(rule: AnyRule, signs: frozenset[str]) -> bool:
    return not rule.triggers or not signs.isdisjoint(rule.triggers) or not ORDINARY.isdisjoint(rule.triggers)


_PLANS: dict[int, tuple[tuple[AnyRule, ...], Plan]] = {}
"""By identity: hashing sixty rules takes longer than asking most of them."""


def planned(rules: Sequence[AnyRule]) -> Plan:
    """The plan for these rules; made once for one tuple of them."""
    if not isinstance(rules, tuple):
        return Plan(rules)
    known = _PLANS.get(id(rules))
    if known is None or known[0] is not rules:
        if len(_PLANS) >= _FEW:
            _PLANS.clear()
        known = _PLANS[id(rules)] = rules, Plan(rules)
    return known[1]
