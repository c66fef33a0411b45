"""The judge against what people say of texts that no weight was fitted on (benchmarks/labels, the unseen half)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness
from mkdocs_focus.judge.specificity import sentence_specificity

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from accuracy_texts import graded_sentences, graded_topics, pairs_right, spearman

SENTENCES = [item for item in graded_sentences(None) if item.split == "unseen"]
TOPICS = [item for item in graded_topics() if item.split == "unseen" and item.broad is not None]


def test_sentences_are_ranked_as_people_rank_them() -> None:
    scores = [sentence_specificity(item.text) for item in SENTENCES]
    assert spearman(scores, [item.grade for item in SENTENCES]) >= 0.85


def test_of_sentences_of_a_length_the_specific_one_wins() -> None:
    scores = [sentence_specificity(item.text) for item in SENTENCES]
    right, count = pairs_right(scores, SENTENCES, 2, True)
    assert count > 500
    assert right >= 0.96


@pytest.mark.parametrize("only_longer", [False, True])
def test_a_narrow_topic_outdoes_a_broad_one_also_where_that_is_longer(only_longer: bool) -> None:
    right = [
        narrowness(narrow.text).value > narrowness(broad.text).value
        for narrow in TOPICS
        for broad in TOPICS
        if broad.broad and not narrow.broad and (not only_longer or len(broad.text) > len(narrow.text))
    ]
    assert sum(right) / len(right) >= 0.95


def test_one_threshold_parts_broad_from_narrow() -> None:
    right = [(narrowness(item.text).value < BROAD_BELOW) == item.broad for item in TOPICS]
    assert sum(right) / len(right) >= 0.92


def test_people_agree_with_each_other() -> None:
    everything = graded_sentences(None)
    assert spearman([g.grades[0] for g in everything], [g.grades[1] for g in everything]) >= 0.9


def test_no_text_stands_in_both_halves() -> None:
    for items in (graded_sentences(None), graded_topics()):
        halves = {half: {i.text for i in items if i.split == half} for half in ("tune", "unseen")}
        assert halves["tune"].isdisjoint(halves["unseen"])
