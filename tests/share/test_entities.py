"""X's counting and linking, held to the official conformance suite (twitter-text, Apache License 2.0)."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_focus.share.entities import extract_hashtags, extract_links
from mkdocs_focus.share.platforms import file_names, keep_from_linking, weighted_length

SUITE = Path(__file__).parent / "conformance"


def cases(file: str, *kinds: str) -> list[Any]:
    groups = yaml.safe_load((SUITE / file).read_text(encoding="utf-8"))["tests"]
    return [
        pytest.param(group, case["text"], case["expected"], id=f"{group}: {case['description']}")
        for group, group_cases in groups.items()
        if any(kind in group for kind in kinds)
        for case in group_cases
    ]


@pytest.mark.parametrize(("group", "text", "expected"), cases("validate.yml", "Weighted", "Directional"))
def test_weighted_length(group, text, expected):
    emoji_as_one = group != "WeightedTweetsCounterTest"
    assert weighted_length(text, emoji_as_one=emoji_as_one) == expected["weightedLength"]


@pytest.mark.parametrize(("group", "text", "expected"), cases("extract.yml", "url"))
def test_links(group, text, expected):
    found = extract_links(text)
    with_places = [{"url": link.text, "indices": [link.start, link.end]} for link in found]
    assert expected in (with_places, [link.text for link in found])


@pytest.mark.parametrize(("group", "text", "expected"), cases("extract.yml", "hashtag"))
def test_hashtags(group, text, expected):
    found = extract_hashtags(text)
    with_places = [{"hashtag": name, "indices": [start, end]} for name, start, end in found]
    assert expected in (with_places, [name for name, _, _ in found])


HOSTILE = [
    "a.", "a.b ", "x", "http://", "a-", "a.com", "日本.com", "@a.com", ".", "#", "#a", "http://a.com/a(b)",
    "👨\u200d", "a.com/(", "-a.com", "a_", "é.", "_.", "http://a.", "(", "http://a.com/((", "a.com?", "\u200d", "\u0301",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_100_kb_takes_less_than_50_ms(piece):
    text = piece * (100_000 // len(piece.encode())) + ".com"
    best = min(_seconds(text) for _ in range(3))
    assert best < 0.05


def _seconds(text: str) -> float:
    start = time.process_time()
    weighted_length(text)
    extract_hashtags(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", ["README.md", "setup.sh", "main.rs", "app.cc", "archive.tar.zip"])
def test_file_names_do_not_become_links(name):
    text = f"The flag in {name} was wrong."
    assert [link.text for link in file_names(text)] == [name]
    safe = keep_from_linking(text)
    assert not extract_links(safe)
    assert safe.replace("\u200b", "") == text


@pytest.mark.parametrize(
    "text", ["See example.com/README.md for it.", "It is at https://example.com/a.md", "3.5 mm, e.g. v1.2"]
)
def test_other_dots_are_left_alone(text):
    assert not file_names(text)
    assert keep_from_linking(text) == text
