"""repeated-punctuation: ،، and !!!."""

import re
from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Gap, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import LETTER

from ._grouped import Grouped

_ANY = "[،,؛][ \u00a0]*[،,؛]|[،؛][ \u00a0]*\\.(?![.A0])|\\.(?<!\\.\\.)[ \u00a0]*[،؛]|[؟!?][؟!?]"
_ANY_THERE = regex(_ANY)
_COMMAS = regex("[،,؛](?:[ \u00a0]*[،,؛])+")
_COMMA_STOP = regex("[،؛][ \u00a0]*\\.(?![.A-Za-z0-9])")
_STOP_COMMA = regex("\\.(?<!\\.\\.)[ \u00a0]*[،؛]")
_END = regex("[\\s\u00a0»”\")\\]]*\\Z")
_CRIES = regex("[؟!?][؟!?]+")
_WORD_BEFORE = regex(f"(?<![{LETTER}\\w.])(?!و?[إا]لخ\\Z)(?:[{LETTER}]{{2,}}|\\d+)[»”\")\\]]*\\Z")
_ARABIC_BEFORE = regex(f"[{LETTER}»”\")\\]’'](?:[ \u00a0])?\\Z")
_CRIED = regex(f"[{LETTER}»”\")\\]’'](?:[ \u00a0]|[.…]{{1,6}})?\\Z")
_LOST = regex(f"\\?+[{LETTER}]")
"""Signs that some program has put for letters it did not know, in the middle of a word: ال??زير."""
_PLACEHOLDER = regex("(?<!\\S)؟{3,}(?!\\S)")
_NAMED = regex("(?:[:(\\[«]|(?<!\\S)[\"“])[ \u00a0]*\\Z")
"""What stands before marks that are spoken of: علامات الترقيم: ، ؛"""

_LONGEST = 24  # code points of a word before a mark


class RepeatedPunctuation(Grouped, Rule):
    """علامة ترقيم مكررة: فاصلتان متتاليتان، أو فاصلة ونقطة، أو علامات تعجب واستفهام تتكرر. الأولى سهو، والأخيرة صراخ لا محل له في الخبر.

    تُقبل ؟! مجتمعتين مرة واحدة، ونقاط الحذف، والفاصلة بعد اختصار منقوط (أ.ف.ب.،)، أما ؟؟؟ وحدها مكان قيمة مجهولة فشأن قاعدة أخرى. والإصلاح
    يبقي علامة واحدة من كل نوع. وإذا اجتمعت فاصلة ونقطة أبقى النقطة في آخر الفقرة، وفي غيره يبقي الفاصلة بعد مراجعة.

    A punctuation mark that is repeated: two commas in a row, a comma with a full stop, or exclamation and question marks one after
    another. The first are slips, the last is shouting and no part of news.

    ؟! together are accepted once, and so are an ellipsis and a comma after a dotted abbreviation (أ.ف.ب.،); ؟؟؟ alone in the place of a
    value is for another rule. The fix keeps one mark of each kind. Of a comma and a full stop it keeps the full stop at the end of a
    paragraph, and elsewhere, for review, the comma.
    """

    id = "repeated-punctuation"
    code = "PUN004"
    title = Text("علامات ترقيم مكررة", "Repeated punctuation")
    message = Text("علامة ترقيم مكررة: «{found}»؛ اكتب «{right}».", "Repeated punctuation: «{found}»; write «{right}».")
    level = "warning"
    yields_to = ("wrong-quote-glyph",)
    gaps = _ANY

    good = (
        "هل هذا معقول؟!",
        "انتظر... ثم غادر.",
        "انتهى الاجتماع. ثم غادر.",
        "نقلت وكالة أ.ف.ب.، ثم نفت.",
        "شركة Apple Inc.، ومقرها كاليفورنيا.",
        "سجل ؟؟؟ الهدف الأول.",
        "القيم 1,,2 في الجدول.",
        "قال...، ثم سكت.",
        "باع التفاح والبرتقال إلخ.، ثم أغلق متجره.",
        "من علامات الترقيم: ، ؛ وغيرهما.",
        "افتتح ال??زير ??لمعرض.",
        'رسم على اللوح "،،" ثم محاها.',
    )
    bad = {
        "وصل⟦.،⟧ ثم قال: «نعم»⟦.،⟧ وعاد عام 2015⟦.؛⟧ ثم بقي.": "وصل، ثم قال: «نعم»، وعاد عام 2015؛ ثم بقي.",
        "وصل الوفد⟦،،⟧ ثم غادر.": "وصل الوفد، ثم غادر.",
        "يا للعجب⟦!!!⟧": "يا للعجب!",
        "هل وصل⟦؟؟⟧": "هل وصل؟",
        "وصل الوفد⟦، ،⟧ ثم غادر⟦،.⟧": "وصل الوفد، ثم غادر.",
        "وصل الوفد⟦؛؛⟧ ثم غادر⟦.،⟧": "وصل الوفد؛ ثم غادر.",
        "هل هذا معقول⟦؟؟!!⟧ نعم.": "هل هذا معقول؟! نعم.",
        "قال: «عجبا⟦!!⟧»،\r\nثم غادر.": "قال: «عجبا!»،\r\nثم غادر.",
        "وصل الوفد⟦،.⟧ ثم غادر.": "وصل الوفد، ثم غادر.",
        'قال "نعم"⟦،،⟧ ثم غادر.': 'قال "نعم"، ثم غادر.',
        "هل وصل⟦??⟧": "هل وصل؟",
        "ولكن هيهات..⟦!!⟧": "ولكن هيهات..!",
    }
    cases = (Example("وصل **الوفد**⟦،،⟧ ثم غادر.", "وصل **الوفد**، ثم غادر.", format="markdown"),)

    measured = Measured(
        31, 31, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("114 ملاحظة، معظمها علامتا تعجب في مقالات رأي.", "114 findings, most of them two exclamation marks in opinion columns."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every group of marks that says one thing twice."""
        for gap in document.gaps_with(self.gaps):
            if _ANY_THERE.search(document.text, gap.start, gap.end):
                yield from self._commas(document, gap)
                yield from self._cries(document, gap)

    def _commas(self, document: Document, gap: Gap) -> Iterator[Finding]:
        text, start = document.text, gap.block.start
        for match in document.matches_from([gap], _COMMAS):
            if _NAMED.search(text, max(start, match.start() - 3), match.start()):
                continue
            kinds = sorted({mark.replace(",", "،") for mark in match.group() if not mark.isspace()})
            if set(match.group()) & {"،", "؛"} or _ARABIC_BEFORE.search(text, max(start, match.start() - 2), match.start()):
                yield self._found(match, kinds[0], safe=len(kinds) == 1)
        for match in document.matches_from([gap], _COMMA_STOP):
            if not _NAMED.search(text, max(start, match.start() - 3), match.start()):
                yield self._one_of_two(match)
        for match in document.matches_from([gap], _STOP_COMMA):
            if _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST), match.start()):
                yield self._one_of_two(match)

    def _one_of_two(self, match: re.Match[str]) -> Finding:
        """Of a comma and a full stop the one that fits the place."""
        last = _END.match(match.string, match.end(), match.endpos) is not None
        comma = next(mark for mark in match.group() if mark in "،؛")
        return self._found(match, "." if last else comma, safe=last)

    def _cries(self, document: Document, gap: Gap) -> Iterator[Finding]:
        text, start = document.text, gap.block.start
        for match in document.matches_from([gap], _CRIES):
            kinds = dict.fromkeys(match.group().replace("?", "؟"))
            if len(kinds) == len(match.group()) or _PLACEHOLDER.match(text, match.start()) or _LOST.match(text, match.start()):
                continue
            if "؟" in match.group() or _CRIED.search(text, max(start, match.start() - 8), match.start()):
                yield self._found(match, "".join(kinds))

    def _found(self, match: re.Match[str], right: str, *, safe: bool = True) -> Finding:
        return self.found(*match.span(), Edit(*match.span(), right), safe=safe, found=match.group(), right=right)
