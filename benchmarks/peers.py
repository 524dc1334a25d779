"""arlint beside its peers, interleaved in one run: `python benchmarks/peers.py [--articles 300] [--runs 3] [--plot docs/performance.svg]`.

Takes articles of the corpus where it is there, else makes some. Of the peers it runs those it finds on the PATH (textlint and cspell also
under ./node_modules/.bin), each with a configuration that does as much as it can for Arabic: textlint (7 rules), codespell and typos
(2,000 wrong forms), proselint, hunspell and cspell (a dictionary), Vale (checks in YAML, which arlint is then also timed with, in place of
its rules), LanguageTool (its Arabic rules, from a folder of jars named by LANGUAGETOOL_JARS: see LanguageTool.java).
Prints medians of wall time and their ratio to arlint, and to `python -c pass`, for one article and for all of them, with peak memory.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl"
ARLINT = Path(sys.executable).with_name("arlint")
TERMS = 2000
VALE_ABOUT = f"6 checks and {TERMS} terms in YAML"
TEXTLINT = {
    "rules": {
        "no-nfd": True,
        "no-zero-width-spaces": True,
        "@textlint-rule/no-invalid-control-character": True,
        "@textlint-rule/no-unmatched-pair": True,
        "doubled-spaces": True,
        "max-comma": {"max": 8},
        "sentence-length": {"max": 400},
    }
}
VALE = {
    "Repeated": {"extends": "repetition", "message": "'%s' is repeated.", "level": "error", "alpha": True, "tokens": [r"[^\s]+"]},
    "Spaces": {"extends": "existence", "message": "'%s': spaces.", "nonword": True, "tokens": ["  +", " [،؛.]"]},
    "Latin": {"extends": "existence", "message": "'%s' is a Latin mark.", "nonword": True, "tokens": ["[\u0621-\u064a][,;?]"]},
    "Marks": {"extends": "existence", "message": "'%s': one mark is enough.", "nonword": True, "tokens": ["[،؛]{2,}", "[.]{4,}"]},
    "Long": {"extends": "occurrence", "message": "A long sentence.", "scope": "sentence", "max": 60, "token": r"[^\s]+"},
    "Spelling": {
        "extends": "consistency",
        "message": "Inconsistent spelling of '%s'.",
        "either": {"أميركا": "أمريكا", "الأميركية": "الأمريكية", "غوغل": "جوجل", "إيران": "ايران", "مسؤول": "مسئول", "شؤون": "شئون"},
    },
}
"""Checks that arlint has rules for, as YAML (which JSON is): for Vale, and for arlint in its place; `Terms` comes with the articles."""


class Peer(NamedTuple):
    """A tool, what it does here, and how it is run on some paths."""

    name: str
    about: str
    command: list[str]


def articles(folder: Path, count: int) -> list[Path]:
    """So many articles as files."""
    if CORPUS.exists():
        with CORPUS.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["content"] for line, _ in zip(lines, range(count), strict=False)]
    else:
        chance = random.Random(1)
        words = ["".join(chance.choices("ابتثجحخدرزسشصطعغفقكلمنهي", k=chance.randint(2, 7))) for _ in range(5000)]
        texts = ["\n".join(" ".join(chance.choices(words, k=60)) + "." for _ in range(8)) for _ in range(count)]
    paths = [folder / f"{number:05}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def peers(folder: Path, texts: list[Path]) -> Iterator[Peer]:
    """arlint, the start of Python, and what else is found."""
    yield Peer("python -c pass", "start of the interpreter", [sys.executable, "-c", "pass"])
    yield Peer("arlint, one core", "all default rules", [str(ARLINT), "check", "--no-cache", "--jobs", "1", "--project-root", str(folder)])
    yield Peer("arlint", "all default rules, all cores", [str(ARLINT), "check", "--no-cache", "--project-root", str(folder)])
    yield Peer("arlint, again", "unchanged files", [str(ARLINT), "check", "--project-root", str(folder)])
    words = sorted({word for path in texts[:200] for word in path.read_text(encoding="utf-8").split() if word.isalpha() and len(word) > 4})
    wrong = [(f"{word}ىى", word) for word in words[:TERMS]]
    terms, typos = folder / "terms.txt", folder / "typos.toml"
    terms.write_text("".join(f"{one}->{other}\n" for one, other in wrong), encoding="utf-8")
    typos.write_text("[default.extend-identifiers]\n" + "".join(f'"{one}" = "{other}"\n' for one, other in wrong), encoding="utf-8")
    textlint, cspell = folder / "textlint.json", folder / "cspell.json"
    textlint.write_text(json.dumps(TEXTLINT), encoding="utf-8")
    cspell.write_text(json.dumps({"version": "0.2", "language": "en,ar", "import": ["@cspell/dict-ar/cspell-ext.json"]}), encoding="utf-8")
    found = {name: shutil.which(name) or shutil.which(name, path="node_modules/.bin") for name in
             ("textlint", "codespell", "typos", "proselint", "hunspell", "cspell", "vale")}  # fmt: skip
    jars = os.environ.get("LANGUAGETOOL_JARS")
    styles = folder / "styles" / "House"
    styles.mkdir(parents=True)
    terms_check = {"extends": "substitution", "message": "Use '%s' instead of '%s'.", "level": "error", "swap": dict(wrong)}
    for name, check in {**VALE, "Terms": terms_check}.items():
        (styles / f"{name}.yml").write_text(json.dumps(check, ensure_ascii=False), encoding="utf-8")
    (folder / "vale.ini").write_text(f"StylesPath = {folder / 'styles'}\n[*]\nBasedOnStyles = House\n", encoding="utf-8")
    (folder / "styles.yml").write_text(f"styles: {json.dumps([str(folder / 'styles')])}\nselect: [House.*]\n", encoding="utf-8")
    yield Peer("arlint, as Vale", VALE_ABOUT, [str(ARLINT), "check", "--no-cache", "--jobs", "1", "--config", str(folder / "styles.yml")])
    ways = {
        "codespell": (f"{TERMS} wrong forms", ["-D", str(terms)]),
        "typos": (f"{TERMS} wrong forms", ["--config", str(typos), "--isolated", "--format", "brief"]),
        "textlint": ("7 rules", ["--config", str(textlint), "--format", "unix"]),
        "proselint": ("its English checks", ["check"]),
        "hunspell": ("a dictionary", ["-d", "ar", "-l"]),
        "cspell": ("a dictionary", ["lint", "--no-progress", "-c", str(cspell)]),
        "vale": (VALE_ABOUT, ["--config", str(folder / "vale.ini"), "--output", "line"]),
    }
    for name, (about, options) in ways.items():
        if found[name]:
            yield Peer(name, about, [str(found[name]), *options])
    if jars:
        yield Peer("LanguageTool", "its Arabic rules", ["java", "-cp", f"{jars}/*", str(Path(__file__).with_name("LanguageTool.java"))])


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time, and peak memory in MB."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--plot")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = articles(folder, args.articles)
        size = sum(path.stat().st_size for path in texts) / 1e6
        tools = list(peers(folder, texts))
        one: dict[str, list[tuple[float, float]]] = {tool.name: [] for tool in tools}
        every: dict[str, list[tuple[float, float]]] = {tool.name: [] for tool in tools}
        measured([*tools[1].command, str(texts[0])])  # what is kept on disk is made
        for _ in range(args.runs):
            for tool in tools:
                one[tool.name].append(measured([*tool.command, str(texts[0])]))
                every[tool.name].append(measured([*tool.command, *map(str, texts)]))
    print(f"{len(texts)} articles, {size:.1f} MB; medians of {args.runs} runs, interleaved")
    print(f"{'':18} {'one article':>12} {'x pass':>7} {'all':>9} {'MB/s':>7} {'x arlint':>9} {'peak MB':>8}")
    passed, own = (statistics.median(seconds for seconds, _ in runs) for runs in (one["python -c pass"], every["arlint, one core"]))
    speeds: dict[str, float] = {}
    for tool in tools:
        first, total = (statistics.median(seconds for seconds, _ in runs[tool.name]) for runs in (one, every))
        peak = max(memory for _, memory in every[tool.name])
        speeds[tool.name] = size / total
        print(
            f"{tool.name:18} {first * 1000:9.0f} ms {first / passed:7.1f} {total:7.2f} s {size / total:7.2f} {total / own:9.2f} {peak:8.0f}"
            f"   {tool.about}"
        )
    if args.plot:
        speeds.pop("python -c pass")
        Path(args.plot).write_text(plot(speeds), encoding="utf-8")


def plot(speeds: dict[str, float]) -> str:
    """Bars of MB/s, on a scale of logarithms, as SVG."""
    from math import log10

    low, high = 0.05, max(speeds.values()) * 1.3
    rows = []
    for number, (name, speed) in enumerate(sorted(speeds.items(), key=lambda pair: -pair[1])):
        width = max(2.0, 420 * (log10(max(speed, low)) - log10(low)) / (log10(high) - log10(low)))
        y, colour = 20 + 26 * number, "#0b6e4f" if name.startswith("arlint") else "#9aa5b1"
        rows.append(
            f'<text x="150" y="{y + 14}" text-anchor="end">{name}</text>'
            f'<rect x="160" y="{y}" width="{width:.0f}" height="18" fill="{colour}"/>'
            f'<text x="{165 + width:.0f}" y="{y + 14}">{speed:.2f} MB/s</text>'
        )
    height = 40 + 26 * len(speeds)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 {height}" font-family="sans-serif" font-size="13">'
        f'<rect width="700" height="{height}" fill="#fff"/>{"".join(rows)}</svg>\n'
    )


if __name__ == "__main__":
    main()
