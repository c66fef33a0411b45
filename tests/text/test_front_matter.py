"""Front matter as real writers write it: its values, the places of keys and values, and what is wrong with it."""

from __future__ import annotations

import datetime

import pytest

from mkdocs_focus.text.front_matter import FrontMatter, read_front_matter
from mkdocs_focus.text.position import Source


def read(text: str) -> tuple[FrontMatter, Source]:
    source = Source.from_text(text)
    return read_front_matter(source), source


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_of_keys_and_values(end: str, mark: str) -> None:
    front, source = read(mark + end.join(["---", "title: Seal", "share:", "  hashtags: [a, Camaro]", "---", "Body"]))
    assert front.values == {"title": "Seal", "share": {"hashtags": ["a", "Camaro"]}}
    key, item = front.key("share", "hashtags"), front.value("share", "hashtags", 1)
    assert key is not None
    assert item is not None
    assert source.position(key.start) == (4, 3)
    assert source.text[item.start : item.end] == "Camaro"
    assert source.text[front.body :] == "Body"


def test_toml_has_places_too() -> None:
    front, source = read('+++\ntitle = "Seal" # why\ndate = 2024-05-01\n[share]\nuid = "x"\n+++\nBody')
    assert front.format == "toml"
    assert front.values == {"title": "Seal", "date": datetime.date(2024, 5, 1), "share": {"uid": "x"}}
    span = front.value("share", "uid")
    assert span is not None
    assert source.text[span.start : span.end] == '"x"'
    assert "TOML" in front.unseen


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("---\ntitle: a: b\n---\n", "unreadable", (2, 9)),
        ("---\ntitle: x\n\tsub: y\n---\n", "unreadable", (3, 1)),
        ("---\n- a\n- b\n---\n", "unreadable", (2, 1)),
        ("---\ntitle: a\ntopic: b\ntitle: c\n---\n", "duplicate", (4, 1)),
        ("---\nshare:\n  uid: a\n  uid: b\n---\n", "duplicate", (4, 3)),
        ("---\ntitle: a\x07b\n---\n", "unreadable", (2, 9)),
        ("---\ntitle: a\n\nText without an end\n", "unreadable", (1, 1)),
        ('+++\ntitle = "a\n+++\n', "unreadable", (2, 11)),
        ('+++\na = 1\na = 2\n+++\n', "duplicate", (3, 6)),
        ("---\ntopic: [a\n---\n", "unreadable", (3, 1)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_is(text: str, kind: str, place: tuple[int, int]) -> None:
    front, source = read(text)
    problem = front.problems[0]
    assert (problem.kind, source.position(problem.span.start)) == (kind, place)
    assert problem.message
    assert problem.advice


@pytest.mark.parametrize(
    "text",
    ["", "Just text", "word: looks like a key\n\nText", "---\n\nA rule above\n", "***\n---\n", "Title\n---\nText\n"],
)
def test_no_front_matter_is_no_problem(text: str) -> None:
    front, _ = read(text)
    assert (front.format, front.problems, dict(front.values)) == ("none", (), {})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n\n---\ntitle: a\n---\nText", "blank lines"),
        ("---\ntitle: a\n---", "last character"),
        ("----\ntitle: a\n----\nText", "dashes"),
    ],
)
def test_what_mkdocs_loses(text: str, why: str) -> None:
    front, _ = read(text)
    assert front.values == {"title": "a"}
    assert why in front.unseen


def test_an_anchor_that_holds_itself_and_deep_brackets_end_well() -> None:
    for text in ("---\na: &x [*x]\n---\n", "---\na: " + "[" * 3000 + "\n---\n", "---\n" + "- " * 3000 + "a\n---\n"):
        read(text)
