"""spelling: words that a Hunspell dictionary does not know."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any

from ..document import Document
from ..rules import Edit, Finding, Text, option
from .messages import MOST, listed, listed_in_arabic
from .patterns import Clock, compiled
from .rule import ExceptingRule
from .scopes import units

_FILTERS = (r"[A-Z]{1}[a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_'’-]", r"^[^\w]+$")
"""What is no ordinary word of English: acronyms, camel case, numbers. Left out with `custom: true`."""

_PART = r"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+"
"""A part of an identifier: `HTTP`, `Server` and `name` in `HTTPServer_name`."""

_PART_LENGTH = 3
"""So many letters a part has at least that is looked at."""

_WORD = r"[\p{L}\p{N}_]+(?:['’\-][\p{L}\p{N}_]+)*"
_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/Library/Spelling")


_MOST = 5  # suggestions


class Spelling(ExceptingRule):
    """كلمات لا يعرفها قاموس Hunspell. والقواميس ما تسميه القاعدة، وإلا فقواميس النظام للإنجليزية.

    Words that a Hunspell dictionary does not know. The dictionaries are those that the rule names, else the system's for English.
    """

    patterns = ("filters",)
    cacheable = False  # its dictionaries may change

    custom: bool = option(
        False, ar="بلا المرشحات المعتادة للأسماء المختصرة والأرقام.", en="Without the usual filters for acronyms and numbers."
    )
    filters: list[str] = option([], ar="أنماط كلمات لا تُفحص.", en="Patterns of words that are not looked at.")
    ignore: str | list[str] = option([], ar="ملفات فيها كلمات مقبولة، كلمة في السطر.", en="Files of words that are accepted, one a line.")
    dictionaries: list[str] = option([], ar="أسماء القواميس.", en="The names of the dictionaries.")
    dicpath: str = option("", ar="مجلد القواميس.", en="The folder of the dictionaries.")
    dic: str = option("", ar="ملف dic.", en="A dic file.")
    aff: str = option("", ar="ملف aff.", en="Its aff file.")
    append: bool = option(False, ar="مع القاموس المعتاد.", en="Together with the usual dictionary.")
    split: bool = option(
        False,
        ar="تُفحص أجزاء المعرّفات مثل getName، كل جزء في موضعه.",
        en="Look at the parts of identifiers such as getName, each at its place.",
    )

    @cached_property
    def _paths(self) -> list[str]:
        """The dictionaries without their suffixes, those that do not exist as they were named."""
        if self.dic and self.aff:
            return [_found(self.root, self.dic.removesuffix(".dic"), ())]
        folders = tuple(filter(None, (self.dicpath, os.environ.get("DICPATH", ""))))
        named = [_found(self.root, name, folders) for name in self.dictionaries]
        return [*named, *([_found(self.root, "en_US", folders)] if self.append or not named else [])]

    def lacking(self) -> Text | None:
        """A dictionary that is not here, or the library that reads dictionaries; or as any rule of this kind."""
        if wrong := super().lacking():
            return wrong
        try:
            import_module("hunspell")
        except ImportError:
            return Text(
                f'القاعدة {self.id} تحتاج إلى المكتبة chunspell؛ pip install "arlint[spell]"، أو عطّلها ({self.id}: off).',
                f'rule {self.id} needs the library chunspell; pip install "arlint[spell]", or switch it off ({self.id}: off).',
            )
        missing = next((path for path in self._paths if not os.path.isfile(f"{path}.dic")), None)
        if missing is None:
            return None
        return Text(
            f"لا قاموس باسم «{missing}» للقاعدة {self.id}؛ ضع ملفيه في config/dictionaries أو ثبّته، أو عطّلها ({self.id}: off).",
            f"there is no dictionary {missing!r} for rule {self.id}; put its dic and aff into config/dictionaries, install it, "
            f"or switch the rule off ({self.id}: off).",
        )

    @cached_property
    def _ignored(self) -> frozenset[str]:
        words: set[str] = set()
        for name in [self.ignore] if isinstance(self.ignore, str) else self.ignore:
            for path in (os.path.join(self.root, name), os.path.join(self.root, "config", "ignore", name), name):
                if os.path.isfile(path):
                    with open(path, encoding="utf-8", errors="replace") as file:
                        words.update(line.strip().casefold() for line in file)
                    break
        return frozenset(words)

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every word that no dictionary knows."""
        known: dict[str, bool] = {}
        meant: dict[str, list[str]] = {}
        suggests = self.action.get("name") == "suggest" and "spellings" in (self.action.get("params") or ())
        for text, start in units(document, self.where_to_look):
            for match in clock.matches(compiled(_WORD), text, start):
                for word, at in self._parts(match.group(), clock):
                    if word not in known:
                        known[word] = self._knows(word, clock)
                    if not known[word]:
                        if suggests and word not in meant:
                            meant[word] = [one for path in self._paths for one in _suggested(_speller(path), word)][:_MOST]
                        first, words = start + match.start() + at, meant.get(word, [])
                        # Of several only a person can choose.
                        said = (word, listed(words), *[""] * (MOST - 3), listed_in_arabic(words))
                        last = first + len(word)
                        yield self.said(first, last, said, [Edit(first, last, words[0])] if len(words) == 1 else ())

    def _parts(self, word: str, clock: Clock) -> Iterator[tuple[str, int]]:
        """What is looked at of a word, with its offset: the word, or, where it is an identifier to be split, its parts but acronyms."""
        parts = [(part.group(), part.start()) for part in clock.matches(compiled(_PART), word)] if self.split else []
        if not parts or parts == [(word, 0)] or "'" in word or "’" in word:
            yield word, 0
            return
        yield from ((part, at) for part, at in parts if len(part) >= _PART_LENGTH and part != part.upper())

    @cached_property
    def _filters(self) -> list[Any]:
        usual = () if self.custom else _FILTERS[-2:] if self.split else _FILTERS
        return [compiled(one) for one in (*self.filters, *usual)]

    @cached_property
    def _allowed(self) -> list[Any]:
        return [compiled(f"^(?:{one})$", True) for one in (*self.exceptions, *(self.accepted if self.vocab else ()))]

    def _knows(self, word: str, clock: Clock) -> bool:
        """Whether a word is ignored, accepted, no word for a dictionary, or in one."""
        return (
            word.casefold() in self._ignored
            or any(next(clock.matches(one, word), None) for one in self._filters)
            or any(_knows(_speller(path), word) for path in self._paths)
            or any(next(clock.matches(one, word), None) for one in self._allowed)
        )


@lru_cache(maxsize=8)
def _speller(path: str) -> Any:
    library: Any = import_module("hunspell")
    folder, stem = os.path.split(path)
    return library.Hunspell(stem, hunspell_data_dir=folder or ".", system_encoding=sys.getfilesystemencoding())


def _knows(speller: Any, word: str) -> bool:
    try:
        return bool(speller.spell(word.replace("’", "'")))
    except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
        return False


def _suggested(speller: Any, word: str) -> Sequence[str]:
    try:
        return tuple(speller.suggest(word.replace("’", "'")))
    except UnicodeEncodeError:
        return ()


def _found(root: str, name: str, folders: tuple[str, ...]) -> str:
    places = (os.path.join(root, "config", "dictionaries"), root, *folders, *_FOLDERS, "")
    return next((path for place in places if os.path.isfile(f"{(path := os.path.join(place, name))}.dic")), name)
