"""What kind of page it is changes what is said of it; and which topics are offered for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_focus.judge.assessment import Evidence, Score
from mkdocs_focus.judge.score import GENERIC_BELOW
from mkdocs_focus.rules.catalogue import BY_NAME
from mkdocs_focus.rules.kind import own_words, purpose
from mkdocs_focus.rules.narrower import is_sound, narrower_topics, whole_topic
from mkdocs_focus.rules.rule import Hit, Subject

from .subjects import hits, options, subject

GENERIC = BY_NAME["generic-article"].bad


def of_generic(seen: Subject) -> list[Hit]:
    rule = BY_NAME["generic-article"]
    assert rule.check is not None
    return list(rule.check(seen, options(rule)))


def titled(title: str) -> str:
    return GENERIC.replace("How to take care of your car", f'"{title}"')


def scored(seen: Subject, value: float, *evidence: Evidence) -> Subject:
    return replace(seen, assessment=replace(seen.assessment, score=Score(value, evidence)))


def deep(seen: Subject, depth: float) -> Subject:
    return replace(seen, assessment=replace(seen.assessment, depth=Score(depth)))


def test_generic_is_told_where_it_is_sure() -> None:
    seen = subject(GENERIC)
    assert of_generic(scored(seen, GENERIC_BELOW - 5))
    assert not of_generic(scored(seen, GENERIC_BELOW - 1))
    assert not of_generic(deep(scored(seen, GENERIC_BELOW - 5), 55))
    assert of_generic(deep(scored(seen, 20), 55))


def test_a_page_of_few_words_is_told_so_and_nothing_else() -> None:
    (hit,) = of_generic(subject("---\ntitle: Tips for teams\n---\n\nRead [the tips](https://e.org) of our guild.\n"))
    assert (hit.severity, hit.message) == ("note", "there is too little text to judge: 6 words")


def test_a_mere_card_for_another_page_is_silent() -> None:
    card = "---\ntitle: Bells of Olomouc\n{}---\n"
    assert not of_generic(subject(card.format("source_url: https://e.org/bells\n")))
    (hit,) = of_generic(subject(card.format("image: https://e.org/bells.png\n")))
    assert hit.message == "there is too little text to judge: 0 words"


def test_listed_words_that_tell_nothing_by_themselves_are_left_out() -> None:
    said = Evidence("sayings in place of facts: it's not, isn't the", -5.0)
    (hit,) = of_generic(scored(subject(GENERIC), 20, said))
    assert "(sayings in place of facts)" in hit.message
    (hit,) = of_generic(scored(subject(GENERIC), 20, said._replace(what="praise: seamless, isn't the")))
    assert "(praise: seamless)" in hit.message


def test_links_that_stand_for_themselves_are_no_text() -> None:
    text = "Ring the bells.\n\n- [All of the bells](https://e.org) of the town\n- Ring them twice.\n"
    assert own_words(subject(text).assessment) == 6


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Call for ringers: Easter in Olomouc", "call"),
        ("Volunteers needed: the tower guild", "call"),
        ("The guild is hiring a sexton", "call"),
        ("Launching the 2031 state of bells survey", "call"),
        ("Meet Jana Malá, our new ringer", "news"),
        ("The guild welcomes its new tower manager", "news"),
        ("Introducing the Olomouc bell register", "release"),
        ("The guild in review: three years later", "recap"),
        ("Interview with Jana Malá", "talk"),
        ("Four ways to improve survey responses", ""),
        ("What a clapper needs", ""),
        ("Transition curves of narrow-gauge railways", ""),
        ("Why the register is open to the public", ""),
        ("Lessons in ringing", ""),
    ],
)
def test_news_with_facts_is_not_called_generic(title: str, kind: str) -> None:
    seen = subject(titled(title))
    assert purpose(seen.assessment) == kind
    assert bool(of_generic(deep(seen, 10))) == (kind not in ("call", "talk"))
    assert bool(of_generic(deep(seen, 20))) != bool(kind)


@pytest.mark.parametrize(
    ("score", "depth", "is_said"), [(40, 10, 1), (40, 20, 0), (34, 20, 1), (34, 30, 0), (29, 30, 1), (29, 100, 1)]
)
def test_the_more_details_the_lower_must_the_score_be(score: float, depth: float, is_said: bool) -> None:
    assert bool(of_generic(deep(scored(subject(GENERIC), score), depth))) == is_said


def test_many_details_that_are_not_its_own_are_told_in_a_note() -> None:
    seen = deep(scored(subject(GENERIC), 38, Evidence("selling, thanking and inviting: offer", -3.0)), 50)
    assert not of_generic(seen)
    both = (*seen.assessment.score.evidence, Evidence("second-hand figures and made-up examples", -1.5))
    (hit,) = of_generic(deep(scored(seen, 38, *both), 50))
    assert (hit.severity, hit.message[:31]) == ("note", "the article is rather generic: ")
    assert not of_generic(deep(scored(seen, 42, *both), 50))


def test_a_short_welcome_is_long_enough() -> None:
    news = "---\ntitle: {}\n---\n\nJana Malá of [the guild](https://e.org) begins in May.\n"
    assert of_generic(scored(subject(news.format("On bells")), 20))
    assert not of_generic(deep(scored(subject(news.format("The guild welcomes its ringer")), 20), 10))


INTERVIEW = """\
---
title: Bells of the plain
---

{}What do you like about your tower?{}

I like that it is mine. Everybody should have a tower, and should take care of it.

{}How did you learn to ring?{}

By doing it. Practice is important, and so is patience.

{}What would you tell others?{}

That your time is well spent, since everything takes time.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (INTERVIEW.format(*["## ", ""] * 3), "talk"),
        (INTERVIEW.format(*["**", "**"] * 3), "talk"),
        (INTERVIEW.format(*["", ""] * 3), ""),
        ("**Malá:** Yes.\n\n**HB:** Why?\n\n**Malá:** It rings.\n\n**HB:** So?\n\n**Malá:** It is loud.\n", "talk"),
        ("Example: a.\n\nExample: b.\n\nExample: c.\n", ""),
        ("# Bells\n\nWe are thrilled to announce a register of bells.\n", "release"),
        ("# Bells\n\nJoin us at the bell on 4 May.\n", "call"),
        ("# Bells\n\nThe ringers of St Anne have not yet joined us.\n", ""),
        ("# Bells\n\nWe recently published the register.\n", "release"),
        ("# Bells\n\nThe paper recently published a register.\n", ""),
        ("# Bells\n\n" + "On 4 May 2031 we ring, on 9 May 2031 too.\n\n" * 3, "dates"),
        ("# Bells\n\nOn 4 May 2031 we ring.\n", ""),
    ],
)
def test_purpose_is_told_by_the_shape(text: str, kind: str) -> None:
    assert purpose(subject(text).assessment) == kind


def test_the_words_of_its_own_subject_are_no_reason() -> None:
    seen = scored(
        subject(titled("How to run a bell survey")),
        20,
        Evidence("second-hand figures: survey, respondents", -9.0),
        Evidence("announcing events: car", -5.0),
        Evidence("no name returns", -2.0),
    )
    (hit,) = of_generic(seen)
    assert "(second-hand figures: respondents; no name returns)" in hit.message


BELL = """\
---
title: The clapper of the fire bell
---

The fire bell of Olomouc has a new clapper. I weighed the clapper: 61 kg. The Guild Corner of our paper said
that the bell was cracked. The clapper swings on a leather baldric, and the baldric had worn by 9 mm.
"""


@pytest.mark.parametrize(
    ("phrase", "sound"),
    [
        ("fire bell clapper", True),
        ("Olomouc fire bell", True),
        ("weighing the clapper", True),
        ("what's next for the clapper", False),
        ("the bell has a new clapper", False),
        ("Olomouc allocates the clapper", False),
        ("from rope to clapper", False),
        ("clapper (Olomouc)", False),
        ("clapper, bell and baldric", False),
        ("future of the clapper", False),
        ("guild corner", False),
        ("clapperation time", False),
        ("bell", False),
        ("", False),
    ],
)
def test_sound_topics(phrase: str, sound: bool) -> None:
    assert is_sound(phrase, subject(BELL).assessment) == sound


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("The Olomouc fire bell clapper", "Olomouc fire bell clapper"),
        ("Swinging again: the Olomouc fire bell clapper", "Olomouc fire bell clapper"),
        ("How the Olomouc fire bell lost its clapper", ""),
        ("This week in the Olomouc tower: 14.3", ""),
        ("Ding dong", ""),
    ],
)
def test_offers_the_whole_topic_or_none(title: str, topic: str) -> None:
    assert whole_topic(subject(BELL.replace("The clapper of the fire bell", f'"{title}"')).assessment) == topic


def test_a_narrower_topic_keeps_more_than_one_word_of_a_long_one() -> None:
    text = BELL.replace("title:", "topic: casting and hanging a church bell\ntitle:")
    seen = subject(text).assessment
    offered = replace(seen, topic=replace(seen.topic, suggestions=("leather baldric", "new clapper", "fire bell")))
    assert narrower_topics(offered) == []


def test_a_minority_is_no_reason_against_the_depth() -> None:
    text = "---\ndepth: deep-dive\n---\n\n" + "We rang St Anne. " * 5 + "It was fine. " * 2
    (hit,) = hits(BY_NAME["shallow"], text)
    assert "without any detail" not in hit.message


def test_only_what_is_surely_generic_is_held_to_a_modest_promise() -> None:
    seen = subject(GENERIC.replace("title:", "topic: Lada 2101\ndepth: detailed\ntitle:"))
    rule = BY_NAME["shallow"]
    assert rule.check is not None
    assert list(rule.check(scored(seen, 30), options(rule)))
    assert list(rule.check(scored(seen, GENERIC_BELOW - 1), options(rule))) == []


def test_a_first_post_may_be_called_so() -> None:
    text = "---\ntitle: Hello world\ntopic: Olomouc fire bell\n---\n\nOn the reasons for this site.\n"
    (hit,) = hits(BY_NAME["topic-not-in-title"], text)
    assert hit.severity == "note"


def test_what_its_author_did_again_and_again_makes_a_note_do() -> None:
    did = " ".join(
        f"We {what} the gaskets of nine cars." for what in ("made", "replaced", "compared", "weighed", "found")
    )
    told = deep(scored(subject(f"{GENERIC}\n\n{did}\n"), 30), 10)
    assert [hit.severity for hit in of_generic(told)] == ["note"]
    assert [hit.severity for hit in of_generic(deep(scored(told, 20), 10))] == [None]


def test_near_the_line_a_note_does() -> None:
    for depth, severity in ((10, "note"), (5, None)):
        assert [hit.severity for hit in of_generic(deep(scored(subject(GENERIC), 38), depth))] == [severity]
