"""From the paths of a run to the files of its configuration, in the order in which they apply, and to the plugins they ask for.

This is all that can be known before plugins are loaded; their rules and presets are needed for the rest.
"""

import os
from collections.abc import Sequence

from ..plugins import Wanted
from ..records import NamedTuple
from ..rules import Text
from . import files
from .node import Node
from .place import ConfigError, Mistake, Place

RULES_FOLDER = "rules"
"""The folder of rules without code that is read without being named, beside the configuration or in the working folder."""


class Part(NamedTuple):
    """A piece of configuration to apply: a file's tree, or a preset that is still to be looked up (`node` is None).

    `place` is where the piece is asked for; patterns of paths in it are relative to `root`.
    """

    name: str
    place: Place
    root: str
    node: Node | None = None


class Read(NamedTuple):
    """What was read before plugins are loaded. `file` is the main file, None where there is none; `root` the folder of the project."""

    file: str | None
    root: str
    parts: tuple[Part, ...]
    wanted: Wanted
    mistakes: tuple[Mistake, ...]
    unread: bool = False
    """Whether some rules of styles could not be read."""


def read(paths: Sequence[str] = (), config: str | None = None, project_root: str | None = None) -> Read:
    """The configuration of a run over these paths: `config` if given, else the one in `project_root`, else the nearest one upward.

    Raises ConfigError where a file is not there or cannot be read; other mistakes are gathered, to be raised with what is still to come.
    """
    if project_root is not None and not os.path.isdir(project_root):
        missing = Text(f"لا يوجد مجلد باسم {project_root}؛ صحّح المسار.", f"there is no folder {project_root}; correct the path.")
        raise ConfigError([Mistake(Place("command", "--project-root"), missing)])
    file = config
    if config is None:
        file = files.in_folder(project_root) if project_root is not None else files.nearest(next(iter(paths), "."))
    base = project_root if project_root is not None else os.path.dirname(os.path.abspath(file)) if file else "."
    root = os.path.abspath(base)
    if file is None and not os.path.isdir(os.path.join(root, RULES_FOLDER)):
        return Read(None, root, (), Wanted(), ())
    from .chain import Chain  # most runs have no configuration, and need not know what may stand in one
    from .styles import consequences, styled

    chain = Chain()
    parts = tuple(chain.parts(files.read(file, Place("command", "--config")), (), root)) if file else ()
    folder = os.path.dirname(os.path.abspath(file)) if file else root
    found = styled(chain.asked, folder, strict=file is not None)
    place = Place("default")
    lists = tuple(Part("rules", place, where or root, node) for where, node in consequences(found, place))
    mistakes = (*chain.mistakes, *found.mistakes)
    return Read(file, root, (*lists, *parts), chain.wanted._replace(rules=found.rules), mistakes, bool(found.mistakes))
