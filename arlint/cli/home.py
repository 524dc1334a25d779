"""Where a new rule belongs: in the package of a plugin's distribution, or in the folder of a newsroom's own plugins."""

import os
import re

from ..config import ConfigError, Mistake, Place
from ..config.files import NAMES, PYPROJECT
from ..config.reading import Read
from ..discover import shown
from ..plugins import Registry
from ..records import NamedTuple
from ..rules import Text

_FOLDER = "rules"
_HOUSE = "HOUSE"
_CODE = re.compile(r"^    code = \"([A-Z]+)(\d+)\"", re.MULTILINE)


class Home(NamedTuple):
    """A folder for rules. `configuration` is the file to write so that arlint reads the folder, `unlisted` one that is there and lacks it.

    `name` is that of the plugin, empty for a newsroom's own folder; `listed` is the folder as these files would name it.
    """

    folder: str
    name: str = ""
    configuration: str = ""
    unlisted: str = ""
    listed: str = ""

    def code(self, registry: Registry) -> str:
        """A code that no rule has: the next one of the rules in the folder, or the first of a category of its own."""
        files = [os.path.join(self.folder, name) for name in _listed(self.folder) if name.endswith(".py")]
        codes = [match.groups() for file in files for match in _CODE.finditer(_text(file))]
        category = codes[-1][0] if codes else category_of(self.name, registry) if self.name else _HOUSE
        taken = {int(number) for name, number in codes if name == category}
        taken |= {int(rule.code[len(category) :]) for rule in registry.rules.values() if rule.category() == category}
        return f"{category}{max(taken, default=0) + 1:03}"

    def tests(self, rule: str) -> str:
        """The command that tests the rule."""
        return "pytest" if self.name else f"arlint test {rule}"


def category_of(plugin: str, registry: Registry) -> str:
    """The letters of the codes of a new plugin, which no other has: `DES` for `desk`."""
    letters = re.sub("[^a-z]", "", plugin).upper()
    known = {rule.category() for rule in registry.rules.values()}
    short = (letters[:length] for length in (3, 4, 5, 6) if len(letters) >= 2)
    return next((one for one in short if one not in known), f"{(letters or 'P')[:3]}X")


def home(to: str | None, asked: Read) -> Home:
    """The folder that is named, else the package of the distribution that the working folder is in, else the newsroom's own.

    Raises ConfigError where there is more than one to choose from.
    """
    if to is not None:
        if not os.path.isfile(os.path.join(to, "__init__.py")):
            return _newsroom(asked, to)
        return Home(os.path.normpath(to), os.path.basename(os.path.abspath(to)).removeprefix("arlint_"))
    packages = _packages(os.getcwd())
    if len(packages) > 1:
        names = ", ".join(shown(folder) for _, folder in packages)
        said = Text(
            f"في هذه التوزيعة إضافات عدة؛ سمّ مجلد إحداها بعد --to: {names}.",
            f"this distribution has several plugins; name one with --to: {names}.",
        )
        raise ConfigError([Mistake(Place("command", "new"), said)])
    if packages:
        return Home(shown(packages[0][1]), packages[0][0])
    return _newsroom(asked, None)


def _newsroom(asked: Read, to: str | None) -> Home:
    """A folder that is named, else the first one that the configuration names, else `rules/` beside the configuration."""
    folders = [path for path in asked.wanted.paths if not path.endswith(".py")]
    if to is None and folders:
        return Home(shown(folders[0]))
    folder = shown(os.path.normpath(to or os.path.join(asked.root, _FOLDER)))
    if any(os.path.realpath(folder) == os.path.realpath(one) for one in folders):
        return Home(folder)
    listed = f"{os.path.relpath(folder, asked.root).replace(os.sep, '/')}/"
    if asked.file is None:
        return Home(folder, configuration=shown(os.path.join(asked.root, NAMES[0])), listed=listed)
    return Home(folder, unlisted=shown(asked.file), listed=listed)


def _packages(folder: str) -> list[tuple[str, str]]:
    """Name and folder of the plugins in the distribution that a folder belongs to; none where it belongs to none."""
    while not os.path.isfile(os.path.join(folder, PYPROJECT)):
        above = os.path.dirname(folder)
        if above == folder:
            return []
        folder = above
    import tomli

    try:
        points = tomli.loads(_text(os.path.join(folder, PYPROJECT)))["project"]["entry-points"]["arlint"]
    except (tomli.TOMLDecodeError, KeyError, TypeError):
        return []
    found = []
    for name, value in points.items():
        parts = str(value).partition(":")[0].split(".")
        inside = next((path for root in ("", "src", "plugins") if os.path.isdir(path := os.path.join(folder, root, *parts))), None)
        if inside:
            found.append((name, inside))
    return found


def _listed(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
