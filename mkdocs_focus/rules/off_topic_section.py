"""off-topic-section: one section shares no words with the topic, nor with the rest of the article."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.sections import Part, parts
from mkdocs_focus.rules.topic_words import stems, topic_words


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Compare each section's vocabulary with that of the others; where many stand out, the article is a collection,
    and topic-not-carried speaks."""
    assessment = subject.assessment
    topic = assessment.contract.topic
    if not topic:
        return
    every = list(parts(assessment))
    long = [part for part in every if part.words >= options["words"] and part.is_matter]
    if len(long) < options["sections"]:
        return
    words = topic_words(topic)
    away = [part for part in long if not words.named_in(f"{part.heading.text}\n{part.text}")]
    if not away or len(away) > len(long) / 3:
        return
    own = {id(part): _rare(part) for part in every}
    for part in away:
        mine = own[id(part)]
        others: set[str] = set().union(*(own[id(other)] for other in every if other is not part))
        if mine and len(mine & others) < options["shared"] * len(mine):
            yield Hit(
                part.span,
                f"the section {quote(assessment.article, part.span)} has nothing to do with the topic `{topic}`",
                "Say in it what it has to do with the topic, or move it into an article of its own.",
            )


def _rare(part: Part) -> set[str]:
    """The stems of the longer words; the short ones are everywhere."""
    return {stem for stem in stems(part.text) if len(stem) >= 5}


RULE = Rule(
    name="off-topic-section",
    code="T006",
    group="topic",
    severity="note",
    summary="A section should belong to the topic.",
    why="Who came for the topic leaves at the section about something else. In an article of its own that section "
    "finds its own readers.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: brief
---

My Quadrajet hesitated.

## Finding it

A vacuum gauge on the secondary side showed that the air valve opened at 4 inHg, where the manual wants it
shut until 7. I drove the same hill three times with the gauge taped to the windscreen, and the needle fell at
the same place every time, just before the engine hesitated.

## Setting it

The spring that holds the valve had been wound by 1/4 turn. I loosened the 3/32-inch screw, turned the spring
by half a turn more and tightened the screw again. The gauge showed 7 inHg on the same hill, and the engine
did not hesitate.

## Our holiday

In July we rented a cottage near Bergen. It rained on eleven of fourteen days, so the children learned to play
chess, baked waffles with brown cheese and read all the detective novels that earlier guests had left on the
shelf.

## Since then

For 1,200 km the valve has opened where it should, and the engine has not hesitated once. I look at the spring
whenever I clean the air filter, since the screw of an old carburetor may work loose, and I keep the gauge in
the car.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: brief
---

My Quadrajet hesitated.

## Finding it

A vacuum gauge on the secondary side showed that the air valve opened at 4 inHg, where the manual wants it
shut until 7. I drove the same hill three times with the gauge taped to the windscreen, and the needle fell at
the same place every time, just before the engine hesitated.

## Setting it

The spring that holds the valve had been wound by 1/4 turn. I loosened the 3/32-inch screw, turned the spring
by half a turn more and tightened the screw again. The gauge showed 7 inHg on the same hill, and the engine
did not hesitate.

## Since then

For 1,200 km the valve has opened where it should, and the engine has not hesitated once. I look at the spring
whenever I clean the air filter, since the screw of an old carburetor may work loose, and I keep the gauge in
the car.
""",
    check=check,
    options={
        "words": Option(40, "Shorter sections do not count."),
        "sections": Option(3, "With fewer sections the rule stays silent."),
        "shared": Option(0.2, "The share of its longer words that a section has in common with the others."),
    },
)
