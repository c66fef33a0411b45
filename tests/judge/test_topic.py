"""Topics inferred from articles, and narrower ones offered."""

from __future__ import annotations

import re

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.details import find_details
from mkdocs_focus.judge.narrowness import narrowness
from mkdocs_focus.judge.topic import infer_topic, suggest_topics
from mkdocs_focus.text.article import Article, read_article

BODY = """
The secondary air valve of the Quadrajet hung open, and the engine hesitated whenever both barrels opened.
I bent the lever of the air valve until it moved freely.

## Winding the air valve spring

The air valve spring of a Quadrajet is wound by three quarters of a turn. A slack spring lets the air valve
flutter, and the Quadrajet stumbles. After winding the spring, the hesitation was gone.

## Checking the dashpot

The dashpot holds the air valve for a second. The dashpot of this Quadrajet leaked at the diaphragm.
"""


def article(title: str, body: str = BODY, topic: str | None = None) -> Article:
    return read_article(f"---\ntitle: {title!r}\n" + (f"topic: {topic}\n" if topic else "") + f"---\n{body}", "a.md")


def inferred(title: str, body: str = BODY) -> str:
    source = article(title, body)
    return infer_topic(source, read_contract(source), find_details(source))


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("How to Wind a Quadrajet Air Valve Spring", "wind a Quadrajet air valve spring"),
        ("Why the Quadrajet hesitates", "Quadrajet hesitates"),
        ("Quadrajet Hesitation | My Garage", "Quadrajet hesitation"),
        ("Part 3: The Air Valve Spring of a Quadrajet", "air valve spring of a Quadrajet"),
        ("My notes on the Quadrajet dashpot!", "Quadrajet dashpot"),
    ],
)
def test_the_title_without_what_leads_up_to_the_subject(title: str, topic: str) -> None:
    assert inferred(title) == topic


def test_a_title_that_says_nothing_gives_way_to_what_the_text_returns_to() -> None:
    assert "air valve" in inferred("We made it!")


def test_without_a_title_or_text_there_is_none() -> None:
    assert inferred("", "") == ""


def test_a_broad_topic_gets_narrower_ones_that_the_article_supports() -> None:
    source = article("Fixing a Quadrajet that hesitates", topic="Car maintenance")
    offered = suggest_topics(source, read_contract(source), find_details(source))
    assert 1 <= len(offered) <= 3
    words = set(re.findall(r"\w+", source.text.lower()))
    for topic in offered:
        assert narrowness(topic).value > narrowness("Car maintenance").value + 5
        assert set(re.findall(r"\w+", topic.lower())) <= words


def test_where_none_is_stated_the_inferred_one_leads() -> None:
    source = article("Quadrajet dashpot leak")
    assert suggest_topics(source, read_contract(source), find_details(source))[0] == "Quadrajet dashpot leak"


@pytest.mark.parametrize("language", ["de", "fr", "ja"])
def test_other_languages_keep_the_title(language: str) -> None:
    source = article("Der Vergaser: die Düse", "Die Düse ist verstopft. Die Düse wird gereinigt.")
    contract = read_contract(source)
    assert infer_topic(source, contract, language=language)
    assert isinstance(suggest_topics(source, contract, (), language), tuple)
