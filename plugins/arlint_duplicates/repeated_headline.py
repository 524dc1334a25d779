"""repeated-headline: one headline over two articles."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from arlint import CorpusRule, Document, Elsewhere, Example, Finding, Measured, Paragraph, Text, option
from arlint.arabic.skeletons import key

_THERE = Text("العنوان هناك.", "The headline there.")
_MUSEUM = "متحف السفن يفتح أبوابه للزوار"


class RepeatedHeadline(CorpusRule):
    """عنوان واحد فوق خبرين: لا يميز القارئ أحدهما من الآخر في البحث وفي قوائم الأخبار، وكثيرا ما يكون أحدهما نسخة منسية من الآخر.

    تُقارن عناوين الملفات، والمقالات التي في الملف الواحد، بكلماتها وحدها، فلا يخفي التكرارَ اختلافُ الهمزات والعلامات. ويُبلَّغ عن كل موضع بعد
    الأول بترتيب الأسماء. ولا يُبلَّغ عن عنوان أقصر من min_words، ولا عما ورد في أكثر من max_files من المقالات، فذاك اسم زاوية ثابتة. ولا
    إصلاح آليا.

    هذه القاعدة غير مفعّلة ما لم تُطلب، لأنها تقرأ الملفات كلها؛ ويفعّلها الإعداد الجاهز project.

    One headline over two stories: a reader cannot tell them apart in search and in lists of news, and often the one is a forgotten copy
    of the other.

    The headlines of files, and of the articles in one file, are compared by their words alone, so that neither hamzas nor marks hide the
    repetition. Every place but the first, by the order of names, is reported. Headlines shorter than `min_words` are left alone, and
    those that stand over more than `max_files` articles: they are the name of a column. There is no fix.

    The rule is off unless it is asked for, since it reads all files; the preset `project` switches it on.
    """

    id = "repeated-headline"
    code = "DUP006"
    title = Text("عنوان مكرر", "Repeated headline")
    message = Text(
        "العنوان نفسه في {file} (السطر {first_line})؛ ميّز أحد العنوانين، أو احذف النسخة الزائدة.",
        "The same headline stands in {file} (line {first_line}); tell the two apart, or remove the copy.",
    )
    level = "warning"
    default = False
    reads = frozenset(("headline",))
    measured = Measured(
        79, 82, 4339, "SaudiNewsNet, Jawhara, NTREX",
        Text("كل ما وُجد؛ والخاطئة عنوان قائمة أسبوعية.", "All there were; those that were wrong stand over a weekly list."),
    )  # fmt: skip

    scope: Literal["document", "project"] = option(
        "project",
        ar="ما يُقارن: ملفات المشروع كلها (project). وليس في المقال وحده (document) ما يُقارن.",
        en="What is compared: all files of the project. Within a document by itself there is nothing to compare.",
    )
    min_words: int = option(4, ar="أقل عدد من كلمات العنوان ليُقارن.", en="The fewest words of a headline that is compared.")
    max_files: int = option(
        5, ar="ما ورد فوق أكثر من هذا العدد من المقالات زاوية ثابتة.", en="What stands over more articles than this is a column's name."
    )
    ignore: list[str] = option([], ar="أنماط مسارات لا تُقارن ملفاتها.", en="Globs of paths whose files are not compared.")

    good = ("عنوان واحد لا يتكرر في الملف",)
    cases = (
        Example(
            f"[a.md] # {_MUSEUM}\n\nاحتفل أهل الميناء أمس.\n[b.md] # ⟦متحفُ السفن يفتح ابوابه للزوار!⟧\n\nجاء الزوار صباحا.",
            format="markdown",
        ),
        Example(f"[a.md] # {_MUSEUM}\n\nخبر أول.\n[b.md] # {_MUSEUM} يوم الجمعة\n\nخبر ثان.", format="markdown"),
        Example("[a.md] # نشرة الأخبار\n\nخبر أول.\n[b.md] # نشرة الأخبار\n\nخبر ثان.", format="markdown"),
        Example(f"[a.md] # {_MUSEUM}\n\nأول.\n[old/b.md] # {_MUSEUM}\n\nثان.", None, {"ignore": ["old/*"]}, "markdown"),
        Example(f"[a.md] # {_MUSEUM}\n\nأول.\n[b.md] # {_MUSEUM}\n\nثان.", None, {"max_files": 1}, "markdown"),
    )  # fmt: skip

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """The headline's words, and where it stands."""
        for words, paragraph in self._headlines(document):
            yield words, _note(document, paragraph)

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The first place of a headline that stands in several."""
        return min(values, key=_order) if 1 < len(values) <= self.max_files else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        """The headline, where the same stands in an earlier place."""
        for words, paragraph in self._headlines(document) if known else ():
            first = known.get(words)
            if first is not None and first != _note(document, paragraph):
                path, line, column, end_line, end_column = json.loads(first)
                there = Elsewhere(path, line, column, end_line, end_column, _THERE)
                yield self.found(paragraph.start, paragraph.end, related=[there], file=path, first_line=line)

    def findings(self, document: Document) -> Iterable[Finding]:
        """None: a document by itself repeats no other."""
        return ()

    def _headlines(self, document: Document) -> Iterator[tuple[str, Paragraph]]:
        if any(document.lies_under(glob) for glob in self.ignore):
            return
        said: set[str] = set()
        for paragraph in document.paragraphs:
            if paragraph.kind == "headline":
                words = key(paragraph.text)
                joined = " ".join(words)
                if len(words) >= self.min_words and joined not in said:  # a page has it in its title and above its text
                    said.add(joined)
                    yield joined, paragraph


def _note(document: Document, paragraph: Paragraph) -> str:
    return json.dumps([document.path, *document.stretch(paragraph.start, paragraph.end)], ensure_ascii=False)


def _order(note: str) -> tuple[str, int, int]:
    path, line, column, *_ = json.loads(note)
    return path, line, column
