"""What a style folder of five thousand terms costs: loaded warm, and while articles are checked.

    python benchmarks/terms.py ARTICLES.jsonl       # lines with `content` or `text`; the terms are made of their rare words

Printed are the milliseconds of CPU time that reading the folder takes when it was read before, and the share of throughput that is
lost: the median of rounds in which both are measured one after the other, so that the pace of the machine matters little.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from arlint.config import read, settings
from arlint.document import Source
from arlint.engine import examine
from arlint.formats import arlint_formats
from arlint.plugins import load
from arlint.rules import AnyRule

TERMS, FILES, CHECKED, ROUNDS = 5_000, 10, 60, 20
READING = """
import time
from arlint.config import read
start = time.process_time()
read()
print(1000 * (time.process_time() - start))
"""
HEAD = "extends: substitution\nmessage: {ar: '«%s» لا «%s»', en: '%s, not %s'}\nclitics: true\nfold: [hamza]\nswap:\n"


def main() -> int:
    """Print both figures."""
    if len(sys.argv) != 2:
        print((__doc__ or "").split("\n\n")[1], file=sys.stderr)
        return 2
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")[:2000]
    articles = [text for line in lines if line and (text := _text(json.loads(line)))]
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder, "rules"), articles)
        os.chdir(folder)
        asked = read()
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        run = [sys.executable, "-c", READING]
        cold = [float(subprocess.run(run, capture_output=True, check=True, env=compiled).stdout) for _ in range(ROUNDS)]
        print(f"{min(cold):.0f} ms to read {TERMS} terms in {FILES} files, warm, in a process of its own, what it imports included")
        rules = settings(asked, load(asked.wanted)).rules_for("a.txt")
        without = tuple(rule for rule in rules if not rule.without_code)
        texts = articles[:CHECKED]
        pairs = [(_timed(texts, without)[0], *_timed(texts, rules)) for _ in range(ROUNDS)]
    plain, terms, found = (statistics.median(column) for column in zip(*pairs, strict=True))
    size = sum(len(text.encode()) for text in texts) / 1e6
    lost = statistics.median(1 - one / other for one, other, _ in pairs)
    print(f"{size / plain:.2f} MB/s without, {size / terms:.2f} MB/s with: {lost:.0%} of throughput; {found:.0f} findings of terms")
    return 0


def _text(article: dict[str, str]) -> str:
    return article.get("content") or article.get("text") or ""


def _write(folder: Path, articles: Sequence[str]) -> None:
    folder.mkdir()
    counts = Counter(word for text in articles for word in re.findall("[\u0621-\u064a]{4,}", text))
    rare = [word for word, count in counts.items() if count <= 2][-TERMS:]
    for number in range(FILES):
        lines = (f"  {word}: {word[::-1]}\n" for word in rare[number::FILES])
        (folder / f"terms{number}.yml").write_text(HEAD + "".join(lines), encoding="utf-8")


def _timed(texts: Sequence[str], rules: Sequence[AnyRule]) -> tuple[float, int]:
    parse = next(fmt.parse for fmt in arlint_formats() if fmt.name == "text")
    start = time.process_time()
    reports = [examine(parse(Source(f"{number}.txt", text)), rules) for number, text in enumerate(texts)]
    return time.process_time() - start, sum(one.rule.without_code for report in reports for one in report.diagnostics)


if __name__ == "__main__":
    sys.exit(main())
