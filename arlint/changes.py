"""Which lines changed, as git knows it: since a commit, or staged for the next one. Renames are followed."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence

from .git import blobs, commit_of, git, parted_at_nul, path_in, top_of, unquoted
from .records import NamedTuple
from .report import FileReport

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# Whatever the user's configuration says of diffs: bare hunks, both prefixes, names as they are.
_DIFF = (
    "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules",
    "--find-renames", "-l5000", "--diff-filter=d",
)  # fmt: skip
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of lines, counted from 0, as git counts them: they end in LF."""


class Changes(NamedTuple):
    """The lines that changed, by real path; None where a file is no text to git, and all of it counts."""

    ranges: Mapping[str, Ranges | None]

    def concerns(self, path: str) -> bool:
        """Whether anything changed in a file."""
        return os.path.realpath(path) in self.ranges

    def lines(self, report: FileReport) -> tuple[tuple[int, int], ...]:
        """The spans of the lines that changed, in code points of the source."""
        ranges = self.ranges.get(os.path.realpath(report.path), ())
        if report.source is None:
            return ()
        text = report.source.text
        if ranges is None:
            return ((0, len(text) + 1),)
        starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        last = len(starts) - 1
        return tuple((starts[min(first, last)], starts[min(end, last)]) for first, end in ranges)


def since(reference: str, folder: str) -> Changes:
    """What differs in the working tree from the commit where it parted from `reference` (a commit, branch or tag), new files included.

    Raises GitError.
    """
    top = top_of(folder)
    commit = commit_of(reference, top)
    base = git(top, "merge-base", commit, "HEAD", may_fail=True).strip().decode() or commit
    ranges = _changed(top, base)
    for name in parted_at_nul(git(top, "ls-files", "--others", "--exclude-standard", "-z")):
        ranges.setdefault(path_in(top, name), None)
    return Changes(ranges)


class Staged(NamedTuple):
    """What is staged for the next commit.

    `tracked` are the real paths of all files in the index; `contents` what the index holds of those that are different, or missing, in
    the working tree.
    """

    changes: Changes
    tracked: frozenset[str]
    contents: Mapping[str, bytes]


def staged(folder: str) -> Staged:
    """What the index holds, and what of it changes the last commit. Raises GitError."""
    top = top_of(folder)
    objects: dict[bytes, bytes] = {}
    for entry in parted_at_nul(git(top, "ls-files", "--stage", "-z")):
        head, _, name = entry.partition(b"\t")
        mode, digest, stage = head.split()
        if stage == b"0" and mode in (b"100644", b"100755"):
            objects[name] = digest
    dirty = [name for name in parted_at_nul(git(top, *_DIFF[:-1], "--name-only", "-z")) if name in objects]
    contents = dict(zip(dirty, blobs(top, [objects[name] for name in dirty]), strict=True))
    return Staged(
        Changes(_changed(top, "--cached")),
        frozenset(path_in(top, name) for name in objects),
        {path_in(top, name): data for name, data in contents.items()},
    )


def _changed(top: str, base: str) -> dict[str, Ranges | None]:
    patch = git(top, *_DIFF, *_PATCH, base, "--")
    ranges: dict[str, Ranges | None] = {path_in(top, name): lines for name, lines in _hunks(patch)}
    numbers = iter(parted_at_nul(git(top, *_DIFF, "--numstat", "-z", base, "--")))
    for entry in numbers:
        added, _, name = entry.split(b"\t", 2)
        if not name:  # renamed: the old and the new name follow
            next(numbers)
            name = next(numbers)
        if added == b"-":
            ranges[path_in(top, name)] = None
    return {path: lines for path, lines in ranges.items() if not os.path.islink(path)}


def _hunks(patch: bytes) -> Iterator[tuple[bytes, list[tuple[int, int]]]]:
    """Each file of a patch without context, with the ranges of its new lines."""
    lines = iter(patch.split(b"\n"))
    name: bytes | None = None
    ranges: list[tuple[int, int]] = []
    for line in lines:
        if line.startswith(b"+++ "):
            if name is not None:
                yield name, ranges
            name, ranges = unquoted(line[4:]).removeprefix(b"b/"), []
        elif match := _HUNK.match(line):
            old, start, new = int(match[1] or 1), int(match[2]), int(match[3] or 1)
            if new:
                ranges.append((start - 1, start - 1 + new))
            for _ in range(old + new):  # a line of the text may look like a head
                if next(lines, b"").startswith(b"\\"):
                    next(lines, b"")
    if name is not None:
        yield name, ranges
