"""A configuration of Vale (`.vale.ini`) as one of arlint: styles, vocabularies, and for each glob the rules that are on."""

import os
from collections.abc import Iterator, Mapping, Sequence

from ..config import ConfigError, Mistake, Place
from ..config.place import DEFAULT
from ..config.styles import Asked, styled
from ..discover import shown
from ..rules import AnyRule, Text
from .reading import text_of
from .vale_ini import Section, file_at, sections_of
from .vale_paths import styles_of, vocabularies
from .vale_skips import listed, passed_over
from .vale_written import lines

_UNREAD = ("Transform", "WordTemplate", "View", "Packages", "CommentDelimiters", "Blueprint")


def imported(path: str, folder: str) -> tuple[str, tuple[Text, ...]]:
    """The configuration, as a file in that folder would have it, and what could not be taken over. Raises ConfigError."""
    file = file_at(path)
    sections = list(sections_of(text_of(file)))
    whole = sections[0]
    root = (
        os.path.join(os.path.dirname(os.path.abspath(file)), os.path.expanduser(whole.get("StylesPath"))) if whole.get("StylesPath") else ""
    )
    if root and not os.path.isdir(root):
        missing = Text(f"لا مجلد باسم {root}؛ صحّح StylesPath.", f"there is no folder {root}; correct StylesPath.")
        raise ConfigError([Mistake(Place("file", shown(file)), missing)])
    words = {kind: list(vocabularies(root, listed(whole.get("Vocab")), kind)) for kind in ("accept", "reject")}
    styles = styles_of(root, sections, file)
    rules, left = _rules(styles, root, words)
    return "\n".join(lines(sections, styles, folder, words, rules, file)) + "\n", (*left, *_unread(sections, shown(file)))


def _rules(styles: Sequence[str], root: str, words: Mapping[str, Sequence[str]]) -> tuple[dict[str, type[AnyRule]], list[Text]]:
    """The rules of the style folder by id, and those that cannot run here. Raises ConfigError where a rule is wrong."""
    place = Place("file", os.path.join(root, "x")) if root else DEFAULT
    asked = Asked(
        tuple((path, place) for path in styles),
        (),
        tuple((path, place) for path in words["accept"]),
        tuple((path, place) for path in words["reject"]),
        True,
    )
    found = styled(asked, root or ".", strict=False)
    if found.mistakes:
        raise ConfigError(found.mistakes)
    rules = {rule.id: rule for rule in found.rules}
    return rules, [lack for rule in rules.values() if (lack := rule().lacking())]


def _unread(sections: Sequence[Section], file: str) -> Iterator[Text]:
    for section in sections:
        if section.is_conditional:
            yield Text(
                f"{file}: القسم [{section.glob}] له شرط لا مقابل له هنا، فتُرك.",
                f"{file}: section [{section.glob}] has a condition, which has no counterpart here, and was left out.",
            )
        for key, _, line in section.keys:
            if key in _UNREAD:
                yield Text(f"{file}:{line}: {key} بلا مقابل هنا، فتُرك.", f"{file}:{line}: {key} has no counterpart here and was left out.")
    for name in passed_over(sections)[1]:
        yield Text(f"{file}: لا مقابل هنا للموضع «{name}»، فتُرك.", f"{file}: scope {name!r} has no counterpart here and was left out.")
