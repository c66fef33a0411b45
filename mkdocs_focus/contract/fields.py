"""The contract's fields, declared once: what reads them, what checks them and what documents them starts here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Depth = Literal["brief", "detailed", "deep-dive"]
DEPTHS: tuple[Depth, ...] = ("brief", "detailed", "deep-dive")

FieldType = Literal["text", "texts", "flag", "depth", "ignores"]
"""`texts`: a text or a list of texts."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the front matter that the plugin reads."""

    path: tuple[str, ...]
    type: FieldType
    what: str
    example: str


FIELDS: tuple[Field, ...] = (
    Field(("topic",), "text", "The one thing that the article is about.", "1968 Camaro cowl-induction hood seal"),
    Field(
        ("depth",),
        "depth",
        "How much concrete detail it promises: brief, detailed or deep-dive.",
        "deep-dive",
    ),
    Field(("audience",), "text", "Who cares most, in a few words.", "people restoring a first-generation Camaro"),
    Field(("details",), "texts", "What the author most wants shared; posts lead with these.", '["…", "…"]'),
    Field(
        ("share", "uid"),
        "text",
        "The article's identity for publishing; it never changes.",
        "camaro-hood-seal",
    ),
    Field(("share", "twitter"), "texts", "The author's own posts for X, used as they are.", '"…"'),
    Field(("share", "facebook"), "texts", "The author's own post for Facebook, used as it is.", '"…"'),
    Field(("share", "hashtags"), "texts", "At most two hashtags, with or without #.", "[Camaro]"),
    Field(("share", "image"), "text", "The picture of the link, relative to the article.", "hood-seal.jpg"),
    Field(("share", "image_alt"), "text", "What the picture shows.", '"…"'),
    Field(("share", "skip"), "flag", "Write no posts for this article.", "true"),
    Field(
        ("focus", "ignore"),
        "ignores",
        "Rules that do not apply here, each with the reason.",
        '[{no-sources: "…"}]',
    ),
)

GROUPS = ("share", "focus")
"""The keys that hold further keys; unknown keys below them are findings."""

DESCRIPTION_KEYS = ("description", "summary", "teaser", "excerpt", "deck")
"""Where writers put an article's description, in the order in which they are asked."""

MODIFIED_KEYS = ("updated", "modified", "lastmod", "last_modified_at", "last_updated")
"""Where writers put the date of the last change."""
