"""The conclusions that concern one file, as a number: what is found in the file holds for as long as that is the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from ..prints import digest
from ..rules import CorpusRule
from .base import Noted

_MASK = (1 << 64) - 1


def state_of(rules: Sequence[CorpusRule], conclusions: Sequence[Mapping[str, str]]) -> bytes:
    """A digest of all that is concluded."""
    said = [(rule, sorted(one.items())) for rule, one in zip(rules, conclusions, strict=True)]
    return digest(repr(said).encode("utf-8", "surrogatepass"))


class Weights:
    """A number for each key of which something is concluded, which stands for that."""

    def __init__(self, rules: Sequence[CorpusRule], conclusions: Sequence[Mapping[str, str]], noted: Callable[[], Noted]) -> None:
        self._conclusions = list(zip(rules, conclusions, strict=True))
        self._noted = noted

    def of_file(self, name: str) -> bytes | None:
        """What the conclusions about the keys noted of a file of the base weigh together; None where these keys have been lost."""
        noted = self._noted()
        return _bytes(sum([self._by_number[number] for number in noted.of.get(name, ())])) if noted.keys else None

    def of_keys(self, keys: Iterable[tuple[str, str]]) -> bytes:
        """What the conclusions about these keys, each with the id of its rule before it, weigh together."""
        return _bytes(sum(self._of.get(one, 0) for one in keys))

    @cached_property
    def _of(self) -> Mapping[tuple[str, str], int]:
        weights: dict[tuple[str, str], int] = {}
        for rule, said in self._conclusions:
            for one, what in said.items():
                worth = int.from_bytes(digest(repr((rule, one, what)).encode("utf-8", "surrogatepass"))[:8], "big")
                weights[rule.id, one] = weights.get((rule.id, one), 0) + worth
        return weights

    @cached_property
    def _by_number(self) -> Sequence[int]:
        return [self._of.get(one, 0) for one in self._noted().keys]


def _bytes(worth: int) -> bytes:
    return (worth & _MASK).to_bytes(8, "big")
