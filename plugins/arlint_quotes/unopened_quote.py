"""unopened-quote: a closing quotation mark that nothing has opened."""

from arlint import Document, Example, Finding, Measured, Text

from ._lonely import LonelyMark


class UnopenedQuote(LonelyMark):
    """علامة إغلاق لا تسبقها علامة فتح، فلا يُعرف أين بدأ الكلام المقتبس. كثيرا ما تبقى وحدها بعد حذف جزء من الكلام أو تحويله إلى كلام
    غير مباشر.

    تعمل مع القاعدة unclosed-quote: ما يُغلق اقتباسا فُتح في فقرة سابقة صحيح، وكذلك علامة البوصة بعد رقم (24"). وإذا كانت في الفقرة ثلاث
    علامات يصلح كل منها للإغلاق أُبلغ عن آخرها. ولا إصلاح آليا.

    A closing quotation mark with no opening one before it: where the quoted words begin is unknown. It is often left behind when a part
    of the quotation is cut, or turned into indirect speech.

    It is reckoned together with `unclosed-quote`: a mark that closes a quotation of an earlier paragraph is right, and so is an inch mark
    after a number (24"). Of three marks in a paragraph that could all close, the last one is reported. There is no fix.
    """

    id = "unopened-quote"
    code = "QUO002"
    title = Text("علامة إغلاق بلا فتح", "Closing mark without opening")
    message = Text(
        "علامة الإغلاق {mark} لا تسبقها علامة فتح؛ ضع علامة الفتح حيث يبدأ الكلام المقتبس، أو احذف هذه.",
        "The closing mark {mark} has no opening mark before it; put one where the quoted words begin, or delete this one.",
    )
    level = "error"
    yields_to = ("mojibake",)

    good = (
        'قال المدير: "بدأنا العمل منذ شهور.\nوسنواصل حتى النهاية".',
        'قال الوزير: "سنوقع".',
        'طول الأنبوب 24" وعرضه 12".',
        "أعلن (عبر «الإذاعة») أن الطريق مفتوح.",
        "قالت له: «قرأت في كتاب «الأيام»».",
        'قالت: "زرنا معرض "ألوان"".',
        "قال الشاهد: «سمعت صوتا قويا\" ثم غادر.",
        "ارتفع الماء 3' 6\" في الوادي.",
        "سأل الضيوف: و”هل يعود الفريق“؟ وكتب المراسل لـ”صدى الجبل”.",
        "كتب المراسل لـ»صدى الجبل» ولـ»الميناء« أمس.",
    )
    bad = {
        'مرر الكرة إلى "النمر" الذي سدد كرة قوية⟦"⟧.': None,
        "وذكر أن الاتفاق جاهز⟦»⟧. وغادر القاعة.": None,
        'قال الوزير الاتفاق سيوقع خلال أيام⟦"⟧، وغادر.': None,
        "وأوضح المدير أن العمل مستمر⟦”⟧.\n\nوغادر.": None,
        "غادر الوفد مساءً⟦«⟧.": None,
    }
    cases = (
        Example("# قال الوزير إننا جاهزون⟦»⟧\n\nوغادر **القاعة**.", None, format="markdown"),
        Example('اشترى شاشة 24⟦"⟧ ثم غادر "المتجر" الذي فيه "الهاتف 7".', None, {"inch_marks": False}),
        Example("قال المدير: لن نعود⟦›⟧.", None, {"single_quotes": True}),
    )

    measured = Measured(
        64, 65, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("والباقية تغلق اقتباسا امتد اثني عشر سطرا.", "The other one closes a quotation of twelve lines."),
    )  # fmt: skip

    def check(self, document: Document) -> list[Finding]:
        """Every closing mark without a partner."""
        return [
            self.found(mark.start, mark.end, mark=mark.text)
            for mark in self.lonely(document, "unopened")
        ]
