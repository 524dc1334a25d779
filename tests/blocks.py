"""Blocks written short, for the tests of formats."""

from arlint.document import Document

GAP = "\ufffc"
CODE = ("code", GAP)


def blocks(parsed: Document) -> list[tuple[str, str]]:
    return [(block.role, parsed.text[block.start : block.end]) for block in parsed.blocks]


def said(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", text) for text in texts]
