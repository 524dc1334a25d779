"""Throughput: articles of a corpus as files, all default rules, one core. `python benchmarks/throughput.py [--articles 1000] [--runs 3]`.

Prints MB/s of CPU time and of wall time of a whole `arlint check`, start-up in it, the best of all runs; and with `--profile` where
the time goes by rule.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
    from arlint.document import Source
    from arlint.engine import examine
    from arlint.formats.plain import parse
    from arlint.plugins import load

    rules = [cls() for cls in load().rules.values() if cls.default]
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts)
    spent: dict[str, float] = {}

    def timed(name: str, start: float) -> None:
        spent[name] = spent.get(name, 0.0) + time.process_time() - start

    examine(parse(Source("a", texts[0])), rules)
    for text in texts:
        start = time.process_time()
        marked = parse(Source("a", text))
        timed("- parse", start)
        start = time.process_time()
        document = marked.bare.without(marked.foreign)
        timed("- without harakat and foreign paragraphs", start)
        for view in ("forms", "vocabulary", "paragraphs", "quotations", "sentences", "words"):
            start = time.process_time()
            getattr(document, view)
            timed(f"- {view}", start)
        for rule in rules:
            start = time.process_time()
            read = marked if rule.reads_marks else document
            if not rule.triggers or read.has(rule.triggers):
                list(rule.findings(read))
            timed(rule.id, start)
    total = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda entry: -entry[1]):
        print(f"{name:40} {seconds * 1000:8.0f} ms {seconds / total:6.1%} {size / 1e6 / max(seconds, 1e-9):8.0f} MB/s")
    print(f"{'all':40} {total * 1000:8.0f} ms        {size / 1e6 / total:8.1f} MB/s")


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
        best_cpu = best_wall = float("inf")
        for _ in range(args.runs):
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run([str(ARLINT), "check", "--project-root", name, name], check=False, capture_output=True, env=dict(os.environ))
            after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
            best_cpu = min(best_cpu, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            best_wall = min(best_wall, wall)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        megabytes = size / 1e6
        print(f"{args.articles} articles, {megabytes:.1f} MB: {megabytes / best_cpu:.1f} MB/s CPU, {megabytes / best_wall:.1f} MB/s wall")
        print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
