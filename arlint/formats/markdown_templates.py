"""What generators of sites put into Markdown: tags of templates, comments, code between them, formulas."""

import re
from collections.abc import Iterator

from ..arabic.lazy import regex
from .markdown_masks import Mask

_TEMPLATE = regex(
    r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{#[^#\n{}]{0,500}#\}|^[ \t]*:{3,}[ \t]*[\w-]*"
    r"|^[ \t]*\$\$(?:(?!\n[ \t]*\r?\n)[^$]){1,2000}\$\$[ \t]*\r?$",
    re.MULTILINE,
)
_MARKS = ("{{", "{%", "{#", "{/*", ":::", "$$")
_CODE_OPENS = regex(r"\{(?:%-?|\{[<%])[ \t]*(highlight|codeblock|code|comment|mermaid|math|katex)\b[^{}\n]*\}\}?")


def templates(text: str, start: int) -> list[Mask]:
    """What generators of sites put into Markdown: `{{ }}`, `{% %}`, `{# #}`, `{/* */}`, the colons of an admonition, formulas in `$$`.

    Between `{% highlight c %}` and `{% endhighlight %}`, `{{< highlight c >}}` and `{{< /highlight >}}` is code, blank lines and all.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    found = [Mask(*match.span(), "\ufffc" if "{" in match.group() else "") for match in _TEMPLATE.finditer(text, start)]
    masks: list[Mask] = []
    for mask in sorted((*found, *_comments(text, start), *_code(text, start)), key=lambda mask: (mask.start, -mask.end)):
        if not masks or mask.start >= masks[-1].end:
            masks.append(mask)
    return masks


def _code(text: str, start: int) -> Iterator[Mask]:
    unclosed: set[str] = set()
    for opening in _CODE_OPENS.finditer(text, start):
        name = opening.group(1)
        if opening.start() < start or name in unclosed:
            continue
        closing = re.compile(rf"\{{(?:%-?[ \t]*end|\{{[<%][ \t]*/[ \t]*){name}\b[^{{}}\n]*\}}\}}?").search(text, opening.end())
        if closing is None:
            unclosed.add(name)
        else:
            start = closing.end()
            yield Mask(opening.start(), start, "\ufffc")


def _comments(text: str, start: int) -> Iterator[Mask]:
    while (start := text.find("{/*", start)) >= 0 and (end := text.find("*/}", start)) >= 0:
        yield Mask(start, end + 3, "\ufffc")
        start = end + 3
