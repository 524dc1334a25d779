"""unusual-space: a space of another kind than the ordinary one."""

import re
from collections.abc import Iterable

from arlint import Document, Edit, Example, Finding, Measured, Pattern, PatternRule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import PLACEHOLDER

from ._grouped import Grouped
from ._names import point

_SPACES = "\u00a0\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
_BOUND = f"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f%\u066a{PLACEHOLDER}\n\r]"
_BOUND_BEFORE = regex(f"(?:{_BOUND}|\\A) *\\Z")
_BOUND_AFTER = regex(f" *(?:{_BOUND}|\\Z)")
_NEAR = 4  # blanks before a space, and what it may be bound to


class UnusualSpace(Grouped, PatternRule):
    """مسافة غير المسافة المعتادة: غير منقطعة (U+00A0)، أو ضيقة، أو عريضة. لا تُرى، لكنها تمنع انقسام السطر حيث ينبغي أن ينقسم، وتُخفي
    الكلمات عن البحث في بعض البرامج. تكثر في ما يُصدَّر من أنظمة النشر، ولذلك لا تعمل القاعدة إلا إن طُلبت.

    لا يُبلَّغ عنها بجوار رقم أو كلمة لاتينية أو عنوان إلكتروني (100 كم، iPhone 15)، فهي هناك مفيدة، ولا عما كان في أول الفقرة أو آخرها.
    والإصلاح يضع المسافة المعتادة.

    A space of another kind than the ordinary one: a no-break space (U+00A0), a thin one, a wide one. It cannot be seen, but keeps lines
    from breaking where they should, and hides words from some searches. Exports of content systems are full of them, so this rule is
    heard only where it is asked for.

    Beside a number, a Latin word or an address (100 كم, iPhone 15) they are useful and nothing is said, nor at the beginning or end of a
    paragraph. The fix puts an ordinary space.
    """

    id = "unusual-space"
    code = "UNI011"
    title = Text("مسافة غير عادية", "Unusual space")
    message = Text("مسافة غير عادية ({cp})؛ ضع المسافة المعتادة.", "Unusual space ({cp}); use an ordinary one.")
    level = "suggestion"
    default = False
    triggers = _SPACES
    patterns = (Pattern(f"[{_SPACES}](?:[ {_SPACES}]*[{_SPACES}])?"),)

    good = (
        "قطع 100\u00a0كم.",
        "حضرت الوزيرة.",
        "اشترى iPhone\u00a015 أمس.",
        "بلغت النسبة 5\u202f% فقط.",
        "\u00a0 \u00a0حضرت الوزيرة. \u00a0",
    )
    bad = {
        "حضرت⟦\u00a0⟧الوزيرة.": "حضرت الوزيرة.",
        "حضرت⟦\u2003⟧الوزيرة.": "حضرت الوزيرة.",
        "حضرت⟦\u3000⟧الوزيرة.": "حضرت الوزيرة.",
        "حضرت.⟦\u00a0 \u00a0⟧ثم غادرت.": "حضرت. ثم غادرت.",
        "حضرت⟦\u00a0⟧الوزيرة،\r\nثم⟦\u202f⟧غادرت.": "حضرت الوزيرة،\r\nثم غادرت.",
    }
    cases = (Example("حضرت⟦\u00a0⟧**الوزيرة**.", "حضرت **الوزيرة**.", format="markdown"),)

    measured = Measured(
        30, 30, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("اختيار تحريري: كلها مسافات غير منقطعة لا حاجة إليها.", "A matter of house style: all are no-break spaces without need."),
    )  # fmt: skip

    def judge(self, document: Document, match: re.Match[str], pattern: Pattern) -> Iterable[Finding]:
        """Spaces that stand between Arabic words."""
        text, (start, end) = document.text, match.span()
        if not (_BOUND_BEFORE.search(text, max(0, start - _NEAR), start) or _BOUND_AFTER.match(text, end)):
            yield self.found(start, end, Edit(start, end, " "), cp=point(text[start]))
