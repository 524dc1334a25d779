"""The promises that every rule keeps, for the rules of this plugin. `pip install arlint-desk pytest`, then `pytest`."""

from typing import Any

import arlint_desk
import pytest

from arlint.testing import promises


@pytest.mark.parametrize("promise", promises(arlint_desk), ids=str)
def test_promise(promise: Any) -> None:
    promise.check()
