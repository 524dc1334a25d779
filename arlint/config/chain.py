"""A configuration file, and the files and presets that it extends."""

import os
from collections.abc import Iterator

from ..plugins import Wanted
from ..rules import Text
from . import files
from .node import Node
from .place import ConfigError, Mistake, Place
from .reading import Part
from .setting import fields, named, says, strings
from .shape import EXTENDS, PLUGIN_FIELDS, PLUGINS
from .styles import Asked
from .typed import typed


class Chain:
    """A walk over files and those they extend: each is applied once, those that are extended first."""

    def __init__(self) -> None:
        self.wanted = Wanted()
        self.asked = Asked()
        self.mistakes: list[Mistake] = []
        self.done: set[str] = set()

    def parts(self, file: files.ConfigFile, above: tuple[str, ...], root: str) -> Iterator[Part]:
        """The parts of a file. `above` are the files on the way down to it."""
        real = os.path.realpath(os.path.join(file.folder, os.path.basename(file.path)))
        self.done.add(real)
        self.mistakes += file.mistakes
        if file.node.value is None:
            return  # empty, or comments only
        if not isinstance(file.node.value, dict):
            typed(file.node, dict, Text("ملف الإعدادات", "the configuration"), self.mistakes)
            return
        for name, place in strings(file.node, EXTENDS):
            if not is_path(name):
                yield Part(name, place, root)
                continue
            path = os.path.join(file.folder, os.path.expanduser(name))
            other = os.path.realpath(path)
            if other in (*above, real):
                around = Text(
                    f"الملف {name} يعود إلى نفسه عبر extends؛ احذف أحد بنود extends.",
                    f"{name} extends itself in a circle; remove one link.",
                )
                self.mistakes.append(Mistake(place, around))
            elif other not in self.done:
                yield from self.extended_file(path, place, (*above, real))
        if says(file.node, PLUGINS):
            self.want(file.node.entries[PLUGINS.name].node, file.folder)
        self.asked = self.asked.with_(file.node)
        yield Part(file.path, file.node.place, root, file.node)

    def extended_file(self, path: str, place: Place, above: tuple[str, ...]) -> Iterator[Part]:
        """The parts of a file named under `extends`; that it cannot be read is one mistake among others."""
        try:
            file = files.read(path, place)
        except ConfigError as error:
            self.mistakes += error.mistakes
            return
        yield from self.parts(file, above, file.folder)

    def want(self, node: Node, folder: str) -> None:
        """Add what a file says of plugins."""
        fields(node, PLUGIN_FIELDS, named(PLUGINS.name), self.mistakes, f"{PLUGINS.name}.")
        require, block, paths = (strings(node, setting) for setting in PLUGIN_FIELDS.settings)
        paths = [(os.path.join(folder, os.path.expanduser(path)), place) for path, place in paths]
        self.wanted = Wanted(
            (*self.wanted.require, *(name for name, _ in require)),
            (*self.wanted.block, *(name for name, _ in block)),
            (*self.wanted.paths, *(path for path, _ in paths)),
            places=(*self.wanted.places, *((name, str(place)) for name, place in (*require, *block, *paths))),
        )


def is_path(name: str) -> bool:
    """Whether a name under `extends` is a file's, not a preset's."""
    return "/" in name or os.sep in name or name.endswith((".yml", ".yaml", ".toml"))
