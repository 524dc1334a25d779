"""The promise that nothing depends on the hash seed: sets of strings are in another order in every process."""

import json
import os
import subprocess
import sys

from ..records import NamedTuple
from ..rules import AnyRule, Text
from .broken import GOT, BrokenPromise, shown
from .examples import Case, cases_of
from .linting import diagnostics
from .marking import unmarked

_SEEDS = ("1", "2")


class Seeds(NamedTuple):
    """The examples of these rules give the same in two processes with different hash seeds."""

    rules: tuple[type[AnyRule], ...]

    def __str__(self) -> str:
        return "hash seed"

    def check(self) -> None:
        """Raise BrokenPromise for the first rule whose findings differ. Rules that another process cannot import are passed over."""
        named = json.dumps([_address(rule) for rule in self.rules])
        first, second = (_told(named, seed) for seed in _SEEDS)
        for rule, one, other in zip(self.rules, first, second, strict=True):
            if one != other:
                said = Text(
                    "تختلف الملاحظات من تشغيل إلى آخر: رتّب ما تأخذه من مجموعة (set) قبل أن تستعمله.",
                    "findings differ from run to run: sort what you take from a set before you use it.",
                )
                differ = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
                raise BrokenPromise(rule.id, said, *(shown(GOT, text) for pair in differ for text in pair))


def _address(rule: type[AnyRule]) -> tuple[str, str | None, str]:
    """Where another process finds a rule: its module, that one's file, its name."""
    return rule.__module__, getattr(sys.modules.get(rule.__module__), "__file__", None), rule.__qualname__


def _told(named: str, seed: str) -> list[list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "arlint.testing.seeds"], input=named, check=False, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: list[list[str]] = json.loads(done.stdout)
    return told


def _findings(module: str, file: str | None, name: str) -> list[str]:
    """What the rule says of its examples, a line each; empty where it cannot be imported."""
    from importlib import import_module

    found: object
    try:
        found = import_module(module)
    except ImportError:
        if file is None or (found := _from_file(module, file)) is None:
            return []
    rule = getattr(found, name, None)
    if rule is None:
        return []
    return [_line(rule, case) for case in cases_of(rule)]


def _from_file(module: str, file: str) -> object:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(module, file)
    if spec is None or spec.loader is None:
        return None
    found = sys.modules[module] = module_from_spec(spec)
    try:
        spec.loader.exec_module(found)
    except ImportError:  # it belongs to a package that only its own loader knows
        return None
    return found


def _line(rule: type[AnyRule], case: Case) -> str:
    try:
        built = case.built()
        found = () if built.lacking() else diagnostics(built, unmarked(case.example.text)[0], case.example.format)
    except (Exception, SystemExit):  # noqa: BLE001  (a rule that fails on its examples is told of by these)
        return ""
    return repr([(one.start, one.end, one.sentence("ar"), one.sentence("en"), one.related, one.fix) for one in found])


if __name__ == "__main__":
    answer, sys.stdout = sys.stdout, sys.stderr  # a rule may print
    answer.write(json.dumps([_findings(*one) for one in json.loads(sys.stdin.read())]))
