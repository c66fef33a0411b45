"""post-too-long: a post that the network does not take."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.posts import post_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.share.platforms import LIMITS


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Count as the network counts; the kit holds that length."""
    for post in subject.kit.posts:
        longest = LIMITS[post.network]
        if post.length > longest:
            yield Hit(
                post_place(subject.assessment, post),
                f"the post for {post.network} counts {post.length} characters with its link; {longest} are allowed",
                f"Take out {post.length - longest} characters; the link counts 23 whatever its length."
                if post.network == "twitter"
                else f"Take out {post.length - longest} characters.",
            )


RULE = Rule(
    name="post-too-long",
    code="S002",
    group="share",
    severity="warning",
    summary="A post must not be longer than its network allows.",
    why="The network refuses a post that is too long, after the build has long been forgotten. Your own text is "
    "used as it is and never cut.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: >-
    The Quadrajet's air valve spring wants 3/4 of a turn. Mine had 1/4, so the valve opened at 4 inHg instead of 7.
    The Quadrajet's air valve spring wants 3/4 of a turn. Mine had 1/4, so the valve opened at 4 inHg instead of 7.
    The Quadrajet's air valve spring wants 3/4 of a turn. Mine had 1/4, so the valve opened at 4 inHg instead of 7.
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: >-
    The Quadrajet's air valve spring wants 3/4 of a turn. Mine had 1/4, so the valve opened at 4 inHg instead of 7.
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    check=check,
)
