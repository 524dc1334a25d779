"""The presets of arlint itself: named pieces of configuration for `extends`, as section 7 of the rule catalogue defines them."""

from collections.abc import Mapping
from typing import Any

import pluggy

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "default": {},
    "errors-only": {
        "select": [
            "DUP001", "DUP004", "SPL006", "ORT001", "ORT002", "ORT003", "ORT004", "ORT005", "ORT006", "ORT007",
            "QUO001", "QUO002", "QUO007", "PUN001", "PUN002", "PUN003", "PUN006",
            "UNI001", "UNI005", "UNI007", "UNI008", "UNI009", "NUM004", "NUM005", "NUM006",
            "GRM001", "GRM003", "GRM004", "GRM005", "GRM006", "STR002",
        ],
    },
    "consistency": {
        "select": ["SPL001", "SPL002", "SPL003", "SPL004", "SPL005", "QUO004", "QUO006", "NUM001", "NUM002", "NUM003"],
    },
    "sources": {
        "select": ["ATT001", "ATT002", "ATT003", "ATT004", "ATT005", "ATT006"],
        "rules": {"ATT002": "warning", "ATT003": {"officials": True}},
    },
    "encoding": {"select": ["UNI"]},
    "strict": {
        "rules": dict.fromkeys(("PUN005", "PUN010", "PUN011", "UNI011", "STY002", "STY004", "STY006", "ATT005"), "on"),
    },
}  # fmt: skip
"""They name rules by code, and may name some that a plugin not installed would bring: those are passed over."""


@pluggy.HookimplMarker("arlint")
def arlint_presets() -> Mapping[str, Mapping[str, Any]]:
    """`default` changes nothing; the others choose rules for one purpose."""
    return PRESETS
