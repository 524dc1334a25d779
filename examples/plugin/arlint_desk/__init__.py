"""House rules of an example news desk: a rule, an output format, a file format and a preset."""

from collections.abc import Iterable, Mapping

from arlint import AnyRule, hookimpl, rules_in
from arlint.formats import Format
from arlint.report import Reporter
from arlint.rules import Text

from .tally import render
from .wire import parse


@hookimpl
def arlint_rules() -> Iterable[type[AnyRule]]:
    """Every rule class in the modules of this package."""
    return rules_in(__name__)


@hookimpl
def arlint_formats() -> Iterable[Format]:
    """Copy as the wire sends it."""
    about = Text("نص الوكالة: السطر الأول عنوان، وما بعده فقرات.", "Wire copy: the first line is the headline, the others are paragraphs.")
    return (Format("wire", (".wire",), about, parse),)


@hookimpl
def arlint_reporters() -> Iterable[Reporter]:
    """Counts by rule."""
    return (Reporter("tally", Text("عدد الملاحظات لكل قاعدة.", "How many findings each rule has."), render),)


@hookimpl
def arlint_presets() -> Mapping[str, Mapping[str, object]]:
    """What this desk wants of its writers."""
    return {"desk": {"rules": {"ampersand": "error"}}}
