"""Comments that suppress findings, and the selectors that name rules in them, in configuration and on the command line."""

from fnmatch import fnmatchcase

from ..records import NamedTuple


class Suppression(NamedTuple):
    """One comment: what it says, where it stands (code points of the source) and the lines (from 1, both included) it speaks of.

    `rules` are selectors, empty for all rules. `used` counts the findings it silenced, or, where it has `expired`, those it would have.
    `until` is the last day on which it holds (ISO), "" for ever. `problem` says what is wrong with the comment: `verb` (no such
    directive), `rule` (names a rule that does not exist), `locked` (names one that no comment silences), `date` (no such day), `option`
    (a word that means nothing) or "" for nothing; `wrong` is the word concerned.
    """

    start: int
    end: int
    verb: str
    rules: tuple[str, ...]
    reason: str
    first: int
    last: int
    used: int = 0
    problem: str = ""
    wrong: str = ""
    until: str = ""
    expired: bool = False


def names_rule(selector: str, rule_id: str, code: str) -> bool:
    """Whether a selector (id, code, category or glob of them) names a rule: `unclosed-quote`, `QUO001`, `QUO`, `QUO*`, `*-quote`."""
    return (
        selector in (rule_id, code, "ALL")
        or (selector.isalpha() and selector.isupper() and code.rstrip("0123456789") == selector)
        or (any(sign in selector for sign in "*?[") and (fnmatchcase(rule_id, selector) or fnmatchcase(code, selector)))
    )
