"""broad-topic: the stated topic is a whole field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor

from mkdocs_focus.finding import Severity
from mkdocs_focus.judge.words import lexicon, stem
from mkdocs_focus.rules.kind import is_empty
from mkdocs_focus.rules.narrower import narrower_topics
from mkdocs_focus.rules.places import cite, topic_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.text.sentences import WORD


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look at stated topics only: an inferred one is a guess, and generic-article speaks for it."""
    assessment = subject.assessment
    topic = assessment.topic
    if not topic.stated or topic.narrowness.value >= options["narrow"] or is_empty(assessment):
        return
    reached = topic.narrowness.value + options["name"] * _names(topic.text, assessment.language)
    # A name, or what is told in depth under it, shows that the topic is not so broad; one ordinary word always is.
    is_field = _is_one_word(topic.text, assessment.language)
    if not is_field and (
        reached >= options["narrow"]
        or (assessment.verdict == "deep" and reached >= options["broad"] - options["name"])
    ):
        return
    severity: Severity | None = "note" if reached >= options["broad"] and not is_field else None
    place, quoted = cite(assessment.article, topic_place(assessment), topic.text)
    how = "broad" if severity is None else "rather broad"
    if narrower := narrower_topics(assessment):
        offered = " or ".join(f"`{text}`" for text in narrower)
        advice = (
            f"The article itself supports {offered}; or name the one model, place, problem or method you know best."
        )
    else:
        advice = "Name the one model, place, problem or method in it that you know best, and write about that."
    yield Hit(
        place,
        f"the topic {quoted} is {how}: {floor(topic.narrowness.value)} of 100 points for narrowness",
        advice,
        severity,
    )


def _is_one_word(topic: str, language: str) -> bool:
    words, table = WORD.findall(topic), lexicon(language)
    return len(words) == 1 and topic.islower() and table is not None and table.is_common(stem(words[0]))


def _names(topic: str, language: str) -> int:
    """2 where capitals tell a name of several words in it, 1 where they or a digit tell a name of one; in a topic set
    in capitals throughout an uncommon word does. 0 for a single word."""
    words = WORD.findall(topic)
    if len(words) == 1:  # a name like any other: Chevys, Italy
        return 0
    table = lexicon(language)
    capitals_tell = any(word.islower() and len(word) > 3 for word in words)
    if capitals_tell and _LONG_NAME.search(topic):
        return 2
    for index, word in enumerate(words):
        if _DESIGNATION.search(word):
            return 1
        if word[0].isupper() and not word.isupper():
            if index and capitals_tell:
                return 1
            if table is not None and not table.is_common(word.lower().removesuffix("'s").removesuffix("’s")):
                return 1
        elif capitals_tell and word.isupper() and len(word) > 2:
            return 1
    return 0


_LONG_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_DESIGNATION = re.compile(r"[a-z][A-Z]|\d[A-Za-z]|[A-Za-z]\d")


RULE = Rule(
    name="broad-topic",
    code="T001",
    group="topic",
    severity="warning",
    summary="The topic must be one narrow thing.",
    why="Nobody looks for everything about a field, and thousands have written it. The few people who care most "
    "look for one model, one fault, one place; an article about exactly that is the one they find and pass "
    "on.",
    bad="""\
---
title: All about classic cars
topic: classic cars
depth: brief
---

Classic cars are loved by many people all over the world. There are many kinds of them, and each has its charm.
""",
    good="""\
---
title: The heater valve of the 1969 Triumph GT6
topic: 1969 Triumph GT6 heater valve
depth: brief
---

The heater valve of my 1969 GT6 leaked 20 ml an hour onto the ECU shelf until a 3/8-inch Viton ring closed it.
""",
    check=check,
    options={
        "broad": Option(42, "Narrowness (0 to 100) below which a topic is broad: a warning."),
        "narrow": Option(44, "Narrowness below which it is rather broad: a note."),
        "name": Option(6, "Points that are added for a name in the topic, and twice for one of several words."),
    },
)
