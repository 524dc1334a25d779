"""What the commands share that look at rules and settings, and check nothing."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping

from ..config import ConfigError, read, settings
from ..config.scalars import scalar
from ..plugins import Registry, load
from ..reporters.bidi import isolated
from .language import language

_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"


def at_rules(args: argparse.Namespace, lang: str) -> tuple[Registry, str]:
    """The rules that the project's plugins bring, and the language to speak.

    Mistakes elsewhere in the configuration do not matter: these commands are what one asks in order to mend them.
    """
    asked = read((), args.config, args.project_root)
    registry = load(asked.wanted)
    try:
        return registry, language(args, settings(asked, registry), lang)
    except ConfigError:
        return registry, lang


def as_yaml(value: object) -> str:
    """A value as it would stand in the configuration, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    plain = isinstance(value, str) and re.fullmatch(r"[\w.][\w ./-]*(?<! )", value) and scalar(value) == value
    return str(value) if plain else json.dumps(value, ensure_ascii=False)


def say(lines: Iterable[str], lang: str) -> None:
    """Print lines. On a terminal isolates keep Arabic terms of an English line in their places."""
    steady = lang == "en" and sys.stdout.isatty()
    for line in lines:
        print(re.sub(f"{_ARABIC}(?:[^A-Za-z]*{_ARABIC})?", lambda term: isolated(term.group()), line) if steady else line)
