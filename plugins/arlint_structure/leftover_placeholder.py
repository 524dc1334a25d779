"""leftover-placeholder: XXX, TODO, ؟؟؟, [صورة …] and merge conflicts left in the text."""

from arlint import Example, Measured, Pattern, PatternRule, Text


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
        Pattern(r"(?<![\w-])TK(?:TK)*(?![\w-]| ?\d)", needs="TK"),
        Pattern(r"(?<![\w-])TBC(?![\w-])", needs="TBC"),
        Pattern(r"(?<![\w-])TODO(?![\w-])", needs="TODO"),
        Pattern(r"(?<![\w-])FIXME(?![\w-])", needs="FIXME"),
        Pattern(r"لوريم إيبسوم", needs="لوريم"),
        Pattern(r"[Ll]orem ipsum", needs="ipsum"),
        Pattern(r"//[ \t]*(?:انتهى|إنتهى|يتبع)[ \t]*//", needs="//"),
        Pattern(r"(?<!\S)تابع[ \t]*(?:\.{2,}|>>|--)[ \t]*$", needs="تابع"),
        Pattern(r"(?<!\S)يتبع[ \t]*(?:\.{2,}|>>|--)[ \t]*$", needs="يتبع"),
        Pattern(r"^[ \t]*انتهى[ \t]*(?:\.{2,}|>>|--)[ \t]*$", needs="انتهى"),
        Pattern(r"^[ \t]*إنتهى[ \t]*(?:\.{2,}|>>|--)[ \t]*$", needs="إنتهى"),
        Pattern(r"\[[ \t]*(?:(?:صورة|فيديو|تحديث)[ \t]+\S|رابط|اسم|لقب|تاريخ|رقم|سيتم|ضع|أضف)[^\]\n]{0,80}\]", needs="["),
        Pattern(r"يرجى[ \t]+(?:إضافة|اضافة|إدراج)", needs="يرجى"),
        Pattern(r"الرجاء[ \t]+(?:إضافة|اضافة|إدراج)", needs="الرجاء"),
        Pattern(r"[\[(][ \t]*يرجى[ \t]+(?:مراجعة|تحديث|التأكد)[^\])\n]{0,80}[\])]", needs="يرجى"),
        Pattern(r"[\[(][ \t]*الرجاء[ \t]+(?:مراجعة|تحديث|التأكد)[^\])\n]{0,80}[\])]", needs="الرجاء"),
        Pattern(r"(?<!\S)؟{3,}(?!\S)", needs="؟؟؟"),
        Pattern(r"(?<!\S)\?{4,}(?!\S)", needs="????"),
        Pattern(r"^<{7} \S[^\n]*", needs="<<<<<<<"),
        Pattern(r"^>{7} \S[^\n]*", needs=">>>>>>>"),
        Pattern(r"^={7}$", needs="======="),
        Pattern(r"(?<!\S)عاجل[ \t]*[:\uff1a][ \t]*$", needs="عاجل"),
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
        "==========",
    )
    bad = {
        "قال الوزير ⟦XXX⟧ إن القرار صدر.": None,
        "سجل المدافع ⟦؟؟؟⟧ الهدف الأول.": None,
        "⟦[صورة الوزير هنا]⟧": None,
        "⟦[اسم المصدر]⟧ قال إن الاجتماع تأجل.": None,
        "وصل الوفد مساء أمس إلى العاصمة. ⟦//انتهى//⟧": None,
        "⟦يرجى إضافة⟧ تاريخ الميلاد.": None,
        "⟦<<<<<<< HEAD⟧\nوصل الوفد.\n⟦=======⟧\nعاد الوفد.\n⟦>>>>>>> main⟧\n⟦انتهى...⟧": None,
        "⟦عاجل:⟧": None,
    }
    cases = (Example("كلمة السر `TODO`", format="markdown"),)
