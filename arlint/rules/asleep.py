"""Rules whose modules are not imported before a text concerns them: until then they are what is known of them.

Of a hundred rules a text concerns thirty, and importing the others takes longer than asking those. A rule asleep answers what decides
whether it is on and whether it is asked. For all else it wakes: it becomes the rule that it is, the same object, with its options.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, cast

from ..arabic.fresh import Fresh
from ..arabic.noticed import Noticed, Watch
from ..records import NamedTuple
from .corpus import CorpusRule
from .kinds import AuditRule, PatternRule, WordRule
from .rule import AnyRule, Rule


class Facts(NamedTuple):
    """What is known of a rule class without its module; plain values, as they are kept."""

    module: str
    name: str
    kind: str
    """The name of the nearest base class among those of arlint."""
    id: str
    code: str
    level: str
    default: bool
    locked: bool
    house_style: Mapping[str, str]
    triggers: str
    gaps: str
    shadows: bool
    reads_source: bool
    reads_marks: bool
    any_language: bool
    reads: frozenset[str]
    scope: str
    """With the default options; empty for a rule that compares nothing."""
    sleeps: bool = False
    """Whether a rule of this class with the default options may sleep: it is made as all are, and lacks nothing."""
    idle: bool = False
    notices: bool = False
    """Whether such a rule has cues."""
    watch: "Watch | None" = None
    """What these look for, where that is known."""
    max_per_group: int = 0
    made_of: str = ""
    cacheable: bool = False
    home: tuple[str, str] = "", ""
    state: bytes = b""
    files: tuple[str, ...] = ()

    @property
    def category(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def rule(self) -> type[AnyRule]:
        """The class. Imports its module."""
        return cast("type[AnyRule]", getattr(import_module(self.module), self.name))


_KINDS: Mapping[str, type[AnyRule]] = {
    kind.__name__: kind for kind in (WordRule, PatternRule, Rule, CorpusRule, AuditRule, AnyRule)
}


def facts_of(rule: type[AnyRule]) -> Facts:
    """What is known of a class without making a rule of it."""
    kind = next(name for name, kind in _KINDS.items() if issubclass(rule, kind))
    return Facts(
        rule.__module__, rule.__qualname__, kind, rule.id, rule.code, rule.level, rule.default, rule.locked, dict(rule.house_style),
        rule.triggers, rule.gaps, rule.shadows, rule.reads_source, rule.reads_marks, rule.any_language, rule.reads,
        rule.options["scope"].default if issubclass(rule, CorpusRule) else "",
    )  # fmt: skip


def facts_for_sleep(rule: type[AnyRule]) -> Facts:
    """The same, and what is known of a rule with the default options, if such a one may sleep. Raises whatever the rule raises."""
    found, own = facts_of(rule), getattr(import_module(rule.__module__), rule.__qualname__, None)
    if own is not rule or rule.made_of:
        return found
    made = rule()
    if rule.__init__ is not AnyRule.__init__ and made.__dict__.keys() != AnyRule().__dict__.keys():  # made in a way of its own
        return found
    if rule.lacking is not AnyRule.lacking and not (made.idle or rule.lacks_by_options):
        return found
    cues = None if made.idle else made.cues
    return found._replace(
        sleeps=True, idle=made.idle, notices=cues is not None, watch=cues and cues.watch, max_per_group=made.max_per_group,
        cacheable=made.cacheable, home=made.home, files=made.files,
    )  # fmt: skip


def known(rules: Mapping[str, type[AnyRule]]) -> Mapping[str, Facts]:
    """What is known of rule classes, by id."""
    return rules.facts if isinstance(rules, Sleepers) else {rule_id: facts_of(rule) for rule_id, rule in rules.items()}


class Sleepers(Mapping[str, type[AnyRule]]):
    """Rule classes of which the facts are known, by id. A class is imported when it is asked for, but for those that are `awake`."""

    def __init__(self, facts: Iterable[Facts], awake: Mapping[str, type[AnyRule]] = MappingProxyType({})) -> None:
        every = sorted((*facts, *map(facts_of, awake.values())), key=lambda one: (one.category, one.code))
        self.facts = {one.id: one for one in every}
        self._awake = awake

    def __getitem__(self, rule_id: str) -> type[AnyRule]:
        return self._awake.get(rule_id) or self.facts[rule_id].rule

    def __iter__(self) -> Iterator[str]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)


def built(rules: Mapping[str, type[AnyRule]], rule_id: str, options: Mapping[str, Any]) -> AnyRule:
    """The rule with these options; asleep, where it may be."""
    facts = rules.facts[rule_id] if isinstance(rules, Sleepers) else None
    if facts is None or not facts.sleeps or not options.keys() <= {"level", "locked"}:
        return rules[rule_id](**options)
    return _kind(facts.kind)(facts, options)


_OWN = frozenset(Facts._fields) - {"module", "name", "kind", "default", "house_style", "sleeps", "notices", "watch"}
"""What a rule asleep answers by what is known of its class."""


class _Asleep(AnyRule):
    """Comes before the kind of the rule in its bases."""

    def __init__(self, facts: Facts, options: Mapping[str, Any]) -> None:
        own = self.__dict__
        own.update(options)
        own["given"] = tuple(sorted((name, repr(value)) for name, value in options.items()))
        own["_facts"] = facts
        if facts.watch:
            own["cues"] = _Cues(self, facts.watch)

    def __getattribute__(self, name: str) -> Any:
        if name in ("__dict__", "__class__"):
            return object.__getattribute__(self, name)
        own = object.__getattribute__(self, "__dict__")
        if name in own:
            return own[name]
        facts = own["_facts"]
        if name in _OWN and (name != "scope" or facts.scope):
            return getattr(facts, name)
        if name == "cues" and not facts.notices:
            return None
        return getattr(awake(self), name)


@lru_cache
def _kind(name: str) -> Callable[[Facts, Mapping[str, Any]], AnyRule]:
    """The class of rules of a kind that are asleep, so that `isinstance` tells them apart as it tells those that are awake."""
    return type("Asleep", (_Asleep, _KINDS[name]), {})


def is_asleep(rule: AnyRule) -> bool:
    """Whether the rule sleeps, and so lacks nothing."""
    return isinstance(rule, _Asleep)


def awake(rule: AnyRule) -> AnyRule:
    """The rule, which is not asleep any more."""
    if isinstance(rule, _Asleep):
        own = rule.__dict__
        cls, cues = own["_facts"].rule, own.pop("cues", None)
        del own["_facts"]
        object.__setattr__(rule, "__class__", cls)
        if cues is not None:
            cues.stand_for(rule.cues)
    return rule


class _Cues(Noticed[Any]):
    """The cues of a rule asleep. When something that they look for is met the rule wakes, and its own cues judge, by the same bit."""

    def __init__(self, rule: AnyRule, watch: Watch) -> None:
        forms, stems = watch
        super().__init__(lambda fresh: (*forms.intersection(fresh.listed), *fresh.ending_in_stems(stems)), bool, stems)
        self.watch = watch
        self._rule = rule
        self._own: Noticed[Any] | None = None

    def stand_for(self, own: Noticed[Any] | None) -> None:
        """From now on these cues, of the same rule, learn what these are shown."""
        self._own = own
        if own is not None and "bit" in self.__dict__:
            own.bit = self.bit
            own.before = self
            if self._forms:
                own.restore(self._forms, None)

    def learn(self, fresh: Fresh) -> Iterable[str]:
        """As the rule's own cues."""
        if self._own is None and any(self._sift(fresh)):
            awake(self._rule)
        return () if self._own is None else self._own.learn(fresh)

    def forget(self) -> None:
        """As the rule's own cues."""
        if self._own is not None:
            self._own.forget()
