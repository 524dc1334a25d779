"""Reading what is imported, and writing YAML."""

import json
import os
from collections.abc import Iterable

from ..config import ConfigError, Mistake, Place
from ..config.scalars import scalar
from ..discover import shown
from ..refusals import arabic
from ..rules import Text


def text_of(path: str) -> str:
    """What stands in a file of UTF-8, or of UTF-16 with a byte-order mark as spreadsheets write it. Raises ConfigError."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except OSError as error:
        said = Text(f"تعذرت قراءة الملف: {arabic(error)}.", f"the file cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        said = Text("الملف ليس بترميز UTF-8؛ احفظه به.", "the file is not in UTF-8; save it as UTF-8.")
    raise ConfigError([Mistake(Place("file", shown(path)), said)])


def sequence(values: Iterable[str]) -> str:
    """Texts as a list of YAML on one line."""
    return f"[{', '.join(map(quoted, values))}]"


def quoted(value: str) -> str:
    """A text as it stands in YAML on one line."""
    import re

    plain = re.fullmatch(r"[\w/](?:[\w ./-]*[\w./-])?", value) and scalar(value) == value
    return value if plain else json.dumps(value, ensure_ascii=False)


def relative(path: str, folder: str) -> str:
    """A path as a file in that folder names it."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path
