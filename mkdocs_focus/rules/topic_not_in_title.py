"""topic-not-in-title: the title does not carry the stated topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.places import cite, has_title, title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.rules.topic_words import topic_words

_FIGURE = re.compile(r"\d[\d.]+")
_GREETING = re.compile(r"\W*(?:hello|welcome|first post)\b", re.IGNORECASE)
"""How a site's first post is called by custom."""
_FIRST = 12
"""Sentences in which a story under its name has named it."""


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Ask for one telling word of the topic in any form: a title may be short, or a play on words. Where the story
    below is told under its name, only the name is missing, which is a note."""
    contract = subject.assessment.contract
    if not contract.topic or not contract.title or not has_title(subject.assessment):
        return
    words = topic_words(contract.topic)
    if not words.strong or words.found_in(contract.title) or _same_figure(contract.topic, contract.title):
        return
    place, quoted = cite(subject.assessment.article, title_place(subject.assessment), contract.title)
    yield Hit(
        place,
        f"the title {quoted} names nothing of the topic `{contract.topic}`",
        "Put the topic's name into the title, near its beginning.",
        "note" if _GREETING.match(contract.title) or words.named_in(_start(subject)) else None,
    )


def _same_figure(topic: str, title: str) -> bool:
    """Whether a year, a version or a designation stands in both."""
    return bool(set(_FIGURE.findall(topic)) & set(_FIGURE.findall(title)))


def _start(subject: Subject) -> str:
    """The description and the article's first sentences."""
    sentences = subject.assessment.article.body.sentences[:_FIRST]
    return " ".join([subject.assessment.contract.description, *[sentence.text for sentence in sentences]])


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
