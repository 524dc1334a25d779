"""An archive of many files and what compares them: near-duplicates, a cache, one change. `python benchmarks/archive.py [--articles 30000]`.

Articles beyond those of the corpus are theirs with the words of each paragraph in another order, so that all are distinct; with
`--copies 9` each article stands nine times instead. Prints what a cold, a warm and a changed run take, and how a cold one grows; which
known pairs were not found; and how many of the reported pairs have less in common than the rule says, by comparing the runs of five words
themselves. Fails where a pair is missing or wrong, or where a warm or a changed run says something else than a cold one.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
ARLINT = Path(sys.executable).with_name("arlint")
PROJECT = "DUP005,DUP006,SPL005,STY009"
ALIKE, RATIO = 0.8, 0.5  # of pairs that must be found; of the shorter file, from which on the rule reports

Pair = frozenset[str]


def articles() -> dict[str, str]:
    """The articles of the corpus by id."""
    with (CORPORA / "saudinewsnet.jsonl").open(encoding="utf-8") as lines:
        return {one["id"]: one["content"] for one in map(json.loads, lines)}


def shuffled(text: str, seed: str) -> str:
    """The text with the words of each paragraph in another order."""
    pick = random.Random(seed)
    return "\n".join(" ".join(pick.sample(words, len(words))) for words in (line.split(" ") for line in text.split("\n")))


def written(folder: Path, number: int, copies: int) -> int:
    """Write so many articles, the corpus first; the bytes they hold. They look as if they had not changed for long."""
    size = 0
    for name, text in named(number, copies):
        path = folder / f"{name}.txt"
        size += path.write_bytes(text.encode())
        os.utime(path, (1_600_000_000, 1_600_000_000))
    return size


def named(number: int, copies: int) -> Iterator[tuple[str, str]]:
    """So many names and texts."""
    own, left = articles(), number
    for turn in count():
        for name, text in own.items():
            if not left:
                return
            left -= 1
            same = turn == 0 or turn < copies
            yield f"{turn}-{name}", text if same else shuffled(text, f"{name}{turn}")


def run(folder: Path, *options: str) -> tuple[str, str]:
    """What a check says as JSON lines, and what it took."""
    how = ["--format", "jsonl", "--lang", "en", "--exit-zero", "--project-root", str(folder)]
    command = [str(ARLINT), "check", *how, *options, str(folder)]
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, subprocess.Popen(command, stdout=out) as process:
        _, status, used = os.wait4(process.pid, 0)
        out.seek(0)
        said = out.read()
    if status:
        sys.exit(f"{' '.join(command)} failed")
    wall = time.perf_counter() - start
    return said, f"{wall:6.2f} s wall {used.ru_utime + used.ru_stime:6.2f} s CPU {used.ru_maxrss / 1024:5.0f} MB"


def pairs(said: str) -> set[Pair]:
    """The pairs of files that are reported."""
    found = (json.loads(line) for line in said.splitlines())
    return {frozenset((Path(one["path"]).stem, Path(one["related"][0]["path"]).stem)) for one in found if one.get("code") == "DUP005"}


def wrong(folder: Path, reported: set[Pair]) -> list[Pair]:
    """Of the pairs that are reported, those that have less in common than the rule says: runs of five words, none of them numbers."""
    from arlint.arabic.skeletons import key
    from arlint.document import Source
    from arlint.formats.plain import parse
    from arlint_duplicates._folded import BODY

    def runs(name: str) -> set[tuple[str, ...]]:
        read = parse(Source(name, (folder / f"{name}.txt").read_text(encoding="utf-8")))
        document = read.bare.without(read.foreign)
        words = [word for one in document.paragraphs if one.kind in BODY for word in key(one.prose.text)]
        return set(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))

    found = ((pair, [runs(name) for name in pair]) for pair in reported)
    return [pair for pair, (one, other) in found if len(one & other) < RATIO * min(len(one), len(other))]


def known(folder: Path) -> set[Pair]:
    """The pairs that must be found, of those that are there."""
    rows = (CORPORA / "saudinewsnet-near-duplicates.tsv").read_text(encoding="utf-8").splitlines()[1:]
    named = (row.split("\t") for row in rows)
    alike = (frozenset(f"0-{name}" for name in names) for share, *names in named if float(share) >= ALIKE)
    return {pair for pair in alike if all((folder / f"{name}.txt").exists() for name in pair)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--rules", default=PROJECT, help="which rules are on")
    args = parser.parse_args()
    if not CORPORA.exists():
        sys.exit(f"skipped: {CORPORA} is not there")
    failed = False
    for number in dict.fromkeys((args.articles // 4, args.articles // 2, args.articles)):
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as cache:
            folder = Path(name)
            os.environ["ARLINT_CACHE_DIR"] = cache
            size = written(folder, number, args.copies)
            cold, took = run(folder, "--select", args.rules, "--no-cache")
            print(f"{number:6} articles, {size / 1e6:5.1f} MB  without a cache {took}, {len(cold.splitlines())} findings", flush=True)
            if number < args.articles:
                continue
            for way in ("cold", "warm"):
                said, took = run(folder, "--select", args.rules)
                failed |= said != cold
                print(f"{way:>32}  {took}{'' if said == cold else '  DIFFERS'}", flush=True)
            changed = folder / f"0-{next(iter(articles()))}.txt"
            changed.write_text(f"{changed.read_text(encoding='utf-8')}\nوزار الوفد المعرض مساء أمس.\n", encoding="utf-8")
            os.utime(changed, (1_600_000_001, 1_600_000_001))
            said, took = run(folder, "--select", args.rules)
            same = said == run(folder, "--select", args.rules, "--no-cache")[0]
            failed |= not same
            print(f"{'one file changed':>32}  {took}{'' if same else '  DIFFERS'}")
            run(folder, "--select", "NUM005")
            print(f"{'warm, nothing to print':>32}  {run(folder, '--select', 'NUM005')[1]}")
            reported = pairs(cold)
            known_ones, few = known(folder), wrong(folder, reported)
            missing = known_ones - reported
            failed |= bool(missing or few)
            print(f"{len(known_ones) - len(missing)} of {len(known_ones)} known pairs found")
            print(f"{len(few)} of {len(reported)} reported pairs have less in common than the rule asks for", *map(sorted, few))
    sys.exit(failed)


if __name__ == "__main__":
    main()
