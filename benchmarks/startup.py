"""Start-up: `arlint check` of one article against `python -c pass`, interleaved in one run. `python benchmarks/startup.py [--runs 30]`.

Prints medians in milliseconds, their difference, and the ratio; `cold` with an empty cache folder each time.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = Path(__file__).resolve().parents[1] / "examples" / "articles" / "port.txt"
ARLINT = Path(sys.executable).with_name("arlint")


def milliseconds(command: list[str], cache: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, "ARLINT_CACHE_DIR": cache})
    return (time.perf_counter() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--article", default=str(ARTICLE))
    args = parser.parse_args()
    times: dict[str, list[float]] = {"pass": [], "warm": [], "cold": []}
    lint = [str(ARLINT), "check", args.article]
    with tempfile.TemporaryDirectory() as warm:
        milliseconds(lint, warm)
        for _ in range(args.runs):
            times["pass"].append(milliseconds([sys.executable, "-c", "pass"], warm))
            times["warm"].append(milliseconds(lint, warm))
            with tempfile.TemporaryDirectory() as cold:
                times["cold"].append(milliseconds(lint, cold))
    base = statistics.median(times["pass"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:5} {median:7.1f} ms   {median - base:+7.1f} ms   {median / base:5.2f} x")


if __name__ == "__main__":
    main()
