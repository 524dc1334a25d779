"""Conclusions kept from run to run: after a change in a few files only what depends on them is concluded anew.

The base is what a whole comparison left: which bytes each file had, which keys were noted of it, the conclusions, and what each rule
remembers of the notes. It is never changed. Later runs compare the files with it, look up what was noted of those that differ, then and
now, and have each rule revise its conclusions; when too many differ there is a new base. Nothing depends on how a conclusion was come to.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

from ..cache import Cache, plain
from ..discover import Found
from ..engine import Counts, add, conclude
from ..prints import digest, key, reading, seen
from ..report import Fault
from ..results import UNCONCERNED
from ..rules import AnyRule, CorpusRule
from ..rules import Noted as Notes
from ..work import worked
from .base import Base, Kept, Noted
from .conclusions import Concluded, Surveys
from .weights import Weights, state_of

_MANY = 200  # files that differ from the base, from which on there is a new one
_READ = 28  # bytes of a mark that say what a file holds and how it is read; the rest is the print of the rules


class Project:
    """The files of a project as they are now, beside what is kept of them."""

    def __init__(self, files: Sequence[Found], task: Surveys, rules: Sequence[CorpusRule], jobs: int, cache: Cache) -> None:
        cache.remembers = True
        self._files = {_name(found): found for found in files}
        self._task = task
        self._rules = rules
        self._jobs = jobs
        self._cache = cache
        self._prints: dict[int, bytes] = {}
        self._marks = {name: self._mark(found) for name, found in self._files.items()}
        top = os.path.commonpath([os.path.abspath(found.path) for found in (files[0], files[-1])]) if files else ""
        under = digest(repr((top, sorted({mark[_READ:] for mark in self._marks.values()}))).encode("utf-8", "surrogatepass"))
        self._kept = Kept(cache, under)
        self._anew: dict[str, Counts] = {}

    def _mark(self, found: Found) -> bytes:
        now = self._cache.content(found.path, self._task.source.max_bytes)
        rules = self._task.rules(found.path)
        if id(rules) not in self._prints:
            self._prints[id(rules)] = self._task.print_of(rules) or b""
        return (now[1] if now else bytes(20)) + reading(found) + self._prints[id(rules)]

    @property
    def is_sure(self) -> bool:
        """Whether it is known of every part of a file what it holds: not where the file is so large that it is never read at once."""
        return all(found.part is None or self._cache.content(found.path, self._task.source.max_bytes) for found in self._files.values())

    def concluded(self) -> Concluded:
        """What is known: as in the last run, where no file has changed; else revised or concluded anew."""
        now = digest("\0".join(self._marks).encode("utf-8", "surrogatepass") + b"".join(self._marks.values()))
        last = self._kept.last()
        if last and last[0] == now:
            _, state, conclusions = last
            return Concluded(dict(zip(self._rules, conclusions, strict=True)), (), state, self._concerning(conclusions))
        revised = self._revised()
        found, faults = self._whole() if revised is None else (revised, ())
        if faults or self._has_changed(self._marks if revised is None else self._anew):
            return Concluded(dict(zip(self._rules, found, strict=True)), faults)
        if revised is None:
            self._kept.keep_base()
        state = state_of(self._rules, found)
        self._kept.keep_last(now, state, found)
        return Concluded(dict(zip(self._rules, found, strict=True)), (), state, self._concerning(found))

    @cached_property
    def _differing(self) -> list[str]:
        """The files that are not as in the base, those that are gone among them."""
        names = [name for name, mark in self._marks.items() if self._kept.base.marks.get(name) != mark]
        return [*names, *(name for name in self._kept.base.marks if name not in self._marks)]

    def _revised(self) -> Sequence[Mapping[str, str]] | None:
        """The conclusions, revised; None where there is nothing to revise, or what is needed for it has been lost."""
        few = self._kept.base.marks and len(self._differing) <= _MANY
        if not few or not all(rule.revisable for rule in self._rules) or not self._kept.memories:
            return None
        before: Counts = {}
        for name in self._differing:
            if name in self._kept.base.marks:
                notes = self._notes_kept(name, self._kept.base.marks[name])
                if notes is None:
                    return None
                add(before, notes)
        after: Counts = {}
        for name in self._differing:
            if name in self._marks:
                add(after, self._noted_anew(name))
        try:
            return [self._revision(number, before, after) for number in range(len(self._rules))]
        except (LookupError, ArithmeticError, TypeError, ValueError):
            return None  # what goes wrong is said where all is concluded anew

    def _revision(self, number: int, before: Counts, after: Counts) -> Mapping[str, str]:
        rule, said = self._rules[number], self._kept.base.known[number]
        own = before.get(rule.id, {}), after.get(rule.id, {})
        changes = rule.revised(self._kept.memories[number], said, *own, _RuleNotes(self, rule.id))
        return {one: what for one, what in {**said, **changes}.items() if what is not None}

    def _notes_kept(self, name: str, mark: bytes) -> Counts | None:
        """What was noted of a file when it had this mark; None where that is not known any more."""
        path = name.partition("\n")[0]
        found = next(self._cache.results([key(mark[:20], mark[20:_READ], path, mark[_READ:] + UNCONCERNED)]), None)
        return None if found is None else cast("Counts | None", plain(found[1][1:]))

    def _noted_anew(self, name: str) -> Counts:
        """What is noted of a file as it is now."""
        if name not in self._anew:
            ((_, done),) = worked([self._files[name]], self._task, 1, self._cache)
            self._anew[name] = self._task.notes(self._files[name], done)
        return self._anew[name]

    def noted(self, name: str) -> Counts:
        """What is noted of a file that is as in the base, or has changed since."""
        mark = self._marks[name]
        kept = self._notes_kept(name, mark) if self._kept.base.marks.get(name) == mark else None
        return self._noted_anew(name) if kept is None else kept

    def names(self) -> Iterator[str]:
        """All files."""
        return iter(self._marks)

    def names_at(self, path: str) -> list[str]:
        """The files at a path: one, or the parts of one."""
        return [path] if path in self._marks else [name for name in self._marks if name.startswith(f"{path}\n")]

    def _whole(self) -> tuple[Sequence[Mapping[str, str]], Sequence[Fault]]:
        """The conclusions from all files, which are a new base."""
        numbers: dict[tuple[str, str], int] = {}
        noted: dict[str, tuple[int, ...]] = {}
        total: Counts = {}
        for found, done in worked(list(self._files.values()), self._task, self._jobs, self._cache):
            if isinstance(found, Found):
                notes = self._task.notes(found, done)
                noted[_name(found)] = tuple(numbers.setdefault((one, own), len(numbers)) for one, keys in notes.items() for own in keys)
                add(total, notes)
        memories: dict[AnyRule, Any] = {}
        known, faults = conclude(total, self._rules, memories)
        found_now = [dict(known.get(rule, {})) for rule in self._rules]
        self._kept.begin(Base(self._marks, found_now), Noted(list(numbers), noted), [memories.get(rule) for rule in self._rules])
        return found_now, faults

    def _has_changed(self, names: Iterable[str]) -> bool:
        """Whether one of these files has changed since it was looked at: what was noted of it may be of what it was, or of what it is."""
        looked_at = ((name.partition("\n")[0], self._cache.content(self._files[name].path, self._task.source.max_bytes)) for name in names)
        return any(now is not None and seen(path) != now[0] for path, now in looked_at)

    def _concerning(self, conclusions: Sequence[Mapping[str, str]]) -> Callable[[Found], bytes]:
        weights = Weights(self._rules, conclusions, lambda: self._kept.noted)
        return lambda found: self.concern(found, weights)

    def concern(self, found: Found, weights: Weights) -> bytes:
        """A digest of the conclusions that concern a file: those about what was noted of it."""
        name = _name(found)
        known = weights.of_file(name) if self._kept.base.marks.get(name) == self._marks[name] else None
        return weights.of_keys((one, own) for one, keys in self._noted_anew(name).items() for own in keys) if known is None else known


class _RuleNotes(Notes):
    """The notes of a rule."""

    def __init__(self, project: Project, rule_id: str) -> None:
        self._project = project
        self._rule_id = rule_id

    def of(self, one: str) -> Mapping[str, int]:
        """What is noted under the key of a document."""
        for name in self._project.names_at(one.partition("\n")[0]):
            found = self._project.noted(name).get(self._rule_id, {}).get(one)
            if found:
                return found
        return {}

    def all(self) -> Iterator[tuple[str, Mapping[str, int]]]:
        """The notes of all files."""
        for name in self._project.names():
            yield from self._project.noted(name).get(self._rule_id, {}).items()


def _name(found: Found) -> str:
    """What tells a file, or a part of one, from all others."""
    return found.path if found.part is None else f"{found.path}\n{found.part.at}"
