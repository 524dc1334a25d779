"""Which rules a section of a configuration of Vale switches on and off, and at which level."""

from collections.abc import Mapping

from ..rules import AnyRule
from ..styles.spelling import Spelling
from .vale_ini import LEVELS, Section
from .vale_skips import listed

BUILT_IN = {
    "Vale.Repetition": (
        "extends: repetition",
        'message: {ar: "تكررت «%s»", en: "\'%s\' is repeated!"}',
        "level: error",
        "alpha: true",
        "ignorecase: true",
        r"tokens: ['[^\s.]+']",
    ),
    "Vale.Spelling": ("extends: spelling", 'message: {ar: "هل المقصود «%s»؟", en: "Did you really mean \'%s\'?"}', "level: error"),
}
"""The rules that Vale brings itself."""


def switched(section: Section, rules: Mapping[str, type[AnyRule]], least: str = "suggestion") -> dict[str, str]:
    """What a section says of each rule that exists. A rule that cannot run, or whose level is not to be shown, is off."""
    wanted: dict[str, str] = {}
    known = {*rules, *BUILT_IN}
    for style in listed(section.get("BasedOnStyles")):
        said = section.get(style).lower()
        wanted.update((name, said if said in LEVELS else "on") for name in sorted(known) if name.startswith(f"{style}."))
    for name, said in section.rules():
        if name in known:
            wanted[name] = said
    return {name: said if said == "off" or _runs(name, said, rules, least) else "off" for name, said in wanted.items()}


def _runs(name: str, said: str, rules: Mapping[str, type[AnyRule]], least: str) -> bool:
    """Whether a rule can run here, and speaks at a level that is to be shown."""
    rule = rules.get(name)
    level = said if said in LEVELS else rule.level if rule else "error"
    if name == "Vale.Spelling" and rule is None:
        rule = Spelling
    return LEVELS.index(level) >= LEVELS.index(least) and not (rule and rule().lacking())
