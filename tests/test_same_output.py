"""The same files give the same reports, byte for byte: on any hash seed, in any number of processes, with a cold cache or a warm one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reporting import REPORTERS

TEXTS = [
    "أعلن الوزير في في البيان أن العمل بدأ .\nوأضاف أن ايران وافقت ، وأن الى العاصمة طريقا .\nقال: \"نعم، ثم غادر إيران.\n",
    "كَتَب 😀 ﷲ CNN أن «الأمر انتهى ، وأن أمريكا وأميركا اتفقتا.\n\nأعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\n",
    "أعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\nأعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\n",
]


def test_reports_are_the_same_on_any_hash_seed_and_with_any_number_of_processes(tmp_path: Path) -> None:
    articles = tmp_path / "مقالات"
    articles.mkdir()
    (articles / ".arlint.yml").write_text("extends: [default, project]\n", encoding="utf-8")
    for number, text in enumerate(TEXTS * 3):
        (articles / f"خبر {number}.txt").write_text(text, encoding="utf-8")
    written = []
    for seed, how in (("0", ("--jobs", "1", "--no-cache")), ("1", ("--jobs", "2")), ("4711", ("--jobs", "3"))):
        outputs = [word for name in REPORTERS for word in ("--output", f"{name}={tmp_path / seed / name}")]
        command = [sys.executable, "-m", "arlint", "check", "--lang", "ar", *outputs, *how, "."]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "ARLINT_CACHE_DIR": str(tmp_path / "cache")}
        done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (1, "")
        written.append({"stdout": done.stdout, **{name: (tmp_path / seed / name).read_text("utf-8") for name in REPORTERS}})
    assert written[0] == written[1] == written[2]
    assert all(len(said) > 500 for said in written[0].values())


CONFIGS = ["", "suppress: [{paths: ['1.txt'], rules: [SPL001, PUN001], reason: تجربة}]\n", "fix: {demote: [PUN001]}\n"]


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("name", ["text", "concise"])
def test_what_is_said_file_by_file_and_kept_is_what_would_be_said(tmp_path: Path, name: str, config: str) -> None:
    articles = tmp_path / "مقالات"
    articles.mkdir()
    (articles / ".arlint.yml").write_text(config, encoding="utf-8")
    for number, text in enumerate([*TEXTS * 3, "<!-- arlint: disable=SPL001 -- تجربة -->\nوافقت ايران، وقالت إيران ذلك.\n"]):
        (articles / f"{number}.txt").write_text(text, encoding="utf-8")
    (articles / "broken.txt").write_bytes(b"\xc7\xe1\n")
    said = []
    for how in (("--jobs", "1", "--no-cache"), ("--jobs", "2"), ("--jobs", "2"), ("--jobs", "2", "--lang", "en"), ("--jobs", "1")):
        command = [sys.executable, "-m", "arlint", "check", "--format", name, *how, "."]
        environment = {**os.environ, "ARLINT_CACHE_DIR": str(tmp_path / "cache"), "ARLINT_LANG": "ar"}
        done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (2, "")
        said.append(done.stdout)
    assert said[0] == said[1] == said[2] == said[4] != said[3]
    assert "broken.txt" in said[0]
