"""filler: stock phrases that would fit any article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import Found, phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.article import Article


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report each phrase once, at its first place, with how often it stands in the article."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    allowed = {phrase.lower() for phrase in options["allow"]}
    found: dict[str, list[Found]] = {}
    for hit in phrases("filler").search(article, subject.assessment.tally.keys()):
        if hit.text.lower() not in allowed and not _is_meant(hit, article):
            found.setdefault(hit.text.lower(), []).append(hit)
    # Where one occurrence may be ignored by a comment each is told, so that the others are not hidden with it.
    apart = "focus: ignore" in article.text
    for hits in ([hit] for same in found.values() for hit in same) if apart else found.values():
        first = hits[0]
        times = f" ({len(hits)} times)" if len(hits) > 1 else ""
        advice = "Leave it out." if first.value in ("-", "") else f"Instead: {first.value}."
        yield Hit(first.span, f"{quote(article, first.span)} would fit any article{times}", advice)


_AFTER_STOP = re.compile(r"(?:^|[.!?:—–]|\n)[\s\"'“‘(*-]*$")
_SPEAKER = re.compile(r"[A-Z]{1,3}: ")
"""In an interview the words are another's."""
_THE = re.compile(r"\b(?:the|an?|this|my|our) $", re.IGNORECASE)
_NOT = re.compile(r"n['’]t\b|\b(?:not|no|never)\b", re.IGNORECASE)
_TOLD = re.compile(r":\s*$|\b(?:such as|including|for example|for instance|e\.g\.|namely)\b")


def _is_meant(found: Found, article: Article) -> bool:
    """Whether what the phrase stands for is there already, or the phrase has its plain meaning."""
    block = found.block
    if _SPEAKER.match(block.text) or (found.value == "-" and _THE.search(block.text[: found.start][-8:])):
        return True
    if found.value == "for, in or with":
        return not _AFTER_STOP.search(block.text[: found.start][-20:])
    if found.value.startswith("how many") and _TOLD.search(block.text, found.end):
        return True
    if found.value == "when" and (_NOT.search(found.sentence) or any(m.kind == "link" for m in block.plain.marks)):
        return True
    heading = article.body.sections[block.section].heading if block.section < len(article.body.sections) else None
    return heading is not None and _THANKS.search(article.body.blocks[heading].text) is not None


_THANKS = re.compile(r"\b(?:thank|acknowledg|credit|about the author)", re.IGNORECASE)


RULE = Rule(
    name="filler",
    code="G005",
    group="generic",
    severity="note",
    summary="Stock phrases should give way to what is meant.",
    why="A phrase that fits any article tells the reader that this one may be any article too. Leaving it out "
    "costs nothing; the fact that it stands for is worth a sentence.",
    bad="""\
---
topic: Nikon F3 mirror box lamp
---

When it comes to old cameras, the little lamp in the F3 is, at the end of the day, the first thing to fail.
""",
    good="""\
---
topic: Nikon F3 mirror box lamp
---

Of the eleven F3 bodies on my bench nine had a dead lamp; the LCD behind it was fine in all of them.
""",
    check=check,
    options={"allow": Option((), "Phrases that are fine on this site.")},
    lexical=True,
)
