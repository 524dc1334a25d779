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
    weak = {verb: verb[:-1] for verb in table["weak"]}
    return {"weak": weak | _of_speakers(weak), "hollow": table["hollow"] | _of_speakers(table["hollow"])}


def _of_speakers(verbs: Mapping[str, str]) -> dict[str, str]:
    """The same verbs in the first person, of one and of several; those whose root begins with a hamza only of several: نأتي, but آتي."""
    third = [(verb[1:], right[1:]) for verb, right in verbs.items() if verb[0] == "ي"]
    return {f"{who}{verb}": f"{who}{right}" for verb, right in third for who in "أن" if who == "ن" or verb[0] not in "أؤ"}
