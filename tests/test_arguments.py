"""Plain arguments are read without argparse, and mean what they mean to it."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arlint.cli import main
from arlint.cli.arguments import COMMON, UsageError, plain
from arlint.cli.check import OPTIONS, add_arguments
from arlint.cli.parser import Parser

TABLE = {**COMMON, **OPTIONS}

PLAIN = [
    [],
    ["a.txt"],
    ["-"],
    ["a.txt", "--lang", "en"],
    ["--lang=en", "a.txt", "b.txt"],
    ["--select", "QUO", "--select=ATT", "--ignore", "SPL001,SPL002", "folder"],
    ["--fix", "--diff", "a.txt", "--fail-on", "never"],
    ["--format", "json", "--output", "sarif=r.sarif", "--output=html=r.html"],
    ["--stdin-filename", "a.md"],
    ["--config=a=b.yml"],
]
NOT_PLAIN = [
    ["--help"],
    ["-h"],
    ["--lang"],
    ["--lang", "fr"],
    ["--lang="],
    ["--fix=yes"],
    ["--unknown"],
    ["--sel", "QUO"],
    ["a.txt", "--fix", "b.txt"],
    ["--", "-a.txt"],
    ["-a.txt"],
    ["--select", "--fix"],
]


def argparsed(arguments: list[str]) -> dict[str, object] | None:
    parser = Parser("arlint check", "", "en")
    for name, about in COMMON.items():
        parser.add_argument(name, **about[1])
    add_arguments(parser, "en")
    try:
        return vars(parser.parse_args(arguments))
    except UsageError:
        return None


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_plain_arguments(arguments: list[str]) -> None:
    found = plain(arguments, TABLE)
    assert isinstance(found, SimpleNamespace)
    assert vars(found) == argparsed(arguments)


@pytest.mark.parametrize("arguments", NOT_PLAIN, ids=" ".join)
def test_others_are_left_to_argparse(arguments: list[str]) -> None:
    assert plain(arguments, TABLE) is None


WORDS = st.sampled_from(
    [*TABLE, "--lang=ar", "--select=QUO", "--fix=", "a.txt", "b", "-", "--", "-x", "", "en", "text", "error", "-1", "a b"]
)


@given(st.lists(WORDS, max_size=6))
def test_what_is_plain_means_the_same(arguments: list[str]) -> None:
    found = plain(arguments, TABLE)
    assert found is None or vars(found) == argparsed(arguments)


def test_a_default_is_not_shared() -> None:
    plain(["--select", "QUO"], TABLE)
    again = plain([], TABLE)
    assert again is not None
    assert again.select == []


@pytest.mark.parametrize("arguments", [[], ["--lang", "en"], ["--lang=en"], ["--lang"], ["--lang", "ar", "--lang", "en"]], ids=" ".join)
def test_without_a_command_they_are_listed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "\n  check  " in capsys.readouterr().err
    assert main(["help"]) == main(["help", "check"]) == 0
    assert "--select" in capsys.readouterr().out
