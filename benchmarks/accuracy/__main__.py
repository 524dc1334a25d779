"""Precision and recall of the rules, in one table. Run from the project's folder:

    python -m benchmarks.accuracy sample CODE --out SHEET.tsv [--most 30] [--seed 1]   findings to judge, with their context
    python -m benchmarks.accuracy keep CODE SHEET.tsv                                  keep the verdicts, without the text
    python -m benchmarks.accuracy clean                                                false findings in clean text, all judged
    python -m benchmarks.accuracy [--articles 400] [--seed 1] [CODE ...]               the table

To judge, fill the column `verdict` with `right` or `wrong`. Precision counts only kept findings that the rule still makes (stale ones are
named); recall is the share of known defects, put one each into clean articles where they are what the rule is for (`defects` says how
that is told), that are reported at their place, by the rule or by one that it yields to.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from arlint.document import Source
from arlint.engine import examine
from arlint.formats import markdown, plain
from arlint.plugins import load
from arlint.report import Diagnostic
from arlint.rules import AnyRule, Measured

from . import clean
from .corpus import HEADLINES, NAMES, Article, articles
from .defects import DEFECTS
from .sheets import FOLDER, Judged, read, write

_READ_HEADLINES = ("STR004", "STR005")
"""Rules that read nothing but headlines, and are measured on these."""


def corpora(code: str) -> tuple[str, ...]:
    return HEADLINES if code in _READ_HEADLINES else NAMES


def found(text: str, rules: Sequence[AnyRule], code: str, also: Sequence[str] = ()) -> list[Diagnostic]:
    """What the rule with this code finds in a text among the others that it must give way to, and what those with the ids `also` find."""
    parse = markdown.parse if text.startswith("# ") else plain.parse
    return [one for one in examine(parse(Source("article", text)), rules).diagnostics if one.rule.code == code or one.rule.id in also]


def company(code: str) -> list[AnyRule]:
    """The rule, with those that hide text from it or that it yields to."""
    every = [cls() for cls in load().rules.values()]
    wanted = next((rule for rule in every if rule.code == code), None)
    if wanted is None:
        sys.exit(f"no rule {code}")
    return [rule for rule in every if rule is wanted or rule.shadows or rule.id in wanted.yields_to]


def sample(code: str, out: Path, most: int, seed: int) -> None:
    rules, rows = company(code), []
    for article in articles(corpora(code)):
        rows += [(article, one) for one in found(article.text, rules, code)]
    random.Random(seed).shuffle(rows)
    with out.open("w", encoding="utf-8") as file:
        file.write("corpus\tarticle\tstart\tend\tverdict\tmessage\tcontext\n")
        for article, one in rows[:most]:
            context = f"{article.text[max(0, one.start - 120) : one.start]}⟦{one.text}⟧{article.text[one.end : one.end + 120]}"
            fields = (article.corpus, article.id, one.start, one.end, "", one.sentence("en"), context)
            file.write("\t".join(" ".join(str(field).split()) for field in fields) + "\n")
    print(f"{len(rows)} findings, {min(most, len(rows))} of them in {out}")


def keep(code: str, sheet: Path) -> None:
    company(code)  # a rule that does not exist has no sheet
    if not sheet.is_file():
        sys.exit(f"no sheet {sheet}")
    path = FOLDER / f"{code}.tsv"
    known = {row[:4]: row for row in read(path)} | {row[:4]: row for row in read(sheet) if row.verdict in ("right", "wrong")}
    write(path, known.values())
    print(f"{path.name}: {len(known)} judged findings")


def precision(code: str, texts: dict[tuple[str, str], str]) -> str:
    kept: list[Judged] = read(FOLDER / f"{code}.tsv")
    if not kept:
        return f"{'-':>24}"
    rules, still = company(code), []
    for name in {(row.corpus, row.article) for row in kept}:
        spans = {(one.start, one.end) for one in found(texts[name], rules, code)}
        still += [row for row in kept if (row.corpus, row.article) == name and (row.start, row.end) in spans]
    right = sum(row.verdict == "right" for row in still)
    low, high = Measured(right, len(still), 0, "").interval
    stale = f" ({len(kept) - len(still)} stale)" if len(still) < len(kept) else ""
    return f"{right:4}/{len(still):<4} {low:5.0%} - {high:4.0%}{stale}"


def recall(code: str, every: Sequence[Article], most: int, seed: int) -> str:
    if code not in DEFECTS:
        return f"{'-':>12}"
    rules, chance, made, hit = company(code), random.Random(seed), 0, 0
    stronger = next(rule.yields_to for rule in rules if rule.code == code)
    every = [article for article in every if article.corpus in corpora(code)]
    for article in random.Random(seed).sample(every, len(every)):
        defect = DEFECTS[code](article.text, chance)
        if defect is None or found(article.text, rules, code):
            continue
        made += 1
        # A fault that a stronger rule reports at this place, to which the rule yields, is found too.
        hit += any(one.start < defect.end and defect.start < one.end for one in found(defect.text, rules, code, stronger))
        if made >= most:
            break
    return f"{hit:4}/{made:<4} {hit / made if made else 0:4.0%}"


def table(codes: Sequence[str], most: int, seed: int) -> None:
    for code in codes:
        company(code)  # the first that does not exist ends the run
    every = list(articles(NAMES + HEADLINES))
    texts = {(article.corpus, article.id): article.text for article in every}
    short = [article for article in every if len(article.text) < 8000 and article.corpus != "nahw"]
    print(f"{'rule':38} {'level':10} {'precision (95 %)':>24}   {'recall':>12}")
    for rule in load().rules.values():
        if (rule.default and not codes) or rule.code in codes:
            row = f"{precision(rule.code, texts):24}   {recall(rule.code, short, most, seed):12}"
            print(f"{rule.code} {rule.id:31} {rule().level:10} {row}", flush=True)


def main() -> None:
    arguments = sys.argv[1:]
    command = arguments[0] if arguments and arguments[0] in ("sample", "keep", "clean") else "table"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    if command == "sample":
        parser.add_argument("code")
        parser.add_argument("--out", type=Path, required=True)
        parser.add_argument("--most", type=int, default=30)
        args = parser.parse_args(arguments[1:])
        sample(args.code, args.out, args.most, args.seed)
    elif command == "clean":
        clean.report()
    elif command == "keep":
        parser.add_argument("code")
        parser.add_argument("sheet", type=Path)
        args = parser.parse_args(arguments[1:])
        keep(args.code, args.sheet)
    else:
        parser.add_argument("codes", nargs="*")
        parser.add_argument("--articles", type=int, default=400)
        args = parser.parse_args(arguments)
        table(args.codes, args.articles, args.seed)


if __name__ == "__main__":
    main()
