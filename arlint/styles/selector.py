"""Selectors: which parts of a document a rule looks at, as Vale names them, and those that a news desk knows.

A selector is one or more names joined with `&`, each of them possibly negated with `~`; a scope is a list of selectors, of which one
must fit. Parts of a name joined with a dot must all fit (`heading.h2`, `table.header`); `class.NAME` is what markup gives that class.
`doc(SELECTOR)` is what a selector of CSS means: alone each such element as one text, beside other names what stands inside one.
"""

from collections.abc import Iterator, Sequence

from ..arabic.lazy import regex
from . import inline

BLOCKS = (
    "text", "heading", "h1", "h2", "h3", "h4", "h5", "h6", "headline", "lede", "body", "paragraph", "list", "blockquote", "table", "header",
    "cell", "caption", "figure", "byline", "title", "frontmatter", "txt", "md", "html", "adoc", "rst", "org", "xml", "dita",
)  # fmt: skip
SIZED = ("sentence", "summary", "document", "quotation", "quote", "dateline")
SOURCE = ("raw", "attr", *inline.NAMES)
NAMES = (*BLOCKS, *SIZED, *SOURCE, "comment", "line", "block", "meta")
"""All names there are. Comments of programs and metadata are no prose here: they select nothing."""

_JOINED = regex(r"((?:\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\([^()]*\))*\))*\)|[^&])+)&?")
"""A name, whatever stands in its brackets, up to the sign that joins it with the next."""

Selector = tuple[tuple[str, bool], ...]
"""Names, and whether each is negated."""

ALL: "tuple[Selector, ...]" = ((("text", False),),)
"""The scope of a rule that names none."""


def selectors(scope: "str | Sequence[str]") -> tuple[Selector, ...]:
    """The selectors of a scope."""
    listed = (scope,) if isinstance(scope, str) else scope
    return tuple(
        tuple((name.strip().lstrip("~").strip(), name.strip().startswith("~")) for name in _JOINED.findall(one))
        for one in listed or ("text",)
    )


def unknown(selector: str) -> Iterator[str]:
    """The names in a selector that do not exist."""
    for name, _ in (part for one in selectors(selector) for part in one):
        known, _, _ = name.partition("frontmatter.")  # behind it stands the name of a field
        parts = (part for part in parts_of(known.rstrip(".")) if part and part not in NAMES)
        yield from (part for part in parts if not is_class(part) and not _is_selector(part))


def parts_of(name: str) -> Sequence[str]:
    """The parts of a name, which must all fit."""
    return (name,) if is_class(name) or element_of(name) else name.split(".")


def element_of(name: str) -> str:
    """The selector of an element that a name holds; empty where it holds none."""
    return name[len("doc(") : -1].strip() if name.startswith("doc(") and name.endswith(")") else ""


def _is_selector(name: str) -> bool:
    if not element_of(name):
        return False
    from . import css

    try:
        return bool(css.compiled(element_of(name)))
    except (ValueError, RecursionError):
        return False


def of_elements(scope: tuple[Selector, ...]) -> bool:
    """Whether a scope is of whole elements, so that one which is not there can be missed."""
    return any(elements_of(one) for one in scope)


def elements_of(selector: Selector) -> list[str]:
    """The selectors of the elements that are the texts to look at: where no other name says what they are."""
    positive = [name for name, negated in selector if not negated]
    return [element_of(name) for name in positive] if positive and all(map(element_of, positive)) else []


def hidden(selector: Selector) -> tuple[str, ...]:
    """The names of inline markup and of classes that a selector negates."""
    return tuple(name for name, negated in selector if negated and (name in inline.NAMES or is_class(name)))


def is_class(name: str) -> bool:
    """Whether a name is what markup gives a class."""
    return name.startswith("class.") and len(name) > len("class.")


def reads_source(scope: "str | Sequence[str]") -> bool:
    """Whether a scope speaks of the source, not of the prose."""
    return any(part in SOURCE for one in selectors(scope) for name, negated in one if not negated for part in parts_of(name))
