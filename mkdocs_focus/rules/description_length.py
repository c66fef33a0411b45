"""description-length: a description that is cut off below the shared link, or says next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look at the front matter's own description, counted in characters."""
    contract = subject.assessment.contract
    place, length = subject.assessment.article.front.value("description"), _length(contract.description)
    # Other keys, such as a summary, hold what the list of posts shows.
    if place is None or not length or contract.share.skip:
        return
    if length > options["longest"]:
        yield Hit(
            place,
            f"the description has {length} characters; below a shared link it is cut after some {options['shown']}",
            f"Say the finding within the first {options['shown']} characters, and leave the rest to the article.",
        )
    elif length < options["shortest"]:
        yield Hit(
            place,
            f"the description has {length} characters, too few to say anything below a shared link",
            "Add the finding, with its figure, part or name.",
        )


_MARKUP = re.compile(r"<[/a-zA-Z][^<>]*>|\]\([^()\s]*\)")


def _length(text: str) -> int:
    """In characters, without markup; those of Chinese, Japanese and Korean take and say twice as much."""
    text = _MARKUP.sub("", text) if "<" in text or "](" in text else text
    return len(text) if text.isascii() else sum(2 if char >= "\u2e80" else 1 for char in text)


RULE = Rule(
    name="description-length",
    code="S008",
    group="share",
    severity="note",
    summary="The description should fit below the shared link.",
    why="The description is what a shared link shows below its title. What is cut off, nobody reads; and what is "
    "missing, the network replaces with the page's first words.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
description: A valve.
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
description: Its spring had 1/4 turn instead of 3/4, so the engine hesitated at 3,100 rpm.
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4.
""",
    check=check,
    options={
        "shortest": Option(25, "Characters that a description should have."),
        "longest": Option(300, "Characters that it should not pass."),
        "shown": Option(200, "Characters that are shown, about."),
    },
)
