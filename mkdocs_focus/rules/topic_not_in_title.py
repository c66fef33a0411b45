"""topic-not-in-title: the title does not carry the stated topic."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import cite, title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.rules.topic_words import topic_words


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Ask for one telling word of the topic in any form: a title may be short, or a play on words."""
    contract = subject.assessment.contract
    if not contract.topic or not contract.title:
        return
    words = topic_words(contract.topic)
    if not words.strong or words.found_in(contract.title):
        return
    place, quoted = cite(subject.assessment.article, title_place(subject.assessment), contract.title)
    yield Hit(
        place,
        f"the title {quoted} names nothing of the topic `{contract.topic}`",
        "Put the topic's name into the title, near its beginning.",
    )


RULE = Rule(
    name="topic-not-in-title",
    code="T003",
    group="topic",
    severity="warning",
    summary="The title must name the topic.",
    why="The title is what search results, feeds and shared links show. Who cares about the topic recognises it "
    "by its name, and by nothing else.",
    bad="""\
---
title: A weekend well spent
topic: Rochester Quadrajet secondary air valve
depth: brief
---

The Quadrajet's secondary air valve opened 1/2 turn too soon, so the engine hesitated at 3,100 rpm.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
depth: brief
---

The Quadrajet's secondary air valve opened 1/2 turn too soon, so the engine hesitated at 3,100 rpm.
""",
    check=check,
)
