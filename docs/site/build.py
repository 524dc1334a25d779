"""Build the documentation site, a site for each language: `python docs/site/build.py OUT` (needs `pip install '.[docs]'`, no network).

The pages of `docs/LANG` and `docs/rules/LANG`, and those that serve both languages, become `OUT/LANG`. Then every link is followed; a
broken one is said and makes the exit code 1.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from links import broken

DOCS = Path(__file__).resolve().parents[1]
HERE = DOCS / "site"
LANGUAGES = {"ar": "العربية", "en": "English"}

SECTIONS = (
    ({"ar": "البداية", "en": "Start"}, ("start", "configuration", "formats", "documents-and-feeds", "output")),
    ({"ar": "العمل اليومي", "en": "Every day"}, ("fixing", "accepting", "reviewing", "archive", "integrations")),
    ({"ar": "قواعد جديدة", "en": "Rules of your own"}, ("house-lists", "yaml-rules", "vale", "writing-python", "plugin")),
    ({"ar": "عن arlint", "en": "About arlint"}, ("comparison", "performance", "glossary", "design/core", "design/configuration")),
)
"""The order of pages. Pages that are named and not there are passed over; those that are there and not named come last."""

SHARED = {
    "glossary.md": "المصطلحات",
    "performance.md": "الأداء",
    "design/core.md": "التصميم: بناء النواة",
    "design/configuration.md": "التصميم: الإعدادات",
    "design/comparing-files.md": "التصميم: مقارنة الملفات",
    "design/documentation.md": "التصميم: الوثائق",
}
"""What the Arabic site calls pages that are in English, or in both languages."""

_DIRECTION = re.compile(r"^</?div(?: dir=\"rtl\")?>\n", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)")
_ARABIC, _LATIN = re.compile("[ء-ي]"), re.compile("[A-Za-z]")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_GENERATED = re.compile(r"^<!-- arlint (.*) -->$", re.MULTILINE)


def main(out: Path) -> int:
    """The exit code."""
    with tempfile.TemporaryDirectory() as work:
        for lang in LANGUAGES:
            site(lang, Path(work) / lang, out / lang)
    shutil.copy(HERE / "index.html", out / "index.html")
    wrong = list(broken(out))
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{sum(1 for _ in out.rglob('*.html'))} pages in {out}, {len(wrong)} broken links")
    return 1 if wrong else 0


def site(lang: str, work: Path, out: Path) -> None:
    """Build the site of one language."""
    pages = dict(sources(lang))
    for name, path in pages.items():
        target = work / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(path, name, lang, pages), encoding="utf-8")
    assets = work / "docs" / "assets"
    assets.mkdir()
    shutil.copy(HERE / "site.css", assets)
    told = yaml.safe_dump(configuration(lang, pages), allow_unicode=True, sort_keys=False)
    # Anchors in the letters of their headings, as GitHub has them; the tag is one that only the reader of this file knows.
    told = told.replace("slugify: UNICODE", "slugify: !!python/name:markdown.extensions.toc.slugify_unicode")
    (work / "mkdocs.yml").write_text(told, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(work / "mkdocs.yml")],
        check=False, cwd=work, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    shutil.copytree(work / "site", out, dirs_exist_ok=True)


def sources(lang: str) -> Iterator[tuple[str, Path]]:
    """The pages of a language: their names in the site, and their files."""
    for path in sorted((DOCS / lang).glob("*.md")):
        yield path.name, path
    for path in sorted((DOCS / "rules" / lang).glob("*.md")):
        yield f"rules/{'index.md' if path.name == 'README.md' else path.name}", path
    for path in sorted(DOCS.glob("*.md")):
        if not (DOCS / lang / path.name).exists():
            yield path.name, path
    for path in sorted((DOCS / "design").glob("*.md")):
        yield f"design/{path.name}", path


def page(path: Path, name: str, lang: str, pages: dict[str, Path]) -> str:
    """A page as the site has it: links follow the files to their new places, and the site itself says in which direction it runs."""
    names = {file: site_name for site_name, file in pages.items()}
    up = "../" * name.count("/")

    def moved(match: "re.Match[str]") -> str:
        target = (path.parent / match[2]).resolve()
        if target.is_dir() and (target / "README.md") in names:
            target = target / "README.md"
        if target in names:
            return f"[{match[1]}]({up}{names[target]}{match[3] or ''})"
        other = next((code for code in LANGUAGES if code != lang and (DOCS / code) in target.parents), None)
        if other:
            return f"[{match[1]}]({up}../{other}/{target.stem}.html)"
        if target.exists():  # a file of the repository, which the site does not have
            return match[1]
        raise SystemExit(f"{path}: {match[2]} does not exist")

    text = _LINK.sub(moved, _DIRECTION.sub("", path.read_text(encoding="utf-8")))
    text = _GENERATED.sub(lambda match: printed((*match[1].split(), "--lang", lang)), text)
    if path.parent.name in LANGUAGES:
        return text
    if lang == "ar" and _is_english(text):
        return turned("en", text)
    return "\n\n".join(turned(spoken, part) if (spoken := language(part)) != lang and spoken else part for part in parts(text)) + "\n"


def parts(text: str) -> Iterator[str]:
    """What stands between blank lines; a block of code is one part."""
    held = ""
    for part in text.strip("\n").split("\n\n"):
        held += f"\n\n{part}" if held else part
        if held.count("```") % 2 == 0:
            yield held
            held = ""
    if held:
        yield held


def language(part: str) -> str:
    """The language of a paragraph in a page that has both; empty for headings, tables, lists and code, which stay as the page is."""
    if part[:1] in "#|<-`":
        return ""
    return "en" if _is_english(part) else "ar" if len(_ARABIC.findall(part)) > len(_LATIN.findall(part)) else ""


def turned(lang: str, text: str) -> str:
    """Markdown that runs as its language does."""
    return f'<div dir="{"rtl" if lang == "ar" else "ltr"}" lang="{lang}" markdown>\n\n{text}\n\n</div>'


def _is_english(text: str) -> bool:
    return len(_ARABIC.findall(text)) < len(_LATIN.findall(text)) / 10


def printed(arguments: Iterable[str]) -> str:
    """What arlint prints: a part of a page that is made from the program itself."""
    command = [sys.executable, "-m", "arlint", *arguments]
    return subprocess.run(command, check=True, cwd=DOCS, stdout=subprocess.PIPE, encoding="utf-8").stdout


def configuration(lang: str, pages: dict[str, Path]) -> dict[str, object]:
    """What zensical is told."""
    described = {"ar": "مدقق جودة النصوص لغرف الأخبار العربية", "en": "The text-quality linter for Arabic newsrooms"}
    return {
        "site_name": "arlint",
        "site_description": described[lang],
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {
            "name": "material", "language": lang, "direction": "rtl" if lang == "ar" else "ltr", "font": False,
            "features": ["navigation.sections", "navigation.top", "content.code.copy", "search.highlight"],
            "palette": [
                {"media": "(prefers-color-scheme: light)", "scheme": "default"},
                {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
            ],
        },
        "extra_css": ["assets/site.css"],
        "extra": {
            "generator": False,
            "alternate": [{"name": name, "link": f"../{code}/index.html", "lang": code} for code, name in LANGUAGES.items()],
        },
        "markdown_extensions": [
            "admonition", "attr_list", "md_in_html", "tables", {"toc": {"permalink": True, "slugify": "UNICODE"}},
            "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences",
        ],
        "nav": list(navigation(lang, pages)),
    }  # fmt: skip


def navigation(lang: str, pages: dict[str, Path]) -> Iterator[dict[str, object]]:
    """The sections, then the rules."""
    home = {"ar": "الصفحة الرئيسية", "en": "Home"}
    yield {home[lang]: "index.md"}
    named = {"index.md", *(name for name in pages if name.startswith("rules/"))}
    for titles, names in SECTIONS:
        there = [f"{name}.md" for name in names if f"{name}.md" in pages]
        named.update(there)
        if titles is SECTIONS[-1][0]:
            there += [name for name in pages if name not in named]
        if there:
            arabic = SHARED if lang == "ar" else {}
            yield {titles[lang]: [{arabic.get(name) or title(pages[name], lang): name} for name in there]}
    rules = [name for name in pages if name.startswith("rules/") and name != "rules/index.md"]
    words = {"ar": "القواعد", "en": "Rules"}
    yield {words[lang]: ["rules/index.md", *({title(pages[name], lang): name} for name in by_code(rules, pages))]}


def by_code(names: Iterable[str], pages: dict[str, Path]) -> list[str]:
    """Rule pages in the order of their codes, which begin their titles."""
    return sorted(names, key=lambda name: title(pages[name], "en"))


def title(path: Path, lang: str) -> str:
    """The first heading; of one in both languages (`English · عربي`) the half that is meant."""
    found = _TITLE.search(path.read_text(encoding="utf-8"))
    halves = (found[1] if found else path.stem).split(" · ")
    return halves[-1] if lang == "ar" else halves[0]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
