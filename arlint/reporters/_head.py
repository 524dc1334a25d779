"""What reporters for people have in common: names, messages and levels as they stand on a terminal or in a pipe."""

from functools import lru_cache

from ..report import Diagnostic, Fault, RelatedPlace, Style
from ..rules import Text
from .bidi import isolated, visible

_LEVELS = {"error": "31", "warning": "33", "suggestion": "36"}
_BOLD, _DIM = "1", "2"


def painted(text: str, code: str, style: Style) -> str:
    """The text in a colour or face, by its ANSI number."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.color else text


def term(text: str, style: Style) -> str:
    """A word or stretch of text taken from somewhere: it keeps its place in the line, and nothing in it is hidden or acts."""
    shown = visible(text, blanks=True, isolates=style.isolates)
    return isolated(shown) if style.isolates else shown


def spoken(sentence: str, style: Style) -> str:
    """A whole sentence after something else."""
    return isolated(sentence) if style.isolates else sentence


@lru_cache(maxsize=64)
def path_of(path: str, style: Style) -> str:
    """A path as it is shown."""
    shown = painted(visible(path, isolates=style.isolates), _BOLD, style)
    return isolated(shown) if style.isolates else shown


def message(diagnostic: Diagnostic, style: Style) -> str:
    """The diagnostic's sentence in the user's language, with every term in isolates where there are isolates."""
    args = diagnostic.args
    said = diagnostic.message, tuple(args.items()), tuple(map(type, args.values())), style  # 1 and True are not written alike
    try:
        return _message(*said)
    except TypeError:  # an argument that cannot be hashed
        return _message.__wrapped__(*said)


@lru_cache(maxsize=8192)
def _message(message: Text, args: tuple[tuple[str, object], ...], types: tuple[type, ...], style: Style) -> str:
    # The same words are wrong in many articles.
    return spoken(message.format(style.lang, dict(args), lambda value: term(value, style)), style)


def rule_of(diagnostic: Diagnostic, style: Style) -> str:
    """`warning SPL001 inconsistent-spelling`."""
    if not style.color:
        return f"{diagnostic.level} {diagnostic.rule.code} {diagnostic.rule.id}"
    level = painted(diagnostic.level, _LEVELS[diagnostic.level], style)
    return f"{level} {painted(diagnostic.rule.code, _DIM, style)} {diagnostic.rule.id}"


def head(diagnostic: Diagnostic, style: Style) -> str:
    """`path:line:column: level CODE rule message`, on one line whatever the message is about."""
    place = f"{path_of(diagnostic.path, style)}:{diagnostic.line}:{diagnostic.column}"
    return f"{place}: {rule_of(diagnostic, style)} {message(diagnostic, style)}"


def related(place: RelatedPlace, style: Style) -> str:
    """`path:line:column: message`."""
    said = spoken(visible(place.message.in_(style.lang), isolates=style.isolates), style)
    return f"{path_of(place.path, style)}:{place.line}:{place.column}: {said}"


def failure(fault: Fault, style: Style) -> str:
    """`path: message`: a file that could not be read, or a rule that broke down in it."""
    said = painted(visible(fault.message.in_(style.lang), isolates=style.isolates), _LEVELS["error"], style)
    return f"{path_of(fault.path, style)}: {spoken(said, style)}"
