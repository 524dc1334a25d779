"""The promises that every rule keeps, one by one: each is a check that raises BrokenPromise and says what to do."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType

from ..records import NamedTuple
from ..rules import AnyRule, Text
from .broken import BrokenPromise
from .examples import Case, cases_of
from .running import asked, orders, readings, settles, survives
from .seeds import Seeds
from .stating import Known, check_page, messages, names, options


class Promise(NamedTuple):
    """One promise of one rule."""

    rule: type[AnyRule]
    name: str
    known: Known

    def __str__(self) -> str:
        return f"{self.rule.id}: {self.name}"

    def check(self) -> None:
        """Raise BrokenPromise, which is an AssertionError and says what is wrong, unless the rule keeps it."""
        try:
            PROMISES[self.name](self.rule, self.known)
        except BrokenPromise:
            raise
        except (Exception, SystemExit) as error:  # noqa: BLE001  (whatever a rule raises, it is the rule that is told of)
            from traceback import format_exception

            said = Text("تعطلت القاعدة؛ والتفاصيل أدناه.", "the rule fails; details below.")
            raise BrokenPromise(self.rule.id, said, "".join(format_exception(error))) from None


def promises(*of: type[AnyRule] | ModuleType | str) -> list[Promise | Case | Seeds]:
    """Everything that these rules promise; a plugin (its module) or the path of a newsroom's folder stands for its rules.

    Each promise has `check()`, and a name as a string.
    Raises PluginError where the plugins do not load together.
    """
    from ..plugins import load

    rules = list(dict.fromkeys(rule for one in of for rule in _rules_of(one)))
    known = {**load().rules, **{rule.id: rule for rule in rules}}
    checks: list[Promise | Case | Seeds] = []
    for rule in rules:
        checks += [Promise(rule, name, known) for name in PROMISES]
        checks += cases_of(rule)
    if rules:
        checks.append(Seeds(tuple(rules)))
    return checks


def _rules_of(one: type[AnyRule] | ModuleType | str) -> Iterable[type[AnyRule]]:
    if isinstance(one, ModuleType):
        return tuple(one.arlint_rules())
    if isinstance(one, str):
        from ..plugins import Wanted, load

        installed = load().rules
        return [rule for name, rule in load(Wanted(paths=(one,))).rules.items() if name not in installed]
    return (one,)


def _values(rule: type[AnyRule], known: Known) -> None:
    """A rule is a value: built from the same options it is equal, has the same hash, and survives the way to another process."""
    one = rule()
    try:
        again = pickle.loads(pickle.dumps(one))
    except Exception as error:  # noqa: BLE001  (pickle raises whatever it likes)
        said = Text(
            f"لا تُنقل القاعدة إلى عملية أخرى ({error})؛ عرّف صنفها في رأس الوحدة، ولا تحفظ فيه ما لا يُنقل.",
            f"the rule cannot be sent to another process ({error}); define its class at the top of a module, and keep nothing in it that "
            "cannot be pickled.",
        )
        raise BrokenPromise(rule.id, said) from None
    if again != one or hash(again) != hash(one) or rule() != one:
        said = Text("قاعدتان بالخيارات نفسها غير متساويتين.", "two rules with the same options are not equal.")
        raise BrokenPromise(rule.id, said)


def _running(check: Callable[[type[AnyRule]], None]) -> Callable[[type[AnyRule], Known], None]:
    return lambda rule, known: None if rule().lacking() else check(rule)


PROMISES: Mapping[str, Callable[[type[AnyRule], Known], None]] = {
    "names": names,
    "page": check_page,
    "messages": messages,
    "options": options,
    "value": _values,
    "asked": _running(asked),
    "any text": _running(survives),
    "fixes settle": _running(settles),
    "order": _running(orders),
    "time": _running(readings),
}
"""By name; examples are a promise each, and what depends on the hash seed is one of all rules together."""


def broken(*of: type[AnyRule] | ModuleType | str) -> Iterator[BrokenPromise]:
    """The promises that these rules do not keep."""
    for promise in promises(*of):
        try:
            promise.check()
        except BrokenPromise as error:
            yield error
