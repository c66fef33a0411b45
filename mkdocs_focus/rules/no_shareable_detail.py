"""no-shareable-detail: no post can be made of the article."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report an article of some length without a post, unless its author wants none."""
    assessment = subject.assessment
    contract = assessment.contract
    if subject.kit.posts or contract.share.skip or assessment.article.draft:
        return
    if assessment.verdict == "generic":  # generic-article says it all
        return
    if assessment.article.body.word_count < options["words"]:
        return
    yield Hit(
        title_place(assessment),
        "no sentence of the article was found that would stand alone as a post",
        "Write one that names the thing, says what happened to it and with which figure or part, or put it under "
        "`details:`; `share.skip: true` if it is not to be posted.",
    )


RULE = Rule(
    name="no-shareable-detail",
    code="S001",
    group="share",
    severity="note",
    summary="An article should hold a detail that can be posted.",
    why="What people share is one surprising, checkable fact about a thing they care for. An article without one "
    "gives the posts nothing but its title.",
    bad="""\
---
title: Rye crispbread with caraway
topic: rye crispbread with caraway
---

![A stack of crispbread](crispbread.jpg)

## Ingredients

- 350 g of rye flour, type 1150
- 210 g of water at 40 °C
- 9 g of salt
- 6 g of caraway
- 30 g of rapeseed oil

## Directions

1. Mix flour, salt and 210 g of water.
2. Rest for 45 minutes at 24 °C.
3. Roll out to 2 mm on rye flour.
4. Prick with a fork every 10 mm.
5. Brush with 30 g of oil.
6. Scatter the caraway.
7. Bake for 14 minutes at 220 °C.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
---

My 1970 Chevelle hesitated at 3,100 rpm whenever the secondaries of its Rochester Quadrajet opened. I first
suspected the accelerator pump and fitted a new one from a Delco kit, which changed nothing.

The Quadrajet's air valve spring had been wound only 1/4 turn instead of 3/4, so the valve opened at 4 inHg of
vacuum rather than at 7. Another 1/2 turn cured the hesitation and cut the 0 to 60 time from 8.1 to 7.6
seconds.
""",
    check=check,
    options={"words": Option(60, "Shorter articles need no post.")},
)
