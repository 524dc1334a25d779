"""Reporters: from file reports to output. One a file; they come in through the hook, as anyone's."""

from collections.abc import Iterable

import pluggy

from ..report import Reporter


@pluggy.HookimplMarker("arlint")
def arlint_reporters() -> Iterable[Reporter]:
    """The output formats of arlint itself."""
    return ()
