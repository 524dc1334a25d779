"""Columns counted in bytes of UTF-8, for the consumers that want them."""

from itertools import accumulate

from ..document import Source

_STEP = 1024


class ByteColumns:
    """Lines and byte columns (both from 1) of a source's offsets. A byte-order mark counts as three bytes of the first line.

    Bytes are summed once, at every 1024th code point, so that many findings in one long line take no longer than in many short ones.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        text = source.text
        sizes = (len(_utf8(text[at : at + _STEP])) for at in range(0, len(text), _STEP))
        self._sums = list(accumulate(sizes, initial=0))

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the byte column of an offset."""
        line = self._source.place(offset).line
        return line, self._bytes(offset) - self._bytes(self._source.line_starts[line - 1]) + 1

    def _bytes(self, offset: int) -> int:
        chunk = offset // _STEP
        return self._sums[chunk] + len(_utf8(self._source.text[chunk * _STEP : offset]))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
