"""In which language arlint speaks: what the command line asks for, else the configuration, else the environment."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..rules.nouns import ARABIC_DIGITS

if TYPE_CHECKING:
    from argparse import Namespace

    from ..config import Settings

LANGUAGES = ("ar", "en")


def asked(arguments: Sequence[str]) -> str | None:
    """What `--lang` says, before the arguments are parsed: mistakes in them are already told in that language."""
    for number, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            said = value if equals else arguments[number + 1] if number + 1 < len(arguments) else ""
            return said if said in LANGUAGES else None
    return None


def from_environment(environment: Mapping[str, str]) -> str:
    """The language of the locale: Arabic for Arabic and where no language is named (`C`, `POSIX`), English for all others."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "").split(".")[0].split("@")[0]
        if locale:
            return "ar" if locale in ("C", "POSIX") or locale.split("_")[0] == "ar" else "en"
    return "ar"


def language(args: "Namespace", settings: "Settings", lang: str) -> str:
    """`--lang`, else what the configuration says, else `lang`, that of the environment; Arabic with the numerals that are asked for.

    It is a language tag with the extension of Unicode for numbers: `en`, `ar`, or `ar-u-nu-arab` for ١٢٣.
    """
    from ..config import DEFAULT

    value, origin = settings.values["lang"]
    spoken = args.lang or (lang if origin is DEFAULT else str(value))
    numerals = args.numerals or settings.values["numerals"][0]
    return ARABIC_DIGITS if spoken == "ar" and numerals == "arabic" else spoken
