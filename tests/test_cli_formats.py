"""`arlint formats`: every format, what is prose in it, and whether fixes are written."""

import json

import pytest

from arlint.cli import main
from arlint.formats import arlint_formats


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_format_is_described(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--lang", lang, "--format", "json"]) == 0
    described = {one["name"]: one for one in json.loads(capsys.readouterr().out)["formats"]}
    assert main(["formats", "--lang", lang]) == 0
    page = capsys.readouterr().out
    for fmt in arlint_formats():
        one = described[fmt.name]
        assert one == {
            "name": fmt.name,
            "suffixes": list(fmt.suffixes),
            "prose": fmt.about.in_(lang),
            "fixes": fmt.fixes,
            "fields": fmt.takes_fields,
            "comments": list(fmt.comments),
        }
        assert one["prose"] in page
        assert f"\n{fmt.name}:\n" in page


def test_of_formats_with_one_suffix_all_but_one_are_told_by_content() -> None:
    suffixes = [suffix for fmt in arlint_formats() for suffix in fmt.suffixes if fmt.holds is None]
    assert len(suffixes) == len(set(suffixes))
