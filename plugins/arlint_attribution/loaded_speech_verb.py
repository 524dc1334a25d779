"""loaded-speech-verb: he claimed, where he said would do."""

from collections.abc import Iterator

from arlint import Document, Example, Finding, Measured, Rule, Text, Word, option
from arlint.arabic.speech import lemmas, saying, verb_forms

_NEXT = 6
"""Words after the verb among which أن stands."""
_THAT = frozenset("أن أنه أنها أنهم أننا أني أنني بأن بأنه بأنها بأنهم إن إنه إنها إنهم".split())


class LoadedSpeechVerb(Rule):
    """فعل قول فيه حكم على القائل: «زعم» و«ادعى» و«تذرع» تقول للقارئ: لا تصدقه. و«قال» لا تحكم بشيء. والأمر متروك للدار، فالقاعدة
    لا تعمل إلا إذا طُلبت.

    يُبلَّغ عن الفعل ماضيا ومضارعا إذا تبعته «أن» في حدود ست كلمات، لا عن الأسماء (مزاعم، الادعاء العام)، ولا عن كلام بين علامتي
    تنصيص. والأفعال المعنية في الخيار verbs، ويمكن أن يضاف إليها اعترف وأقر وتباهى.

    A verb of saying that judges the speaker: زعم, ادعى and تذرع tell the reader not to believe, while قال tells nothing. It is
    the house's decision, so the rule is off until asked for.

    Past and present forms are reported where أن follows within six words; nouns (مزاعم, الادعاء العام) and quoted words never.
    The option `verbs` says which verbs are meant; اعترف, أقر and تباهى may be added.
    """

    id = "loaded-speech-verb"
    code = "ATT006"
    title = Text("فعل قول محمّل بحكم", "Loaded reporting verb")
    message = Text("الفعل «{verb}» يحمل حكما على القائل؛ «قال» محايد، فاستعمله.", "«{verb}» judges the speaker; write «قال» (said).")
    level = "suggestion"
    default = False
    quoted = False

    measured = Measured(27, 29, 4338, "SaudiNewsNet, Jawhara, NTREX")

    verbs: list[str] = option(
        ["زعم", "ادعى", "تذرع", "تشدق", "تبجح"],
        ar="الأفعال التي يُبلَّغ عنها، بصيغة الماضي المفرد المذكر.",
        en="The verbs to report, in the past, third person singular masculine.",
    )

    good = (
        "قال الوزير إن الاتفاق جاهز.",
        "قال الادعاء العام إن المتهم فر.",
        "نفت الرياض صحة هذه المزاعم.",
        "قالت الشركة: «زعم المنافسون أننا أفلسنا».",
        "اعترف الحارس بأنه نام.",
        "ادعى المرض فغاب.",
    )
    bad = {
        "⟦وزعم⟧ الوزير أن الاتفاق جاهز.": None,
        "⟦وادعى⟧ المتحدث أن الصور مزيفة.": None,
        "⟦تزعم⟧ الحكومة أنها لم تتسلم الطلب.": None,
        "⟦ويَدّعي⟧ صاحب المتجر أنه لم ير أحدا.": None,
    }
    cases = (Example("⟦اعترف⟧ الحارس بأنه نام.", options={"verbs": ["اعترف"]}),)

    def lacking(self) -> Text | None:
        """Verbs that are not known, or not given in the form that names them: nothing would ever be found of them."""
        wrong = next((verb for verb in self.verbs if verb not in lemmas()), None)
        if wrong is None:
            return None
        if one := saying(wrong):
            ar, en = f"؛ هل تقصد «{one.lemma}»؟", f"; did you mean {one.lemma!r}?"
        else:
            ar, en = "؛ تُكتب الأفعال مثل زعم.", "; verbs are written like زعم."
        return Text(
            f"«{wrong}» في الخيار verbs للقاعدة {self.id} ليس فعل قول معروفا{ar}",
            f"{wrong!r} in option 'verbs' of rule {self.id!r} is no known verb of saying{en}",
        )

    def check(self, document: Document) -> Iterator[Finding]:
        """Every form of these verbs that introduces what somebody says."""
        for form in sorted(verb_forms(frozenset(self.verbs)) & document.vocabulary):
            for word in document.words_of(form):
                if _introduces(document, word):
                    yield self.found(word.start, word.end, verb=word.text)


def _introduces(document: Document, word: Word) -> bool:
    following: Word | None = word
    for _ in range(_NEXT):
        following = document.after(following) if following else None
        if following and following.form in _THAT:
            return True
    return False
