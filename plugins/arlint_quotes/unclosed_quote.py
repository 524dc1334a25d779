"""unclosed-quote: an opening quotation mark that is never closed."""

from arlint import Document, Example, Finding, Measured, Piece, Related, Text
from arlint.arabic.lazy import regex

from ._lonely import LonelyMark

_SENTENCE_END = regex(r"[.؟!…](?!\S)|(?=\s*\Z)")
_HERE = Text("هنا تنتهي الجملة التي فُتحت فيها العلامة.", "The sentence in which the mark is opened ends here.")


class UnclosedQuote(LonelyMark):
    """علامة تنصيص مفتوحة لا يقابلها إغلاق، فلا يعرف القارئ أين ينتهي كلام القائل وأين يبدأ كلام المحرر؛ وهذا شأن قانوني لا طباعي فحسب.

    يُستدل على اتجاه العلامة من جوارها، لأن العلامة " لا اتجاه لها ولأن “ و« كثيرا ما تنقلب في النص العربي. ولا يُبلَّغ عن اقتباس يمتد عدة
    فقرات ويُغلق بعدها (max_paragraphs) ما لم يُستأنف السرد بمثل «وأضاف»، ولا عن اقتباس تبدأ كل فقرة منه بعلامة فتح ولا تُغلق إلا آخرها، ولا
    عن علامة البوصة بعد رقم (55")، ولا عن دقائق الإحداثيات، ولا عن علامة وحدها بين قوسين تُذكر ولا تُستعمل. وإذا أُغلق الاقتباس بعلامة من
    نوع آخر («نعم") فتلك مسألة inconsistent-quote-style. ولا إصلاح آليا: لا يعرف موضع الإغلاق إلا المحرر.

    An opening quotation mark without a closing one: the reader cannot see where the speaker's words end and the newsroom's begin, which is
    a legal matter and not only a typographic one.

    The direction of a mark is read from its neighbours, since `"` has none and `“` and `«` are often turned round in Arabic text. Left
    alone are quotations that run on over several paragraphs and are closed later (`max_paragraphs`), unless reporting has resumed in
    between (وأضاف …); quotations of which every paragraph begins with an opening mark and only the last one is closed; inch marks after a
    number (55"); minutes and seconds of coordinates; a mark that stands alone in brackets, which only names it. A quotation that is closed
    by a mark of another kind («نعم") is a matter for `inconsistent-quote-style`. There is no fix: only the editor knows where the quoted
    words end.
    """

    id = "unclosed-quote"
    code = "QUO001"
    title = Text("علامة تنصيص غير مغلقة", "Unclosed quotation mark")
    message = Text(
        "علامة التنصيص {mark} مفتوحة ولم تُغلق؛ أغلقها حيث ينتهي الكلام المقتبس.",
        "The quotation mark {mark} is opened and never closed; close it where the quoted words end.",
    )
    level = "error"
    yields_to = ("mojibake",)

    good = (
        'قال المدير: "بدأنا الترميم منذ شهور.\nولم نتلق أي دعم حتى الآن.\nوسنواصل حتى النهاية".',
        'قال المدير: "بدأنا الترميم منذ شهور.\n"ولم نتلق أي دعم حتى الآن".',
        'قال المدير: "بدأنا ترميم "البيت الكبير" منذ شهور.\nوسيفتح متحف "البيت الكبير" قريبا.\nوسنواصل حتى النهاية".',
        "قال المدير: «انتهينا من الأولى.\nوبقيت الثانية». وأضاف: «سنبدأ بها غدا.\nثم نستريح».",
        'عرض المتجر شاشة قياس 55" من الفئة الأولى.',
        'اشترى شاشة 24" وأخرى 32" ثم غادر "المتجر الكبير".',
        'قالت الشركة إن "شاشة 24" الجديدة ستباع قريبا".',
        'قال" إن الأمر انتهى ".',
        "وصل مراسل L'Express إلى القاعة.",
        "سأل الضيوف: و”هل يعود الفريق“؟",
        "كتبت لـ»الأخبار« عن الحفل.",
        "كتب المراسل لـ”صدى الجبل” ولـ»الميناء» أمس.",
        "قال الشاهد: «سمعت صوتا قويا\" ثم غادر.",
        "تقع القرية عند خط العرض 33°20′15″ شمالا.",
        'قال المدرب (وهو يبتسم "كعادته") إن الفريق جاهز.',
        'أحط الكلمة بعلامتي التنصيص (") من جانبيها.',
        'The minister said "we are ready" and left the hall with his team.',
    )
    bad = {
        'قال الوزير إن ⟦"⟧الاتفاق سيوقع خلال أيام.': None,
        "وأضاف: ⟦«⟧لن نتراجع عن موقفنا. وتابع أن الوفد سيغادر غدا.": None,
        'قال إن ⟦"⟧العقد جاهز.\nوأضاف أن "الوفد سيغادر غدا".': None,
        'ذكر ⟦"⟧المتحدث أن "الجسر" و"النفق" مفتوحان.': None,
        "وقال لـ⟦”⟧الأنباء إن الموسم انتهى.": None,
        'قال: ⟦"⟧انتهى الأمر.\r\nوغادر القاعة.\r\n': None,
        '- قال المدير: ⟦"⟧سنعود غدا.\n- غادر الجميع.': None,
    }
    cases = (
        Example("| القول | القائل |\n|---|---|\n| ⟦«⟧عدنا | سامي» |\n", format="markdown"),
        Example("> قالت المعارضة: ⟦«⟧الوعود لا تطعم أحدا.\n\nنفى المدير» ذلك.", format="markdown"),
        Example('قال: ⟦"⟧بدأنا.\nوعملنا.\nونجحنا".', None, {"max_paragraphs": 1}),
        Example("قال: ‹لن نعود.", None),
        Example("قال: ⟦‹⟧لن نعود.", None, {"families": ["single"]}),
        Example("قال: ⟦‹⟧لن نعود.", None, {"single_quotes": True}),
        Example("> قال المدير: ⟦«⟧سنعود غدا.\n\nثم غادر.", None, format="markdown"),
    )

    measured = Measured(
        68, 69, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "والخاطئة في نص مترجم كُتبت كل جملة منه في سطر، فامتد الاقتباس اثني عشر سطرا.",
            "The wrong one is in translated text with a line for each sentence: the quotation runs over twelve.",
        ),
    )  # fmt: skip

    def check(self, document: Document) -> list[Finding]:
        """Every opening mark without a partner."""
        return [
            self.found(mark.start, mark.end, related=_sentence_end(document, mark), mark=mark.text)
            for mark in self.lonely(document, "unclosed")
        ]


def _sentence_end(document: Document, mark: Piece) -> list[Related]:
    block = document.block_at(mark.start)
    end = _SENTENCE_END.search(document.text, mark.end, block.end) if block else None
    return [Related(end.start(), end.end(), _HERE)] if end else []
