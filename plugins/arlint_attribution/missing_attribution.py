"""missing-attribution: a quotation that nobody is named for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from arlint import Document, Example, Finding, Measured, Paragraph, Piece, Quotation, Rule, Text, option
from arlint.arabic.attribution import attributed
from arlint.arabic.lazy import regex
from arlint.arabic.script import is_foreign
from arlint.arabic.words import forms

from ._context import in_first_person, is_clause, is_sacred, names_follow
from ._genre import sections
from ._report import Report
from ._scene import speaks_of_words
from ._speakers import REACH, Speakers, attributed_in_clause

_FRESH = regex(r"(?:[.؟!…:»”\"][\s\"«“(–—-]*|\A\s*)\Z")
_COLON = regex(r":[\s–—-]*\Z")
_ENDED = regex(r"\s*(?:[.؟!…]|\Z)")
_PAUSED = regex(r"\s*،")
_STOPPED = regex(r"[.؟!…]\s*[»”\"]+\Z")
_CREDIT = regex(r"[\s.،]*(?:\([^()\n]{2,60}\)|[–—-]\s*\S[^\n.؟!]{1,60}\s*\.?\Z)")
_VERSE = regex(r"\*\*\*|\s/\s")


class MissingAttribution(Rule):
    """اقتباس مباشر لا يُعرف قائله: لا من جملته، ولا من التي قبلها، ولا من التي بعدها. والكلام بين علامتي تنصيص بلا قائل يفقد
    قيمته، وقد يُحسب على غرفة الأخبار نفسها.

    يُعد الاقتباس منسوبا إذا وُجد في هذا المدى فعل قول (قال، وأضاف، مؤكدا، بقوله)، أو عبارة نسبة (بحسب، وفقا لـ، على حد تعبيره)، أو
    وثيقة تتكلم أو وسيلة إعلام (بيان، تقرير، لوكالة)، أو نقطتان قبله، أو اسم بين قوسين أو بعد شرطة يليه، أو شخص مذكور بصفته يليه (سلمى
    يوسف، عمدة القرية)، أو شخص يسبقه إذا تكلم الاقتباس بصيغة المتكلم (غادرت المديرة القاعة. «لم أتخيل…»)، أو صاحب حكاية سبق كلامه في
    النص إذا قال الاقتباس «أنا»، أو مشهد يرى فيه القارئ شخصا واحدا (تجلس أم عماد أمام سلة. «…». تهز رأسها وتمضي). والجملة التي قبل أول
    جملة في الفقرة هي الفقرة السابقة كلها، والتي بعد آخرها جملة التي تليها الأولى. ولا يُبلَّغ إلا عن اقتباس من ثماني كلمات فأكثر (min_words)
    هو جملة قائمة بنفسها، أو ورد في وسط الكلام وبدأ بما تبدأ به الجمل (لن، نحن، إن) أو تكلم بصيغة المتكلم؛ فالمصطلحات وأسماء الأعمال
    والعمليات والمبادئ والشعارات لا تحتاج إلى قائل، ولا ما كان جزءا من الجملة (سار الناس تحت «…»). ويسكت عن الآيات والأحاديث والأدعية
    والشعر، وعن المقابلات، وعن أقسام الرأي والثقافة (skip_sections)، وعن فقرات متتالية كلها اقتباس يُعرف قائل أولها أو آخرها.

    A direct quotation whose speaker cannot be known: not from its sentence, nor the one before, nor the one after. Words in
    quotation marks that nobody is named for are worth nothing to the reader, and may be taken for the newsroom's own.

    A quotation counts as attributed where, within that range, there is a verb of saying (قال, وأضاف, مؤكدا, بقوله), a phrase of
    attribution (بحسب, وفقا لـ, على حد تعبيره), a document that speaks or a medium (بيان, تقرير, لوكالة), a colon right before it, a
    name in brackets or after a dash right behind it, somebody named by what he or she is right behind it (سلمى يوسف، عمدة القرية), or
    right before it where the quotation speaks as I or we (غادرت المديرة القاعة. «لم أتخيل…»), or, where it speaks as I, somebody
    whose story the text tells and who was quoted before; or a scene that shows one person (تجلس أم عماد أمام سلة. «…». تهز رأسها
    وتمضي). Before the first sentence of a paragraph that is the whole paragraph above, after the last one the beginning of the next.
    Only quotations of eight words and more (`min_words`) are reported that are sentences by themselves, or that stand in mid-sentence
    and begin as clauses do (لن, نحن, إن) or speak as I or we: terms, titles, principles, names of operations and slogans need no
    speaker, nor does what is a part of the sentence (سار الناس تحت «…»). Scripture, hadith, prayers and verse are left alone, as are
    interviews, sections of opinion and culture (`skip_sections`), and runs of paragraphs that are quotation only if the first or the
    last of them has a speaker.
    """

    id = "missing-attribution"
    code = "ATT001"
    title = Text("اقتباس بلا مصدر", "Quotation without attribution")
    message = Text(
        "اقتباس من {words:words} لا يُعرف قائله من جملته ولا مما يجاورها؛ اذكر قائله.",
        "A quotation of {words:words} has no speaker in its sentence or the adjacent ones; say whose words these are.",
    )
    messages = {
        "same": Text(
            "اقتباس من {words:words} لا يُعرف قائله من جملته؛ اذكر قائله فيها.",
            "A quotation of {words:words} has no speaker in its own sentence; say whose words these are.",
        )
    }
    level = "warning"
    reads = frozenset(("paragraph",))
    triggers = '"“”„‟«»'

    good = (
        'أكد المدير أن "العمل في الجسر سينتهي قبل الشتاء ولن نطلب أموالا إضافية من أحد".',
        '"العمل في الجسر سينتهي قبل الشتاء ولن نطلب أموالا إضافية من أحد"، وفقا لبيان البلدية.',
        'وصل الوفد صباحا. "العمل في الجسر سينتهي قبل الشتاء ولن نطلب أموالا إضافية من أحد". وأوضح أن التمويل متوفر.',
        "خلت الشوارع من المارة. «لن نعود قبل أن تفتح المدارس وتعود الكهرباء إلى البيوت»، والكلام لأم عماد. وهطل المطر.",
        "خلت الشوارع. «لن نعود قبل أن تفتح المدارس وتعود الكهرباء إلى البيوت»، على حد تعبيره فى مؤتمر صحفى.",
        "عُرض أمس فيلم «لا أحد يعود من الجبل قبل أن يذوب ثلج السنة الماضية كله».",
        "رفع المشاركون شعار «لن نترك أرضنا ولن نبيع زيتوننا ولن ننسى من رحلوا عنا».",
        "صدر قانون «تنظيم العمل في المتاجر الصغيرة وحماية حقوق العاملين والعاملات فيها» أمس.",
        "يقول المثل «من جد وجد ومن زرع حصد ومن سار على الدرب وصل».",
        "كتب تحت عنوان «لن ننسى هذا البيت ولن ننسى من بنوه قبل مئة عام».",
        "تبحث الدولتان إقامة «منطقة تجارة حرة» على الحدود.",
        "تضم المكتبة «كتبا في التاريخ والجغرافيا والطب والفلك وخرائط قديمة ورسائل نادرة» يعود أكثرها إلى القرن الماضي.",
        "غادرت مديرة المدرسة القاعة وهي تبكي. «لم أتخيل يوما أن تغلق هذه المدرسة أبوابها بعد ستين عاما من العمل».",
        "قالت صاحبة المتجر: «خسرنا كل شيء».\n«لم يبق لنا سوى هذه الجدران وبعض الصناديق التي أنقذها أهل الحي».\n"
        "«سنبدأ من جديد مهما طال الوقت ولن نغادر هذا الحي الذي ولدنا فيه».",
        "عادت المياه إلى القرية.\n«لم نصدق أن الماء سيعود إلى بيوتنا بعد كل هذه السنوات من العطش» (إحدى نساء القرية).",
        "عادت المياه إلى القرية.\n«لم نصدق أن الماء سيعود إلى بيوتنا بعد كل هذه السنوات من العطش» – سلمى يوسف",
        "هدأت الأصوات في المسجد. «ربنا آتنا في الدنيا حسنة وفي الآخرة حسنة وقنا عذاب النار» رددها الجميع.",
        "- متى بدأت الرسم؟\n«بدأت في السادسة من عمري حين أهداني جدي علبة ألوان خشبية».\n- من علّمك؟\n"
        "«تعلمت وحدي من الكتب ومن لوحات كنت أراها في بيوت الجيران».",
        "وذكرت المديرة \"أن العمل «بدأ في موعده\nوأن المال متوفر ولن نطلب من أحد شيئا بعد اليوم أبدا».",
        'وأخبر أحد السكان "الصحيفة أن الماء عاد.\n"فتحنا الصنبور فجر اليوم ولم نصدق أننا نرى الماء بعد هذه السنوات".',
        "دخل العمال المصنع فجرا. «لا عمل ولا أجر ولا تأمين لأكثر من مئة أسرة منذ أول السنة». سلمى يوسف، رئيسة النقابة، لم تخف غضبها.",
        "أغلق المصنع أبوابه أمس. «لا عمل ولا أجر ولا تأمين لأكثر من مئة أسرة منذ أول السنة».. هكذا تختصر النقابية سلمى يوسف المشهد.",
        "عاد العمال إلى الساحة.. «لا عمل ولا أجر ولا تأمين لأكثر من مئة أسرة منذ أول السنة».",
        "قالت سلمى يوسف: «بدأت هنا قبل عشرين عاما».\nأغلق المصنع أبوابه أمس.\n«كنت أخاف هذا اليوم ولم أصدق حين جاء أنه جاء».",
        "أصدرت النقابة بيانا قصيرا.\n«لا عمل ولا أجر ولا تأمين لأكثر من مئة أسرة منذ أول السنة».",
        "واكد المدير الخميس \"نحن مستعدون للعمل ليلا ونهارا حتى تعود الآلات إلى الدوران\".",
        "سار الناس تحت «لا سلام بلا عدالة ولا عدالة بلا ذاكرة ولا ذاكرة بلا شهود»، ورفعوا الصور.",
        "تقوم الإدارة على مبدأ «لا ضرر ولا ضرار ولا ضريبة إلا بنص من القانون»، وهو قديم.",
        "صار «هذا ليس وقت الحديث عن السياسة بل وقت العمل والبناء»، جوابا عن كل سؤال.",
        "لم يتأخر رد الفعل. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "يتمسك الباعة بالإضراب. «لن نفتح أبوابنا قبل أن تعود الكهرباء إلى السوق كله». وازدحم السوق.",
        "انتهى الزحام. «أنا بائع ولست منجما، فاسألوني بعد الحصاد لا قبله». وازدحم السوق.",
        "على الرصيف تجلس أم عماد أمام سلة. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وبلغ ثمن السلة دينارين.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». يمسح جبينه ويرفع السلة. وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا»، يعلق آخر. وازدحم السوق.",
        "انقطع الطريق. «من أين لك هذا التين وأنت لم تغادر البيت يوما؟»، بهذا السؤال استقبلته. وازدحم السوق.",
        "انقطع الطريق. تغني فيروز «يا طيور الماء عودي إلينا فقد طال الشتاء علينا». وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». هذه خلاصة ما سمعناه. وازدحم السوق.",
        "لا يغيب هذا البائع يوما عن السوق.\nيحمل سلته ويمشي. «التين لا ينتظر أحدا، ومن أكله اليوم نسيه غدا». ثم يسرع إلى الباب.",
        "لم يغب سامر يوما. «هي تعود كل عام إلى هذا الشاطئ، وأنا أعود كل ليلة». وازدحم السوق.",
        "انقطع الطريق. «العود الذي يصلح تعرفه قبل أن تثقبه، فإذا ضربته رد السلام». شفيق نصار ثقب ألف ناي.",
        "وصل زوجان من الجبل. «قيل لنا إن السوق جميل في هذا الفصل فتركنا كل شيء». واشتريا سلة.",
        "لم تغادر هند، أمينة المكتبة، بيتها. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا»، هذا ما تردده النسوة في السوق. وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». هكذا بدأت ميسون حكايتها. وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا»، تتمتم جارتنا وهي تنتظر. وازدحم السوق.",
        "انقطع الطريق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا»، حسم المدير الجدل. وازدحم السوق.",
        "أم سالم، وقد تجاوزت السبعين، في ضيق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "خلف الباب يقيس خياط قماشا أزرق. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "عُرضت أفلام «ليل طويل لا ينتهي في مدينة بعيدة»، و«صباح أخير»، و«كل ما تبقى من رائحة أمي في البيت الكبير بعد رحيلها».",
        "نزل الخبر على زملائه كالصاعقة. «كان معنا قبل ساعة يضحك ويخطط لسفره إلى الجبل في العيد». وازدحم السوق.",
        "لم تكن الرحلة سهلة على العداء. «ركضت نصف السباق ولم ألتفت إلى الخلف مرة واحدة قط». وازدحم السوق.",
        "سألناها عن سر الطعم. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "وجاء الرد من القرية. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "الباعة عبّروا عن ضيقهم. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "للباعة في السوق حكمة واحدة، وهي «لا ينتظر التين أحدا ومن لم يأكله اليوم رماه غدا»، ولا يملون منها.",
        "كان لبائع التين رأي آخر. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "لا يخفي البائع قلقه على الموسم. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "أما البائع فكان أكثر تفاؤلا. «التين لا ينتظر أحدا، ومن لم يأكله اليوم رماه غدا». وازدحم السوق.",
        "- «الماء لا يصل إلى الطوابق العليا منذ ثلاثة أسابيع ولا أحد يجيب».",
    )
    bad = {
        "انتهى الاجتماع وغادر الوفد العاصمة. ⟦«الاتفاق سيوقع خلال أيام ولن نقبل أي تعديل على بنوده الأساسية»⟧. وازدحمت الشوارع.": None,
        'تعيش البلدة أوضاعا صعبة منذ شهرين. ⟦"لا ماء ولا كهرباء ولا دواء في الحي كله منذ أول الشهر"⟧. وتغلق المحال باكرا.': None,
        "امتلأ الملعب قبل ساعتين من الموعد.\n⟦”جئنا من مدن بعيدة كي نشجع فريقنا في هذه الليلة الكبيرة”⟧.\nوكان الطقس باردا.": None,
        "في القاعة طباخون يشوون اللحم على نار كبيرة ⟦«هذا كان طعام أهل القصر في أعياد الشتاء والربيع كل سنة»⟧. والزحام شديد.": None,
        "لم يكن السمك يباع في كل مكان ⟦«لا يستطيع أهل الجبل شراء السمك لأن الطريق إليهم طويل»⟧، وكان أكثره مجففا.": None,
        "خرج الوفد غاضبا من القاعة ⟦«لن نجلس إلى هذه الطاولة قبل أن تعاد إلينا أرضنا كلها»⟧.": None,
    }
    cases = (
        Example("قالت البلدية إن الطريق مغلق. واشتد المطر. ⟦«سنفتح الطريق أمام السيارات حين تنتهي أعمال الحفر ويجف الأسفلت»⟧. وحل الظلام."),
        Example("هناك زحام في السوق. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد ولم نعد نقدر على الشراء»⟧. وهنا بيت قديم."),
        Example("وقع الطرفان الاتفاق. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد ولم نعد نقدر على الشراء»⟧. وأغلقت السوق."),
        Example("غادر المدرب الملعب. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧. وأغلقت السوق."),
        Example("أغلقت السوق. ⟦«الأسعار ارتفعت مرتين والناس لم تعد تقدر على الشراء»⟧.\nوشهد الحفل، رئيس البلدية، مساء أمس."),
        Example("انخفض منسوب بحيرة القرية. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧. وأغلقت السوق."),
        Example("وصل العمال. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧. ويمتد العمل في الموقع أسبوعا."),
        Example("أتم الجسر مئة سنة من عمره. ⟦«لن نعود إلى هذا السوق قبل أن تعود الأسعار كما كانت»⟧. وأغلقت السوق."),
        Example("بدأ مهرجان أبها للتسوق أمس. ⟦«لن نعود إلى هذا السوق قبل أن تعود الأسعار كما كانت»⟧. وأغلقت السوق."),
        Example("ينتخب مجلس الشيوخ في الربيع. ⟦«لن نعود إلى هذا السوق قبل أن تعود الأسعار كما كانت»⟧. وأغلقت السوق."),
        Example("وصلت سيارات بي أم دبليو إلى الميناء. ⟦«لن نعود إلى هذا السوق قبل أن تعود الأسعار كما كانت»⟧. وأغلقت السوق."),
        Example("انتهى اليوم بإحباط محاولة تهريب. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧. وأغلقت السوق."),
        Example("أغلقت السوق. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧. ثم تأتي مرحلة الترميم في الخريف."),
        Example(
            "أغلقت السوق. ⟦«الأسعار ارتفعت مرتين في أسبوع واحد والناس لم تعد تقدر على الشراء»⟧.\n"
            "وتمتد السوق على طول الشارع القديم من البلدية إلى محطة القطار الغربية. وقال سامر إن المحطة جديدة."
        ),
        Example(
            "قالت البلدية إن الطريق مغلق. ⟦«سنفتح الطريق أمام السيارات حين تنتهي أعمال الحفر ويجف الأسفلت»⟧.", options={"window": "same"}
        ),
        Example("امتلأت القاعة. ⟦«لن نعود إلى هذه الحياة»⟧. وساد الصمت.", options={"min_words": 4}),
        Example("قال: «لن نعود إلى هذه الحياة». وساد الصمت.", options={"min_words": 4}),
        Example(
            "---\nsection: رأي\n---\nعادت السفن.\n\n«سمعنا صوت البحر من بعيد فعرفنا أن العاصفة ستصل قبل الفجر بقليل».\n\nونمنا.",
            format="markdown",
        ),
        Example(
            "---\nsection: محليات\n---\nعادت السفن.\n\n⟦«سمعنا صوت البحر من بعيد فعرفنا أن العاصفة ستصل قبل الفجر بقليل»⟧.\n\nونمنا.",
            format="markdown",
        ),
        Example("عادت السفن.\r\n\r\n⟦«سمعنا صوت البحر من بعيد\r\nفعرفنا أن العاصفة ستصل قبل الفجر بقليل»⟧.\r\n", format="markdown"),
    )

    measured = Measured(
        3, 3, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text(
            "لا تكاد الأخبار المحررة تعرف اقتباسا بلا قائل: في هذه المقالات ثلاثة. وقُرئت معها الاقتباسات الستون التي لا ينسبها سوى "
            "سياقها، فعُرف منها ما يسكت عنه. وتجد القاعدة أكثر من 95 في المئة مما يوضع في الأخبار من اقتباسات حيث لا أثر لقائل، وما "
            "يقارب 90 في المئة مما يوضع منها في أي نص، وإن كان مقالة رأي أو كان بقربه من قد يُظن القائل.",
            "Edited news hardly knows a quotation without a speaker: these articles have three. The sixty that only their context ascribes "
            "were read too, and taught what to leave alone. Of quotations put into reports where there is no trace of a speaker, more than "
            "95 in a hundred are found, and nearly 90 of those put into any text, be it a column, or near somebody who may be the speaker.",
        ),
    )  # fmt: skip

    min_words: int = option(
        8,
        ar="أقل عدد من الكلمات يُعد به ما بين العلامتين اقتباسا لا مصطلحا.",
        en="How many words between the marks make a quotation and not a term.",
    )
    window: Literal["adjacent", "same"] = option(
        "adjacent",
        ar="أين يُبحث عن القائل: في الفقرة وجاراتها (adjacent) أو في جملة الاقتباس وحدها (same).",
        en="Where the speaker is looked for: in the paragraph and its neighbours (adjacent), or only in the quotation's sentence (same).",
    )

    skip_sections: list[str] = option(
        ["رأي", "ثقافة"],
        ar="أقسام لا تُفحص مقالاتها، كما يذكرها section أو category في ترويسة الملف.",
        en="Sections whose articles are left alone, by section or category in the front matter.",
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Every quotation that nobody is named for."""
        # Cheapest first: most marks hold a term, and of quotations most follow a colon or are attributed in the clause around them.
        long = self._long(document)
        if not long or not sections(document).isdisjoint(word.casefold() for word in self.skip_sections):
            return ()
        return self._unowned(document, long)

    def _long(self, document: Document) -> Sequence[Piece | Quotation]:
        """The quotations that may be long enough: those with as many blanks as that takes."""
        found, text, blanks = document.quotations, document.text, self.min_words - 1
        plain = found.plain_spans
        if plain is not None:
            return [
                Piece(text[start:end], start)
                for start, end in plain
                if end - start > 2 * blanks and text.count(" ", start, end) >= blanks
            ]
        paired = [one for one in found.paired if len(one.text) > 2 * blanks and one.text.count(" ") >= blanks and not one.depth]
        return [*paired, *(one for one in found.running if one.text.count(" ") >= blanks)]

    def _unowned(self, document: Document, long: Iterable[Piece | Quotation]) -> Iterator[Finding]:
        near: Speakers | None = None
        report: Report | None = None
        for quotation in long:
            if _follows_colon(document, quotation) or attributed_in_clause(document, quotation):
                continue
            first, last = document.paragraph_at(quotation.start), document.paragraph_at(quotation.end - 1)
            if first is None or last is None or first.kind != "paragraph" or (words := len(forms(quotation.text))) < self.min_words:
                continue
            if not _is_sentence(quotation, first, last):
                continue
            near, report = near or Speakers(document), report or Report(document)
            if attributed(near.own(quotation, first, last)):
                continue
            if self.window == "adjacent" and near.has_speaker(quotation, first, last):
                continue
            if not _is_known(quotation, first, last) and not is_foreign(quotation.text) and report.is_news(quotation, first, last):
                yield self.found(quotation.start, quotation.end, variant="same" if self.window == "same" else "", words=words)


def _follows_colon(document: Document, quotation: Piece | Quotation) -> bool:
    """Whether a colon stands right before the quotation, in its paragraph."""
    if document.text[quotation.start - 2 : quotation.start].rstrip(" ").isalpha():
        return False  # a letter, with a blank or without
    number = document.number_at(quotation.start)
    start = 0 if number is None else document.blocks[number].start
    return _COLON.search(document.text, max(start, quotation.start - REACH), quotation.start) is not None


def _is_sentence(quotation: Piece | Quotation, first: Paragraph, last: Paragraph) -> bool:
    """Whether the quoted words are a sentence by themselves, or a clause that stands in mid-sentence."""
    before, end = _before(quotation, first), quotation.end - last.start
    ends = bool(_ENDED.match(last.text, end) or _STOPPED.search(quotation.text))
    if not ends and not _PAUSED.match(last.text, end):
        return False
    said = is_clause(quotation.text) or in_first_person(quotation.text)
    return (ends or said) and (bool(_FRESH.search(before)) or (said and not names_follow(before)))


def _is_known(quotation: Piece | Quotation, first: Paragraph, last: Paragraph) -> bool:
    """Whether the quoted words are credited right behind, or nobody's in particular: scripture and its like, or verse."""
    end = quotation.end - last.start
    after = last.text[end : end + REACH]
    credited = _CREDIT.match(last.text, end) or _VERSE.search(quotation.text) or speaks_of_words(after)
    return bool(credited) or is_sacred(f"{_before(quotation, first)} {quotation.text} {after}")


def _before(quotation: Piece | Quotation, first: Paragraph) -> str:
    """What stands before the quotation in its paragraph, as much of it as tells what it is."""
    start = quotation.start - first.start
    return first.text[max(0, start - REACH) : start]
