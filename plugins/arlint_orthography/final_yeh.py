"""final-yeh: فى، التى، حتي."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.lazy import regex
from arlint.arabic.noticed import Noticed
from arlint.arabic.numerals import DIGIT
from arlint.arabic.respelling import respelling

from ._final_yeh import spellings, yeh_lists
from ._letter_names import is_spelled_out

_FATHA, _SHADDA = "\u064e", "\u0651"
_NUMBER = regex(f"[ \u00a0]+[{DIGIT}]")


class FinalYeh(Rule):
    """خلط بين الياء والألف المقصورة في آخر الكلمة: «فى» و«التى» و«العربى» بألف مقصورة مكان الياء، و«حتي» و«مستشفي» بياء مكان الألف.
    تُفحص كلمات معجم لا تحتمل غير وجه واحد، وما دخلته «ال» على أوزان لا تنتهي إلا بياء (القاضى، الفيتنامى)؛ وما كان كلمتين، مثل «علي»
    و«إلي»، لا يُفحص إلا في سياق يعيّنه: «علي رأس» لا «حسن علي».

    لا يُبلَّغ عن أسماء الحروف اللاتينية (بى بى سى)، ولا عن «والي» الخرطوم، ولا عن «آلي» و«إليّ». والإصلاح يبدل الحرف الأخير وحده. وإذا
    كانت الدار تكتب كل ياء أخيرة بلا نقط فلتجعل قيمة الخيار egyptian_yeh هي ignore.

    Final ي and ى mixed up: فى, التى, العربى with ى for ي, and حتي, مستشفي with ي for ى. Only words of a lexicon that can be nothing
    else are read, and words with the article of shapes that end in ي (القاضى, الفيتنامى); what is also another word, as علي and إلي are,
    is read only where its neighbours decide: علي رأس, but not حسن علي.

    Left alone are names of Latin letters (بى بى سى), the governor in والي الخرطوم, and آلي and إليّ. The fix changes the last letter
    and nothing else. A house that writes every final yeh without dots sets `egyptian_yeh` to `ignore`.
    """

    id = "final-yeh"
    code = "ORT003"
    title = Text("خلط الياء والألف المقصورة", "Final yeh and alif maqsura mixed up")
    message = Text("آخر الكلمة ألف مقصورة لا ياء: اكتب «{right}».", "The word ends in ى, not in ي: write «{right}».")
    messages = {"yeh": Text("آخر الكلمة ياء لا ألف مقصورة: اكتب «{right}».", "The word ends in ي, not in ى: write «{right}».")}
    level = "error"
    yields_to = ("common-misspelling", "glued-words", "house-spelling", "inconsistent-spelling", "mixed-script-word")

    house_style = {"egyptian_yeh": "egyptian_yeh"}
    egyptian_yeh: Literal["report", "ignore"] = option(
        "report",
        ar="ما العمل بالياء الأخيرة المكتوبة ألفا مقصورة (فى): report للإبلاغ عنها، ignore لتركها.",
        en="What to do about ى written for a final ي (فى): report it or ignore it.",
    )
    max_per_group: int = option(
        3, ar="أكثر ما يُعرض من المواضع المتماثلة في الملف؛ 0 لعرضها كلها.", en="Most findings alike that are shown of a file; 0 shows all."
    )

    good = (
        "وقع حسن علي هذا الاتفاق، ولحق به علي مسرعا.",
        "تسلق الجبال في فالي السويسرية.",
        "بالنسبة إلي، الأمر انتهى.",
        "كتب معلق تحت الخبر: هذا أحسن الي كان عندهم.",
        "مدّي يدك إلى نجم الشعرى، فالشعرى اليمانية قريبة، وللشعرى الشامية اسم آخر. والقول المفتى به غيره.",
        "عاد إليّ الأمل، ووفّى المدينة حقها، ووفّى القوم وولّى الأمر.",
        "رأى السمانى في الحقل، وأحب إلي أن يصلي في بيته.",
        "مستوى المستشفى والمعنى الأدنى، وعانى وتفانى.",
        "زار والي الخرطوم المبنى، وافتتح صراف الي في السوق.",
        "أذاعت بى بى سى الخبر.",
        "أثرى المعرض المدينة، وعادى المدير الصحيفة وجارى غيره، فعلى من يلقى اللوم؟ وقوى الأمن صحى ضميرها، وسلمى لعبت بيدها اليمنى.",
        "ولى زمن الخوف، ووفى بوعده من وفى بعهده، وبكت الحزانى. فلما وفى التاجر صاحبه المال انصرف.",
        "للأرملة حق السكنى في البيت، وعاش الجد بين أهل المغنى.",
        "الطريق المستوي سهل، وسطح مستوي الأطراف، وأنا أعلي صوتي وأدني مجلسي، ووصل علي من السفر.",
        "مشى الهوينى ثم رجع القهقرى، وفتح اليتامى والنصارى الشكاوى في الملتقى، وجمع الكمثرى وعالج الشريان الأورطى وقرأ شعر الشنفرى.",
        "قرأت النائبة عبير موسي البيان، وهذا ما يُعانَى منه.",
        "نظر النائب ناصيف حتي في التقرير الأولي.",
        "زار حنا متي قريته، ومتي يوسف معه، وقال إن الطفل سوي.",
        "كان الرجل سوي الخلق، وقد ولى زمن الخوف، ووفى الوفد بوعده، وفى المدين بدينه وحصل على شهادة السكنى.",
    )
    bad = {
        "اللقاء ⟦الذى⟧ عقد ⟦فى⟧ القاهرة.": "اللقاء الذي عقد في القاهرة.",
        "عاد ⟦الي⟧ بلاده ⟦حتي⟧ المساء.": "عاد إلى بلاده حتى المساء.",
        "وصل ⟦علي⟧ رأس وفد كبير ⟦إلي⟧ المطار.": "وصل على رأس وفد كبير إلى المطار.",
        "سافر ⟦الي⟧ 15 دولة ولم يعد ⟦إلي⟧ 3 منها، ولا يعرف أحد ⟦متي⟧ يعود، وليس له ⟦سوي⟧ أن ينتظر.": (
            "سافر إلى 15 دولة ولم يعد إلى 3 منها، ولا يعرف أحد متى يعود، وليس له سوى أن ينتظر."
        ),
        "وصل ⟦ولى⟧ العهد، ⟦وفى⟧ المساء غادر.": "وصل ولي العهد، وفي المساء غادر.",
        "افتتح ⟦المستشفي⟧ للمرة ⟦الأولي⟧.": "افتتح المستشفى للمرة الأولى.",
        "⟦وفى⟧ القاهرة وصل ⟦ولى⟧ العهد.": "وفي القاهرة وصل ولي العهد.",
        "وصل ⟦القحطانى⟧ إلى ⟦المبانى⟧ ⟦والأراضى⟧.": "وصل القحطاني إلى المباني والأراضي.",
        "وصل وزير ⟦إيطالى⟧ وسائق ⟦مصرى⟧ لحضور حفل ⟦رسمى⟧ ⟦وثقافى⟧.": "وصل وزير إيطالي وسائق مصري لحضور حفل رسمي وثقافي.",
        "سمع ⟦القاضى⟧ ⟦الرأى⟧ ⟦الفنى⟧ ⟦والمحامى⟧ ⟦الفيتنامى⟧ والقنصل ⟦البلغارى⟧ في ⟦الاراضى⟧ وخبير ⟦تحليلى⟧.": (
            "سمع القاضي الرأي الفني والمحامي الفيتنامي والقنصل البلغاري في الاراضي وخبير تحليلي."
        ),
        "رفع ⟦مستوي⟧ الخدمة في ⟦شتي⟧ ⟦القري⟧ إلى ⟦أعلي⟧ من ⟦المستوي⟧ المحلي ⟦علي⟧ الأرجح.": (
            "رفع مستوى الخدمة في شتى القرى إلى أعلى من المستوى المحلي على الأرجح."
        ),
        "زار مجلس ⟦الشوري⟧ مع ⟦أهالى⟧ القرية ⟦لكى⟧ يحضر ⟦دورى⟧ المدارس، ثم مر ⟦بالمستشفي⟧ وتقدم ⟦بشكوي⟧، ⟦وللمقهي⟧ القديم رواده.": (
            "زار مجلس الشورى مع أهالي القرية لكي يحضر دوري المدارس، ثم مر بالمستشفى وتقدم بشكوى، وللمقهى القديم رواده."
        ),
        "⟦النادى⟧ ⟦العربى⟧ يلعب ⟦للمصرى⟧.": "النادي العربي يلعب للمصري.",
    }
    cases = (
        Example("اللقاء الذى عقد فى القاهرة ⟦حتي⟧ المساء.", "اللقاء الذى عقد فى القاهرة حتى المساء.", {"egyptian_yeh": "ignore"}),
        Example("⟦فِى⟧ ⟦النَّـادِى⟧ ⟦وبالعـربىّ⟧ ⟦والتى⟧", "فِي النَّـادِي وبالعـربيّ والتي"),
    )

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    @cached_property
    def cues(self) -> Noticed[tuple[str, ...]]:
        """The forms of the tables."""
        return spellings()

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether one of the words that show the sense may stand beside a word that needs one."""
        frame = yeh_lists()["framed"].get(forms[number])
        if frame is None or forms[number - 1] in frame["after"] or "0" in frame["next"]:
            return True
        return _leads(frame["next"], forms[number + 1]) if frame["next"] else not frame["after"]

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word of the tables with the wrong last letter."""
        found, framed = spellings().held(document.vocabulary), yeh_lists()["framed"]
        if not found:
            return
        for word in document.words_among(found):
            variant, right = spellings()[word.form]
            if variant == "yeh" and self.egyptian_yeh == "ignore":
                continue
            if _is_vowelled(document, word, variant):
                continue
            if _is_framed(document, word, framed[word.form]) if word.form in framed else _is_certain(document, word):
                yield self.found(word.start, word.end, Edit(*respelling(word.text, right, word.start)), variant=variant, right=right)


def _is_vowelled(document: Document, word: Word, variant: str) -> bool:
    """Whether the harakat show which of two words is meant: the ي of إليّ and عليَّ is one, وفّى, ولّى and مدّي are verbs, يُعانَى is one too."""
    written = document.source.text[slice(*document.sourcemap.span(word.start, word.end))]
    if variant == "yeh":
        passive = word.form.lstrip("وف")[0] in "يت" and f"{_FATHA}ى" in written
        return passive or (_SHADDA in written and word.form in ("وفى", "ولى"))
    return written.endswith((_SHADDA, _FATHA)) or (_SHADDA in written and not word.form.endswith("حتي"))


def _is_certain(document: Document, word: Word) -> bool:
    """Whether a word that is written right in one way only is meant as one: neither as dialect nor as a letter's name."""
    dialect = word.form.endswith("اللى") and document.quoted(word.start, word.end)
    return not dialect and not is_spelled_out(document, word)


def _is_framed(document: Document, word: Word, frame: Mapping[str, Any]) -> bool:
    """Whether the words around it show which of two words is meant."""
    if frame["unquoted"] and document.quoted(word.start, word.end):
        return False
    before, after = document.before(word), document.after(word)
    if (before and before.form in frame["not_after"]) or (after and _leads(frame["not_next"], after.form)):
        return False
    if frame["not_before"] and after:
        then = document.after(after)
        if any(_leads(frame["not_before"], one.form) for one in (after, then) if one):
            return False
    if frame["after"] and before and before.form in frame["after"]:
        return True
    if frame["next"]:
        return _leads(frame["next"], after.form) if after else "0" in frame["next"] and _before_number(document, word)
    # A preposition has its noun behind it, and no other word begins there.
    return not frame["after"] and (_before_number(document, word) if after is None else not after.form.startswith("و"))


def _leads(words: Set[str], form: str) -> bool:
    """Whether a form is among the words that show the sense; a word with a star stands for all that begin like it."""
    return form in words or any(form.startswith(word[:-1]) for word in words if word[-1] == "*")


def _before_number(document: Document, word: Word) -> bool:
    return _NUMBER.match(document.text, word.end) is not None
