"""`arlint schema`: the JSON Schema of `.arlint.yml`."""

import argparse
import json

from ..rules import Text
from .looking import at_rules

ABOUT = Text(
    "عرض مخطط JSON لملف .arlint.yml، ليكمل المحرر أسماءه ويدققها.",
    "Print the JSON Schema of .arlint.yml, for editors to complete and check it.",
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """Nothing but the common options: plugins of the project are in the schema."""


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..config.schema import schema

    registry, lang = at_rules(args, lang)
    print(json.dumps(schema(registry, lang), ensure_ascii=False, indent=2))
    return 0
