"""invalid-tanwin: مساءاً، مرةاً."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import FATHATAN, LETTER
from arlint.arabic.remembered import Proven
from arlint.arabic.words import form

_EXTRA_ALIF = regex(f"(?:اء|أ|ة)(?:(?P<before>{FATHATAN})ا|ا(?P<after>{FATHATAN}))(?![{LETTER}])")
_TWICE = regex(f"{FATHATAN}(?:(?P<alif>ا?){FATHATAN}+|(?P<other>[\u064c-\u0650]))")
# What both hold; a pattern that begins with one character is searched for fifty times as fast.
_EITHER = regex(f"{FATHATAN}(?:(?<=[ءأة].)ا|ا?{FATHATAN}|[\u064c-\u0650]|(?<=[ءأة]ا.))")


class InvalidTanwin(Rule):
    """تنوين نصب في غير صورته: لا ألف بعد همزة قبلها ألف (مساءً لا «مساءاً»)، ولا بعد همزة على ألف (مبدأً)، ولا بعد تاء مربوطة (مرةً)؛
    ولا علامتا تنوين أو حركتان على حرف واحد. والإصلاح يحذف الزائد ويبقي التنوين؛ أما الحركتان المختلفتان فالخيار بينهما للمحرر.

    لا يُبلَّغ عما تثبت ألفه: جزءًا، شيئًا، عبئًا، هدوءًا.

    Tanwin written as it cannot be: no alif after a hamza that follows an alif (مساءً, not مساءاً), after a hamza on alif (مبدأً) or
    after ة (مرةً); no two signs of tanwin, or two vowels, on one letter. The fix deletes what is too much and keeps the tanwin; of two
    different vowels the editor chooses.

    Words that keep their alif are left alone: جزءًا, شيئًا, عبئًا, هدوءًا.
    """

    id = "invalid-tanwin"
    code = "ORT006"
    title = Text("تنوين خاطئ", "Invalid tanwin")
    message = Text("لا ألف هنا مع التنوين: اكتب «{right}».", "No alif goes with this tanwin: write «{right}».")
    messages = {
        "twice": Text("كُتب التنوين مرتين في «{word}»؛ أبق واحدا.", "The tanwin is written twice in «{word}»; keep one."),
        "vowels": Text("حركتان على حرف واحد في «{word}»؛ أبق الصحيحة.", "One letter of «{word}» bears two vowels; keep the right one."),
    }
    level = "error"

    triggers = FATHATAN
    reads_marks = True

    good = (
        "وصل مساءً إلى المطار، ورأى فتىً ومبدأً.",
        "دفع جزءًا من المبلغ وحمل عبئاً.",
        "هدوءًا",
    )
    bad = {
        "وصل ⟦مساءاً⟧ إلى المطار.": "وصل مساءً إلى المطار.",
        "دفع جزءًا من المبلغ ⟦ابتداءًا⟧ من مايو.": "دفع جزءًا من المبلغ ابتداءً من مايو.",
        "كرر ذلك ⟦مرةاً⟧ أخرى ⟦وخطأاً⟧ آخر.": "كرر ذلك مرةً أخرى وخطأً آخر.",
        "كان ⟦صباحًاً⟧ جميلا ⟦وهادئاًً⟧.": "كان صباحًا جميلا وهادئاً.",
        "عمل ⟦جيدًٌ⟧ آخر.": None,
    }
    cases = (Example("حضر ⟦مساءاً⟧\r\nوغادر ⟦صباحاًً⟧", "حضر مساءً\r\nوغادر صباحاً"),)

    measured = Measured(
        7, 7, 4438, "SaudiNewsNet, Jawhara, NTREX, Nahw",
        Text("وهذا كل ما وُجد.", "All there were."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every tanwin with an alif too many, and every second one."""
        text = document.text
        if _VALID.all([token for token, _ in document.tokens_with(FATHATAN)]):
            return
        for block in document.blocks:
            for match in _EXTRA_ALIF.finditer(text, block.start, block.end):
                word = document.word_at(match.start())
                sign = "before" if match["before"] else "after"
                alif = match.end("before") if sign == "before" else match.start("after") - 1
                if word:
                    right = text[word.start : alif] + text[alif + 1 : word.end]
                    yield self.found(word.start, word.end, Edit(alif, alif + 1, ""), right=right)
            for match in _TWICE.finditer(text, block.start, block.end):
                word = document.word_at(match.start())
                if not word:
                    continue
                if match["other"]:
                    yield self.found(word.start, word.end, variant="vowels", word=form(word.text))
                else:
                    keep = match.start() + 1 + len(match["alif"])
                    yield self.found(word.start, word.end, Edit(keep, match.end(), ""), variant="twice", word=form(word.text))


_VALID = Proven(lambda token: _EITHER.search(token) is None)
"""What stands between two blanks and holds no invalid tanwin."""
