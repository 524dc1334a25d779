"""agency-signature: «(رويترز)» or the desk's initials after the last sentence."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex

_AGENCIES = (
    r"رويترز|أ[ \u00a0.]{0,2}ف[ \u00a0.]{0,2}ب\.?|د[ \u00a0.]ب[ \u00a0.]أ\.?|أ[ \u00a0.]ش[ \u00a0.]أ\.?|أ[ \u00a0.]ب\.?"
    "|واس|وام|بترا|كونا|قنا|سانا|شينخوا|الأناضول|أسوشيتد برس|فرانس برس"
)
_NAMED = f"(?:{_AGENCIES}|وكالات|العمانية|وات|وفا|بنا|سبأ)"
"""Agencies whose names are other words, too, count in brackets only."""
_INITIALS = "[أ-ي](?:[ \u00a0]?[أ-ي]){0,2}"
_SIGNATURE = regex(
    f"(?:^|(?<=[.؟!…»\"]))(?P<blank>\\s*)(?P<signature>\\(\\s*{_NAMED}(?:\\s*[،,/–-]\\s*{_NAMED})*\\s*\\)"
    f"|(?<![^\n])(?:{_AGENCIES}|{_INITIALS}(?:[ \u00a0]?/[ \u00a0]?{_INITIALS}){{1,2}}))\\s*$"
)
_SHORTEST, _NEAR = 24, 60
"""Code points of a paragraph that may be a signature and nothing else, and of the end of one in which a signature may stand."""


class AgencySignature(Rule):
    """توقيع وكالة أو أحرف محررها متروكة بعد آخر جملة: «(رويترز)» أو «أ ح/ م س». لا يُبلَّغ عن سطر المكان في أول الخبر، ولا عن الوكالة المذكورة
    مصدرا، مثل «وكالة الأنباء السعودية (واس)». والإصلاح يحذف التوقيع.

    An agency's signature, or the initials of its desk, left after the last sentence: «(رويترز)», «أ ح/ م س». The dateline at the head
    of the story and an agency named as a source, as in «وكالة الأنباء السعودية (واس)», are left alone. The fix deletes the signature.
    """

    id = "agency-signature"
    code = "STR003"
    title = Text("توقيع وكالة متروك", "Agency signature left in")
    message = Text("التوقيع «{signature}» متروك في آخر النص؛ احذفه.", "The signature «{signature}» was left at the end; delete it.")
    level = "warning"

    good = (
        "واشنطن (رويترز) - قال الوزير إن الأمر انتهى.",
        "وفق وكالة الأنباء السعودية (واس).",
        "ونقلت رويترز عن الوزير قوله.",
        "انتهى الاجتماع. (رويترز)\nوغادر الوفد المدينة مساء.",
        "اجتمع وزراء الدول الأعضاء (كونا) أمس",
        "اختر الجواب الصحيح:\nأ / ب / ج",
    )
    bad = {
        "انتهى الاجتماع. ⟦(رويترز)⟧": "انتهى الاجتماع.",
        "انتهى الاجتماع! ⟦(د.ب.أ)⟧": "انتهى الاجتماع!",
        "انتهى الاجتماع. ⟦(رويترز، أ. ف. ب.)⟧": "انتهى الاجتماع.",
        "انتهى الاجتماع. ⟦(وكالات)⟧": "انتهى الاجتماع.",
        "انتهى الاجتماع.\n⟦أ\u00a0ف ب⟧": "انتهى الاجتماع.\n",
    }
    cases = (Example("انتهى الاجتماع.\n\n⟦أ ح/ م س⟧\n", "انتهى الاجتماع.\n\n\n"), Example("⟦(أ ف ب)⟧", ""))

    measured = Measured(2, 2, 4338, "SaudiNewsNet, Jawhara, NTREX", Text("ولم يوجد غيرهما.", "There were only these."))

    def check(self, document: Document) -> Iterator[Finding]:
        """The signature at the end of the last paragraph, if there is one."""
        if not document.blocks:
            return
        last = document.blocks[-1]
        # Cheaper than the pattern, and nearly always enough: it ends in a bracket, holds a slash or is no longer than a name.
        end = document.text[max(last.start, last.end - _NEAR) : last.end]
        if not ("/" in end or end.rstrip().endswith(")") or last.end - last.start <= _SHORTEST):
            return
        text = document.text[last.start : last.end]
        match = _SIGNATURE.search(text, max(0, len(text) - _NEAR))
        if match and not (match.start() == 0 and _leads_on(document)):
            start, stop = last.start + match.start("blank"), last.start + match.end("signature")
            yield self.found(last.start + match.start("signature"), stop, Edit(start, stop, ""), signature=match["signature"])


def _leads_on(document: Document) -> bool:
    """Whether the last paragraph but one ends in a colon: what follows belongs to it."""
    return len(document.blocks) > 1 and document.text[: document.blocks[-2].end].rstrip().endswith(":")
