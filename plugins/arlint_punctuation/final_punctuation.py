"""final-punctuation: a paragraph with nothing at its end."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Measured, Rule, Text, option
from arlint.arabic.lazy import regex
from arlint.arabic.words import forms

_CLOSERS = " \u00a0\t)]’'*"
_TAG = regex(r"(?<!\S)[#@]\S+\Z")
_FIRST_PICTURE = "\u2190"  # arrows, symbols and emoji begin here
_ENDS = ".؟!…?:\"»”،؛,;۔\ufffc"


class FinalPunctuation(Rule):
    """فقرة طويلة لا علامة ترقيم في آخرها: قد تكون بقيتها ضاعت. في ما يُصدَّر من أنظمة النشر تكون غالبا عنوانا فرعيا، ولذلك لا تعمل
    القاعدة إلا إن طُلبت.

    لا يُبلَّغ عن العناوين وبنود القوائم وما يسبق قائمة أو اقتباسا، ولا عما قل عن min_words كلمة، ولا عما انتهى بفاصلة (تلك قاعدة أخرى).
    لا إصلاح آليا.

    A long paragraph with no punctuation mark at its end: the rest of it may be lost. In exports of content systems it is mostly a
    subhead, so this rule is heard only where it is asked for.

    Headings, items of lists, what stands before a list or a quotation, paragraphs of fewer than `min_words` words, and those that end in
    a comma, which is for another rule, are left alone. There is no fix.
    """

    id = "final-punctuation"
    code = "PUN010"
    title = Text("فقرة بلا علامة في آخرها", "Paragraph without final punctuation")
    message = Text(
        "لا علامة ترقيم في نهاية الفقرة؛ أكملها أو اختمها بنقطة.",
        "No punctuation at the end of the paragraph; complete it or put a full stop.",
    )
    level = "suggestion"
    reads = frozenset(("paragraph", "heading"))
    default = False

    min_words: int = option(15, ar="أقل عدد من كلمات الفقرة ليُنظر في آخرها.", en="Paragraphs of fewer words are not examined.")

    good = (
        "آخر الأخبار من المدينة",
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الرئيس #عاجل",
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الرئيس ✈️",
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الرئيس.",
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها «الرئيس»",
        "- وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الرئيس",
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الآتين\n- الرئيس",
    )
    bad = {
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها الرئي⟦س⟧": None,
        "وصل الوفد إلى العاصمة مساء أمس قادما من بيروت في زيارة تستمر يومين يلتقي خلالها (الرئي⟦س⟧)\r\nثم غادر.": None,
    }
    cases = (Example("وصل الوفد أمس إلى العاصم⟦ة⟧", None, {"min_words": 5}),)

    measured = Measured(
        8, 30, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("الباقية وسوم وعناوين وتواقيع ألصقت بالمقال.", "The others are tags, titles and signatures that stick to the article."),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        """Every long paragraph of prose whose last character is a letter or the like."""
        text = document.text
        for number, block in enumerate(document.blocks):
            last = len(text[block.start : block.end].rstrip(_CLOSERS)) + block.start - 1
            if last < block.start or text[last] in _ENDS or _is_picture(text[last]):
                continue
            if block.role != "paragraph" or _TAG.search(text, block.start, last + 1):
                continue
            if len(forms(text[block.start : block.end])) < self.min_words or self._leads_to_list(document, number):
                continue
            if document.paragraphs[number].kind in ("paragraph", "heading"):
                yield self.found(last, last + 1)

    def _leads_to_list(self, document: Document, number: int) -> bool:
        following = document.paragraphs[number + 1 : number + 2]
        return bool(following) and following[0].kind in ("list-item", "quotation", "table-cell")


def _is_picture(sign: str) -> bool:
    """Whether a sign is an emoji or a part of one, which ends what people post."""
    return sign >= _FIRST_PICTURE and not sign.isalnum()
