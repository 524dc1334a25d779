"""How reports are to be written here: in colour and with isolates on a terminal, plain in a pipe."""

import os
import sys

from ..report import Style


def style(lang: str) -> Style:
    """The style for standard output. `NO_COLOR` and `FORCE_COLOR` are heeded (https://no-color.org, https://force-color.org)."""
    terminal = sys.stdout.isatty()
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
    color = not os.environ.get("NO_COLOR") and (forced or (terminal and os.environ.get("TERM") != "dumb"))
    return Style(lang, color, terminal, _width() if terminal else 0)


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):  # no terminal after all
        return 0
