"""wasl-hamza: الإجتماع، إستثمار، إسمه."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed
from arlint.arabic.respelling import respelling

_PARTS = regex("([وف]?(?:[بك]?ال|لل|[بكل])?)([إأ].+)")
_MARKED = regex("\n([وف]?(?:[بك]?ال|لل|[بكل])?[إأ](.{1,3}).*)")
"""A form on its line with the letters behind its hamza."""
_FORM_X = "ست"
_SHORTEST_FORM_X = 6  # letters; fewer are names
_VERB = regex("(ا.?..)ا([^ة])")
_JUSSIVE = frozenset(("لم", "ولم", "فلم", "لا", "ولا"))


class WaslHamza(Rule):
    """كلمة أولها ألف وصل كُتبت عليها همزة: «الإجتماع»، «إستثمار»، «إسمه». وألف الوصل في مصادر الخماسي والسداسي وأفعالها الماضية، وفي
    أسماء معدودة (اسم، ابن، ابنة، امرأة، اثنان). تُفحص الكلمة مع ما يتصل بها من حروف وضمائر.

    لا يُبلَّغ عن همزة القطع (إسلام، أسماء، إنتاج)، ولا عن الأعجمي الذي أوله «إست» (إستراتيجية، إسترليني)، ولا عن المضارع (أستخدم)، ولا
    عن «الإثنين» اسم اليوم، ولا عن «لم أسمه» من الفعل. والإصلاح يزيل الهمزة.

    A word that begins with a wasl alif and is written with a hamza on it: الإجتماع, إستثمار, إسمه. Verbal nouns of the forms VII to X
    and their past tense begin with a bare alif, and so do a few nouns (اسم, ابن, ابنة, امرأة, اثنان). Words are found with the
    particles and pronouns attached to them.

    Left alone are words with a hamza of their own (إسلام, أسماء, إنتاج), loanwords in إست (إستراتيجية, إسترليني), the present tense
    (أستخدم), the weekday الإثنين, and the verb in لم أسمه. The fix takes the hamza away.
    """

    id = "wasl-hamza"
    code = "ORT002"
    title = Text("همزة على ألف الوصل", "Hamza on a wasl alif")
    message = Text("الألف هنا ألف وصل لا تُكتب عليها همزة: اكتب «{right}».", "This is a wasl alif, which takes no hamza: write «{right}».")
    level = "error"
    yields_to = ("common-misspelling", "glued-words", "house-spelling", "inconsistent-spelling", "mixed-script-word")

    good = (
        "عقد الاجتماع بعد الاتفاق على الموعد.",
        "خطة إستراتيجية لبيع الجنيه الإسترليني.",
        "حاضر إستفان في الإستيطيقا في إستنبول، وأكل الإستاكوزا.",
        "إطلاع الناس على الأمر، وإدراكه وإتمامه وإنقاصه.",
        "أسماء اللاعبين وإسلام البحيري وإنتاج الإعلام",
        "دعا أتباعه إلى إتباع القول بالعمل.",
        "أستخدم الهاتف وأجتمع بالفريق يوم الإثنين.",
        "رجل لم أسمه في كتابي.",
    )
    bad = {
        "عقد ⟦الإجتماع⟧ بعد ⟦الإتفاق⟧ على الموعد.": "عقد الاجتماع بعد الاتفاق على الموعد.",
        "لم يكشف ⟦إسمه⟧ ولا ⟦إسم⟧ شقيقه.": "لم يكشف اسمه ولا اسم شقيقه.",
        "حضرت ⟦إمرأة⟧ ومعها ⟦إثنان⟧.": "حضرت امرأة ومعها اثنان.",
        "⟦وإستخدمت⟧ الشركة ⟦إتفاقاتها⟧ ⟦بإعتبارها⟧ ضمانا، ثم ⟦إعتذرت⟧.": "واستخدمت الشركة اتفاقاتها باعتبارها ضمانا، ثم اعتذرت.",
        "⟦إختار⟧ المدرب تشكيلته ⟦وإحتاجت⟧ البلدة إلى الماء ⟦فإضطر⟧ أهلها إلى الرحيل.": (
            "اختار المدرب تشكيلته واحتاجت البلدة إلى الماء فاضطر أهلها إلى الرحيل."
        ),
        "طلب ⟦إستيفاء⟧ الشروط ⟦والإنتظام⟧ في الصف، ثم ⟦إستطرد⟧ قائلا.": "طلب استيفاء الشروط والانتظام في الصف، ثم استطرد قائلا.",
        "حضر ⟦الا\u0655ستقبال⟧.": "حضر الاستقبال.",
        "دعا إلى ⟦الإِسْتِقْرَار⟧ ونبذ ⟦الإعتـداء⟧.": "دعا إلى الاِسْتِقْرَار ونبذ الاعتـداء.",
    }
    cases = (
        Example("⟦إنتهى⟧ الحفل ⟦وإنتهت⟧ المدة ⟦وإستمر⟧ المطر.", "انتهى الحفل وانتهت المدة واستمر المطر."),
        Example("⟦إطلعت⟧ على ⟦إنطباعاته⟧ ⟦وإستمعت⟧ إليه ⟦بإمتنان⟧.", "اطلعت على انطباعاته واستمعت إليه بامتنان."),
        Example("⟦وإشترى⟧ دارا ⟦إحتواها⟧ سور.", "واشترى دارا احتواها سور."),
        Example("قال: «يهمنا ⟦الإقتصاد⟧ أولا».", "قال: «يهمنا الاقتصاد أولا»."),
    )

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    @cached_property
    def cues(self) -> Noticed[str]:
        """Words with a hamza too many."""
        return _wrong()

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word of the tables, and every word of form X, with a hamza on its first alif."""
        forms = _wrong()
        for form in forms.among(document.vocabulary):
            right = forms[form]
            for word in document.words_of(form):
                if not _is_verb(document, word):
                    yield self.found(word.start, word.end, Edit(*respelling(word.text, right, word.start)), right=right)


def _is_verb(document: Document, word: Word) -> bool:
    """Whether أسمه is not his name but "I name him", as it is after لم and لا."""
    if not word.form.startswith("أسم"):
        return False
    before = document.before(word)
    return before is not None and before.form in _JUSSIVE


@lru_cache(maxsize=1)
def _wrong() -> Noticed[str]:
    heads = _facts()["heads"]
    return Noticed(lambda fresh: [form for form, head in fresh.matching(_MARKED) if head in heads or head[:2] == _FORM_X], _right)


def _right(form: str) -> str:
    """The form without the hamza of its first alif; empty where that is its own."""
    match, facts = _PARTS.fullmatch(form), _facts()
    if not match:
        return ""
    prefix, word = match.groups()
    bare = f"ا{word[1:]}"
    if _is_among(bare, facts["stems"]) or (word[0] == "إ" and _is_among(bare, facts["past"])):
        return f"{prefix}{bare}"
    if word in facts["nouns"]:
        return "" if prefix.endswith(("ال", "لل")) else f"{prefix}{facts['nouns'][word]}"
    form_x = word.startswith(f"إ{_FORM_X}") and len(word) >= _SHORTEST_FORM_X and not word.startswith(facts["loanwords"])
    return f"{prefix}{bare}" if form_x else ""


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Any]:
    return lexicon(__file__, "wasl_hamza", _compiled, 2)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    forms = {form for stem in table["stems"] for form in _inflected(stem, table["endings"])}
    verbs = {verb for match in map(_VERB.fullmatch, table["stems"]) if match for verb in _verbs(*match.groups())}
    past = {f"{verb}{ending}" for verb in (*verbs, *table["verbs"]) for ending in table["verb_endings"]}
    nouns = dict(table["nouns"])
    heads = frozenset(form[1:4] for form in (*forms, *past, *nouns))
    return {
        "stems": _by_head(forms), "past": _by_head(past), "nouns": nouns, "loanwords": tuple(table["loanwords"]), "heads": heads,
    }  # fmt: skip


def _by_head(forms: Iterable[str]) -> dict[str, str]:
    """The forms with the same letters behind their alif as one text: ten thousand strings one by one would be read in 3 ms."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms):
        groups.setdefault(form[1:4], []).append(form)
    return {head: f" {' '.join(group)} " for head, group in groups.items()}


def _is_among(form: str, groups: Mapping[str, str]) -> bool:
    return f" {form} " in groups.get(form[1:4], "")


def _verbs(beginning: str, last: str) -> tuple[str, ...]:
    """The past of a verbal noun with an alif before its last letter: انتقل of انتقال, احتل of احتلال, اختار and اختير of اختيار, انتهى and
    انتهت of انتهاء.
    """
    if last == "ء":
        return tuple(f"{beginning}{ending}" for ending in ("ى", "ا", "ي", "ت", "وا"))
    if beginning[-1] == last:
        return (beginning,)
    hollow = (f"{beginning[:-1]}ا{last}",) if beginning[-1] == "ي" else ()
    return (f"{beginning}{last}", *hollow)


def _inflected(stem: str, endings: Iterable[str]) -> Iterator[str]:
    """The stem with its endings, before which ة is written ت, and ء may be written ئ or ؤ."""
    yield stem
    for ending in filter(None, endings):
        if stem[-1] == ending[0] == "ي":
            continue
        if stem.endswith("ة"):
            yield f"{stem[:-1]}ت{ending}"
            if ending.startswith("ات"):
                yield f"{stem[:-1]}{ending}"
            continue
        yield f"{stem}{ending}"
        if stem.endswith("ء"):
            yield from (f"{stem[:-1]}{seat}{ending}" for seat in "ئؤ")
