"""RSS, Atom, and the export files of WordPress (WXR): every entry is an article, and its title a headline."""

from collections.abc import Iterable, Mapping, Sequence

from .vocabulary import Field, Passage, Vocabulary
from .xml_source import Root

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_MEDIA = "http://search.yahoo.com/mrss/"
_RSS = ("", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2", "http://my.netscape.com/rdf/simple/0.9/")
_ATOM = "http://www.w3.org/2005/Atom"
_WORDPRESS = "http://wordpress.org/export/"
_NOT_POSTS = frozenset("nav_menu_item revision custom_css customize_changeset oembed_cache wp_global_styles wp_navigation".split())


def _main_last(passages: Sequence[Passage], main: str, short: str) -> list[Passage]:
    """Without the text itself, its summary is the text."""
    if any(passage.name == main and passage.field.kind != "value" for passage in passages):
        return list(passages)
    return [one._replace(field=one.field._replace(role="paragraph")) if one.name == short else one for one in passages]


class Rss(Vocabulary):
    """RSS 0.9 to 2.0, with `content:encoded` and the captions of Media RSS."""

    name = "rss"
    articles = frozenset(("item",))

    @staticmethod
    def knows(root: Root) -> bool:
        """RSS that is no export of WordPress, or RDF that holds RSS."""
        return (root.name == "rss" and not _is_export(root)) or (root.name == "RDF" and not root.namespaces.isdisjoint(_RSS))

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """Titles and descriptions of the channel and its items."""
        local, around = path[-1], path[-2] if len(path) > 1 else ""
        if space in _RSS and around in ("item", "channel"):
            return {"title": Field("headline", "auto"), "description": Field("summary", "html")}.get(local)
        if space == _CONTENT and local == "encoded":
            return Field("paragraph", "html")
        if space == _MEDIA and local in ("title", "description"):
            return Field("caption", "html" if attributes.get("type") == "html" else "auto")
        return None

    def arranged(self, passages: Sequence[Passage]) -> Iterable[Passage]:
        """The description is a summary only where there is more to read."""
        return _main_last(passages, "encoded", "description")


class Wxr(Vocabulary):
    """The export files of WordPress: posts as they are typed, with shortcodes, and paragraphs that only a blank line parts."""

    name = "wxr"
    articles = frozenset(("item",))

    @staticmethod
    def knows(root: Root) -> bool:
        """RSS with the namespace of the export."""
        return root.name == "rss" and _is_export(root)

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """Title, text and excerpt of a post, and what kind of post it is."""
        local, around = path[-1], path[-2] if len(path) > 1 else ""
        if around != "item":
            return None
        if local == "encoded":
            return Field("summary", "post") if space.endswith("/excerpt/") else Field("paragraph", "post")
        if local == "post_type":
            return Field("", "value")
        return Field("headline", "auto") if local == "title" and not space else None

    def arranged(self, passages: Sequence[Passage]) -> Iterable[Passage]:
        """Menus and the like are no articles; of a picture only its caption and its description are read."""
        kind = next((one.layer.text.strip() for one in passages if one.name == "post_type"), "post")
        read = [one for one in passages if one.name != "post_type"]
        if kind in _NOT_POSTS:
            return []
        if kind == "attachment":
            return [one._replace(field=one.field._replace(role="caption")) for one in read if one.name == "encoded"]
        return sorted(read, key=lambda one: one.field.role == "paragraph")


class Atom(Vocabulary):
    """Atom feeds, and single entries."""

    name = "atom"
    articles = frozenset(("entry",))

    @staticmethod
    def knows(root: Root) -> bool:
        """A feed or an entry."""
        return root.namespace == _ATOM and root.name in ("feed", "entry")

    def field(self, path: Sequence[str], space: str, attributes: Mapping[str, str]) -> Field | None:
        """Titles, summaries and contents, written as their `type` says."""
        local, around = path[-1], path[-2] if len(path) > 1 else ""
        if space == _MEDIA and local in ("title", "description"):
            return Field("caption", "auto")
        if space != _ATOM or around not in ("feed", "entry"):
            return None
        role = {"title": "headline", "subtitle": "summary", "summary": "summary", "content": "paragraph"}.get(local)
        kind = attributes.get("type", "text")
        if role is None or "src" in attributes:
            return None
        if kind in ("html", "text/html"):
            return Field(role, "html")
        if kind == "text":
            return Field(role, "lines" if local == "content" else "markup")
        return Field(role, "markup") if kind in ("xhtml", "application/xhtml+xml") else None

    def arranged(self, passages: Sequence[Passage]) -> Iterable[Passage]:
        """The summary comes before the content, and is the text where there is none."""
        return sorted(_main_last(passages, "content", "summary"), key=lambda one: one.field.role == "paragraph")


def _is_export(root: Root) -> bool:
    return any(space.startswith(_WORDPRESS) for space in root.namespaces)
