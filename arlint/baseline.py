"""The baseline: findings that were there when arlint came, and are lived with until their paragraph is written anew.

An entry is a rule, the text found and a digest of the paragraph's words, both folded, under the path of the file. Line numbers are no
part of it: text may come and go around the paragraph, marks and hamzas may be mended in it, and it is known again.
"""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from .arabic.skeletons import key, skeleton
from .document import Document
from .records import NamedTuple
from .report import Diagnostic, FileReport
from .rules import Text

VERSION = 1
_MOST = 80  # characters of folded text that are kept as they are
_HEAD = '{{"version": {version}, "accepted": [\n'


class Entry(NamedTuple):
    """One finding that is accepted. `path` is relative to the folder of the baseline, with slashes."""

    path: str
    rule: str
    found: str
    paragraph: str


class BaselineError(Exception):
    """A file is no baseline. Holds what is wrong, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


Articles = Callable[[FileReport], Iterable[Document]]
"""The articles of a file that was reported on."""


class Baseline:
    """The entries in force in a run, and which of them were of use. `lost` are those of files that are no longer there."""

    def __init__(self, path: str, entries: Mapping[Entry, int], articles: Articles) -> None:
        self.path = path
        self._folder = os.path.dirname(os.path.abspath(path))
        self._articles = articles
        self._left = Counter(entries)
        self._by_path: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_path.setdefault(entry.path, []).append(entry)
        self._lost: dict[Entry, list[Entry]] | None = None

    def accepted(self, report: FileReport) -> tuple[tuple[str, int, int], ...]:
        """The findings of a file that are accepted, each as its rule and its span. What was of use once is used up."""
        if not report.diagnostics or not self._left:
            return ()
        path = relative(report.path, self._folder)
        if path not in self._by_path and not self._of_lost_files:
            return ()
        found = ((one, self._known(entry)) for one, entry in entries(report, path, self._articles(report)))
        return tuple((one.rule.id, one.start, one.end) for one, known in found if known)

    def _known(self, entry: Entry) -> bool:
        """Whether an entry fits: one of this path, or of a file that has another name now."""
        same = (entry, *self._of_lost_files.get(entry._replace(path=""), ()))
        fits = next((one for one in same if self._left[one] > 0), None)
        if fits is not None:
            self._left[fits] -= 1
        return fits is not None

    @property
    def _of_lost_files(self) -> dict[Entry, list[Entry]]:
        if self._lost is None:
            self._lost = {}
            for path in sorted(self._by_path):
                if not os.path.lexists(os.path.join(self._folder, path)):
                    for entry in self._by_path[path]:
                        self._lost.setdefault(entry._replace(path=""), []).append(entry)
        return self._lost

    def stale(self, ran: Mapping[str, Collection[str]], *, whole: bool) -> int:
        """How many entries were of no use, of files that were checked, by path with the rules that `ran` there; and, after a `whole`
        project, of files that are gone."""
        checked = {relative(path, self._folder): rules for path, rules in ran.items()}
        lost = {one for entries in self._of_lost_files.values() for one in entries} if whole else ()
        return sum(left for entry, left in self._left.items() if entry.rule in checked.get(entry.path, ()) or entry in lost)


def entries(report: FileReport, path: str, articles: Iterable[Document]) -> Iterator[tuple[Diagnostic, Entry]]:
    """The findings of a file, each with its entry."""
    paragraphs = sorted(
        (*document.sourcemap.span(block.start, block.end), document.text[block.start : block.end])
        for document in articles
        for block in document.blocks
    )
    digests: dict[int, str] = {}
    number = 0
    for one in sorted(report.diagnostics, key=lambda diagnostic: diagnostic.start):
        while number + 1 < len(paragraphs) and paragraphs[number + 1][0] <= one.start:
            number += 1
        inside = bool(paragraphs) and paragraphs[number][0] <= one.start <= paragraphs[number][1]
        if inside and number not in digests:
            digests[number] = _digest(" ".join(key(paragraphs[number][2])))
        yield one, Entry(path, one.rule.id, folded(one.text), digests[number] if inside else "")


def folded(text: str) -> str:
    """The text found, as an entry keeps it: folded, and where it is long, its beginning with a digest of it all."""
    said = " ".join(skeleton(text).split())
    return said if len(said) <= _MOST else f"{said[: _MOST - 20]}… {_digest(said)}"


def _digest(text: str) -> str:
    from hashlib import sha256  # as json below, needed only where there is a baseline

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def relative(path: str, folder: str) -> str:
    """A path as entries have it."""
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def written(found: Mapping[Entry, int]) -> str:
    """The text of a baseline: an entry a line, in order, so that two that grew apart can be merged."""
    import json

    lines = (
        json.dumps({**entry._asdict(), **({"count": count} if count > 1 else {})}, ensure_ascii=False)
        for entry, count in sorted(found.items())
        if count > 0
    )
    return _HEAD.format(version=VERSION) + ",\n".join(lines) + ("\n]}\n" if +Counter(found) else "]}\n")


def read(data: bytes) -> Counter[Entry]:
    """The entries of a baseline. Raises BaselineError."""
    import json

    try:
        held = json.loads(data)
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise BaselineError(
            Text(
                f"ليس ملف JSON سليما (السطر {line}، العمود {column})؛ صحّحه، أو احذفه واكتبه من جديد بالأمر arlint baseline.",
                f"it is not valid JSON (line {line}, column {column}); correct it, or delete it and write it anew with arlint baseline.",
            )
        ) from None
    except ValueError:
        raise BaselineError(Text("ليس ملف JSON سليما.", "it is not valid JSON.")) from None
    if not isinstance(held, dict) or held.get("version") != VERSION or not isinstance(held.get("accepted"), list):
        raise BaselineError(
            Text(
                "ليس ملف ملاحظات مقبولة تعرفه هذه النسخة؛ احذفه واكتبه من جديد بالأمر arlint baseline.",
                "it is no baseline that this version knows; delete it and write it anew with arlint baseline.",
            )
        )
    found: Counter[Entry] = Counter()
    for number, one in enumerate(held["accepted"], 1):
        values = [value for name in Entry._fields if isinstance(one, dict) and isinstance(value := one.get(name), str)]
        count = one.get("count", 1) if isinstance(one, dict) else 0
        if len(values) < len(Entry._fields) or not isinstance(count, int) or count < 1:
            wrong = Text(f"البند {number} ناقص أو خاطئ؛ صحّحه أو احذفه.", f"entry {number} is incomplete or wrong; correct or delete it.")
            raise BaselineError(wrong)
        found[Entry(*values)] += count
    return found
