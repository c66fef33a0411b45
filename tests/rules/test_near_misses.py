"""Near misses made of the rules' own bad examples, where a whole article more would hide the one difference."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_focus.judge.narrowness import narrowness
from mkdocs_focus.rules.catalogue import BY_NAME
from mkdocs_focus.rules.narrower import narrower_topics
from mkdocs_focus.share.kit import Kit

from .subjects import hits, options, subject

LONG = BY_NAME["no-picture"].bad
SCRIPT = BY_NAME["no-shareable-detail"].bad


@pytest.mark.parametrize(
    "shown",
    [
        LONG.replace("depth: detailed\n", "depth: detailed\nimage: air-valve.jpg\n"),
        LONG + '\n{{ image("air-valve.jpg") }}\n',
        LONG + "\n{{< figure src=air-valve.jpg >}}\n",
        LONG + "\n## What was wrong?\n\nThe spring.\n\n## Who told you?\n\nA friend.\n",
        LONG + "\n1. Loosen the screw.\n2. Turn the spring.\n",
    ],
    ids=["front matter", "macro", "shortcode", "interview", "steps"],
)
def test_shows_its_thing(shown: str) -> None:
    assert hits(BY_NAME["no-picture"], shown) == []


@pytest.mark.parametrize(
    "still",
    [
        LONG + "\n{{ figures_of_speech }} of {{ imagination }}\n",
        LONG + "\n## What was wrong?\n\n## The spring\n\n## Set\n",
    ],
    ids=["other macros", "one question"],
)
def test_shows_nothing(still: str) -> None:
    assert hits(BY_NAME["no-picture"], still)


@pytest.mark.parametrize(
    "telling",
    [
        "Since 4 May 2021 `rotate-greenhouse` has kept nine of 412 files, like so:",
        "- Set `Persistent=true`, or the timer skips the 40 nights on which the Raspberry Pi was off:",
        "The Raspberry Pi in my greenhouse now rotates its humidity log at 02:40 with a systemd timer.",
    ],
)
def test_one_particular_sentence_can_be_passed_on_though_it_makes_no_post(telling: str) -> None:
    told = replace(subject(f"{SCRIPT}\n{telling}\n"), kit=Kit("rotate", ()))
    rule = BY_NAME["no-shareable-detail"]
    assert rule.check is not None
    assert not list(rule.check(told, options(rule)))
    assert list(rule.check(told, options(rule, specific=2)))


def test_what_is_judged_deep_need_not_be_deeper_than_detailed() -> None:
    article = BY_NAME["generic-article"].good.replace("\n---\n\n", "\ndepth: detailed\n---\n\n", 1)
    assert hits(BY_NAME["shallow"], article, detailed=80) == []
    assert hits(BY_NAME["shallow"], article.replace("depth: detailed", "depth: deep-dive"), **{"deep-dive": 90})


def test_offers_only_topics_that_stand_in_the_article() -> None:
    assessment = subject(
        "---\ntopic: cars\n---\n\nThe Lada's float\nneedle stuck. I bent the needle of the float, and a lifter ticked.\n"
    ).assessment
    topic = replace(assessment.topic, suggestions=("Lada's lifter", "float needle"))
    assert narrower_topics(replace(assessment, topic=topic)) == ["float needle"]


def test_a_page_that_only_points_elsewhere_may_be_taken_out() -> None:
    (hit,) = hits(BY_NAME["generic-article"], "---\ntitle: Tips for teams\n---\n\nRead [the tips](https://e.org).\n")
    assert "`focus: false`" in hit.advice


def test_a_missing_topic_is_that_of_the_whole_article_or_left_open() -> None:
    seen = subject("---\ntitle: Healthy food\n---\n\nOur float needle stuck at 3 g, and the float needle leaked.\n")
    broad = narrowness("healthy food")
    topic = replace(seen.assessment.topic, text="healthy food", narrowness=broad, suggestions=("float needle",))
    narrow = replace(seen, assessment=replace(seen.assessment, topic=topic))
    (hit,) = BY_NAME["missing-topic"].check(narrow, {})  # type: ignore[misc]
    assert "`topic: …`" in hit.advice


def test_an_article_that_was_copied_is_told_from_a_post_that_was() -> None:
    rule = BY_NAME["same-post-twice"]
    first, _, _ = rule.bad.partition("=====\n")
    (posted,), (copied,) = hits(rule, rule.bad), hits(rule, f"{first}=====\n{first}")
    assert posted.message == "a post for twitter reads the same as the one of docs/1.md"
    assert copied.message == "the text is that of docs/1.md, and so is the post for twitter"
    assert copied.advice.startswith("Delete one of the two")
