"""How a broken promise is told: which rule, what is wrong and what to do, in both languages, and what was looked at."""

from ..rules import Text

EXPECTED, GOT, TEXT = Text("المتوقع", "expected"), Text("النتيجة", "got"), Text("النص", "text")


class BrokenPromise(AssertionError):  # noqa: N818  (what is broken is the promise)
    """A rule does not do what every rule promises. `shown` are lines by which one sees it: texts, places, a traceback."""

    def __init__(self, rule_id: str, said: Text, *shown: str) -> None:
        super().__init__("\n".join((f"{rule_id}: {said.en}", f"{rule_id}: {said.ar}", *shown)))
        self.rule_id = rule_id
        self.said = said
        self.shown = shown

    def lines(self, lang: str) -> tuple[str, ...]:
        """What is wrong, in one language, and under it what was looked at."""
        return self.said.in_(lang), *(f"    {line}" for text in self.shown for line in text.splitlines())


def shown(label: Text, text: str) -> str:
    """A text on one line, after what it is; line ends as ⏎, what cannot be seen as its code point."""
    flat = text.replace("\r\n", "⏎").replace("\n", "⏎")
    return f"  {label.en} · {label.ar}: " + "".join(sign if sign.isprintable() else f"‹U+{ord(sign):04X}›" for sign in flat)
