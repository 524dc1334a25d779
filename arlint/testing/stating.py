"""What a rule states about itself: names, page, messages and options, each a check that raises BrokenPromise."""

import re
from collections.abc import Iterable, Mapping
from string import Formatter

from ..arabic.lazy import regex
from ..rules import AnyRule, Text
from ..rules.nouns import counting
from .broken import BrokenPromise
from .examples import cases_of
from .marking import OPEN

_ID = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = regex(r"[A-Z]{2,6}\d{2,4}")
_ARABIC = regex("[\u0621-\u064a]")

Known = Mapping[str, type[AnyRule]]
"""All rules there are, by id."""


def names(rule: type[AnyRule], known: Known) -> None:
    """The rule's own names are well formed and nobody else's; those it mentions exist."""
    if not _ID.fullmatch(rule.id):
        raise BrokenPromise(
            rule.id or rule.__name__,
            Text(
                f"المعرّف «{rule.id}» لا يصلح؛ اكتبه بحروف لاتينية صغيرة بينها شرطات، ويسمي الخطأ: unclosed-quote.",
                f"the id {rule.id!r} will not do; write it in lower case with hyphens, and name the fault: unclosed-quote.",
            ),
        )
    if not _CODE.fullmatch(rule.code):
        said = Text(
            f"الرمز «{rule.code}» لا يصلح؛ اكتب حروف الفئة ثم رقما: QUO001.",
            f"the code {rule.code!r} will not do; give the letters of its category and a number: QUO001.",
        )
        raise BrokenPromise(rule.id, said)
    for other in known.values():
        if other.id != rule.id and other.code == rule.code:
            said = Text(
                f"الرمز {rule.code} للقاعدة {other.id}؛ اختر رقما آخر.",
                f"the code {rule.code} is that of {other.id}; choose another number.",
            )
            raise BrokenPromise(rule.id, said)
    for name in rule.yields_to:
        if name not in known:
            raise BrokenPromise(rule.id, _unknown("yields_to", name, known))
    from ..config.house_style import HOUSE_STYLE

    keys = {"vocabulary", "tests", *(setting.name for setting in HOUSE_STYLE.settings)}
    for option, key in rule.house_style.items():
        if option not in rule.options:
            raise BrokenPromise(rule.id, _unknown("house_style", option, rule.options))
        if key.split(".")[0] not in keys:
            raise BrokenPromise(rule.id, _unknown("house_style", key, keys))


def _unknown(attribute: str, name: str, names: Iterable[str]) -> Text:
    from ..config.place import meant

    hint = meant(name, names)
    return Text(f"في {attribute} اسم لا وجود له: «{name}»{hint.ar}", f"`{attribute}` names {name!r}, which does not exist{hint.en}")


def check_page(rule: type[AnyRule], known: Known | None = None) -> None:
    """Raise BrokenPromise unless the rule is documented in both languages and has examples of both kinds."""
    from ..rules.page import page

    marked = [OPEN in case.example.text for case in cases_of(rule)]
    if all(marked):
        said = Text(
            "لا مثال سليما فيها؛ اكتب في `good` نصا يشبه الخطأ وليس خطأ.",
            "no example in `good`; give a text that looks wrong and is right.",
        )
        raise BrokenPromise(rule.id, said)
    if not any(marked):
        said = Text(
            "لا مثال خاطئا فيها؛ اكتب في `bad` نصا موضع الخطأ فيه بين ⟦ ⟧، وإصلاحه أو None.",
            "no example in `bad`; give a text with the fault between ⟦ and ⟧, and its repair or None.",
        )
        raise BrokenPromise(rule.id, said)
    for lang, name in (("ar", Text("العربية", "Arabic")), ("en", Text("الإنجليزية", "English"))):
        if not page(rule, lang):
            said = Text(
                f"لا فقرة ب{name.ar} في شرح القاعدة (docstring)، وهو الصفحة التي يقرؤها المحرر.",
                f"the docstring has no paragraph in {name.en}; it is the page that editors read.",
            )
            raise BrokenPromise(rule.id, said)


def messages(rule: type[AnyRule], known: Known) -> None:
    """Title and messages are there in both languages, with the same placeholders."""
    further = {f"messages[{name!r}]": text for name, text in rule.messages.items()}
    for name, text in {"title": rule.title, "message": rule.message, **further}.items():
        if not text.ar or not text.en or not _ARABIC.search(text.ar) or not re.search("[A-Za-z]", text.en):
            said = Text(
                f"{name}: تنقص إحدى اللغتين؛ اكتب Text(\"العربية\", \"English\") بهذا الترتيب.",
                f"{name}: one of the languages is missing; write Text(\"العربية\", \"English\"), in this order.",
            )
            raise BrokenPromise(rule.id, said, f"  {text!r}")
        try:
            arabic, english = _placeholders(text.ar), _placeholders(text.en)
        except ValueError as error:
            said = Text(f"{name}: شاغل لا يُقرأ: {error}.", f"{name}: a placeholder that cannot be read: {error}.")
            raise BrokenPromise(rule.id, said, f"  {text!r}") from None
        if arabic != english:
            odd = ", ".join(sorted(arabic ^ english))
            said = Text(f"{name}: شاغل في لغة دون الأخرى: {odd}.", f"{name}: a placeholder stands in one language only: {odd}.")
            raise BrokenPromise(rule.id, said, f"  {text!r}")


def _placeholders(template: str) -> frozenset[str]:
    parts = list(Formatter().parse(template))
    for _, _, spec, _ in parts:
        counting(spec or "")
    # `{instead_ar}` in one language is `{instead_en}` in the other, and may be plain `{instead}` in one of them.
    return frozenset(re.sub("_(ar|en)$", "", name) for _, name, _, _ in parts if name)


def options(rule: type[AnyRule], known: Known) -> None:
    """Every option is explained in both languages, and its default is of its own type."""
    import json

    from ..config.node import unpacked
    from ..config.options import hints
    from ..config.place import Mistake
    from ..config.schema import written
    from ..config.typed import WRONG, typed
    from ..config.yaml_file import parsed

    for name, hint in hints(rule).items():
        option = rule.options[name]
        if not _ARABIC.search(option.about.ar) or not option.about.en:
            said = Text(f"الخيار «{name}» بلا شرح باللغتين.", f"the option {name!r} is not explained in both languages.")
            raise BrokenPromise(rule.id, said)
        mistakes: list[Mistake] = []
        node = unpacked(parsed(json.dumps(written(option.default), ensure_ascii=False))[0], "")
        if typed(node, hint, Text(f"القيمة الافتراضية للخيار «{name}»", f"the default of option {name!r}"), mistakes) is WRONG:
            raise BrokenPromise(rule.id, mistakes[0].message)
