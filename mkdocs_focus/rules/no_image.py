"""no-image: the shared link has no picture."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.kind import is_too_short
from mkdocs_focus.rules.pictures import has_something_to_show, names_picture
from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Stay quiet where there is nothing to share, or a picture or card is there in whatever way."""
    assessment = subject.assessment
    contract = assessment.contract
    if not contract.topic or not subject.kit.posts or contract.share.skip:
        return
    if subject.picture is not None or names_picture(assessment):
        return
    is_own = any(post.origin == "author" for post in subject.kit.posts)
    if assessment.verdict != "deep" and not is_own and is_too_short(assessment):  # a pointer to another page
        return
    if not has_something_to_show(assessment, 1 if is_own else _MEASURES):  # at best a stock picture would fit
        return
    yield Hit(
        title_place(assessment),
        "the article has no picture for its shared link",
        "Put a picture of the thing into the article or name one under `share.image`, or switch `cards` on.",
    )


_MEASURES = 3
"""So many measures make a thing, unless its author has written posts about it."""

RULE = Rule(
    name="no-image",
    code="S005",
    group="share",
    severity="note",
    summary="An article that is shared should have a picture.",
    why="A link without a picture takes a third of the room of one with a picture, and is passed over. A "
    "photograph of the part itself says more than any stock picture.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: "The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4."
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: "The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4."
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.

![The spring and its screw](air-valve.jpg)
""",
    check=check,
)
