"""A topic's narrowness: broad against narrow, evidence, languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness

BROAD = [
    "Everything you need to know about healthy food for the whole family",
    "Classic cars",
    "A beginner's guide to home improvement and everything that goes with it",
    "Ten tips for better photos",
    "The future of technology",
    "How to be more productive at work, at home and everywhere else",
    "Investing",
]
NARROW = [
    "Quadrajet hesitation",
    "1968 Camaro Sport Coupe cowl-induction hood seal",
    "bleeding the clutch of a Saab 96 V4",
    "sooty chimney above a Rayburn flue",
    "ZRAM swap on an Atari Portfolio",
    "moth holes in the elbow of a lambswool cardigan",
    "double-booked night in a parish hall calendar",
]
WITHIN = [  # a field and a part of it
    ("Cars", "Convertibles"),
    ("Pets", "Hamsters"),
    ("Sports", "Fencing"),
    ("Music", "Choral Music"),
    ("Personal Finance", "Student Loans"),
    ("Home and Garden", "Houseplants"),
    ("Computing", "Spreadsheets"),
    ("Food and Drink", "Puddings"),
]


@pytest.mark.parametrize("topic", BROAD)
def test_broad_topics_stay_below_the_threshold(topic: str) -> None:
    assert narrowness(topic).value < BROAD_BELOW


@pytest.mark.parametrize("topic", NARROW)
def test_narrow_topics_reach_it_however_short(topic: str) -> None:
    assert narrowness(topic).value >= BROAD_BELOW


@pytest.mark.parametrize(("field", "part"), WITHIN)
def test_a_part_is_narrower_than_its_field(field: str, part: str) -> None:
    assert narrowness(part).value > narrowness(field).value


@given(st.text(max_size=120), st.sampled_from(["en", "de", "ja"]))
def test_evidence_adds_up(topic: str, language: str) -> None:
    score = narrowness(topic, language)
    assert sum(item.weight for item in score.evidence) == pytest.approx(score.value, abs=1e-9)
    assert 0 <= score.value <= 100


def test_evidence_tells_what_widens() -> None:
    told = [item.what for item in narrowness("Tips for every gardener").evidence]
    assert "widens: tips" in told
    assert "speaks to everybody" in told


@pytest.mark.parametrize("topic", ["Gesunde Ernährung", "La cuisine", "Здоровье", "健康的な食事"])
def test_nothing_is_called_broad_without_word_tables(topic: str) -> None:
    assert narrowness(topic, "de").value >= BROAD_BELOW


def test_an_empty_topic_has_no_narrowness() -> None:
    assert narrowness(" ").value == 0
