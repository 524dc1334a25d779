"""What a command that reads files is asked for: the paths or standard input, the configuration in force, the language to speak."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..config import Given, Settings, read, settings
from ..discover import Found, discover, unsupported
from ..plugins import load
from ..report import Fault
from ..rules import Text
from ..rules.asleep import known
from ..run import Input
from .arguments import Options, UsageError
from .language import language

if TYPE_CHECKING:
    from argparse import Namespace

STDIN = "-"
_NAMELESS = "stdin.txt"

INPUTS: Options = {
    "paths": (
        Text("ملفات أو مجلدات؛ «-» يعني المدخل القياسي. الافتراضي: المجلد الحالي.", "files or folders; - is standard input. Default: ."),
        {"nargs": "*", "metavar": "PATH"},
    ),
    "--stdin-filename": (
        Text("اسم النص الآتي من المدخل القياسي؛ منه تُعرف صيغته.", "name of the text on standard input; its suffix tells the format."),
        {"metavar": "NAME"},
    ),
    # For callers that name files in batches, such as pre-commit: what is found in a file must not depend on which others came with it.
    "--per-file": (
        Text("كل ملف وحده، بلا القواعد التي تقارن الملفات.", "each file by itself, without the rules that compare files."),
        {"action": "store_true"},
    ),
}
"""The arguments by which files are named."""


class Request:
    """`paths` are those that were named, the working folder if none was; `piped` says that the text comes on standard input."""

    def __init__(self, paths: tuple[str, ...], piped: bool, settings: Settings, lang: str) -> None:
        self.paths = paths
        self.piped = piped
        self.settings = settings
        self.lang = lang

    def files(self) -> list[Found | Fault]:
        """What is to be read. None where every file that was named is excluded, as pre-commit wants it.

        Raises UsageError where a folder holds nothing to read.
        """
        found = list(self.found())
        folders = [] if self.piped else [path for path in self.paths if os.path.isdir(path)]
        if folders and not found:
            raise UsageError(self._nothing(folders).in_(self.lang))
        return found

    def source(self) -> Input:
        """How the files are read. Reads standard input."""
        registry, most = self.settings.registry, self.settings.max_bytes
        if self.piped and sys.stdin is None:
            closed = Text("المدخل القياسي مغلق، فلا نص يُقرأ منه.", "Standard input is closed; there is no text to read.")
            raise UsageError(closed.in_(self.lang))
        contents = {self.paths[0]: sys.stdin.buffer.read(most + 1)} if self.piped else {}
        names = frozenset((rule.id, rule.code) for rule in known(registry.rules).values())
        return Input(registry.formats, most, contents, names, self._died)

    def _died(self) -> None:
        """Say that a process was killed. Nothing is missing because of it: a file that kills another is a fault."""
        said = Text("أُنهيت إحدى العمليات قسرا؛ تُفحص ملفاتها مرة أخرى.", "A process was killed; its files are checked again.")
        print(said.in_(self.lang), file=sys.stderr)

    def found(self) -> Iterator[Found | Fault]:
        """The files that are there now."""
        if not self.piped:
            yield from discover(self.paths, self.choose, self._by_suffix, self.settings.excluded)
        # A name for standard input need not exist. One that nobody gave is no path that could be excluded.
        elif self.paths[0] == _NAMELESS or not self.settings.excluded(self.paths[0]):
            yield self.choose(self.paths[0], True) or unsupported(self.paths[0], self._by_suffix)

    def choose(self, path: str, named: bool) -> Found | None:
        """How the file at a path is read, whether it exists or not; None where it has no format."""
        name = self.settings.format_of(path) if self.settings.formats else None
        names = (name,) if name else self._by_suffix.get(_suffix(path))
        return Found(path, names[0], self.settings.fields_for(path) if self._has_fields else (), names[1:], named) if names else None

    @cached_property
    def _has_fields(self) -> bool:
        return any(layer.fields for layer in self.settings.layers)

    @cached_property
    def _by_suffix(self) -> dict[str, tuple[str, ...]]:
        by_suffix: dict[str, tuple[str, ...]] = {}
        for fmt in self.settings.registry.formats.values():
            by_suffix.update((suffix, (*by_suffix.get(suffix, ()), fmt.name)) for suffix in fmt.suffixes)
        return by_suffix

    def _nothing(self, folders: Sequence[str]) -> Text:
        known = " ".join(sorted(self._by_suffix))
        names = ", ".join(folders)
        return Text(
            f"لا ملفات تُفحص في {names}؛ يفحص arlint الملفات: {known}. راجع المسار، وراجع include وexclude في الإعدادات.",
            f"nothing to check in {names}; arlint reads: {known}. Check the path, and include and exclude in the configuration.",
        )


def _suffix(path: str) -> str:
    """As `os.path.splitext`, in small letters; asked for each file of an archive."""
    dot = path.rfind(".")
    return path[dot:].lower() if dot > max(path.rfind(os.sep), path.rfind("/")) + 1 else ""


def requested(args: "Namespace", lang: str, given: Given) -> Request:
    """What these arguments ask for. Raises UsageError, ConfigError and PluginError."""
    piped = args.stdin_filename is not None or STDIN in args.paths
    if piped and any(path != STDIN for path in args.paths):
        alone = Text(
            "لا يُفحص المدخل القياسي مع ملفات أخرى؛ افحصه وحده.",
            "Standard input cannot be checked together with files; check it by itself.",
        )
        raise UsageError(alone.in_(lang))
    if "" in args.paths:  # which is the working folder for the system, and all that is in it
        empty = Text("أحد المسارات فارغ؛ لعله متغير لا قيمة له.", "A path is empty; it may be a variable that is not set.")
        raise UsageError(empty.in_(lang))
    named = (args.stdin_filename or _NAMELESS,) if piped else tuple(args.paths)
    asked = read(named, args.config, args.project_root)
    force = settings(asked, load(asked.wanted), given)._replace(alone=getattr(args, "per_file", False))
    return Request(named or (".",), piped, force, language(args, force, lang))
