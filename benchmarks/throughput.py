"""Throughput: articles of a corpus as files, all default rules, one core. `python benchmarks/throughput.py [--articles 1000] [--runs 3]`.

Prints MB/s of CPU time and of wall time of a whole `arlint check`, start-up in it, the best of all runs: on one core, on all, and from the
cache; and with `--profile` where the time goes by rule.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arlint import AnyRule, Document, Finding
    from arlint.report import Fault

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl"
ARLINT = Path(sys.executable).with_name("arlint")


def write(folder: Path, count: int) -> int:
    """Write the first articles as files; the bytes they hold."""
    size = 0
    with CORPUS.open(encoding="utf-8") as lines:
        for number, line in zip(range(count), lines, strict=False):
            data = json.loads(line)["content"].encode()
            (folder / f"{number:05}.txt").write_bytes(data)
            size += len(data)
    return size


def profile(folder: Path) -> None:
    """Where the time of `examine` goes, by rule; a view is charged to the rule that asks for it first. All forms are learnt before."""
    from arlint import engine
    from arlint.document import Source
    from arlint.formats.plain import parse
    from arlint.plugins import load

    rules = tuple(cls() for cls in load().rules.values() if cls.default)
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    size, spent = sum(len(text.encode()) for text in texts) / 1e6, dict[str, float]()

    def run() -> float:
        start = time.process_time()
        for text in texts:
            engine.examine(parse(Source("a", text)), rules)
        return time.process_time() - start

    learning, learnt = run(), run()
    guarded = engine.guarded

    def timed(
        document: "Document", rule: "AnyRule", method: "Callable[[Document], Iterable[Finding]]"
    ) -> "tuple[list[Finding], list[Fault]]":
        start = time.process_time()
        said = guarded(document, rule, method)
        spent[rule.id] = spent.get(rule.id, 0.0) + time.process_time() - start
        return said

    engine.guarded = timed
    total = run()
    print(f"{size / learning:.1f} MB/s, {size / learnt:.1f} MB/s when all forms are learnt; in rules {sum(spent.values()) / total:.0%}")
    for name, seconds in sorted(spent.items(), key=lambda entry: -entry[1]):
        print(f"{name:32} {seconds / len(texts) * 1e6:7.1f} us an article {size / max(seconds, 1e-9):8.0f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    if not CORPUS.exists():
        sys.exit(f"skipped: {CORPUS} is not there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write(folder, args.articles)
        if args.profile:
            profile(folder)
            return
        print(f"{args.articles} articles, {size / 1e6:.1f} MB; a word loop over them (`str.split`): {_calibration(folder, size):.0f} MB/s")
        for way, options in WAYS.items():
            cpu, wall, peak = (min(figure) for figure in zip(*(_measured(folder, options) for _ in range(args.runs)), strict=True))
            print(f"{way:28} {size / 1e6 / cpu:6.1f} MB/s CPU   {size / 1e6 / wall:6.1f} MB/s wall   {peak:4.0f} MB")


WAYS = {
    "one core": ["--no-cache", "--jobs", "1"],
    "all cores": ["--no-cache"],
    "unchanged files, from cache": [],
}


def _measured(folder: Path, options: list[str]) -> tuple[float, float, float]:
    """Seconds of CPU and of wall time, and peak memory in MB, of a whole `arlint check`."""
    command = [str(ARLINT), "check", "--project-root", str(folder), *options, str(folder)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)) as process:
        _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


def _calibration(folder: Path, size: int) -> float:
    """MB/s of the simplest loop over the same text: what this machine does at this moment."""
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            text.split()
        best = min(best, time.process_time() - start)
    return size / 1e6 / best


if __name__ == "__main__":
    main()
