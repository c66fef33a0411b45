"""filler: stock phrases that would fit any article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.kind import purpose
from mkdocs_focus.rules.phrases import Found, phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.article import Article


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report each phrase once, at its first place, with how often it stands in the article."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    hits = phrases("filler").search(article, subject.assessment.tally.keys())
    if not hits or purpose(subject.assessment) == "talk":  # an interviewed person's words are not the author's
        return
    allowed = {phrase.lower() for phrase in options["allow"]}
    found: dict[str, list[Found]] = {}
    for hit in hits:
        if hit.text.lower() not in allowed and not _is_meant(hit, article):
            found.setdefault(hit.text.lower(), []).append(hit)
    # Where one occurrence may be ignored by a comment each is told, so that the others are not hidden with it.
    apart = "focus: ignore" in article.text
    for same in ([hit] for each in found.values() for hit in each) if apart else found.values():
        first = same[0]
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        advice = "Leave it out." if first.value in ("-", "") else f"Instead: {first.value}."
        yield Hit(first.span, f"{quote(article, first.span)} would fit any article{times}", advice)


_AFTER_STOP = re.compile(r"(?:^|[.!?:—–]|\n)[\s\"'“‘(*-]*$")
_SPEAKER = re.compile(r"[A-Z]{1,3}: ")
"""In an interview the words are another's."""
_THE = re.compile(r"\b(?:the|an?|this|my|our) $", re.IGNORECASE)
_NOT = re.compile(r"n['’]t\b|\b(?:not|cannot|no|never|without|lack)\b", re.IGNORECASE)
_TOLD = re.compile(
    r":\s*$|\b(?:such as|including|combining|for example|for instance|e\.g\.|namely|whether it|"
    r"from [\w-]+(?: [\w-]+){0,3} to)\b"
)
_HOW_OFTEN = re.compile(r"\s*(?:\(|,? ?(?:every|once|twice|daily|weekly|monthly|hourly)\b)")
_WE_WILL = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll| will|['’]re going to| are going to| plan| hope| expect)\b")
"""In such a sentence somebody plans something, and could say for when."""
_FIGURE = re.compile(r"\d|\bunder a\b")
_PLAIN = {"every": " one", "how many, or two or three of them": " other "}
"""What after the phrase gives it its plain meaning."""
_LAST = ("the possibilities", "the sky")
"""Phrases after which they may be told."""


def _is_meant(found: Found, article: Article) -> bool:
    """Whether what the phrase stands for is there already, or the phrase has its plain meaning."""
    block, value = found.block, found.value
    before, after = block.text[: found.start], block.text[found.end :]
    if _SPEAKER.match(block.text) or (value == "-" and _THE.search(before[-8:])):
        return True
    at_start = value == "for, in or with" or found.text.lower() == "first and foremost"
    if at_start and not _AFTER_STOP.search(before[-20:]):
        return True
    if (value.startswith("how many") or value == "what is there") and _TOLD.search(after):
        return True
    if value == "when":
        linked = any(m.kind == "link" for m in block.plain.marks)
        return linked or not _WE_WILL.search(found.sentence) or _NOT.search(found.sentence) is not None
    if value in ("daily", "weekly", "monthly") and (found.sentence.endswith("?") or _NOT.search(found.sentence)):
        return True
    if (value == "how often" and _HOW_OFTEN.match(after)) or (value in _PLAIN and after.startswith(_PLAIN[value])):
        return True
    if value.startswith("what changed") and _FIGURE.search(found.around(120)):
        return True
    if found.text.lower().startswith(_LAST) and len(after) > 1:
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
