"""What all tests share: a cache folder of their own, and the flag that rewrites the cases."""

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says nothing of whether it is right, and depends on what else the machine does.
settings.register_profile("arlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("arlint")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what the commands print into tests/cases, to be read in review")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the terminal's colours nor its language decide what a test sees."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
