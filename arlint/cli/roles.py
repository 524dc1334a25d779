"""How messages call the roles of blocks."""

from collections.abc import Iterable

from ..document import ROLES
from ..rules import Text

_NAMES = {
    "headline": Text("العناوين", "headlines"),
    "summary": Text("الملخصات", "summaries"),
    "heading": Text("العناوين الفرعية", "headings"),
    "paragraph": Text("الفقرات", "paragraphs"),
    "list-item": Text("بنود القوائم", "list items"),
    "quotation": Text("الفقرات المقتبسة", "block quotations"),
    "table-cell": Text("خلايا الجداول", "table cells"),
    "caption": Text("شروح الصور", "captions"),
    "byline": Text("أسطر الكتّاب", "bylines"),
    "dateline": Text("أسطر المكان", "datelines"),
    "code": Text("الشيفرة", "code"),
}


def named(roles: Iterable[str], lang: str) -> str:
    """The roles as a list in a sentence, in their usual order."""
    asked = frozenset(roles)
    return Text("، ", ", ").in_(lang).join(_NAMES[role].in_(lang) for role in ROLES if role in asked)
