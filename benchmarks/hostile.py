"""Hostile texts: one unit repeated, and eight times as often, by all default rules. `python benchmarks/hostile.py [--size 125000]`.

Prints MB/s of the larger one and the ratio of the two times: 8 is linear, 64 quadratic. Slowest first; `--rules` names the rule that takes
most of the time. Where a unit is a finding, it is 200,000 findings that are measured, at 15 us each.
"""

import argparse
import random
import time

from arlint import engine
from arlint.engine import examine
from arlint.plugins import load
from arlint.rules import AnyRule
from arlint.testing import document

UNITS = (
    # blanks and signs
    " ", "  ", " \u00a0", "\n", "\t", "،", "، ", ",", ".", "..", ". ", "!", "؟ ", "…", ";", ":", "#", "-", "<", "&", "&amp;", "`", "*", "_",
    # quotation marks and brackets
    '"', '" ', '"\n', "«", "«»", "» ", "“", "''ا ", '5" ', "(", ")", "()", "( ", "1) ", ":) ", "كلام كثير (هنا ", "(كلام كثير\n",
    'قال "نعم" ثم مضى إلى هناك ', 'قال «نعم" ثم مضى إلى هناك ', 'نعم" ثم مضى ', 'قال "',
    # letters, marks, invisible characters
    "ا", "ب", "ة", "ى", "و ", "a", "aا", "é ", "اـ", "ـ", "\u064b", " \u064b", "\u064e", "ا\u064e\u064e", "\u200b", "ا\u200b", "\u202b",
    "\u2067\u202b", "ﻻ ", "ک ", "پ ک ", "Ø§", "ا\u0654", "ه\u200d", "\x07", "😀",
    # words and sentences that rules look for
    "كلمة ", "في ", "ان ", "فى ", "علي رأس ", "مدينةالرياض ", "مساءاً ", "المدينه\n", "لم يأتي ", "أكد أن وإنه ", "قال أنه. ", "هذا القضية ",
    "«لم تأتي» ", "أن يعودون ", "قيل إن ", "قال مصدر ", "قتل 5 أشخاص. ", "نحو 70% ", "زعم أن ", "إيران ايران ", "أمريكا أميركا ", "25شخصا ",
    "الاثنين 3 مارس 2018 ", "٣ 3 ", "سوف لن ", "تشرين الأول أكتوبر ",
    # paragraphs
    "وصل الوفد إلى العاصمة مساء أمس وكان في استقباله عدد من الوزراء والسفراء.\n", "- بند\n", "نص\n", "# عنوان\n",
    "https://a.b/c ", "a@b.c ",
    "<!-- arlint: disable -->\n", "# arlint: disable-line\n",
)  # fmt: skip


def repetitive() -> dict[str, str]:
    """Texts of about a megabyte in which comparing everything with everything would take hours."""
    chance = random.Random(7)
    letters = "ابتثجحخدرزسشصطعغفقكلمنهي"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 7))) for _ in range(2000)]

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    def mutated(text: str, share: float) -> str:
        return " ".join(chance.choice(words) if chance.random() < share else word for word in text.split())

    base, families, sentences = some(30), [some(40) for _ in range(350)], [some(12) for _ in range(1000)]
    return {
        "nearly the same paragraph": "\n".join(mutated(base, 0.03) for _ in range(3000)),
        "the same paragraph": "\n".join([base] * 5000),
        "the same paragraph with a number": "\n".join(f"{base} {number} {some(3)}" for number in range(3000)),
        "families of seven": "\n".join(mutated(families[number % 350], 0.05) for number in range(2450)),
        "every two share a trigram": "\n".join(
            " ".join(f"{words[min(one, other)]} {words[max(one, other)]}ق سسس" for other in range(180)) for one in range(180)
        ),
        "one word": "كلمة " * 1_000_000,
        "one particle": "في " * 200_000,
        "one vowelled word": "كَلِمَةٌ " * 60_000,
        "one line": some(460_000),
        "one line of repeated sentences": ". ".join(chance.choices(sentences, k=8000)),
        "two words in turn": "نعم كلا " * 60_000 + "\n" + "كلا نعم " * 60_000,
        "pairs without end": "قال من من رجل " * 10_000,
        "quotation marks": '"' * 300_000,
        "line breaks": "\n" * 1_000_000,
        "copies with gaps": "\n".join((base, "نعم.") * 3000),
    }


def seconds(text: str, rules: tuple[AnyRule, ...]) -> float:
    parsed = document(text)
    start = time.process_time()
    report = examine(parsed, rules)
    assert not report.faults, report.faults[0].detail
    return time.process_time() - start


def slowest(text: str, rules: tuple[AnyRule, ...]) -> str:
    spent: dict[str, float] = {}
    guarded = engine.guarded

    def timed(view: object, rule: AnyRule, method: object) -> object:
        start = time.process_time()
        said = guarded(view, rule, method)
        spent[rule.id] = time.process_time() - start
        return said

    engine.guarded = timed
    try:
        seconds(text, rules)
    finally:
        engine.guarded = guarded
    name = max(spent, key=lambda rule: spent[rule])
    return f"{name} {spent[name]:.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=125_000, help="bytes of the smaller text")
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    rules = tuple(rule() for rule in load().rules.values() if rule.default)
    rows = []
    for unit in UNITS:
        count = args.size // len(unit.encode())
        small, large = seconds(unit * count, rules), seconds(unit * count * 8, rules)
        rows.append((8 * args.size / 1e6 / large, large / max(small, 1e-9), unit))
    for name, text in repetitive().items():
        taken = seconds(text, rules)
        print(f"{len(text.encode()) / 1e6 / taken:8.2f} MB/s         {name} {slowest(text, rules) if args.rules else ''}", flush=True)
    for rate, ratio, unit in sorted(rows):
        worst = slowest(unit * (args.size * 8 // len(unit.encode())), rules) if args.rules and rate < 1 else ""
        print(f"{rate:8.2f} MB/s  x{ratio:5.1f}  {unit!r:.50} {worst}")


if __name__ == "__main__":
    main()
