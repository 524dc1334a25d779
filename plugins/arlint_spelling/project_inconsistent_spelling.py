"""project-inconsistent-spelling: غوغل in most files and جوجل in this one."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from arlint import CorpusRule, Document, Example, Finding, Measured, Text, option

from ._choice import kept
from ._house import G_LETTER, HAMZA_MEDIAL, HOUSE_STYLE, VARIANTS, GLetter, HamzaMedial, house, unknown
from ._occurrences import listed, occurrences
from ._sieve import Sieve
from ._variant_groups import groups, variant

_FILES = ""
"""The value noted once for each file in which a word stands, however spelled."""
_FEW = {"min_files": 1, "min_share": 0.5}


class ProjectInconsistentSpelling(CorpusRule):
    """كلمة كتبها هذا الملف على وجه وكتبها أكثر ملفات المشروع على وجه آخر: «جوجل» هنا و«غوغل» هناك. وبذلك تتفرق الوسوم والأسماء في البحث
    والأرشيف.

    تُقارن صيغ الجدول، ومن الكلمات التي أولها ألف ما عُرف رسمه. والمعتمد ما في دليل الأسلوب، وإلا فما في أكثر الملفات (لا أكثر المواضع)
    إذا بلغت حصته min_share. ويُبلَّغ مرة واحدة عن كل كلمة في كل ملف، عند أول موضع، ولا يُبلَّغ عن ملف يجمع الصيغتين، فله
    inconsistent-spelling. ولا تُقارن كلمة وردت في أقل من min_files من الملفات. ولكل قسم عادته إن ذُكر مجلده في desks، ودليل أسلوبه إن ذُكر في
    overrides. ولا إصلاح آليا. القاعدة اختيارية لأنها تقرأ الملفات كلها
    مرتين؛ ويفعّلها الإعداد الجاهز project.

    A word that this file spells in one way and most files of the project in another: جوجل here and غوغل there. Tags, names and search
    fall apart.

    Compared are the variants of the table and, of the words that begin with an alif, those whose spelling is known. The spelling to
    keep is that of the house style, else that of most files (not of most places) if its share is at least `min_share`. Each word is
    reported once in a file, at its first place; a file that has both spellings is the business of `inconsistent-spelling`. Words that
    stand in fewer than `min_files` files are left alone. A desk whose folder is named in `desks` has its own majority, and the house style
    that `overrides` give it. There is no fix. The rule is optional, since it reads all files twice; the
    preset `project` switches it on.
    """

    id = "project-inconsistent-spelling"
    code = "SPL005"
    title = Text("كتابة تختلف بين الملفات", "Spelling differs across files")
    message = Text(
        "كُتبت «{found}» في هذا الملف، و«{right}» في {percent}% من ملفات المشروع التي وردت فيها؛ وحّد الكتابة.",
        "«{found}» in this file and «{right}» in {percent}% of the project's files that have it; use one spelling.",
    )
    messages = {
        "desk": Text(
            "كُتبت «{found}» في هذا الملف، و«{right}» في {percent}% من ملفات هذا القسم التي وردت فيها؛ وحّد الكتابة.",
            "«{found}» in this file and «{right}» in {percent}% of this desk's files that have it; use one spelling.",
        ),
        "house": Text(
            "كُتبت «{found}» في هذا الملف، ودليل الأسلوب يعتمد «{right}»؛ وحّد الكتابة.",
            "«{found}» in this file, whereas the house style has «{right}»; use one spelling.",
        )
    }
    level = "suggestion"
    default = False
    lacks_by_options = True
    yields_to = (
        "common-misspelling", "glued-words", "house-spelling", "inconsistent-spelling",
        "initial-hamza", "wasl-hamza", "final-yeh", "teh-marbuta",
    )  # fmt: skip

    scope: Literal["document", "project"] = option(
        "project",
        ar="مجال المقارنة: ملفات المشروع كلها (project)؛ ولا شيء يُقارن في المقال وحده (document).",
        en="What is compared: all files of the project; by itself a document has nothing to be compared with.",
    )
    house_style = HOUSE_STYLE
    variants: dict[str, str] = option({}, ar=VARIANTS.ar, en=VARIANTS.en)
    g_letter: GLetter = option("", ar=G_LETTER.ar, en=G_LETTER.en)
    hamza_medial: HamzaMedial = option("", ar=HAMZA_MEDIAL.ar, en=HAMZA_MEDIAL.en)
    min_share: float = option(
        0.66, ar="أقل حصة من الملفات تُعد بها الصيغة غالبة.", en="The share of files from which on a spelling prevails."
    )
    min_files: int = option(5, ar="أقل عدد من الملفات ترد فيه الكلمة لتُقارن.", en="In how many files a word must stand to be compared.")
    ignore: list[str] = option([], ar="أنماط مسارات لا تُقارن ملفاتها.", en="Globs of paths whose files are not compared.")
    desks: list[str] = option(
        [],
        ar="أقسام تُقارن ملفات كل منها بعضها ببعض، بأنماط مسارات مثل sports/*؛ وما سواها معا.",
        en="Desks, as globs like sports/*: the files of each are compared with each other, all others together.",
    )

    good = (
        "[a.txt] زارت غوغل المعرض.\n[b.txt] وقالت غوغل إنها ستعود.",
        "[a.txt] زارت غوغل المعرض.\n[b.txt] وقالت جوجل إنها ستعود.",
        "زارت غوغل المعرض، وغابت جوجل.",
    )
    cases = (
        Example("[a.txt] زارت غوغل المعرض.\n[b.txt] قالت ⟦جوجل⟧ إن جوجل ستعود.", None, _FEW),
        Example("[a.txt] زار إبراهيم المعرض.\n[b.txt] عاد ⟦وابراهيم⟧ معه.", None, _FEW),
        Example("[a.txt] أبحر في بوركينا فاسو.\n[b.txt] عاد من ⟦بوركينافاسو⟧.", None, _FEW),
        Example("[a.txt] إدارة المدرسة\n[b.txt] ⟦الادارة⟧ العامة", None, _FEW),
        Example("[a.txt] زارت ⟦غوغل⟧ المعرض.\n[b.txt] وقالت جوجل إنها ستعود.", None, {**_FEW, "g_letter": "ج"}),
        Example("[a.txt] زارت غوغل المعرض.\n[b.txt] زارت غوغل وجوجل المعرض.", None, _FEW),
        Example("[a.txt] زارت غوغل المعرض.\n[b.txt] قالت جوجل إنها ستعود.", None, {**_FEW, "ignore": ["b.*"]}),
        Example("[a.txt] زارت غوغل المعرض.\n[sport/b.txt] قالت جوجل إنها ستعود.", None, {**_FEW, "desks": ["sport/*"]}),
        Example("[a.txt] زارت غوغل.\n[sport/b.txt] قالت جوجل.\n[sport/c.txt] وقالت جوجل.\n[sport/d.txt] نعم ⟦غوغل⟧ قالت.", None,
                {**_FEW, "desks": ["sport/*"], "min_share": 0.6}),
    )

    measured = Measured(
        40, 40, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("عينة من 4313 موضعا، والمجموعات كلها تُعد مشروعا واحدا.", "A sample of 4,313 findings; all the corpora were one project."),
    )  # fmt: skip

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """Each spelling of each word once a file, and the file itself."""
        desk = self._desk(document)
        for key, values in self._spelled(document).items():
            yield f"{desk}{key}", _FILES
            yield from ((f"{desk}{key}", value) for value in sorted(values))

    def lacking(self) -> Text | None:
        """Groups, or spellings of them, that the table does not know."""
        return unknown(self.variants) if self.variants else None

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The spelling of most files and their share in percent, which one file more or less hardly changes."""
        spelled = {value: count for value, count in values.items() if value != _FILES}
        files = values[_FILES]
        best = kept(spelled, self._house, prefer=True)
        if files < self.min_files or len(spelled) < 2 or best is None:
            return None
        n = spelled.get(best, 0)
        return f"{best} {100 * n // files}" if n and (best in self._house.values() or n >= files * self.min_share) else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        """The first place of each word that this file only spells in another way."""
        spelled = self._spelled(document) if known else {}
        desk = self._desk(document) if known else ""
        right = {key: known[f"{desk}{key}"].rpartition(" ")[::2] for key in spelled if f"{desk}{key}" in known}
        wrong = {key for key, (value, _) in right.items() if len(spelled[key]) == 1 and value not in spelled[key]}
        for one in occurrences(document, self._sieve, wrong) if wrong else ():
            if one.spelling.key in wrong:
                wrong.remove(one.spelling.key)
                value, percent = right[one.spelling.key]
                shown = one.spelling.stem_as(value) or groups()[one.spelling.key].variants[variant(value)[1]][0]
                because = "house" if value in self._house.values() else "desk" if self.desks else ""
                yield self.found(one.start, one.end, variant=because, found=one.spelling.stem, right=shown, percent=int(percent))

    def _desk(self, document: Document) -> str:
        """What the keys of a desk's files begin with: its glob and a line's end."""
        return next((f"{glob}\n" for glob in self.desks if document.lies_under(glob)), "")

    def _spelled(self, document: Document) -> dict[str, set[str]]:
        ignored = any(fnmatchcase(document.path, glob) for glob in self.ignore)
        return {} if ignored else listed(document, self._sieve)

    @cached_property
    def _house(self) -> dict[str, str]:
        return house(self.variants, self.g_letter, self.hamza_medial)

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve([group.id for group in groups().values() if group.default and group.kind != "synonym"], hamza=True)
