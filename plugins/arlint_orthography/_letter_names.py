"""Whether a word stands for a Latin letter in a spelled-out abbreviation: `سي إن إن`, `بى بى سى`."""

from collections.abc import Iterator
from functools import lru_cache

from arlint import Document, Word
from arlint.arabic.fresh import Fresh
from arlint.arabic.letters import LETTER_NAMES
from arlint.arabic.noticed import Noticed

_ALSO_WORDS = frozenset("في فى أو او أن إن ان أي اي أم ام ال كي كى الاف الام الان".split())
"""Names of letters that are ordinary words: a run of these alone (`في ان`) spells nothing."""

_WITH_ARTICLE = frozenset("السي البي الإن الان الإم الام الإف الاف السى البى".split())
"""Those that abbreviations with the article begin with: `السي إن إن`, `الام بي سي`."""

_EGYPTIAN = frozenset(("بى", "سى", "دى", "تى", "كى", "آى", "اى", "فى", "جى"))
_NAMES = LETTER_NAMES | _EGYPTIAN | _WITH_ARTICLE
_CLITICS = "وفبلك"
_WITH_CLITICS = _NAMES.union(f"{clitic}{name}" for clitic in _CLITICS for name in _NAMES)
_FARTHEST = 3  # names to either side; `بي بي سي` and its like have no more


def is_spelled_out(document: Document, word: Word) -> bool:
    """Whether the word and its neighbours name letters, and at least one of them can name nothing else."""
    if not _name(word.form) or not _sure().held(document.vocabulary):
        return False
    return any(name not in _ALSO_WORDS for name in _run(document, word))


def _run(document: Document, word: Word) -> Iterator[str]:
    yield _name(word.form)
    for step in (document.before, document.after):
        neighbour = step(word)
        for _ in range(_FARTHEST):
            if neighbour is None or not (name := _name(neighbour.form)):
                break
            yield name
            neighbour = step(neighbour)


@lru_cache(maxsize=1)
def _sure() -> Noticed[bool]:
    """Words that can be nothing else: most texts have none."""
    return Noticed(_likely, lambda form: bool(name := _name(form)) and name not in _ALSO_WORDS)


def _likely(fresh: Fresh) -> list[str]:
    """The new forms that may be a name, or a word that has lost its blank before one."""
    glued = fresh.lines.count("ة") > fresh.lines.count("ة\n")
    return [*_WITH_CLITICS.intersection(fresh.forms), *(form for form in (fresh.forms if glued else ()) if "ة" in form)]


@lru_cache(maxsize=4096)  # the words beside ان and او, mostly
def _name(form: str) -> str:
    """The name that a form is, less a particle (`لسي إن إن`) or a word that has lost its blank (`وكالةسي إن إن`); else empty."""
    form = form.rpartition("ة")[2] or form
    name = form[1:] if len(form) > 2 and form[0] in _CLITICS and form[1:] in _NAMES else form
    return name if name in _NAMES else ""
