"""mojibake: text that was decoded with the wrong encoding."""

from collections.abc import Iterator

from arlint import Document, Edit, Example, Finding, Measured, Rule, Text
from arlint.arabic.mojibake import SIGNS, broken


class Mojibake(Rule):
    """نص تالف الترميز: حُفظ بترميز وقُرئ بآخر، فصارت «السلام» مثل «Ø§Ù„Ø³Ù„Ø§Ù…» أو «ط§ظ„ط³ظ„ط§ظ…» أو «ÇáÓáÇã»، أو ضاعت حروفه وحل محلها
    «�».

    حيث يُعرف الأصل تذكره الرسالة ويضعه الإصلاح بعد مراجعة؛ وما ضاع لا يُسترد إلا من المصدر. ولا يُبلَّغ عن كلمات لاتينية فيها حروف كهذه
    (Ångström، café).

    Text with a broken encoding: saved in one encoding and read in another, so that السلام became Ø§Ù„Ø³Ù„Ø§Ù… or ط§ظ„ط³ظ„ط§ظ… or ÇáÓáÇã,
    or letters were lost and � stands in their place.

    Where the original can be told, the message names it and the fix, for review, puts it back; what is lost must be taken from the
    source again. Latin words with such letters in them (Ångström, café) are left alone.
    """

    id = "mojibake"
    code = "UNI008"
    title = Text("ترميز تالف", "Broken encoding")
    message = Text(
        "نص تالف الترميز ضاع أصله؛ خذه من المصدر من جديد.",
        "Text with a broken encoding; the original is lost, take it from the source again.",
    )
    messages = {"known": Text("نص تالف الترميز، أصله «{right}»؛ ضعه مكانه.", "Text with a broken encoding; put «{right}» in its place.")}
    level = "error"
    triggers = SIGNS
    any_language = True
    reads_marks = True
    finds_broken = True

    good = (
        "حضرت الوزيرة، والسلام عليكم.",
        "Ångström و café و naïve و Škoda",
        "رمز الملف 0xEF، وطول §3 من القانون.",
        "شرط: §1، ط: «نعم»؛ ظ: «لا».",
        "Ça va? – Á bientôt à São Paulo",
    )
    bad = {
        "قال: ⟦Ø§Ù„Ø³Ù„Ø§Ù…⟧ عليكم": "قال: السلام عليكم",
        "قال ⟦\ufffd\ufffd⟧ الوزير": None,
        "⟦ï»¿⟧العنوان": "العنوان",
        "قال: ⟦Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…⟧.": "قال: السلام عليكم.",
        "قال: ⟦ط§ظ„ط³ظ„ط§ظ… ط¹ظ„ظٹظƒظ…⟧.": "قال: السلام عليكم.",
        "قال: ⟦ÇáÓáÇã Úáíßã⟧.": "قال: السلام عليكم.",
        "قال: ⟦â€œ⟧نعم⟦â€⟧.": "قال: “نعمâ€.",
        "زار caf⟦Ã©⟧ الكبير.": "زار café الكبير.",
    }
    cases = (
        Example("قال: **⟦Ø§Ù„Ø³Ù„Ø§Ù…⟧** عليكم", "قال: **السلام** عليكم", format="markdown"),
        Example('{"body": "⟦Ø§Ù„Ø³Ù„Ø§Ù…⟧"}', '{"body": "السلام"}', format="json"),
    )

    measured = Measured(0, 0, 4338, "SaudiNewsNet, Jawhara, NTREX")

    def check(self, document: Document) -> Iterator[Finding]:
        """All that is broken."""
        for block in document.blocks:
            for start, end, was in broken(document.text, block.start, block.end):
                known = bool(was) or document.text[start:end] == "ï»¿"
                edits = [Edit(start, end, was)] if known else []
                yield self.found(start, end, *edits, safe=False, variant="known" if was else "", right=was)
