"""The system's reasons, in Arabic."""

from errno import ENOSPC
from pathlib import Path

import pytest

from arlint.refusals import arabic


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("none", FileNotFoundError, "لا وجود له"),
        ("", IsADirectoryError, "هذا مجلد لا ملف"),
        ("a/b", NotADirectoryError, "في المسار ملف مكان مجلد"),
    ],
)
def test_reasons_are_arabic(tmp_path: Path, name: str, kind: type[OSError], said: str) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(kind) as caught:
        (tmp_path / name).read_bytes()
    assert arabic(caught.value) == said


def test_rare_ones_stay_as_they_are() -> None:
    assert arabic(OSError(ENOSPC, "No space left")) == "امتلأ القرص"
    assert arabic(OSError(9999, "Odd")) == "Odd"
    assert arabic(OSError("x")) == "x"
