"""A text in blocks, and the way back from it to the source file."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from ..arabic.lazy import cached_property, regex
from .pieces import Block
from .source import Source
from .sourcemap import SourceMap

if TYPE_CHECKING:
    from datetime import date

_ROLE = itemgetter(2)
_FRONT_DATE = regex(r"(?:---|\+\+\+)\r?\n(?:(?!---|\+\+\+).*\r?\n)*?date[ \t]*[:=][ \t]*[\"']?(\d{4})-(\d{2})-(\d{2})")


class Placed:
    """A text in blocks, with its file: what has to do with places."""

    def __init__(
        self, source: Source, text: str, blocks: Sequence[Block], sourcemap: SourceMap, format_name: str = "text", *, part: bool = False
    ) -> None:
        self.source = source
        self.text = text
        self.blocks = tuple(blocks)
        self.sourcemap = sourcemap
        self.format_name = format_name
        self.part = part

    @property
    def path(self) -> str:
        """The name the file was given by."""
        return self.source.path

    def lies_under(self, glob: str) -> bool:
        """Whether the path fits a glob, or does from one of its folders on."""
        from fnmatch import fnmatchcase

        return fnmatchcase(self.path, glob) or fnmatchcase(self.path, f"*/{glob}")

    @property
    def key(self) -> str:
        """What tells the article from all others: the path, and, where it is a part of its file, after a line end where it begins."""
        if not self.part:
            return self.path
        start = self.blocks[0].start if self.blocks else 0
        return f"{self.path}\n{self.source.start + self.sourcemap.span(start, start)[0]:012}"

    @cached_property
    def date(self) -> "date | None":
        """The day that the front matter names as the article's own; None where there is none or no such day."""
        from datetime import date

        text, start = self.source.text, self.source.body_start
        match = _FRONT_DATE.match(text, start) if text.startswith(("---", "+++"), start) else None
        try:
            return date(*map(int, match.groups())) if match else None
        except ValueError:
            return None

    def line(self, offset: int) -> int:
        """The line of the source file (from 1) in which an offset of the prose stands."""
        return self.source.place(self.sourcemap.span(offset, offset)[0]).line

    def stretch(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Line and column of both ends of a span, in the source file: from 1, the end column one past the last character."""
        first, last = map(self.source.place, self.sourcemap.span(start, end))
        return (*first, *last)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles of its blocks."""
        return frozenset(map(_ROLE, self.blocks))

    def role_at(self, offset: int) -> str:
        """The role of the block that holds an offset; empty outside of all."""
        number = self.number_at(offset)
        return "" if number is None else self.blocks[number].role

    def number_at(self, offset: int) -> int | None:
        """The number of the block that holds an offset."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset <= self.blocks[number].end else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset; its end belongs to it."""
        number = self.number_at(offset)
        return None if number is None else self.blocks[number]

    def blocks_in(self, start: int, end: int) -> range:
        """The numbers of the blocks that lie within a span."""
        return range(bisect_left(self._starts, start), bisect_right(self._starts, end - 1))

    def may_lead(self, number: int) -> bool:
        """Whether nothing but headlines and the like, of which three may, stands right above a block."""
        return all(block.role in ("headline", "summary", "caption") for block in self.blocks[max(0, number - 3) : number])

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]
