"""Names of characters that nobody can see."""

from collections.abc import Mapping
from typing import TypedDict

_ARABIC: Mapping[str, str] = {
    "\xad": "واصلة اختيارية",
    "\u034f": "رابط المحارف",
    "\u061c": "علامة الاتجاه العربية",
    "\u200b": "مسافة صفرية العرض",
    "\u200c": "فاصل صفري العرض",
    "\u200d": "رابط صفري العرض",
    "\u200e": "علامة الاتجاه من اليسار إلى اليمين",
    "\u200f": "علامة الاتجاه من اليمين إلى اليسار",
    "\u202a": "تضمين من اليسار إلى اليمين",
    "\u202b": "تضمين من اليمين إلى اليسار",
    "\u202c": "إنهاء التضمين أو القلب",
    "\u202d": "قلب من اليسار إلى اليمين",
    "\u202e": "قلب من اليمين إلى اليسار",
    "\u2060": "رابط الكلمات",
    "\u2066": "عزل من اليسار إلى اليمين",
    "\u2067": "عزل من اليمين إلى اليسار",
    "\u2068": "عزل باتجاه أول حرف",
    "\u2069": "إنهاء العزل",
    "\ufeff": "علامة ترتيب البايتات",
}


class Named(TypedDict):
    """What messages say of a character."""

    cp: str
    name: str
    name_ar: str


def point(character: str) -> str:
    """The code point as it is written everywhere: `U+200F`."""
    return f"U+{ord(character):04X}"


def named(character: str) -> Named:
    """The code point and the names: that of Unicode, and an Arabic one where there is one."""
    from unicodedata import name

    known = name(character, "")
    return {"cp": point(character), "name": known, "name_ar": _ARABIC.get(character, known)}
