"""How a command works: in how many processes, and with the results of former runs or without them."""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..discover import Found
from ..records import NamedTuple
from ..report import Fault
from ..rules import Text
from .arguments import Options, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from ..cache import Cache
    from ..recent import Recent

WORK: Options = {
    "--jobs": (
        Text("عدد العمليات التي تتقاسم الملفات؛ auto بعدد أنوية المعالج.", "processes that share the files; auto is one a core."),
        {"default": "auto", "metavar": "N"},
    ),
    "--no-cache": (
        Text("لا تُستعمل نتائج المرات السابقة ولا تُحفظ.", "neither use the results of former runs nor keep any."),
        {"action": "store_true"},
    ),
}
"""The arguments about it."""

_FEW = 8  # files that are checked sooner than a database is opened
_PART = 1_000_000  # bytes


class Work(NamedTuple):
    """So many processes, and the cache if there is one."""

    jobs: int
    cache: "Cache | None"
    recent: "Recent | None" = None
    """What stands for it where there are few files."""


@contextmanager
def work_of(args: "Namespace", files: Sequence[Found | Fault], lang: str) -> Iterator[Work]:
    """What the arguments ask for where these files are to be read. Raises UsageError for what is no number of processes.

    Where there is more than one thing to read the garbage collector is switched on, which a start does without.
    """
    things = _things(files)
    jobs = _jobs(args.jobs, lang) if things > 1 or args.jobs != "auto" else 1
    jobs = jobs if things > 1 else 1
    if things > 1 and not gc.isenabled():
        gc.freeze()
        gc.enable()
    if args.no_cache:
        yield Work(jobs, None)
    elif things < _FEW:
        from ..recent import Recent

        recent = Recent()
        yield Work(jobs, None, recent)
        recent.close()
    else:
        from ..cache import Cache

        cache = Cache()
        try:
            yield Work(jobs, cache)
        finally:
            cache.close()


def _things(files: Sequence[Found | Fault]) -> int:
    """How many files there are, a large one counted by its megabytes: it may be read in parts."""
    if len(files) >= _FEW:
        return len(files)
    return sum(max(1, size(one.path) // _PART) for one in files)


def size(path: str) -> int:
    """The bytes of a file; 0 where there is none."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _jobs(given: str, lang: str) -> int:
    if given == "auto":
        from ..parallel import processes

        return processes()
    if given.isdecimal() and int(given) > 0:
        return int(given)
    ar = f"--jobs: القيمة «{given}» لا تصلح؛ اكتب عددا من 1 فصاعدا، أو auto."
    raise UsageError(Text(ar, f"--jobs: {given!r} will not do; give a number from 1 up, or auto.").in_(lang))
