"""Suppression comments: reasons, days, rules that are locked, and what is said of comments that are wrong or of no use."""

from collections.abc import Iterator
from datetime import date

import pytest

from arlint import Document, Finding, Pattern, PatternRule, Rule, Text
from arlint.document import Source
from arlint.engine import examine
from arlint.formats.plain import parse
from arlint.plugins import load
from arlint.report import FileReport
from arlint.rules import AnyRule
from arlint.suppress import suppressed
from arlint.testing import document

SAID = Text("رسالة.", "Message.")
AUDITS = [rule() for rule in load().rules.values() if rule.code.startswith("SUP")]
TODAY = date(2026, 6, 15)


class Bang(PatternRule):
    """Marks."""

    id, code, title, message = "bang", "TST001", SAID, SAID
    patterns = (Pattern("!+", "."),)


class Minor(Rule):
    """A name that the law forbids."""

    id, code, title, message = "minor", "LAW001", SAID, SAID
    locked = True

    def check(self, document: Document) -> Iterator[Finding]:
        at = document.text.find("فلان")
        if at >= 0:
            yield self.found(at, at + 4)


NAMES = [(rule.id, rule.code) for rule in (Bang(), Minor(), *AUDITS)]


def seen(text: str, *rules: AnyRule) -> FileReport:
    read, rules = parse(Source("a.txt", text)), (*rules, *AUDITS)
    return suppressed([read], examine(read, rules), rules, ("<!--", "#"), NAMES, TODAY)


DAYS = [
    ("until=2026-06-15", [], 1),
    ("until=2026-06-14", ["SUP003", "TST001"], 0),
    ("until=2027-01-01 -- عنوان كتاب", [], 1),
    ("until=٢٠٢٧-٠١-٠١", [], 1),
    ("until=2026-6-1", ["SUP003", "TST001"], 0),
    ("until=2026-06-31", ["SUP002"], 1),
    ("until=soon", ["SUP002"], 1),
    ("untill=2027-01-01", ["SUP002"], 1),
    ("-- until=2020-01-01 is part of the reason", [], 1),
]


@pytest.mark.parametrize(("option", "codes", "accepted"), DAYS)
def test_a_comment_may_hold_until_a_day(option: str, codes: list[str], accepted: int) -> None:
    for comment in (f"<!-- arlint: disable-next-line=bang {option} -->", f"# arlint: disable-next-line=bang {option}"):
        report = seen(f"{comment}\nنعم!", Bang())
        assert ([one.rule.code for one in report.diagnostics], report.suppressed) == (codes, accepted)


def test_the_reason_is_kept() -> None:
    report = seen("نعم! <!-- arlint: disable-line=bang until=2027-01-01 -- عنوان -- كتاب -->", Bang())
    assert [one.reason for one in report.accepted] == ["عنوان -- كتاب"]


def test_a_comment_that_expired_and_would_silence_nothing_is_unused_too() -> None:
    report = seen("<!-- arlint: disable=bang until=2020-01-01 -->\nنعم.", Bang())
    assert [one.rule.code for one in report.diagnostics] == ["SUP001", "SUP003"]


@pytest.mark.parametrize("selector", ["=minor", "=LAW001", "", "=LAW", "=ALL"])
def test_no_comment_silences_a_rule_that_is_locked(selector: str) -> None:
    report = seen(f"قال فلان: نعم! <!-- arlint: disable-line{selector} -->", Minor(), Bang())
    codes = [one.rule.code for one in report.diagnostics]
    assert "LAW001" in codes
    assert ("SUP002" in codes) is (selector in ("=minor", "=LAW001"))
    assert "No comment silences rule" in " ".join(one.sentence("en") for one in report.diagnostics) or selector not in ("=minor", "=LAW001")


def test_a_configuration_locks_any_rule() -> None:
    text = "نعم! <!-- arlint: disable-line=bang -->"
    assert [one.rule.code for one in seen(text, Bang(locked=True)).diagnostics] == ["TST001", "SUP002"]
    assert seen(text, Bang()).diagnostics == ()
    assert Bang(locked=True) != Bang()


def test_every_comment_of_a_line_is_read() -> None:
    text = "نعم! <!-- arlint: disable-line=LAW001 --> <!-- arlint: disable-line=bang --> # arlint: disable-line=minr"
    report = seen(text, Bang(), Minor())
    assert [one.rule.code for one in report.diagnostics] == ["SUP002", "SUP002"]
    assert report.suppressed == 1


@pytest.mark.parametrize("comment", ["disable-line-->", "disable-line=bang-->", "disable-line=bang--عنوان-->"])
def test_a_comment_needs_no_blank_before_its_end(comment: str) -> None:
    assert seen(f"نعم! <!--arlint:{comment}", Bang()).suppressed == 1


@pytest.mark.parametrize("matter", ["", "---\ntitle: خبر\n---\n\n"])
@pytest.mark.parametrize(
    ("comment", "accepted"), [("{# arlint: disable=bang #}", 1), ("<!-- arlint: disable=bang -->", 1), ("# arlint: disable=bang", 0)]
)
def test_comments_below_front_matter_are_those_of_the_format(matter: str, comment: str, accepted: int) -> None:
    found = document(f"{matter}{comment}\n\nنعم!\n", "markdown")
    report = suppressed([found], examine(found, (Bang(),)), (Bang(),), ("<!--", "{#"), NAMES, TODAY)
    assert report.suppressed == accepted


@pytest.mark.parametrize("comments", ["<!-- arlint: disable-line=bang -->", "<!-- - -->\n<!-- -- x --> <!-- arlint: disable-line=bang -->"])
def test_a_comment_may_stand_within_a_paragraph_of_html(comments: str) -> None:
    found = document(f"<p>نعم {comments} هنا!</p>", "html")
    assert suppressed([found], examine(found, (Bang(),)), (Bang(),), ("<!--",), NAMES, TODAY).suppressed == 1


@pytest.mark.parametrize("code", ["`<!-- arlint: disable-line -->`", "`x` `<!-- arlint: disable-line -->`"])
def test_a_comment_in_code_is_none(code: str) -> None:
    found = document(f"نعم {code} هنا!\n", "markdown")
    assert suppressed([found], examine(found, (Bang(),)), (Bang(),), ("<!--",), NAMES, TODAY).suppressed == 0
