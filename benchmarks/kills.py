"""Kills `arlint fix` at random moments over a folder and looks at what it left: every file must be the old one or the new one.

    python -m benchmarks.kills [TIMES]
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

COMMAND = [sys.executable, "-m", "arlint", "fix", "."]
PARAGRAPH = "ذهب الوفد {} الى العاصمة في في البداية ، ثم عاد الى الى المدينة .\n"
"""Its fixes take two rounds, so that a file is repaired more than once before it is written."""


class Outcome(NamedTuple):
    """How many runs were killed before their end, and how many files they left old, new, and neither."""

    killed: int = 0
    old: int = 0
    new: int = 0
    broken: int = 0


def texts(files: int) -> dict[str, bytes]:
    """The files of a folder, some of them longer than others."""
    return {f"خبر {one:03}.txt": "".join(PARAGRAPH.format(n) for n in range(1 + one % 4 * 6)).encode() for one in range(files)}


def tried(times: int, files: int = 60, seed: int = 1) -> Outcome:
    """What runs left that were killed at random moments, until `times` of them did not come to their end."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        old = _filled(folder, files)
        begun = time.monotonic()
        subprocess.run(COMMAND, check=True, cwd=folder, capture_output=True)
        length = time.monotonic() - begun
        new = {name: (folder / name).read_bytes() for name in old}
        outcome = Outcome()
        while outcome.killed < times:
            _filled(folder, files)
            with subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(chance.uniform(0.1, 1.0) * length)
                process.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
                ended = process.wait() != 0
            found = [(folder / name).read_bytes() for name in old]
            olds, news = (sum(now == there[name] for now, name in zip(found, old, strict=True)) for there in (old, new))
            outcome = Outcome(
                outcome.killed + ended, outcome.old + olds, outcome.new + news, outcome.broken + len(old) - olds - news
            )
    return outcome


def _filled(folder: Path, files: int) -> dict[str, bytes]:
    for left in os.scandir(folder):
        os.unlink(left.path)
    held = texts(files)
    for name, data in held.items():
        (folder / name).write_bytes(data)
    return held


if __name__ == "__main__":
    shown = tried(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    print(shown)
    sys.exit(shown.broken > 0)
