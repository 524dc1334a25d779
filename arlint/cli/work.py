"""How a command works: in how many processes, and with the results of former runs or without them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..records import NamedTuple
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


class Work(NamedTuple):
    """So many processes, and the cache if there is one."""

    jobs: int
    cache: "Cache | None"
    recent: "Recent | None" = None
    """What stands for it where there are few files."""


@contextmanager
def work_of(args: "Namespace", files: int, lang: str) -> Iterator[Work]:
    """What the arguments ask for where so many files are to be read. Raises UsageError for what is no number of processes."""
    jobs = _jobs(args.jobs, lang) if files > 1 else 1
    if args.no_cache:
        yield Work(jobs, None)
    elif files < _FEW:
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


def _jobs(given: str, lang: str) -> int:
    if given == "auto":
        from ..parallel import processes

        return processes()
    if given.isdecimal() and int(given) > 0:
        return int(given)
    ar = f"--jobs: «{given}» ليس عددا؛ اكتب عددا من 1 فصاعدا، أو auto."
    raise UsageError(Text(ar, f"--jobs: {given!r} is no number; give one from 1 up, or auto.").in_(lang))
