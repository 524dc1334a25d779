"""DOCX and ODT: a hundred articles of a corpus as packages, read and linted with all default rules on one core.

`python benchmarks/packages.py [--articles 100] [--runs 3]`. Prints the seconds of a whole `arlint check`, start-up in it, and those that
reading takes; the best of all runs. The goal is 100 articles in 2 seconds.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from arlint.formats import arlint_formats
from tests.packages import docx, odt

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl"
ARLINT = Path(sys.executable).with_name("arlint")


def article(lines: list[str], name: str) -> bytes:
    """The article as Word would keep it: in runs of about thirty characters, of which every fifth one is bold."""
    if name == "odt":
        return odt("".join(f'<text:p text:style-name="P1">{escape(line)}</text:p>' for line in lines))
    run = '<w:r w:rsidR="00A1"><w:rPr>{}<w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    return docx(
        "".join(
            "<w:p><w:pPr><w:bidi/></w:pPr>"
            + "".join(run.format("<w:b/>" if at % 150 == 0 else "", escape(line[at : at + 30])) for at in range(0, len(line), 30))
            + "</w:p>"
            for line in lines
        )
    )


def spent(folder: Path) -> float:
    """Seconds of one core that a run takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([ARLINT, "check", "--exit-zero", "--format", "concise", str(folder)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def reading(files: list[Path], name: str) -> float:
    """Seconds to read all files, without rules."""
    fmt = next(one for one in arlint_formats() if one.name == name)
    before = time.process_time()
    for path in files:
        list(fmt.documents(fmt.decode(str(path), path.read_bytes(), 20_000_000)))
    return time.process_time() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with CORPUS.open(encoding="utf-8") as lines:
        articles = [json.loads(line)["content"].splitlines() for line, _ in zip(lines, range(args.articles), strict=False)]
    for name in ("docx", "odt"):
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, f"{number:05}.{name}") for number in range(len(articles))]
            for path, lines in zip(files, articles, strict=True):
                path.write_bytes(article(lines, name))
            whole = min(spent(Path(folder)) for _ in range(args.runs))
            read = min(reading(files, name) for _ in range(args.runs))
            print(f"{name}: {len(files)} articles in {whole:.2f} s, reading in it {read:.2f} s")


if __name__ == "__main__":
    main()
