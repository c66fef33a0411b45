"""claim-not-in-article: a post says a number, a name or a quotation that the article does not."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import cite
from mkdocs_focus.rules.posts import post_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.share.truth import unsupported


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Compare what the author wrote for posts with the article; what was chosen from it was compared in choosing."""
    assessment = subject.assessment
    article, reported = assessment.article, set[str]()
    for post in subject.kit.posts:
        if post.origin == "chosen":
            continue
        for claim, _start, _end in unsupported(post.message, article, assessment.contract):
            if claim in reported:
                continue
            reported.add(claim)
            place, quoted = cite(article, post_place(assessment, post), claim)
            is_figure = any(c.isdigit() for c in claim)
            yield Hit(
                place,
                f"the post for {post.network} says {quoted}, but the article does not",
                f"Put the {'figure' if is_figure else 'name'} into the article with where it comes from, or take it "
                "out of the post.",
                None if is_figure else "note",
            )


RULE = Rule(
    name="claim-not-in-article",
    code="S004",
    group="share",
    severity="warning",
    summary="A post must say nothing that the article does not say.",
    why="Who follows the link looks for what the post said. A figure that the article does not hold cannot be "
    "checked there, and is often a slip.",
    bad="""\
---
title: Half a turn on a Quadrajet's air valve
topic: Rochester Quadrajet secondary air valve
share:
  twitter: "Half a turn on the Quadrajet's air valve took 750 ms off my Chevelle's hesitation."
---

My Quadrajet's air valve spring had been wound by 1/4 turn only, and the engine hesitated at 3,100 rpm.
Another 1/2 turn on the spring of the Chevelle's Quadrajet cured it.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve
topic: Rochester Quadrajet secondary air valve
share:
  twitter: "Half a turn on the Quadrajet's air valve cured my Chevelle's hesitation at 3,100 rpm."
---

My Quadrajet's air valve spring had been wound by 1/4 turn only, and the engine hesitated at 3,100 rpm.
Another 1/2 turn on the spring of the Chevelle's Quadrajet cured it.
""",
    check=check,
)
