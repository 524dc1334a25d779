"""Which lines changed, as git knows it: since a commit, or staged for the next one. Renames are followed."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence

from .records import NamedTuple
from .report import FileReport
from .rules import Text

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([abfnrtv"\\]|[0-7]{3})')
_SIGNS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b'"': b'"', b"\\": b"\\"}
# Whatever the user's configuration says of diffs: bare hunks, both prefixes, names as they are.
_DIFF = (
    "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules",
    "--find-renames", "-l5000", "--diff-filter=d",
)  # fmt: skip
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")

Ranges = Sequence[tuple[int, int]]
"""Half-open ranges of lines, counted from 0, as git counts them: they end in LF."""


class GitError(Exception):
    """Git cannot say what changed. Holds why, and what to do, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


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
    top = _top(folder)
    commit = _commit(reference, top)
    base = _git(top, "merge-base", commit, "HEAD", may_fail=True).strip().decode() or commit
    ranges = _changed(top, base)
    for name in _split(_git(top, "ls-files", "--others", "--exclude-standard", "-z")):
        ranges.setdefault(_path(top, name), None)
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
    top = _top(folder)
    objects: dict[bytes, bytes] = {}
    for entry in _split(_git(top, "ls-files", "--stage", "-z")):
        head, _, name = entry.partition(b"\t")
        mode, digest, stage = head.split()
        if stage == b"0" and mode in (b"100644", b"100755"):
            objects[name] = digest
    dirty = [name for name in _split(_git(top, *_DIFF[:-1], "--name-only", "-z")) if name in objects]
    contents = dict(zip(dirty, _blobs(top, [objects[name] for name in dirty]), strict=True))
    return Staged(
        Changes(_changed(top, "--cached")),
        frozenset(_path(top, name) for name in objects),
        {_path(top, name): data for name, data in contents.items()},
    )


def _changed(top: str, base: str) -> dict[str, Ranges | None]:
    patch = _git(top, *_DIFF, *_PATCH, base, "--")
    ranges: dict[str, Ranges | None] = {_path(top, name): lines for name, lines in _hunks(patch)}
    numbers = iter(_split(_git(top, *_DIFF, "--numstat", "-z", base, "--")))
    for entry in numbers:
        added, _, name = entry.split(b"\t", 2)
        if not name:  # renamed: the old and the new name follow
            next(numbers)
            name = next(numbers)
        if added == b"-":
            ranges[_path(top, name)] = None
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
            name, ranges = _unquoted(line[4:]).removeprefix(b"b/"), []
        elif match := _HUNK.match(line):
            old, start, new = int(match[1] or 1), int(match[2]), int(match[3] or 1)
            if new:
                ranges.append((start - 1, start - 1 + new))
            for _ in range(old + new):  # a line of the text may look like a head
                if next(lines, b"").startswith(b"\\"):
                    next(lines, b"")
    if name is not None:
        yield name, ranges


def _unquoted(name: bytes) -> bytes:
    """A name as git writes it in a patch: in quotation marks where it holds control characters, with a tab after it where it has blanks."""
    name = name.removesuffix(b"\t")
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(lambda match: _SIGNS.get(match[1]) or bytes([int(match[1], 8)]), name[1:-1])


def _split(data: bytes) -> list[bytes]:
    return data.split(b"\0")[:-1]


def _path(top: str, name: bytes) -> str:
    return os.path.join(top, os.fsdecode(name))


def _top(folder: str) -> str:
    top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    return os.path.realpath(top)


def _commit(reference: str, top: str) -> str:
    found = b"" if reference.startswith("-") else _git(top, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}", may_fail=True)
    if not found:
        raise GitError(
            Text(
                f"لا يعرف git إيداعا ولا فرعا ولا وسما باسم «{reference}»؛ قد يلزم جلبه: git fetch.",
                f"git knows no commit, branch or tag {reference!r}; perhaps it has to be fetched first: git fetch.",
            )
        )
    return found.strip().decode()


def _blobs(top: str, digests: Sequence[bytes]) -> list[bytes]:
    """What objects hold, in their order."""
    if not digests:
        return []
    out, at, blobs = _git(top, "cat-file", "--batch", stdin=b"".join(digest + b"\n" for digest in digests)), 0, []
    for _ in digests:
        head, _, _ = out[at:].partition(b"\n")
        size = int(head.split()[2])
        at += len(head) + 1
        blobs.append(out[at : at + size])
        at += size + 1
    return blobs


def _git(folder: str, *arguments: str, stdin: bytes = b"", may_fail: bool = False) -> bytes:
    """What git prints. In a hook the environment names the repository, and so does `folder`. Raises GitError."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(["git", *arguments], check=False, cwd=folder, input=stdin, capture_output=True, env=environment)
    except FileNotFoundError:
        raise GitError(Text("لم يُعثر على git؛ ثبّته أولا.", "git was not found; install it first.")) from None
    if done.returncode and not may_fail:
        said = os.fsdecode(done.stderr).strip().splitlines() or [f"git {arguments[0]}: {done.returncode}"]
        if "not a git repository" in said[0]:
            where = os.path.abspath(folder)
            raise GitError(
                Text(
                    f"لا مستودع git في {where}؛ نفّذ الأمر داخل مستودع، أو اترك --since و--staged.",
                    f"there is no git repository at {where}; run inside one, or leave out --since and --staged.",
                )
            )
        raise GitError(Text(f"لم ينجح git في {folder}: {said[0]}", f"git failed in {folder}: {said[0]}"))
    return b"" if done.returncode else done.stdout
