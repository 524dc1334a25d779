"""Parts of speech of English words, for sequences of Vale's style folders: by textblob, whose lexicon comes with it."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from ..records import NamedTuple

_UNIVERSAL = {
    "NOUN": ("NN", "NNS"), "PROPN": ("NNP", "NNPS"), "ADJ": ("JJ", "JJR", "JJS"), "ADV": ("RB", "RBR", "RBS", "WRB"),
    "VERB": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "AUX": ("MD",), "PRON": ("PRP", "PRP$", "WP", "WP$", "EX"),
    "DET": ("DT", "PDT", "WDT"), "ADP": ("IN",), "PART": ("TO", "RP", "POS"), "CCONJ": ("CC",), "NUM": ("CD",), "INTJ": ("UH",),
    "SYM": ("SYM", "$", "#"), "X": ("FW", "LS"),
}  # fmt: skip
_OF_PENN = {penn: name for name, tags in _UNIVERSAL.items() for penn in tags}


class Tag(NamedTuple):
    """The part of speech of a word, as the Penn Treebank and as Universal Dependencies name it."""

    penn: str
    universal: str


def is_available() -> bool:
    """Whether the library is installed."""
    return find_spec("textblob") is not None


@lru_cache(maxsize=1)
def _parser() -> Any:
    import warnings

    from textblob.en import parser  # a second, and only where a rule asks for parts of speech

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves the files of its lexicon to the garbage collector
        parser.find_tags(["a"])
    return parser


@lru_cache(maxsize=512)
def tags(words: Sequence[str]) -> tuple[Tag, ...]:
    """The tags of the words of a sentence, in their order."""
    found = [tag or "" for _, tag in _parser().find_tags(list(words))]
    return tuple(Tag(tag, _OF_PENN.get(tag, "PUNCT" if not word.isalnum() else "X")) for word, tag in zip(words, found, strict=True))
