"""unbalanced-brackets: a bracket that has no partner, or two that are typed the wrong way round."""

from collections.abc import Iterator
from itertools import pairwise

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex

from ._brackets import BRACKETS, Bracket, are_simple, are_turned, but_markers, without_partner

_BRACKET = regex(r"[()\[\]{}]")
_SIMPLE = regex(r"\([^()\[\]{}]*\)|\[[^()\[\]{}]*\]")
_ENDS = regex(r"[.؟!…][»”\"]?\s*\Z")
_REST = regex(r"[\s.،؛؟!…»”\"]*")

_MANY, _DENSE, _MOST = 1000, 10, 20
"""A text of a thousand brackets, one in ten characters, or a paragraph with more than twenty lonely ones, is code and no prose."""


class UnbalancedBrackets(Rule):
    """قوس مفتوح بلا إغلاق، أو مغلق بلا فتح، أو قوسان كُتبا معكوسين كما يقع في المحررات التي تخلط اتجاه الكتابة: «العداء 33) عاما)».

    يُنظر في كل نوع من الأقواس وحده، فلا يضر تداخلها. ولا يُبلَّغ عن ترقيم القوائم: «1)» أو «أ)» أو «أولا)» في أول الفقرة أو في تسلسل داخلها،
    ولا عن قوس يُفتح في فقرة لا تنتهي جملته فيها ويُغلق في أخرى قريبة منها كما في أبيات الشعر (max_paragraphs)، ولا عن قوسين يحيطان
    بفقرات كاملة، ولا عن رموز الوجوه :) و:( و;)، ولا عن أقواس القرآن والشيفرة والروابط. لا إصلاح آليا: لا يعرف موضع القوس الناقص إلا المحرر.

    An opening bracket that is never closed, a closing one that nothing has opened, or two that are typed the wrong way round, as
    happens in editors that mix directions of writing.

    Every kind of bracket is examined by itself, so that they may overlap. Left alone are list markers (`1)`, `أ)`, `أولا)`) at the
    beginning of a paragraph or in a sequence within it, a bracket that is opened in one paragraph, whose sentence does not end there, and
    closed in another one near by, as around verses (`max_paragraphs`), two that enclose whole paragraphs, faces :) :( ;), and the brackets
    of the Quran, of code and of links. There is no fix: only the editor knows where the missing bracket belongs.
    """

    id = "unbalanced-brackets"
    code = "PUN006"
    title = Text("أقواس غير متوازنة", "Unbalanced brackets")
    message = Text("القوس {mark} بلا مقابل؛ أضف مقابله أو احذف القوس.", "The bracket {mark} has no partner; add it or delete this one.")
    messages = {
        "reversed": Text("القوسان معكوسان؛ اكتب كلا منهما مكان الآخر.", "The brackets are reversed; put each in the place of the other.")
    }
    level = "error"
    triggers = BRACKETS

    max_paragraphs: int = option(
        8,
        ar="أقصى عدد للفقرات أو الأسطر التي يمتد فيها قوسان، كما في أبيات الشعر؛ و0 يمنع ذلك.",
        en="Over how many paragraphs or lines two brackets may run on, as they do around verses; 0 accepts none.",
    )

    good = (
        "1) الاجتماع الأول 2) الاجتماع الثاني",
        "أ) الميزانية\nب) الخطة",
        "ناقش المجلس ثلاثة أمور: د) الميزانية، هـ) الخطة، و) الموعد.",
        "١) الميزانية.\n٢) الخطة.",
        "- 3) بقية الأعمال",
        "أولا) الميزانية، ثانيا) الخطة.",
        "ناقش المجلس أمرين: أ) الميزانية، ب) الخطة.",
        "ناقش المجلس: أ) الميزانية، وب) الخطة.",
        "ناقش المجلس: 1) الميزانية، و2) الخطة.",
        "I) الميزانية II) الخطة III) ما يستجد",
        "س1) ما الجديد؟ س2) ومتى؟",
        "بحث المجلس: (1) الميزانية 2) الخطة",
        "وصل المدير (رئيس الوفد) إلى القاعة.",
        "نشر صورته وكتب :) ثم غادر.",
        "كتب لأصدقائه: فزنا ;)",
        "كتب لأصدقائه: فزنا (:",
        "كتب (وهو يبتسم :)) ثم غادر.",
        "قالت:(سنعود) ثم غادرت.",
        "قال تعالى ﴿وقل رب زدني علما﴾ ثم شرح الآية.",
        'ذكر (المدير "أن [العقد) جاهز]" وغادر.',
        "تونس (وكالات) - وصل الوفد.",
        "(أيها الساري إلى الدار\nتمهل ساعة\nقد طال ليل المنتظر)",
        "شرح المدير الخطة (وهي طويلة،\nوفيها فصول) ثم غادر.",
        "(تنويه: يغلق المتحف أبوابه غدا.\nويفتحها يوم السبت.)",
        "راجع الصفحة https://example.org/a_(b) ثم عد إلينا.",
        "راجع الموقع (www.example.org)\u200e، ثم عد إلينا.",
        "تنقسم اللجنة قسمين: أ\u200c) قسم للميزانية. ب\u200c) قسم للخطة.",
    )
    bad = {
        "وصل المدير ⟦(⟧رئيس الوفد إلى القاعة.": None,
        "أصيب العداء 33⟦)⟧ عاما⟦)⟧ في الركبة.": None,
        "تحدثت ⟦]⟧ المديرة ⟦[⟧ عن القضية.": None,
        "وصل الوفد⟦)⟧ إلى القاعة.\nوغادر المدير (مساء أمس) المدينة.": None,
        "1) وصل المدير ⟦(⟧رئيس الوفد.\n2) غادر الجميع.": None,
        'قال: "وصل المدير ⟦(⟧رئيس الوفد" ثم غادر.': None,
        "رئيس (الوفد⟦]⟧ المفاوض) غادر.": None,
        "وصل المدير ⟦(⟧رئيس الوفد إلى القاعة.\nوغادر الضيوف⟦)⟧ مساء.": None,
        "شرح المدير الخطة ⟦(⟧وهي طويلة،\nوأصيب العداء 33⟦)⟧ عاما⟦(⟧ في الركبة.": None,
    }
    cases = (
        Example("شرح المدير الخطة ⟦(⟧وهي طويلة.\nوفيها فصول⟦)⟧ ثم غادر.", None, {"max_paragraphs": 0}),
        Example("انظر [الدليل](https://example.org/a_(b)) و`f(x` ثم عد.", format="markdown"),
    )

    measured = Measured(
        66, 66, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من 79 موضعا.", "A sample of 79 findings."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every bracket without a partner, paragraph by paragraph."""
        text = document.text
        if are_simple(document.page):
            return
        signs = [sign for sign in BRACKETS if sign in document.signs]
        many = sum(map(text.count, signs))
        if many > _MANY and many * _DENSE > len(text):
            return
        lonely: list[tuple[int, list[Bracket]]] = []
        for number, block in enumerate(document.blocks):
            found = sum(text.count(sign, block.start, block.end) for sign in signs)
            if not found or found == 2 * len(_SIMPLE.findall(text, block.start, block.end)):
                continue  # every bracket has its partner right beside it, as nearly always
            brackets = [Bracket(match.start(), match.group()) for match in _BRACKET.finditer(text, block.start, block.end)]
            if without_partner(brackets):
                dateline = document.paragraph(number).prose.start
                left = but_markers(text, dateline, block.end, [one for one in brackets if one.offset >= dateline])
                if left and len(left) <= _MOST:
                    lonely.append((number, left))
        for left in self._but_running(document, lonely):
            yield from self._found(left)

    def _but_running(self, document: Document, lonely: list[tuple[int, list[Bracket]]]) -> list[list[Bracket]]:
        """Without the last bracket of a paragraph and the first of a later one, where they make a pair and no lonely one stands between."""
        for (here, left), (there, right) in pairwise(lonely):
            if there - here <= self.max_paragraphs and left and _opens_for(document, left[-1], right):
                del left[-1], right[0]
        return [left for _, left in lonely]

    def _found(self, left: list[Bracket]) -> Iterator[Finding]:
        turned = {one for pair in pairwise(left) if are_turned(*pair) for one in pair}
        for one in left:
            yield self.found(one.offset, one.offset + 1, variant="reversed" if one in turned else "", mark=one.sign)


def _opens_for(document: Document, opening: Bracket, later: list[Bracket]) -> bool:
    """Whether a bracket may be closed by the first lonely one of a later paragraph, as around verses or where lines are broken.

    Not so where its own sentence ends before, unless the two enclose whole paragraphs.
    """
    closing, *others = later
    if not opening.opens or closing.opens or opening.kind != closing.kind or (others and are_turned(closing, others[0])):
        return False
    here, there = document.paragraph_at(opening.offset), document.paragraph_at(closing.offset)
    if here is None or there is None:
        return False
    if not _ENDS.search(here.text, opening.offset - here.start):
        return True
    return not here.text[: opening.offset - here.start].strip() and bool(_REST.fullmatch(there.text, closing.offset - there.start + 1))
