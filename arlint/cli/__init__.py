"""The command line: the only place that reads arguments, prints and exits."""

import gc
import os
import sys
from collections.abc import Sequence

PACKAGES = "arlint.", "arlint_"
"""What the names of most modules of a run begin with."""

INTERRUPTED = 130
"""As shells report what SIGINT ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run arlint with these arguments (those of the process if None), and give the exit code."""
    if argv is not None:
        from .program import run

        return run(list(argv))
    # What start-up makes lives as long as the process: looking for garbage in it is time lost.
    gc.disable()
    try:
        from ..imports import straight

        straight(*PACKAGES)
        from .program import run
    except KeyboardInterrupt:  # later ones are the program's to tell
        return INTERRUPTED
    return _left(run(sys.argv[1:]))


def _left(code: int) -> int:
    """Leave the process with this exit code, unless there is more to wait for than what is registered for its end.

    Taking a hundred modules apart, object by object, takes longer than linting an article.
    """
    if "threading" in sys.modules or sys.gettrace() or sys.getprofile():
        return code
    import atexit

    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return code
    os._exit(code)
