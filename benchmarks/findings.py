"""Read a rule's findings on real articles: `python benchmarks/findings.py RULE [--most 30] [--seed 1] [--corpus NAME …] [--count]`.

Prints a sample with context, to be judged by eye. The corpora lie in `../shared/corpora` and are never copied here.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from arlint.document import Source
from arlint.engine import examine
from arlint.formats.plain import parse
from arlint.plugins import load

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def articles(name: str) -> Iterator[tuple[str, str]]:
    """Names and texts of a corpus's articles."""
    path = CORPORA / f"{name}.jsonl"
    if not path.exists():
        sys.exit(f"skipped: {path} is not there")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record["content"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rule")
    parser.add_argument("--most", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--context", type=int, default=90)
    parser.add_argument("--corpus", nargs="*", default=["saudinewsnet", "jawhara", "ntrex-arb"])
    parser.add_argument("--count", action="store_true", help="only counts per corpus")
    args = parser.parse_args()
    registry = load()
    every = [cls() for cls in registry.rules.values()]
    wanted = [rule for rule in every if args.rule in (rule.id, rule.code, rule.category())]
    helpers = [rule for rule in every if rule.shadows or rule.id in {name for one in wanted for name in one.yields_to}]
    rules = list({rule.id: rule for rule in (*wanted, *helpers)}.values())
    ids = {rule.id for rule in wanted}
    found = []
    for corpus in args.corpus:
        files = hits = hit_files = size = 0
        start = time.process_time()
        for name, text in articles(corpus):
            report = examine(parse(Source(name, text)), rules)
            for fault in report.faults:
                print(fault.detail)
            mine = [one for one in report.diagnostics if one.rule.id in ids]
            files, hits, hit_files, size = files + 1, hits + len(mine), hit_files + bool(mine), size + len(text.encode())
            found += [(corpus, name, text, one) for one in mine]
        seconds = time.process_time() - start
        print(f"# {corpus}: {hits} findings in {hit_files} of {files} articles; {size / 1e6 / seconds:.1f} MB/s")
    if args.count:
        return
    random.Random(args.seed).shuffle(found)
    for number, (corpus, name, text, one) in enumerate(found[: args.most], 1):
        before = text[max(0, one.start - args.context) : one.start].replace("\n", " ¶ ")
        after = text[one.end : one.end + args.context].replace("\n", " ¶ ")
        print(f"\n{number}. {corpus} {name} {one.line}:{one.column} {one.level} {one.rule.id} {'fix' if one.fix else ''}")
        print(f"   {one.sentence('en')}")
        print(f"   {before}⟦{one.text.replace(chr(10), ' ¶ ')}⟧{after}")
        for place in one.related:
            print(f"   {place.message.en} ({place.line}:{place.column})")


if __name__ == "__main__":
    main()
