"""The same files give the same reports, byte for byte: on any hash seed, in any number of processes, however they are named, from a cold
cache or a warm one, rules that compare files among them.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reporting import REPORTERS

TEXTS = [
    "أعلن الوزير في في البيان أن العمل بدأ .\nوأضاف أن ايران وافقت ، وأن الى العاصمة طريقا .\nقال: \"نعم، ثم غادر إيران.\n",
    "كَتَب 😀 ﷲ CNN أن «الأمر انتهى ، وأن أمريكا وأميركا اتفقتا.\n\nأعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\n",
    "أعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\nأعلن الوزير أن العمل بدأ في الموعد المحدد له من قبل.\n",
    "# متحف السفن يفتح أبوابه للزوار\n\nقال وزير الثقافة سامر الحلبي إن جوجل وافقت على العرض كله.\n",
    "# متحف السفن يفتح أبوابه للزوار\n\nقال وزير المالية سامر الحلبي إن غوغل رفضت العرض، وكان وزير المالية سامر الحلبي قد زارها.\n",
    "أبحر وزير المالية سامر الحلبي أمس مع وفد من غوغل إلى الجزيرة الصغيرة التي تقع قبالة الساحل الشرقي، وعاد منها قبل غروب الشمس بساعة.\n",
]


WAYS = (
    ("0", ("--jobs", "1", "--no-cache")),
    ("1", ("--jobs", "2")),  # cold
    ("2", ("--jobs", "8")),  # warm
    ("3", ("--jobs", "8", "--no-cache")),
    ("4711", ("--jobs", "1")),
)


def test_reports_are_the_same_on_any_hash_seed_and_with_any_number_of_processes(tmp_path: Path) -> None:
    articles = tmp_path / "مقالات"
    articles.mkdir()
    (articles / ".arlint.yml").write_text(
        "extends: [default, project]\nrules: {DUP006: {max_files: 9}, SPL005: {min_files: 2, min_share: 0.5},"
        " STY009: {min_files: 1, min_share: 0.5}}\n",
        encoding="utf-8",
    )
    names = [f"خبر {number}.md" for number in range(len(TEXTS) * 3)]
    for name, text in zip(names, TEXTS * 3, strict=True):
        (articles / name).write_text(text, encoding="utf-8")
        os.utime(articles / name, (1_600_000_000, 1_600_000_000))
    written = []
    for seed, how in WAYS:
        mixed = random.Random(seed).sample(names, len(names))
        outputs = [word for name in REPORTERS for word in ("--output", f"{name}={tmp_path / seed / name}")]
        command = [sys.executable, "-m", "arlint", "check", "--lang", "ar", *outputs, *how, *mixed]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "ARLINT_CACHE_DIR": str(tmp_path / "cache")}
        done = subprocess.run(command, cwd=articles, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (1, "")
        written.append({"stdout": done.stdout, **{name: (tmp_path / seed / name).read_text("utf-8") for name in REPORTERS}})
    assert all(one == written[0] for one in written)
    assert all(len(said) > 500 for said in written[0].values())
    assert all(code in written[0]["stdout"] for code in ("DUP005", "DUP006", "SPL005", "STY009"))


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
