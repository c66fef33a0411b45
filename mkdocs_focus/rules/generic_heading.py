"""generic-heading: headings that could stand in any article."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.tables import read_groups


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """One such heading among others is fine; report it where most of them are."""
    body = subject.assessment.article.body
    if not subject.lexicon:
        return
    known = read_groups("en/headings.txt", "|")
    headings = [block for block in body.blocks if block.kind == "heading" and block.level > 1]
    headings = [block for block in headings if _bare(block.text) not in known["aside"]]
    generic = [block for block in headings if _bare(block.text) in known["generic"]]
    if len(generic) < options["least"] or len(generic) <= len(headings) / 2:
        return
    first = generic[0].source_span(0, len(generic[0].text))
    quoted = quote(subject.assessment.article, first)
    others = ", ".join(f"`{block.text}`" for block in generic[1:4])
    yield Hit(
        first,
        f"{len(generic)} of {len(headings)} headings would fit any article: {quoted}, {others}",
        "Let each heading say what its section finds: readers skim headings first.",
    )


def _bare(text: str) -> str:
    return text.strip(" :.!?#0123456789)").lower()


RULE = Rule(
    name="generic-heading",
    code="G004",
    group="generic",
    severity="note",
    summary="Headings should tell what their sections find.",
    why="Readers skim the headings before they read. Introduction, Overview and Conclusion tell them nothing; the "
    "finding in five words makes them stay.",
    bad="""\
---
topic: Quadrajet secondary air valve
---

## Introduction

The Quadrajet hesitated at 3,100 rpm.

## Overview

The air valve opened at 4 inHg.

## Conclusion

Half a turn cured it.
""",
    good="""\
---
topic: Quadrajet secondary air valve
---

## A hesitation at 3,100 rpm

The Quadrajet hesitated at 3,100 rpm.

## The air valve opened at 4 inHg

The air valve opened at 4 inHg.

## Half a turn cured it

Half a turn cured it.
""",
    check=check,
    options={"least": Option(3, "So many such headings there must be.")},
    lexical=True,
)
