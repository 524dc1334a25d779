"""What is concluded from all files of a project."""

from collections.abc import Sequence

from ..cache import Cache
from ..discover import Found
from ..engine import Counts, add, conclude
from ..rules import AnyRule, CorpusRule
from ..work import worked
from .conclusions import Concluded, Surveys
from .revision import Project

__all__ = ["Concluded", "Surveys", "concluded"]


def concluded(files: Sequence[Found], task: Surveys, compare: Sequence[AnyRule], jobs: int, cache: Cache | None) -> Concluded:
    """What the rules conclude from the files. Without a `state`, what is found in files under it is not to be kept."""
    rules = [rule for rule in compare if isinstance(rule, CorpusRule)]
    sets = {id(own): own for own in (task.rules(found.path) for found in files)}
    if cache is not None and not task.source.contents and all(task.print_of(own) is not None for own in sets.values()):
        project = Project(files, task, rules, jobs, cache)
        if project.is_sure:
            return project.concluded()
    total: Counts = {}
    for found, done in worked(files, task, jobs, cache):
        if isinstance(found, Found):
            add(total, task.notes(found, done))
    return Concluded(*conclude(total, rules))
