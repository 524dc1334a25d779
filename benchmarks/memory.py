"""Memory over a large archive: generated articles as JSON Lines. `python benchmarks/memory.py [--sizes 50 200 1000]`.

Prints the peak memory of the largest process and of all together at most, and MB/s, for default rules; memory must not grow with the file.
An article is made of sentences of the corpus, picked at random, or of made-up words where that is absent.
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
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl"
ARLINT = Path(sys.executable).with_name("arlint")


def sentences() -> list[str]:
    """Sentences to make articles of."""
    if not CORPUS.exists():
        pick = random.Random(1)
        words = ["".join(pick.choices("ابتثجحخدرزسشصطعغفقكلمنهي", k=pick.randint(3, 7))) for _ in range(5000)]
        return [" ".join(pick.choices(words, k=20)) for _ in range(5000)]
    with CORPUS.open(encoding="utf-8") as lines:
        return [one for line in lines for one in json.loads(line)["content"].split(". ") if 40 < len(one) < 400]


def written(path: Path, megabytes: int) -> int:
    """Write articles up to so many MB; their number."""
    pick, own, number, size = random.Random(megabytes), sentences(), 0, 0
    with path.open("w", encoding="utf-8") as file:
        while size < megabytes * 1_000_000:
            text = "\n".join(". ".join(pick.choices(own, k=3)) + "." for _ in range(5))
            line = json.dumps({"id": number, "title": pick.choice(own)[:60], "content": text}, ensure_ascii=False) + "\n"
            size += len(line.encode())
            number += 1
            file.write(line)
    return number


def resident(process: int) -> Iterator[int]:
    """The memory of a process and of those it started, in kB."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    yield next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    for child in children:
        yield from resident(int(child))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 200, 1000], metavar="MB", help="of the files; 50 200 1000")
    parser.add_argument("--select", help="rules, in place of the default ones")
    args = parser.parse_args()
    for megabytes in args.sizes:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "archive.jsonl"
            number = written(path, megabytes)
            command = [str(ARLINT), "check", "--format", "concise", "--no-cache", "--exit-zero", "--project-root", name, str(path)]
            command += ["--select", args.select] if args.select else []
            start, most, one = time.perf_counter(), 0, 0
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(os.environ)) as process:
                while process.poll() is None:
                    held = list(resident(process.pid))
                    most, one = max(most, sum(held)), max(one, *held, 0)
                    time.sleep(0.05)
            took = time.perf_counter() - start
            print(f"{megabytes:5} MB, {number:8} articles: {one / 1024:5.0f} MB in one process, {most / 1024:5.0f} MB in all, "
                  f"{megabytes / took:5.1f} MB/s", flush=True)  # fmt: skip
            if process.returncode:
                sys.exit(f"{' '.join(command)} failed")


if __name__ == "__main__":
    main()
