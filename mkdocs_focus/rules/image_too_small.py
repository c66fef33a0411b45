"""image-too-small: the picture of the shared link is missing on the disk, or too small to be shown large."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import cite, title_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.position import Span


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look at what whoever reads files has found; a picture elsewhere on the web is not looked up."""
    picture = subject.picture
    if picture is None or not picture.path or subject.assessment.contract.share.skip:
        return
    place, quoted = cite(subject.assessment.article, _place(subject), picture.path)
    if not picture.exists:
        yield Hit(
            place,
            f"the picture {quoted} is not there",
            "Correct the path; it is looked up beside the article and in the docs folder.",
        )
    elif 0 < picture.width < options["width"] or 0 < picture.height < options["height"]:
        yield Hit(
            place,
            f"the picture {quoted} has {picture.width}×{picture.height} pixels, too few to be shown large",
            f"Use one of at least {options['width']}×{options['height']} pixels; 1200×630 is best.",
            "note",
        )


def _place(subject: Subject) -> Span:
    """Where the article names the picture."""
    article, path = subject.assessment.article, subject.picture.path if subject.picture else ""
    if (span := article.front.value("share", "image")) is not None:
        return span
    in_body = (span for target, span in article.body.images if target == path)
    return next(in_body, article.front.value("image") or title_place(subject.assessment))


RULE = Rule(
    name="image-too-small",
    code="S006",
    group="share",
    severity="warning",
    summary="The picture of a shared link must be there, and large enough.",
    why="Facebook shows a picture below 600×315 pixels as a small square beside the text, X falls back to the "
    "small card, and a wrong path leaves the link bare.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  image: air-valve-200x150.png
  image_alt: The air valve spring and its 3/32-inch screw
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  image: air-valve-1200x630.png
  image_alt: The air valve spring and its 3/32-inch screw
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
""",
    check=check,
    options={
        "width": Option(600, "The least width in pixels."),
        "height": Option(315, "The least height in pixels."),
    },
)
