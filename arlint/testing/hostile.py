"""Texts that no rule may fail on, or take long over: rubbish, and units repeated many times."""

import signal
import threading
from collections.abc import Callable, Iterator
from time import process_time
from typing import TypeVar

from ..rules import AnyRule
from .examples import cases_of
from .marking import OPEN, unmarked

T = TypeVar("T")

RUBBISH = (
    "", "\n", " \n\t\n", "\ufeff", "\r\n\r\n", "ا", "و", "\u064b", "\u0640\u0640", "\u200f\u202e\u2069", "\ufffc", "😀\u200d👩", "\ud800",
    "«", "»", '"', '"""', "«“'\"", "(((", ")])", "،،؛؟!…", "1 ٢ ۳ ½", "%٪ 5%5", "- - –", "# @ & * _", "http://x.y/z?a=b", "{name} {0} %s",
    "كَلِمَةٌ مُشَكَّلَةٌ", "ﻻ ﷲ ﷺ", "Latin only, no Arabic at all.", "خليط mixed نص text", "سطر\rسطر\r\nسطر\u2028سطر", "قال: «نعم» ثم «لا",
    "عنوان قصير\n\nقال الوزير إن العمل بدأ. وأضاف: «لن نتأخر». في 5 مارس 2018 حضر 3 أشخاص!\nفقرة ثانية.",
)  # fmt: skip
"""Short texts of every kind of trouble: nothing at all, signs alone, no Arabic, half of a pair."""

SIZE = 6_000
"""Code points of a text of one unit repeated."""
LIMIT = 2.0
"""Seconds of the processor's time for one such text. A rule that reads it once needs a hundredth."""
_MOST = 14

_UNITS = ("ا", " ", "كلمة ", "«ا» ", '"', "(", "1 ", "،")


class TooLongError(BaseException):
    """The time is up. No Exception: that would be taken for one that the rule has raised."""


def units(rule: type[AnyRule]) -> list[str]:
    """What is repeated to make the rule's patterns try again and again: its triggers, and letters, words and texts it reports."""
    reported: dict[str, None] = {}
    for case in cases_of(rule):
        if OPEN in case.example.text:
            text, spans = unmarked(case.example.text)
            for start, end in spans[:2]:
                span = text[start:end]
                # Half a span begins what the rule looks for and never ends it; one letter of it many times is all ways of reading it.
                reported.update(dict.fromkeys((span, f"{span} ", span[: len(span) // 2 + 1], span[-1:], span[:1])))
    own = [unit for unit in reported if unit][: _MOST - len(_UNITS)]
    return list(dict.fromkeys((*own, *rule.triggers[:2], *_UNITS)))


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives. Raises TooLongError after so many seconds of the process's own time, at once where the system has timers."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        return _measured(seconds, work)

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _measured(seconds: float, work: Callable[[], T]) -> T:
    start = process_time()
    done = work()
    if process_time() - start > seconds:
        raise TooLongError
    return done


def repeated(unit: str) -> str:
    """The unit, so often that the text has its size; with a last letter that no pattern waits for."""
    return unit * (SIZE // len(unit)) + "\u0621\n"


def hostile(rule: type[AnyRule]) -> Iterator[tuple[str, str]]:
    """Units, and the texts made of them."""
    return ((unit, repeated(unit)) for unit in units(rule))
