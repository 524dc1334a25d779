"""Copies of paragraphs in a document: which paragraphs say the same, and the blocks of them that stand in it twice."""

from collections.abc import Iterator, Sequence

from arlint import Document, Paragraph

from ._folded import BODY, recurring


def keys_of(document: Document, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The words of each paragraph without its dateline, then those of the paragraphs that have one with it: a copy may keep it or not."""
    return recurring(document, [one.text[one.dateline :] for one in paragraphs] + [one.text for one in paragraphs if one.dateline])


def firsts_of(paragraphs: Sequence[Paragraph], keys: Sequence[str]) -> list[int]:
    """For each paragraph the number of the first one with the same words: its own where there is none before it."""
    dated = (one.number for one in paragraphs if one.dateline)
    seen = {words: number for words, number in zip(keys[len(paragraphs) :], dated, strict=True) if words}
    return [
        seen.setdefault(words, one.number) if words and one.kind in BODY and not _is_linked(paragraphs, one) else one.number
        for one, words in zip(paragraphs, keys, strict=False)
    ]


def _is_linked(paragraphs: Sequence[Paragraph], one: Paragraph) -> bool:
    """Whether a paragraph is the title of another article, below «read also»."""
    return one.kind == "heading" and one.number > 0 and paragraphs[one.number - 1].kind == "boilerplate"


Block = tuple[int, int, int]
"""First and last paragraph of a copy, and the first of its original, by number."""


def blocks_of(document: Document, keys: Sequence[str], copies: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """Runs of copies whose originals run on too, as first and last paragraph and first original, short equal ones between them included."""
    start = end = original = -1
    for number, first in copies:
        reach = number - end
        goes_on = (
            end >= 0
            and first - (original + end - start) == reach
            and first < start
            and keys[end + 1 : number] == keys[first - reach + 1 : first]
            and all(keys[end + 1 : number])
            and all(_adjoin(document, at) for at in range(end, number))
        )
        if not goes_on:
            if end >= 0:
                yield start, end, original
            start, original = number, first
        end = number
    if end >= 0:
        yield start, end, original


def widened(document: Document, keys: Sequence[str], block: Block, after: int, before: int) -> Block:
    """The block with the short paragraphs around it, between the numbers given, that stand around its original too: who deletes a copy must
    not leave a piece of it. What is a copy by itself is another block.
    """
    start, end, original = block
    while start - 1 > max(after, original + end - start) and original and _repeats(document, keys, start - 1, original - 1):
        if not _adjoin(document, start - 1):
            break
        start, original = start - 1, original - 1
    while end + 1 < before and original + end + 1 - start < start and _adjoin(document, end):
        if not _repeats(document, keys, end + 1, original + end + 1 - start):
            break
        end += 1
    return start, end, original


def _repeats(document: Document, keys: Sequence[str], number: int, original: int) -> bool:
    return keys[number] == keys[original] != "" and document.paragraphs[number].kind in BODY


def _adjoin(document: Document, number: int) -> bool:
    """Whether only blanks stand between the paragraph and the next one: there may be one in another language."""
    return not document.text[document.paragraphs[number].end : document.paragraphs[number + 1].start].strip()
