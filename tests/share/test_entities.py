"""X's counting and linking, held to the official conformance suite (twitter-text, Apache License 2.0)."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_focus.share.entities import extract_hashtags, extract_links
from mkdocs_focus.share.platforms import LIMITS, file_names, keep_from_linking, weighted_length

SUITE = Path(os.environ.get("FOCUS_CONFORMANCE", Path(__file__).parents[3] / "shared" / "conformance"))


def cases(file: str, *kinds: str) -> list[Any]:
    if not (SUITE / file).is_file():
        return [pytest.param("", "", {}, marks=pytest.mark.skip("no conformance suite; FOCUS_CONFORMANCE names one"))]
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
def test_hostile_text_of_100_kb_is_counted_to_its_end(piece):
    text = piece * (100_000 // len(piece.encode())) + ".com"
    joined = piece == "👨\u200d"  # however many are joined, they are one emoji
    assert weighted_length(text) > (6 if joined else LIMITS["twitter"])
    assert all(text[link.start : link.end] == link.text for link in extract_links(text))
    assert all(text[start:end].endswith(name) for name, start, end in extract_hashtags(text))


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


def test_code_is_kept_from_being_an_account():
    assert keep_from_linking("Put @cached above it, and a@b stays.") == "Put @\u200bcached above it, and a@b stays."
