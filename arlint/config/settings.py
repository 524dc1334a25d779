"""Settings: all that is in force in a run, with the origin of each value."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, cast

from ..plugins import Registry
from ..records import NamedTuple
from ..rules import AnyRule, looks_across
from .effective import Built, Choice, Value, choices, house
from .place import DEFAULT, Place
from .reading import Read

if TYPE_CHECKING:
    from ..formats.field import Fields
    from .effective import Fixing
    from .globs import PathFilter
    from .layers import Layer
    from .selectors import Selector

DEFAULTS: "Mapping[str, Value]" = {
    "lang": ("ar", DEFAULT),
    "numerals": ("western", DEFAULT),
    "fail-on": ("warning", DEFAULT),
    "max-file-size": (20_000_000, DEFAULT),
    "baseline": (".arlint-baseline.json", DEFAULT),
}
"""The settings with a single value, where nobody says anything about them."""

FailOn = Literal["error", "warning", "suggestion", "never"]


class Accepted(NamedTuple):
    """Findings of these rules at these paths are accepted, for a reason; with a pattern `text`, those that lie within a match of it.

    `place` is where that is said.
    """

    paths: "PathFilter"
    rules: "tuple[Selector, ...]"
    reason: str
    place: Place
    text: str = ""

    def silences(self, path: str, rule: AnyRule) -> bool:
        """Whether findings of the rule in the file at this path are accepted."""
        return any(one.names(rule) for one in self.rules) and self.paths.matches(path)


class Settings(NamedTuple):
    """All that is in force. `file` is the main configuration file, None where there is none; `root` the folder of the project.

    `values` are the settings with a single value and their places; `include` and `exclude` those of all files, each relative to its own.
    """

    registry: Registry
    file: str | None
    root: str
    values: Mapping[str, Value]
    include: "tuple[PathFilter, ...]"
    exclude: "tuple[PathFilter, ...]"
    suppress: tuple[Accepted, ...]
    layers: "tuple[Layer, ...]"
    built: Built
    formats: "tuple[tuple[PathFilter, str], ...]" = ()
    """Which files are of which format, whatever their suffix; later ones win."""
    alone: bool = False
    """Whether every file is checked by itself: rules that compare files are off."""

    @property
    def lang(self) -> str:
        """The language of messages, `ar` or `en`."""
        return cast("str", self.values["lang"][0])

    @property
    def fail_on(self) -> FailOn:
        """The lowest level that makes a run fail."""
        return cast("FailOn", self.values["fail-on"][0])

    @property
    def max_bytes(self) -> int:
        """The size of the largest file to read."""
        return cast("int", self.values["max-file-size"][0])

    @property
    def baseline(self) -> str:
        """The path of the baseline: one that was named, or the default name in the folder of the project."""
        return os.path.join(self.root, cast("str", self.values["baseline"][0]))

    def excluded(self, path: str) -> bool:
        """Whether a file, or a folder (a path that ends in a slash), is not to be read."""
        if self.exclude and _excluded(self.exclude, path):
            return True
        return bool(self.include) and not path.endswith("/") and _verdict(self.include, path) is not True

    def format_of(self, path: str) -> str | None:
        """The format that the configuration gives a file; None where it says nothing of it."""
        return next((name for paths, name in reversed(self.formats) if paths.matches(path)), None)

    def fields_for(self, path: str) -> "Fields":
        """The fields of data that are prose in a file; none where the configuration names none, so that the format's own are read."""
        return self.fields_value(path)[0]

    def fields_value(self, path: str | None) -> "tuple[Fields, Place]":
        """As `fields_for`, with the place that says so."""
        layers = (self.layers[number] for number in reversed(self.layers_at(path)))
        return next(((one.fields, one.fields_place) for one in layers if one.fields), ((), DEFAULT))

    def rules_for(self, path: str) -> tuple[AnyRule, ...]:
        """The rules that are on for a file. Equal rules are one object, whatever the path."""
        if self.built.everywhere:
            return self.built.everywhere[0]
        layers = self.layers_at(path)
        if layers not in self.built.at:
            rules = self.built.rules(self.registry.rules, self._chosen(layers))
            self.built.at[layers] = tuple(rule for rule in rules if not looks_across(rule)) if self.alone else rules
            if all(one.paths is None for one in self.layers):
                self.built.everywhere.append(self.built.at[layers])
        return self.built.at[layers]

    def fixing_for(self, path: str) -> "Mapping[str, Fixing]":
        """What is said of the fixes of rules in a file, by rule id."""
        if not any(layer.fixing for layer in self.layers):
            return {}
        layers = self.layers_at(path)
        if layers not in self.built.fixing:
            chosen = self._chosen(layers)
            self.built.fixing[layers] = {rule_id: choice.fix[0] for rule_id, choice in chosen.items() if choice.fix[0]}
        return self.built.fixing[layers]

    def choices_for(self, path: str | None = None) -> dict[str, Choice]:
        """What is in force for each rule at a path, or outside all overrides, with the origin of each value."""
        return self._chosen(self.layers_at(path))

    def house_for(self, path: str | None = None) -> dict[str, Value]:
        """The house style at a path, or outside all overrides, by dotted key (`tanwin.position`)."""
        return house(self.layers[number] for number in self.layers_at(path))

    def layers_at(self, path: str | None) -> tuple[int, ...]:
        """The numbers of the layers that apply at a path, or everywhere."""
        layers = enumerate(self.layers)
        return tuple([number for number, one in layers if one.paths is None or (path is not None and one.paths.matches(path))])

    def _chosen(self, layers: tuple[int, ...]) -> dict[str, Choice]:
        return choices(self.registry.rules, (self.layers[number] for number in layers))


class Given(NamedTuple):
    """What the command line says. Selectors may be joined with commas."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    lang: str | None = None
    fail_on: str | None = None
    numerals: str | None = None


def settings(read: Read, registry: Registry, given: Given = Given()) -> Settings:  # noqa: B008  (immutable)
    """What is in force. Raises ConfigError with all mistakes in the files and on the command line."""
    if read.parts or read.mistakes or any(given):
        from .checking import checked_settings

        return checked_settings(read, registry, given)
    return Settings(registry, read.file, read.root, DEFAULTS, (), (), (), (), Built({}, {}, {}, []))


def _excluded(filters: "tuple[PathFilter, ...]", path: str) -> bool:
    """Whether a path or a folder above it is excluded: as with git, what lies in an excluded folder cannot be taken back."""
    if any(pattern.startswith("!") for one in filters for pattern in one.patterns):
        parts = path.rstrip("/").split("/")
        if any(_verdict(filters, "/".join(parts[:length]) + "/") for length in range(1, len(parts))):
            return True
    return bool(_verdict(filters, path))


def _verdict(filters: "tuple[PathFilter, ...]", path: str) -> bool | None:
    """What the last filter that speaks of the path says."""
    return next((verdict for one in reversed(filters) if (verdict := one.verdict(path)) is not None), None)
