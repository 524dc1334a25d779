"""A file format: the first line is the headline, every other one that is not blank a paragraph."""

from arlint.document import Document, Source
from arlint.formats.prose import Prose


def parse(source: Source) -> Document:
    """The document of wire copy. Every character of prose stands in the file as it is, so all places are exact."""
    prose = Prose(source)
    start, role = source.body_start, "headline"
    for line in source.text[source.body_start :].splitlines(keepends=True):
        if line.strip():
            prose.begin()
            prose.verbatim(start, start + len(line.rstrip("\r\n")))
            prose.end(role)
            role = "paragraph"
        start += len(line)
    return prose.document("wire")
