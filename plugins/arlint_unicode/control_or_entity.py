"""control-or-entity: a control character, or an HTML entity that nobody decoded."""

import re
from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex

from ._grouped import Grouped
from ._names import point

_CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_CONTROL = regex(f"[{_CONTROLS}][{_CONTROLS}]*")  # searched for twice as fast as with a plus sign
_ENTITY = regex(
    "&(?:nbsp|quot|amp|lt|gt|laquo|raquo|apos|[lr][sd]quo|hellip|[mn]dash|zwn?j|lrm|rlm|shy|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"


class ControlOrEntity(Grouped, Rule):
    """أثر من نظام آخر بقي في النص: رمز HTML ظاهر للقارئ (&nbsp; أو &quot;)، أو محرف تحكم لا يُطبع (مثل U+0007).

    في HTML وMarkdown تُفك الرموز قبل القراءة، فلا يُبلَّغ إلا عما يراه القارئ. والإصلاح يضع المحرف الذي يعنيه الرمز، ومكان &nbsp; مسافة
    معتادة؛ أما محرف التحكم فلا إصلاح له، إذ لا يُعرف ما كان مكانه.

    What another system has left in the text: an HTML entity that the reader will see (&nbsp;, &quot;), or a control character that
    cannot be printed (such as U+0007).

    In HTML and Markdown entities are decoded before the text is read, so that only what the reader will see is reported. The fix puts
    the character that the entity stands for, an ordinary space for &nbsp;. A control character has no fix: nobody knows what stood
    there.
    """

    id = "control-or-entity"
    code = "UNI009"
    title = Text("محرف تحكم أو رمز HTML", "Control character or HTML entity")
    message = Text("محرف تحكم ({cp}) لا يُطبع؛ احذفه أو ضع ما كان مكانه.", "Control character ({cp}); delete it or write what was meant.")
    messages = {
        "entity": Text(
            "رمز HTML ظاهر في النص: {found}؛ ضع المحرف الذي يعنيه.",
            "HTML entity left in the text: {found}; write the character that it means.",
        )
    }
    triggers = "&" + "".join(map(chr, (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))))
    level = "error"
    any_language = True
    reads_marks = True
    yields_to = ("mojibake",)

    good = (
        "AT&T و R&D",
        "عنوان\tبجدولة",
        "اختر لونا &lt ثم اخرج.",
        "راجع https://example.org/?a=1&amp;b=2 أولا.",
    )
    bad = {
        "حضرت⟦&nbsp;⟧الوزيرة.": "حضرت الوزيرة.",
        "شركة AT⟦&amp;⟧T": "شركة AT&T",
        "نص⟦\u0007⟧": None,
        "قالت: ⟦&quot;⟧نعم⟦&#34;⟧.": 'قالت: "نعم".',
        "قالت: ⟦&laquo;⟧نعم⟦&raquo;⟧، ثم غادرت.": "قالت: «نعم»، ثم غادرت.",
        "AT⟦&amp;⟧amp;T": "AT&T",
        "نص⟦&#1563;⟧ آخر⟦&rlm;⟧": "نص؛ آخر",
        "نص⟦&#7;⟧": "نص",
    }
    cases = (Example("قالت&nbsp;الوزيرة: AT&amp;T", format="markdown"),)

    measured = Measured(
        49, 49, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("49 ملاحظة في 8 مقالات.", "49 findings in 8 articles."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every run of controls, then every entity."""
        text = document.text
        controls, entities = _CONTROL.search(text), "&" in text and ";" in text
        for block in document.blocks if controls or entities else ():
            for match in _CONTROL.finditer(text, block.start, block.end) if controls else ():
                yield self.found(*match.span(), cp=point(match.group()[0]))
            for match in _ENTITY.finditer(text, block.start, block.end) if entities else ():
                yield self._entity(match)

    def _entity(self, match: re.Match[str]) -> Finding:
        from html import unescape

        meant = unescape(match.group())
        right = " " if meant.isspace() else meant.strip(_INVISIBLE)
        edits = [Edit(*match.span(), right)] if right.isprintable() and "\ufffd" not in right else []
        return self.found(*match.span(), *edits, variant="entity", found=match.group())
