"""inconsistent-title: one name with two offices."""

from collections.abc import Iterator, Mapping
from typing import Literal

from arlint import CorpusRule, Document, Example, Finding, Text, Word, option
from arlint.arabic.lexicon import lexicon
from arlint.arabic.skeletons import skeleton
from arlint.records import NamedTuple

_OFFICES = ("وزير", "وزيرة", "محافظ", "محافظة")
_NOT_AFTER = frozenset("نائب ونائب نائبة وكيل ووكيل وكيلة مساعد ومساعد مساعدة مستشار ومستشار مكتب ومكتب بين سابق".split())
"""Words that make another office of the one that follows."""
_NOT_NOW = frozenset("السابق السابقة الأسبق الحالي الحالية الجديد الجديدة المكلف المكلفة الراحل الراحلة المقبل بالوكالة بالإنابة".split())
_HONORIFICS = frozenset("الدكتور الدكتورة المهندس المهندسة الشيخ السيد السيدة الأستاذ الأستاذة الأمير الأميرة اللواء الفريق العميد".split())
_BETWEEN = frozenset(("بن", "ابن", "بنت", "آل", "أبو", "عبد"))
"""Parts of a name that are followed by another."""
_FEW = {"min_files": 1, "min_share": 0.5}


class _Titled(NamedTuple):
    """A name with an office before it: the office as written, the name, and the half-open span of both in the prose."""

    office: str
    name: str
    start: int
    end: int


class InconsistentTitle(CorpusRule):
    """شخص واحد هو «وزير الخارجية» في خبر و«وزير الدفاع» في آخر: أحدهما سهو في الغالب، ولا يدري القارئ أيهما الصحيح.

    يُقرأ المنصب حيث يُذكر قبل الاسم بلا فاصل (وزير، محافظ)، ويُنظر في أول كلمة منه بعد اللقب، فلا فرق بين «وزير الخارجية» و«وزير
    الخارجية الأميركي». ولا يُنظر في السابق والمكلف ومن كان نائبا أو وكيلا. ويُبلَّغ عن الملف الذي لا يذكر للاسم إلا منصبا غير الذي في أكثر
    الملفات، إذا بلغت حصته min_share وورد في min_files من الملفات. وبالخيار scope: document يُقارن ما في المقال وحده. ولا إصلاح آليا.

    هذه القاعدة غير مفعّلة ما لم تُطلب، لأنها تقرأ الملفات كلها؛ ويفعّلها الإعداد الجاهز project.

    One person is «وزير الخارجية» in one story and «وزير الدفاع» in another: most often one of the two is a slip, and readers cannot know
    which.

    An office is read where it stands right before a name (minister, governor), and by the first word that follows, so that the foreign
    minister and the American foreign minister are the same. Former and acting ones and deputies are left alone. A file is reported where
    it gives a name only another office than most files do, if their share is `min_share` or more and they are `min_files` or more. With
    `scope: document` only what stands in one article is compared. There is no fix.

    The rule is off unless it is asked for, since it reads all files; the preset `project` switches it on.
    """

    id = "inconsistent-title"
    code = "STY009"
    title = Text("منصبان لاسم واحد", "Two offices for one name")
    message = Text(
        "«{name}» هنا «{found}»، وفي غير هذا الموضع «{right}»؛ تحقق من المنصب.",
        "«{name}» is «{found}» here and «{right}» elsewhere; make sure of the office.",
    )
    level = "suggestion"
    default = False

    scope: Literal["document", "project"] = option(
        "project",
        ar="مجال المقارنة: ملفات المشروع كلها (project) أو المقال وحده (document).",
        en="What is compared: all files of the project, or each document by itself.",
    )
    min_share: float = option(0.75, ar="أقل حصة يُعد بها المنصب غالبا.", en="The share from which on an office prevails.")
    min_files: int = option(3, ar="أقل عدد من الملفات يرد فيه المنصب الغالب.", en="In how many files the prevailing office must stand.")
    ignore: list[str] = option([], ar="أنماط مسارات لا تُقارن ملفاتها.", en="Globs of paths whose files are not compared.")

    good = (
        "[a.txt] قال وزير المالية سامر الحلبي إن الموازنة جاهزة.\n[b.txt] وأضاف وزير المالية السوري سامر الحلبي أنها كافية.",
        "قال وزير المالية سامر الحلبي إن الموازنة جاهزة، ووافقه وزير الزراعة كمال النجار.",
    )
    cases = (
        Example("[a.txt] قال وزير المالية سامر الحلبي نعم.\n[b.txt] وصل وزير المالية سامر الحلبي.\n"
                "[c.txt] غادر ⟦وزير الزراعة سامر الحلبي⟧.", None, {**_FEW, "min_share": 0.6}),
        Example("قال وزير المالية سامر بن حسن الحلبي نعم، ثم غادر وزير المالية سامر بن حسن الحلبي. وعاد ⟦وزير الزراعة الدكتور سامر بن حسن "
                "الحلبي⟧ مساء.", None, {"scope": "document", "min_share": 0.6}),
        Example("[a.txt] قال وزير المالية سامر الحلبي نعم.\n[b.txt] غادر وزير الزراعة السابق سامر الحلبي.", None, _FEW),
        Example("[a.txt] قال وزير المالية سامر الحلبي نعم.\n[b.txt] غادر نائب وزير الزراعة سامر الحلبي.", None, _FEW),
        Example("[a.txt] قال وزير المالية سامر الحلبي نعم.\n[b.txt] غادر وزير الزراعة سامر الحلو.", None, _FEW),
        Example("[a.txt] قال وزير الشؤون الاجتماعية سامر الحلبي نعم.\n[b.txt] وصل وزير الشئون الاجتماعية سامر الحلبي.\n"
                "[c.txt] غادر ⟦وزير الزراعة سامر الحلبي⟧.", None, {**_FEW, "min_share": 0.6}),
        Example("[a.txt] قال وزير المالية سامر بن عبد الله الحلبي نعم.\n[b.txt] وصل وزير الزراعة سامر بن عبد الله النجار.", None, _FEW),
        Example("[a.txt] قال وزير المالية سامر الحلبي.\n[b.txt] قال وزير الزراعة سامر الحلبي.", None),
    )  # fmt: skip

    def survey(self, document: Document) -> Iterator[tuple[str, str]]:
        """The offices of each name: once a file, or as often as they are named in the document."""
        found = [(one.name, one.office) for one in self._titled(document)]
        yield from dict.fromkeys(found) if self.scope == "project" else found

    def conclude(self, values: Mapping[str, int]) -> str | None:
        """The prevailing office, where there are several."""
        offices = _summed(values)
        best = max(offices, key=lambda office: offices[office])
        fewest = self.min_files if self.scope == "project" else 1
        return best if len(offices) > 1 and fewest <= offices[best] >= self.min_share * sum(offices.values()) else None

    def check(self, document: Document, known: Mapping[str, str]) -> Iterator[Finding]:
        """The first place of each name whose office is never the prevailing one here; in a document by itself, every place."""
        found = [one for one in self._titled(document) if one.name in known] if known else []
        offices = [(one, _folded(one.office) == _folded(known[one.name])) for one in found]
        right = {one.name for one, is_right in offices if is_right} if self.scope == "project" else set()
        for one, is_right in offices:
            if not is_right and one.name not in right:
                if self.scope == "project":
                    right.add(one.name)
                said = document.text[one.start : one.end]
                yield self.found(one.start, one.end, name=one.name, found=" ".join(said.split()[:2]), right=known[one.name])

    def _titled(self, document: Document) -> Iterator[_Titled]:
        if any(document.lies_under(glob) for glob in self.ignore):
            return
        for form in _OFFICES:
            for prefix in ("", "و"):
                if prefix + form in document.vocabulary:
                    for word in document.words_of(prefix + form):
                        if (one := _read(document, word, form)) is not None:
                            yield one


def _summed(values: Mapping[str, int]) -> dict[str, int]:
    """The counts of offices, each under its first spelling: الشئون is الشؤون."""
    spelled: dict[str, str] = {}
    offices: dict[str, int] = {}
    for value, count in values.items():
        one = spelled.setdefault(_folded(value), value)
        offices[one] = offices.get(one, 0) + count
    return offices


def _folded(office: str) -> str:
    """The office in any spelling, that of hamza before waw in the East and in the West among them."""
    return skeleton(office.replace("ئو", "ؤو"))


def _read(document: Document, word: Word, office: str) -> _Titled | None:
    """The office and the name that begin at a word; None where it is not said right before a name, or not of now."""
    before = document.before(word)
    if before is not None and before.form in _NOT_AFTER:
        return None
    field = at = document.after(word)
    while at is not None and at.form.startswith("ال") and at.form not in _HONORIFICS:
        if at.form in _NOT_NOW:
            return None
        at = document.after(at)
    while at is not None and at.form in _HONORIFICS:
        at = document.after(at)
    if field is None or not field.form.startswith("ال") or field.form in _HONORIFICS:
        return None
    name = _name(document, at)
    return _Titled(f"{office} {field.form}", " ".join(one.form for one in name), word.start, name[-1].end) if name else None


def _name(document: Document, first: Word | None) -> list[Word]:
    """The words of a name of two parts or more, of which the first is a given name; none where there is no such name."""
    if first is None or first.form not in _given_names():
        return []
    name, following = [first], document.after(first)
    while following is not None and following.form in _BETWEEN and (part := document.after(following)) is not None:
        name.append(following)
        following = part
        if part.form not in _BETWEEN:  # بن عبد الله
            name.append(part)
            following = document.after(part)
    if following is not None and (len(name) == 1 or following.form.startswith("ال")):
        name.append(following)
    return name if len(name) > 1 and len(name[-1].form) > 2 else []


def _given_names() -> frozenset[str]:
    return lexicon(__file__, "given_names", _compiled)


def _compiled(table: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for names in table.values() for name in names.split())
