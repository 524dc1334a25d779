"""The configuration of Vale (`.vale.ini`) as it is written: sections with their globs and keys."""

import os
import re
from collections.abc import Iterator

from ..config import ConfigError, Mistake, Place
from ..discover import shown
from ..records import NamedTuple
from ..rules import Text

_NAMES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")
LEVELS = ("suggestion", "warning", "error")
"""From the least grave up."""
_IF = " if "
"""What follows it in the head of a section is a condition."""


class Section(NamedTuple):
    """A part of the file: its glob (empty for what stands before all globs), and its keys with their values and lines."""

    glob: str
    keys: tuple[tuple[str, str, int], ...]

    def get(self, name: str) -> str:
        """The last value of a key; empty where there is none."""
        return next((value for key, value, _ in reversed(self.keys) if key == name), "")

    def rules(self) -> Iterator[tuple[str, str]]:
        """`Style.Rule` and what is said of it, in order: on, off, or a level."""
        for key, value, _ in self.keys:
            if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", key):
                said = value.lower()
                yield key, {"yes": "on", "true": "on", "no": "off", "false": "off"}.get(said, said if said in LEVELS else "on")

    @property
    def is_conditional(self) -> bool:
        """Whether it is only meant under a condition."""
        return _IF in self.glob

    @property
    def is_of_files(self) -> bool:
        """Whether it is of files, and of all that its glob fits."""
        return self.glob.lower() != "formats" and not self.is_conditional

    def globs(self) -> list[str]:
        """Its glob, such as `*.{md,txt}`, as patterns of paths; that of what stands before all globs fits every file."""
        return _spelt_out(self.glob or "*")


def file_at(path: str) -> str:
    """The configuration at a path: a file, or the one in a folder. Raises ConfigError where a folder has none."""
    if os.path.isdir(path):
        found = next((whole for name in _NAMES if os.path.isfile(whole := os.path.join(path, name))), None)
        if found is None:
            raise ConfigError([Mistake(Place("file", shown(path)), Text("لا ملف .vale.ini في المجلد.", "the folder has no .vale.ini."))])
        return found
    return path


def sections_of(text: str) -> Iterator[Section]:
    """The sections of a file, in order; the first is what stands before all globs."""
    glob = ""
    keys: list[tuple[str, str, int]] = []
    for number, written in enumerate(text.splitlines(), 1):
        line = written.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("[") and line.endswith("]"):
            yield Section(glob, tuple(keys))
            glob, keys = line[1:-1].strip(), []
        elif "=" in line:
            key, _, value = line.partition("=")
            keys.append((key.strip(), re.sub(r"\s+[#;].*$", "", value).strip().strip("\"'"), number))
    yield Section(glob, tuple(keys))


def _spelt_out(glob: str) -> list[str]:
    match = re.search(r"\{([^{}]*)\}", glob)
    if not match:
        return [glob]
    return [one for part in match[1].split(",") for one in _spelt_out(glob[: match.start()] + part.strip() + glob[match.end() :])]
