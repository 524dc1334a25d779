"""Options whose commands and modules most runs do not need: a run that neither repairs nor compares imports none of them."""

from ..rules import Text
from .arguments import Options

CHANGED: Options = {
    "--since": (
        Text(
            "ملاحظات الأسطر التي تغيّرت منذ هذا الإيداع أو الفرع وحدها (git).",
            "only findings on lines changed since this commit or branch (git).",
        ),
        {"metavar": "REF"},
    ),
    "--staged": (
        Text(
            "ملاحظات الأسطر التي تغيّرت في الإيداع القادم وحدها، كما هي في الفهرس (git add).",
            "only findings on lines that are staged (git).",
        ),
        {"action": "store_true"},
    ),
}
"""The options by which a part of a project is chosen."""

BASELINE: Options = {
    "--baseline": (
        Text("ملف الملاحظات المقبولة، بدلا من .arlint-baseline.json.", "file of accepted findings, instead of .arlint-baseline.json."),
        {"metavar": "FILE"},
    ),
    "--no-baseline": (Text("تجاهل ملف الملاحظات المقبولة.", "ignore the accepted findings."), {"action": "store_true"}),
}
"""The options of commands that use a baseline."""

FIXES: Options = {
    "--unsafe-fixes": (
        Text("إجراء الإصلاحات التي تحتاج إلى مراجعة أيضا.", "make the fixes that need review, too."),
        {"action": "store_true"},
    ),
    "--diff": (
        Text("عرض ما ستغيّره الإصلاحات، دون كتابة شيء.", "show what the fixes would change, and write nothing."),
        {"action": "store_true"},
    ),
    "--show-fixes": (Text("عرض كل إصلاح أُجري.", "show every fix that was made."), {"action": "store_true"}),
    "--exit-non-zero-on-fix": (
        Text("رمز الخروج 1 إن أُصلح شيء، ولو لم يبق شيء.", "exit with 1 if anything was fixed, even if nothing is left."),
        {"action": "store_true"},
    ),
}
"""The options of fixing."""

COMMENTS: Options = {
    "--add-suppressions": (
        Text("كتابة تعليق يُسكت كل ملاحظة، بصيغة تعليقات الملف.", "write a comment that silences each finding, in the syntax of the file."),
        {"action": "store_true"},
    ),
    "--reason": (Text("سبب يُكتب في هذه التعليقات.", "the reason to give in these comments."), {"metavar": "TEXT"}),
    "--until": (Text("آخر يوم تسري فيه، مثل 2027-01-31.", "the last day on which they hold, as 2027-01-31."), {"metavar": "DATE"}),
}
"""The options of adding comments."""
