"""topic-not-carried: most sections never name the stated topic."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import cite, topic_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.sections import Part, chapters
from mkdocs_focus.rules.topic_words import names_topic


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Count the main sections of some length, and those in which a telling word of the topic stands in any form."""
    assessment = subject.assessment
    topic, title = assessment.contract.topic, assessment.contract.title
    if not topic:
        return
    long = [
        chapter
        for chapter in chapters(assessment)
        if sum(part.words for part in chapter) >= options["words"] and chapter[0].is_matter
    ]
    if len(long) < options["sections"]:
        return
    carried = [chapter for chapter in long if names_topic(_text(chapter), topic, title)]
    if len(carried) >= options["share"] * len(long):
        return
    place, quoted = cite(assessment.article, topic_place(assessment), topic)
    named = f"{len(carried) or 'none'} of its {len(long)} main sections name{'s' if len(carried) < 2 else ''} it"
    yield Hit(
        place,
        f"the article leaves its topic {quoted}: {named}",
        "State the topic that the sections are about, or cut them back to the one that is stated.",
    )


def _text(chapter: list[Part]) -> str:
    return "\n".join([text for part in chapter for text in (part.heading.text, part.text)])


RULE = Rule(
    name="topic-not-carried",
    code="T005",
    group="topic",
    severity="note",
    summary="The sections should stay with the topic.",
    why="An article that names its topic in the title and then speaks of everything around it disappoints the "
    "reader whom the title brought.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
depth: brief
---

My Quadrajet hesitated.

## The garage

We moved here in 2009 and the garage came with the house. It has a window to the north, two benches and a lamp
that my father made of a hubcap in 1974. In winter it is too cold to work in after four in the afternoon.

## The neighbour

Mr. Olsen from across the street had owned a bakery for thirty years. He knows nothing of cars but he likes to
watch, and he brings rolls that are better than anything one can buy here. On Sundays his brother comes too.

## The dog

The dog sleeps under the left bench on an old blanket. She does not mind the noise, but she does not like
the smell of solvent, and when I open the can she goes out and lies down on the lawn until it has gone.
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
shut until 7. I drove the same hill in Lillehammer three times to be sure, with the gauge taped to the
windscreen each time.

## Setting it

The spring that holds the valve had been wound by 1/4 turn. I loosened the 3/32-inch screw, turned the spring
by half a turn more and tightened the screw again, which took four minutes and no part at all.

## Since then

For 1,200 km the valve has opened where it should, and the car has not hesitated once. I look at the spring
whenever I clean the air filter, since the screw of such an old carburetor may work loose again.
""",
    check=check,
    options={
        "words": Option(25, "Shorter sections do not count."),
        "sections": Option(3, "With fewer sections the rule stays silent."),
        "share": Option(0.3, "The share of sections that must name the topic."),
    },
)
