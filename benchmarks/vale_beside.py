"""arlint beside Vale itself, over files of one's own: `python benchmarks/vale_beside.py FOLDER [--show]`.

FOLDER holds a `.vale.ini`, the styles that it names, and Markdown or text files. Both tools check it, arlint with what `arlint import vale`
makes of the configuration, and their findings are compared by file, line, column and check. Vale must be on the PATH. Prints for each check
how many findings both have, and how many only one; with `--show`, where.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ARLINT = Path(sys.executable).with_name("arlint")
THEIRS = re.compile(r"^(?P<place>[^:\n]+:\d+:\d+):(?P<check>[\w.-]+\.[\w-]+):", re.M)
OURS = re.compile(r"^(?P<place>[^:\n]+:\d+:\d+): \w+ \w+ (?P<check>[\w.-]+\.[\w-]+) ", re.M)

Findings = set[tuple[str, str]]


def said(pattern: re.Pattern[str], command: list[str], folder: Path) -> Findings:
    """The findings of one tool, as (check, place)."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = {(match["check"], match["place"].removeprefix("./")) for match in pattern.finditer(done.stdout)}
    if not found:
        sys.exit(f"{command[0]} found nothing: {done.stderr or done.stdout}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    vale = shutil.which("vale")
    if vale is None:
        sys.exit("skipped: vale is not on the PATH")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(args.folder, Path(name) / "copy"))
        made = [str(ARLINT), "import", "vale", ".", "-o", ".arlint.yml", "--force"]
        subprocess.run(made, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        theirs = said(THEIRS, [vale, "--no-exit", "--output", "line", "."], folder)
        ours = said(OURS, [str(ARLINT), "check", "--no-cache", "--format", "concise", "--select", "*.*", "."], folder)
    print(f"{'check':40} {'both':>6} {'Vale only':>10} {'arlint only':>12}")
    counts = [Counter(check for check, _ in some) for some in (ours & theirs, theirs - ours, ours - theirs)]
    for check in sorted(set().union(*counts)):
        print(f"{check:40} {counts[0][check]:6} {counts[1][check]:10} {counts[2][check]:12}")
    print(f"{len(ours & theirs)} of {len(theirs)} findings of Vale are arlint's too ({len(ours & theirs) / len(theirs):.1%})")
    for tool, some in (("Vale", theirs - ours), ("arlint", ours - theirs)) if args.show else ():
        for check, place in sorted(some):
            print(f"{tool} only: {place}: {check}")


if __name__ == "__main__":
    main()
