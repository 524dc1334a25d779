"""consistency: of two ways to write something only one may be used, in a document or in all files of the project."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from ..document import Document
from ..rules import CorpusRule, Finding, option
from .messages import arguments
from .patterns import Clock
from .rule import Cued, Matching, StyleRule, Written
from .selector import selectors
from .terms import Hit, Terms


class Consistency(Cued, StyleRule):
    """طريقتان للكتابة لا تجتمعان في نص واحد.

    Two ways to write something, of which one text may use only one.
    """

    patterns = ("either",)
    required = ("either",)

    either: dict[str, str] = option({}, ar="أزواج لا يجتمع طرفاها.", en="Pairs of which only one side may be used.")

    @cached_property
    def _terms(self) -> Terms:
        return self.terms(_sides(self.either))

    def look(self, document: Document, clock: Clock) -> Iterator[Finding]:
        """In every block that uses one side when the other was used before: one finding for each pair."""
        seen: set[int] = set()
        hits = list(self._terms.hits(document, self.where_to_look, clock))
        if len({hit.number for hit in hits}) < 2:
            return
        for pair in range(len(self.either)):
            blocks: dict[int, list[Hit]] = {}
            for hit in hits:
                if hit.number // 2 == pair:
                    paragraph = document.paragraph_at(hit.start)
                    blocks.setdefault(paragraph.number if paragraph else -1, []).append(hit)
            for block in blocks.values():
                seen.update(hit.number for hit in block)
                if {2 * pair, 2 * pair + 1} <= seen:
                    written = document.text[block[-1].start : block[-1].end]
                    hit = next(one for one in block if document.text[one.start : one.end] == written)
                    yield self.said(hit.start, hit.end, (written,), self.edits(hit, written))


def _sides(either: Mapping[str, str]) -> list[str]:
    return [side for pair in either.items() for side in pair]


class ProjectConsistency(Matching, Written, CorpusRule):
    """طريقتان للكتابة لا تجتمعان في ملفات المشروع: يُبلَّغ عما خالف الأكثر.

    Two ways to write something, of which the files of a project may use only one: what the fewer files use is reported.
    """

    patterns = ("either",)
    required = ("either",)

    scope: Literal["document", "project"] = option("project", ar="المقال أو المشروع.", en="The document or the project.")
    either: dict[str, str] = option({}, ar="أزواج لا يجتمع طرفاها.", en="Pairs of which only one side may be used.")
    limit: int = option(0, ar="أكثر الملاحظات في الملف الواحد؛ 0 بلا حد.", en="The most findings in one file; 0 for no limit.")

    @cached_property
    def _terms(self) -> Terms:
        return self.terms(_sides(self.either))

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """Each pair and the side of it that a file uses."""
        numbers = {hit.number for hit in self._terms.hits(document, selectors("text"), Clock())}
        yield from ((str(number // 2), str(number % 2)) for number in sorted(numbers))

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The side that the more files use, the first where they are even; None where there is but one."""
        return max(sorted(values), key=values.__getitem__) if len(values) > 1 else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterable[Finding]:
        """Every use of the other side."""
        clock, found = Clock(), 0
        for hit in self._terms.hits(document, selectors("text"), clock):
            wanted = known.get(str(hit.number // 2))
            if wanted is not None and str(hit.number % 2) != wanted and not (self.limit and found >= self.limit):
                found += 1
                written, other = document.text[hit.start : hit.end], self._terms.tokens[hit.number ^ 1]
                yield Finding(hit.start, hit.end, arguments((written, other)))
        if clock.slow:
            raise clock.told(self.id, self.where, document.line)
