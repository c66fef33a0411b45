"""front-matter-unreadable: the front matter cannot be read, or MkDocs does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.text.position import Span


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report what the reader could not read, and front matter that only MkDocs cannot."""
    article = subject.assessment.article
    found = [problem for problem in article.front.problems if problem.kind == "unreadable"]
    for problem in found:
        yield Hit(problem.span, problem.message, problem.advice)
    if article.unseen and not found:
        start = len(article.text) - len(article.text.lstrip("\n \t\u200b"))
        yield Hit(
            Span(start, article.source.line_end(article.source.position(start).line)),
            f"the front matter {article.unseen}",
            "Begin the file with a line of three dashes, and end the front matter with another.",
            "warning",
        )


RULE = Rule(
    name="front-matter-unreadable",
    code="C001",
    group="contract",
    severity="error",
    summary="The front matter must be one that can be read.",
    why="MkDocs drops a front matter that it cannot read without a word: title, date and topic are lost, and the "
    "page is built as if they had never been written.",
    bad="""\
---
title: Carter AFB: stuck metering rods
topic: Carter AFB metering rod that sticks
depth: brief
---

The left rod of my Carter AFB stuck at 2,400 rpm because a burr held its spring.
""",
    good="""\
---
title: "Carter AFB: stuck metering rods"
topic: Carter AFB metering rod that sticks
depth: brief
---

The left rod of my Carter AFB stuck at 2,400 rpm because a burr held its spring.
""",
    check=check,
)
