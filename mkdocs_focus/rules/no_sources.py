"""no-sources: “studies show” without saying which."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report borrowed findings in paragraphs without a link, a footnote or a name of whoever found them."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    left = int(options["most"])
    for found in phrases("borrowed").search(article):
        if left <= 0:
            return
        if any(mark.kind in ("link", "url", "footnote") for mark in found.block.plain.marks):
            continue
        left -= 1
        yield Hit(
            found.span,
            f"{quote(article, found.span)} names no source",
            "Link the source where it is cited, or say how you know it yourself.",
        )


RULE = Rule(
    name="no-sources",
    code="D003",
    group="depth",
    severity="note",
    summary="What others found out should come with its source.",
    why="A reader who cares wants to look it up, and one who doubts has to. A borrowed figure without its source "
    "is worth nothing, and often wrong.",
    bad="""\
---
topic: zinc additives in flat-tappet engines
---

Studies show that zinc keeps flat tappets alive, but the cam of my 327 wore by 0.4 mm in spite of it.
""",
    good="""\
---
topic: zinc additives in flat-tappet engines
---

A [study of 2009](https://example.org/zddp) shows that zinc keeps flat tappets alive, but the cam of my 327
wore by 0.4 mm in spite of it.
""",
    check=check,
    options={"most": Option(2, "How many of them are reported in one article.")},
    lexical=True,
)
