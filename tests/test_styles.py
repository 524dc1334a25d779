"""Rules without code: what the kinds find, where, what they say and mend; mistakes in rule files; the road they take."""

import pickle
from importlib.util import find_spec
from pathlib import Path

import pytest

from arlint.cli import main
from arlint.config import ConfigError, Settings, read, settings
from arlint.document import Source
from arlint.engine import examine, lint
from arlint.fix import fixed
from arlint.formats import arlint_formats
from arlint.plugins import load
from arlint.report import FileReport
from arlint.rules import AnyRule
from arlint.styles import tagging
from arlint.styles.existence import Existence
from arlint.styles.sequence import WordSequence
from arlint.styles.spelling import Spelling

FORMATS = {suffix: fmt.parse for fmt in arlint_formats() for suffix in fmt.suffixes}


def project(folder: Path, files: dict[str, str]) -> Settings:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    asked = read((str(folder),), project_root=str(folder))
    return settings(asked, load(asked.wanted))


def report(force: Settings, text: str, name: str = "a.md") -> FileReport:
    rules = [rule for rule in force.rules_for(name) if rule.without_code]
    return examine(FORMATS[Path(name).suffix](Source(name, text)), rules)


def found(folder: Path, rule: str, text: str, name: str = "a.md") -> list[tuple[str, str]]:
    """What stands at each finding, and what is said of it."""
    given = report(project(folder, {"rules/t.yml": rule}), text, name)
    assert given.faults == ()
    return [(one.text, one.sentence("en")) for one in given.diagnostics]


SEQUENCE = "extends: sequence\nmessage: m\n"
EXISTENCE = "extends: existence\nmessage: \"no '%s'\"\n"
CASES = [
    (EXISTENCE + "tokens: [foo, bar]", "A foo and foobar, then a Foo.", ["foo"]),
    (EXISTENCE + "ignorecase: true\ntokens: [foo]", "A foo and a Foo.", ["foo", "Foo"]),
    (EXISTENCE + "nonword: true\ntokens: [oo]", "A foo.", ["oo"]),
    (EXISTENCE + "tokens: ['colou?r', 404]", "No color at 404.", ["color", "404"]),
    (EXISTENCE + "raw: ['\\bfo', 'o\\b']", "A foo.", ["foo"]),
    (EXISTENCE + "tokens: [very]\nexceptions: [very much]", "It is very bad, thanks very much.", ["very"]),
    (EXISTENCE + "tokens: [foo]\nlimit: 2", "foo foo foo", ["foo", "foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: [paragraph, sentence, text]", "A foo.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: heading", "# A foo\n\nAnother foo.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: heading.h2", "# A foo\n\n## Two foo\n\nAnother foo.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: ~heading", "# A foo\n\nAnother foo, foo.", ["foo", "foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: heading & ~h1", "# A foo\n\n## Two foo\n\nfoo", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: [list, blockquote]", "foo\n\n- a foo\n\n> b foo", ["foo", "foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: link", "A foo in [a foo](http://x.org).", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: strong", "A foo in **a foo** and *foo*.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: code", "A foo in `a foo`.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: alt", "A foo, ![a foo](x.png).", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: table.header", "| foo | x |\n|---|---|\n| y | foo |", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: ~link", "A foo in [a foo](http://x.org) and **foo**.", ["foo", "foo"]),
    (EXISTENCE + "tokens: [a foo bar]\nscope: ~link", "A foo [bar](http://x.org), [a foo](x) bar.", []),
    (EXISTENCE + "tokens: [foo]\nscope: ~class.skip", "<p class='a skip'>foo</p>\n\nA <b class=skip>foo</b> foo.", ["foo"]),
    (EXISTENCE + "tokens: [غزة]\nscope: ~class.skip", "في غَزَّة <i class=skip>غزة</i> وغَزَّة غزة", ["غَزَّة", "غزة"]),
    (EXISTENCE + "tokens: [foo]\nscope: class.lead", "foo\n\n<div class='lead'>\n\na foo\n\n<div>b</div></div>\n\nfoo", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: paragraph", "# foo\n\n> foo\n\n- foo\n\nA foo.", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: text.frontmatter.title", "---\ntitle: a foo\ndescription: foo\n---\n\nfoo", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: ~frontmatter", "---\ntitle: a foo\ndescription: foo\n---\n\n# foo", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: frontmatter.subject", "---\ntitle: a foo\n---\n\nfoo", []),
    (EXISTENCE + "tokens: [foo]\nscope: sentence", "---\ntitle: foo\n---\n\n# foo\n\n> foo\n\n- foo.", ["foo", "foo", "foo"]),
    (EXISTENCE + "nonword: true\ntokens: ['\\x{00AB}\\w', '\\\\x\\{41}']", "A «b» and \\\\x{41}.", ["«b", "\\x{41}"]),
    (EXISTENCE + "nonword: true\nscope: raw\ntokens: ['\\*\\*']", "A **foo**.", ["**", "**"]),
    (EXISTENCE + "tokens: ['^And\\b.*']\nscope: sentence", "He came. And left. Yes.", ["And left"]),
    (EXISTENCE + "tokens: ['غزة']", "غزة وبغزة، غَزَّة.", ["غزة", "غَزَّة"]),
    (EXISTENCE + "clitics: true\ntokens: ['غزة', 'الناتو']", "غزة وبغزة وللناتو ومغزة.", ["غزة", "وبغزة", "وللناتو"]),
    (EXISTENCE + "fold: [hamza, ya, ta]\ntokens: ['إدارة على']", "اداره علي", ["اداره علي"]),
    (EXISTENCE + "clitics: true\ntokens: [غزة]\nexceptions: [غزة هاشم, غزتنا]", "لغزة هاشم وبغزة وغزتنا وغزة هاشم.", ["وبغزة"]),
    (EXISTENCE + "clitics: true\nfold: [hamza]\ntokens: [إيران]", "وبايران كله", ["وبايران"]),
    (EXISTENCE + "tokens: [قال]\nscope: quotation", "وقال «ما قال» ثم قال.", ["قال"]),
    (EXISTENCE + "tokens: [قال]\nscope: ~quotation", "قال «ما قال أحد» ثم قال.", ["قال", "قال"]),
    (EXISTENCE + "tokens: [أمس]\nscope: lede", "# عنوان\n\nوصل الوفد أمس.\n\nوغادر أمس.", ["أمس"]),
    (EXISTENCE + "tokens: [أمس]\nscope: headline", "# وصل أمس\n\nوصل الوفد أمس.", ["أمس"]),
    (EXISTENCE + "tokens: [قتل]\nnear: [حرب]", "قتل في حرب. قتل وحده.", ["قتل"]),
    (EXISTENCE + "tokens: [قتل]\nnear: [حرب]\nwithin: 2 sentences", "قتل وحده. في حرب. بعدها. قتل أخيرا.", ["قتل"]),
    (EXISTENCE + "tokens: [قتل]\nbefore: [حرب]\nwithin: 4 words", "قتل في حرب قتل", ["قتل"]),
    (EXISTENCE + "tokens: [قتل]\nafter: [حرب]", "قتل في حرب ثم قتل", ["قتل"]),
    (EXISTENCE + "tokens: [قتل]\nwithout: [متهم]", "قتل المتهم. قتل متهم.", ["قتل"]),
    (EXISTENCE + "tokens: [foo]\nscope: text & doc(h2 + p)", "foo\n\n## foo\n\nA foo.\n\nfoo", ["foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: doc(h1)", "# A foo\n\nfoo", ["foo"]),
    (EXISTENCE + "tokens: [foo, خبر]\nscope: ~doc(blockquote)", "foo\n\n> foo خبر\n\nخبر", ["foo", "خبر"]),
    (EXISTENCE + "tokens: [a foo]\nscope: quote", 'A foo, "a foo, ‘a foo’ it’s', ["a foo", "a foo"]),
    (EXISTENCE + "tokens: [foo]\nscope: ~quote", 'foo "foo" foo', ["foo", "foo"]),
    (EXISTENCE + "nonword: true\ntokens: ['\\w +,']", "One\n, two , three", ["o ,"]),
    (EXISTENCE + "tokens: [a foo]", "See a\nfoo.", ["a\nfoo"]),
    (EXISTENCE + "nonword: true\ntokens: ['\\* s\\b']", "The `x` s.", ["`x` s"]),
    (
        "extends: occurrence\nmessage: no\nscope: 'doc(section:has(> h2:contains(\"why\")))'\ntoken: because\nmin: 1",
        "# A\n\n## Why\n\nSo.",
        [""],
    ),
    ("extends: occurrence\nmessage: no\nscope: doc(h3)\ntoken: x\nmin: 1", "# A\n\nSo.", [""]),
    ("extends: occurrence\nmessage: many\nscope: heading\nmax: 3\ntoken: .", "# `abc` de", [" "]),
    ("extends: occurrence\nmessage: many\nscope: sentence\ntoken: ','\nmax: 2", "a, b, c, d. e, f.", [","]),
    ("extends: occurrence\nmessage: few\nscope: paragraph\ntoken: '\\w+'\nmin: 3", "One two three.\n\nOne two.", ["One"]),
    ("extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']", "This is is a thing, 1 1.", ["is is"]),
    ("extends: consistency\nmessage: both\neither: {advisor: adviser}", "An advisor.\n\nAn adviser.\n\nNo one.", ["adviser"]),
    (
        "extends: conditional\nmessage: undefined\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '(?:[a-z]+ )\\(([A-Z]{3})\\)'\nexceptions: [ABC]",
        "The thing (WHO) is WHO, not NFL or ABC.",
        ["NFL"],
    ),
    (  # as in Vale, whose style folders rely on it: the patterns are read as they are written
        "extends: conditional\nmessage: undefined\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'\nignorecase: true",
        "The thing (WHO) is WHO, not nfl or NFL.",
        ["NFL"],
    ),
    (
        "extends: capitalization\nmessage: title\nscope: heading\nmatch: $title",
        "# A bad heading here\n\n## A Good Heading of It",
        ["A bad heading here"],
    ),
    (
        "extends: capitalization\nmessage: sent\nscope: heading\nmatch: $sentence",
        "# A Bad Heading Here\n\n## A good one about NASA",
        ["A Bad Heading Here"],
    ),
    (
        "extends: capitalization\nmessage: sent\nmatch: $sentence\nexceptions: [Well-Known Text]",
        "Read the Well-Known Text.\n\nRead The Well Known Text.",
        ["Read The Well Known Text."],
    ),
    (
        "extends: capitalization\nmessage: sent\nscope: heading\nmatch: $sentence\nindicators: [':']\nexceptions: [GitHub, I]",
        "# Step 1: Install\n\n## Step: install\n\n## FAQ\n\n## The GitHub page\n\n## github page\n\n## Using VM images\n\n## APIs\n\n"
        "## 1. Begin",
        ["Step: install", "FAQ", "github page", "Using VM images"],
    ),
    ("extends: capitalization\nmessage: low\nscope: heading\nmatch: $lower", "# A bad\n\n## a good", ["A bad"]),
    ("extends: metric\nmessage: 'value %s'\nformula: words / sentences\ncondition: '> 3'", "One two three four five.", [""]),
    (
        "extends: metric\nmessage: m\nscope: sentence\nformula: words\ncondition: '> 2 && result < 5'",
        "One two. One two three. 1 2 3 4 5.",
        [""],
    ),
    ("extends: metric\nmessage: m\nscope: doc(section > section)\nformula: heading.h2 + round(lix)", "# A\n\nB.\n\n## C\n\nD.", [""]),
    (
        "extends: readability\nmessage: 'grade %s'\nmetrics: [Flesch-Kincaid]\ngrade: 5",
        "Institutional considerations necessitate organization.",
        [""],
    ),
    (
        "extends: sequence\nmessage: \"'%s' '%s'\"\ntokens: [{pattern: bit}, {pattern: of, skip: 1}]",
        "A bit of, a bit more of. Bits.",
        ["bit of", "bit more of"],
    ),
    (SEQUENCE + "tokens: [{pattern: dog}, {pattern: \"'s\"}]", "The dog's bone.", ["dog's"]),
    (SEQUENCE + "tokens: [{pattern: a}, {pattern: 'b|c'}]\nscope: heading", "# a b\n\na c", ["a b"]),
    (SEQUENCE + "tokens: [{pattern: '[ab]'}, {pattern: '[ab]'}]", "a b a.", ["a b", "b a"]),
    (
        SEQUENCE + "tokens: [{pattern: no, negate: true}, {pattern: stop}]",
        "Stop? I stop. No, no stop. stop",
        ["stop", "stop"],
    ),
    (
        SEQUENCE + "tokens: [{pattern: stop}, {pattern: at, negate: true}]",
        "I stop at it. I stop now. I stop",
        ["stop", "stop"],
    ),
    (
        SEQUENCE + "tokens: [{pattern: 'x\\d', skip: 1, min: 2}, {pattern: it, target: true}]",
        "x1 and it. x1 or x2 and it. x1 or else x2 and it.",
        ["it"],
    ),
    (
        SEQUENCE + "ignorecase: true\nexceptions: ['^in [^,]*,']\ntokens: [{pattern: may}, {pattern: it, skip: 1}]",
        "In May, it rains. They may say it.",
        ["may say it"],
    ),
    (
        "extends: presence\nmessage: absent\nscope: headline\noccurs: body\nclitics: true\ntokens: [غزة, بيروت]",
        "# من غزة إلى بيروت\n\nوصل بغزة.",
        ["بيروت"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES, ids=[f"{number}-{rule[9:20]}" for number, (rule, *_) in enumerate(CASES)])
def test_found(tmp_path: Path, rule: str, text: str, expected: list[str]) -> None:
    assert [text for text, _ in found(tmp_path, rule, text)] == expected


SUBSTITUTION = "extends: substitution\nmessage: \"Use '%s' instead of '%s'\"\n"
MENDED = [
    (SUBSTITUTION + "fix: safe\nswap: {utilize: use}", "We utilize it.", "Use 'use' instead of 'utilize'", "We use it."),
    (SUBSTITUTION + "swap: {utilize: use}", "We utilize it.", "Use 'use' instead of 'utilize'", "We utilize it."),
    (SUBSTITUTION + "fix: none\nswap: {utilize: use}", "We utilize it.", "Use 'use' instead of 'utilize'", "We utilize it."),
    (
        SUBSTITUTION + "fix: safe\nswap: {MPL: M, 'MPL 2': Mozilla 2}",
        "The MPL 2 it is.",
        "Use 'Mozilla 2' instead of 'MPL 2'",
        "The Mozilla 2 it is.",
    ),
    (
        SUBSTITUTION + "nonword: true\naction: {name: replace}\nswap: {',{2,}': ',|...'}",
        "a,,, b",
        "Use ',' or '...' instead of ',,,'",
        "a,,, b",
    ),
    (
        SUBSTITUTION + "fix: safe\naction: {name: replace}\nswap: {utilize: use|employ}",
        "We utilize it.",
        "Use 'use' or 'employ' instead of 'utilize'",
        "We utilize it.",
    ),
    (SUBSTITUTION + "fix: safe\ncapitalize: true\nignorecase: true\nswap: {mankind: human kind}", "Mankind.", None, "Human kind."),
    (SUBSTITUTION + "fix: safe\nswap: {'(\\w+) times': '$1 x'}", "Nine times.", None, "Nine x."),
    (SUBSTITUTION + "fix: safe\nclitics: true\nswap: {تويتر: إكس}", "نشر بتويتر.", None, "نشر بإكس."),
    (SUBSTITUTION + "fix: safe\nclitics: true\nswap: {كوفيد: كوفيد-19}", "كوفيد-19 بكوفيد", None, "كوفيد-19 بكوفيد-19"),
    (SUBSTITUTION + "fix: safe\nswap: {paper: white paper}", "a paper, a white paper", None, "a white paper, a white paper"),
    (SUBSTITUTION + "fix: safe\nclitics: true\nswap: {المانيا: ألمانيا}", "سافر لالمانيا", None, "سافر لألمانيا"),
    (EXISTENCE + "fix: safe\naction: {name: remove}\ntokens: [' very']\nnonword: true", "A very big.", None, "A big."),
    (EXISTENCE + "fix: safe\naction: {name: replace, params: [now]}\ntokens: [at present]", "at present.", None, "now."),
    (EXISTENCE + "fix: safe\naction: {name: edit, params: [regex, '(\\w)o', '${1}a']}\ntokens: [foo]", "foo.", None, "fao."),
    (EXISTENCE + "fix: safe\naction: {name: edit, params: [trim_right, '!']}\nnonword: true\ntokens: ['no!+']", "no!!", None, "no"),
    (EXISTENCE + "fix: safe\naction: {name: edit, params: [split, ' ', '1']}\ntokens: [a b]", "a b", None, "b"),
    (EXISTENCE + "fix: safe\naction: {name: edit, params: [replace, o, a, suffix, '!', upper]}\ntokens: [foo]", "foo", None, "FAA!"),
    (
        EXISTENCE + "fix: safe\naction: {name: edit, params: [[prefix, 'a '], [squeeze], [kebab]]}\ntokens: [fooBar]",
        "fooBar",
        None,
        "a-foo-bar",
    ),
    (EXISTENCE + "fix: safe\naction: {name: convert, params: [simple]}\ntokens: [fooBar]", "fooBar", None, "foo bar"),
    ("extends: repetition\nfix: safe\nmessage: \"'%s'\"\ntokens: ['[^\\s]+']", "This is is a thing.", "'is'", "This is a thing."),
]


@pytest.mark.parametrize(("rule", "text", "said", "mended"), MENDED)
def test_said_and_mended(tmp_path: Path, rule: str, text: str, said: str | None, mended: str) -> None:
    force = project(tmp_path, {"rules/t.yml": rule})
    first = report(force, text).diagnostics[0]
    assert said is None or first.sentence("en") == said
    assert fixed(text, lambda text: report(force, text).diagnostics) == mended


def test_rules_across_files(tmp_path: Path) -> None:
    rule = "extends: consistency\nscope: project\nmessage: \"'%s', elsewhere '%s'\"\neither: {غوغل: جوجل}\nclitics: true"
    force = project(tmp_path, {"rules/t.yml": rule})
    documents = [FORMATS[".txt"](Source(f"{number}.txt", text)) for number, text in enumerate(("زار غوغل", "زار وفد غوغل", "من بجوجل"))]
    reports = list(lint(documents, [rule for rule in force.rules_for("0.txt") if rule.without_code]))
    assert [[one.sentence("en") for one in one.diagnostics] for one in reports] == [[], [], ["'بجوجل', elsewhere 'غوغل'"]]


def test_inheritance(tmp_path: Path) -> None:
    files = {
        "rules/Base/Terms.yml": SUBSTITUTION + "swap: {aaa: x, bbb: y}\ntests: [none]",
        "rules/Own/Terms.yml": "extends: Base.Terms\nlevel: error\nswap+: {ccc: z}\nswap-: [aaa]",
    }
    force = project(tmp_path, files)
    given = report(force, "aaa bbb ccc")
    assert sorted((one.rule.id, one.text, one.level) for one in given.diagnostics) == [
        ("Base.Terms", "aaa", "warning"),
        ("Base.Terms", "bbb", "warning"),
        ("Own.Terms", "bbb", "error"),
        ("Own.Terms", "ccc", "error"),
    ]


def test_rules_take_the_road_of_all_rules(tmp_path: Path) -> None:
    rule = EXISTENCE + "tokens: [foo]\ncode: FOO7"
    config = "rules:\n  t: {level: error, tokens: [bar]}\n  inline: {extends: existence, message: {ar: لا, en: 'not'}, tokens: [baz]}\n"
    force = project(tmp_path, {"rules/t.yml": rule, ".arlint.yml": config + "suppress: [{paths: x.md, rules: FOO7}]\n"})
    text = "foo bar baz <!-- arlint: disable-line=inline -->"
    given = report(force, text)
    assert [(one.rule.id, one.rule.code[:3], one.level, one.text) for one in given.diagnostics] == [
        ("t", "FOO", "error", "bar"),
        ("inline", "HOU", "warning", "baz"),
    ]
    assert given.diagnostics[1].sentence("ar") == "لا"
    copied = pickle.loads(pickle.dumps([one.rule for one in given.diagnostics]))
    assert copied == [one.rule for one in given.diagnostics]


def test_scopes_with_names(tmp_path: Path) -> None:
    files = {
        "s/config/scopes/a.yml": "why: 'doc(section:has(> h2:contains(\"Why\")))'\nlead: text & doc(h1 + p)\n",
        "s/Own/Out.yml": EXISTENCE + "tokens: [foo]\nscope: ~why",
        "s/Own/Lead.yml": EXISTENCE + "tokens: [foo]\nscope: lead & ~heading",
        ".arlint.yml": "styles: [s]\n",
    }
    given = report(project(tmp_path, files), "# A foo\n\nfoo\n\n## Why\n\nA foo.")
    assert [(one.rule.id, one.line) for one in given.diagnostics] == [("Own.Out", 1), ("Own.Lead", 3), ("Own.Out", 3)]
    with pytest.raises(ConfigError) as error:
        project(tmp_path, {"s/config/scopes/b.yml": "heading: doc(h1)\nwhy: text\n2x: text\n"})
    said = "\n".join(error.value.lines("en"))
    assert "b.yml:1:10: 'heading' is a scope already" in said
    assert "b.yml:2:6: 'why' is also defined" in said
    assert "b.yml:3:5: '2x' is no name" in said


def test_accepted_and_rejected_words(tmp_path: Path) -> None:
    files = {
        "styles/w.txt": "GitHub\n# a comment\nvery\n",
        "rules/t.yml": EXISTENCE + "tokens: [very, quite]",
        ".arlint.yml": "accept: [styles/w.txt]\nreject: [boring]\n",
    }
    given = report(project(tmp_path, files), "A very, quite boring github.")
    assert [(one.rule.id, one.text) for one in given.diagnostics] == [("t", "quite"), ("Vale.Avoid", "boring"), ("Vale.Terms", "github")]


def test_what_explodes_is_told_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arlint.styles.patterns.SECONDS", 0.05)
    force = project(tmp_path, {"rules/slow.yml": EXISTENCE + "tokens: ['(?:a|aa)+$', foo]", "rules/t.yml": EXISTENCE + "tokens: [foo]"})
    given = report(force, "A foo.\n\n" + "a" * 60 + "!")
    assert [(one.rule.id, one.text) for one in given.diagnostics] == [("slow", "foo"), ("t", "foo")]
    assert [(fault.kind, "slow.yml:1:1" in fault.message.en, "line 3" in fault.message.en) for fault in given.faults] == [
        ("rule", True, True)
    ]
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("ااا" * 20 + "ب", encoding="utf-8")
    project(tmp_path, {"rules/slow.yml": EXISTENCE + "tokens: ['(?:ا|اا)+$']", "rules/t.yml": EXISTENCE + "tokens: [foo]"})
    assert main(["check", "a.txt", "--no-cache", "--select", "slow,t"]) == 2
    assert main(["baseline", "a.txt", "--no-cache"]) == 2


MISTAKES = [
    ("extends: existance\nmessage: x\ntokens: [a]", "1:10: no kind or rule 'existance'; did you mean 'existence'?"),
    ("extends: existence\nmesage: x\ntokens: [a]", "2:1: no option 'mesage' in existence; did you mean 'message'?"),
    ("extends: existence\ntokens: [a]", "1:1: 'message' is missing."),
    ("extends: existence\nmessage: x", "1:1: rule 't' extends existence and lacks tokens / raw."),
    ("extends: existence\nmessage: x\ntokens: [a]\nlimit: -1", "4:8: 'limit' must be 0 or more, not the number -1."),
    ("extends: existence\nmessage: x\ntokens: [a]\ncode: X1y", "4:7: 'X1y' will not do as a code; that is letters and a number"),
    ("extends: existence\nmessage: x\ntokens: [a]\nscope: h1 &", "4:8: a scope is missing after & or ~, or before &."),
    ("extends: existence\nmessage: x\ntokens: [a]\nscope: [text, '& h1']", "4:15: a scope is missing after & or ~, or before &."),
    ("extends: existence\nmessage: x\nlevel: warn\ntokens: [a]", "3:8: 'level': no value 'warn'; did you mean 'warning'?"),
    ("extends: existence\nmessage: x\nscope: ~headin\ntokens: [a]", "3:8: no scope 'headin'; did you mean 'heading'?"),
    ("extends: existence\nmessage: x\nscope: text & doc(h2 >)\ntokens: [a]", "3:8: no scope 'doc(h2 >)'"),
    ("extends: existence\nmessage: x\ntokens: [a]\naction: {name: edit, params: [trim]}", "4:9: 'edit' takes these, one after another"),
    ("extends: existence\nmessage: x\ntokens: [a, '(b']", "3:13: not a valid pattern: '(b': missing ) at position 2."),
    ("extends: substitution\nmessage: x\nswap: {'[a': b}", "3:8: not a valid pattern: '[a': unterminated character set at position 2."),
    ("extends: existence\nmessage: x\ntokens: [a]\naction: {name: replase}", "4:16: no action 'replase'; did you mean 'replace'?"),
    ("extends: existence\nmessage: x\ntokens: [a]\nwithin: 2 pages", "4:9: a distance is as 2 sentences, 10 words or 1 paragraph."),
    ("extends: existence\nmessage: x\ntokens: [a]\nfold: [hamzah]", "4:8:"),
    ("extends: metric\nmessage: x\nformula: wurds / 2", "3:10: not a valid formula (wurds)"),
    ("extends: existence\nmessage: x\ntokens: [a]\ntests: ['a ⟦b']", "4:9: ⟦ and ⟧ do not pair."),
    ("extends: existence\nmessage: {fr: x}\ntokens: [a]", "2:11: 'fr' is no language; there are ar and en."),
    ("extends: t\nmessage: x", "1:10: 't' extends itself in a circle; remove one link."),
    ("extends: existence\nmessage: x\ntokens: [a", "broken YAML"),
    ("message: x", "1:1: the file holds no rule"),
    ("extends: capitalization\nmessage: x\nmatch: (", "3:8: not a valid pattern: '(': missing ) at position 1."),
    ("extends: capitalization\nmessage: x\nmatch: $titel", "3:8: 'match': no value '$titel'; did you mean '$title'?"),
    ("extends: sequence\nmessage: x\ntokens: [{patern: a}]", "3:11: no key 'patern' in a word of a sequence; did you mean 'pattern'?"),
    ("extends: sequence\nmessage: x\ntokens: [{pattern: '('}]", "3:20: not a valid pattern: '(': missing ) at position 1."),
    ("extends: script\nmessage: x\nscript: a.tengo", "is a script in Tengo, which arlint does not run; switch it off (t: off)"),
    ("extends: sequence\nmessage: x\ntokens: [{tag: '('}]", "3:16: not a valid pattern: '(': missing ) at position 1."),
    ("extends: sequence\nmessage: x\ntokens: [{pattern: a, skip: b}]", "3:29: 'skip' is a number."),
]  # fmt: skip


TAGGED = SEQUENCE + "tokens: [{tag: 'NNS?', skip: 4, min: 2}, {pattern: '\\w+', tag: PRP, target: true}]"


def test_parts_of_speech(tmp_path: Path) -> None:
    if tagging.is_available():
        text = "The dog chased the cat until it tired. The dog barked because it hungered."
        assert found(tmp_path, TAGGED, text) == [("it", "m")]
        assert found(tmp_path, SEQUENCE + "tokens: [{upos: ADJ}, {upos: NOUN}]", "A small dog.") == [("small dog", "m")]
        return
    with pytest.raises(ConfigError) as error:
        project(tmp_path, {"rules/t.yml": TAGGED}).rules_for("a.md")
    assert "asks for parts of speech (tag), which needs the library textblob; pip install" in error.value.lines("en")[0]


@pytest.mark.skipif(find_spec("hunspell") is None, reason="the library chunspell is not here: pip install arlint[spell]")
def test_suggested_spellings(tmp_path: Path) -> None:
    message = "message: {ar: ما «%s»؟ %s, en: \"'%s'? %s\"}\n"
    rule = f"extends: spelling\n{message}custom: true\ndictionaries: [desk]\naction: {{name: suggest, params: [spellings]}}"
    files = {"rules/t.yml": rule, "rules/config/dictionaries/desk.aff": "SET UTF-8\nTRY abc\n", ".arlint.yml": ""}
    force = project(tmp_path, {**files, "rules/config/dictionaries/desk.dic": "4\nmetre\nزيتون\nبيت\nبنت\n"})
    given = report(force, "metre meter زيتونن بيب")
    assert [(one.sentence("en"), one.fix and one.fix.edits[0].text) for one in given.diagnostics] == [
        ("'meter'? 'metre'", "re"),
        ("'زيتونن'? 'زيتون'", ""),
        ("'بيب'? 'بيت'", "ت"),
    ]
    assert given.diagnostics[2].sentence("ar") == "ما «بيب»؟ «بيت»"


def test_choices_in_arabic(tmp_path: Path) -> None:
    message = "message: {ar: استعمل «%s» لا «%s», en: \"Use '%s', not '%s'\"}\n"
    rule = "extends: substitution\n" + message + "action: {name: replace}\nswap: {تويتر: إكس|X}"
    (one,) = report(project(tmp_path, {"rules/t.yml": rule}), "نشر على تويتر").diagnostics
    assert (one.sentence("ar"), one.sentence("en")) == ("استعمل «إكس» أو «X» لا «تويتر»", "Use 'إكس' or 'X', not 'تويتر'")


def test_a_message_that_asks_for_more_than_is_found(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: \"100% '%s' %s %s %s %s\"\ntokens: [تويتر]"
    (one,) = report(project(tmp_path, {"rules/t.yml": rule}), "نشر على تويتر").diagnostics
    assert one.sentence("en").rstrip() == "100% 'تويتر'"


@pytest.mark.parametrize(("rule", "said"), MISTAKES)
def test_mistakes_are_told_with_their_place(tmp_path: Path, rule: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        project(tmp_path, {"rules/t.yml": rule, ".arlint.yml": ""}).rules_for("a.md")
    assert said in "\n".join(error.value.lines("en"))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    files = {
        "rules/a.yml": "extends: existance\nlevl: x",
        "rules/b.yml": "extends: a\nmessage: x\nscope: headin",
        ".arlint.yml": "langg: ar",
    }
    with pytest.raises(ConfigError) as error:
        project(tmp_path, files)
    lines = "\n".join(error.value.lines("en"))
    assert [word in lines for word in ("a.yml:1:10", "a.yml:2:1", "b.yml:3:8", ".arlint.yml:1:1")] == [True] * 4


def test_tests_in_rule_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tests = "tests:\n  - nothing here\n  - a ⟦foo⟧\n  - {text: 'a ⟦foo⟧', fixed: a bar}\n  - foo foo => bar bar\n"
    good = EXISTENCE + "fix: safe\ntokens: [foo]\naction: {name: replace, params: [bar]}\n" + tests
    project(tmp_path, {"rules/good.yml": good})
    run = ["test", "--lang", "en", "--project-root", str(tmp_path)]
    assert main(run) == 0
    assert "All tests passed: 4 in 1 rule." in capsys.readouterr().out
    project(tmp_path, {"rules/bad.yml": EXISTENCE + "tokens: [foo]\ntests: [a foo]"})
    assert main(run) == 1
    out = capsys.readouterr().out
    assert "bad.yml:1:1: bad" in out
    assert "1 of 5 tests failed, in 2 rules." in out


def test_rule_files_are_no_articles(tmp_path: Path) -> None:
    force = project(tmp_path, {"rules/t.yml": EXISTENCE + "tokens: [foo]", ".arlint.yml": ""})
    assert force.excluded(str(tmp_path / "rules" / "t.yml"))
    assert not force.excluded(str(tmp_path / "rules" / "about.md"))


def test_patterns_of_the_configuration_are_tried_too(tmp_path: Path) -> None:
    files = {"rules/t.yml": EXISTENCE + "tokens: [foo]", ".arlint.yml": "rules: {t: {tokens: ['(']}}"}
    with pytest.raises(ConfigError) as error:
        project(tmp_path, files).rules_for("a.md")
    assert error.value.lines("en")[0].endswith("option 'tokens' of rule 't': not a valid pattern: '(': missing ) at position 1.")


def test_rules_are_not_defined_in_overrides(tmp_path: Path) -> None:
    rule = "{extends: existence, message: x, tokens: [a]}"
    with pytest.raises(ConfigError) as error:
        project(tmp_path, {".arlint.yml": f"overrides:\n  - paths: a/\n    rules:\n      t: {rule}\n"})
    assert error.value.lines("en")[0].endswith(".arlint.yml:4:7: a rule is defined under the outer 'rules', not in overrides.")


@pytest.mark.parametrize(("kind", "option"), [(Spelling, "filters"), (WordSequence, "exceptions"), (Existence, "exceptions")])
def test_a_pattern_of_the_configuration_is_tried_before_the_rule_is_asked(kind: type[AnyRule], option: str) -> None:
    lack = kind(**{option: ["("]}).lacking()
    assert lack is not None
    assert f"option {option!r}" in lack.en
    assert "not a valid pattern: '('" in lack.en
