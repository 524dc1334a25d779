"""Style files: which YAML files hold rules, and the rules in them, read once and kept for as long as no file changes."""

import os
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from ..discover import shown
from ..kept import kept, stamp
from ..records import NamedTuple
from ..rules import AnyRule, Text
from .node import Entry, Node, node_of, plain
from .place import Mistake, Place, beside
from .reading import RULES_FOLDER
from .setting import strings
from .shape import ACCEPT, EXCLUDE, REJECT, RULES, STYLES, VOCABULARY

_READERS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "styles")
_SUFFIXES = (".yml", ".yaml", ".csv")

_NO_RULES = frozenset(("config", "vocab"))
"""Folders of a style path, in lower case, that hold word lists, dictionaries and scripts."""


class Source(NamedTuple):
    """A style file: its path, and the name that its rules' ids begin with (empty for none)."""

    path: str
    style: str


class Asked(NamedTuple):
    """What configuration files say of styles: folders and files with the place that names them, rules written in the configuration
    itself, words that are accepted or rejected. `strict`: a file that holds no rule is a mistake."""

    paths: tuple[tuple[str, Place], ...] = ()
    inline: tuple[tuple[str, Entry], ...] = ()
    accept: tuple[tuple[str, Place], ...] = ()
    reject: tuple[tuple[str, Place], ...] = ()
    said: bool = False

    def with_(self, node: Node) -> "Asked":
        """This, and what another file says."""
        rules = node.entries[RULES.name].node.entries if RULES.name in node.entries else {}
        return Asked(
            (*self.paths, *strings(node, STYLES)),
            (*self.inline, *((name, entry) for name, entry in rules.items() if defines(entry.node))),
            (*self.accept, *strings(node, ACCEPT)),
            (*self.reject, *strings(node, REJECT)),
            self.said or STYLES.name in node.entries,
        )


class Styled(NamedTuple):
    """What was read: the rules, the house lists that lie among the rules, the folders and files that were read, and what is wrong."""

    rules: tuple[type[AnyRule], ...]
    lists: tuple[str, ...]
    folders: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def defines(node: Node) -> bool:
    """Whether a mapping under `rules` defines a rule, and does not only set one."""
    return "extends" in node.entries


def styled(asked: Asked, folder: str, strict: bool = True) -> Styled:
    """The rules of a configuration that lies in this folder. Without `strict`, files among `rules/` that hold no rule are passed over."""
    mistakes: list[Mistake] = []
    roots = [(beside(place, path), place) for path, place in asked.paths]
    if not asked.said and os.path.isdir(os.path.join(folder, RULES_FOLDER)):
        roots = [(os.path.join(folder, RULES_FOLDER), Place("default"))]
    elif not (roots or asked.inline or asked.accept or asked.reject):
        return Styled((), (), (), ())
    sources: list[Source] = []
    lists: list[str] = []
    for path, place in roots:
        if not os.path.exists(path):
            said = Text(f"لا يوجد ملف ولا مجلد باسم {path}؛ صحّح styles.", f"there is no {path}; correct 'styles'.")
            mistakes.append(Mistake(place, said))
            continue
        found = list(_files(path))
        sources += [one for one in found if not one.path.endswith(".csv")]
        lists += [one.path for one in found if one.path.endswith(".csv")]
    accept, reject = (_words(given, mistakes) for given in (asked.accept, asked.reject))
    roots = list({_parted(path)[0]: (_parted(path)[0], place) for path, place in roots}.values())
    folders = tuple(os.path.abspath(path) for path, _ in roots if os.path.exists(path))
    specs, listed, problems = _kept(sources, roots, asked, strict)
    mistakes += [Mistake(_place(path, line, column), Text(ar, en)) for path, line, column, ar, en in problems]
    if not specs and not accept and not reject:
        return Styled((), (*lists, *listed), folders if lists or listed else (), tuple(mistakes))
    from ..styles import Spec, built
    from .style_file import of_vocabulary

    made = tuple(built(Spec(*spec)._replace(where=_shown(spec[10])), accept) for spec in (*specs, *of_vocabulary(accept, reject)))
    return Styled(made, (*lists, *listed), folders, tuple(mistakes))


def consequences(found: Styled, place: Place) -> Iterator[tuple[str, Node]]:
    """What follows for the rest of the configuration, each piece with the folder that it speaks of: house lists that lie among the rules
    are vocabularies, and neither they nor rule files are articles to be checked."""
    for folder in found.folders:
        above, name = os.path.split(folder)
        patterns = [f"/{name}/**/*{suffix}" for suffix in _SUFFIXES] if os.path.isdir(folder) else [f"/{name}"]
        yield above, node_of({EXCLUDE.name: patterns}, place)
    if found.lists:
        yield "", node_of({VOCABULARY.name: [os.path.abspath(path) for path in found.lists]}, place)


def _shown(where: str) -> str:
    path, _, rest = where.partition("\0")
    return f"{shown(path)}:{rest}" if path else rest


def _place(path: str, line: int, column: int) -> Place:
    return Place("file", shown(path), line, column)


def _parted(path: str) -> tuple[str, str]:
    """The folder of all styles, and the part of it that is wanted (empty for all): `a/./b` is `b` of the styles in `a`."""
    root, _, inner = path.replace(os.sep, "/").partition("/./")
    return (root, inner) if inner else (path, "")


def _files(path: str) -> Iterator[Source]:
    """The style files under a folder, in order, each with the style that it belongs to."""
    root, inner = _parted(path)
    if os.path.isfile(path):
        yield Source(os.path.abspath(path), os.path.dirname(inner).replace("/", "."))
        return
    top = os.path.basename(os.path.abspath(root))
    for folder, folders, names in os.walk(os.path.join(root, inner) if inner else root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not (folder == root and name.lower() in _NO_RULES))
        inner = os.path.relpath(folder, root)
        style = (top if top.lower() not in ("rules", "styles") else "") if inner == "." else inner.replace(os.sep, ".")
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and not name.startswith("."):
                yield Source(os.path.join(os.path.abspath(folder), name), style)


def _words(given: Sequence[tuple[str, Place]], mistakes: list[Mistake]) -> tuple[str, ...]:
    """The words, those of the files that are named among them; a line that begins with # says nothing."""
    words: list[str] = []
    for word, place in given:
        if not word.endswith(".txt"):
            words.append(word)
            continue
        try:
            with open(beside(place, word), encoding="utf-8-sig") as file:
                words += [line.strip() for line in file if line.strip() and not line.startswith("#")]
        except (OSError, UnicodeDecodeError) as error:
            from ..refusals import arabic

            ar, en = (arabic(error), error.strerror) if isinstance(error, OSError) else ("ليس بترميز UTF-8", "it is not in UTF-8")
            mistakes.append(Mistake(place, Text(f"تعذرت قراءة {word}: {ar}.", f"{word} cannot be read: {en}.")))
    return tuple(dict.fromkeys(words))


def _own_files() -> list[tuple[int, int, int]]:
    """The state of arlint's own files that decide what a style file means: another version reads the files anew."""
    folders = _READERS, os.path.join(os.path.dirname(__file__), "style_file")
    paths = [os.path.join(folder, name) for folder in folders for name in sorted(os.listdir(folder)) if name.endswith(".py")]
    return [stamp(path)[1:] for path in paths]


def _kept(
    sources: Sequence[Source], roots: Sequence[tuple[str, Place]], asked: Asked, strict: bool
) -> tuple[list[tuple[Any, ...]], list[str], list[tuple[str, int, int, str, str]]]:
    """Specs, the paths of house lists, and problems, in plain values."""
    if not sources and not asked.inline:
        return [], [], []

    def read() -> tuple[list[tuple[Any, ...]], list[str], list[tuple[str, int, int, str, str]]]:
        from .style_file import read_all

        return read_all([tuple(one) for one in sources], [os.path.abspath(path) for path, _ in roots], asked.inline, strict)

    from .scope_names import scope_files

    inline = [(name, tuple(entry.key), plain(entry.node)) for name, entry in asked.inline]
    folders = [os.path.abspath(path) for path, _ in roots]
    scopes = [stamp(path) for path in scope_files(folders)]
    key = (_own_files(), strict, [(one.style, *stamp(one.path)) for one in sources], folders, inline, *scopes)
    digest = crc32(repr((os.getcwd(), [path for path, _ in roots], [name for name, _ in asked.inline])).encode("utf-8", "surrogatepass"))
    return kept(f"styles-{digest:08x}", key, read)
