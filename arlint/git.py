"""Git, asked for what it knows of a folder."""

import os
import re
import subprocess
from collections.abc import Sequence

from .rules import Text

_ESCAPE = re.compile(rb'\\([abfnrtv"\\]|[0-7]{3})')
_SIGNS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b'"': b'"', b"\\": b"\\"}


class GitError(Exception):
    """Git cannot say what changed. Holds why, and what to do, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def unquoted(name: bytes) -> bytes:
    """A name as git writes it in a patch: in quotation marks where it holds control characters, with a tab after it where it has blanks."""
    name = name.removesuffix(b"\t")
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(lambda match: _SIGNS.get(match[1]) or bytes([int(match[1], 8)]), name[1:-1])


def parted_at_nul(data: bytes) -> list[bytes]:
    """What git printed with `-z`, one thing after the other."""
    return data.split(b"\0")[:-1]


def path_in(top: str, name: bytes) -> str:
    """The path of a file that git names, in a working tree."""
    return os.path.join(top, os.fsdecode(name))


def top_of(folder: str) -> str:
    """The real path of the working tree that holds a folder. Raises GitError."""
    top = os.fsdecode(git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    return os.path.realpath(top)


def commit_of(reference: str, top: str) -> str:
    """The commit that a branch, a tag or the like stands for. Raises GitError where there is none."""
    found = b"" if reference.startswith("-") else git(top, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}", may_fail=True)
    if not found:
        raise GitError(
            Text(
                f"لا يعرف git إيداعا ولا فرعا ولا وسما باسم «{reference}»؛ قد يلزم جلبه: git fetch.",
                f"git knows no commit, branch or tag {reference!r}; perhaps it has to be fetched first: git fetch.",
            )
        )
    return found.strip().decode()


def blobs(top: str, digests: Sequence[bytes]) -> list[bytes]:
    """What objects hold, in their order."""
    if not digests:
        return []
    out, at, contents = git(top, "cat-file", "--batch", stdin=b"".join(digest + b"\n" for digest in digests)), 0, []
    for _ in digests:
        head, _, _ = out[at:].partition(b"\n")
        size = int(head.split()[2])
        at += len(head) + 1
        contents.append(out[at : at + size])
        at += size + 1
    return contents


def git(folder: str, *arguments: str, stdin: bytes = b"", may_fail: bool = False) -> bytes:
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
