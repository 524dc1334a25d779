"""Which characters are letters of a word, marks on them, or invisible company.

The classes follow the Unicode blocks Arabic (U+0600-06FF) and Arabic Supplement (U+0750-077F). They are bodies of
regular-expression classes, to be put between brackets.
"""

LETTER = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
"""Letters, without tatweel. Persian, Urdu and Kurdish letters are among them: a name may hold one."""

MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Harakat, tanwin, shadda, the dagger alif and the marks of Quran editions: combining, and no part of the spelling."""

TATWEEL = "\u0640"

INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width characters, joiners, and the marks, embeddings and isolates of UAX #9."""

PRESENTATION = "\ufb50-\ufbb1\ufbd3-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfc\ufe80-\ufefc"
"""Of Arabic Presentation Forms A and B, shapes of letters that old software left in texts (NFKC gives the letters back)."""

SHAPED_MARK = "\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f"
"""The shapes of marks among them (NFKC gives the marks back, on a blank or a tatweel). What is left are signs, such as ﴿ and ﴾."""

FATHATAN = "\u064b"

PLACEHOLDER = "\ufffc"
"""Stands in prose for what is not prose (a URL, code, a comment). U+FFFC OBJECT REPLACEMENT CHARACTER: neither letter nor
blank, so the words on both sides of it are not neighbours."""

BLANK = " \u00a0"
"""What may stand between two adjacent words: the space and the no-break space."""

PERSIAN_URDU = "\u067e\u0679\u0686\u0688\u0691\u0695\u0698\u06a9\u06af\u06b5\u06ba\u06be\u06c0-\u06c3\u06c6\u06cc\u06ce\u06d2\u06d5"
"""Letters that Arabic does not have and Persian, Urdu or Kurdish need in ordinary words."""

LETTER_NAMES = frozenset(
    "سي بي دي إن ان إس اس إم ام إل ال إيه ايه كيه كي تي جي جيه إف اف في آر ار آي اي إي أو او أس أل أم أن كيو يو بيه زد إكس اكس "
    "إتش اتش دبليو واي بلس فون باد بود تيونز كلاود".split()
)
"""Names of Latin letters as Arabic spells them out: `بي بي سي`, `سي إن إن`."""


def members(*bodies: str) -> frozenset[str]:
    """The characters of these bodies of character classes, in which a hyphen between two of them stands for all from one to the other."""
    found: set[str] = set()
    for body in bodies:
        at = 0
        while at < len(body):
            last = at + 2 if body[at + 1 : at + 2] == "-" and at + 2 < len(body) else at
            found.update(map(chr, range(ord(body[at]), ord(body[last]) + 1)))
            at = last + 1
    return frozenset(found)
