"""Whose words a quotation holds, as far as its surroundings tell."""

from arlint import Document, Paragraph, Piece, Quotation
from arlint.arabic.attribution import attributed, surely_attributed
from arlint.arabic.lazy import cached_property, regex
from arlint.arabic.speech import resumes_reporting, saying
from arlint.arabic.words import forms

from ._context import in_first_person, is_bare, somebody, speaks_as_one
from ._report import QUESTION
from ._scene import (
    acts_behind,
    begins_with_name,
    continues_scene,
    introduces_itself,
    is_about_somebody,
    leads_in,
    names_by_name,
    names_somebody,
    shows_somebody,
    speaks_of_words,
)
from ._sentences import Sentences, block_text

_COLON = regex(r":[\s–—-]*\Z")
_FULL_STOPS = ".؟!…\n"
_FULL_STOP = regex(f"[{_FULL_STOPS}]")
REACH = 200
"""Code points around a quotation that tell what it is."""
_BEFORE = 800
"""Code points before a quotation in which its speaker is looked for."""
_CONTINUES = regex(r"(?:\.\.+|…)\s*\Z")
"""Dots that lead from what is told to what is said."""
_DOTS = 12
_NAMED = regex(r"[\s.]*(?:هكذا(?:\s+\S+){1,3}|(?!و(?!ليد|ائل|ديع|جدي|سام|فاء))[^\s،]+(?:\s+[^\s،]+){1,3}،\s+\S+|[^\s،]+)(?=[\s،.]|\Z)")
"""How a sentence behind a quotation names its speaker: `المدير …`, `سلمى يوسف، عمدة …`, `هكذا تقول النقابية …`; not `وحضر المدير …`."""
_BEHIND = regex(r"\s*،\s*(\w+)(?:\s+(\w+))?")
_SO = regex(r"[\s.،]*(?:هكذا|هذا ما|ذلك ما|ذاك ما|بهذا|بهذه|بتلك)\s")
"""How what stands behind a quotation takes it up: `«…»، هذا ما تردده سلمى`, `«…». هكذا بدأت حكايتها`."""
_SUBJECT = 7
"""Words of a sentence among which its subject is named."""
_ELSEWHERE = frozenset(("بين", "عد"))
_RUN = 20
"""Paragraphs or sentences of quotation after another over which one attribution holds."""
_NEXT = 160
"""Code points of the next paragraph in which its reader still looks for the speaker of the one before."""
_FIRST = regex(r"(?s).{60,}?[.؟!…](?=\s)|.*")
"""Its first sentence, or the first ones where these are short."""


def attributed_in_clause(document: Document, quotation: Piece | Quotation) -> bool:
    """Whether what stands around a quotation up to the nearest full stops names its source: never more than its sentence, and enough for
    most. What stands before it tells of most of these, and what is proved by that is proved by the whole.
    """
    outline, start, end = document.outline, quotation.start, quotation.end
    before = outline[max(0, start - REACH) : start]
    before = before[max(map(before.rfind, _FULL_STOPS)) + 1 :]
    if surely_attributed(before):
        return True
    return attributed(f"{before}{outline[start]}{outline[end - 1]}{_FULL_STOP.split(outline[end : end + REACH], 1)[0]}")


def _resumes(document: Document, paragraph: Paragraph, start: int) -> bool:
    """Whether a quotation begins its paragraph, and the one above goes on reporting, if with marks that hide it (`"وأخبر الصحيفة "…`)."""
    if not paragraph.number or not is_bare(document.outline[paragraph.start : start]):
        return False
    return resumes_reporting(block_text(document, paragraph.number - 1))


def _speaks_behind(word: str) -> bool:
    """Whether a word right behind a quotation and a comma is a verb of saying, though it is another word elsewhere: `«…»، يعلق أحدهم`."""
    one = saying(word)
    return one is not None and one.part in ("past", "present") and not one.prefix and one.lemma not in _ELSEWHERE


class Speakers:
    """What a reader of this document takes a quotation's speaker from; whatever belongs to a whole paragraph is looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences = Sentences(document)
        self._besides: dict[tuple[int, int], str] = {}

    def own(self, quotation: Piece | Quotation, first: Paragraph, last: Paragraph) -> str:
        """The outline of the sentences that the quotation lies in."""
        begins, ends = self._sentence(first, quotation.start), self._sentence(last, quotation.end - 1)
        return self._document.outline[max(begins.start, quotation.start - _BEFORE) : min(ends.end, quotation.end + _BEFORE)]

    def _sentence(self, paragraph: Paragraph, offset: int) -> Piece | Paragraph:
        sentences = self._sentences.of(paragraph)
        return sentences[self._sentences.number_at(paragraph, offset)] if sentences else paragraph

    def has_speaker(self, quotation: Piece | Quotation, first: Paragraph, last: Paragraph) -> bool:
        """Whether somebody is named in the sentence before the quotation's own, or in the next one.

        That is somebody who says something, as far as marks and verbs tell; one who is named right behind the quotation (`«…». سلمى يوسف،
        عمدة القرية، …`); one whom the sentences around it show or lead up to; or, of a quotation that speaks as `I` or `we`, one who acts
        right before it (`غادرت المديرة. «لم أتخيل …»`) or whose story the text tells, as features do.
        """
        before, after = self._before(first, quotation.start), self._after(last, quotation.end)
        return (
            self._is_reported(quotation, first, before, after)
            or self._is_shown(self.own(quotation, first, last), before, after)
            or self._is_personal(quotation, first, before)
        )

    def _is_reported(self, quotation: Piece | Quotation, first: Paragraph, before: str, after: str) -> bool:
        outline, start = self._document.outline, quotation.start
        if _resumes(self._document, first, start) or _COLON.search(before) or QUESTION.search(before):
            return True
        if _SO.match(outline, quotation.end) or _CONTINUES.search(outline, max(first.start, start - _DOTS), start):
            return True
        behind = _BEHIND.match(outline, quotation.end)
        if behind and (_speaks_behind(behind[1]) or acts_behind(behind[1], behind[2] or "")):
            return True
        return any(attributed(text, texts=False) for text in (before, after))

    def _is_shown(self, own: str, before: str, after: str) -> bool:
        named = _NAMED.match(after)
        if (named and somebody(named.group())) or speaks_of_words(after) or begins_with_name(after):
            return True
        if leads_in(before) or is_about_somebody(before):
            return True
        return shows_somebody(own) or shows_somebody(before) or shows_somebody(after, behind=True)

    def _is_personal(self, quotation: Piece | Quotation, first: Paragraph, before: str) -> bool:
        story = self._story(first, quotation.start)
        if introduces_itself(quotation.text) or (continues_scene(before) and names_somebody(story)):
            return True
        if speaks_as_one(quotation.text) and (
            first.number > self._first_attributed or names_by_name(before) or somebody(story) or self._is_feature
        ):
            return True
        return in_first_person(quotation.text) and (somebody(" ".join(forms(before)[:_SUBJECT])) or names_somebody(before))

    @cached_property
    def _is_feature(self) -> bool:
        """Whether a paragraph shows somebody: who speaks as `I` in such a text is one of those whom it is about."""
        outline = self._document.outline
        return any(shows_somebody(outline[one.start : one.end]) for one in self._document.blocks)

    def _story(self, paragraph: Paragraph, start: int) -> str:
        """What the paragraph says before a quotation, and the one above it."""
        above = self._document.blocks[max(0, paragraph.number - 1)].start
        return self._document.outline[max(above, start - _BEFORE) : start]

    def _before(self, paragraph: Paragraph, start: int) -> str:
        """The sentence before the one that holds an offset, over sentences that are all quotation; before the first one, the whole
        paragraph above."""
        outline, sentences = self._document.outline, self._sentences.of(paragraph)
        number = self._sentences.number_at(paragraph, start) if sentences else 0
        for one in sentences[max(0, number - _RUN) : number][::-1]:
            if not is_bare(text := outline[one.start : one.end]):
                return text[-_BEFORE:]
        return self._beside(paragraph, -1)

    def _after(self, paragraph: Paragraph, end: int) -> str:
        outline, sentences = self._document.outline, self._sentences.of(paragraph)
        number = self._sentences.number_at(paragraph, end) if sentences else 0
        for one in sentences[number : number + _RUN]:
            if one.start >= end and not is_bare(text := outline[one.start : one.end]):
                return text[:_BEFORE]
        return self._beside(paragraph, 1)

    def _beside(self, paragraph: Paragraph, step: int) -> str:
        """The near end of the nearest paragraph in a direction that is not all quotation, in outline; empty where there is none."""
        key = paragraph.number, step
        if key not in self._besides:
            text = self._outline_beside(paragraph, step)
            self._besides[key] = _FIRST.findall(text[:_NEXT])[0] if step > 0 else text[-_BEFORE:]
        return self._besides[key]

    def _outline_beside(self, paragraph: Paragraph, step: int) -> str:
        blocks = self._document.blocks
        numbers = range(paragraph.number + step, paragraph.number + step * _RUN, step)
        for number in (number for number in numbers if 0 <= number < len(blocks)):
            there = blocks[number]
            if not is_bare(text := self._document.outline[there.start : there.end]):
                return text
        return ""

    @cached_property
    def _first_attributed(self) -> int:
        """The first paragraph that ascribes a quotation to somebody."""
        outline, found = self._document.outline, self._document.quotations
        blocks = self._document.blocks
        numbers = dict.fromkeys(self._document.number_at(quotation.start) for quotation in found.paired)
        ascribed = (
            number for number in numbers
            if number is not None and attributed(outline[blocks[number].start : blocks[number].end], texts=False)
        )  # fmt: skip
        return next(ascribed, len(blocks))
