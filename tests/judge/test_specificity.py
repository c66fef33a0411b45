"""A sentence's specificity: order, evidence, length, languages, speed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_focus.judge.specificity import explain_specificity, sentence_specificity, specificities

PAIRS = [  # of about equal length, the specific one first
    ("The thermostat housing cracked at the lower bolt.", "A good garage always puts its customers first."),
    (
        "Two strands of the halyard had parted where it ran over the masthead sheave.",
        "Sailing is a wonderful way to spend some time with your family and friends.",
    ),
    ("Slack the locknut before you turn the needle.", "Be sure to think before you take the next step."),
    ("The 74LS04 ran hot and its third gate stuck low.", "Technology is changing faster than ever in 2024."),
    (
        "Mrs Alcott signed the tithe map in brown ink, and her field is numbered twice.",
        "History is important because it helps us to understand who we really are today.",
    ),
    (
        "Without the index the report took forty seconds and read every row of the orders table.",
        "Every company should think about the performance of its systems and make it a priority.",
    ),
]


@pytest.mark.parametrize(("specific", "general"), PAIRS)
def test_of_two_sentences_of_a_length_the_specific_one_wins(specific: str, general: str) -> None:
    assert sentence_specificity(specific) > sentence_specificity(general) + 0.15


def test_a_long_general_sentence_does_not_outdo_a_short_specific_one() -> None:
    long = (
        "There are many different things that you should always keep in mind when you are thinking about how to make the "
        "most of your time, and it is important to remember that everyone is different and has different needs."
    )
    assert sentence_specificity("The float bowl gasket wept at the rear seam.") > sentence_specificity(long) + 0.3


def test_brands_and_round_numbers_do_not_make_a_platitude_specific() -> None:
    platitude = "Brands like Nike, Apple and Coca-Cola know that 100% of success is attitude, 24/7."
    assert sentence_specificity(platitude) < sentence_specificity("The gasket wept where the flange had warped.")


def test_evidence_names_what_counted() -> None:
    told = " ".join(
        item.what for item in explain_specificity("You should always check the Quadrajet float.").evidence
    )
    assert "speaks to the reader: you" in told
    assert "name: Quadrajet" in told
    assert "hedges: should" in told


@given(st.text(max_size=200))
def test_evidence_adds_up_and_the_fast_path_agrees(text: str) -> None:
    score = explain_specificity(text)
    assert sum(item.weight for item in score.evidence) == pytest.approx(score.value, abs=1e-9)
    assert sentence_specificity(text) == pytest.approx(score.value, abs=1e-9)
    assert 0 <= score.value <= 1


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt-BR", "ru", "ja", "zh"])
def test_without_word_tables_only_figures_count(language: str) -> None:
    plain, measured = specificities(["Der Motor läuft.", "Der Motor läuft mit 12 V."], language)
    assert 0.3 < plain < measured <= 1
    assert sum(e.weight for e in explain_specificity("12 V", language).evidence) == pytest.approx(
        sentence_specificity("12 V", language)
    )


def test_a_hostile_sentence_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    for text in ("a'" * 50_000, "A-" * 50_000, "key to " * 20_000, "1," * 50_000):
        sentence_specificity(text)
    assert time.process_time() - start < 2
