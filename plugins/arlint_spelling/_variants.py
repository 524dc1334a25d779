"""Class A of SPL001: forms read as spellings of the words that newsrooms spell in more than one way."""

from collections.abc import Iterable
from typing import Any

from arlint.arabic.clitics import NOUN_PREFIXES, Reading
from arlint.arabic.skeletons import hamza
from arlint.records import NamedTuple

from ._variant_groups import TAIL, Group, groups, stems_of_table, table, variant

_ATTACHED = frozenset("".join(NOUN_PREFIXES))


class Match(NamedTuple):
    """A form read as a variant of a group. `key` is the group's id, `value` the name of the variant.

    `rest` are the words that must follow the form, for a spelling of several words.
    """

    key: str
    value: str
    reading: Reading[Any]
    rest: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """The word it is a spelling of."""
        return groups()[self.key]

    @property
    def stem(self) -> str:
        """The spelling without what is attached to it, all its words."""
        return " ".join((self.reading.stem, *self.rest))

    def stem_as(self, value: str) -> str | None:
        """The stem in another spelling of the group; None where that one has no such word."""
        return self.group.counterpart(variant(self.value)[1], self.stem, variant(value)[1])

    def written_as(self, stem: str) -> str:
        """The whole form with this stem."""
        return self.reading.respelled(stem)

    def is_same(self, stem: str) -> bool:
        """Whether a reader would hear no difference, so that it may be written so without asking."""
        return not self.group.ask and (self.group.kind in ("hamza", "spacing") or hamza(stem) == hamza(self.stem))


def matches(form: str) -> list[Match]:
    """The variants that a form may be, or begin. Of one word, only the first in the order of the table is meant."""
    found: list[Match] = []
    if form[-TAIL:] not in tails() or not _ends_in_stem(form):
        return found
    for reading in stems_of_table().readings(form):
        for rest, group_id, index in table()["readings"][reading.entry]:
            group = groups()[group_id]
            if (rest or all(match.rest for match in found)) and not (group.no_article and reading.prefix.endswith(("ال", "لل"))):
                found.append(Match(group_id, group.value(index), reading, rest))
    return found


def tails() -> frozenset[str]:
    """The last letters of all forms that have `matches`."""
    found: frozenset[str] = table()["tails"]
    return found


def likely(forms: Iterable[str]) -> list[str]:
    """Those of the forms that may have `matches`, as their last letters tell, and then what is left of them without their first ones."""
    last = tails()
    return [form for form in forms if form[-TAIL:] in last and _ends_in_stem(form)]


def _ends_in_stem(form: str) -> bool:
    stems, rest = stems_of_table().stems, form
    while rest not in stems:
        if rest[:1] not in _ATTACHED:
            return False
        contracted, rest = rest[0] == "ل", rest[1:]
        if contracted and (f"ال{rest}" in stems or f"الل{rest}" in stems):
            return True
    return True
