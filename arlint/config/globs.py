"""Patterns of paths, as in .gitignore, relative to a folder."""

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from ..records import NamedTuple
from ..rules import Text
from .place import DEFAULT, Place

_SIGNS = "*?[]!\\#"


class PathFilter(NamedTuple):
    """Patterns as in a .gitignore that lies in the folder `root` (absolute): the last that matches decides, `!` takes back."""

    root: str
    patterns: tuple[str, ...]
    place: Place = DEFAULT

    def verdict(self, path: str) -> bool | None:
        """True where the path matches, False where a pattern with `!` takes it back, None where nothing is said of it.

        A path that ends in a slash is a folder. Paths outside the root are never matched.
        """
        name = _inside(self.root, path)
        return None if name is None else _judge(self.patterns)(name)

    def matches(self, path: str) -> bool:
        """Whether the path matches."""
        return self.verdict(path) is True


def _inside(root: str, path: str) -> str | None:
    whole = os.path.abspath(path)
    if whole == root or not whole.startswith(root if root.endswith(os.sep) else root + os.sep):
        return None
    name = whole[len(root) :].strip(os.sep).replace(os.sep, "/")
    return name + "/" if path.endswith(("/", os.sep)) else name


@lru_cache(maxsize=256)
def _judge(patterns: tuple[str, ...]) -> Callable[[str], bool | None]:
    simple = [_simple(pattern) for pattern in patterns]
    if all(simple):
        return lambda name: True if any(test and test(name) for test in simple) else None
    spec = _spec(patterns)
    return lambda name: _checked(spec, name)


def _simple(pattern: str) -> Callable[[str], bool] | None:
    """The test for a pattern that needs no library: a path, `name`, `folder/`, `folder/**`, `*.suffix` or `folder/**/*.suffix`.

    Importing pathspec takes longer than linting an article.
    """
    above, deep, last = pattern.partition("/**/")
    if deep and last.startswith("*."):
        above = above.strip("/")
        within, ends, top = _simple(f"/{above}/"), _simple(last), len(above) + 1
        return (lambda name: within(name) and ends(name[top:])) if within and ends else None
    body = pattern.removesuffix("**") if pattern.endswith("/**") else pattern
    folder, anchored = body.endswith("/"), "/" in pattern.rstrip("/")
    suffix = body[1:] if body.startswith("*.") and "/" not in body else ""
    if any(sign in (suffix or body) for sign in _SIGNS) or body != body.strip() or not body.strip("/") or "//" in body:
        return None
    if suffix:
        return lambda name: any(part.endswith(suffix) for part in name.rstrip("/").split("/"))
    bare = body.strip("/")
    if not anchored:
        return lambda name: f"/{bare}/" in f"/{name}" or (not folder and f"/{name}".endswith(f"/{bare}"))
    return lambda name: name.startswith(f"{bare}/") or (not folder and name == bare)


def _spec(patterns: Sequence[str]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _checked(spec: Any, name: str) -> bool | None:
    verdict: bool | None = spec.check_file(name).include
    return verdict


def glob_problem(pattern: str) -> Text | None:
    """What is wrong with a pattern, None where it is right."""
    if _simple(pattern):
        return None
    try:
        if any(one.include is not None for one in _spec([pattern]).patterns):
            return None
    except (ValueError, re.error):
        pass
    return Text(f"النمط «{pattern}» لا يطابق أي مسار؛ صحّحه أو احذفه.", f"the pattern {pattern!r} matches no path; correct or remove it.")
