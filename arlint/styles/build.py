"""From what a style file says of one rule, in plain values, to its class."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..kept import short_digest
from ..records import NamedTuple
from ..rules import AnyRule, Example, Option, Text
from .actions import chooses
from .capitalization import Capitalization
from .conditional import Conditional, Presence
from .consistency import Consistency, ProjectConsistency
from .existence import Existence
from .messages import in_arabic, requoted, template
from .metric import Metric, Readability
from .occurrence import Occurrence
from .repetition import Repetition
from .rule import Written
from .sequence import Script, WordSequence
from .spelling import Spelling
from .substitution import Substitution

KINDS: Mapping[str, type[Written]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "repetition": Repetition,
    "consistency": Consistency,
    "conditional": Conditional,
    "capitalization": Capitalization,
    "metric": Metric,
    "readability": Readability,
    "spelling": Spelling,
    "sequence": WordSequence,
    "script": Script,
    "presence": Presence,
}
"""The extension points by name: Vale's, and `presence`."""


class Spec(NamedTuple):
    """All that is known of a rule. Pairs are Arabic and English; `cases` are text, fixed text, format and level of each example."""

    id: str
    kind: str
    code: str
    message: tuple[str, str]
    level: str
    on: bool
    link: str
    about: tuple[str, str]
    options: Mapping[str, Any]
    cases: Sequence[tuple[str, str | None, str, str | None]]
    where: str
    root: str
    digest: str


_MADE: dict[tuple[str, str, tuple[str, ...]], type[AnyRule]] = {}


def built(spec: Spec, accepted: Sequence[str] = ()) -> type[AnyRule]:
    """The class of a rule; the same one for the same spec."""
    key = spec.id, spec.digest, tuple(accepted)
    made = _MADE.pop(key, None) or _class(spec, tuple(accepted))
    _MADE[key] = made  # the latest last
    return made


def known_as(rule_id: str) -> type[AnyRule] | None:
    """The class of a rule that was built before; None where there is none."""
    return next((made for (name, *_), made in reversed(_MADE.items()) if name == rule_id), None)


def rebuilt(spec: Sequence[Any], accepted: Sequence[str], options: Mapping[str, Any]) -> AnyRule:
    """A rule as it was in another process."""
    return built(Spec(*spec), accepted)(**options)


def _class(spec: Spec, accepted: tuple[str, ...]) -> type[AnyRule]:
    kind: type[Written] = KINDS[spec.kind]
    if kind is Consistency and spec.options.get("scope") == "project":
        kind = ProjectConsistency
    arabic, english = spec.message
    if spec.kind == "substitution" and chooses(spec.options.get("action")):
        arabic, english = requoted(arabic), requoted(english)
    if spec.kind == "spelling" and arabic != english:
        arabic = in_arabic(arabic)
    namespace: dict[str, Any] = {
        "__doc__": "\n\n".join(filter(None, (*(dict.fromkeys(filter(None, spec.about)) or (_docs(kind),)), spec.link))),
        "__module__": __name__,
        "id": spec.id,
        "code": spec.code,
        "title": Text(*(said.replace("%s", "…") for said in spec.message)),
        "message": Text(template(arabic), template(english)),
        "level": spec.level,
        "default": spec.on,
        "cases": tuple(Example(text, fixed, format=name, level=level) for text, fixed, name, level in spec.cases),  # type: ignore[arg-type]
        "spec": tuple(spec),
        "made_of": spec.digest + short_digest(repr(accepted)) if accepted else spec.digest,
        "where": spec.where,
        "root": spec.root,
        "link": spec.link,
        "accepted": accepted,
    }
    for name, value in spec.options.items():
        inherited = kind.options[name]
        namespace[name] = Option(value, inherited.about, inherited.path)
    return type(spec.id, (kind,), namespace)


def _docs(kind: type[AnyRule]) -> str:
    """What a kind says of itself. `inspect`, which would do the same, takes longer to import than all rules to build."""
    return "\n".join(line.strip() for line in (kind.__doc__ or "").splitlines()).strip()
