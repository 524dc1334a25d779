"""The styles and vocabularies that a configuration of Vale uses, as paths."""

import os
from collections.abc import Iterator, Sequence

from ..config import ConfigError, Mistake, Place
from ..discover import shown
from ..rules import Text
from .vale_ini import Section
from .vale_skips import listed


def vocabularies(root: str, names: Sequence[str], kind: str) -> Iterator[str]:
    """The files of vocabularies that are there, of a kind: `accept` or `reject`."""
    for name in names:
        for folder in (("config", "vocabularies"), ("Vocab",)):
            path = os.path.join(root, *folder, name, f"{kind}.txt")
            if root and os.path.isfile(path):
                yield path
                break


def styles_of(root: str, sections: Sequence[Section], file: str) -> list[str]:
    """The paths of the styles and rules that are used: the folder of all styles, or what is used of it where that is not all.

    What is not used may hold mistakes, as far as Vale is concerned: it is never read. Raises ConfigError for a style that is not there.
    """
    if not root:
        return []
    based = {name for section in sections for name in listed(section.get("BasedOnStyles"))}
    named = {name for section in sections for name, said in section.rules() if said != "off"}
    files = {f"{name.replace('.', '/')}.yml" for name in named if name.partition(".")[0] not in based}
    for section in sections:
        for key, value, line in section.keys:
            for name in listed(value) if key == "BasedOnStyles" else ():
                if name not in ("Vale", "NONE") and not os.path.isdir(os.path.join(root, name)):
                    missing = Text(
                        f"لا أسلوب باسم «{name}» في StylesPath؛ صحّح BasedOnStyles، أو نزّله أولا (vale sync).",
                        f"there is no style {name!r} in StylesPath; correct BasedOnStyles, or fetch it first (vale sync).",
                    )
                    raise ConfigError([Mistake(Place("file", shown(file), line, 1), missing)])
    used = sorted(one for one in {*based, *files} if os.path.exists(os.path.join(root, one)))
    there = {one for one in os.listdir(root) if os.path.isdir(os.path.join(root, one)) and one.lower() not in ("config", "vocab")}
    return [root] if there <= set(used) else [f"{root}/./{one}" for one in used]
