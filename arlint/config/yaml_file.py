"""YAML to a tree with places: YAML 1.2's core types, no aliases that explode, no key twice.

Built from the parser's events, not from PyYAML's nodes: its resolver knows YAML 1.1 only (`NO` is false, `12:30:45` a number), its
composer expands nothing but forgets which key came twice, and both recurse as deep as the file likes.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from .node import BrokenError, Packed, Problem, Scalar
from .scalars import scalar

_DEPTH = 50
_MOST_VALUES = 200_000

_TAG = "tag:yaml.org,2002:"

_TAB = "لا تُستعمل علامة الجدولة (tab) للإزاحة؛ استعمل المسافات", "tabs cannot indent; use spaces"
_SAID = (
    ("a tab character", *_TAB),
    ("cannot start any token", "لا تبدأ قيمة بهذا المحرف؛ ضعها بين علامتي تنصيص", "no value begins with this character; put it in quotes"),
    ("alphabetic or numeric", "ما يبدأ بالرمز * أو & أو ! يوضع بين علامتي تنصيص", "what begins with *, & or ! must be put in quotes"),
    ("mapping values are not allowed", "النقطتان «:» في غير موضعهما؛ ضع القيمة بين علامتي تنصيص", "misplaced ':'; put the value in quotes"),
    ("block sequence entries", "الشرطة «-» في غير موضعها؛ ابدأ القائمة في سطر جديد", "misplaced '-'; begin a list on a line of its own"),
    ("could not find expected ':'", "ينقص رمز «:» بعد المفتاح", "':' is missing after the key"),
    ("expected ','", "قوس لم يُغلق، أو فاصلة «,» ناقصة", "a bracket is not closed, or ',' is missing"),
    ("unexpected end of stream", "علامة تنصيص لم تُغلق", "a quotation mark is not closed"),
    ("unknown escape", "الرمز «\\» لا يتبعه ما يُفهم؛ اكتبه مرتين", "unknown escape; double the '\\', or use single quotes"),
    ("nesting depth", "القيم متداخلة أكثر من اللازم", "values are nested too deeply"),
    ("tag handle", "ما يبدأ بالرمز ! يوضع بين علامتي تنصيص", "what begins with ! must be put in quotes"),
    ("expected", "السطر لا يتفق مع ما قبله؛ راجع الإزاحة وعلامات التنصيص", "this does not fit what precedes it; check indents and quotes"),
)
"""What libyaml and PyYAML say, as words that occur in it, and how we say it."""


def parsed(text: str) -> tuple[Packed, list[Problem]]:
    """The tree of a YAML document, and what is wrong in it but does not hinder reading on. Raises BrokenError where it does."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composer = _Composer(yaml.parse(text, Loader=loader))
    try:
        return composer.document(), composer.problems
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark
        problem = str(error.problem)
        at_tab = text[mark.index : mark.index + 1] == "\t"
        arabic, english = next((said for words, *said in _SAID if words in problem), (problem, problem)) if not at_tab else _TAB
        raise BrokenError((mark.line + 1, mark.column + 1, f"YAML غير سليم: {arabic}.", f"broken YAML: {english}.")) from None
    except yaml.YAMLError as error:
        raise BrokenError((1, 1, f"YAML غير سليم: {error}.", f"broken YAML: {error}.")) from None


class _Composer:
    """One pass over the events of a file. `anchors` has None for a collection that is still open."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.anchors: dict[str, tuple[Packed, int] | None] = {}
        self.values = 0
        self.problems: list[Problem] = []

    def document(self) -> Packed:
        """The only document of the stream."""
        root: Packed = (1, 1, None)
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.append(
                        _problem(event, "في الملف أكثر من مستند؛ احذف السطر ---.", "the file has several documents; remove the line '---'.")
                    )
                    return root
                root = self.node(next(self.events), 0)
        return root

    def node(self, event: Any, depth: int) -> Packed:
        """The tree that begins with this event."""
        self.values += 1
        if depth > _DEPTH:
            raise _broken(event, "القيم متداخلة أكثر من اللازم.", "values are nested too deeply.")
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        line, column = _at(event)
        before = self.values
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(event, depth)
        else:
            value = self.mapping(event, depth)
        packed = (line, column, value)
        if event.anchor is not None:
            self.anchors[event.anchor] = packed, self.values - before + 1
        return packed

    def alias(self, event: Any) -> Packed:
        """The tree that an alias stands for; what it would expand to is counted."""
        if event.anchor not in self.anchors:
            raise _broken(event, f"لا مرساة باسم «&{event.anchor}» قبل هذا الموضع.", f"no anchor '&{event.anchor}' before this place.")
        known = self.anchors[event.anchor]
        if known is None:
            raise _broken(event, f"القيمة «*{event.anchor}» تحتوي على نفسها.", f"'*{event.anchor}' contains itself.")
        (_, _, value), size = known
        self.values += size
        if self.values > _MOST_VALUES:
            raise _broken(event, "الإحالات «*» تتوسع إلى قيم أكثر من اللازم.", "aliases expand to too many values.")
        return *_at(event), value

    def sequence(self, start: Any, depth: int) -> list[Packed]:
        """The items up to the end of the list."""
        self.check_tag(start, "seq")
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return items

    def mapping(self, start: Any, depth: int) -> dict[str, tuple[int, int, Packed]]:
        """The entries up to the end of the mapping. Keys are their text, whatever they look like."""
        self.check_tag(start, "map")
        entries: dict[str, tuple[int, int, Packed]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _broken(event, "المفتاح يجب أن يكون نصا.", "a key must be text.")
            key, (line, column) = str(event.value), _at(event)
            if key == "<<" and not event.style:
                self.problems.append(
                    _problem(event, "مفاتيح الدمج «<<» غير مدعومة؛ استعمل extends.", "merge keys ('<<') are not read; use 'extends'.")
                )
                self.node(next(self.events), depth + 1)
                continue
            if key in entries:
                first = entries[key][0]
                self.problems.append(
                    _problem(
                        event,
                        f"المفتاح «{key}» مكرر؛ سبق في السطر {first}. احذف أحدهما.",
                        f"key {key!r} is given twice, first on line {first}; remove one.",
                    )
                )
            entries[key] = (line, column, self.node(next(self.events), depth + 1))
        return entries

    def scalar(self, event: Any) -> Scalar:
        """The value of a scalar: text if it is quoted."""
        if event.tag in (None, "!"):
            return scalar(event.value) if not event.style and event.tag is None else str(event.value)
        self.check_tag(event, "str", "int", "float", "bool", "null")
        return str(event.value) if event.tag == _TAG + "str" else scalar(event.value)

    def check_tag(self, event: Any, *known: str) -> None:
        """Note a tag that is not one of these of YAML's own."""
        if event.tag is not None and event.tag != "!" and event.tag not in {_TAG + name for name in known}:
            tag = event.tag.replace(_TAG, "!!")
            self.problems.append(_problem(event, f"الوسم «{tag}» غير مدعوم؛ احذفه.", f"tag {tag!r} is not read; remove it."))


def _at(event: Any) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def _problem(event: Any, ar: str, en: str) -> Problem:
    return *_at(event), ar, en


def _broken(event: Any, ar: str, en: str) -> BrokenError:
    return BrokenError(_problem(event, ar, en))
