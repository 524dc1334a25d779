"""What a style file says, checked: the keys of a rule and their values, inheritance, patterns, tests. All mistakes, each at its place."""

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin
from zlib import crc32

from ..kept import short_digest
from ..rules import Text
from ..rules.finding import LEVELS
from ..styles import KINDS, Spec
from ..styles.actions import EDITS, edits
from ..styles.actions import NAMES as ACTIONS
from ..styles.capitalization import CASES
from ..styles.metric import VARIABLES, evaluated, without_counts
from ..styles.near import Distance
from ..styles.patterns import problem
from ..styles.scopes import NAMES as SCOPES
from ..styles.scopes import unknown
from ..styles.sequence import STEP
from ..styles.vocabulary import is_literal
from . import files
from .node import BrokenError, Entry, Node, plain, unpacked
from .options import hints
from .place import Mistake, Place, listed, meant
from .scope_names import named, scope_files, spelled_out
from .style_tests import cases
from .typed import WRONG, typed

COMMON = ("extends", "message", "level", "link", "description", "code", "on", "tests")
"""The keys that every rule may have beside the options of its kind."""

_IGNORED = ("name", "author", "source", "comment", "version", "pos", "view")
"""Keys that Vale or its users write and that change nothing here."""


def read_all(
    sources: Sequence[tuple[Any, ...]], roots: Sequence[str], inline: Sequence[tuple[str, Entry]], strict: bool
) -> tuple[list[tuple[Any, ...]], list[str], list[tuple[str, int, int, str, str]]]:
    """The specs of all rules, the paths of house lists among the files, and problems: path, line, column, and the two languages."""
    mistakes: list[Mistake] = []
    nodes: dict[str, Node] = {}
    lists: list[str] = []
    for path, style in sources:
        node = _tree(path, mistakes)
        if node is None:
            continue
        if isinstance(node.value, list) and node.items and all("say" in one.entries or "preferred" in one.entries for one in node.items):
            lists.append(path)
            continue
        if not isinstance(node.value, dict) or "extends" not in node.entries:
            if strict:
                mistakes.append(Mistake(node.place, _NO_RULE))
            continue
        stem = os.path.splitext(os.path.basename(path))[0]
        _add(f"{style}.{stem}" if style else stem, node, nodes, mistakes)
    for name, entry in inline:
        _add(name, entry.node._replace(place=entry.key), nodes, mistakes)
    reader = _Reader(nodes, roots, _scopes(roots, mistakes), mistakes)
    specs = [spec for name in sorted(nodes) if (spec := reader.spec(name))]
    problems = [(one.place.name, one.place.line, one.place.column, *one.message) for one in mistakes]
    return [tuple(spec) for spec in _numbered(specs)], lists, problems


_NO_RULE = Text(
    "ليس في الملف قاعدة: ينقصه المفتاح extends؛ أضفه، أو انقل الملف من مجلد القواعد، أو سمّ المجلدات في styles.",
    "the file holds no rule: it lacks 'extends'; add it, move the file elsewhere, or name the folders under 'styles'.",
)


def _scopes(roots: Sequence[str], mistakes: list[Mistake]) -> dict[str, str]:
    """The scopes to which the files among the styles give names."""
    known: dict[str, str] = {}
    for path in scope_files(roots):
        node = _tree(path, mistakes)
        for name, scope, place, wrong in named(node, SCOPES, known) if node else ():
            if place and wrong:
                mistakes.append(Mistake(place.place, wrong))
            else:
                known[name] = scope
    return known


def _add(name: str, node: Node, nodes: dict[str, Node], mistakes: list[Mistake]) -> None:
    if name in nodes:
        other = nodes[name].place
        arabic = f"القاعدة «{name}» معرّفة أيضا في {other}؛ غيّر اسم إحداهما."
        mistakes.append(Mistake(node.place, Text(arabic, f"rule {name!r} is also defined in {other}; rename one.")))
        return
    nodes[name] = node


def _tree(path: str, mistakes: list[Mistake]) -> Node | None:
    try:
        with open(path, "rb") as file:
            tree, problems = files.parsed(path, file.read())
    except BrokenError as broken:
        tree, problems = None, [broken.problem]
    except OSError as error:
        tree, problems = None, [(1, 1, f"تعذرت قراءة الملف: {error.strerror}.", f"the file cannot be read: {error.strerror}.")]
    mistakes += [Mistake(Place("file", path, line, column), Text(ar, en)) for line, column, ar, en in problems]
    return None if tree is None else unpacked(tree, path)


class _Reader:
    """Makes specs of the rules that are there, looking up those that others extend."""

    def __init__(self, nodes: Mapping[str, Node], roots: Sequence[str], scopes: Mapping[str, str], mistakes: list[Mistake]) -> None:
        self._nodes = nodes
        self._roots = roots
        self._scopes = scopes
        self._mistakes = mistakes

    def spec(self, name: str) -> Spec | None:
        """The spec of a rule; None where it is too wrong to be one."""
        found = self._resolved(name, ())
        if found is None:
            return None
        kind, entries = found
        place = self._nodes[name].place
        before = len(self._mistakes)
        options = self._options(name, kind, entries, place)
        message = self._pair(entries, "message", place, required=True)
        level = self._choice(entries, "level", LEVELS, "warning")
        on = self._typed(entries, "on", bool, True)
        about = self._pair(entries, "description", place)
        link, code = self._typed(entries, "link", str, ""), self._typed(entries, "code", str, "")
        found_cases = cases(entries["tests"].node, self._mistakes) if "tests" in entries else ()
        if len(self._mistakes) > before:
            return None
        value = {key: plain(entry.node) for key, entry in sorted(entries.items())} | {"scope": options.get("scope")}
        root = next((root for root in self._roots if place.name.startswith(root + os.sep)), os.path.dirname(os.path.abspath(place.name)))
        where = f"{place.name}\0{place.line}:{place.column}"
        digest = short_digest(repr((kind, value)))
        return Spec(name, kind, code, message, level, on, link, about, options, found_cases, where, root, digest)

    def _resolved(self, name: str, above: tuple[str, ...]) -> tuple[str, dict[str, Entry]] | None:
        """The kind of a rule and its keys, with those that it inherits."""
        node = self._nodes[name]
        extends = node.entries["extends"].node
        parent = extends.value
        if not isinstance(parent, str):
            self._wrong(extends.place, Text("قيمة extends اسم نوع أو قاعدة.", "'extends' takes the name of a kind or of a rule."))
            return None
        own = {key: entry for key, entry in node.entries.items() if key != "extends"}
        if parent in KINDS:
            return (parent, self._joined({}, own)) if self._plain_only(own) else None
        if parent in (*above, name):
            self._wrong(
                extends.place, Text(f"«{name}» ترث نفسها؛ احذف إحدى الحلقات.", f"{name!r} extends itself in a circle; remove one link.")
            )
            return None
        if parent not in self._nodes:
            hint = meant(
                parent, (*KINDS, *self._nodes), Text(f"الأنواع: {listed(tuple(KINDS)).ar}", f"kinds are {listed(tuple(KINDS)).en}")
            )
            self._wrong(extends.place, Text(f"لا نوع ولا قاعدة باسم «{parent}»{hint.ar}", f"no kind or rule {parent!r}{hint.en}"))
            near = get_close_matches(parent, KINDS, 1)
            return (near[0], self._joined({}, own)) if near else None  # so that the other mistakes are said too
        inherited = self._resolved(parent, (*above, name))
        return inherited and (inherited[0], self._joined(inherited[1], own))

    def _plain_only(self, own: Mapping[str, Entry]) -> bool:
        wrong = [(key, entry) for key, entry in own.items() if key.endswith(("+", "-"))]
        for key, entry in wrong:
            said = Text(f"«{key}» لا يصلح إلا في قاعدة ترث أخرى.", f"{key!r} is for rules that extend another rule.")
            self._wrong(entry.key, said)
        return not wrong

    def _joined(self, inherited: Mapping[str, Entry], own: Mapping[str, Entry]) -> dict[str, Entry]:
        """The keys of a rule over those that it inherits: `key` replaces, `key+` adds, `key-` takes away. Tests are not inherited."""
        entries = {key: entry for key, entry in inherited.items() if key not in ("tests", "code")}
        for key, entry in own.items():
            name, sign = (key[:-1], key[-1]) if key.endswith(("+", "-")) else (key, "")
            old = entries.get(name)
            if not sign or old is None:
                entries[name] = entry
            else:
                entries[name] = Entry(entry.key, _added(old.node, entry.node) if sign == "+" else _taken(old.node, entry.node))
        return entries

    def _options(self, name: str, kind: str, entries: Mapping[str, Entry], place: Place) -> dict[str, Any]:
        rule = KINDS[kind]
        types = hints(rule)
        options: dict[str, Any] = {}
        for key, entry in entries.items():
            if key in COMMON or key in _IGNORED:
                continue
            if key not in rule.options:
                names = listed(tuple(rule.options))
                hint = meant(key, (*rule.options, *COMMON), Text(f"خيارات {kind}: {names.ar}", f"options of {kind} are {names.en}"))
                self._wrong(entry.key, Text(f"لا خيار باسم «{key}» في {kind}{hint.ar}", f"no option {key!r} in {kind}{hint.en}"))
                continue
            if key == "scope" and kind == "consistency" and entry.node.value == "project":
                options[key] = "project"
                continue
            node = spelled_out(entry.node, self._scopes) if key == "scope" else entry.node
            value = typed(_weak(node, types[key]), types[key], Text(f"«{key}»", repr(key)), self._mistakes)
            if value is not WRONG:
                options[key] = value
                self._look_at(key, value, node, rule.patterns)
        if rule.required and not any(options.get(key) or key in entries for key in rule.required):
            needed = " / ".join(rule.required)
            self._wrong(
                place, Text(f"القاعدة «{name}» من نوع {kind} ينقصها {needed}.", f"rule {name!r} extends {kind} and lacks {needed}.")
            )
        return options

    def _look_at(self, key: str, value: Any, node: Node, patterns: Sequence[str]) -> None:
        if key in patterns and key != "raw":
            for text, place in _texts(node):
                self._pattern(text, place)
        elif key == "raw":
            self._pattern("".join(text for text, _ in _texts(node)), node.place)
        elif key in ("scope", "occurs"):
            for item in node.items:
                for name in unknown(str(item.value)) if item.value else ():
                    hint = meant(name, SCOPES, Text(f"الموجود: {listed(SCOPES).ar}", f"there are {listed(SCOPES).en}"))
                    self._wrong(item.place, Text(f"لا موضع باسم «{name}»{hint.ar}", f"no scope {name!r}{hint.en}"))
        elif key == "within" and not _is_distance(value):
            said = Text("المسافة مثل 2 sentences أو 10 words أو 1 paragraph.", "a distance is as 2 sentences, 10 words or 1 paragraph.")
            self._wrong(node.place, said)
        elif key == "action" and value:
            self._action(value, node)
        elif key == "match":
            self._match(str(value), node.place)
        elif key == "tokens" and isinstance(value, list) and all(isinstance(one, dict) for one in value):
            self._steps(node)
        elif key == "formula":
            self._formula(str(value), node.place)

    def _pattern(self, text: str, place: Place) -> None:
        wrong = "" if is_literal(text) else problem(text)
        if wrong:
            shown = text if len(text) <= 60 else f"{text[:59]}…"
            self._wrong(place, Text(f"نمط غير سليم «{shown}»: {wrong}.", f"no pattern: {shown!r}: {wrong}."))

    def _match(self, text: str, place: Place) -> None:
        if not text.startswith("$"):
            self._pattern(text, place)
        elif text not in CASES:
            hint = meant(text, CASES, Text(f"الموجود: {listed(CASES).ar}", f"there are {listed(CASES).en}"))
            self._wrong(place, Text(f"«match»: لا قيمة باسم «{text}»{hint.ar}", f"'match': no value {text!r}{hint.en}"))

    def _steps(self, node: Node) -> None:
        """The words of a sequence."""
        for item in node.items:
            for key, entry in item.entries.items():
                if key not in STEP:
                    hint = meant(key, STEP, Text(f"الموجود: {listed(STEP).ar}", f"there are {listed(STEP).en}"))
                    self._wrong(entry.key, Text(f"لا مفتاح باسم «{key}»{hint.ar}", f"no key {key!r} in a word of a sequence{hint.en}"))
            for key in ("pattern", "tag", "upos"):
                if key in item.entries:
                    self._pattern(str(item.entries[key].node.value), item.entries[key].node.place)
            for key in ("skip", "min"):
                if key in item.entries and not isinstance(item.entries[key].node.value, int):
                    self._wrong(item.entries[key].node.place, Text(f"«{key}» عدد.", f"{key!r} is a number."))

    def _action(self, action: Mapping[str, Any], node: Node) -> None:
        for key, entry in node.entries.items():
            if key not in ("name", "params"):
                self._wrong(entry.key, Text(f"لا مفتاح باسم «{key}» في action.", f"no key {key!r} in 'action'; it has name and params."))
        name = action.get("name")
        if name is not None and name not in ACTIONS:
            hint = meant(str(name), ACTIONS, Text(f"الموجود: {listed(ACTIONS).ar}", f"there are {listed(ACTIONS).en}"))
            self._wrong(node.entries["name"].node.place, Text(f"لا فعل باسم «{name}»{hint.ar}", f"no action {name!r}{hint.en}"))
        params = action.get("params") or ()
        if name == "edit" and not edits(params):
            said = ", ".join(f"{how} ({number - 1})" for how, number in EDITS.items())
            english = f"'edit' takes these, one after another, each with so many parameters: {said}."
            self._wrong(node.place, Text(f"معاملات edit، واحد بعد آخر: {said}.", english))

    def _formula(self, formula: str, place: Place) -> None:
        try:
            formula, others = without_counts(formula)
            evaluated(formula, dict.fromkeys((*VARIABLES, *others), 1.0))
        except ValueError as error:
            names = listed(VARIABLES)
            self._wrong(
                place, Text(f"صيغة لا تُفهم ({error})؛ المتغيرات: {names.ar}.", f"no formula ({error}); the variables are {names.en}.")
            )

    def _pair(self, entries: Mapping[str, Entry], key: str, place: Place, required: bool = False) -> tuple[str, str]:
        """A text in both languages: one text for both, or a mapping of `ar` and `en`."""
        entry = entries.get(key)
        if entry is None or entry.node.value is None:
            if required:
                self._wrong(place, Text(f"ينقص المفتاح «{key}».", f"{key!r} is missing."))
            return "", ""
        if isinstance(entry.node.value, dict):
            texts = {name: str(plain(one.node)) for name, one in entry.node.entries.items()}
            for name, one in entry.node.entries.items():
                if name not in ("ar", "en"):
                    self._wrong(one.key, Text(f"«{name}» ليست لغة؛ المتاح ar وen.", f"{name!r} is no language; there are ar and en."))
            first = texts.get("ar") or texts.get("en") or ""
            return texts.get("ar", first), texts.get("en", first)
        if isinstance(entry.node.value, list):
            self._wrong(entry.node.place, Text(f"«{key}» نص أو {{ar: …, en: …}}.", f"{key!r} is text, or {{ar: …, en: …}}."))
            return "", ""
        return (text := str(entry.node.value)), text

    def _choice(self, entries: Mapping[str, Entry], key: str, values: Sequence[str], default: str) -> str:
        if key not in entries:
            return default
        node = entries[key].node
        if node.value not in values:
            hint = meant(str(node.value), values, Text(f"المتاح {listed(values).ar}", f"there are {listed(values).en}"))
            self._wrong(node.place, Text(f"«{key}»: لا قيمة باسم «{node.value}»{hint.ar}", f"{key!r}: no value {node.value!r}{hint.en}"))
            return default
        return str(node.value)

    def _typed(self, entries: Mapping[str, Entry], key: str, kind: type, default: Any) -> Any:
        if key not in entries or entries[key].node.value is None:
            return default
        node = entries[key].node
        if key == "code" and isinstance(node.value, bool):  # in old files of Vale this is no code but a switch
            return default
        value = typed(node, kind, Text(f"«{key}»", repr(key)), self._mistakes)
        return default if value is WRONG else value

    def _wrong(self, place: Place, message: Text) -> None:
        self._mistakes.append(Mistake(place, message))


def _added(old: Node, new: Node) -> Node:
    if isinstance(old.value, dict):
        return old._replace(value={**old.entries, **new.entries})
    return old._replace(value=[*old.items, *new.items])


def _taken(old: Node, new: Node) -> Node:
    gone = set(new.entries) if isinstance(new.value, dict) else {str(one.value) for one in new.items}
    if isinstance(old.value, dict):
        return old._replace(value={key: entry for key, entry in old.entries.items() if key not in gone})
    return old._replace(value=[one for one in old.items if str(one.value) not in gone])


def _weak(node: Node, hint: Any) -> Node:
    """A value as Vale would read it: a number as text where text is wanted, one item as a list of it, nothing as an empty text."""
    origin, args = get_origin(hint), get_args(hint)
    value = node.value
    if hint is str or (str in args and origin not in (list, dict)):
        items = [_weak(item, str) for item in value] if isinstance(value, list) else None
        return node._replace(value=items) if items is not None else node if isinstance(value, dict) else node._replace(value=_text(value))
    if origin is list:
        listed_ = value if isinstance(value, list) else [] if value is None else [node]
        return node._replace(value=[_weak(item, args[0]) for item in listed_])
    if origin is dict:
        entries = {} if value is None else value
        if args[-1] is str and isinstance(entries, dict):
            entries = {key: entry._replace(node=_weak(entry.node, str)) for key, entry in entries.items()}
        return node._replace(value=entries)
    if hint is bool and isinstance(value, str) and value.lower() in ("true", "false"):
        return node._replace(value=value.lower() == "true")
    if hint in (int, float) and isinstance(value, str) and value.replace(".", "", 1).isdecimal():
        return node._replace(value=hint(value))
    return node


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _texts(node: Node) -> Iterator[tuple[str, Place]]:
    """The patterns of an option: items of a list, keys of a mapping, or the only one."""
    if isinstance(node.value, dict):
        for key, entry in node.entries.items():
            yield key, entry.key
    else:
        for item in node.items:
            if not isinstance(item.value, (list, dict)):
                yield _text(item.value), item.place


def _is_distance(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(Distance.read(value))
    except ValueError:
        return False


def _numbered(specs: Sequence[Spec]) -> Iterator[Spec]:
    """Each with a code: the letters of its style, and a number that its name gives, so that it stays when others come and go."""
    taken = {spec.code for spec in specs if spec.code}
    for spec in specs:
        if spec.code:
            yield spec
            continue
        style = spec.id.rpartition(".")[0] or "house"
        letters = "".join(sign for sign in style.upper() if "A" <= sign <= "Z")
        letters = letters if len(letters) > 3 else f"{letters}STYLE"
        number = crc32(spec.id.encode("utf-8", "surrogatepass")) % 9000 + 1000
        while f"{letters}{number}" in taken:
            number += 1
        taken.add(f"{letters}{number}")
        yield spec._replace(code=f"{letters}{number}")


def of_vocabulary(accept: Sequence[str], reject: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The rules that accepted and rejected words make, as Vale has them: an accepted word is written as it stands there."""
    terms = {word.lower(): word for word in accept if is_literal(word) and word.lower() != word}
    if terms:
        yield tuple(
            Spec(
                "Vale.Terms", "substitution", "VALE0001", ("اكتب «%s» لا «%s».", "Use '%s' instead of '%s'."), "error", True, "", ("", ""),
                {"swap": terms, "ignorecase": True, "vocab": False}, (), "\0accept", "", short_digest(repr(terms)),
            )
        )  # fmt: skip
    if reject:
        tokens = list(reject)
        yield tuple(
            Spec(
                "Vale.Avoid", "existence", "VALE0002", ("تجنب «%s».", "Avoid using '%s'."), "error", True, "", ("", ""),
                {"tokens": tokens}, (), "\0reject", "", short_digest(repr(tokens)),
            )
        )  # fmt: skip
