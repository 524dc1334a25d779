"""Named tuples of our own are what those of `typing` are."""

import pickle
import typing
from typing import Any

import pytest

from arlint import records


def _classes(base: Any) -> tuple[Any, Any]:
    class Pair(base):  # type: ignore[misc]
        """Two values."""

        one: int
        other: "str | None" = None

        @property
        def both(self) -> str:
            """Both."""
            return f"{self.one}{self.other}"

    class Empty(base):  # type: ignore[misc]
        """Nothing."""

    return Pair, Empty


class Kept(records.NamedTuple):
    """To be pickled."""

    one: int
    _other: int = 3


OURS, NOTHING = _classes(records.NamedTuple)
THEIRS, EMPTY = _classes(typing.NamedTuple)


def _said(do: Any, cls: Any) -> object:
    try:
        return do(cls)
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error)


DONE = {
    "positions": lambda cls: cls(1, "a"),
    "names": lambda cls: cls(other="a", one=1),
    "default": lambda cls: repr(cls(1)),
    "too few": lambda cls: cls(),
    "too many": lambda cls: cls(1, 2, 3),
    "unknown": lambda cls: cls(1, third=3),
    "replaced": lambda cls: repr(cls(1)._replace(other="b")),
    "replaced wrongly": lambda cls: cls(1)._replace(third="b"),
    "made": lambda cls: repr(cls._make([1, 2])),
    "made wrongly": lambda cls: cls._make([1]),
    "as a dict": lambda cls: cls(1)._asdict(),
    "property": lambda cls: cls(1).both,
    "fields": lambda cls: (cls._fields, cls._field_defaults, cls.__match_args__),
    "names of the class": lambda cls: (cls.__doc__, cls.__name__, cls.__qualname__, cls.__module__),
    "set": lambda cls: setattr(cls(1), "one", 2),
    "other attribute": lambda cls: setattr(cls(1), "more", 2),
    "equal": lambda cls: (cls(1) == (1, None), cls(1) < cls(2), hash(cls(1)) == hash((1, None)), isinstance(cls(1), tuple)),
    "hints": typing.get_type_hints,
    "class": lambda cls: (type(cls), issubclass(cls, tuple)),
}


@pytest.mark.parametrize("do", DONE.values(), ids=DONE)
def test_they_are_the_same(do: Any) -> None:
    assert _said(do, OURS) == _said(do, THEIRS)


def test_one_without_fields() -> None:
    assert (NOTHING(), NOTHING._fields, repr(NOTHING())) == (EMPTY(), EMPTY._fields, repr(EMPTY()))


def test_they_are_kept_and_sent() -> None:
    again = pickle.loads(pickle.dumps(Kept(1)))
    assert (again, type(again)) == (Kept(1, 3), Kept)
    match again:
        case Kept(one, other):
            assert (one, other) == (1, 3)
