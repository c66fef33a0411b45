"""section-without-detail: a long section without one concrete detail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.sections import Part, parts


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report the longest few where depth was promised; where the whole article is generic, generic-article speaks."""
    assessment = subject.assessment
    if assessment.contract.depth in (None, "brief") or assessment.verdict == "generic":
        return
    every = list(parts(assessment))
    empty = [
        part
        for part, after in zip_longest(every, every[1:])
        if part.words >= options["words"]
        and part.is_matter
        and not (after and after.section.level > part.section.level)  # it leads to the sections below it
        and not _has_detail(assessment, part, options["specific"])
    ]
    for part in sorted(empty, key=lambda part: -part.words)[: options["most"]]:
        yield Hit(
            part.span,
            f"the section {quote(assessment.article, part.span)} holds no detail in {part.words} words",
            "Add what you did, measured or saw there, or cut the section.",
        )


def _has_detail(assessment: Assessment, part: Part, specific: float) -> bool:
    """Whether any of its blocks holds a detail, code, a picture or a sentence that is specific by its words."""
    body, details = assessment.article.body, assessment.details_by_block
    for index in part.section.blocks:
        block = body.blocks[index]
        if index in details or block.kind in ("code", "row", "html"):
            return True
        if any(mark.kind in ("image", "code", "link", "math") for mark in block.plain.marks):
            return True
    first, last = part.section.blocks.start, part.section.blocks.stop
    return any(
        value >= specific
        for sentence, value in zip(body.sentences, assessment.specificity, strict=True)
        if first <= sentence.block < last
    )


RULE = Rule(
    name="section-without-detail",
    code="D002",
    group="depth",
    severity="note",
    summary="In an article that promises depth every long section should hold a detail.",
    why="A section that holds for everything of its kind is the one that readers skip. One measurement, part or "
    "mistake of your own gives it its place.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: detailed
---

## Setting it

The spring of the Quadrajet's air valve had been wound by 1/4 turn. I loosened the 3/32-inch Allen screw,
turned the spring by 1/2 turn more and tightened the screw again: the valve of my 1970 Chevelle opened at 7
inHg instead of 4. The 0 to 60 mph time fell from 8.1 to 7.6 seconds, as the mean of three runs on the same
road. The tyres had been let down from 34 to 30 psi before the second run, which made no difference.

## Why it matters

It is always good to take your time with these things and to do them with care. When you do something well you
will be glad about it later, and when you rush it you will have to do it again. It is also important to have
the right attitude, since without it nothing will ever work as it should. Everybody has to find out what works
best for them, and there is no right or wrong. In the end it is all about having fun and learning something
new, and about being proud of what you have done. If you keep at it, you will get better and better over time,
and it will become easy.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: detailed
---

## Setting it

The spring of the Quadrajet's air valve had been wound by 1/4 turn. I loosened the 3/32-inch Allen screw,
turned the spring by 1/2 turn more and tightened the screw again: the valve of my 1970 Chevelle opened at 7
inHg instead of 4. The 0 to 60 mph time fell from 8.1 to 7.6 seconds, as the mean of three runs on the same
road.

## Why it matters

A valve that opens too soon lets in air before the fuel has followed, so the mixture is lean for half a
second: the plugs of my engine were white after 300 miles, and brown again 200 miles after the setting.
""",
    check=check,
    options={
        "words": Option(80, "Shorter sections do not count."),
        "specific": Option(0.5, "A sentence of this specificity (0 to 1) counts as a detail."),
        "most": Option(2, "How many sections are reported in one article."),
    },
)
