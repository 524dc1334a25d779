"""Which rules may have something to say of a text, by its characters, blocks, words and gaps: most texts concern a third of them."""

from collections.abc import Sequence
from functools import reduce
from itertools import compress
from operator import or_
from typing import Any
from zlib import crc32

from ..arabic.gaps import gap
from ..arabic.met import MET
from ..arabic.noticed import Noticed
from ..arabic.page import ORDINARY, STRANGE
from ..arabic.patterns import compiled
from ..document import PROSE, Document
from ..records import NamedTuple
from ..rules import AnyRule, AuditRule
from ..rules.asleep import awake, is_asleep
from .views import Reading, reading

_MOST = 10_000  # inventories and gaps that are remembered
_MANY = 8  # documents after which all rules are awake: those that sleep take longer to answer
_FEW = 64  # plans: a project has one for each set of rules that its overrides make


class Asked(NamedTuple):
    """A rule and how it reads, with the characters and the roles of blocks of which it needs one, and the bits of its cues and its gaps;
    nothing and 0 where it has none.
    """

    rule: AnyRule
    reading: Reading
    triggers: frozenset[str]
    roles: frozenset[str]
    word: int
    gap: int


class Plan:
    """Rules in the order in which they are asked: those that hide paragraphs from others come first."""

    def __init__(self, rules: Sequence[AnyRule]) -> None:
        ordered = [rule for rule in sorted(rules, key=_speaks_later) if not (isinstance(rule, AuditRule) or rule.idle)]
        self._triggers = frozenset("".join(rule.triggers for rule in ordered)) - ORDINARY
        self._gaps = _Gaps(sorted({rule.gaps for rule in ordered if rule.gaps}))
        self._entries = [
            Asked(rule, reading(rule), _triggers(rule), _roles(rule), _bit(rule), self._gaps.bit(rule.gaps)) for rule in ordered
        ]
        self._by_signs: dict[tuple[frozenset[str], frozenset[str]], list[Asked]] = {}
        self._read = 0
        self._choosy = self._awake_and_choosy()

    def concerned(self, document: Document) -> list[Asked]:
        """The rules that are worth asking of a document, in order."""
        signs = document.signs & self._triggers
        roles = document.roles
        likely = self._by_signs.get((signs, roles))
        if likely is None:
            if len(self._by_signs) >= _MOST:
                self._by_signs.clear()
            likely = self._by_signs[signs, roles] = [
                one
                for one in self._entries
                if (not one.triggers or not signs.isdisjoint(one.triggers)) and (not one.roles or not roles.isdisjoint(one.roles))
            ]
        self._read += 1
        if self._read == _MANY:
            for entry in self._entries:
                awake(entry.rule)
            self._choosy = self._awake_and_choosy()
        bare = document.bare
        words, between = MET.asked(bare.vocabulary), reduce(or_, map(self._gaps.__getitem__, bare.gaps), 0)
        if self._choosy:
            words &= ~self._idle(words, bare)
        return [one for one in likely if (not (word := one.word) or word & words) and (not (gap_ := one.gap) or gap_ & between)]

    def _awake_and_choosy(self) -> list[tuple[int, AnyRule, Noticed[Any]]]:
        """The rules to which not every cue matters, with the bit of their cues, which no other rule has, and with these."""
        awake_ones = (one for one in self._entries if one.word and not is_asleep(one.rule))
        choosy = [one for one in awake_ones if one.rule.own_class.cue_matters is not AnyRule.cue_matters]
        bits = [one.word for one in self._entries] if choosy else []
        return [
            (one.word, one.rule, cues) for one in choosy if (cues := one.rule.cues) is not None and bits.count(one.word) == 1
        ]

    def _idle(self, words: int, document: Document) -> int:
        """The bits of the choosy rules with cues in a document of which none matters: all are looked at in one walk through its words."""
        left, idle = MET.noticed(document.vocabulary), 0
        owners: dict[str, list[tuple[int, AnyRule]]] = {}
        for bit, rule, cues in self._choosy:
            if bit & words:
                idle |= bit
                for form in cues.within(left):
                    owners.setdefault(form, []).append((bit, rule))
        if not idle:
            return 0
        forms = [*document.forms, ""]
        for number in compress(range(len(forms)), map(owners.__contains__, forms)):
            for bit, rule in owners[forms[number]]:
                if bit & idle and _matters(rule, forms, number):
                    idle ^= bit
        return idle


def _matters(rule: AnyRule, forms: Sequence[str], number: int) -> bool:
    """Whether a cue matters to a rule; one that fails on it is asked, so that what it raises then is reported."""
    try:
        return rule.cue_matters(forms, number)
    except Exception:  # noqa: BLE001
        return True


class _Gaps(dict[bytes, int]):
    """For each gap between words the bits of the patterns that match in it, thought of once."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns

    def bit(self, pattern: str) -> int:
        """The bit of a pattern; 0 for none."""
        return 1 << self._patterns.index(pattern) if pattern else 0

    def __missing__(self, data: bytes) -> int:
        if len(self) >= _MOST:
            self.clear()
        text, strange = gap(data), STRANGE in data
        bits = sum(1 << number for number, pattern in enumerate(self._patterns) if strange or compiled(pattern).search(text))
        self[data] = bits
        return bits


def _speaks_later(rule: AnyRule) -> bool:
    return not rule.shadows


def _triggers(rule: AnyRule) -> frozenset[str]:
    triggers = frozenset(rule.triggers)
    return frozenset() if triggers & ORDINARY else triggers


def _roles(rule: AnyRule) -> frozenset[str]:
    return frozenset() if rule.reads == PROSE or rule.reads_source else rule.reads


def _bit(rule: AnyRule) -> int:
    try:
        cues = rule.cues
    except Exception:  # noqa: BLE001  (a rule whose table fails is asked of every text, so that what it raises is reported)
        return 0
    if cues is None:
        return 0
    if not cues.name:
        cues.name = _name(rule)
    return cues.bit


def _name(rule: AnyRule) -> str:
    """What stands for the rule's table of cues from run to run; empty where the table may change without the rule."""
    made_of = ""
    if not is_asleep(rule):
        if any(option.path for option in rule.options.values()):  # the file may change
            return ""
        made_of = rule.made_of
    return repr((rule.id, rule.given, len(made_of), crc32(made_of.encode("utf-8", "surrogatepass"))))


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
