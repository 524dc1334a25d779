"""initial-hamza: الامم، اعلان، الى."""

from collections.abc import Iterator
from functools import cached_property, partial

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.lazy import regex
from arlint.arabic.noticed import Noticed
from arlint.arabic.numerals import DIGIT
from arlint.arabic.remembered import Remembered
from arlint.arabic.respelling import Respelling, respelling

from ._initial_hamza import FAMILY, OWNED, hamza_lists, lacking, rights
from ._letter_names import is_spelled_out

_SHADDA = "\u0651"
_FORBIDDING = frozenset(("انه", "وانه", "فانه"))
_FORBIDDEN = frozenset("المنكر الفحشاء الهوى الباطل الشر المعاصي".split())
_THOUSANDS, _LETTER_F = "الاف", regex(f"[ \u00a0]?[-–]?(?:[{DIGIT}]|[اأإ]م(?!\\w))")
"""آلاف without its hamza, and what shows that it names a letter: مقاتلات الاف 16, إذاعة الاف ام."""


class InitialHamza(Rule):
    """كلمة أولها همزة قطع كُتبت بلا همزة: «الامم»، «اعلان»، «الى». هذا أكثر الأخطاء الإملائية شيوعا، وهو يبدّل نتائج البحث ويجعل النص
    يبدو كأنه لم يُحرَّر. تُفحص الكلمة مع ما يتصل بها من حروف (و، ف، ب، ل، ك، ال)، ولا تُفحص إلا كلمات معجم لا تُكتب في الصحافة
    المحررة إلا بالهمزة، وأدوات مثل «الى» و«او» و«اذا».

    لا يُبلَّغ عن ألف الوصل (اجتماع، استثمار، اسم)، ولا عن كلمة أولها حرف من أصلها (واحد، وافق)، ولا عن أسماء الحروف اللاتينية (سي ان ان).
    ويُبلَّغ عن «فان» و«وان» و«بان» قبل اسم بـ«ال» أو ضمير ونحوه فقط، فقد تكون في غير ذلك أسماء. والإصلاح يضيف الهمزة ويبقي ما سواها؛
    أما ما يحتمل قراءتين (ان: أن أو إن، اعلام: إعلام أو أعلام) فيُترك للمحرر.

    A word that begins with a hamza and is written without it: الامم, اعلان, الى. It is the commonest slip in Arabic copy; it changes
    search results and makes a text look unedited. Words are found with the particles attached to them, and only words of a lexicon that
    edited news always writes with the hamza, and function words such as الى, او, اذا.

    Left alone are the wasl alif (اجتماع, استثمار, اسم), words whose first letter only looks like a particle (واحد, وافق), and names of
    Latin letters (سي ان ان). فان, وان and بان are reported only before a noun with ال, a pronoun or the like; elsewhere they may be
    names. The fix adds the hamza and keeps everything else; where two words are possible (ان may be أن or إن, اعلام may be إعلام or
    أعلام) the choice is the editor's.
    """

    id = "initial-hamza"
    code = "ORT001"
    title = Text("همزة قطع ناقصة", "Missing initial hamza")
    message = Text("همزة القطع ناقصة: اكتب «{right}».", "The hamza is missing: write «{right}».")
    messages = {
        "either": Text(
            "همزة القطع ناقصة: اكتب «{right}» أو «{other}»، بحسب المعنى.",
            "The hamza is missing: write «{right}» or «{other}», by the sense.",
        )
    }
    level = "error"
    yields_to = ("common-misspelling", "glued-words", "house-spelling", "inconsistent-spelling", "mixed-script-word")

    words: list[str] = option(
        [],
        ar="كلمات أخرى تُكتب بهمزة قطع في أولها، كما ينبغي أن تُكتب.",
        en="Further words that begin with a hamza, written as they should be.",
    )
    particles: bool = option(True, ar="فحص الأدوات أيضا (الى، او، اذا).", en="Also check function words (الى, او, اذا).")
    max_per_group: int = option(
        3, ar="أكثر ما يُعرض من المواضع المتماثلة في الملف؛ 0 لعرضها كلها.", en="Most findings alike that are shown of a file; 0 shows all."
    )

    good = (
        "واحد من المتسابقين وافق على العرض وواصل التدريب.",
        "للبلاد مدنها وولاياتها، ولكل من ولاياتها لون، والإصابات التي لازمتهم عام كامل شفيت.",
        "في وادان واديان وسوق للفاصولية، وتأكل الأسرة فاصولية كل يوم، وللأغنية لازمات، والبلدان فاعلان، وعينت والية للجهة.",
        "سجل فان دايك هدف الفوز، وتعادل بان مع منافسه.",
        "الاجتماع والاتفاق والاقتصاد والاستثمار",
        "وصلت مقاتلات الاف 16، وقالت إذاعة الاف ام ذلك، ونفى الاف بي آي الخبر، وبثته الام بي سي والسي ان ان.",
        "بثت سي ان ان المقابلة، ونفت بي ان سبورت الخبر، ونقلت وكالةسي ان ان ذلك.",
        "لعب الفريق مع انتر ميامي، وحضر اجتماعه واستقبالهم وانتخاباتها.",
        "تعافى من اصابته وبادلته التحية بكاميرته امتنانا له.",
        "كتب ا\u0654حمد ا\u0655لى الا\u0654مين عن القرا\u0653ن.",
        "احمرّ الأفق وابيضَّ الشعر.",
        "الأبابيل: الجماعات، واحدها إبالة؛ وما ابيض فوداه حتى اسود ليله، وكلما احمر البسر.",
        "احمر وجهه خجلا، ثم قال: احمد ربك واقصرها على خمس، فقد واسوا أهله، وأمر بالمعروف وانه عن المنكر.",
        "التقت والية نابل فاعلان في الزراعة عند ملتقى واديان، وأكلا فاصولية خضراء وصورا بكاميرة وكاميرة أخرى قرب وادان.",
        "أعلنت الأمم المتحدة أن الأمين العام سيزور إيران.",
        "المحتكم إلى القانون والمحتاج إليه، وما لهم من المنتج والمنجز.",
        "وبالغت الصحف في خبر كاميرات الميناء، ومازالت تعيده.",
    )
    bad = {
        "أعلن ⟦الامين⟧ العام ⟦للامم⟧ المتحدة الخطة.": "أعلن الأمين العام للأمم المتحدة الخطة.",
        "قال ⟦انه⟧ سيعود ⟦اذا⟧ طلب منه ذلك، ويرى ⟦ان⟧ والدي محق.": "قال انه سيعود إذا طلب منه ذلك، ويرى ان والدي محق.",
        "رفعت ⟦اسعارها⟧ ⟦وادارتهم⟧ تعلم، ثم ⟦ابلغتهم⟧ بذلك.": "رفعت أسعارها وإدارتهم تعلم، ثم أبلغتهم بذلك.",
        "سافر ⟦الى⟧ قريته ⟦وايضا⟧ زار تونس.": "سافر إلى قريته وأيضا زار تونس.",
        "وقعت ⟦المانيا⟧ مع ⟦الالمانية⟧ عقدا ⟦لالغاء⟧ الرسوم.": "وقعت ألمانيا مع الألمانية عقدا لإلغاء الرسوم.",
        "خلاف في ⟦ان⟧ يبقى ⟦او⟧ يرحل.": "خلاف في ان يبقى أو يرحل.",
        "زار الأمير ⟦ال⟧ سعود مجلس ⟦الامن⟧، ودفع ⟦الف⟧ ريال ⟦واكد⟧ ذلك.": "زار الأمير آل سعود مجلس الامن، ودفع ألف ريال وأكد ذلك.",
        "عقد ⟦اخواننا⟧ اجتماعا في ⟦الاونة⟧ ⟦الاتية⟧، والترتيب ⟦كالاتي⟧: ⟦ارجاع⟧ ⟦الالقاب⟧ ثم ⟦اضخم⟧ الجوائز.": (
            "عقد إخواننا اجتماعا في الآونة الآتية، والترتيب كالآتي: إرجاع الألقاب ثم أضخم الجوائز."
        ),
        "سمع القاضي ⟦اقوال⟧ الشهود ⟦وارجأ⟧ الحكم، وفي شمال ⟦افريقيا⟧ صدرت ⟦احكام⟧ مماثلة.": (
            "سمع القاضي أقوال الشهود وأرجأ الحكم، وفي شمال افريقيا صدرت احكام مماثلة."
        ),
        "شارك ⟦الاف⟧ الطلاب، ووصل 3 ⟦الاف⟧ زائر، ومعهم ⟦الاف⟧ الهواة من قرى ⟦الام⟧.": (
            "شارك آلاف الطلاب، ووصل 3 آلاف زائر، ومعهم آلاف الهواة من قرى الام."
        ),
        "ذكر التقرير ⟦بان⟧ الطريق مغلق، ⟦فان⟧ هذا يعني التأخير.": "ذكر التقرير بأن الطريق مغلق، فإن هذا يعني التأخير.",
    }
    cases = (
        Example("عاد الى القرية وزار ⟦الامازون⟧.", "عاد الى القرية وزار الأمازون.", {"words": ["أمازون"], "particles": False}),
        Example("في ⟦الاِدارة⟧ ⟦الاخـيرة⟧", "في الإِدارة الأخـيرة"),
    )

    measured = Measured(121, 121, 4338, "SaudiNewsNet, Jawhara, NTREX")

    @cached_property
    def cues(self) -> Noticed[tuple[str, ...]]:
        """What forms that lack their hamza may be; nouns are read through attached particles."""
        particles = hamza_lists()["particles"] if self.particles else {}
        table = hamza_lists()["qat"] | lacking(self.words)
        watched = frozenset((*table, *particles))
        judge = partial(rights, particles, table)
        return Noticed(lambda fresh: (*fresh.ending_in_stems(watched), *fresh.matching(OWNED)), judge, watched)

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word of the tables that stands without its hamza."""
        found = self.cues.held(document.vocabulary)
        if found:
            particles, verbs = hamza_lists()["particles"], hamza_lists()["verbs"]
            for word in document.words_among(found):
                form = word.form
                if _is_particle(document, word) if form in particles else not (form in verbs and _is_verb(document, word)):
                    yield self._found(word)

    def _found(self, word: Word) -> Finding:
        text, at, form = word
        rights, (start, end, letters) = self._slips[form]
        if len(rights) > 1:
            return self.found(at, word.end, variant="either", right=rights[0], other=rights[1])
        edit = Edit(at + start, at + end, letters) if text == form else Edit(*respelling(text, rights[0], at))
        return self.found(at, at + len(text), edit, right=rights[0])

    @cached_property
    def _slips(self) -> Remembered[tuple[tuple[str, ...], Respelling]]:
        """How a form is written right, and what that changes of it: most words are written as their forms."""
        return Remembered(lambda form: (self.cues[form], respelling(form, self.cues[form][0])))


def _is_particle(document: Document, word: Word) -> bool:
    """Whether a form of the table of particles is none of the other words that are written so."""
    if is_spelled_out(document, word) or (word.form in _FORBIDDING and _forbids(document, word)):
        return False
    if word.form == _THOUSANDS and _LETTER_F.match(document.text, word.end):
        return False
    if word.form == FAMILY:
        following = document.after(word)
        return following is not None and following.form in hamza_lists()["families"]
    return word.form not in hamza_lists()["before_clause"] or _opens_clause(document, word)


def _forbids(document: Document, word: Word) -> bool:
    """Whether انه is no particle but `forbid`: وأمر بالمعروف وانه عن المنكر."""
    first = document.after(word)
    second = document.after(first) if first else None
    return first is not None and second is not None and first.form == "عن" and second.form in _FORBIDDEN


def _is_verb(document: Document, word: Word) -> bool:
    """Whether its shadda, or what follows, shows that a word is a verb with a wasl alif: احمرّ, احمر وجهه."""
    starts = hamza_lists()["verbs"][word.form]
    if _SHADDA in document.source.text[slice(*document.sourcemap.span(word.start, word.end))][-2:]:
        return True
    before, following = document.before(word), document.after(word)
    if before is not None and before.form in hamza_lists()["colour_openers"] and word.form in hamza_lists()["colours"]:
        return True
    return following is not None and following.form.startswith(starts)


def _opens_clause(document: Document, word: Word) -> bool:
    """Whether a noun with ال, a pronoun, a demonstrative or the like comes next, as after فإن and بأن."""
    following = document.after(word)
    return following is not None and (following.form.startswith("ال") or following.form in hamza_lists()["openers"])
