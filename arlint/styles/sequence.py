"""sequence: words in a row, each by a pattern or a part of speech, with others between them where that is allowed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from ..document import Document
from ..records import NamedTuple
from ..rules import Finding, Text, option
from . import tagging
from .patterns import Clock, compiled
from .rule import StyleRule
from .scopes import units
from .selector import Selector

_WORD = r"(?:(?!\w['’](?:s|re|ve|ll|d|m)\b)\w)*\w(?=['’](?:s|re|ve|ll|d|m)\b)|['’](?:s|re|ve|ll|d|m)\b|[\w']+(?:-[\w']+)*|[^\w\s]"
"""A word or a sign. What English attaches to a word with an apostrophe is a word of its own, as parts of speech have it."""

STEP = ("pattern", "tag", "upos", "negate", "skip", "min", "target")
"""What may be said of a word."""
_WHOLE = ("text", "paragraph", "sentence")


class _Step(NamedTuple):
    """A word of a sequence: what it must be (None: anything), whether it must not be that, how many words may stand between it and its
    neighbour, how often it must be there, and whether it is what a finding shows."""

    pattern: Any
    tag: Any
    universal: Any
    negate: bool
    skip: int
    min: int
    target: bool


class _Words(NamedTuple):
    """The words of a sentence, with their spans in it, and their parts of speech, where a step asks for them."""

    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    tags: tuple[tagging.Tag, ...]


class WordSequence(StyleRule):
    """كلمات متتالية لكل منها نمط أو قسم من أقسام الكلام الإنجليزي.

    Words in a row, each by a pattern or a part of speech (of English).
    """

    patterns = ("exceptions",)
    required = ("tokens",)

    tokens: list[dict[str, Any]] = option(
        [],
        ar="الكلمات: pattern وtag وupos وnegate وskip وmin وtarget.",
        en="The words: pattern, tag, upos, negate, skip, min, target.",
    )
    ignorecase: bool = option(False, ar="بلا فرق بين الحروف اللاتينية الكبيرة والصغيرة.", en="Upper and lower case are the same.")
    exceptions: list[str] = option([], ar="أنماط لا يُبلَّغ عما يبدأ داخلها.", en="Patterns; what begins within a match of one is excused.")

    @cached_property
    def _steps(self) -> list[_Step]:
        def pattern(one: dict[str, Any], key: str, ignorecase: bool) -> Any:
            return compiled(f"(?:{one[key]})", ignorecase) if one.get(key) else None

        return [
            _Step(
                pattern(one, "pattern", self.ignorecase),
                pattern(one, "tag", False),
                pattern(one, "upos", False),
                bool(one.get("negate", False)),
                int(one.get("skip", 0)),
                max(1, int(one.get("min", 1))),
                bool(one.get("target", False)),
            )
            for one in self.tokens
        ]

    @cached_property
    def _anchor(self) -> int:
        """The word that is looked for first, from which the others are looked for to both sides."""
        steps = self._steps
        sure = [number for number, one in enumerate(steps) if not one.negate]
        return min(sure, key=lambda number: (steps[number].pattern is None, steps[number].min > 1, number), default=0)

    @cached_property
    def _sentences(self) -> tuple[Selector, ...]:
        return tuple((*(part for part in one if part[0] not in _WHOLE), ("sentence", False)) for one in self.where_to_look)

    @cached_property
    def _tagged(self) -> bool:
        return any(one.tag or one.universal for one in self._steps)

    def lacking(self) -> Text | None:
        """What this sequence asks for and nobody has here; or as any rule of this kind."""
        if wrong := super().lacking():
            return wrong
        if not any(one.get("tag") or one.get("upos") for one in self.tokens) or tagging.is_available():
            return None
        return Text(
            f'القاعدة {self.id} ({self.where}) تطلب أقسام الكلام (tag)، وتحتاج إلى المكتبة textblob؛ pip install "arlint[tags]"، '
            f"أو عطّلها: {self.id}: off",
            f"rule {self.id} ({self.where}) asks for parts of speech (tag), which needs the library textblob; "
            f'pip install "arlint[tags]", or switch it off: {self.id}: off',
        )

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every place of a sentence where all words of the sequence stand in their order."""
        anchor = self._steps[self._anchor].pattern
        for text, start in units(document, self._sentences):
            if anchor and not next(clock.matches(anchor, text, start), None):
                continue
            words = self._words(text, start, clock)
            excused = [match.span() for one in self.exceptions for match in clock.matches(compiled(one, self.ignorecase), text, start)]
            for index in range(len(words.texts)):
                found = self._from(words, index, clock)
                shown = [at for step, at in found if step.target] or [at for step, at in found if not step.negate]
                if shown:
                    a, b = words.spans[min(shown)][0], words.spans[max(shown)][1]
                    if not any(first <= a < last for first, last in excused):
                        yield self.said(start + a, start + b, [words.texts[at] for _, at in found])

    def _words(self, text: str, start: int, clock: Clock) -> _Words:
        matches = list(clock.matches(compiled(_WORD), text, start))
        texts = tuple(match.group() for match in matches)
        return _Words(texts, tuple(match.span() for match in matches), tagging.tags(texts) if self._tagged and texts else ())

    def _from(self, words: _Words, anchor: int, clock: Clock) -> list[tuple[_Step, int]]:
        """The steps with the words that they are, in order, where the anchor is this word; none where one is missing."""
        steps, middle = self._steps, self._anchor
        before = self._along(words, [*steps[middle::-1]], anchor, -1, clock)
        after = self._along(words, steps[middle:], anchor, 1, clock) if before is not None else None
        return [*before[:0:-1], *after] if before is not None and after is not None else []

    def _along(self, words: _Words, steps: Sequence[_Step], anchor: int, way: int, clock: Clock) -> list[tuple[_Step, int]] | None:
        """The words of the steps from the anchor on to one side; None where one is missing. Beyond the sentence nothing is forbidden."""
        found: list[tuple[_Step, int]] = []
        at = anchor
        for number, step in enumerate(steps):
            for time in range(step.min if number or way > 0 else 1):
                far = step.skip + 1 if number or time else 1
                near = [one for one in range(at, at + way * far, way) if 0 <= one < len(words.texts)]
                hit = next((one for one in near if self._fits(words, one, step, clock)), None)
                if (hit is None) is not step.negate:
                    return None
                if hit is None and not near:
                    continue
                at = near[0] if hit is None else hit
                found.append((step, at))
                at += way
        return found

    def _fits(self, words: _Words, index: int, step: _Step, clock: Clock) -> bool:
        """Whether a word is what a step names, negated or not."""
        return (
            (step.pattern is None or next(clock.matches(step.pattern, words.texts[index]), None) is not None)
            and (step.tag is None or step.tag.fullmatch(words.tags[index].penn) is not None)
            and (step.universal is None or step.universal.fullmatch(words.tags[index].universal) is not None)
        )


class Script(StyleRule):
    """قاعدة بلغة Tengo، ولا يشغّلها arlint.

    A rule in Tengo, the scripting language of Vale, which arlint does not run.
    """

    script: str = option("", ar="البرنامج.", en="The program.")

    def lacking(self) -> Text | None:
        """Always: scripts are not run."""
        return Text(
            f"القاعدة {self.id} ({self.where}) برنامج بلغة Tengo ولا يشغّله arlint؛ عطّلها ({self.id}: off) أو اكتبها بلغة بايثون.",
            f"rule {self.id} ({self.where}) is a script in Tengo, which arlint does not run; switch it off ({self.id}: off) "
            "or write it in Python.",
        )

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Nothing."""
        yield from ()
