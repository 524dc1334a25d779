"""sequence: words in a row, each by a pattern, with others between them where that is allowed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ..document import Document
from ..rules import Finding, Text, option
from .patterns import Clock, compiled
from .rule import StyleRule
from .scopes import selectors, units

_WORD = r"[\w']+(?:-[\w']+)*|[^\w\s]"


STEP = ("pattern", "negate", "skip", "tag", "min", "target")
"""What may be said of a word. `min` and `target` go with parts of speech."""


class _Step(NamedTuple):
    pattern: Any
    negate: bool
    skip: int


class WordSequence(StyleRule):
    """كلمات متتالية لكل منها نمط.

    Words in a row, each by a pattern. Parts of speech (`tag`) are not known here, so a sequence that asks for them does not run.
    """

    required = ("tokens",)

    tokens: list[dict[str, Any]] = option([], ar="الكلمات: pattern وnegate وskip.", en="The words: pattern, negate, skip.")
    ignorecase: bool = option(False, ar="بلا فرق بين الحروف اللاتينية الكبيرة والصغيرة.", en="Upper and lower case are the same.")

    @cached_property
    def _steps(self) -> list[_Step]:
        return [
            _Step(
                compiled(f"(?:{one.get('pattern', '')})", self.ignorecase) if one.get("pattern") else None,
                bool(one.get("negate", False)),
                int(one.get("skip", 0)),
            )
            for one in self.tokens
        ]

    def lacking(self) -> Text | None:
        """What this sequence asks for and nobody has here."""
        if not any(one.get("tag") for one in self.tokens):
            return None
        return Text(
            f"القاعدة {self.id} ({self.where}) تطلب أقسام الكلام (tag)، ولا يعرفها arlint؛ عطّلها في الإعدادات: {self.id}: off",
            f"rule {self.id} ({self.where}) asks for parts of speech (tag), which arlint does not know; switch it off: {self.id}: off",
        )

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Every place of a sentence where all words of the sequence stand in their order."""
        steps = self._steps
        for text, start in units(document, selectors("sentence")):
            words = [match.span() for match in clock.matches(compiled(_WORD), text, start)]
            taken = 0
            for first in range(len(words)):
                if first < taken:
                    continue
                found = self._from(text, words, first, steps, clock)
                if found:
                    taken = found[-1] + 1
                    a, b = start + words[found[0]][0], start + words[found[-1]][1]
                    yield self.said(a, b, [text[x:y] for x, y in (words[index] for index in found)])

    def _from(self, text: str, words: Sequence[tuple[int, int]], first: int, steps: Sequence[_Step], clock: Clock) -> list[int] | None:
        found: list[int] = []
        at = first
        for number, step in enumerate(steps):
            end = min(len(words), at + (step.skip if number else 0) + 1)
            hit = next((index for index in range(at, end) if self._fits(text, words[index], step, clock)), None)
            if hit is None:
                return None
            found.append(hit)
            at = hit + 1
        return found

    def _fits(self, text: str, span: tuple[int, int], step: _Step, clock: Clock) -> bool:
        if step.pattern is None:
            return True
        return (next(clock.matches(step.pattern, text[span[0] : span[1]]), None) is not None) is not step.negate


class Script(StyleRule):
    """قاعدة بلغة Tengo، ولا يشغّلها arlint.

    A rule in Tengo, the scripting language of Vale, which arlint does not run.
    """

    script: str = option("", ar="البرنامج.", en="The program.")

    def lacking(self) -> Text | None:
        """Always: scripts are not run."""
        return Text(
            f"القاعدة {self.id} ({self.where}) برنامج بلغة Tengo ولا يشغّله arlint؛ عطّلها ({self.id}: off) أو اكتبها بلغة Python.",
            f"rule {self.id} ({self.where}) is a script in Tengo, which arlint does not run; switch it off ({self.id}: off) "
            "or write it in Python.",
        )

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """Nothing."""
        yield from ()
