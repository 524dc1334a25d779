"""multiple-spaces: two blanks or more between two words."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.lazy import regex
from arlint.arabic.letters import PLACEHOLDER

from ._grouped import Grouped

_BLANKS = " \u00a0"
_RUN = regex(f"[{_BLANKS}][{_BLANKS}]+")
_TO_FILL_IN = regex(f"\\([{_BLANKS}]+\\)|\\[[{_BLANKS}]+\\]")
_WIDE = 4  # blanks
_COLUMN = regex(f"[{_BLANKS}]{{{_WIDE},}}")
_COLUMN_WORDS = 6
"""A line whose parts between wide gaps are no longer is set in columns: verse, a table."""

_LIST_PARTS, _LIST_WORDS = 4, 12
"""So many parts of a line, none of them longer, that no-break spaces keep apart are the items of a list: fixtures, scores, titles."""

_LEADER = regex("[.…_*ـ]{4,}\\Z")
_LEADER_NEXT = regex(f"[.…_*ـ]{{4,}}|{PLACEHOLDER}")
_NEAR = 4  # code points of a leader


class MultipleSpaces(Grouped, Rule):
    """مسافتان متتاليتان فأكثر بين كلمتين. تظهر بها فجوة في السطر، وتختلف بها جملتان متطابقتان عند البحث والمقارنة.

    لا يُبلَّغ عنها في أول السطر وآخره، ولا في الجداول، ولا في ما رُصف أعمدة كشطري البيت (أربع مسافات فأكثر بين أجزاء قصيرة) أو بعد نقاط
    تقود إلى ما بعدها، ولا بين بنود قائمة فصلت بينها مسافات غير منقطعة (أربعة أجزاء قصيرة فأكثر)، ولا بين قوسين يملؤهما القارئ، ولا حيث تبلّغ
    قاعدة أخرى عن المسافة نفسها قبل علامة ترقيم أو داخل قوسين. والإصلاح يبقي مسافة واحدة.

    Two blanks or more between two words. They show as a gap in the line, and make two equal sentences different to search and
    comparison.

    At the beginning and end of a line, in tables, in what is set in columns such as the halves of a verse (four blanks or more between
    short parts) or after leading dots, and between the items of a list that no-break spaces keep apart (four short parts or more),
    nothing is reported, nor between brackets that are to be filled in, nor where another rule speaks of the same blank before a
    punctuation mark or inside brackets. The fix leaves one blank.
    """

    id = "multiple-spaces"
    code = "PUN009"
    title = Text("مسافات متتالية", "Multiple spaces")
    message = Text("مسافات متتالية؛ أبق واحدة منها.", "Multiple spaces; leave one.")
    gaps = f"[{_BLANKS}]{{2}}"
    level = "warning"
    yields_to = ("space-before-punctuation", "bracket-spacing", "quote-spacing", "separate-waw", "stray-diacritic")

    good = (
        "يتلو الصبي من المصحف \u06d9 ثم يقف \u06db ويعيد.",
        "وصل الوفد.",
        "  وصل الوفد.  ",
        "صدر البيت ......  عجز البيت",
        "قفا نبك من ذكرى حبيب ومنزل      بسقط اللوى بين الدخول فحومل",
        "| العمود الأول  | العمود الثاني |",
        "الاسم     العدد     النسبة",
        "ضع علامة (✓) أو (✗): الماء بارد. (  ) الضفدع بكى. [   ]",
        f"{'كتب عن بطولة هذا العام ونتائجها ' * 2}كلها. \u00a0 الأهلي والوحدة 2-1 \u00a0 الشباب والنصر \u00a0 الفتح \u00a0 غيرها",
        "نتائج الجولة: \u00a0 الأهلي والوحدة 2-1 \u00a0 الشباب والنصر 0-0 \u00a0 الهلال والفتح 3-1 \u00a0 ثم تختتم غدا.",
    )
    bad = {
        "وصل⟦  ⟧الوفد.": "وصل الوفد.",
        "وصل⟦ \u00a0⟧الوفد.": "وصل الوفد.",
        "قال⟦   ⟧إنه سيعود.": "قال إنه سيعود.",
        "قال:⟦  ⟧«نعم»،⟦\u00a0\u00a0⟧ثم\r\nوصل⟦  ⟧غيره.": "قال: «نعم»، ثم\r\nوصل غيره.",
        "انتظر...⟦  ⟧ثم غادر.": "انتظر... ثم غادر.",
        "وصل الوفد الأردني إلى القاعة مساء أمس⟦     ⟧ثم غادر.": "وصل الوفد الأردني إلى القاعة مساء أمس ثم غادر.",
    }
    cases = (
        Example("سطر أول  \nسطر ثان", format="markdown"),
        Example("| العمود الأول  | العمود الثاني |", format="markdown"),
        Example("وصل **الوفد**⟦  ⟧أمس.", "وصل **الوفد** أمس.", format="markdown"),
        Example("زار الوفد المدينة.  <!-- arlint: disable-line=QUO001 -->"),
    )

    measured = Measured(
        127, 128, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "معظمها مسافة معتادة مع أخرى غير منقطعة بين فقرات ضُم بعضها إلى بعض.",
            "Most are a space with a no-break space, between paragraphs that were run together.",
        ),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every gap that is wider than a blank."""
        text = document.text
        for block, gaps in groupby(document.gaps_with(self.gaps), key=attrgetter("block")):
            runs = [run for run in document.matches_from(gaps, _RUN) if block.start < run.start() and run.end() < block.end]
            columns = any(run.end() - run.start() >= _WIDE for run in runs) and _is_in_columns(text[block.start : block.end])
            if runs and not text.startswith("|", block.start) and not columns:
                listed = _between_items(text, block.start, block.end, runs)
                for run in runs:
                    start, end = run.span()
                    if start in listed or _TO_FILL_IN.fullmatch(text, start - 1, end + 1):
                        continue
                    if not _LEADER.search(text, max(block.start, start - _NEAR), start) and not _LEADER_NEXT.match(text, end):
                        yield self.found(start, end, Edit(start, end, " "))


def _is_in_columns(line: str) -> bool:
    parts = _COLUMN.split(line.strip(_BLANKS))
    return len(parts) > 1 and all(len(part.split(maxsplit=_COLUMN_WORDS)) <= _COLUMN_WORDS for part in parts)


def _between_items(text: str, start: int, end: int, runs: Sequence[re.Match[str]]) -> set[int]:
    """Offsets of the gaps that keep the items of a list apart."""
    if len(runs) < _LIST_PARTS - 1 or "\u00a0" not in text[start:end]:
        return set()
    edges = [start, *(edge for run in runs for edge in run.span()), end]
    short = [len(text[one:two].split()) <= _LIST_WORDS for one, two in zip(edges[::2], edges[1::2], strict=True)]
    listed: set[int] = set()
    first = 0  # of the gaps between short parts that come one after another
    for number in range(len(runs) + 1):
        if number < len(runs) and short[number] and short[number + 1] and "\u00a0" in runs[number].group():
            continue
        if number - first >= _LIST_PARTS - 1:
            # The gaps between the list and what stands around it are its own, too: closed, they would make its next item a long one.
            beside = [run for run in (*runs[max(0, first - 1) : first], *runs[number : number + 1]) if "\u00a0" in run.group()]
            listed.update(run.start() for run in (*runs[first:number], *beside))
        first = number + 1
    return listed
