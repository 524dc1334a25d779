"""Known defects, each put into a clean text at a place of its kind: what a rule must find again.

A defect is put only where it is one that its rule is for, which is told by the text alone and never by asking the rule. So defects of
attribution are put into reports (`is_report`) and nowhere near words of others, a source, or a person whom the reader would take for the
speaker (`unsourced`): there the words would have a speaker, and the rule be right to say nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import NamedTuple

from arlint.arabic.attribution import attributed


class Defect(NamedTuple):
    """A text with one defect, and the span of it (half-open code points)."""

    text: str
    start: int
    end: int


_L = "\u0621-\u064a"
_WORD = f"(?<![{_L}\u064b-\u0652])"
_END = f"(?![{_L}\u064b-\u0652])"

Make = Callable[[str, Random], "Defect | None"]


def _put(text: str, start: int, end: int, new: str, before: int = 0, after: int = 0) -> Defect:
    return Defect(text[:start] + new + text[end:], max(0, start - before), start + len(new) + after)


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str], around: int = 1) -> Make:
    """A defect made by replacing one match of a pattern."""
    compiled = re.compile(pattern)

    def make(text: str, random: Random) -> Defect | None:
        matches = list(compiled.finditer(text))
        if not matches:
            return None
        match = random.choice(matches)
        return _put(text, *match.span(), new(match) if callable(new) else match.expand(new), around, around)

    return make


def outside_quotations(make: Make) -> Make:
    """The same defect, but not in a text whose quotation marks begin before it: words of others are left alone."""

    def outside(text: str, random: Random) -> Defect | None:
        defect = make(text, random)
        line = text[text.rfind("\n", 0, defect.start) + 1 : defect.start] if defect else ""
        return None if set(line) & set("\"«“”»") else defect

    return outside


def other_digits(text: str, random: Random) -> Defect | None:
    """One number of four or more in the digits of the other system."""
    numbers = [match for match in re.finditer(rf"(?<= )[1-9]\d(?= [{_L}])", text) if not set(text[: match.start()]) & set("\"«“”»")]
    if len(numbers) < 4:
        return None
    match = random.choice(numbers)
    return _put(text, *match.span(), "".join(chr(ord(digit) + 0x630) for digit in match[0]))


def joined_sentences(text: str, random: Random) -> Defect | None:
    """Sentences of ten words or more that have lost the full stops between them."""
    for line in text.split("\n"):
        is_prose = line[:1].isalpha() and re.search(r"\.\S|[\"«“”»؛؟!:|*]|\.\.| \.", line) is None
        if is_prose and len(line.split()) > 80 and line.count(". ") >= 2:
            at = text.index(line)
            return _put(text, at, at + len(line), line.replace(". ", " "))
    return None


def second_way(ways: str, others: Mapping[str, str]) -> Make:
    """The last of three or more expressions written in another way than the rest."""

    def make(text: str, random: Random) -> Defect | None:
        matches = [match for match in re.finditer(ways, text) if not set(text[: match.start()]) & set("\"«“”»")]
        if len(matches) < 3 or len({match[1] for match in matches}) > 1:
            return None
        return _put(text, *matches[-1].span(1), others[matches[-1][1]], 8, 2)

    return make


_SPELLED = {
    "أمريكا": "أميركا", "الأمريكية": "الأميركية", "الأمريكي": "الأميركي", "غوغل": "جوجل", "الكونغرس": "الكونجرس", "المسؤولين": "المسئولين",
    "شؤون": "شئون", "الشؤون": "الشئون", "عبدالله": "عبد الله", "عبدالعزيز": "عبد العزيز", "إنجلترا": "إنكلترا", "الإنجليزي": "الإنكليزي",
    "أردوغان": "إردوغان", "مئة": "مائة",
}  # fmt: skip
_SPELLED |= {other: word for word, other in _SPELLED.items() if other}


def second_spelling(text: str, random: Random) -> Defect | None:
    """The last of three or more of one word in another spelling: of the table, without its hamza, or without its last dots."""
    made: list[Defect] = []
    for word, count in Counter(re.findall(f"[{_L}]+", text)).items():
        if count < 3:
            continue
        other = _SPELLED.get(word) or _undone(word)
        if other and f"\n{other}\n" not in "\n".join(("", *re.findall(f"[{_L}]+", text), "")):
            at = [match.start() for match in re.finditer(f"{_WORD}{word}{_END}", text)][-1]
            made.append(_put(text, at, at + len(word), other))
    return random.choice(made) if made else None


def _undone(word: str) -> str:
    """The word without its initial hamza or its last dots, if it has such; no function words, which are not compared."""
    if re.fullmatch("(?:إ(?:يران|سرائيل|يطاليا|سبانيا)|أ(?:وروبا|لمانيا|فريقيا|ستراليا))", word):
        return f"ا{word[1:]}"
    if re.fullmatch("ال(?:مدين|حكوم|منطق|لجن|جامع|مملك|شرك|مدرس)ة", word):
        return f"{word[:-1]}ه"
    return f"{word[:-1]}ى" if word in ("النادي", "الماضي", "الدوري", "الحالي", "الثاني") else ""


def repeated_paragraph(text: str, random: Random) -> Defect | None:
    """A paragraph of twelve words or more, once again at the end."""
    paragraphs = [line for line in text.split("\n") if len(line.split()) >= 12]
    if not paragraphs:
        return None
    chosen, body = random.choice(paragraphs), text.rstrip("\n")
    return Defect(f"{body}\n{chosen}\n", len(body) + 1, len(body) + 1 + len(chosen))


def repeated_sentence(text: str, random: Random) -> Defect | None:
    """A sentence of twelve words or more, once again at the end of a later paragraph; neither from a list nor into one, nor in an
    interview, where words may be repeated, nor where a mark has no partner, since there nobody can tell where a sentence ends.
    """
    if not _marks_are_paired(text) or text.count("؟") >= _QUESTIONS:
        return None
    found = re.findall(rf"(?<=[{_L}]{{3}}[.؟] )[{_L}][^.؟:\n\"«»“”()]{{60,}}\.(?= [{_L}]|\n)", text)
    sentences = [one for one in found if len(one.split()) >= 12 and _is_prose_at(text, text.index(one))]
    ends = [match.end() for match in re.finditer(rf"[{_L}]{{3}}\.(?=\n|$)", text) if _is_prose_at(text, match.start())]
    if not sentences or not ends:
        return None
    chosen = random.choice(sentences)
    ends = [end for end in ends if end > text.index(chosen) + len(chosen)]
    if not ends:
        return None
    at = random.choice(ends)
    return Defect(f"{text[:at]} {chosen}{text[at:]}", at + 1, at + 1 + len(chosen))


_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS = {"مارس": 3, "أبريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "أغسطس": 8}


def _wrong_day(match: re.Match[str]) -> str:
    """The date after the weekday that follows its own."""
    day = date(int(match[3]), _MONTHS[match[2]], min(int(match[1]), 30) or 1)
    return f"{_DAYS[(day.weekday() + 1) % 7]} {day.day} {match[2]} {match[3]}"


_SPOKEN = (
    "الاتفاق سيوقع خلال أيام ولن نقبل أي تعديل على بنوده الأساسية بعد اليوم",
    "لا ماء ولا كهرباء ولا دواء في الحي كله منذ بداية الشهر",
    "جئنا من مدن بعيدة كي نشجع فريقنا في هذه الليلة الكبيرة",
    "الأسعار ارتفعت مرتين خلال أسبوع واحد والناس لم تعد قادرة على الشراء",
    "هذا القرار سيغير وجه المدينة ويجب أن يناقش علنا أمام الجميع",
)
_TOLLS = (
    "وقتل 43 مدنيا وأصيب العشرات في القصف.",
    "وأدت المواجهات إلى مقتل ثلاثة جنود.",
    "وارتفعت الحصيلة إلى 15 قتيلا.",
    "ولقي 12 راكبا مصرعهم.",
)
_STOP = re.compile(rf"(?<=[{_L}]{{3}})\.(?= [{_L}]|\n)")


def unsourced(sentences: tuple[str, ...], *, lead: bool = True) -> Make:
    """One of these sentences, put between two sentences of running text that name nobody who says anything; in the lead too or not."""

    def make(text: str, random: Random) -> Defect | None:
        begin = 0 if lead else _end_of_lead(text)
        places = [match.end() for match in _STOP.finditer(text, begin) if _is_mute(text, match.end()) and not _is_said(text, match.end())]
        if not places:
            return None
        at, new = random.choice(places), random.choice(sentences)
        if _WE.search(new) and _PEOPLE.search(_sentence_before(text, at)):
            return None  # whoever acts right before words that say «we» is their speaker
        return Defect(f"{text[:at]} {new}{text[at:]}", at + 1, at + 1 + len(new))

    return in_reports(make)


def in_reports(make: Make) -> Make:
    """The same defect, but only in a report."""
    return lambda text, random: make(text, random) if is_report(text) else None


def where_marks_pair(make: Make) -> Make:
    """The same defect, but only in a text without an odd mark: beside one nobody can tell which mark opens and which closes."""
    return lambda text, random: make(text, random) if _marks_are_paired(text) else None


def is_report(text: str) -> bool:
    """Whether a text reports what others say, and marks their words.

    It is none where its writer speaks of himself outside quotation marks, as in a column or a memoir, nor where it asks and asks, as an
    interview or a column does; and where a mark has no partner in its line, nobody can tell whose words stand there.
    """
    return _marks_are_paired(text) and text.count("؟") < _QUESTIONS and _MYSELF.search(_QUOTED.sub(" ", text)) is None


_QUESTIONS = 3
"""Questions that make a text an interview or a column."""


def _marks_are_paired(text: str) -> bool:
    """Whether every quotation mark has a partner in its line."""
    lines = text.split("\n")
    return not any(line.count('"') % 2 or line.count("«") != line.count("»") or line.count("“") != line.count("”") for line in lines)


def _is_prose_at(text: str, at: int) -> bool:
    """Whether the line at an offset begins as prose does, and not as an item of a list."""
    return text[text.rfind("\n", 0, at) + 1 :].lstrip()[:1].isalpha()


_QUOTED = re.compile("\"[^\"\n]*\"|«[^«»\n]*»|“[^“”\n]*”")
_MYSELF = re.compile(
    f"{_WORD}[وف]?(?:أنا|نحن|كنت|كنا|إنني|أنني|إننا|أننا|نفسي|أنفسنا|عندي|عندنا|لدي|لدينا|علينا|لنا|أعتقد|أظن|أقول|أرى|رأيي|بنظري|شخصيا|شخصياً|"
    f"حياتي|حياتنا|بيتي|زوجي|زوجتي){_END}"
)


def _end_of_lead(text: str) -> int:
    """Where the first paragraph ends that is more than a byline or a dateline."""
    return next((match.end() for match in re.finditer(r"[^\n]+", text) if len(match[0].split()) >= 15), len(text))


_WE = re.compile(f"{_WORD}(?:جئنا|لن نقبل|ولن نقبل){_END}")
_PEOPLE = re.compile(
    f"{_WORD}[ولبف]*(?:ال)?(?:رئيس|وزير|مدير|أمير|ملك|أمين|مدرب|محافظ|سفير|قائد|نائب|مهندس|دكتور|شيخ|شيوخ|عميد|لواء|وكيل|مشرف|مستشار|صحفي|"
    f"دبلوماسي|مسؤول|متحدث|لاعب|مهاجم|حارس|ضابط|ضباط|جندي|جنود|طبيب|أطباء|طالب|طلاب|سائق|عامل|عمال|مزارع|صياد|راكب|ركاب|مواطن|"
    f"مشجع|متظاهر|رجل|رجال|امرأة|نساء|نسوة|شاب|شبان|شباب|فتى|فتاة|فتيات|طفل|أطفال|سيد|صبي|صبية|عجوز|زوج|شقيق|صديق|زميل|والد|"
    f"أب|أم|ابن|ابنة|جد|جدة|أهل|أسرة|عائلة|ممثل|كاتب|شاعر|روائي|فنان|مخرج|صاحب|عضو|أعضاء|بطل)(?:ة|ات|ون|ين|ان|و|ي|ه|ها|هم)?{_END}"
)


def _is_said(text: str, at: int) -> bool:
    """Whether an offset stands among somebody's words."""
    before = text[:at]
    return before.count('"') % 2 == 1 or before.count("«") != before.count("»") or before.count("“") != before.count("”")


def _sentence_before(text: str, at: int) -> str:
    return re.split(r"[.؟!…]\s|\n", text[max(0, at - 1200) : at - 1])[-1]


def _is_mute(text: str, at: int) -> bool:
    """Whether the sentences on both sides of an offset are prose in which nobody speaks, by the definition of evidence (catalogue 2.7)."""
    before = _sentence_before(text, at)
    if _PEOPLE.search(" ".join(text[at : at + 80].split()[:2])):
        return False  # whoever is named right behind words is their speaker
    after = re.split(r"[.؟!…]\s|\n", text[at : at + 600].lstrip())[0]
    prose = all(len(one.split()) > 6 and one.lstrip()[:1].isalpha() for one in (before, after))
    silent = not any(mark in before + after for mark in '"“”«»:') and not attributed(f"{before}\n{after}")
    return prose and silent and _is_prose_at(text, at)


def changed_paragraph(text: str, random: Random) -> Defect | None:
    """A paragraph of twenty words or more, once again at the end with its second word left out and one more at its end."""
    paragraphs = [line for line in text.split("\n") if len(line.split()) >= 20]
    if not paragraphs:
        return None
    words, body = random.choice(paragraphs).split(), text.rstrip("\n")
    chosen = " ".join((*words[:1], *words[2:])).rstrip(" .") + " أيضا."
    return Defect(f"{body}\n{chosen}\n", len(body) + 1, len(body) + 1 + len(chosen))


_LEVANTINE = {"يوليو": "تموز", "مايو": "أيار", "أغسطس": "آب", "يونيو": "حزيران", "فبراير": "شباط", "سبتمبر": "أيلول"}
_NAMED_MONTHS = "|".join(_LEVANTINE)
_ALONE = rf"{_END}(?! *[/(\-–])"

_SAID_THAT = f"[وف]?(?:أكد|أضاف|أوضح|ذكر|اعتبر)ت?(?: [{_L}]+){{0,5}}? (?:أن|أنه|أنها)"

_OWNED = rf"(?![^.؟!\n]*{_WORD}(?:ب?حسب(?:ما)?|وفقا?|نقلا عن){_END})"
"""No source in the rest of the sentence: `وذكرت تقارير أن الجسر مغلق، بحسب البلدية` has one."""

DEFECTS: Mapping[str, Make] = {
    "DUP001": repeated_paragraph,
    "DUP003": repeated_sentence,
    "DUP004": replaced(rf"(?<= )(في|من|على|إلى|عن|أن|التي|الذي) (?=[{_L}])", r"\1 \1 "),
    "QUO001": replaced(r"(«[^«»\n\"]{20,})»", r"\1", 400),
    "QUO002": replaced(r"«([^«»\n\"]{20,}»)", r"\1", 400),
    "DUP002": changed_paragraph,
    "QUO003": replaced(rf"(?<=[{_L}])[«\"]([{_L} ]{{6,30}})[»\"]|(?<= )[«\"]([{_L} ]{{6,30}})[»\"]", lambda m: f"''{m[1] or m[2]}''"),
    # A name in Latin letters may have marks of its own.
    "QUO004": replaced(rf"«([{_L}][^«»\"“”\n]{{2,39}})»(?=[^«»]*«[^«»]*»[^«»]*«)", r'"\1"', 0),
    "QUO005": where_marks_pair(replaced(rf"(?<= )([«\"])(?=[{_L}][^«»\"\n]{{4,60}}[»\"])", r"\1 ", 2)),
    "QUO006": where_marks_pair(replaced(rf"(?<=[ :])(«[{_L} ]{{8,60}}) ([{_L}]{{4,}}) ([{_L} ]{{8,60}}»)", r"\1 «\2» \3", 0)),
    "QUO007": replaced(rf"(?<= )«(?=[{_L}][^«»\n]{{4,60}}»)", "««", 1),
    "SPL002": replaced(rf"(?<=[{_L}])اً(?![{_L}])(?=[^\x00]*اً[^\x00]*اً)", "ًا"),
    "SPL003": replaced(
        rf"(?<=\d )({_NAMED_MONTHS}){_ALONE}(?=(?:[^\x00]*?\d (?:{_NAMED_MONTHS}){_ALONE}){{2}})", lambda m: _LEVANTINE[m[1]], 3
    ),
    "SPL006": replaced(f"{_WORD}(لكن|هذا|ذلك|هؤلاء|شيء|مساء|مسؤول){_END}", lambda m: _SLIPS[m[1]]),
    "ATT001": unsourced(tuple(f"«{words}»." for words in _SPOKEN)),
    "ATT002": unsourced(_TOLLS, lead=False),
    # Neither in the words of others, nor where the text names its source for the same thing further on.
    "ATT003": in_reports(
        outside_quotations(replaced(f"{_WORD}(?:و)?(قال|أكد|أضاف|أوضح) (?:[{_L}]+ ){{1,6}}(?=إن |أن )", lambda m: f"{m[1]} مصدر مطلع ", 0))
    ),
    "ATT004": in_reports(
        outside_quotations(
            replaced(f"(?:(?<=[.] )|(?<=\n))و?(?:قال|أكد|أضاف|أوضح) (?:[{_L}]+ ){{1,6}}(?=(?:إن|أن) {_OWNED})", "وذكرت تقارير ")
        )
    ),
    "PUN001": replaced("،", ","),
    "PUN002": replaced(rf"(?<=[{_L}])،", " ،"),
    "PUN003": replaced(rf"، (?=[{_L}])", "،"),
    "PUN004": replaced("، ", "،، "),
    "PUN006": replaced(r"(\([^()\n]{3,40})\)", r"\1", 60),
    "PUN007": replaced(rf"(?<= )\((?=[{_L}]{{3}}[^()\n]*\))", "( "),
    "PUN008": replaced(rf"(?<=[{_L}]{{3}})\.(?=\n[{_L}][^\n]{{80}})", "،"),
    "PUN009": replaced(rf"(?<=[{_L}]) (?=[{_L}])", "   "),
    "UNI001": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "\u202e"),
    "UNI002": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "\u200b"),
    "UNI003": replaced(f"{_WORD}في{_END}", "\ufed3\ufef2"),
    "UNI004": replaced(rf"(?<=[بتسفقكلمنهي])(?=[{_L}]{{2}})", "ـ"),
    "UNI005": replaced(rf"(?<=[{_L}])ك(?=[{_L}])", "ک"),
    "UNI006": replaced("أ", "ا\u0654"),
    "UNI007": replaced(rf"(?<=[{_L}]{{2}})(?=[{_L}]{{2}})", "o"),
    "UNI008": replaced(f"{_WORD}[{_L}]{{4,8}}{_END}", lambda m: m[0].encode().decode("cp1252", "replace")),
    "UNI010": replaced(rf"(?<=[{_L}]) (?=[{_L}])", " \u064b"),
    "UNI009": replaced(rf"(?<=[{_L}]) (?=[{_L}])", "&nbsp;"),
    "ORT001": replaced(f"{_WORD}(أكد|إلى|أعلن|أضاف|أشار|إيران|أوروبا|أمريكا|إسرائيل|أكثر){_END}", lambda m: "ا" + m[1][1:]),
    "ORT002": replaced(f"{_WORD}ا(جتماع|نتخابات|ستقبل|تفاق|قتصاد|ستثمار)", r"إ\1", 12),
    "ORT003": replaced(f"{_WORD}(في|الذي|التي|الثاني|الماضي){_END}", lambda m: m[1][:-1] + "ى"),
    "ORT005": replaced(rf"(?<=[{_L}][ةى]) (?=[{_L}]{{3}})", "", 12),
    "ORT006": replaced(rf"(?<=[{_L}])اء(?=[ .،])", "اءاً", 6),
    "ORT007": replaced(rf"(?<= )و(?=ال[{_L}]{{3}})", "و ", 2),
    "ORT008": where_marks_pair(outside_quotations(replaced(rf"(?<=[{_L}]{{2}})ا(?=[{_L}]{{2}})", "اااا"))),
    "ORT004": replaced(f"{_WORD}(المدينة|الحكومة|الوزارة|المنطقة|السنة|الدولة|الشركة){_END}", lambda m: m[1][:-1] + "ه"),
    "SPL001": second_spelling,
    "NUM001": other_digits,
    "NUM002": second_way(r"\d(\.)\d (?:في المئة|في المائة|بالمئة|بالمائة|مليون|مليار)", {".": ","}),
    "NUM003": second_way(
        r"\d(%| في المئة| في المائة| بالمئة| بالمائة)",
        {"%": " في المئة", " في المئة": "%", " في المائة": " بالمائة", " بالمئة": " في المئة", " بالمائة": " في المائة"},
    ),
    "NUM004": replaced(rf"(?<= )([5-9]) (أشخاص|أيام|سنوات|أشهر|ساعات){_END}", lambda m: f"{m[1]} {_SINGULAR[m[2]]}"),
    "NUM005": replaced(r"(?<![\w/])(\d{1,2}) (مارس|أبريل|مايو|يونيو|يوليو|أغسطس) (20\d\d)(?!\d)", _wrong_day, 12),
    "NUM006": replaced(r"(?<= )\d{1,2} (فبراير|يونيو|سبتمبر|نوفمبر|أبريل|جوان|أفريل)", r"31 \1"),
    "NUM007": replaced(rf"(?<= )(\d{{2}}) (?=[{_L}]{{3}})", r"\1", 12),
    # What may be a verb of the present after أن makes it an order: the rule is not for that.
    "GRM001": replaced(f"{_WORD}(قال|قالت|يقول) إن{_END}(?= [^يتنأ])", r"\1 أن"),
    "GRM002": outside_quotations(
        replaced(
            f"{_WORD}({_SAID_THAT} [^.؟!\\n\"«“:]*? )وأن(?= ال|(?:ه|ها|هم){_END})",
            r"\1وإن", 0,
        )
    ),
    "GRM006": outside_quotations(replaced(f"{_WORD}([بل]?)هذه (?=ال[{_L}]+ة{_END})", r"\1هذا ", 8)),
    "GRM003": replaced(f"{_WORD}لم (?:يعد|يكن|تكن){_END}", "لم يبقى"),
    "GRM004": replaced(f"{_WORD}لم (?:يكن|تكن){_END}", "لم يكون"),
    "GRM005": replaced(f"{_WORD}(لن|أن) يكونوا{_END}", r"\1 يكونون"),
    "STR002": outside_quotations(replaced(rf"(?<=[{_L}]) (?=[{_L}])", " XXX ")),
    "STR003": replaced(r"\.\s*\Z", ". (رويترز)", 0),
    "STR004": replaced(r"(?<=^# )(.{47,})(?=\n)", r"\1 \1"),
    "STR005": replaced(rf"(?<=[{_L}]{{3}})(?=\n)", "."),
    "STY001": joined_sentences,
    "STY005": replaced(f"{_WORD}لن{_END}", "سوف لن"),
}
"""By the code of the rule that must find it."""

_SINGULAR = {"أشخاص": "شخص", "أيام": "يوم", "سنوات": "سنة", "أشهر": "شهر", "ساعات": "ساعة"}
_SLIPS = {"لكن": "لاكن", "هذا": "هاذا", "ذلك": "ذالك", "هؤلاء": "هاؤلاء", "شيء": "شيئ", "مساء": "مساءا", "مسؤول": "مسؤل"}
