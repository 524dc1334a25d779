"""What the elements and attributes of HTML mean for prose. Names in lower case."""

import re
from collections.abc import Mapping

from ..arabic.lazy import regex
from ..records import NamedTuple

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")

BLOCKS = frozenset(
    "address article aside audio blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe input label legend li link main menu meta nav object ol "
    "optgroup option p pre search section select summary table tbody td template textarea tfoot th thead title tr ul video".split()
)
"""A paragraph ends where one of these begins or ends."""

VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())

RAW = frozenset("script style textarea title iframe noembed noframes xmp".split())
"""No tag is read in them but the one that ends them."""

HIDDEN = frozenset(
    "script style textarea iframe noembed noframes xmp pre code kbd samp var template svg math object video audio canvas sub sup "
    "nav".split()
)

CODE = frozenset("script style code kbd samp tt var pre".split())
"""What is code within a line of Markdown."""

GAPS = frozenset("code kbd samp tt var math sub sup".split())
"""What is hidden of these leaves a gap in the sentence, so that the words around it are not neighbours."""

MARKS = frozenset(("sub", "sup"))
"""Hidden where they hold a mark, such as that of a note; where they hold words these are in small print, and read."""

FURNITURE = frozenset("button dialog label legend menu optgroup option select".split())
"""What on a whole page is no text of it, and in a fragment may be."""

STANDS_ALONE = frozenset("p h1 h2 h3 h4 h5 h6 title blockquote figcaption caption".split())
"""Blocks that are read on a whole page even where they are a link and nothing else; all others are then navigation."""

ROLES = {
    "title": "headline",
    "h1": "headline",
    **dict.fromkeys((*_HEADINGS, "summary", "dt", "legend"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "list-item",
    "blockquote": "quotation",
    "address": "byline",
    **dict.fromkeys(("td", "th"), "table-cell"),
}

READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")

META = {
    **dict.fromkeys(("title", "og:title", "twitter:title", "headline"), "headline"),
    **dict.fromkeys(("description", "og:description", "twitter:description", "abstract"), "summary"),
    **dict.fromkeys(("og:image:alt", "twitter:image:alt"), "caption"),
}
"""The role of the content of a `<meta>`, by its name or property."""

_ALLOWED_IN_P = frozenset("body html head input label button option optgroup select link meta audio video object iframe".split())

CLOSED_BY = {
    **dict.fromkeys(BLOCKS - _ALLOWED_IN_P, frozenset(("p",))),
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
    "tr": frozenset(("td", "th", "tr", "p")),
    "option": frozenset(("option",)),
}
"""Which open elements an element closes by beginning."""


class Dialect(NamedTuple):
    """What the elements mean, and how they are written: in `xml` every element is closed, prefixes do not count, and there is CDATA.

    In `posts`, as WordPress keeps them, a blank line ends a paragraph and there are shortcodes (`[gallery ids="1,2"]`).
    """

    blocks: frozenset[str] = BLOCKS
    hidden: frozenset[str] = HIDDEN
    roles: Mapping[str, str] = ROLES
    void: frozenset[str] = VOID
    raw: frozenset[str] = RAW
    closed_by: Mapping[str, frozenset[str]] = CLOSED_BY
    xml: bool = False
    posts: bool = False


_MARK = 400  # code points of the mark of a note with the link around it
_MARK_END = regex(rf"</(?:{'|'.join(sorted(MARKS))})(?=[\s/>])", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")


def holds_words(text: str, start: int) -> bool:
    """Whether an element among `MARKS` whose text begins there holds more than a word, or is not closed soon."""
    found = _MARK_END.search(text, start, start + _MARK)
    return found is None or len(_TAG.sub("", text[start : found.start()]).split()) > 1


HTML = Dialect()
POSTS = HTML._replace(posts=True)
XHTML = HTML._replace(void=frozenset(), raw=frozenset(), closed_by={}, xml=True)
