"""Arabic dictionaries for Hunspell: where they are found on this machine, and what is said where they are not."""

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from arlint import Text
from arlint.hunspell import Dictionary

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


@lru_cache(maxsize=8)
def dictionary(name: str) -> Dictionary:
    """The dictionary of this name in the usual folders, or at this path where it has a slash in it. Raises DictionaryError."""
    try:
        import_module("hunspell")
    except ImportError:
        raise DictionaryError(_NO_LIBRARY) from None
    path = _path(name)
    try:
        found = Dictionary(path)
    except (OSError, UnicodeError) as error:
        raise DictionaryError(_UNREADABLE, path, str(error)) from None
    try:
        "ء".encode(found.encoding)
    except (LookupError, UnicodeEncodeError):
        raise DictionaryError(_NOT_ARABIC, path, found.encoding) from None
    return found


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
