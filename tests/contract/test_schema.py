"""The schema says of each field what reading the contract makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_focus.contract.fields import FIELDS, GROUPS
from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.contract.schema import front_matter_schema
from mkdocs_focus.text.article import read_article


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """The few words of JSON schema that the front matter's uses."""
    if "anyOf" in schema:
        return any(accepts(way, value) for way in schema["anyOf"])
    if "const" in schema:
        return bool(value is schema["const"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    types = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
    if not any(isinstance(value, types[k]) and (k == "boolean" or not isinstance(value, bool)) for k in kinds):
        return False
    if isinstance(value, str):
        return schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    if isinstance(value, list):
        return all(accepts(schema["items"], item) for item in value)
    if isinstance(value, dict):
        known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
        if len(value) < schema.get("minProperties", 0):
            return False
        for key, item in value.items():
            if key in known:
                if not accepts(known[key], item):
                    return False
            elif other is False or (isinstance(other, dict) and not accepts(other, item)):
                return False
    return True


def test_every_field_is_described() -> None:
    properties = front_matter_schema()["properties"]
    properties = {**properties, "focus": properties["focus"]["anyOf"][1]}
    for field in FIELDS:
        at = properties[field.path[0]]
        for key in field.path[1:]:
            at = at["properties"][key]
        assert at["description"] == field.what
    assert set(GROUPS) <= set(properties)


@pytest.mark.parametrize(
    "front",
    [
        "topic: Quadrajet air valve",
        "topic: 302",
        "topic: [one, two]",
        "depth: deep-dive",
        "depth: deep",
        "details: one",
        "details: [one, two]",
        "details: {one: two}",
        "share: {uid: 2024, skip: true, hashtags: [Camaro]}",
        "share: {skip: 'yes'}",
        "share: {twiter: a}",
        "share: none",
        "focus: false",
        "focus: {ignore: [{filler: a quotation}]}",
        "focus: {ignore: {filler: a quotation}}",
        "focus: {ignore: [filler]}",
        "focus: {ignor: []}",
        "layout: post",
    ],
)
def test_accepts_what_reading_accepts(front: str) -> None:
    article = read_article(f"---\n{front}\n---\n\nText.\n", "a.md")
    assert accepts(front_matter_schema(), dict(article.front.values)) == (not read_contract(article).problems)
