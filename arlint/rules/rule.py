"""The base of all rules."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..document.pieces import PROSE
from .examples import Example, Measured
from .finding import Edit, Elsewhere, Finding, Level, Related
from .option import Option
from .text import Text

if TYPE_CHECKING:
    from ..arabic.noticed import Noticed
    from ..document import Document


class AnyRule:
    """What all kinds of rule share: a fault of a text and how to find it, an immutable value built from its options.

    A subclass states `id` (kebab-case, names the fault), `code` (its category's letters and a number), `title`, `message` (further ones
    in `messages`), a docstring in both languages (the page that editors read), examples, and the method of its kind. Attributes made
    with `option()` are its options. A class without an id is a base for others and is not loaded.
    """

    id: ClassVar[str] = ""
    code: ClassVar[str] = ""
    title: ClassVar[Text]
    message: ClassVar[Text]
    messages: ClassVar[Mapping[str, Text]] = {}
    level: Level = "warning"
    locked: bool = False
    """Whether no comment in a text silences the rule: for what the law forbids, such as the names of minors."""
    default: ClassVar[bool] = True
    """Whether the rule is on when nobody says anything about it."""

    good: ClassVar[Sequence[str]] = ()
    bad: ClassVar[Mapping[str, str | None]] = {}
    cases: ClassVar[Sequence[Example]] = ()
    measured: ClassVar[Measured | None] = None

    triggers: ClassVar[str] = ""
    """If given, the rule is only asked where one of these characters occurs."""
    gaps: ClassVar[str] = ""
    """If given, the rule is only asked where this pattern matches in what stands between two words: all but letters, a line's end too,
    with 0 for every digit and A for every Latin letter; no harakat. The pattern must not care what word comes before or after.
    """
    reads: ClassVar[frozenset[str]] = PROSE
    """Of which blocks the rule speaks, by their roles (see `arlint.document.ROLES`). It may look at the others all the same."""
    quoted: ClassVar[bool] = True
    """Whether the rule speaks of words inside quotations."""
    reads_marks: ClassVar[bool] = False
    """Whether the rule speaks of harakat. All others read the text without them, and find the same in a vowelled text."""
    reads_source: ClassVar[bool] = False
    """Whether the rule reads the source as it stands, markup and all, in place of the prose."""
    any_language: ClassVar[bool] = False
    """Whether the rule also reads paragraphs that are not Arabic."""
    without_code: ClassVar[bool] = False
    """Whether the rule was written in a style file: its examples are then its author's to give or not."""
    shadows: ClassVar[bool] = False
    """Whether paragraphs that this rule reports are hidden from all other rules: they repeat what is said elsewhere."""
    finds_broken: ClassVar[bool] = False
    """Whether what this rule reports is no text any more, so that nothing else is said of it and nothing else changes it."""
    lacks_by_options: ClassVar[bool] = False
    """Whether `lacking` judges the options alone, so that a rule with the default ones lacks nothing."""
    yields_to: ClassVar[tuple[str, ...]] = ()
    """Ids of rules whose findings silence this rule's at the same place."""

    made_of: ClassVar[str] = ""
    """For a class that is made at run time: all it was made of, so that what it found is not taken for what it would find now."""

    house_style: ClassVar[Mapping[str, str]] = {}
    """Which options take their value from which key of the configuration's `house_style`: `{"position": "tanwin.position"}`."""

    max_per_group: int = 0
    """How many findings with the same message people are shown in a file, before only their lines are named; 0 for all."""

    options: ClassVar[Mapping[str, Option]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Option)}
        inherited = {name: value for base in reversed(cls.__bases__) for name, value in getattr(base, "options", {}).items()}
        cls.options = {**inherited, **own}
        for name, value in own.items():
            setattr(cls, name, value.default)

    def __init__(self, **options: Any) -> None:
        """Options, as `level` the level to report at, and whether it is `locked`. Raises TypeError for a name that is no option."""
        for name in options:
            if name not in ("level", "locked") and name not in self.options:
                raise TypeError(f"rule {self.id!r} has no option {name!r}")
        self.__dict__.update(options)
        self.__dict__["given"] = tuple(sorted((name, repr(value)) for name, value in options.items()))

    given: tuple[tuple[str, str], ...]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"rule {self.id!r} is immutable; build another one")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnyRule) and self.given == other.given and self.own_class is other.own_class

    def __hash__(self) -> int:
        return hash((self.id, self.given))

    def __repr__(self) -> str:
        return f"{self.own_class.__name__}({', '.join(f'{name}={value}' for name, value in self.given)})"

    def __reduce__(self) -> tuple[Any, ...]:
        values = {name: self.__dict__[name] for name, _ in self.given}
        return _build, (self.own_class, values)

    @property
    def home(self) -> tuple[str, str]:
        """The module of the rule, and the folder that it lies in; "" for one that is made at run time."""
        module = self.own_class.__module__
        file = getattr(sys.modules.get(module), "__file__", None)
        return (module, os.path.dirname(os.path.abspath(file)) if file else "")

    @property
    def state(self) -> bytes:
        """What stands for all files of arlint and the plugins, where a rule asleep knows them to be as they were; else nothing."""
        return b""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that its options name."""
        named = (getattr(self, name) for name, option in self.options.items() if option.path)
        return tuple(str(value) for value in named if value)

    @property
    def own_class(self) -> "type[AnyRule]":
        """The class of the rule, which a rule asleep (see `asleep`) has not taken on yet."""
        return type(self)

    @property
    def cacheable(self) -> bool:
        """Whether the findings depend on nothing but the text, the options and the files of the plugin: not on the day, say."""
        return True

    @property
    def idle(self) -> bool:
        """Whether these options leave the rule nothing to look for: it is then never asked."""
        return False

    @property
    def cues(self) -> "Noticed[Any] | None":
        """If given, the rule is only asked where one of the words that this table notices occurs."""
        return None

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether a cue may matter, as the words beside it tell: a rule with cues is only asked where one of them does.

        `forms` are those of all words of the text in order, whatever stands between, and an empty one at the end: the words beside the cue
        are `forms[number + 1]` and `forms[number - 1]`.
        """
        return True

    def findings(self, document: "Document") -> Iterable[Finding]:
        """Everything that is wrong in this respect with the document taken by itself, in any order."""
        raise NotImplementedError

    def lacking(self) -> Text | None:
        """What the rule needs and does not find here, such as a library or a dictionary, and how to get it; None where nothing is missing.

        Asked once where a configuration has the rule on: the answer is a mistake of the configuration, and no fault of the rule.
        """
        return None

    def found(
        self,
        start: int,
        end: int,
        *edits: Edit,
        variant: str = "",
        level: Level | None = None,
        safe: bool = True,
        related: Iterable[Related | Elsewhere] = (),
        **args: object,
    ) -> Finding:
        """A finding of this rule. `args` fill the placeholders of the message; an explicit level in the configuration wins over `level`."""
        if "level" in self.__dict__:
            level = None
        return Finding(start, end, args, edits, safe, level, variant, tuple(related))

    def text_of(self, finding: Finding) -> Text:
        """The message of a finding, placeholders unfilled."""
        return self.messages[finding.variant] if finding.variant else self.message

    @classmethod
    def category(cls) -> str:
        """The letters of the code: `QUO` of `QUO001`."""
        return cls.code.rstrip("0123456789")

    @classmethod
    def fixable(cls) -> bool:
        """Whether any example shows a repaired text."""
        return any(fixed is not None for fixed in cls.bad.values()) or any(case.fixed is not None for case in cls.cases)


class Rule(AnyRule):
    """A rule that reads a whole document: over its paragraphs, sentences, quotations or words."""

    def check(self, document: "Document") -> Iterable[Finding]:
        """Everything that is wrong in this respect with the document, in any order."""
        raise NotImplementedError

    def findings(self, document: "Document") -> Iterable[Finding]:
        """As `check`."""
        return self.check(document)


def _build(cls: type[AnyRule], options: Mapping[str, object]) -> AnyRule:
    return cls(**options)
