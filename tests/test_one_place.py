"""Of one slip one rule speaks, and what the safe fixes of all rules together make of it is right."""

import pytest

from arlint.engine import examine
from arlint.fix import fixed
from arlint.plugins import load
from arlint.testing import document

RULES = [rule() for rule in load().rules.values() if rule.default]

PLACES = [
    ("تحدثت المديرة Yلى الحضور.", ["mixed-script-word"], "تحدثت المديرة Yلى الحضور."),
    ("ارتفعت الأسعار و  انخفض الطلب.", ["separate-waw"], "ارتفعت الأسعار وانخفض الطلب."),
    ("شكرا \u064b لكم جميعا.", ["stray-diacritic"], "شكرا\u064b لكم جميعا."),
    ("حضر ؟؟؟ لاعبا إلى القاعة.", ["leftover-placeholder"], "حضر ؟؟؟ لاعبا إلى القاعة."),
    ("وصل الوفد  ، ثم غادر.", ["space-before-punctuation"], "وصل الوفد، ثم غادر."),
    ("من فاز بالكأس?!", ["latin-punctuation"], "من فاز بالكأس؟!"),
    ("ربح ٢٫٥ مليون وخسر ٣٫٥ مليون ثم استرد 1.5 مليون.", ["mixed-digits"], "ربح ٢٫٥ مليون وخسر ٣٫٥ مليون ثم استرد ١٫٥ مليون."),
    ("قال: â€œنعم إن الأمر انتهى.", ["mojibake"], "قال: â€œنعم إن الأمر انتهى."),
    ("قال ط§ظ„ظˆطھط§ ثم غادر.", ["mojibake"], "قال ط§ظ„ظˆطھط§ ثم غادر."),
]


@pytest.mark.parametrize(("text", "rules", "repaired"), PLACES)
def test_one_rule_speaks(text: str, rules: list[str], repaired: str) -> None:
    assert [one.rule.id for one in examine(document(text), RULES).diagnostics] == rules
    assert fixed(text, lambda text: examine(document(text), RULES).diagnostics) == repaired
