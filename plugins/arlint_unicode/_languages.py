"""Words of a language that the text names before them."""

from arlint.arabic.lazy import regex
from arlint.arabic.letters import MARK

_ANNOUNCED = regex(
    "(?:الفارسية|للفارسية|الأردية|الأوردية|الكردية|السورانية|الكرمانجية|اللورية|الأذرية|البشتوية|البشتو|الدارية|الطاجيكية|الأويغورية"
    "|العثمانية|الجغتائية|السندية|البنجابية|البلوشية|الكشميرية)(?:(?: [\u0621-\u064a]+){0,2} ?[:(«\"“] ?[^»\"”).؟!\n]*| )\\Z"
)

_MARKS = regex(f"[{MARK}]+")
_NEAR = 120  # code points from the name of the language to a word of it


def is_announced(text: str, start: int) -> bool:
    """Whether the words before a place name the language of what stands there: بالأردية: شریف, ترجم إلى الفارسية بعنوان «دیوان»."""
    return bool(_ANNOUNCED.search(_MARKS.sub("", text[max(0, start - _NEAR) : start]).replace("\u00a0", " ")))
