"""The verbs that change after لم."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from arlint.arabic.lexicon import lexicon


def forms(kind: str) -> Mapping[str, str]:
    """What verbs become, by their form before: of `kind` `weak` (يأتي: يأت) or `hollow` (يكون: يكن)."""
    return _facts()[kind]


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Mapping[str, str]]:
    return lexicon(__file__, "jussive", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {"weak": {verb: verb[:-1] for verb in table["weak"]}, "hollow": dict(table["hollow"])}
