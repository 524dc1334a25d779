"""The one place where rules are called: whatever they raise is reported, and the others go on."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from ..document import Document
from ..report import Fault
from ..rules import AnyRule, AuditRule, Edit, Elsewhere, Finding, Related, RuleError, Text
from ..rules.finding import LEVELS

Said = tuple[Sequence[Finding], Sequence[Fault]]

_NOTHING: Said = (), ()
_EDIT = int, int, str


def guarded(document: Document, rule: AnyRule, method: Callable[[Document], Iterable[Finding]]) -> Said:
    """What the rule says of the document, and what it raised. What it had found before it gave up stands."""
    said: list[Finding] = []
    broken: list[Fault] = []
    try:
        try:
            said.extend(method(document))
            if not said:
                return _NOTHING
        except RuleError as error:
            broken = [Fault(document.path, "rule", error.message)]
        length = len(document.source.text if isinstance(rule, AuditRule) else document.text) if said else 0
        for finding in said:
            _check(finding, length)
            # Reporters fill in the message long after the rule was called: what they would fail on is found here.
            if lacking := _placeholders(*rule.text_of(finding)) - finding.args.keys():
                raise ValueError(f"the message has placeholders without a value: {', '.join(sorted(lacking))}")
    except (Exception, SystemExit) as error:  # noqa: BLE001  (the one place where a rule is called: whatever it raises is reported and the others go on)
        return [], [bug(document.path, rule, error)]
    return said, broken


def _check(finding: Finding, length: int) -> None:
    """Raise TypeError or ValueError for what is no whole finding in a text of this length, while it is still known whose it is."""
    if not isinstance(finding, Finding):
        raise TypeError(f"{finding!r} is no finding; a rule gives what self.found(start, end) makes")
    start, end, _, edits, _, level, _, related = finding
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"the offsets {start!r} and {end!r} are not both whole numbers")
    if not 0 <= start <= end <= length:
        raise ValueError(f"span {start}:{end} lies outside the text of {length} characters")
    if level is not None and level not in LEVELS:
        raise ValueError(f"{level!r} is no level; levels are {', '.join(LEVELS)}")
    for edit in edits:
        if not isinstance(edit, Edit) or (type(edit.start), type(edit.end), type(edit.text)) != _EDIT:
            raise TypeError(f"{edit!r} is no edit; write Edit(start, end, text)")
    for place in related:
        if not isinstance(place, (Related, Elsewhere)):
            raise TypeError(f"{place!r} is no related place; write Related(start, end, Text(…))")


@lru_cache(maxsize=1024)
def _placeholders(*templates: str) -> frozenset[str]:
    """The names of all placeholders in these templates."""
    from string import Formatter  # only where something is found

    return frozenset(name for template in templates for _, name, _, _ in Formatter().parse(template) if name)


def bug(path: str, rule: AnyRule, error: BaseException) -> Fault:
    """The fault that an exception of a rule is."""
    import traceback  # needed only when something is wrong

    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return Fault(
        path,
        "bug",
        Text(
            f"تعطلت القاعدة {rule.id} في هذا الملف ({what})؛ وأكملت القواعد الأخرى عملها. يُرجى إبلاغ صاحب القاعدة بالتفاصيل.",
            f"rule {rule.id} failed on this file ({what}); the other rules went on. Please report the details to its author.",
        ),
        "".join(traceback.format_exception(error)),
    )
