"""ampersand: the sign & where Arabic writes و."""

from arlint import Pattern, PatternRule, Text


class Ampersand(PatternRule):
    """علامة & بين كلمتين عربيتين مكان واو العطف. لا تُمس في أسماء الشركات اللاتينية مثل AT&T. الإصلاح يكتب الواو متصلة بما بعدها.

    The sign & between two Arabic words, where Arabic writes و. It is left alone in Latin company names such as AT&T. The fix writes و
    attached to the word that follows.
    """

    id = "ampersand"
    code = "DSK001"
    title = Text("علامة & مكان الواو", "Ampersand for and")
    message = Text("اكتب الواو مكان العلامة &.", "Write و in place of &.")
    level = "suggestion"

    triggers = "&"
    patterns = (Pattern(r"(?<=[\u0621-\u064a] )& (?=[\u0621-\u064a])", "و"),)

    good = ("وقعت الشركة عقدا مع AT&T أمس.", "حضر المدير ونائبه.")
    bad = {
        "مؤسسة البستاني ⟦& ⟧أولاده للطباعة.": "مؤسسة البستاني وأولاده للطباعة.",
        "قال: «الصناعة ⟦& ⟧الزراعة معا».": "قال: «الصناعة والزراعة معا».",
    }
