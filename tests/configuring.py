"""What the tests of the configuration share: three rules, presets, and a project folder made of texts."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal

from arlint import Document, Finding, Rule, Text, option
from arlint.config import ConfigError, Given, Settings, read, settings
from arlint.config.presets import PRESETS
from arlint.plugins import Registry


class Silent(Rule):
    def check(self, document: Document) -> Iterable[Finding]:
        return ()


class LongLine(Silent):
    id = "long-line"
    code = "LIN001"
    title = Text("سطر طويل", "Long line")
    max: int = option(80, ar="أقصى طول.", en="The most characters.")
    share: float = option(0.5, ar="نسبة.", en="A share.")
    strict: bool = option(False, ar="صرامة.", en="Strictness.")
    unit: str = option("letter", ar="وحدة.", en="A unit.")
    kind: Literal["any", "prose", "verse"] = option("any", ar="نوع.", en="A kind.")
    words: list[str] = option([], ar="كلمات.", en="Words.")
    allow: tuple[str, ...] = option((), ar="مسموح.", en="Allowed.")
    span: tuple[int, int] = option((1, 9), ar="مدى.", en="A span.")
    groups: dict[str, Literal["on", "off"] | int] = option({}, ar="مجموعات.", en="Groups.")
    marks: frozenset[Literal["curly", "straight"]] = option(frozenset(), ar="علامات.", en="Marks.")


class ShortLine(Silent):
    id = "short-line"
    code = "LIN002"
    title = Text("سطر قصير", "Short line")
    level = "suggestion"
    default = False


class Tanwin(Silent):
    id = "mixed-tanwin"
    code = "SPE001"
    title = Text("تنوين غير موحد", "Mixed tanwin")
    level = "error"
    house_style: ClassVar[Mapping[str, str]] = {"position": "tanwin.position", "forms": "variants"}
    position: Literal["any", "before", "after"] = option("any", ar="الموضع.", en="The position.")
    forms: dict[str, str] = option({}, ar="الصيغ.", en="The forms.")


DESK: Mapping[str, Mapping[str, Any]] = {
    "desk": {"extends": "base", "rules": {"LIN001": {"max": 60}}},
    "base": {"lang": "en", "rules": {"LIN001": {"max": 70}, "short-line": "on"}},
    "round": {"extends": ["turn"]},
    "turn": {"extends": ["round"]},
    "typo": {"rules": {"long-lime": "off"}},
    "odd": {"lang": {1, 2}},
    "greedy": {"plugins": {"require": ["quotes"]}},
}
RULES = {rule.id: rule for rule in (LongLine, ShortLine, Tanwin)}
REGISTRY = Registry(RULES, {}, {}, {**PRESETS, **DESK}, dict.fromkeys(RULES, "tests"))


def project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def force(config: str | None = None, given: Given = Given(), paths: Iterable[str] = (".",)) -> Settings:  # noqa: B008
    """What is in force in the working folder."""
    return settings(read(list(paths), config), REGISTRY, given)


def mistakes(config: str | None = None, given: Given = Given()) -> tuple[list[str], list[str]]:  # noqa: B008
    """The lines that a user sees, in English and in Arabic; none where all is well."""
    try:
        force(config, given)
    except ConfigError as error:
        return error.lines("en"), error.lines("ar")
    return [], []
