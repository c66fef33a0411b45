"""generic-description: a description that tells what the article is, not what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import cite
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_PARTICULAR = re.compile(r"\d|`|[a-z][A-Z]|\w[._/]\w|\b[A-Z]{2,}")
_NOT_FIRST_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Look at how it begins, unless a figure, a name or an identifier follows; and at one that repeats the title."""
    contract = subject.assessment.contract
    description, place = contract.description, contract.description_span
    if not description or place is None:
        return
    if _same(description, contract.title):
        span, quoted = cite(subject.assessment.article, place, description)
        yield Hit(
            span,
            f"the description {quoted} repeats the title"
            if len(description) <= 100
            else "the description repeats the title",
            "Say what the title has no room for: the finding, with its figure or part.",
        )
        return
    if not subject.lexicon:
        return
    begins = phrases("generic_descriptions").at_start(description)
    length = begins[0] if begins else 0
    rest = description[length:]
    if length and not _PARTICULAR.search(rest) and not _NOT_FIRST_CAPITAL.search(rest):
        begin, quoted = cite(subject.assessment.article, place, description[:length])
        yield Hit(
            begin,
            f"the description begins {quoted} and names nothing particular",
            "Say the finding itself, with its figure, part or name: this text is shown below the shared link.",
        )


def _same(one: str, other: str) -> bool:
    return one.strip(" .!").casefold() == other.strip(" .!").casefold()


RULE = Rule(
    name="generic-description",
    code="G003",
    group="generic",
    severity="note",
    summary="The description should say what was found.",
    why="The description stands below the title wherever the link is shared. It is the second and last chance to "
    "show what this article alone holds.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
description: In this post we will look at a problem and how to solve it.
---

The Quadrajet's air valve spring wants 3/4 of a turn.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
description: Its spring had 1/4 turn instead of 3/4, so the engine hesitated at 3,100 rpm.
---

The Quadrajet's air valve spring wants 3/4 of a turn.
""",
    check=check,
    lexical=True,
)
