"""Evidence of a source: whether a sentence says whose words or figures it gives (catalogue 2.7)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from .clitics import CONJUNCTIONS, NOUN_PREFIXES, NOUN_SUFFIXES, StemTable
from .lexicon import lexicon
from .skeletons import hamza
from .speech import introduces, saying
from .words import forms, spans

_NEVER = "فحسب"
"""`ليس هذا فحسب` is "not only this"."""

_LONGEST = 3  # words after the first of a phrase
_Rests = frozenset[tuple[str, ...]]


def attributed(text: str, *, documents: bool = True, texts: bool = True) -> bool:
    """Whether a sentence names a source, or somebody who speaks; best asked of text in which the insides of quotations are blank.

    With `documents=False` only somebody who says something counts, and no report, law, newspaper or agency that is merely named; with
    `texts=False` those that speak do (بيان, رسالة, صحيفة), and no law, agreement or the like, which is as often merely spoken of.
    """
    # What most tokens prove needs no look at what stands beside them, and was seen before.
    proofs = set(map(_TOKENS.__getitem__, text.split()))
    if "says" in proofs or (documents and ("document" in proofs or (texts and "text" in proofs))):
        return True
    return not proofs <= _NOTHING and _read_closely(text, documents=documents, texts=texts)


def surely_attributed(text: str) -> bool:
    """As `attributed`, where a word by itself proves it: true of most sentences that are, and never where they are not."""
    return not _PROVING.isdisjoint(map(_TOKENS.__getitem__, text.split()))


def _read_closely(text: str, *, documents: bool, texts: bool) -> bool:
    """As `attributed`, word by word."""
    words = forms(text)
    doubtful: list[int] = []
    for number, word in enumerate(words):
        proof = _proof(word)
        if not proof:
            continue
        if proof == "says" or (proof == "document" and documents) or (proof == "text" and documents and texts) or _phrase_at(words, number):
            return True
        if proof == "weak":
            doubtful.append(number)
    if not doubtful:
        return False
    places = spans(text)
    return any(introduces(text, places[number][1]) for number in doubtful)


class _Tokens(dict[str, str]):
    """What a token, which stands between blanks, proves by itself: the surest proof of a word in it; `maybe` where its neighbours tell."""

    _LIMIT = 65536

    def __missing__(self, token: str) -> str:
        proofs = {_proof(word) for word in forms(token)} - _NOTHING
        found = next((proof for proof in ("says", "document", "text") if proof in proofs), "maybe" if proofs else "")
        if len(self) >= self._LIMIT:
            self.clear()
        self[token] = found
        return found


_TOKENS = _Tokens()
_NOTHING = frozenset(("",))
_PROVING = frozenset(("says", "document", "text"))


@lru_cache(maxsize=65536)
def _proof(word: str) -> str:
    """What a word may prove: `says`, `document`, `text`, `weak` (a verb of saying or another word), `phrase` (it may begin one), or
    nothing.
    """
    one = saying(word)
    if one and one.manner == "naming":
        one = None
    if one and not one.weak:
        return "says"
    if named := _table()[1][word]:
        return named[0].entry
    return "weak" if one else "phrase" if _rests(word) else ""


@lru_cache(maxsize=4096)
def _rests(word: str) -> _Rests:
    """What may follow a word, which may have و or ف before it, to make a phrase; `()` where it is one by itself."""
    if word == _NEVER:
        return frozenset()
    table = _table()[0]
    return next(
        (table[rest] for prefix in CONJUNCTIONS if word.startswith(prefix) and (rest := word[len(prefix) :]) in table), frozenset()
    )


def _phrase_at(words: Sequence[str], number: int) -> bool:
    rests = _rests(words[number])
    return bool(rests) and any(tuple(words[number + 1 : number + 1 + length]) in rests for length in range(_LONGEST + 1))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, _Rests], StemTable[str]]:
    phrases, documents = lexicon(__file__, "attribution", _compiled, 2)
    return phrases, StemTable(documents, NOUN_PREFIXES)


def _compiled(table: Any) -> tuple[dict[str, _Rests], dict[str, str]]:
    phrases: dict[str, _Rests] = {}
    for phrase in (*table["phrases"], *table["frames"]):
        for written in [f"{phrase[:-1]}{suffix}" for suffix in ("", *NOUN_SUFFIXES)] if phrase.endswith("~") else [phrase]:
            for careless in _carelessly(written):
                first, *rest = careless.split()
                phrases[first] = phrases.get(first, frozenset()) | {tuple(rest)}
    texts, documents = ({form for word in table[key] for form in _carelessly(word)} for key in ("texts", "documents"))
    agencies = {form for word in table["agencies"] for form in _carelessly(word)}
    return phrases, dict.fromkeys(sorted(texts), "text") | dict.fromkeys(sorted(documents | agencies), "document")


def _carelessly(written: str) -> set[str]:
    """Words as they are, and as copy spells them that leaves hamzas out or writes ى for a final ي: `استنادا الى`, `فى مؤتمر صحفى`."""
    undotted = " ".join(f"{word[:-1]}ى" if word.endswith("ي") else word for word in written.split())
    return {written, hamza(written), undotted}
