"""separate-waw: مصر و الأردن."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.clitics import attached
from arlint.arabic.lazy import regex
from arlint.arabic.letters import BLANK
from arlint.arabic.noticed import Noticed, these

from ._verse import in_verse

_LABELLED = frozenset("الفقرة الفقرتان الفقرتين البند البندين حرف الحرف حرفي النقطة المجموعة الفئة فيتامين القسم الصالة المبنى".split())
_LIST_MARKS = ("(", "[", "-", "/")

_AND_THE = regex("وال(?!(?:د(?:[اةي]|ان|ين|ت?(?:ه|ها|هم|هن|هما|ي|نا|كم)|يه|يها|يهم)?|ي|ية|يا|يات|تر?|تون|اس|كر|ش|دورف)\\Z).{2,}")
"""A word with the article and a و before it, where that is not the first letter of والد, والٍ or والتر."""

_OWN_WAW = frozenset(
    "وزير وزيرا وزيرة وزيري وزراء وزارة وزارات وزارتي وكالة وكالات وكيل وكلاء وفد وفدا وفود وفاة وفيات وقع وقعت وقف وقفت وقفة وقت "
    "وجد وجدت وجه وجهت وجهة وجود وصل وصلت وصول وصف وصفت وضع وضعت وعد وعدت واصل واصلت وافق وافقت واجه واجهت واشنطن ولاية ولايات "
    "ولي والي وحدة وحدات وطن وسط وسائل وثيقة وثائق وظيفة وظائف ورشة ورقة وراء ورد وردت وداع ودائع وقود وقائع".split()
)
"""Words whose و is their own. Before any other one that begins with و only a reader can tell: it may be a second conjunction (و وطبعا)."""


class SeparateWaw(Rule):
    """واو العطف منفصلة عما بعدها: «مصر و الأردن». الواو تُكتب متصلة بما بعدها، والمنفصلة قد تبقى وحدها في آخر السطر. والإصلاح يحذف
    المسافة؛ فإن كانت بعدها واو عطف أخرى فالواو مكررة، والخيار للمحرر، وإن كانت بعدها كلمة غير شائعة أولها واو فالإصلاح للمراجعة.

    لا يُبلَّغ عن حرف في تعداد (أ و ب، النقطة «و»)، ولا عما قبله قوس أو شرطة أو «أو»، ولا عن الشعر.

    The conjunction و apart from what follows it: مصر و الأردن. It is written attached, and a loose one can be left alone at the end of
    a line. The fix deletes the blank; where another و of conjunction follows, it is doubled and the choice is the editor's;
    before an uncommon word that begins with و the fix is for review.

    Left alone are letters of a list (أ و ب, النقطة و), a و after a bracket, a dash or أو, and verse.
    """

    id = "separate-waw"
    code = "ORT007"
    title = Text("واو منفصلة", "Detached waw")
    message = Text("تُكتب الواو متصلة بما بعدها: «{right}».", "The و is written attached: «{right}».")
    messages = {"doubled": Text("واو مكررة قبل «{right}»؛ أبق واحدة.", "The و before «{right}» is doubled; keep one.")}
    level = "error"

    prefixes: list[Literal["و", "ف", "ب", "ل", "ك"]] = option(
        ["و"], ar="الحروف التي تُفحص؛ ويمكن أن تضاف إليها ف وب.", en="The particles that are checked; ف and ب may be added."
    )

    good = (
        "زار مصر والأردن.",
        "النقطة (و) من المادة الثانية",
        "حصل على أ و ب في الاختبار.",
        "تبدأ الكلمة بألف أو و مثل وردة.",
        "تنص الفقرة و من المادة على ذلك.",
        "يا ليل طال السرى\nو غاب عنا القمر\nو ضاع درب الورى",
    )
    bad = {
        "زار مصر ⟦و ⟧الأردن.": "زار مصر والأردن.",
        "قال ⟦و ⟧هو يبتسم إن الاتفاق قريب.": "قال وهو يبتسم إن الاتفاق قريب.",
        "الأمين العام ⟦وَ  ⟧نائبه حضرا.": "الأمين العام وَنائبه حضرا.",
        "⟦و ⟧قال الوزير إن العمل مستمر في القاهرة منذ أيام.": "وقال الوزير إن العمل مستمر في القاهرة منذ أيام.",
        "نشر الصور ⟦و ⟧والصور كلها قديمة.": None,
        "وصل الوفد.\nزار مصر ⟦و ⟧الأردن.\nثم غادر.": "وصل الوفد.\nزار مصر والأردن.\nثم غادر.",
        "حضر وزيران ⟦و ⟧وزيرة.": "حضر وزيران ووزيرة.",
        "حضرت مصر ⟦و ⟧والأردن ⟦و ⟧والدول المجاورة.": None,
        "حضر الطالب ⟦و ⟧والده ⟦و ⟧والدة زميله ⟦و ⟧والتر ⟦و ⟧والي المدينة.": "حضر الطالب ووالده ووالدة زميله ووالتر ووالي المدينة.",
    }
    cases = (
        Example("خرج ⟦ف ⟧قال كلمته.", "خرج فقال كلمته.", {"prefixes": ["و", "ف"]}),
        Example("سلم الكتاب ⟦ل ⟧الوزير ليلا.", "سلم الكتاب للوزير ليلا.", {"prefixes": ["ل"]}),
        Example("تونس ⟦و\u00a0⟧ليبيا", "تونس وليبيا"),
    )

    measured = Measured(61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX")

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The particles, standing alone."""
        return these(frozenset(self.prefixes))

    def check(self, document: Document) -> Iterator[Finding]:
        """Every particle that stands alone before a word."""
        for word in document.words_among(frozenset(self.prefixes)):
            following = document.after(word)
            if following and len(following.form) > 1 and not _is_label(document, word) and not in_verse(document, word):
                yield self._found(document, word, following)

    def _found(self, document: Document, word: Word, following: Word) -> Finding:
        if following.form[0] == word.form and (following.form[1:] in document.vocabulary or _AND_THE.fullmatch(following.form)):
            return self.found(word.start, following.start, variant="doubled", right=following.form)
        right = attached(word.form, following.form)
        lost = len(word.form) + len(following.form) - len(right)  # ل الوزير: للوزير
        safe = word.form != "ل" and (following.form[0] != word.form or following.form in _OWN_WAW)
        return self.found(word.start, following.start, Edit(word.end, following.start + lost, ""), safe=safe, right=right)


def _is_label(document: Document, word: Word) -> bool:
    """Whether the letter is one of a list: after a bracket, a dash, another letter, أو, or the name of what is lettered."""
    before = document.text[max(0, word.start - 3) : word.start].rstrip(BLANK)
    if before.endswith(_LIST_MARKS):
        return True
    neighbour = document.before(word)
    return neighbour is not None and (len(neighbour.form) == 1 or neighbour.form == "أو" or neighbour.form in _LABELLED)
