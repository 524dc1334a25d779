"""Why a package is not opened, in words that say what to do."""

from ..document import UnreadableError


def damaged() -> UnreadableError:
    """The error of what is no package, or not all of one."""
    return UnreadableError(
        "الحزمة تالفة أو مبتورة أو ليست من هذه الصيغة؛ افتح الملف في محرر النصوص واحفظه من جديد.",
        "The package is damaged, cut short or of another format; open the file in a word processor and save it again.",
    )


def encrypted() -> UnreadableError:
    """The error of a package that a password protects."""
    return UnreadableError(
        "الملف محمي بكلمة مرور أو محفوظ بصيغة قديمة (doc)؛ احفظه بلا كلمة مرور بصيغة docx أو odt.",
        "The file is protected by a password, or in an old format (.doc); save it without a password as .docx or .odt.",
    )


def bomb() -> UnreadableError:
    """The error of a package that would unpack to far more than it holds."""
    return UnreadableError(
        "تتضخم الحزمة عند فكها فوق ما يتضخم أي مستند (قنبلة ضغط)؛ لم يُفك الملف. تحقق من مصدره.",
        "The package would unpack to far more than any document does (a zip bomb); it was not unpacked. Check where it comes from.",
    )


def too_large(limit: int) -> UnreadableError:
    """The error of a text that takes up more than `limit` bytes."""
    size = f"{limit / 1e6:g}"
    return UnreadableError(
        f"نص المستند بعد فكه أكبر من الحد المسموح به ({size} ميغابايت)؛ قسّمه أو ارفع قيمة max-file-size في .arlint.yml.",
        f"Unpacked, the text is larger than the limit ({size} MB); split the document, or raise max-file-size in .arlint.yml.",
    )
