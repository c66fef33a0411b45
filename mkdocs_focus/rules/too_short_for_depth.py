"""too-short-for-depth: a deep-dive of a hundred words."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import depth_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.sentences import WORD


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Count code and tables too: a log with three lines around it may be all that there is to say; so may a recipe
    that is exact."""
    assessment = subject.assessment
    promised = assessment.contract.depth
    if promised is None or promised == "brief" or (promised == "detailed" and assessment.verdict == "deep"):
        return
    body = assessment.article.body
    words = body.word_count + sum(len(WORD.findall(b.text)) for b in body.blocks if b.kind == "code")
    if words >= options[promised]:
        return
    lower = "detailed` or `depth: brief" if promised == "deep-dive" else "brief"
    yield Hit(
        depth_place(assessment),
        f"`depth: {promised}` is promised, and the article has {words} words",
        f"Tell the whole story, with what did not work; or say `depth: {lower}`.",
    )


RULE = Rule(
    name="too-short-for-depth",
    code="D005",
    group="depth",
    severity="note",
    summary="An article should be as long as its `depth:` needs.",
    why="A short exact note is worth having, but who is promised a deep-dive expects the ways that led nowhere, too.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: deep-dive
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: brief
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    check=check,
    options={
        "detailed": Option(120, "Words that `depth: detailed` needs, code included."),
        "deep-dive": Option(300, "Words that `depth: deep-dive` needs, code included."),
    },
)
