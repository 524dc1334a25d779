"""`arlint schema`: the JSON Schema of `.arlint.yml`, or the reference of its settings as a page."""

import argparse
import json

from ..rules import Text
from .looking import at_rules

ABOUT = Text(
    "عرض مخطط JSON لملف .arlint.yml، ليكمل المحرر أسماءه ويدققها.",
    "Print the JSON Schema of .arlint.yml, for editors to complete and check it.",
)

_FORMAT = Text("صيغة المخرجات: مخطط JSON، أو صفحة مرجعية.", "output format: the JSON Schema, or a page of reference.")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What `schema` takes. Plugins of the project are in the schema."""
    parser.add_argument("--format", choices=("json", "markdown"), default="json", help=_FORMAT.in_(lang))


def run(args: argparse.Namespace, lang: str) -> int:
    """The exit code."""
    from ..config.schema import schema

    registry, lang = at_rules(args, lang)
    made = schema(registry, lang)
    if args.format == "markdown":
        from .settings_page import markdown

        print(markdown(made, lang))
    else:
        print(json.dumps(made, ensure_ascii=False, indent=2))
    return 0
