"""What every rule promises, as checks for any test runner.

In a plugin's tests two lines are enough, whatever rules it has or will have::

    @pytest.mark.parametrize("promise", promises(arlint_desk), ids=str)
    def test_promise(promise): promise.check()

`arlint_desk` stands for the plugin's package; rule classes, or the path of a newsroom's folder of rules, may be given in its place.
Places in examples stand between ⟦ and ⟧. An example may hold several files, each after its name in brackets at the head of a line; they are
linted together, and a rule that compares then compares them::

    [a.txt] …
    [b.txt] … ⟦…⟧ …
"""

from ..formats import Format
from .broken import BrokenPromise
from .examples import Case, cases_of
from .linting import articles, diagnostics, document
from .marking import files, marked, unmarked
from .promises import Promise, promises
from .stating import check_page

__all__ = [
    "BrokenPromise", "Case", "Format", "Promise", "articles", "cases_of", "check_page", "diagnostics", "document", "files", "marked",
    "promises", "unmarked",
]  # fmt: skip
