"""not-nfc: a letter and its hamza or madda as two characters."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.letters import MARK

_SIGNS = "\u0653\u0654\u0655"
_COMPOSED = {
    "ا\u0653": "آ", "ا\u0654": "أ", "ا\u0655": "إ", "و\u0654": "ؤ", "ي\u0654": "ئ",
    "ی\u0654": "ئ",  # not by Unicode, but what a Persian keyboard writes for it
}  # fmt: skip
_DECOMPOSED = regex(f"([اويی])([{MARK}]{{0,4}}?)([{_SIGNS}])")
_LATIN = regex("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")


class NotNfc(Rule):
    """حرف كُتب محرفين: ألف ثم همزة مركبة فوقها (ا + U+0654) بدل «أ». الصورتان سواء للعين، لكنهما كلمتان مختلفتان للبحث والفرز. كثيرا ما
    يأتي هذا من أسماء ملفات في أنظمة Apple ومن ملفات PDF.

    لا تعني القاعدة التشكيل: فتحة وضمة وشدة. والخيار latin يُبلّغ أيضا عن حرف لاتيني وعلامته إن كانا محرفين (e ثم U+0301). والإصلاح يضع
    الحرف الواحد.

    A letter written as two characters: an alif and a combining hamza above it (ا + U+0654) instead of أ. Both look alike and are
    different words to search and sorting. It often comes from names of files on Apple systems and from PDF files.

    Harakat are no concern of this rule. With `latin` it also reports Latin letters and their accents as two characters (e and U+0301).
    The fix writes the single character.
    """

    id = "not-nfc"
    code = "UNI006"
    title = Text("حروف مفككة", "Decomposed letters")
    message = Text("حرف مفكك إلى محرفين؛ اكتب «{right}» محرفا واحدا.", "Decomposed letter; write the single character «{right}».")
    level = "warning"
    triggers = _SIGNS + "".join(map(chr, range(0x300, 0x370)))
    any_language = True
    reads_marks = True

    latin: bool = option(
        False, ar="الإبلاغ أيضا عن الحروف اللاتينية وعلاماتها المفككة.", en="Also report Latin letters that stand apart from their accents."
    )

    good = ("أحمد", "مُحَمَّد", "e\u0301", "هذا نص\u0654 عادي.")
    bad = {
        "⟦ا\u0654⟧حمد": "أحمد",
        "⟦و\u0654⟧": "ؤ",
        "القر⟦ا\u0653⟧ن": "القرآن",
        "رسا⟦ي\u0654⟧ل": "رسائل",
        "⟦ا\u064e\u0654⟧حمد": "أ\u064eحمد",
        "قال: «⟦ا\u0655⟧ن شاء الله».": "قال: «إن شاء الله».",
    }
    cases = (
        Example("زار caf⟦e\u0301⟧ الكبير.", "زار café الكبير.", {"latin": True}),
        Example("زار مدينة Q\u0307 أمس.", options={"latin": True}),
    )

    measured = Measured(0, 0, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """Every letter with a hamza or a madda that is a character of its own."""
        text = document.text
        if not document.signs.isdisjoint(_SIGNS):
            for block in document.blocks:
                for match in _DECOMPOSED.finditer(text, block.start, block.end):
                    right = _COMPOSED.get(match[1] + match[3])
                    if right:
                        yield self.found(*match.span(), Edit(*match.span(), right + match[2]), right=right)
        if self.latin:
            from unicodedata import normalize

            for block in document.blocks:
                for match in _LATIN.finditer(text, block.start, block.end):
                    right = normalize("NFC", match.group())
                    if right != match.group():
                        yield self.found(*match.span(), Edit(*match.span(), right), right=right)
