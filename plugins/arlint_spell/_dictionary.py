"""Hunspell dictionaries: where they are found on this machine, and the library that reads them (chunspell, an extra)."""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

from arlint import Text

_SUFFIXES = (".aff", ".dic")

_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
    "/usr/lib/libreoffice/share/extensions/dict-ar",
    "/usr/lib64/libreoffice/share/extensions/dict-ar",
    "/opt/libreoffice*/share/extensions/dict-ar",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-ar",
    "C:/Program Files/LibreOffice/share/extensions/dict-ar",
)
"""Where Hunspell itself looks (`hunspell -D`), then package managers and LibreOffice. The folders of `$DICPATH` come before them."""

_NO_LIBRARY = Text(
    "القاعدة unknown-word تحتاج إلى المكتبة chunspell وهي غير مثبتة؛ ثبّتها: pip install \"arlint[spell]\"، أو عطّل القاعدة.",
    "rule unknown-word needs the library chunspell, which is not installed; install it: pip install \"arlint[spell]\", or switch it off.",
)
_NO_DICTIONARY = Text(
    "لا قاموس باسم «{name}» لبرنامج Hunspell في المجلدات المعتادة؛ ثبّته (مثل: apt install hunspell-ar، أو مع LibreOffice)، أو سمّ ملف "
    "dic في الخيار dictionary للقاعدة unknown-word.",
    "no Hunspell dictionary {name!r} in the usual folders; install one (as: apt install hunspell-ar, or with LibreOffice), or name its "
    "dic file in the option dictionary of rule unknown-word.",
)
_NO_FILE = Text(
    "لا قاموس في {name}؛ يلزم ملفان متجاوران لهما اسم واحد (aff وdic)؛ صحّح المسار.",
    "there is no dictionary {name}; it takes two files of one name, aff and dic, side by side; correct the path.",
)
_UNREADABLE = Text("تعذرت قراءة القاموس {name}: {error}", "the dictionary {name} cannot be read: {error}")
_NOT_ARABIC = Text(
    "القاموس {name} بترميز {error} الذي لا تُكتب به العربية؛ يلزم قاموس عربي، ويحسن أن يكون بترميز UTF-8.",
    "the dictionary {name} is encoded in {error}, which has no Arabic; an Arabic one is needed, best in UTF-8.",
)


class DictionaryError(Exception):
    """No dictionary can be used: what is missing and how to get it, in both languages."""

    def __init__(self, message: Text, name: str = "", error: str = "") -> None:
        args = {"name": name, "error": error}
        super().__init__(message.format("en", args))
        self.message = Text(message.format("ar", args), message.format("en", args))


class Dictionary:
    """An opened dictionary."""

    def __init__(self, speller: Any) -> None:
        self._speller = speller

    def __contains__(self, form: object) -> bool:
        """Whether the dictionary knows a word, by its own rules of what may be attached."""
        try:
            return isinstance(form, str) and bool(self._speller.spell(form))
        except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
            return False

    def near(self, form: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Dear: a fifth of a second a word in a large dictionary."""
        try:
            return tuple(self._speller.suggest(form))
        except UnicodeEncodeError:
            return ()


@lru_cache(maxsize=8)
def dictionary(name: str) -> Dictionary:
    """The dictionary of this name in the usual folders, or at this path where it has a slash in it. Raises DictionaryError."""
    try:
        library: Any = import_module("hunspell")
    except ImportError:
        raise DictionaryError(_NO_LIBRARY) from None
    path = _path(name)
    folder, stem = os.path.split(path)
    try:
        # Paths go to C++ as bytes; in the locale C the library would take them for ASCII.
        speller = library.Hunspell(stem, hunspell_data_dir=folder or ".", system_encoding=sys.getfilesystemencoding())
    except (OSError, UnicodeError) as error:
        raise DictionaryError(_UNREADABLE, path, str(error)) from None
    encoding = str(speller._dic_encoding)
    try:
        "ء".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        raise DictionaryError(_NOT_ARABIC, path, encoding) from None
    return Dictionary(speller)


def _path(name: str) -> str:
    """The path of a dictionary without the suffixes of its two files."""
    if "/" in name or os.sep in name:
        path = name.removesuffix(".dic").removesuffix(".aff")
        if all(os.path.isfile(path + suffix) for suffix in _SUFFIXES):
            return path
        raise DictionaryError(_NO_FILE, name)
    found = next(_named(name), None)
    if found is None:
        raise DictionaryError(_NO_DICTIONARY, name)
    return found


def _named(name: str) -> Iterator[str]:
    """The dictionaries of this name; where there is none, those of the language in a country, as `ar_EG` for `ar`."""
    from glob import escape, glob

    own = os.path.join(os.path.dirname(__file__), "dictionaries")
    given = filter(None, os.environ.get("DICPATH", "").split(os.pathsep))
    patterns = (*map(escape, given), *map(os.path.expanduser, _FOLDERS), escape(own))
    folders = [folder for pattern in patterns for folder in sorted(glob(pattern))]
    for file in (name, f"{name}_*"):
        for folder in folders:
            for path in sorted(glob(os.path.join(escape(folder), f"{file}.dic"))):
                if os.path.isfile(path.removesuffix(".dic") + ".aff"):
                    yield path.removesuffix(".dic")
