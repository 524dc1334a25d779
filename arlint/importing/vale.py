"""A configuration of Vale (`.vale.ini`) as one of arlint: styles, vocabularies, and for each glob the rules that are on."""

import os
from collections.abc import Iterator, Mapping, Sequence

from ..config import ConfigError, Mistake, Place
from ..config.files import shown
from ..config.place import DEFAULT
from ..config.styles import Asked, styled
from ..rules import AnyRule, Text
from ..styles.spelling import Spelling
from .reading import quoted, relative, sequence, text_of
from .vale_ini import LEVELS, Section, file_at, sections_of
from .vale_skips import CLASSES, PATTERNS, SCOPES, accepted, listed, passed_over, scope_without

_UNREAD = ("Transform", "WordTemplate", "View", "Packages", "CommentDelimiters", "Blueprint")

_BUILT_IN = {
    "Vale.Repetition": (
        "extends: repetition",
        'message: {ar: "تكررت «%s»", en: "\'%s\' is repeated!"}',
        "level: error",
        "alpha: true",
        "ignorecase: true",
        r"tokens: ['[^\s.]+']",
    ),
    "Vale.Spelling": ("extends: spelling", 'message: {ar: "هل المقصود «%s»؟", en: "Did you really mean \'%s\'?"}', "level: error"),
}
"""The rules that Vale brings itself."""


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
    words = {kind: list(_vocabularies(root, listed(whole.get("Vocab")), kind)) for kind in ("accept", "reject")}
    styles = _styles(root, sections, file)
    rules, left = _rules(styles, root, words)
    return "\n".join(_lines(sections, styles, folder, words, rules, file)) + "\n", (*left, *_unread(sections, shown(file)))


def _skipped(sections: Sequence[Section]) -> tuple[list[str], list[str]]:
    """What no rule reads, as names of scopes; and the names that have no counterpart."""
    scopes = [one for section in sections for name in SCOPES for one in listed(section.get(name))]
    return passed_over(scopes, [one for section in sections for one in listed(section.get(CLASSES))])


def _vocabularies(root: str, names: Sequence[str], kind: str) -> Iterator[str]:
    for name in names:
        for folder in (("config", "vocabularies"), ("Vocab",)):
            path = os.path.join(root, *folder, name, f"{kind}.txt")
            if root and os.path.isfile(path):
                yield path
                break


def _styles(root: str, sections: Sequence[Section], file: str) -> list[str]:
    """The paths of the styles and rules that are used: the folder of all styles, or what is used of it where that is not all.

    What is not used may hold mistakes, as far as Vale is concerned: it is never read. Raises ConfigError for a style that is not there.
    """
    if not root:
        return []
    based = {name for section in sections for name in listed(section.get("BasedOnStyles"))}
    named = {name for section in sections for name, said in section.rules() if said != "off"}
    files = {f"{name.replace('.', '/')}.yml" for name in named if name.partition(".")[0] not in based}
    for section in sections:
        for key, value, line in section.keys:
            for name in listed(value) if key == "BasedOnStyles" else ():
                if name not in ("Vale", "NONE") and not os.path.isdir(os.path.join(root, name)):
                    missing = Text(
                        f"لا أسلوب باسم «{name}» في StylesPath؛ صحّح BasedOnStyles، أو نزّله أولا (vale sync).",
                        f"there is no style {name!r} in StylesPath; correct BasedOnStyles, or fetch it first (vale sync).",
                    )
                    raise ConfigError([Mistake(Place("file", shown(file), line, 1), missing)])
    used = sorted(one for one in {*based, *files} if os.path.exists(os.path.join(root, one)))
    there = {one for one in os.listdir(root) if os.path.isdir(os.path.join(root, one)) and one.lower() not in ("config", "vocab")}
    return [root] if there <= set(used) else [f"{root}/./{one}" for one in used]


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
    for name in _skipped(sections)[1]:
        yield Text(f"{file}: لا مقابل هنا للموضع «{name}»، فتُرك.", f"{file}: scope {name!r} has no counterpart here and was left out.")


def _formats(sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Which files are read as which format, where the configuration says so and arlint reads it."""
    from ..formats import arlint_formats

    names = {suffix: fmt.name for fmt in reversed([*arlint_formats()]) for suffix in fmt.suffixes}
    for section in sections:
        for key, value, _ in section.keys if section.glob.lower() == "formats" else ():
            if f".{value}" in names and names.get(f".{key}") != names[f".{value}"]:
                yield f"*.{key}", names[f".{value}"]


def _lines(
    sections: Sequence[Section],
    styles: Sequence[str],
    folder: str,
    words: Mapping[str, Sequence[str]],
    rules: Mapping[str, type[AnyRule]],
    file: str,
) -> Iterator[str]:
    yield f"# {relative(os.path.abspath(file), folder)}"
    if styles:
        yield f"styles: {sequence(_relative(one, folder) for one in styles)}"
    for kind, paths in words.items():
        if paths:
            yield f"{kind}: {sequence(relative(path, folder) for path in paths)}"
    formats = dict(_formats(sections))
    if formats:
        yield f"formats: {{{', '.join(f'{quoted(glob)}: {name}' for glob, name in formats.items())}}}"
    yield "fail-on: error"
    prefixes = sorted({rule_id.partition(".")[0] for rule_id in rules})
    switched = [_switched(section, rules) for section in sections]
    uses = [one for one in _BUILT_IN if any(said.get(one, "off") != "off" for said in switched)]
    off = [f"{style}.*" for style in prefixes]
    if uses and "Vale.*" not in off:
        off.append("Vale.*")
    if off:
        yield f"ignore: {sequence(off)}"
    if uses:
        yield "rules:"
    for name in uses:
        yield f"  {name}:"
        yield from (f"    {line}" for line in _BUILT_IN[name])
    least = sections[0].get("MinAlertLevel").lower()
    least = least if least in LEVELS else "suggestion"
    chosen = [(section, _switched(section, rules, least)) for section in sections[1:] if section.is_of_files]
    chosen = [(Section("*", ()), _switched(sections[0], rules, least)), *chosen]
    chosen = [(section, {name: value for name, value in said.items() if name in rules or name in uses}) for section, said in chosen]
    if any(said for _, said in chosen):
        yield "overrides:"
    skipped = _skipped(sections)[0]
    for section, said in chosen:
        if said:
            yield f"  - paths: {sequence(section.globs())}"
            yield "    rules:"
            yield from (f"      {name}: {_setting(value, rules.get(name), skipped)}" for name, value in said.items())
    passed = [line for section in sections if section.is_of_files for line in _passed(section)]
    yield from ("suppress:", *passed) if passed else ()


def _relative(path: str, folder: str) -> str:
    """The path of a style as a file in that folder names it, the part of the folder of all styles kept apart."""
    root, part, inner = path.partition("/./")
    return relative(root, folder) + part + inner


def _setting(said: str, rule: type[AnyRule] | None, skipped: Sequence[str]) -> str:
    """What is said of a rule: on, off, a level; and its scope, where something is not to be read."""
    scope = scope_without(getattr(rule, "scope", "text"), skipped) if skipped and said != "off" else ""
    if not scope:
        return said
    return f"{{level: {said}, scope: {scope}}}" if said in LEVELS else f"{{scope: {scope}}}"


def _passed(section: Section) -> Iterator[str]:
    """The lines for what a section passes over by patterns."""
    for name in PATTERNS:
        yield from accepted(section.globs(), listed(section.get(name)), name)


def _switched(section: Section, rules: Mapping[str, type[AnyRule]], least: str = "suggestion") -> dict[str, str]:
    """What a section says of each rule that exists. A rule that cannot run, or whose level is not to be shown, is off."""
    wanted: dict[str, str] = {}
    known = {*rules, *_BUILT_IN}
    for style in listed(section.get("BasedOnStyles")):
        said = section.get(style).lower()
        wanted.update((name, said if said in LEVELS else "on") for name in sorted(known) if name.startswith(f"{style}."))
    for name, said in section.rules():
        if name in known:
            wanted[name] = said
    return {name: said if said == "off" or _runs(name, said, rules, least) else "off" for name, said in wanted.items()}


def _runs(name: str, said: str, rules: Mapping[str, type[AnyRule]], least: str) -> bool:
    """Whether a rule can run here, and speaks at a level that is to be shown."""
    rule = rules.get(name)
    level = said if said in LEVELS else rule.level if rule else "error"
    if name == "Vale.Spelling" and rule is None:
        rule = Spelling
    return LEVELS.index(level) >= LEVELS.index(least) and not (rule and rule().lacking())
