"""Start-up: `arlint check` of one article against `python -c pass`, interleaved in one run. `python benchmarks/startup.py [--runs 30]`.

Prints medians in milliseconds, their difference, the ratio, and the best run (what is least disturbed by others): `warm`, where the
article was checked before, `changed`, where a word of it is another each time, and `cold`, with an empty cache folder.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = Path(__file__).resolve().parents[1] / "examples" / "articles" / "port.txt"
ARLINT = Path(sys.executable).with_name("arlint")


def milliseconds(command: list[str], cache: str) -> tuple[float, float]:
    """Wall time and CPU time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, "ARLINT_CACHE_DIR": cache})
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--article", default=str(ARTICLE))
    args = parser.parse_args()
    times: dict[str, list[tuple[float, float]]] = {"pass": [], "warm": [], "changed": [], "cold": []}
    lint = [str(ARLINT), "check", args.article]
    text = Path(args.article).read_bytes()
    with tempfile.TemporaryDirectory() as warm, tempfile.TemporaryDirectory() as desk:
        milliseconds(lint, warm)
        changed = Path(desk, Path(args.article).name)
        for number in range(-3, args.runs):
            changed.write_bytes(text + f"\n{number}\n".encode())
            took = milliseconds([str(ARLINT), "check", "--project-root", desk, str(changed)], warm)
            if number < 0:  # it knows the words now, and the rules
                continue
            times["changed"].append(took)
            times["pass"].append(milliseconds([sys.executable, "-c", "pass"], warm))
            times["warm"].append(milliseconds(lint, warm))
            with tempfile.TemporaryDirectory() as cold:
                times["cold"].append(milliseconds(lint, cold))
    for at, clock in enumerate(("wall", "CPU")):
        base = statistics.median(one[at] for one in times["pass"])
        for name, measured in times.items():
            median, best = statistics.median(one[at] for one in measured), min(one[at] for one in measured)
            print(f"{clock:4} {name:7} {median:7.1f} ms   {median - base:+7.1f} ms   {median / base:5.2f} x   best {best:.1f}")


if __name__ == "__main__":
    main()
