"""The XML of the news industry: NewsML-G2 and NITF. Headline, summary, byline, dateline, text and captions are known as such."""

from collections.abc import Iterable, Mapping, Sequence

from .tags import XHTML
from .vocabulary import Field, Passage, Vocabulary
from .xml_source import Root

_NAR = "http://iptc.org/std/nar/2006-10-01/"
_ITEMS = frozenset("newsItem packageItem conceptItem knowledgeItem planningItem catalogItem".split())
_ROOTS = _ITEMS | frozenset("newsMessage itemSet contentSet contentMeta".split())

NITF = XHTML._replace(
    blocks=XHTML.blocks
    | frozenset(
        "body.head body.content body.end hedline hl1 hl2 byline dateline abstract note rights distributor series tagline bibliography "
        "block media media-caption media-producer media-reference media-metadata media-object nitf-table bq credit fn docdata".split()
    ),
    hidden=XHTML.hidden
    | frozenset(
        "head docdata note rights distributor series bibliography media-producer media-metadata media-object nitf-table-metadata".split()
    ),
    roles={
        **XHTML.roles,
        "hl1": "headline",
        "hl2": "heading",
        "byline": "byline",
        "tagline": "byline",
        "dateline": "dateline",
        "abstract": "summary",
        "media-caption": "caption",
        "bq": "quotation",
    },
)
"""The elements of NITF, and those of XHTML, which stand in the same places."""


class NewsMlG2(Vocabulary):
    """NewsML-G2: every item is an article. Its text is NITF or XHTML within the item, HTML written as text, or plain text."""

    name = "newsml-g2"
    articles = _ITEMS
    dialect = NITF

    def __init__(self) -> None:
        self._is_text = True

    @staticmethod
    def knows(root: Root) -> bool:
        """An item, a message of items, or a part of one."""
        return root.name in _ROOTS and root.namespace in ("", _NAR)

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """What is said of the content, and the content."""
        local, around = path[-1], path[-2] if len(path) > 1 else ""
        if local in _ITEMS:
            self._is_text = True
        elif local == "itemClass":
            kind = attributes.get("qcode", attributes.get("uri", "")).replace("/", ":").rpartition(":")[2]
            self._is_text = kind in ("text", "composite", "")
        role = attributes.get("role", "").lower()
        if around in ("contentMeta", "partMeta", "planning"):
            return self._described(local, role, shot=around == "partMeta")
        if around != "contentSet" or attributes.get("encoding"):
            return None
        if local == "inlineXML":
            return Field("paragraph")
        kind = attributes.get("contenttype", "text/plain").lower()
        if local == "inlineData" and kind.startswith("text/"):
            return Field("paragraph", "html" if "html" in kind else "lines")
        return None

    def _described(self, local: str, role: str, *, shot: bool) -> Field | None:
        if local == "headline":
            return Field("heading" if shot or "sub" in role else "headline")
        if local == "description":
            return Field("caption" if shot or "caption" in role or not self._is_text else "summary")
        return {"by": Field("byline"), "dateline": Field("dateline")}.get(local)


class Nitf(Vocabulary):
    """NITF: one article a file."""

    name = "nitf"
    dialect = NITF

    @staticmethod
    def knows(root: Root) -> bool:
        """NITF of any version."""
        return root.name == "nitf"

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """The body, and the title of the head."""
        if len(path) == 2 and path[1] == "body":
            return Field("paragraph")
        return Field("headline") if list(path[1:]) == ["head", "title"] else None

    def arranged(self, passages: Sequence[Passage]) -> Iterable[Passage]:
        """The title of the head is read where the body has no headline of its own; it mostly says the same."""
        return passages if len(passages) < 2 or not _has_headline(passages[-1]) else passages[-1:]


def _has_headline(body: Passage) -> bool:
    return "hl1" in body.elements
