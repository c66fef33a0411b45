"""too-many-hashtags: more hashtags than a post bears."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.posts import post_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.share.platforms import extract_hashtags


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look at `share.hashtags`, and at the author's own posts."""
    assessment = subject.assessment
    if assessment.contract.share.skip:
        return
    most = int(options["most"])
    tags = assessment.contract.share.hashtags
    place = assessment.article.front.value("share", "hashtags")
    if len(tags) > most and place is not None:
        yield Hit(place, f"{len(tags)} hashtags are given; {most} are the most that help", _ADVICE)
    for post in subject.kit.posts:
        if post.origin == "author" and (count := len(extract_hashtags(post.message))) > most:
            yield Hit(
                post_place(assessment, post),
                f"the post for {post.network} has {count} hashtags; {most} are the most that help",
                _ADVICE,
            )


_ADVICE = "Keep the craft's own word, such as #sourdough, and at most one that the text does not say."

RULE = Rule(
    name="too-many-hashtags",
    code="S010",
    group="share",
    severity="note",
    summary="A post should have two hashtags at most.",
    why="Beyond two, hashtags bring bots instead of readers, and hide the sentence that was to be read.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  hashtags: [Camaro, Chevy, ClassicCars, Restoration]
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  hashtags: [Quadrajet]
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    check=check,
    options={"most": Option(2, "The most hashtags of a post.")},
)
