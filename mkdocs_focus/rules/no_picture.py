"""no-picture: a long, detailed article shows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.pictures import names_picture
from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Ask for a picture, code, a table or steps only where depth was promised and the text is long."""
    assessment = subject.assessment
    body = assessment.article.body
    if (
        assessment.contract.depth in (None, "brief")
        or assessment.verdict == "generic"
        or body.word_count < options["words"]
        or names_picture(assessment)
    ):
        return
    headings = [block.text for block in body.blocks if block.kind == "heading"]
    if sum(text.rstrip().endswith("?") for text in headings) * 2 > len(headings):  # an interview is talk
        return
    for block in body.blocks:
        if block.kind in ("code", "row", "html") or (block.kind == "item" and block.ordered):
            return
        if any(mark.kind in ("image", "math", "code") for mark in block.plain.marks):
            return
    yield Hit(
        title_place(assessment),
        f"{body.word_count} words without a picture, table, list of steps or piece of code",
        "Show the thing: a photograph, a drawing or the figures as a table.",
    )


RULE = Rule(
    name="no-picture",
    code="D004",
    group="depth",
    severity="note",
    summary="A long article that promises depth should show its thing.",
    why="What a part, a fault or a result looks like takes one picture and a paragraph of words; and a shared "
    "link with a picture is looked at.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: detailed
---
"""
    + """
The spring of the Quadrajet's air valve had been wound by 1/4 turn. I loosened the screw, turned the spring by half a
turn more and tightened the screw again, and the valve of my Chevelle opened at 7 inHg instead of 4 on all three runs.
"""
    * 20,
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: detailed
---

![The spring and its screw](air-valve.jpg)
"""
    + """
The spring of the Quadrajet's air valve had been wound by 1/4 turn. I loosened the screw, turned the spring by half a
turn more and tightened the screw again, and the valve of my Chevelle opened at 7 inHg instead of 4 on all three runs.
"""
    * 20,
    check=check,
    options={"words": Option(800, "Shorter articles need none.")},
)
