"""no-sources: “studies show” without saying which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block

_SOURCE = re.compile(r"\]\(|\]\[|\[\^|https?:|www\.|\bhref\b|\bdoi\b")
"""Whatever may be a source, also what a theme's own short codes make a link of."""
_CLAUSE_STARTS = re.compile(
    r"(?:^|[.!?:;,(—–-]\s*|\b(?:and|but|that|because|as|since|while|although|though|so|yet|where)\s+)$", re.IGNORECASE
)
"""Where another word stands before it, somebody in particular has found it: our research, a survey of owners."""


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report borrowed findings without a link or a footnote in the paragraph or the next, often a quotation."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    left = int(options["most"])
    for found in phrases("borrowed").search(article, subject.assessment.tally.keys()):
        if left <= 0:
            return
        if _SOURCE.search(_passage(article, found.block)) or not _CLAUSE_STARTS.search(
            found.block.text[: found.start][-40:]
        ):
            continue
        left -= 1
        yield Hit(
            found.span,
            f"{quote(article, found.span)} names no source",
            "Link the source where it is cited, or say how you know it yourself.",
        )


def _passage(article: Article, block: Block) -> str:
    """The source of a block and of the next one, or of all of the quotation that follows."""
    blocks = article.body.blocks
    last = at = next(index for index, other in enumerate(blocks) if other is block)
    while last + 1 < len(blocks) and (last == at or (blocks[last].quoted and blocks[last + 1].quoted)):
        last += 1
    return article.text[block.span.start : blocks[last].span.end]


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
