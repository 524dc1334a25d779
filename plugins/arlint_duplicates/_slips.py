"""Particles that stand twice in a row and are right: `من من الحاضرين يعرف؟`, `لم لم تحضر؟`, `بين بين`."""

from collections.abc import Callable, Mapping

from arlint import Document, Word
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK, LETTER, LETTER_NAMES

_FUNCTION_LETTERS = frozenset(("في", "أن", "إن", "ان", "أو", "او", "ال", "أم", "أي", "اي"))
_LETTER_NAMES = LETTER_NAMES - _FUNCTION_LETTERS  # these also stand beside particles with no letters meant
_CLITICS = "وفبلك"
_BEGINS = regex(f"[{LETTER}0-9٠-٩%)\\]]")
_STOP = regex("[.؟!?…\n]")
_STOP_WITHIN = 300  # code points; a question is not longer
_NUMBER = regex(f"[{BLANK}]*\\(?[0-9٠-٩]")
_YEAR = regex(f"[{BLANK}]*[0-9٠-٩]{{4}}(?![0-9٠-٩])")
_TIME_WORDS = frozenset("في منذ خلال مطلع بداية نهاية حتى قبل بعد من".split())
_DAYS = frozenset(
    "الأحد الاحد الاثنين الإثنين الأثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت أمس غد "
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
)
_CLAUSE = frozenset("لا لم لن قد كان كانت كانوا ليس ليست سبق هم هو هي له لها لهم".split())
_MONTHS = frozenset("يناير يونيو يونيه يوليو يوليه يوليوز ينابيع يمين يسار يومها يومين".split())
_ASKING = frozenset(
    "يعرف نعرف أعرف تعرف يعرفون يعلم نعلم أعلم يدري ندري أدري يدرون يسأل نسأل تسأل سأل سألت يتساءل تساءل معرفة تحديد سؤال".split()
)
_FESTIVAL = frozenset("مهرجان مهرجانات لمهرجان بمهرجان ومهرجان مدينة بمدينة سينما".split())


def is_slip(document: Document, at: int) -> bool:
    """Whether the particle that stands as the words `at` and `at + 1` of the document is doubled by mistake."""
    if _spelled_out(document, at):
        return False
    form = document.forms[at]
    return form not in _WHEN or _WHEN[form](document, at)


def _spelled_out(document: Document, at: int) -> bool:
    """Whether a neighbour is the name of a letter: `سي إن إن`, `لبي بي في`."""
    forms = document.forms
    neighbours = [forms[index].replace("ى", "ي") for index in (at - 1, at + 2) if 0 <= index < len(forms)]
    return any(form[cut:] in _LETTER_NAMES and not form[:cut].strip(_CLITICS) for form in neighbours for cut in range(3))


def opens(document: Document, at: int) -> bool:
    """Whether the word opens a sentence, a clause after a mark, or a quotation."""
    start = _word(document, at).start
    before = document.text[max(0, start - 4) : start].rstrip(BLANK)
    return not before or not _BEGINS.match(before[-1])


def _before(document: Document, at: int, most: int = 3) -> list[str]:
    return document.forms[max(0, at - most) : at]


def _word(document: Document, at: int) -> Word:
    return document.numbered(at, at + 1)[0]


def _who(document: Document, at: int) -> bool:
    """«من من»: of whom, whoever of; «لا بد من من يتحمل …», which ought to be ممن; «من منّ الله عليه»."""
    following = next(iter(document.forms[at + 2 : at + 3]), "")
    if following == "الله" or following in _CLAUSE or (len(following) > 3 and following[0] in "ي" and following not in _MONTHS):
        return False
    end = _word(document, at).end
    stop = _STOP.search(document.text, end, end + _STOP_WITHIN)
    asked = stop is not None and stop.group() in "؟?"
    return not asked and not opens(document, at) and _ASKING.isdisjoint(before := _before(document, at, 1)) and before != ["عن"]


def _followed(document: Document, at: int) -> bool:
    """«بين بين»: so-so, unless the two things follow."""
    end = _word(document, at + 1).end
    rest = document.text[end : end + 3].lstrip(BLANK)
    return bool(rest) and (rest[0].isalnum() or rest[0] in '"«“(')


def _general(document: Document, at: int) -> bool:
    """«أمين عام عام 2010»: secretary general in 2010."""
    return not _YEAR.match(document.text, _word(document, at + 1).end) or _before(document, at, 1)[-1:] in [[word] for word in _TIME_WORDS]


def _dated(document: Document, at: int) -> bool:
    """«يوم يوم»: day by day, unless a date follows."""
    following = next(iter(document.forms[at + 2 : at + 3]), "")
    return following in _DAYS or _NUMBER.match(document.text, _word(document, at + 1).end) is not None


_WHEN: Mapping[str, Callable[[Document, int], bool]] = {
    "من": _who,
    "ان": lambda document, at: not "".join(_before(document, at, 1)).endswith("سي"),  # وكالةسي ان ان
    "لم": lambda document, at: not opens(document, at),
    "بين": _followed,
    "عام": _general,
    "يوم": _dated,
    "كان": lambda document, at: _FESTIVAL.isdisjoint(_before(document, at)) and _before(document, at, 1) not in (["من"], ["ومن"]),
    "بعد": lambda document, at: _before(document, at, 1) != ["ما"] and document.forms[at + 2 : at + 3] != ["غد"],
    "في": lambda document, at: not any("ثق" in form for form in _before(document, at)),
}
