"""several-topics: the stated topic joins things that the article keeps apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mkdocs_focus.rules.places import cite, topic_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.topic_words import topic_words

_JOINT = re.compile(r"\s*(?:[,;/+]|&|\band\b|\bor\b|\bplus\b|\bas well as\b|\bund\b|\bet\b|\by\b)\s+", re.IGNORECASE)
_RELATION = re.compile(r"\b(?:vs|versus|between|compar\w*|with|from|into|than|against)\b", re.IGNORECASE)
"""A topic that says how its things relate is one topic."""


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Fire only where the text itself falls apart: it speaks of one part, and then of the other."""
    assessment = subject.assessment
    topic = assessment.contract.topic
    if not topic or _RELATION.search(topic):
        return
    parts = [part for part in _JOINT.split(topic) if part.strip()]
    if not 2 <= len(parts) <= 4:
        return
    words = [topic_words(part) for part in parts]
    own = [w.strong.difference(*(o.strong for o in words if o is not w)) for w in words]
    if not all(own):
        return
    body = assessment.article.body
    opening = body.blocks[body.opening].text if body.opening is not None else ""
    tells_all = all(w.found_in(opening) & only for w, only in zip(words, own, strict=True))
    named: list[int] = []
    for sentence in body.sentences:
        if sentence.block == body.opening and tells_all:  # it says what is to come
            continue
        named += [i for i, (w, only) in enumerate(zip(words, own, strict=True)) if w.found_in(sentence.text) & only]
    alone = [named.count(index) for index in range(len(parts))]
    turns = sum(before != after for before, after in pairwise(named))
    if min(alone) < options["sentences"] or turns >= len(parts):
        return
    place, quoted = cite(assessment.article, topic_place(assessment), topic)
    counts = ", ".join(f"`{part}` in {count} sentences" for part, count in zip(parts, alone, strict=True))
    yield Hit(
        place,
        f"the topic {quoted} is {len(parts)} topics: the article speaks of one and then of the other ({counts})",
        "Make an article of each, and link them; or say in the topic what one has to do with the other.",
    )


RULE = Rule(
    name="several-topics",
    code="T002",
    group="topic",
    severity="note",
    summary="An article should have one topic.",
    why="Two topics in one article halve what is said about each, and neither of the two groups of readers finds "
    "an article that is theirs.",
    bad="""\
---
title: Quadrajet floats and door hinge pins
topic: Quadrajet floats and door hinge pins
depth: brief
---

The Quadrajet's float had soaked up 3 g of fuel. I weighed the float on a kitchen scale: 11 g instead of 8.
A new float of nitrophyl cost $14. The float level is 13/32 inch.

The hinge pins of the left door were worn by 0.8 mm. I drove the pins out with a 5/16-inch punch.
The new hinge pins are of stainless steel. The door closes with two fingers since.
""",
    good="""\
---
title: Quadrajet floats
topic: Quadrajet floats that soak up fuel
depth: brief
---

The Quadrajet's float had soaked up 3 g of fuel. I weighed the float on a kitchen scale: 11 g instead of 8.
A new float of nitrophyl cost $14. The float level is 13/32 inch.
""",
    check=check,
    options={"sentences": Option(3, "So many sentences of its own make a part a topic.")},
)
