"""The blanks around the text of an element of a DOCX, which are not shown."""

from ..document.sourcemap import Run
from .package_parts import BLANK


def trim(said: list[tuple[str, Run]], first: int) -> None:
    """Take the blanks off both ends of what was said from the run with the number `first` on, in place."""
    while len(said) > first and not said[first][0].strip(BLANK):
        del said[first]
    while len(said) > first and not said[-1][0].strip(BLANK):
        del said[-1]
    if len(said) > first:
        text, run = said[first]
        kept = text.lstrip(BLANK)
        said[first] = kept, run._replace(source_start=run.source_end - len(kept) * run.width)
        text, run = said[-1]
        kept = text.rstrip(BLANK)
        said[-1] = kept, run._replace(source_end=run.source_start + len(kept) * run.width)
