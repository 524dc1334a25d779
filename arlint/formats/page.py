"""Which part of a page is its article, where the page does not say so: the paragraphs, and not the teasers and widgets around them."""

from collections.abc import Iterator, Sequence

from ..records import NamedTuple

MENUS = 15
"""A page with so many links in its menus, or that stand alone, is a page of a site, with all that stands around an article there."""

_ENDS = tuple(".؟!?…:؛»”\"")
_SENTENCE, _LONG = 8, 20  # words of a paragraph that ends in a mark, and of one that does not
_NEAR = 2


class Part(NamedTuple):
    """A block of the page: its number in the prose, the element it stands in, its text."""

    number: int
    element: str
    text: str


def around(parts: Sequence[Part]) -> Iterator[int]:
    """The numbers of the blocks that are no part of the article.

    Paragraphs of full sentences and the headline are; what is short (a subheading, a byline, a date) is if it stands between two of
    them, or next to one. The title of the page always is.
    """
    known = [_is_article(part) for part in parts]
    for place, part in enumerate(parts) if any(known) else ():
        between = any(known[max(0, place - _NEAR) : place]) and any(known[place + 1 : place + 1 + _NEAR])
        if not (between or any(known[max(0, place - 1) : place + 2]) or part.element == "title"):
            yield part.number


def _is_article(part: Part) -> bool:
    words = part.text.count(" ") + 1
    return part.element == "h1" or words >= _LONG or (words >= _SENTENCE and part.text.rstrip().endswith(_ENDS))
