"""From a finding of a rule to a diagnostic at its place in the source, with a fix that may be made there."""

from collections.abc import Mapping

from ..arabic.words import forms
from ..document import Document, Source
from ..report import Diagnostic, Fix, RelatedPlace, SourceEdit
from ..rules import AnyRule, Edit, Elsewhere, Finding, Related, Text


def located(document: Document, rule: AnyRule, finding: Finding) -> Diagnostic:
    """The diagnostic that a finding in this view of a document is."""
    start, end = document.sourcemap.span(finding.start, finding.end)
    related = tuple(_related(document, place, finding.args) for place in finding.related) if finding.related else ()
    return _diagnostic(document.source, rule, finding, start, end, related, _fix(document, finding) if finding.edits else None)


def located_in_source(source: Source, rule: AnyRule, finding: Finding) -> Diagnostic:
    """For findings whose offsets are those of the source, since what they speak of is no prose: comments, configuration."""
    edits = tuple(SourceEdit(*edit) for edit in finding.edits)
    return _diagnostic(source, rule, finding, finding.start, finding.end, (), Fix(finding.safe, edits) if edits else None)


def _diagnostic(
    source: Source, rule: AnyRule, finding: Finding, start: int, end: int, related: tuple[RelatedPlace, ...], fix: Fix | None
) -> Diagnostic:
    return Diagnostic(
        source.path, start, end, *source.places(start, end), rule, finding.level or rule.level,
        source.text[start:end], rule.text_of(finding), finding.args, related, fix, finding.variant,
    )  # fmt: skip


def _related(document: Document, place: Related | Elsewhere, args: Mapping[str, object]) -> RelatedPlace:
    filled = Text(place.message.format("ar", args), place.message.format("en", args))
    if isinstance(place, Elsewhere):
        return RelatedPlace(*place[:5], filled)
    return RelatedPlace(document.path, *document.stretch(place.start, place.end), filled)


def _fix(document: Document, finding: Finding) -> Fix | None:
    """The finding's edits in the source; None where one of them would cross markup or cannot be written there."""
    edits: list[SourceEdit] = []
    for edit in (_smallest(document.text, edit) for edit in finding.edits):
        written = document.sourcemap.edit(edit.start, edit.end, edit.text)
        if written is None:
            return None
        edits.append(SourceEdit(*written))
    quoted = any(_changes_quoted_words(document, edit) for edit in finding.edits)
    return Fix(finding.safe and not quoted, tuple(sorted(edits)) if len(edits) > 1 else (edits[0],), quoted)


def _smallest(text: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it is at both ends, so that harakat and markup there live on."""
    old, new = text[edit.start : edit.end], edit.text
    if not old or not new or (old[0] != new[0] and old[-1] != new[-1]):
        return edit
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _changes_quoted_words(document: Document, edit: Edit) -> bool:
    """Whether the edit changes what somebody is quoted to have said, between marks or in a block of its own: marks and blanks may be mended
    there, words may not.
    """
    if forms(edit.text) == forms(document.text[edit.start : edit.end]):
        return False
    block = document.block_at(edit.start)
    return document.quoted(edit.start, edit.end) or (block is not None and block.role == "quotation")
