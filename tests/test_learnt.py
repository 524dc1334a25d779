"""What was learnt of words in one run makes the next one faster, and changes nothing of what it says."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

WORTH = 40  # files, more than are needed before anything is kept
NAMES = ["".join(letters) for letters in product("بتثجحخط", "رزسش", "مني", "دعفقك", "لهوبر")]
OLD = [" ".join(NAMES[at::WORTH]) + " وأكد إعلاميون في أكاديمية المدينة أن أمريكا حاضرة، وحضر خمس مئة.\n" for at in range(WORTH)]
NEW = {
    "twins.txt": "وقال باحثون في اكاديمية المدينة إن أكاديمية أخرى ستفتح.\n",
    "groups.txt": "وافقت أميركا أمس، وقالت أمريكا إن الاتفاق قائم.\n",
    "phrases.txt": "حضر خمس مئة طالب، ثم خمس مئة معلم، ثم خمس مئة عامل، ثم غاب مائة معلم.\n",
    "words.txt": "ذهب الوفد الى العاصمة، وعاد المدير الي المدينة.\n",
}

SILENT = ("phrases.txt",)
"""Nothing is to be said of it: a phrase claims its words."""


def check(folder: Path, cache: Path, jobs: str = "1") -> str:
    command = [sys.executable, "-m", "arlint", "check", "--jobs", jobs, "--no-cache", "."]
    environment = {**os.environ, "ARLINT_CACHE_DIR": str(cache), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_knows_the_words_of_another_says_what_it_would_have_said(tmp_path: Path, jobs: str) -> None:
    articles, cache = tmp_path / "articles", tmp_path / "cache"
    articles.mkdir()
    filler = " ".join(NAMES[:600])  # so that two processes are worth it
    for number, text in enumerate(OLD):
        (articles / f"{number:02}.txt").write_text(f"{text}{filler}\n", encoding="utf-8")
    check(articles, cache, jobs)
    (kept,) = cache.glob("forms*")
    for name, text in NEW.items():
        (articles / name).write_text(text, encoding="utf-8")
    warm = check(articles, cache, jobs)
    assert warm == check(articles, tmp_path / "other", jobs)
    assert all(name in warm for name in NEW if name not in SILENT)
    kept.write_bytes(kept.read_bytes()[:-9] + b"\xff" * 9)
    assert check(articles, cache, jobs) == warm
