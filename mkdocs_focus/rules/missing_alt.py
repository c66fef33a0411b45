"""missing-alt: the picture of the shared link has no description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.places import cite
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_HAS_ALT = re.compile(r"!\[\s*[^\]\s]|\balt\s*=\s*(?:\"\s*[^\"\s]|'\s*[^'\s]|[^\s\"'>])", re.IGNORECASE)


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Look at the picture that the front matter names, or else at that of the article which the link will show."""
    assessment = subject.assessment
    article, share = assessment.article, assessment.contract.share
    if share.skip or share.image_alt:
        return
    if share.image:
        place = article.front.value("share", "image")
        if place is not None:
            place, quoted = cite(article, place, share.image)
            yield Hit(place, f"the picture {quoted} has no `image_alt`", "Say below `share:` what it shows.")
    elif subject.picture is not None:
        shown = [span for target, span in article.body.images if target == subject.picture.path]
        if not shown:
            return
        span = shown[0]
        end = article.text.find(">", span.end) if article.text[span.start] == "<" else span.end
        if not _HAS_ALT.search(article.text[span.start : max(end, span.end)]):
            yield Hit(
                span,
                "this picture, which the shared link shows, has no description",
                "Say between its square brackets (or in its `alt`) what it shows.",
            )


RULE = Rule(
    name="missing-alt",
    code="S007",
    group="share",
    severity="note",
    summary="The picture of a shared link should have a description.",
    why="Those who do not see the picture hear its description, on the networks as on the page; and search "
    "engines find the picture by it.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  image: air-valve.png
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  image: air-valve.png
  image_alt: The air valve spring and its 3/32-inch screw
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    check=check,
)
