"""All there is to say of a rule, as plain values."""

from typing import Any

from ..plugins import Registry
from ..rules import AnyRule, Measured
from ..rules.page import page
from .rules import described


def facts_of(rule: type[AnyRule], registry: Registry, lang: str) -> dict[str, Any]:
    """All there is to say of a rule, as plain values."""
    return {**described(rule, registry, lang), **_details(rule, lang)}


def _details(rule: type[AnyRule], lang: str) -> dict[str, Any]:
    """What `arlint rules` does not say."""
    from ..config.options import hints
    from ..config.schema import schema_of, written
    from ..testing import cases_of

    types, measured = hints(rule), rule.measured
    return {
        "message": rule.message.in_(lang),
        "page": page(rule, lang),
        "reads": sorted(rule.reads),
        "options": [
            {"name": name, "about": option.about.in_(lang), "default": written(option.default), "schema": schema_of(types[name])}
            for name, option in rule.options.items()
        ],
        "examples": [case.example._asdict() | {"options": dict(case.example.options)} for case in cases_of(rule)],
        "measured": measured and {**measured._asdict(), "note": measured.note.in_(lang), **_shares(measured)},
    }


def _shares(measured: Measured) -> dict[str, int]:
    """The share that is right and its interval, in whole percent; nothing where nothing was read."""
    shares = (measured.right / measured.read, *measured.interval) if measured.read else ()
    return {name: round(100 * share) for name, share in zip(("share", "low", "high"), shares, strict=False)}
