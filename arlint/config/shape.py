"""Every setting of `.arlint.yml`: its type, its default and what it is for."""

from typing import Literal

from ..rules import Text
from .house_style import HOUSE_STYLE
from .setting import Fields, Setting
from .settings import DEFAULTS

Strings = str | list[str]
"""A list of strings; a single string is a list of it."""

EXTENDS = Setting(
    "extends",
    Strings,
    Text(
        "إعدادات جاهزة وملفات يُبنى عليها؛ اللاحق يغلب السابق، وهذا الملف يغلبها كلها.",
        "Presets and files to build upon; later ones win, and this file wins over them all.",
    ),
    (),
    example="[default]",
)
SELECT = Setting(
    "select",
    Strings,
    Text(
        "القواعد المفعّلة، بدلا من المفعّلة افتراضيا: أسماء أو رموز أو فئات أو أنماط.",
        "The rules that are on, in place of the defaults: ids, codes, categories or globs.",
    ),
    (),
    example='[duplicate-paragraph, QUO, "*-quote"]',
)
IGNORE = Setting(
    "ignore",
    Strings,
    Text("القواعد المعطّلة: أسماء أو رموز أو فئات أو أنماط.", "Rules that are off: ids, codes, categories or globs."),
    (),
    example="[headline-length]",
)
RULES = Setting(
    "rules",
    dict,
    Text(
        "لكل قاعدة: off أو on أو مستوى، أو جدول فيه level وخيارات القاعدة. وما له جدول مفعّل. والجدول الذي فيه extends يعرّف قاعدة.",
        "For each rule: off, on, a level, or a mapping with a level and options of the rule. A rule that is given a mapping is on. "
        "A mapping with 'extends' defines a rule.",
    ),
    {},
    example="unclosed-quote: warning\nheadline-length: {level: warning, max: 80}\nNUM: suggestion",
)
HOUSE = Setting(
    "house_style",
    HOUSE_STYLE,
    Text("أسلوب الدار، وتأخذ منه القواعد خياراتها.", "The house style, from which rules take their options."),
    {},
)
VOCABULARY = Setting(
    "vocabulary",
    Strings,
    Text(
        "قوائم الدار (YAML أو CSV): ما يُكتب وما لا يُكتب والسبب والاختبارات؛ مساراتها نسبة إلى هذا الملف.",
        "Lists of the house (YAML or CSV): what it says, what it does not, why, and tests; paths are relative to this file.",
    ),
    (),
    example="[style/words.yml]",
)
STYLES = Setting(
    "styles",
    Strings,
    Text(
        "مجلدات القواعد المكتوبة بلغة YAML أو ملفاتها؛ وإن لم تُذكر قُرئ مجلد rules/ بجانب هذا الملف.",
        "Folders or files of rules in YAML; where none is named, rules/ beside this file is read.",
    ),
    (),
    example="[rules/]",
)
ACCEPT = Setting(
    "accept",
    Strings,
    Text(
        "كلمات تقبلها كل القواعد المكتوبة بلغة YAML، أو ملفات txt فيها كلمة في السطر.",
        "Words that all rules in YAML accept, or txt files of them, one a line.",
    ),
    (),
    example="[GitHub]",
)
REJECT = Setting(
    "reject",
    Strings,
    Text("كلمات لا تُقبل أبدا، أو ملفات txt فيها كلمة في السطر.", "Words that are never accepted, or txt files of them, one a line."),
    (),
    example="[جدا جدا]",
)
PATHS = Setting("paths", Strings, Text("أنماط المسارات، كما في ملف gitignore.", "Patterns of paths, as in .gitignore."), (), required=True)
FIELDS = Setting(
    "fields",
    str | list[str | dict[str, Strings]] | dict[str, Strings],
    Text(
        "الحقول النصية في JSON وJSONL وYAML وCSV، بدلا من المعروفة: مفتاح أو مفاتيح متتابعة (body.value)، ومعه ما فيه (auto أو text أو "
        "html أو markdown) أو دوره (headline أو summary أو caption…) أو كلاهما.",
        "The fields that are prose in JSON, JSONL, YAML and CSV, in place of those arlint knows: a key or keys in a row (body.value), "
        "with what is written there (auto, text, html, markdown), its role (headline, summary, caption…), or both.",
    ),
    (),
    example="[title, body: html, standfirst: [text, summary]]",
)
FORMATS = Setting(
    "formats",
    dict[str, str],
    Text(
        "صيغ الملفات التي لا تدل عليها لاحقتها: نمط مسار، كما في ملف gitignore، واسم صيغة (انظر arlint formats)؛ اللاحق يغلب السابق.",
        "The formats of files whose suffix does not tell: a pattern of paths, as in .gitignore, and the name of a format (see arlint "
        "formats); later ones win.",
    ),
    {},
    example='"*.page": html\nwire/: text',
)
PROMOTE = Setting(
    "promote",
    Strings,
    Text("قواعد تُعد إصلاحاتها مأمونة، إلا ما يغيّر كلاما مقتبسا.", "Rules whose fixes are safe, unless they change quoted words."),
    (),
    example="[inconsistent-spelling]",
)
DEMOTE = Setting(
    "demote",
    Strings,
    Text("قواعد تحتاج إصلاحاتها إلى مراجعة.", "Rules whose fixes are to be reviewed."),
    (),
    example="[final-yeh]",
)
FIX_OFF = Setting("off", Strings, Text("قواعد لا تُصلح آليا.", "Rules whose fixes are not made."), (), example="[tatweel]")
FIX = Setting("fix", Fields((PROMOTE, DEMOTE, FIX_OFF)), Text("إصلاحات القواعد.", "The fixes of rules."), {})
LOCKED = Setting(
    "locked",
    Strings,
    Text("قواعد لا يُسكتها تعليق في النص.", "Rules that no comment in a text silences."),
    (),
    example="[loaded-speech-verb]",
)
OVERRIDES = Setting(
    "overrides",
    Fields((PATHS, SELECT, IGNORE, RULES, FIX, LOCKED, HOUSE, VOCABULARY, FIELDS), many=True),
    Text("إعدادات أخرى لمسارات معيّنة؛ اللاحق يغلب السابق.", "Other settings for some paths; later ones win."),
    (),
    example="- paths: archive/\n  rules: {duplicate-paragraph: off}",
)
SILENT = Setting("rules", Strings, Text("القواعد التي تُسكت هناك.", "The rules that are silent there."), (), required=True)
REASON = Setting("reason", str, Text("السبب.", "Why."), "")
STRETCH = Setting(
    "text",
    str,
    Text(
        "نمط في نص الملف: لا يُقبل إلا ما وقع كله داخل ما يطابقه، كوسوم نظام النشر.",
        "A pattern in the text of the file: only what lies within one of its matches is accepted, as in tags of the publishing system.",
    ),
    "",
    example="'\\[\\[[^\\]]*\\]\\]'",
)
SUPPRESS = Setting(
    "suppress",
    Fields((PATHS, SILENT, STRETCH, REASON), many=True),
    Text("ملاحظات مقبولة في مسارات معيّنة، مع السبب.", "Findings that are accepted at some paths, and why."),
    (),
    example="- paths: speeches/\n  rules: [QUO]\n  reason: خطب منقولة بنصها",
)
PLUGIN_FIELDS = Fields(
    (
        Setting("require", list[str], Text("إضافات يجب أن تكون مثبتة.", "Plugins that must be installed."), (), example="[quotes]"),
        Setting("block", list[str], Text("إضافات لا تُحمَّل.", "Plugins to leave out."), (), example="[style]"),
        Setting(
            "paths",
            list[str],
            Text("مجلدات إضافات الدار أو ملفاتها.", "Folders or files with plugins of your own."),
            (),
            example="[rules/]",
        ),
    )
)
LANG = Setting(
    "lang",
    Literal["ar", "en"],
    Text("لغة الرسائل: ar أو en.", "The language of messages, ar or en."),
    DEFAULTS["lang"][0],
    example="ar",
)
NUMERALS = Setting(
    "numerals",
    Literal["western", "arabic"],
    Text("الأرقام في الرسائل العربية: western (123) أو arabic (١٢٣).", "The digits of Arabic messages: western (123) or arabic (١٢٣)."),
    DEFAULTS["numerals"][0],
    example="arabic",
)
FAIL_ON = Setting(
    "fail-on",
    Literal["error", "warning", "suggestion", "never"],
    Text("أدنى مستوى ينتهي معه arlint برمز الخروج 1.", "The lowest level at which arlint exits with 1."),
    DEFAULTS["fail-on"][0],
    example="warning",
)
MAX_FILE_SIZE = Setting(
    "max-file-size",
    int | str,
    Text("أكبر حجم لملف يُقرأ، مثل 20MB؛ العدد وحده بالبايت.", "The largest file to read, such as 20MB; a bare number counts bytes."),
    DEFAULTS["max-file-size"][0],
    example="20MB",
)
INCLUDE = Setting(
    "include",
    Strings,
    Text("لا تُفحص إلا هذه المسارات (أنماط كما في ملف gitignore).", "Only these paths are checked (patterns as in .gitignore)."),
    (),
    example='[articles/, "*.md"]',
)
EXCLUDE = Setting(
    "exclude",
    Strings,
    Text("المسارات التي لا تُفحص (أنماط كما في ملف gitignore).", "Paths that are not checked (patterns as in .gitignore)."),
    (),
    example="[drafts/]",
)
PLUGINS = Setting("plugins", PLUGIN_FIELDS, Text("الإضافات.", "Plugins."), {})
BASELINE = Setting(
    "baseline",
    str,
    Text(
        "ملف الملاحظات المقبولة، يكتبه الأمر arlint baseline؛ مساره نسبة إلى هذا الملف.",
        "The file of accepted findings, which arlint baseline writes; its path is relative to this file.",
    ),
    DEFAULTS["baseline"][0],
    example=".arlint-baseline.json",
)
VALUES = (LANG, NUMERALS, FAIL_ON, MAX_FILE_SIZE, BASELINE)
"""Settings with a single value: the last one given is in force."""
READING = (INCLUDE, EXCLUDE, FORMATS, FIELDS)
"""Settings that say which files are read, and how."""
SETTINGS = Fields(
    (
        EXTENDS, *VALUES, *READING, SELECT, IGNORE, RULES, FIX, LOCKED, OVERRIDES, SUPPRESS, HOUSE, VOCABULARY, STYLES, ACCEPT, REJECT,
        PLUGINS,
    )
)  # fmt: skip
