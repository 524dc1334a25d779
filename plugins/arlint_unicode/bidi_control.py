"""bidi-control: a character that turns the direction of display, and may leave it turned."""

from collections.abc import Iterable, Iterator
from typing import Literal

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.records import NamedTuple

from ._grouped import Grouped
from ._names import named

_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = regex(f"[{_CONTROLS}]")
_OVERRIDES, _ISOLATES = "\u202d\u202e", "\u2066\u2067\u2068"
_CODE = ("json", "jsonl", "yaml")
"""Formats that programs read, in which what is shown should be what is stored."""

_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"


class _Control(NamedTuple):
    """A control character at an offset of the document."""

    offset: int
    sign: str


class BidiControl(Grouped, Rule):
    """محرف لا يُرى يغيّر اتجاه عرض النص: تضمين (LRE وRLE) أو قلب (LRO وRLO) أو عزل (LRI وRLI وFSI). يأتي من النسخ من ملفات PDF ومن أنظمة
    النشر، فيفسد البحث، وقد يجعل القارئ يرى أرقاما وأسماء بغير ترتيبها الحقيقي.

    كل ما يُفتح منها يجب أن يُغلق في الفقرة نفسها (PDF للتضمين والقلب، وPDI للعزل)، فما بقي بلا مقابل خطأ، وكذلك القلب في كل حال. أما
    المفتوح المغلق من غيره فتحذير، وخطأ في ملفات JSON وYAML، ويُقبل العزل المغلق بالخيار allow_isolates، وكل ما أُغلق بالخيار
    allow_pairs. لا تُبلِّغ هذه القاعدة عن العلامتين LRM وRLM. والإصلاح المأمون يحذف ما لا مقابل له، إلا القلب، فقد يكون ما بعده مكتوبا معكوسا.

    An invisible character that turns the direction of display: an embedding (LRE, RLE), an override (LRO, RLO) or an isolate (LRI, RLI,
    FSI). They come with text from PDF files and content systems, break search, and may show numbers and names in another order than the
    one they are stored in.

    Whatever opens must close in the same paragraph (PDF for embeddings and overrides, PDI for isolates): one without a partner is an
    error, and so is every override. Other pairs are warnings, in JSON and YAML errors; closed isolates are accepted with
    `allow_isolates`, all that is closed with `allow_pairs`. The marks LRM and RLM are not the concern of this rule. The safe fix
    deletes what has no partner, but no override: what follows it may be stored backwards.
    """

    id = "bidi-control"
    code = "UNI001"
    title = Text("محرف تحكم في الاتجاه", "Bidirectional control character")
    message = Text(
        "محرف خفي، {name_ar} ({cp})، يغيّر اتجاه العرض؛ احذفه مع ما يغلقه.",
        "Invisible {name} ({cp}) changes the display order; delete it together with its closing partner.",
    )
    messages = {
        "unclosed": Text(
            "محرف خفي، {name_ar} ({cp})، يغيّر اتجاه العرض ولا يُغلق في فقرته؛ احذفه.",
            "Invisible {name} ({cp}) changes the display order and is never closed in its paragraph; delete it.",
        ),
        "unopened": Text(
            "محرف خفي، {name_ar} ({cp})، يغلق تغييرا في الاتجاه لم يُفتح في فقرته؛ احذفه.",
            "Invisible {name} ({cp}) closes a change of direction that was never opened in its paragraph; delete it.",
        ),
        "override": Text(
            "محرف خفي، {name_ar} ({cp})، يقلب ترتيب ما بعده عند العرض؛ احذفه مع ما يغلقه وراجع النص.",
            "Invisible {name} ({cp}) reverses what follows it on display; delete it with its closing partner and check the text.",
        ),
    }
    level = "error"
    triggers = _CONTROLS
    any_language = True
    reads_marks = True

    allow_isolates: bool = option(
        False,
        ar="قبول محارف العزل (LRI وRLI وFSI) إذا أُغلقت في فقرتها.",
        en="Accept isolates (LRI, RLI, FSI) that are closed in their paragraph.",
    )

    allow_pairs: bool = option(
        False,
        ar="قبول كل ما أُغلق في فقرته، إلا القلب (LRO وRLO).",
        en="Accept whatever is closed in its paragraph, but for overrides (LRO, RLO).",
    )

    code_files: Literal["error", "warning"] = option(
        "error",
        ar="مستوى المفتوح المغلق في ملفات البيانات والشيفرة (JSON وYAML): error أو warning.",
        en="The level of closed pairs in files of data and code (JSON, YAML): error or warning.",
    )

    good = (
        "أعلنت شركة CNN\u200f أن البث متوقف.",
        "أعلنت شركة \u200eCNN\u200e أن البث متوقف.",
        "بلغ السعر 12\u200e/\u200e5 دولارا.",
        "كُتب هذا النص عام (2018).",
    )
    bad = {
        "بلغ السعر ⟦\u202e⟧100 دولار.": "بلغ السعر 100 دولار.",
        "أعلنت ⟦\u202b⟧الوزيرة أن المعرض مفتوح.": "أعلنت الوزيرة أن المعرض مفتوح.",
        "اكتب ⟦\u2066⟧admin في الخانة.": "اكتب admin في الخانة.",
        "أعلنت الوزيرة⟦\u202c⟧ أن المعرض مفتوح.": "أعلنت الوزيرة أن المعرض مفتوح.",
        "شاهد ⟦\u202b⟧المعرض\r\nثم غادر⟦\u202c⟧.": "شاهد المعرض\r\nثم غادر.",
        "قرأ رواية ⟦\u2067⟧⟦\u202b⟧البحر\u2069 أمس.": "قرأ رواية البحر أمس.",
        "شاهد فيلم ⟦\u202a⟧Gladiator\u202c في القاعة.": "شاهد فيلم Gladiator في القاعة.",
    }
    cases = (
        Example("شاهد فيلم ⟦\u202a⟧Gladiator\u202c في القاعة.", level="warning"),
        Example('{"title": "شاهد فيلم ⟦\u202a⟧Gladiator\u202c في القاعة."}', level="error", format="json"),
        Example('{"title": "شاهد فيلم ⟦\u202a⟧Gladiator\u202c."}', None, {"code_files": "warning"}, "json", "warning"),
        Example("اكتب ⟦\u202d⟧12/5\u202c هنا.", "اكتب 12/5 هنا.", level="error"),
        Example("شاهد فيلم \u2068Gladiator\u2069 في القاعة.", options={"allow_isolates": True}),
        Example("شاهد فيلم ⟦\u2068⟧Gladiator في القاعة.", options={"allow_isolates": True}, level="error"),
        Example(
            "شاهد \u202bفيلما\u202c و\u2068Gladiator\u2069 و⟦\u202d⟧12/5\u202c هنا⟦\u202a⟧.", None, {"allow_pairs": True}, level="error"
        ),
    )

    measured = Measured(
        40, 40, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "معظمها أزواج في قوائم أفلام كتبها كاتب واحد؛ 155 ملاحظة في 31 مقالا.",
            "Most are pairs in lists of films by one author; 155 findings in 31 articles.",
        ),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every control, and every pair of them, paragraph by paragraph."""
        for block in document.blocks:
            controls = [_Control(match.start(), match.group()) for match in _CONTROL.finditer(document.text, block.start, block.end)]
            if controls:
                pairs, alone = _paired(controls)
                strict = self.code_files == "error" and document.format_name in _CODE
                yield from (self._pair(*pair, strict) for pair in pairs if not self._accepts(pair[0].sign))
                yield from map(self._alone, alone)

    def _accepts(self, sign: str) -> bool:
        """Whether what opens with this control may be closed and stay."""
        return (self.allow_pairs and sign not in _OVERRIDES) or (self.allow_isolates and sign in _ISOLATES)

    def _pair(self, opening: _Control, closing: _Control, strict: bool) -> Finding:
        override = opening.sign in _OVERRIDES
        edits = (Edit(one.offset, one.offset + 1, "") for one in (opening, closing))
        return self.found(
            opening.offset, opening.offset + 1, *edits, safe=False, level=None if override or strict else "warning",
            variant="override" if override else "", **named(opening.sign),
        )  # fmt: skip

    def _alone(self, one: _Control) -> Finding:
        variant = "unopened" if one.sign in (_END_OF_EMBEDDING, _END_OF_ISOLATE) else "unclosed"
        edit = Edit(one.offset, one.offset + 1, "")
        return self.found(one.offset, one.offset + 1, edit, safe=one.sign not in _OVERRIDES, variant=variant, **named(one.sign))


def _paired(controls: Iterable[_Control]) -> tuple[list[tuple[_Control, _Control]], list[_Control]]:
    """Pairs, and those without a partner, as UAX #9 pairs them (BD9, X7): the end of an isolate ends the embeddings within it."""
    pairs: list[tuple[_Control, _Control]] = []
    alone: list[_Control] = []
    open_ones: list[_Control] = []
    isolates = 0
    for one in controls:
        if one.sign == _END_OF_EMBEDDING:
            if open_ones and open_ones[-1].sign not in _ISOLATES:
                pairs.append((open_ones.pop(), one))
            else:
                alone.append(one)
        elif one.sign == _END_OF_ISOLATE:
            if not isolates:
                alone.append(one)
                continue
            while open_ones[-1].sign not in _ISOLATES:
                alone.append(open_ones.pop())
            pairs.append((open_ones.pop(), one))
            isolates -= 1
        else:
            open_ones.append(one)
            isolates += one.sign in _ISOLATES
    return pairs, alone + open_ones
