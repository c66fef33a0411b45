"""no-image: the shared link has no picture."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_KEYS = ("image", "cover", "thumbnail", "banner", "featured_image", "hero", "header")
"""Where themes look for an article's picture."""


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Stay quiet where there is nothing to share, or a picture or card is there in whatever way."""
    assessment = subject.assessment
    contract, article = assessment.contract, assessment.article
    if not contract.topic or not subject.kit.posts or contract.share.skip:
        return
    if subject.picture is not None or contract.share.image or article.body.images:
        return
    if any(article.value(key) for key in _KEYS):
        return
    yield Hit(
        title_place(assessment),
        "the article has no picture for its shared link",
        "Put a picture of the thing into the article or name one under `share.image`, or switch `cards` on.",
    )


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
