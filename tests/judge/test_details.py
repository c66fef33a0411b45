"""Details: their kinds, their places, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_focus.judge.details import find_details, find_in_text
from mkdocs_focus.text.article import read_article

FOUND = [
    ("The 3/8-inch seal leaked.", "measurement", "3/8-inch"),
    ("It needs 12 V at the coil.", "measurement", "12 V"),
    ("Hold it at 5°C overnight.", "measurement", "5°C"),
    ("The carburettor flows 600 CFM.", "measurement", "600 CFM"),
    ("Compression is 11.5:1 there.", "measurement", "11.5:1"),
    ("Beat in 2 1/2 cups of flour.", "measurement", "2 1/2 cups"),
    ("The train loses four minutes.", "measurement", "four minutes"),
    ("The shelf is 32 in deep.", "measurement", "32 in"),
    ("Bake it at 425F.", "measurement", "425F"),
    ("It ran 5x faster.", "measurement", "5x"),
    ("We paid $4,500 for it.", "money", "$4,500"),
    ("It cost 20 euros then.", "money", "20 euros"),
    ("The vote of 6 May 1957 moved it.", "date", "6 May 1957"),
    ("On March 5, 2021 the valve stuck.", "date", "March 5, 2021"),
    ("Released 2024-01-05 to testers.", "date", "2024-01-05"),
    ("Fitted in 1968 only.", "date", "1968"),
    ("The 07:42 was late.", "date", "07:42"),
    ("Only 12.5 percent passed.", "percentage", "12.5 percent"),
    ("The tank holds 38% of it.", "percentage", "38%"),
    ("We counted 212 commits.", "count", "212"),
    ("It takes 24-48 hours to cure.", "range", "24-48 hours"),
    ("Gap it between 0.6 mm and 0.8 mm.", "range", "between 0.6 mm and 0.8 mm"),
    ("Fixed by CVE-2024-12345 upstream.", "part-number", "CVE-2024-12345"),
    ("We follow PEP 541 here.", "part-number", "PEP 541"),
    ("The mech is an RD-RX810 clutch.", "part-number", "RD-RX810"),
    ("It breaks on Python 3.12 only.", "version", "Python 3.12"),
    ("Upgrade to v2.4.1 first.", "version", "v2.4.1"),
    ("The RTX 4090 throttled.", "model", "RTX 4090"),
    ("It is the 1968 Camaro of a friend.", "model", "1968 Camaro"),
    ("We met Ada Lovelace at noon.", "name", "Ada Lovelace"),
    ("The seal came from the Society of Friends.", "name", "Society of Friends"),
    ("Quadrajet bowls warp.", "name", "Quadrajet"),
    ("We host it on GitHub now.", "name", "GitHub"),
    ("He sold it on eBay then.", "name", "eBay"),
    ("She said “the seal was never fitted” twice.", "quotation", "“the seal was never fitted”"),
    ("Pass --strict to it.", "setting", "--strict"),
    ("Edit the file setup.py there.", "path", "setup.py"),
    ("Call asyncio.gather() twice.", "identifier", "asyncio.gather()"),
    ("The field is commit_delay now.", "identifier", "commit_delay"),
    ("It fell from 61 bpm to 48 bpm.", "comparison", "from 61 bpm to 48"),
]
NONE = [
    "There are 5 tips for success.",
    "We give 100% and work 24/7.",
    "However, this is one of the most important things.",
    "The engine is loud. Always listen to it.",
    "I think that Monday is a good day.",
    "Whenever it rains, I’m happy.",
    "Cast iron pans need to be seasoned.",
    "Context Engineering: structure what you return.",
    "⏲ Prep time: ask for it.",
    "We use 3D printing in Q1.",
    "Three in five people agree.",
]


@pytest.mark.parametrize(("text", "kind", "detail"), FOUND)
def test_finds(text: str, kind: str, detail: str) -> None:
    assert (kind, detail) in [(found, text[start:end]) for found, start, end in find_in_text(text)]


@pytest.mark.parametrize("text", NONE)
def test_leaves_alone(text: str) -> None:
    assert find_in_text(text) == []


def test_a_year_beside_a_preposition_is_no_model() -> None:
    text = "In 1999 Google moved."
    assert [(kind, text[s:e]) for kind, s, e in find_in_text(text)] == [("date", "1999"), ("name", "Google")]


def test_german_nouns_are_no_names() -> None:
    assert find_in_text("Der Vergaser und die Düse sind verstopft.", "de") == []


@pytest.mark.parametrize(
    ("text", "language", "details"),
    [
        ("Die Düse hat 1,25 mm bei 12 Volt.", "de", [("measurement", "1,25 mm"), ("measurement", "12 Volt")]),
        ("Elle fuit à 3,5 bar à Lyon.", "fr", [("measurement", "3,5 bar"), ("name", "Lyon")]),
        ("Давление 3,5 бар.", "ru", [("measurement", "3,5 бар")]),
        ("キャブレターは12 Vで動きます。", "ja", [("measurement", "12 V")]),
        ("湯温は92度、豆は15グラムだった。", "ja", [("measurement", "92度"), ("measurement", "15グラム")]),
        ("水泵压力为2.5公斤，轴承厚12毫米。", "zh", [("measurement", "2.5公斤"), ("measurement", "12毫米")]),
    ],
)
def test_figures_are_found_in_any_language(text: str, language: str, details: list[tuple[str, str]]) -> None:
    assert [(kind, text[start:end]) for kind, start, end in find_in_text(text, language)] == details


@given(
    st.text(alphabet=st.sampled_from('aA1 .,-/`_=:"“”$%°½xvBé漢 \n'), max_size=60),
    st.sampled_from(["en", "de", "ja"]),
)
def test_any_text_is_searched_and_every_detail_stands_in_it(text: str, language: str) -> None:
    for _, start, end in find_in_text(text, language):
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=300))
def test_any_article_is_searched(text: str) -> None:
    article = read_article(text, "a.md")
    for detail in find_details(article):
        assert 0 <= detail.span.start <= detail.span.end <= len(article.text)
        assert detail.sentence is None or 0 <= detail.sentence < len(article.body.sentences)


ARTICLE = """---
title: Seal
---
# The *Quadrajet* seal

The Quadrajet's seal is `GM-3892` and runs `make test` at **12 V**.

1. Torque it to 13 Nm.
2. Go home.

| part | length |
|---|---|
| seal | 40 mm |

![The torn seal, from below](seal.jpg)

```bash
ls -l
```

```python
x = 1
```

> He wrote that the seal had never once been fitted by hand.

See [the manual](https://example.org/manual).
"""


def test_an_articles_details_have_kind_place_block_and_sentence() -> None:
    article = read_article(ARTICLE, "seal.md")
    found = find_details(article)
    told = [(d.kind, d.text) for d in found]
    for expected in [
        ("name", "Quadrajet"),
        ("identifier", "GM-3892"),
        ("command", "make test"),
        ("measurement", "12 V"),
        ("measurement", "13 Nm"),
        ("step", "Torque it to 13 Nm."),
        ("table-row", "seal | 40 mm"),
        ("figure", "The torn seal, from below"),
        ("command", "ls -l"),
        ("code", "x = 1"),
        ("source", "the manual"),
    ]:
        assert expected in told
    assert ("step", "Go home.") not in told
    assert any(kind == "quotation" for kind, _ in told)
    assert told.count(("name", "Quadrajet")) == 2, "in the heading too, since the text knows the name"
    for detail in found:
        assert detail.sentence is None or article.body.sentences[detail.sentence].block == detail.block
        if detail.kind in ("name", "measurement", "identifier"):
            assert article.text[detail.span.start : detail.span.end] == detail.text
    assert list(found) == sorted(found, key=lambda d: d.span)


def test_code_of_blanks_alone_is_code_all_the_same() -> None:
    found = find_details(
        read_article("The parser reads a ` ` as one blank, and `  ` as two, since version 2.4.\n", "a.md")
    )
    assert ("command", " ") not in [(detail.kind, detail.text) for detail in found]
    assert any("2.4" in detail.text for detail in found)


def test_hostile_text_costs_no_more_than_its_length() -> None:
    hostile = [
        "1-" * 20_000,
        "1 x " * 10_000,
        "A" * 40_000,
        "A-" * 20_000,
        "A b " * 10_000,
        "from 1 to " * 4_000,
        '"a ' * 15_000,
    ]
    hostile += [
        "a_" * 20_000,
        "a/" * 20_000,
        "1" * 40_000,
        "$1 to " * 8_000,
        "A of " * 8_000,
        "a.b" * 13_000,
        "aB" * 20_000,
        "-" * 40_000,
    ]
    for text in hostile:
        start = time.process_time()
        find_in_text(text)
        assert time.process_time() - start < 1.5, text[:10]
