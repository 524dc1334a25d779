"""Pieces of HTML: text that shows as it is, whatever it holds, and terms that keep their place in a sentence."""

from html import escape

from ...arabic.lazy import regex
from ...report import Diagnostic
from ...rules import Level, Text
from .._names import LEVEL_NAMES
from ..bidi import visible

_NAME = regex(r"‹(U\+[0-9A-F]{4,6})›")
_CODE = regex(r"(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)")
_OPEN, _CLOSE = "\x02", "\x03"  # no text that is made visible holds them


def text(said: str, *, blanks: bool = False) -> str:
    """The text, escaped; characters that nobody can see, or that act, are named."""
    return _named(escape(visible(said, blanks=blanks)))


def term(said: str) -> str:
    """A word or stretch of text taken from somewhere, for a sentence that goes through `sentence`."""
    return f"{_OPEN}{visible(said, blanks=True)}{_CLOSE}"


def sentence(said: str) -> str:
    """A sentence, its terms apart from it."""
    return _named(escape(said)).replace(_OPEN, "<bdi>").replace(_CLOSE, "</bdi>")


def message(diagnostic: Diagnostic, lang: str) -> str:
    """The diagnostic's sentence."""
    return sentence(diagnostic.message.format(lang, diagnostic.args, term))


def prose(said: str) -> str:
    """A paragraph of a rule's page, its `code` as code."""
    return _CODE.sub(lambda match: f"<code>{match[2]}</code>", text(said))


def example(marked: str) -> str:
    """An example of a rule, the places that it reports marked."""
    return text(marked.replace("\n", "⏎")).replace("⏎", "<br>").replace("⟦", '<mark class="error">').replace("⟧", "</mark>")


def number(count: int, lang: str) -> str:
    """A number in the user's numerals."""
    return Text("{n}", "{n}").format(lang, {"n": count})


def badge(level: Level, count: int, lang: str) -> str:
    """The name of a level and how often it was found."""
    return element("span", f"{text(LEVEL_NAMES[level].in_(lang))} {element('b', number(count, lang))}", class_=f"badge {level}")


def element(name: str, content: str = "", **attributes: object) -> str:
    """An element with its content, which is HTML, and its attributes, which are not: None leaves one out, True gives no value.

    `class_` stands for `class`, `data_rule` for `data-rule`.
    """
    listed = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    return f"<{name}{listed}>{content}</{name}>"


def _attribute(name: str, value: object) -> str:
    return f" {name}" if value is True else f' {name}="{escape(visible(str(value)))}"'


def _named(escaped: str) -> str:
    return _NAME.sub(r'<bdi class="unseen">\1</bdi>', escaped) if "‹U+" in escaped else escaped
