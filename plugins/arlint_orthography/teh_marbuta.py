"""teh-marbuta: السعوديه، المدينه، هذة."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.final_heh import definite, undotted
from arlint.arabic.lazy import regex
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed
from arlint.arabic.numerals import DIGIT
from arlint.arabic.respelling import respelling
from arlint.arabic.skeletons import hamza

from ._verse import in_verse

_SHORTEST = 4  # letters of a noun that is known without its hamza
_ADJECTIVE = regex("[\u0621-\u064a]{3,6}ا[\u0621-\u0628\u062a-\u064a]ية")
"""What ends like سلطانية and انضباطية is an adjective; those in ـيه of French are shorter or end otherwise: الباليه, البورتريه."""

_JOINED = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")

_NUMBER_BEFORE = regex(f"[{DIGIT}][ \u00a0]+$")


class TehMarbuta(Rule):
    """خلط بين الهاء والتاء المربوطة في آخر الكلمة: «السعوديه» و«المدينه»، وعكسه «هذة» و«الجنية». الكلمة التي فيها «ال» لا يلحقها ضمير،
    فالهاء في آخرها تاء مربوطة بلا نقط إن كانت الكلمة في المعجم (خطأ)، أو وردت في النص نفسه بالتاء المربوطة (تحذير، وإصلاحه يحتاج إلى
    مراجعة). ومثلها كلمات معدودة لا تحتمل غير ذلك بلا «ال» (كافه).

    لا يُبلَّغ عما هاؤه من أصله (المياه، الاتجاه، الفقه)، ولا عن فعل يشبه أوله «ال» (التقاه)، ولا عما كان في وسم أو في شعر. وما تعتمده الدار من
    أسماء العائلات بالهاء يُذكر في الخيار allow.

    Final ه and ة mixed up: السعوديه, المدينه, and the reverse in هذة, الجنية. A word with ال takes no pronoun, so its ه is a ة without
    its dots, if the word is in the lexicon (error) or stands with ة elsewhere in the text (warning, with a fix to be reviewed); so are a
    few words without ال that can be nothing else (كافه).

    Left alone are words whose ه belongs to the root (المياه, الاتجاه, الفقه), verbs that only begin like the article (التقاه), verse
    and hashtags. Family names that the house writes with ه go into the option `allow`.
    """

    id = "teh-marbuta"
    code = "ORT004"
    title = Text("خلط الهاء والتاء المربوطة", "Heh and teh marbuta mixed up")
    message = Text("آخر الكلمة تاء مربوطة لا هاء: اكتب «{right}».", "The word ends in ة, not in ه: write «{right}».")
    messages = {"heh": Text("آخر الكلمة هاء لا تاء مربوطة: اكتب «{right}».", "The word ends in ه, not in ة: write «{right}».")}
    level = "error"
    yields_to = ("common-misspelling", "glued-words", "house-spelling", "inconsistent-spelling", "mixed-script-word")

    allow: list[str] = option(
        [], ar="كلمات صحيحة كما هي، مثل أسماء العائلات (العقله).", en="Words that are right as they are, such as family names (العقله)."
    )

    good = (
        "أثار الانتباه في الاتجاه نفسه، وسعر الجنيه والدكتوراه والمياه.",
        "رقص في الكباريه وشرب الكركديه، ثم شاهد الباليه ووسام الشوفالييه.",
        "التقاه والده في المطار، وفرح الملاكم باستعادته للقبه.",
        "رواه أبو داود ومحمد بن ماجه.",
        "تأليه الحاكم والتأليه عبادة الاله، وعبد الاله ينسى الامه.",
        "تحكي القصة عن الجنية والصياد، وعن جنية البحر.",
        "وسم #المدينه_المنوره",
        "يا ساكن الديره\nالليل والغربه\nوالدار والحسره",
        "سار بطوله في دوره إلى حاله، وحمله أخوه في عامه ومنطقه وخطه وطريقه.",
    )
    bad = {
        "استعادت القوات ⟦السيطره⟧ على ⟦المدينه⟧.": "استعادت القوات السيطرة على المدينة.",
        "ارتفع ⟦الجنية⟧ في جلسة ناقشها ⟦الإليزية⟧.": "ارتفع الجنيه في جلسة ناقشها الإليزيه.",
        "عرضت الحالة ⟦الماليه⟧ ⟦والعمليه⟧ في الشانزليزيه.": "عرضت الحالة المالية والعملية في الشانزليزيه.",
        "رفع ⟦المديونيه⟧ ⟦والانضباطيه⟧ في اللجان ⟦السلطانيه⟧.": "رفع المديونية والانضباطية في اللجان السلطانية.",
        "⟦هذة⟧ القضية معقدة في ⟦شبة⟧ الجزيرة.": "هذه القضية معقدة في شبه الجزيرة.",
        "سدد 10 ملايين من ⟦الجنية⟧ المصري.": "سدد 10 ملايين من الجنيه المصري.",
        "غير الحزب ⟦الاستراتيجيه⟧ كلها.": "غير الحزب الاستراتيجية كلها.",
        "صدر التقرير ⟦بالاضافه⟧ إلى رأي ⟦الأسره⟧ في ⟦الاداره⟧.": "صدر التقرير بالإضافة إلى رأي الأسرة في الإدارة.",
        "جال الراوي ⟦نفسة⟧ ⟦بهذة⟧ الحكاية في ⟦كافه⟧ المدن، ⟦بدايه⟧ من طنجة.": "جال الراوي نفسه بهذه الحكاية في كافة المدن، بداية من طنجة.",
        "دفع 50 ⟦جنية⟧ ثم مليون ⟦جنية⟧ مصري.": "دفع 50 جنيه ثم مليون جنيه مصري.",
    }
    cases = (
        Example("زار ⟦المدينه⟧.\nوعبر ⟦البحيره⟧.\nورأى ⟦الحديقه⟧."),
        Example("في ⟦الحكومَه⟧ ⟦وللشـركـه⟧", "في الحكومَة وللشـركـة"),
        Example("حضر سعد العقله وأحمد المدينه.", options={"allow": ["العقله", "المدينه"]}),
        Example("اشترى ⟦البطانيه⟧ ثم باع البطانية.", "اشترى البطانية ثم باع البطانية.", level="warning"),
    )

    measured = Measured(
        40, 41, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والباقية كلمة من شعر عامي.", "The other one is a word of dialect verse."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[str]:
        """The forms that may end in the wrong one."""
        return _readings()

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word that ends in the wrong one of the two letters."""
        facts, readings, vocabulary = _facts(), _readings(), document.vocabulary
        for form in readings.among(vocabulary):
            reading, right = readings[form], _with_teh(form)
            if form in self.allow or (reading == "possible" and right not in vocabulary):
                continue
            for word in document.words_of(form):
                if reading == "heh":
                    if _is_meant(document, word, facts["framed"].get(form)):
                        yield self._found(word, facts["closed"][form], True, "heh")
                elif not in_verse(document, word):
                    yield self._found(word, right, reading == "certain", "")

    def _found(self, word: Word, right: str, certain: bool, variant: str) -> Finding:
        edit = Edit(*respelling(word.text, right, word.start))
        return self.found(word.start, word.end, edit, safe=certain, level=None if certain else "warning", variant=variant, right=right)


def _is_meant(document: Document, word: Word, frame: tuple[frozenset[str], frozenset[str]] | None) -> bool:
    """Whether the neighbours show that the word in ه is meant, for those that are also words in ة."""
    if frame is None:
        return True
    before, after = document.before(word), document.after(word)
    if (before and before.form in frame[0]) or (after and after.form in frame[1]):
        return True
    return bool(frame[0]) and _NUMBER_BEFORE.search(document.text, max(0, word.start - 4), word.start) is not None


@lru_cache(maxsize=1)
def _readings() -> Noticed[str]:
    listed = _facts()["closed"].keys() | _facts()["without_article"]
    return Noticed(lambda fresh: {*definite(fresh), *filter(listed.__contains__, fresh.forms)}, _reading)


def _reading(form: str) -> str:
    """`certain` for a noun of the table with ال and ه, `possible` where the word may be one, `heh` for ة instead of ه, else nothing."""
    if form in _facts()["closed"]:
        return "heh"
    if form in _facts()["without_article"]:
        return "certain"
    found = undotted(form)
    if found is None:
        return ""
    if found.right in _facts()["teh_words"] or (not found.foreign and _ADJECTIVE.fullmatch(found.right)):
        return "certain"
    return "" if found.foreign else "possible"


def _with_teh(form: str) -> str:
    """A form in ه with ة, and with the hamza of its noun, which copy without dots mostly lacks as well: الاضافه, الإضافة."""
    found = undotted(form)
    return f"{found.prefix}{_facts()['teh_words'].get(found.right, found.right)}" if found else f"{form[:-1]}ة"


@lru_cache(maxsize=1)
def _facts() -> Mapping[str, Any]:
    return lexicon(__file__, "teh_marbuta", _compiled)


def _compiled(table: Mapping[str, Any]) -> dict[str, Any]:
    framed = (table["pound"], table["some_pounds"], table["like"])
    closed = table["closed"] | {one["wrong"]: one["right"] for one in framed}
    return {
        "teh_words": {
            **{word: word for word in table["teh_words"]},
            **_bare(table["teh_words"]),
            **{word: word for word in table["either_way"]},
        },
        "without_article": frozenset(f"{joined}{word[:-1]}ه" for joined in _JOINED for word in table["without_article"]),
        "closed": {f"{joined}{wrong}": f"{joined}{right}" for joined in ("", "و", "ف") for wrong, right in closed.items()},
        "framed": {
            f"{joined}{one['wrong']}": (frozenset(one.get("after", ())), frozenset(one["before"]))
            for joined in ("", "و", "ف")
            for one in framed
        },
    }


def _bare(words: Sequence[str]) -> dict[str, str]:
    """The nouns with a hamza by their spelling without it, where it is that of one only. Short ones are other words: الاله, الامه."""
    marked = [word for word in words if word != hamza(word) and len(word) >= _SHORTEST]
    often = Counter(map(hamza, marked))
    return {hamza(word): word for word in marked if often[hamza(word)] == 1}
