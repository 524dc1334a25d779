"""The presets of arlint itself: named pieces of configuration for `extends`, as section 7 of the rule catalogue defines them."""

from collections.abc import Mapping
from typing import Any

from ..markers import hookimpl

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "default": {},
    "errors-only": {
        "select": [
            "DUP001", "DUP004", "SPL006", "ORT001", "ORT002", "ORT003", "ORT004", "ORT005", "ORT006", "ORT007",
            "QUO001", "QUO002", "QUO007", "PUN001", "PUN002", "PUN003", "PUN006",
            "UNI001", "UNI005", "UNI007", "UNI008", "UNI009", "NUM004", "NUM005", "NUM006",
            "GRM001", "GRM003", "GRM004", "GRM005", "GRM006", "STR002",
        ],
        # Of these two only what is an error: doubled function words, controls that are not closed and those that reverse.
        "rules": {"DUP004": {"content_words": False}, "UNI001": {"allow_pairs": True}},
    },
    "consistency": {
        "select": ["SPL001", "SPL002", "SPL003", "SPL004", "SPL005", "QUO004", "QUO006", "NUM001", "NUM002", "NUM003"],
    },
    "sources": {
        "select": ["ATT001", "ATT002", "ATT003", "ATT004", "ATT005", "ATT006"],
        "rules": {"ATT002": "warning", "ATT003": {"officials": True}},
    },
    "encoding": {"select": ["UNI"]},
    "project": {"rules": dict.fromkeys(("DUP005", "DUP006", "SPL005", "STY009"), "on")},
    "strict": {
        "rules": dict.fromkeys(("PUN005", "PUN010", "PUN011", "UNI011", "STY002", "STY004", "STY006", "ATT005"), "on"),
    },
    # What the press of a region agrees upon, and no more. Where its papers differ the house decides: quotation marks everywhere; tanwin
    # (on the alif in 1,383 articles of SaudiNewsNet and before it in 631; Al Jazeera and Asharq al-Awsat write it before, Al Arabiya on);
    # digits in Egypt and the Levant (CLDR has ٠-٩; their press was not measured); the foreign g in the Gulf (six names such as غوغل have
    # غ in 38 articles of SaudiNewsNet, ج in 26) and in the Maghreb (غ, ق, ڨ, ك by country).
    #
    # Months are those of CLDR 47 for the countries: ar-SA, ar-AE, ar-KW, ar-EG يناير; ar-SY, ar-LB, ar-JO, ar-PS, ar-IQ كانون الثاني;
    # ar-DZ, ar-TN جانفي; ar-MA غشت.
    # Digits: CLDR gives 0-9 for ar-DZ, ar-MA, ar-TN, ar-LY and ar-AE, ٠-٩ for ar-SA; but of 2,181 articles of SaudiNewsNet with digits
    # 2,085 have 0-9 only, and all 728 of Jawhara.
    # The hamza of مسئول and شئون stands on a tooth by the rules of the Academy of the Arabic Language in Cairo, where two و would meet;
    # elsewhere on و: مسؤول in 597 articles of SaudiNewsNet against 70, in all 68 of Jawhara.
    # The foreign g is ج in Egypt, where ج is spoken so, and غ in the Levant (https://en.wikipedia.org/wiki/Ghayn).
    # Final ي has no dots in Egypt and Sudan (https://en.wikipedia.org/wiki/Yodh); فى stands in 30 of 3,216
    # articles of SaudiNewsNet and in 14 of 999 of Jawhara.
    "gulf": {
        "house_style": {"digits": "western", "months": {"system": "gregorian"}, "hamza_medial": "waw", "egyptian_yeh": "report"},
    },
    "egypt": {
        "house_style": {"months": {"system": "gregorian"}, "g_letter": "ج", "hamza_medial": "yeh", "egyptian_yeh": "ignore"},
    },
    "levant": {
        "house_style": {"months": {"system": "levantine"}, "g_letter": "غ", "hamza_medial": "waw", "egyptian_yeh": "report"},
    },
    "maghreb": {
        "house_style": {"digits": "western", "months": {"system": "maghreb"}, "hamza_medial": "waw", "egyptian_yeh": "report"},
    },
}  # fmt: skip
"""They name rules by code, and may name some that a plugin not installed would bring: those are passed over."""


@hookimpl
def arlint_presets() -> Mapping[str, Mapping[str, Any]]:
    """`default` changes nothing; some choose rules for one purpose, the regions only say how their newsrooms write."""
    return PRESETS
