"""Places of configuration, mistakes found there, and what was probably meant."""

import os
from collections.abc import Iterable, Sequence
from typing import Literal

from ..records import NamedTuple
from ..rules import Text


class Place(NamedTuple):
    """Where a value of the configuration comes from. Line and column count from 1; they are 0 where there are none.

    `name` is the path of the file as users see it, the name of the preset, or the option of the command line.
    """

    kind: Literal["default", "preset", "file", "command"]
    name: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.kind == "file":
            return f"{self.name}:{self.line}:{self.column}" if self.line else self.name
        return f"preset {self.name}" if self.kind == "preset" else self.name or self.kind

    @property
    def origin(self) -> str:
        """The place as the origin of a value: a file with its line, `preset NAME`, an option of the command line, or `default`."""
        return f"{self.name}:{self.line}" if self.kind == "file" and self.line else str(self)


DEFAULT = Place("default")


def beside(place: Place, path: str) -> str:
    """A path that is named at a place, as it can be opened: relative to the folder of the file that names it, `~` for the home folder."""
    folder = os.path.dirname(os.path.abspath(place.name)) if place.kind == "file" else ""
    return os.path.join(folder, os.path.expanduser(path))


class Mistake(NamedTuple):
    """Something wrong in the configuration or on the command line: where, and what to do about it."""

    place: Place
    message: Text

    def sentence(self, lang: str) -> str:
        """One line for the user: the place, then what is wrong there. Control characters that the user wrote are shown as escapes."""
        said = self.message.in_(lang)
        line = said if self.place == DEFAULT else f"{self.place}: {said}"
        return line if line.isprintable() else "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)


class ConfigError(Exception):
    """The configuration cannot be used. All mistakes that could be found, in the order of their places."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(dict.fromkeys(mistakes), key=lambda mistake: mistake.place))
        super().__init__("\n".join(mistake.sentence("en") for mistake in self.mistakes))

    def lines(self, lang: str) -> list[str]:
        """A line for each mistake."""
        return [mistake.sentence(lang) for mistake in self.mistakes]


def meant(word: str, names: Iterable[str], otherwise: Text = Text("", "")) -> Text:  # noqa: B008  (immutable)
    """`؛ هل تقصد «…»؟` with the name nearest to the word, whatever its case; `otherwise` (after a semicolon) where none is near."""
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold(), folded, 1)
    if near:
        return Text(f"؛ هل تقصد «{folded[near[0]]}»؟", f"; did you mean {folded[near[0]]!r}?")
    return Text(f"؛ {otherwise.ar}." if otherwise.ar else ".", f"; {otherwise.en}." if otherwise.en else ".")


def listed(names: Sequence[str]) -> Text:
    """The names as a list in a sentence."""
    return Text("، ".join(names), ", ".join(names))
