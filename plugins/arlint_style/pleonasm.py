"""pleonasm: سوف لن, كذلك أيضا."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from arlint import Document, Edit, Finding, Measured, Rule, Text, Word
from arlint.arabic.lexicon import lexicon
from arlint.arabic.noticed import Noticed, these

_JOINED = ("", "و", "ف")


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, list[tuple[tuple[str, ...], str, bool]]]:
    return lexicon(__file__, "pleonasm", _compiled)


def _compiled(table: Any) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """By first word, with or without و or ف, the longest phrase first: the words, what to write, whether that is a fix."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for one in sorted(table["pleonasm"], key=lambda one: -len(one["wrong"])):
        first, *rest = one["wrong"].split()
        for joined in _JOINED:
            right = f"{joined}{one['right']}" if "right" in one else one["instead"]
            phrases.setdefault(f"{joined}{first}", []).append(((f"{joined}{first}", *rest), right, "right" in one))
    return phrases


@lru_cache(maxsize=1)
def _by_longest() -> dict[str, list[tuple[list[str], int]]]:
    """By the longest word of each phrase: all its words, and the number of that word among them."""
    found: dict[str, list[tuple[list[str], int]]] = {}
    for words in (list(words) for phrases in _phrases().values() for words, *_ in phrases):
        longest = max(words, key=len)
        found.setdefault(longest, []).append((words, words.index(longest)))
    return found


class Pleonasm(Rule):
    """معنى يُقال مرتين: «سوف لن» و«كذلك أيضا» و«الأغلبية العظمى». الإصلاح يكتب الصيغة المختصرة حيث تكون واحدة لا تغيّر ما حولها، وإلا
    اقترحت الرسالة ما يُكتب.

    The same thing said twice: «سوف لن», «كذلك أيضا», «الأغلبية العظمى». The fix writes the short form where there is one that leaves
    the rest of the sentence as it is; elsewhere the message proposes what to write.
    """

    id = "pleonasm"
    code = "STY005"
    title = Text("تكرار المعنى", "Pleonasm")
    message = Text("«{wrong}» تكرار للمعنى؛ اكتب: {right}.", "«{wrong}» says the same thing twice; write {right}.")
    level = "warning"

    good = (
        "لن يحضر الوزير.",
        "أيدت الغالبية العظمى القرار.",
        "دعا إلى تعزيز التعاون المشترك.",
        "سوف، لن يتأخر.",
        "وكذلك رفضت الحكومة أيضا.",
    )
    bad = {
        "⟦سوف لن⟧ يحضر الوزير.": "لن يحضر الوزير.",
        "أيدت ⟦الأغلبية العظمى⟧ القرار.": None,
        "⟦كذلك أيضا⟧ رفضت الحكومة.": "كذلك رفضت الحكومة.",
        "⟦وكذلك أيضًا⟧ رفضت الحكومة.": "وكذلك رفضت الحكومة.",
        "⟦وسوف لن⟧ يعود، ⟦وبالإضافة إلى ذلك أيضا⟧ غاب ⟦والأغلبية العظمى⟧ معه.": "ولن يعود، وبالإضافة إلى ذلك غاب والأغلبية العظمى معه.",
        "قال: «⟦سوف لن⟧ نحضر».": "قال: «لن نحضر».",
    }

    measured = Measured(1, 1, 4338, "SaudiNewsNet, Jawhara, NTREX", Text("ولم يوجد غيرها.", "There was only this one."))

    @cached_property
    def cues(self) -> Noticed[bool]:
        """The longest words of the phrases, which are the rarest."""
        return these(frozenset(_by_longest()))

    def cue_matters(self, forms: Sequence[str], number: int) -> bool:
        """Whether it stands in a phrase."""
        return any(forms[number - at : number - at + len(words)] == words for words, at in _by_longest()[forms[number]])

    def check(self, document: Document) -> Iterator[Finding]:
        """Every phrase of the table whose words stand side by side."""
        vocabulary = document.vocabulary
        for first in sorted(vocabulary.intersection(_phrases())):
            possible = [phrase for phrase in _phrases()[first] if vocabulary.issuperset(phrase[0])]
            for word in document.words_of(first) if possible else ():
                yield from islice(self._judged(document, word, possible), 1)

    def _judged(self, document: Document, word: Word, phrases: list[tuple[tuple[str, ...], str, bool]]) -> Iterator[Finding]:
        for words, right, is_fix in phrases:
            following = [word]
            while len(following) < len(words) and (after := document.after(following[-1])):
                following.append(after)
            if tuple(one.form for one in following) == words:
                end = following[-1].end
                edits = (Edit(word.start, end, right),) if is_fix else ()
                yield self.found(word.start, end, *edits, wrong=" ".join(words), right=right)
