"""A post says only what its article says."""

import pytest

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.share.truth import unsupported
from mkdocs_focus.text.article import read_article

ARTICLE = """---
title: Re-lacing a 1911 Sturmey-Archer hub
date: 2021-03-04
share:
  twitter: "Cost me 95 pounds at Brooks."
---
The hub wanted **36** spokes of 1,250 grams in all, two of them bent. `tension.py` said 4.5 kN.

> Grease it once a year, said the leaflet.

| Part | Price |
|---|---|
| K-rings | £12.50 |
"""


@pytest.mark.parametrize(
    "text",
    [
        "36 spokes, 1250 grams, 2 bent: my Sturmey-Archer hub from 1911.",
        "K-rings cost £12.50, and the Sturmey-Archer's tension was 4.5 kN.",
        "“Grease it once a year,” the leaflet said.",
        "Written in March 2021. #cycling99 @some_body https://example.org/2044/Nowhere",
        "Spokes bent? Two of them were.",
    ],
)
def test_what_the_article_says(text):
    article = read_article(ARTICLE, "hub.md")
    assert unsupported(text, article, read_contract(article)) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It had 40 spokes.", ["40"]),
        ("Cost me 95 pounds at Brooks.", ["95", "Brooks"]),
        ("The Sturmey-Archer beats a Shimano by 5%.", ["Shimano", "5"]),
        ("“Grease it every week,” the leaflet said.", ["“Grease it every week,”"]),
        ("It weighs 1,25 kg.", ["1,25"]),
    ],
)
def test_what_it_does_not_say(text, claims):
    article = read_article(ARTICLE, "hub.md")
    found = unsupported(text, article, read_contract(article))
    assert [claim for claim, _, _ in found] == claims
    assert all(text[start:end] == claim for claim, start, end in found)
