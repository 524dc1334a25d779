"""common-misspelling: شئ، مسؤلية، الطوارىء، إنشاءالله."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from arlint import Document, Edit, Example, Finding, Measured, Text, Word, WordRule, option
from arlint.arabic.clitics import CONJUNCTIONS, Reading
from arlint.arabic.lazy import regex
from arlint.arabic.letters import FATHATAN
from arlint.arabic.lexicon import lexicon
from arlint.arabic.respelling import respelling
from arlint.arabic.words import form
from arlint.records import NamedTuple

_NUMBER_BEFORE = regex(r"\d[ \u00a0]+$")
_NUMBER_AFTER = regex(r"[ \u00a0]+\d")


_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "كم")
_UNOWNED = ("ئ", "ء", "اة", "ات")
"""What words end in that are not read before a pronoun: بريئه is بريئة without its dots, مفاجاته one surprise or several."""


class Entry(NamedTuple):
    """What is known of a misspelling: its right spellings, and where it is one. `kind` is error, likely or strict."""

    right: tuple[str, ...]
    kind: str = "error"
    stem: bool = False
    tanwin: bool = False
    attached: bool = False
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class CommonMisspelling(WordRule):
    """كلمة من الأخطاء الإملائية الشائعة التي لا يقبلها دليل أسلوب: «شئ»، «مسؤلية»، «الطوارىء»، «إنشاءالله»، «لايزال»، «مساءا». تُفحص
    الكلمة وما يتصل بها من حروف.

    ما لا يصح في موضع يُعد خطأ (error) وإصلاحه مأمون. وما يصح في بعض المواضع يُعد تحذيرا حيث يدل ما حوله على الخطأ، ولا يُبلَّغ عنه داخل
    الاقتباسات: «كانو» قبل فعل لا المدينة، و«طالبو» إلا قبل مضاف إليه، و«لقاءا» إلا المثنى المضاف. فإن احتملت الكلمة صوابين عُرضا
    ولم يُوضع أحدهما. وخيار strict يضيف ما شاع حتى في الصحافة المحررة (سيء).

    A word from the list of misspellings that no style guide accepts: شئ, مسؤلية, الطوارىء, إنشاءالله, لايزال, مساءا. Words are found with
    the particles attached to them.

    What is wrong wherever it stands is an error, with a safe fix. What is right somewhere is a warning where its neighbours show it to be
    wrong, and is left alone inside quotations: كانو before a verb, not the city; طالبو but before a noun in the genitive; لقاءا but
    as a dual in the construct state. Where two spellings may be meant both are offered and none is put. The option `strict` adds what
    is common even in edited copy (سيء).
    """

    id = "common-misspelling"
    code = "SPL006"
    title = Text("خطأ إملائي شائع", "Common misspelling")
    message = Text("الصواب: «{right}».", "The right spelling is «{right}».")
    messages = {
        "either": Text("الصواب: «{right}» أو «{other}»، بحسب المعنى.", "The right spelling is «{right}» or «{other}», by the sense."),
        "tanwin": Text("لا تُزاد ألف التنوين بعد «اء»: اكتب «{right}».", "No alif of tanwin is added after «اء»: write «{right}»."),
    }
    level = "error"
    reads_marks = True

    words: dict[str, str] = option({}, ar="أخطاء أخرى: «الخطأ: الصواب».", en="Further misspellings, wrong: right.")
    strict: bool = option(False, ar="يُبلَّغ أيضا عما شاع في الصحافة المحررة.", en="Also report what is common in edited copy.")
    house_style = {"egyptian_yeh": "egyptian_yeh"}
    egyptian_yeh: Literal["report", "ignore"] = option(
        "report",
        ar="الياء بلا نقطتين في «شىء» وأخواتها: يُبلَّغ عنها (report) أو تُترك (ignore).",
        en="The dotless yeh of شىء and the like: reported (report), or left alone (ignore).",
    )

    good = (
        "لا شيء يدعو إلى القلق في حالة الطوارئ هذه.",
        "كانو مدينة كبيرة في شمال نيجيريا.",
        "وصل طالبو اللجوء إلى المخيم.",
        "بُدئ العمل بالنظام أمس.",
        "تسائل اللجنة الوزير عن الميزانية، والمعارضة تسائل وزير الصحة.",
        "حُسم لقاءا الذهاب والإياب.",
        "نقلت السفينة شحنة من الغازات المسالة وسط الأمن والهدوء التامين.",
        "وصل طالبو لجوء إلى الميناء، وافتتح خالد كانو في المساء معرضه.",
        "عين مسئولا جديدا.",
        "روى ابن الأبار أن المعلمين مثلوا الفصل ومارسوا الرياضة، وأن أليات الخراف غالية.",
        "غنت مايلي سايرس في لايبزيغ، ولاتفاقهم شروط.",
        "وصلت مساءاً.",
    )
    bad = {
        "لم يبق ⟦شئ⟧ من المحصول.": "لم يبق شيء من المحصول.",
        "رُفعت حالة ⟦الطوارىء⟧ ⟦والمبادىء⟧ ثابتة.": "رُفعت حالة الطوارئ والمبادئ ثابتة.",
        "⟦معلموا⟧ المدرسة ⟦وبعظهم⟧ عند ⟦الأخرين⟧ ⟦الأن⟧، وهذا ⟦أداءا⟧ ⟦سئ⟧ في ⟦شؤنهم⟧.": (
            "معلمو المدرسة وبعضهم عند الآخرين الآن، وهذا أداء سيئ في شؤونهم."
        ),
        "هذه ⟦مسؤلية⟧ الجميع، ⟦ولايزال⟧ الحوار قائما.": "هذه مسؤولية الجميع، ولا يزال الحوار قائما.",
        "هذا ⟦مايحدث⟧ حين ⟦لايعرف⟧ المرء ⟦مايلي⟧.": "هذا ما يحدث حين لا يعرف المرء ما يلي.",
        "⟦لازال⟧ الجسر مغلقا.": None,
        "سنعود غدا ⟦إنشاءالله⟧.": "سنعود غدا إن شاء الله.",
        "وصل القطار ⟦مساءا⟧.": "وصل القطار مساء.",
        "سار العمل ⟦ببطئ⟧ شديد، وهو ⟦بطئ⟧.": "سار العمل ببطء شديد، وهو بطئ.",
        "⟦كانو⟧ يعملون في الحقل، ثم ⟦طالبو⟧ بأجورهم.": "كانوا يعملون في الحقل، ثم طالبوا بأجورهم.",
        "زار ⟦الوليات⟧ المتحدة.": "زار الولايات المتحدة.",
        "أقيم منذ ⟦بدئ⟧ الموسم.": "أقيم منذ بدء الموسم.",
        "كان ⟦العبئ⟧ ثقيلا.": "كان العبء ثقيلا.",
        "وصل يوم ⟦الخمسي⟧ 12 مايو.": "وصل يوم الخميس 12 مايو.",
        "حضر المدير ⟦بإلاضافة⟧ إلى نائبه.": "حضر المدير بالإضافة إلى نائبه.",
        "⟦وتاتي⟧ الخطوة بعد لقاء ⟦بشان⟧ ⟦المنشات⟧ ونهائي ⟦كاس⟧ العالم.": "وتأتي الخطوة بعد لقاء بشأن المنشآت ونهائي كأس العالم.",
        "بقيت هذه ⟦المسالة⟧ بلا جواب عند شركات ⟦التامين⟧.": "بقيت هذه المسألة بلا جواب عند شركات التأمين.",
        "سنفوز ⟦إنشاء⟧ الله في مباراة الغد.": "سنفوز إن شاء الله في مباراة الغد.",
    }
    cases = (
        Example("الطقس ⟦سيء⟧ اليوم.", "الطقس سيئ اليوم.", {"strict": True}, level="warning"),
        Example("الطقس سيء اليوم.", None),
        Example("لا شىء هنا.", None, {"egyptian_yeh": "ignore"}),
        Example("زار ⟦المنتزة⟧ أمس.", "زار المنتزه أمس.", {"words": {"منتزة": "منتزه"}}),
        Example("قال: «كانو يعملون»، وقال: «لا ⟦شئ⟧».", "قال: «كانو يعملون»، وقال: «لا شيء»."),
        Example("ذهبَ ⟦الطّوارِىءُ⟧", "ذهبَ الطّوارِئُ"),
    )

    measured = Measured(
        97, 97, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من نحو 130 موضعا.", "A sample of some 130 findings."),
    )  # fmt: skip

    def table(self) -> Mapping[str, Entry]:
        """What is wrong, by its bare form."""
        known = {wrong: Entry(*entry) for wrong, entry in _entries().items()}
        own = {form(wrong): Entry((right,), stem=True) for wrong, right in self.words.items()}
        silent = {"" if self.strict else "strict", "egyptian" if self.egyptian_yeh == "ignore" else ""}
        return {wrong: entry for wrong, entry in known.items() if entry.kind not in silent} | own

    def judge(self, document: Document, word: Word, reading: Reading[Entry]) -> Iterator[Finding]:
        """The misspelling, where it is one."""
        entry = reading.entry
        sure = entry.kind in ("error", "egyptian")
        if (not entry.stem and reading.prefix not in CONJUNCTIONS) or (entry.tanwin and FATHATAN in word.text):
            return
        if not _stands_wrong(document, word, reading) or (not sure and document.quoted(word.start, word.end)):
            return
        rights = [reading.respelled(right) for right in entry.right]
        level: Literal["error", "warning"] = "error" if sure else "warning"
        if len(rights) > 1:
            yield self.found(word.start, word.end, level=level, variant="either", right=rights[0], other=rights[1])
            return
        edit = Edit(*respelling(word.text, rights[0], word.start))
        yield self.found(word.start, word.end, edit, safe=sure, level=level, variant="tanwin" if entry.tanwin else "", right=rights[0])


def _stands_wrong(document: Document, word: Word, reading: Reading[Entry]) -> bool:
    """Whether the neighbours of a word that is right somewhere show that it is wrong here."""
    entry = reading.entry
    before = _neighbour(document.before(word), bool(_NUMBER_BEFORE.search(document.text[max(0, word.start - 8) : word.start])))
    after = _neighbour(document.after(word), bool(_NUMBER_AFTER.match(document.text[word.end : word.end + 8])))
    if _is_one(before, entry.not_after) or _is_one(after, entry.not_before):
        return False
    if entry.attached:
        return reading.prefix not in CONJUNCTIONS or _is_one(before, entry.after)
    return (not entry.after or _is_one(before, entry.after)) and (not entry.before or _is_one(after, entry.before))


def _neighbour(word: Word | None, number: bool) -> str:
    return "#" if number else word.form if word else ""


def _is_one(form: str, wanted: Sequence[str]) -> bool:
    return any(form.startswith(one[:-1]) if one.endswith("…") else form == one for one in wanted)


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, tuple[Any, ...]]:
    return lexicon(__file__, "misspellings", _compiled)


def _owned(stems: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words with a pronoun attached, before which ة is written ت."""
    for pair in stems.items():
        if not pair[0].endswith(_UNOWNED):
            wrong, right = (f"{one[:-1]}ت" if one[-1] == "ة" else one for one in pair)
            yield from ((f"{wrong}{pronoun}", f"{right}{pronoun}") for pronoun in _PRONOUNS)


def _compiled(table: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    entries: dict[str, Entry] = {}
    for name, entry in (
        ("stems", Entry((), stem=True)),
        ("egyptian", Entry((), "egyptian", stem=True)),
        ("words", Entry(())),
        ("tanwin", Entry((), tanwin=True)),
    ):
        entries.update((wrong, entry._replace(right=(right,))) for wrong, right in table[name].items())
    entries |= {wrong: Entry((right,), stem=True) for wrong, right in _owned(table["stems"])}
    entries |= {f"{one}وا": Entry((f"{one}و",), stem=True) for one in table["annexed"]}
    glued = ((particle, verb) for particle, verbs in table["glued"].items() for verb in verbs)
    entries.update((f"{particle}{verb}", Entry((f"{particle} {verb}",))) for particle, verb in glued)
    for section, kind in (("sure", "error"), ("likely", "likely"), ("strict", "strict")):
        for one in table[section]:
            given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
            wrong: str = given.pop("wrong")
            entries[wrong] = Entry(kind=kind, **given)
    return {wrong: tuple(entry) for wrong, entry in entries.items()}
