"""The part of a project that is looked at: only what changed since a commit, or what is staged for the next one."""

import argparse
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..discover import Found
from ..records import NamedTuple
from ..report import Fault
from ..rules import AnyRule, Text
from ..run import Input, compares
from .arguments import UsageError
from .check import free
from .request import Request

if TYPE_CHECKING:
    from ..changes import Changes, Staged

_BOTH = Text("لا يجتمع --since و--staged؛ اختر أحدهما.", "--since and --staged exclude each other; choose one.")
_PIPED = Text("لا تاريخ للمدخل القياسي؛ سمّ ملفات.", "Standard input has no history; name files.")
_HELD = Text(
    "في الملف تغييرات لم تُضف إلى الفهرس، والمفحوص ما في الفهرس، فلم يُصلح؛ أضفها (git add) أو اخزنها (git stash).",
    "The file has changes that are not staged, while what is staged was checked; it was not repaired. Stage them (git add) or stash them.",
)


class Narrowed(NamedTuple):
    """The files to look at, how they are read, what changed in them, and which must not be written, and why."""

    files: list[Found | Fault]
    source: Input
    changes: "Changes | None"
    held: Callable[[str], Text | None] = free


def narrowed(args: argparse.Namespace, asked: Request, files: list[Found | Fault], rules: Sequence[AnyRule]) -> Narrowed:
    """What these arguments ask for. Where a rule compares files, all are still read. Raises UsageError."""
    if args.since is not None and args.staged:
        raise UsageError(_BOTH.in_(asked.lang))
    if asked.piped:
        raise UsageError(_PIPED.in_(asked.lang))
    from ..changes import since, staged
    from ..git import GitError

    source = asked.source()
    first = next((path for path in (asked.paths[0], os.path.dirname(asked.paths[0])) if os.path.isdir(path)), ".")
    try:
        if args.staged:
            return _staged(staged(first), asked, files, source, compares(rules))
        changes = since(args.since, first)
    except GitError as error:
        raise UsageError(error.message.in_(asked.lang)) from None
    return Narrowed([one for one in files if compares(rules) or changes.concerns(one.path)], source, changes)


def _staged(index: "Staged", asked: Request, files: Sequence[Found | Fault], source: Input, whole: bool) -> Narrowed:
    """The files as the index holds them: those that were never added are none of it, those that were removed since are."""
    there = [(one, os.path.realpath(one.path)) for one in files if os.path.lexists(one.path)]
    seen = {real for _, real in there}
    roots = tuple(os.path.join(os.path.realpath(path), "") for path in asked.paths)
    gone = [real for real in sorted(index.contents) if real not in seen and os.path.join(real, "").startswith(roots)]
    named = (os.path.relpath(real) for real in gone if not os.path.lexists(real))
    lost = (asked.choose(path, True) for path in named if not asked.settings.excluded(path))
    taken = [*((one, real) for one, real in there if real in index.tracked), *((one, os.path.realpath(one.path)) for one in lost if one)]
    contents = {one.path: index.contents[real] for one, real in taken if real in index.contents}
    kept = [one for one, _ in taken if whole or index.changes.concerns(one.path)]
    held = frozenset(contents)
    return Narrowed(
        kept,
        source._replace(contents={**source.contents, **contents}),
        index.changes,
        lambda path: _HELD if path in held else None,
    )
