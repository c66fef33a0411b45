"""The JSON schema of the front matter, for editors that complete and check it while the author types."""

from __future__ import annotations

from typing import Any

from mkdocs_focus.contract.fields import DEPTHS, FIELDS, GROUPS, Field

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}


def front_matter_schema() -> dict[str, Any]:
    """A schema of the fields that the plugin reads; what else a page's front matter holds is free."""
    properties: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {group: {} for group in GROUPS}
    for field in FIELDS:
        target = groups[field.path[0]] if len(field.path) > 1 else properties
        target[field.path[-1]] = {"description": field.what, **_type(field)}
    for group, fields in groups.items():
        properties[group] = {"type": "object", "properties": fields, "additionalProperties": False}
    properties["focus"] = {
        "description": "Settings of this page; false takes it out.",
        "anyOf": [{"const": False}, properties["focus"]],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter read by mkdocs-focus",
        "type": "object",
        "properties": properties,
    }


def _type(field: Field) -> dict[str, Any]:
    match field.type:
        case "flag":
            return {"type": "boolean"}
        case "depth":
            return {"enum": list(DEPTHS)}
        case "texts":
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
        case "ignores":
            # A list of one-key groups, or one group: the rule, and the reason.
            reasons = {"type": "object", "minProperties": 1, "additionalProperties": _TEXT}
            return {"anyOf": [{"type": "array", "items": reasons}, reasons]}
        case "text":
            longest = {} if len(field.path) > 1 else {"maxLength": 300}
            return (
                {"type": ["string", "integer"], "minLength": 1} if field.path[-1] == "uid" else {**_TEXT, **longest}
            )
