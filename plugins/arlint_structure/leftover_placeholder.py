"""leftover-placeholder: XXX, TODO, ؟؟؟, [صورة …] and merge conflicts left in the text."""

from arlint import Example, Measured, Pattern, PatternRule, Text

_MISSING = (
    r"(?=[ \t\u00a0]*(?:(?:ال)?(?:صور|نص|عنوان|مصدر|مصادر|تاريخ|رابط|روابط|اسم|أسماء|فقر|اقتباس|تفاصيل|رقم|أرقام|وصف|محتوى|معلومات|بيانات"
    r"|هنا|مقدمة|خاتمة|ترجمة|جدول|تصريح|خلفية|مرجع|مراجع)|[.…\])]|$))"
)
"""What a writer leaves for later; a recipe asks for salt: يرجى إضافة الملح."""


class LeftoverPlaceholder(PatternRule):
    """نص مؤقت نُسي قبل النشر: XXX، أو TK أو TODO، أو لوريم إيبسوم، أو ؟؟؟ وحدها مكان قيمة مجهولة، أو [صورة الوزير هنا]، أو «يرجى إضافة»، أو
    علامة «// انتهى //»، أو أثر دمج الملفات. لا يُبلَّغ عما كان داخل اقتباس (فيلم «XXX») ولا عما كان شيفرة. ولا إصلاح آليا: المحرر وحده يعرف
    ما ينبغي أن يكون هنا.

    Text that was meant to be replaced before publication: XXX, TK or TODO, lorem ipsum, ؟؟؟ alone for an unknown value, [صورة الوزير
    هنا], «يرجى إضافة», the agency's `// انتهى //`, or what a merge of files left behind. Quotations (the film "XXX") and code are left
    alone. There is no fix: only the editor knows what belongs here.
    """

    id = "leftover-placeholder"
    code = "STR002"
    title = Text("نص مؤقت متروك", "Leftover placeholder")
    message = Text("نص مؤقت متروك: «{found}»؛ ضع النص مكانه أو احذفه.", "A placeholder was left: «{found}»; fill it in or delete it.")
    level = "error"
    quoted = False
    any_language = True

    patterns = (
        Pattern(r"(?<!\S)X{3,}(?!\S)", needs="XXX"),
        Pattern(r"(?<![\w-])TK(?:TK)*(?![\w-]| ?\d| [A-Z])", needs="TK"),
        Pattern(r"(?<![\w-])(?<!بنك )TBC(?![\w-]| [A-Z])", needs="TBC"),
        Pattern(r"(?<![\w-])TBD(?![\w-]| [A-Z])", needs="TBD"),
        Pattern(r"(?<![\w-])TODO(?![\w-])", needs="TODO"),
        Pattern(r"(?<![\w-])FIXME(?![\w-])", needs="FIXME"),
        Pattern(r"لوريم[ \u00a0]إيبسوم", needs="لوريم"),
        Pattern(r"[Ll]orem[ \u00a0]ipsum", needs="ipsum"),
        Pattern(r"//[ \t\u00a0]*(?:[اإ]نتهـ*ى|يتبـ*ع)[ \t\u00a0]*//", needs="//"),
        Pattern(r"(?<!\S)تابع[ \t\u00a0]*(?:\.{2,}|>>|--)[ \t\u00a0]*$", needs="تابع"),
        Pattern(r"(?<!\S)يتبع[ \t\u00a0]*(?:\.{2,}|>>|--)[ \t\u00a0]*$", needs="يتبع"),
        Pattern(r"^[ \t\u00a0]*انتهى[ \t\u00a0]*(?:\.{2,}|>>|--)[ \t\u00a0]*$", needs="انتهى"),
        Pattern(r"^[ \t\u00a0]*إنتهى[ \t\u00a0]*(?:\.{2,}|>>|--)[ \t\u00a0]*$", needs="إنتهى"),
        Pattern(r"\[[ \t\u00a0]*(?:(?:صورة|فيديو|تحديث)[ \t\u00a0]+(?!أرشيف|توضيحي|تعبيري)\S|رابط|سيتم|ضع|أضف)[^\]\n]{0,80}\]", needs="["),
        Pattern(r"\[[ \t\u00a0]*(?:اسم(?!\S* مستعار| حركي)|لقب|تاريخ(?! الطبري| ابن)|رقم)[^\]\n\d،]{0,80}\]", needs="["),
        Pattern(r"\[[ \t\u00a0]*[يت]ضاف(?!\w|[ \u00a0]+إلى[ \u00a0]+(?:ذلك|هذا))[^\]\n]{0,80}\]", needs="["),
        Pattern(r"\[[ \t\u00a0]*(?:(?:يراجع|للمراجعة|للتأكد|تحقق[ \u00a0]من)(?!\w)|(?:ال)?مصدر[ \u00a0]?؟)[^\]\n]{0,80}\]", needs="["),
        Pattern(r"\((?:ال)?مصدر[ \u00a0]?؟\)", needs="؟)"),
        Pattern(r"\[object Object\]", needs="[object"),
        Pattern(r"هذا[ \u00a0]نص[ \u00a0]تجريبي", needs="تجريبي"),
        Pattern(rf"يرجى[ \t\u00a0]+(?:إضافة|اضافة|إدراج){_MISSING}", needs="يرجى"),
        Pattern(rf"الرجاء[ \t\u00a0]+(?:إضافة|اضافة|إدراج){_MISSING}", needs="الرجاء"),
        Pattern(r"[\[(][ \t\u00a0]*يرجى[ \t\u00a0]+(?:مراجعة|تحديث|التأكد)[^\])\n]{0,80}[\])]", needs="يرجى"),
        Pattern(r"[\[(][ \t\u00a0]*الرجاء[ \t\u00a0]+(?:مراجعة|تحديث|التأكد)[^\])\n]{0,80}[\])]", needs="الرجاء"),
        Pattern(r"(?<!\S)؟{3,}(?!\S)", needs="؟؟؟"),
        Pattern(r"(?<!\S)\?{4,}(?!\S)", needs="????"),
        Pattern(r"^<{7} \S[^\n]*", needs="<<<<<<<"),
        Pattern(r"^>{7} \S[^\n]*", needs=">>>>>>>"),
        Pattern(r"^={7}$", needs="======="),
        Pattern(r"(?<!\S)عاجل[ \t\u00a0]*[:\uff1a][ \t\u00a0]*$", needs="عاجل"),
    )

    measured = Measured(
        61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "178 ملاحظة، وكلها تقريبا «// انتهى //» في برقيات لم تُحرَّر.",
            "178 findings, nearly all of them «// انتهى //» in raw wire copy.",
        ),
    )  # fmt: skip

    good = (
        "هل وصل؟ نعم.",
        'عرضت القاعة فيلم "XXX" للمخرج روب كوهين.',
        "هل يُعقل؟؟؟ سأل أحدهم.",
        "يحمل الطريق رقم TK 1980 على الخريطة.",
        "عاجل: وصل الوفد إلى العاصمة.",
        "ورد ذلك [تاريخ الطبري، ج 2] وفي غيره [رقم 12]، وافتتح متجر TK Maxx، وقالت هدى [اسم مستعار] نعم.",
        "يرجى إضافة الملح حسب الذوق، ثم يرجى إضافة الطلب إلى السلة.",
        "قال: «[تحقق] الحلم و[تحققت] الأماني، و[تضافرت] الجهود، [يضاف إلى ذلك] أننا فزنا».",
        "نشرت [تحقيق سامي نصار] الطبعة الثانية، وسأل المذيع (من المصدر؟) ثم غادر.",
        "==========",
    )
    bad = {
        "قال الوزير ⟦XXX⟧ إن القرار صدر.": None,
        "سجل المدافع ⟦؟؟؟⟧ الهدف الأول.": None,
        "⟦[صورة الوزير هنا]⟧": None,
        "⟦[اسم المصدر]⟧ قال إن الاجتماع تأجل.": None,
        "⟦[تحقق من الرقم]⟧ ⟦[تضاف]⟧": None,
        "⟦[يُضاف تصريح الوزير]⟧ وارتفع السعر ⟦(المصدر؟)⟧ إلى ⟦TBD⟧.": None,
        "وصل الوفد مساء أمس إلى العاصمة. ⟦//انتهى//⟧": None,
        "وصل الوفد مساء أمس إلى العاصمة.\n⟦// انتهـــى //⟧": None,
        "⟦يرجى إضافة⟧ تاريخ الميلاد، ثم ⟦[صورة\u00a0الوزير]⟧.": None,
        "⟦<<<<<<< HEAD⟧\nوصل الوفد.\n⟦=======⟧\nعاد الوفد.\n⟦>>>>>>> main⟧\n⟦انتهى...⟧": None,
        "⟦عاجل:⟧": None,
    }
    cases = (Example("كلمة السر `TODO`", format="markdown"),)
