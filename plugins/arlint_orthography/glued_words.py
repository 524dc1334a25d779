"""glued-words: مدينةالرياض."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text, Word
from arlint.arabic.fresh import Fresh
from arlint.arabic.lazy import regex
from arlint.arabic.noticed import Noticed
from arlint.arabic.respelling import respelling

_LETTER_AFTER = regex("(?<=[ةى])(?=[\u0621-\u064a])")
_DAGGER = "\u0670"
"""The small alif above ى, which stands within words in the spelling of the Quran: إِحْدَىٰهُمَا."""

_SEATS = ("ء", "ئ", "ؤ", "ة", "ى")
_SHORTEST = 3
"""Letters that must follow; fewer are more often an ending after a slip (المصرىين, الىوم, سيارةته)."""

_SHORT_WORDS = frozenset("في من عن لم لا ما أن إن قد هو هي كل أو بل ثم لن سي بي دي".split())
_ENDINGS = frozenset(("تها", "تهم", "تهن", "تنا", "تكم", "تهما"))
_LONGEST_WORD = 12  # letters; a longer piece has lost further blanks


class GluedWords(Rule):
    """كلمتان سقطت المسافة بينهما: «مدينةالرياض»، «إلىالقاهرة». التاء المربوطة والألف المقصورة لا تقعان إلا في آخر الكلمة، فالحرف بعدهما
    أول كلمة أخرى. والإصلاح يضيف المسافة؛ فإن بقي جزء أطول من أن يكون كلمة واحدة فقد سقطت مسافات أخرى، وحينئذ يحتاج الإصلاح إلى
    مراجعة.

    لا يُبلَّغ عن «ىء» في آخر الكلمة (الطوارىء)، ولا عن ضمير بعد تاء مربوطة (سيارةته)، ولا عن ألف مقصورة كُتبت مكان ياء في وسط الكلمة
    (المصرىين)، ولا عن الوسوم.

    Two words that have lost the blank between them: مدينةالرياض, إلىالقاهرة. ة and ى stand only at the end of a word, so a letter after
    them begins another one. The fix inserts the blank; where a piece is left that is too long for one word, more blanks are missing and
    the fix is for review.

    Left alone are a final ىء (الطوارىء), a pronoun after ة (سيارةته), ى for a ي inside a word (المصرىين) and hashtags.
    """

    id = "glued-words"
    code = "ORT005"
    title = Text("كلمات ملتصقة", "Words glued together")
    message = Text("كلمات ملتصقة؛ افصل بينها: «{right}».", "Words are glued together: write «{right}».")
    level = "error"
    yields_to = ("common-misspelling",)

    good = (
        "مدينتنا ومستواهم ومئتان",
        "أعلنت حالة الطوارىء.",
        "وسم #وزارةالصحة",
        "إِحْدَى\u0670هُمَا",
        "المصرىين والىوم وجزىئات وسيارةته، مةسيقية",
        "زار مدينة الرياض وتوجه إلى القاهرة.",
    )
    bad = {
        "زار ⟦مدينةالرياض⟧ أمس.": "زار مدينة الرياض أمس.",
        "توجه ⟦إلىالقاهرة⟧.": "توجه إلى القاهرة.",
        "قالت ⟦وزارةالصحة⟧ إنها جاهزة.": "قالت وزارة الصحة إنها جاهزة.",
        "⟦جامعةالملكةنورة⟧ ⟦قريبةمن⟧ هنا.": "جامعة الملكة نورة قريبة من هنا.",
    }
    cases = (Example("⟦مَدِينَةُالرِّيَاض⟧", "مَدِينَةُ الرِّيَاض"),)

    measured = Measured(
        61, 61, 4338, "SaudiNewsNet, Jawhara, NTREX",
        Text("وأكثرها في ترجمات NTREX التي سقطت مسافاتها.", "Most are in translations of NTREX that have lost their blanks."),
    )  # fmt: skip

    @cached_property
    def cues(self) -> Noticed[tuple[str, ...]]:
        """Words with a letter after their ة or ى."""
        return _pieces()

    def check(self, document: Document) -> Iterator[Finding]:
        """Every word with a letter after its ة or ى."""
        for form in _pieces().among(document.vocabulary):
            for word in document.words_of(form):
                if _DAGGER not in document.source.text[slice(*document.sourcemap.span(word.start, word.end))]:
                    yield self._found(word, _pieces()[form])

    def _found(self, word: Word, pieces: tuple[str, ...]) -> Finding:
        ends = [*accumulate(map(len, pieces[:-1]))]
        edits = (Edit(*respelling(word.text, f"{word.form[:end]} {word.form[end:]}", word.start)) for end in ends)
        safe = max(map(len, pieces)) <= _LONGEST_WORD
        return self.found(word.start, word.end, *edits, safe=safe, right=" ".join(pieces))


@lru_cache(maxsize=1)
def _pieces() -> Noticed[tuple[str, ...]]:
    return Noticed(_with_letter_after, _split)


def _with_letter_after(fresh: Fresh) -> Iterable[str]:
    """The forms that may have a letter after their ة or ى: none, mostly, where they are looked at all together."""
    lines = fresh.lines
    likely = [letter for letter in "ةى" if lines.count(letter) > lines.count(f"{letter}\n")]
    return [form for form in fresh.forms if any(letter in form for letter in likely)] if likely else ()


def _split(form: str) -> tuple[str, ...]:
    """The words that a form holds; none where it may be one word."""
    pieces = _LETTER_AFTER.split(form)
    if len(pieces) == 1 or any(_is_one_word(*pair) for pair in pairwise(pieces)):
        return ()
    return tuple(pieces)


def _is_one_word(piece: str, following: str) -> bool:
    if len(piece) < (3 if piece[-1] == "ة" else 2) or following.startswith(_SEATS) or following in _ENDINGS:
        return True
    return len(following) < _SHORTEST and (following not in _SHORT_WORDS or piece[-1] == "ى")
