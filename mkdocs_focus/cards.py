"""The cards of a site: which articles get one, in which colours; drawn once and kept by content."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from mkdocs_focus.output.folder import folder_name
from mkdocs_focus.review.review import Review
from mkdocs_focus.share.card import CardFacts, draw_card

FOLDER = "assets/focus"
"""Where cards lie inside the published site."""

# The colour of the header, by the names that Material's palette has; the colours are those of its own style sheet.
_PRIMARY = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue grey": "#546d78", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip
_ON_LIGHT = frozenset(("lime", "yellow", "amber", "orange", "white"))
_OTHERWISE = "#2c3e50"


def card_name(uid: str) -> str:
    """The path of an article's card inside the site."""
    return f"{FOLDER}/{folder_name(uid)}.png"


def card_facts(review: Review, site_name: str, palette: Any, authors: tuple[str, ...]) -> CardFacts:
    """What stands on an article's card, in the colours of the theme's (first) palette."""
    background, foreground = _colours(palette)
    lead = next((post.lead.text for post in review.kit.posts if post.lead and post.origin != "author"), "")
    topic = review.topic if review.topic_stated else review.facts.title or review.topic
    return CardFacts(
        topic=topic[:1].upper() + topic[1:],
        detail=lead,
        site_name=site_name,
        author=", ".join(authors or review.facts.authors),
        background=background,
        foreground=foreground,
    )


def card_alt(facts: CardFacts) -> str:
    """What a card shows, for those who do not see it."""
    return f"{facts.topic}: {facts.detail}" if facts.detail else facts.topic


def _colours(palette: Any) -> tuple[str, str]:
    if isinstance(palette, list):
        palette = palette[0] if palette else None
    name = str(palette.get("primary", "indigo")) if isinstance(palette, Mapping) else ""
    name = name.replace("-", " ").lower()
    return _PRIMARY.get(name, _OTHERWISE), "#202124" if name in _ON_LIGHT else "#ffffff"


def kept_card(facts: CardFacts, folder: Path) -> Path:
    """Where in `folder` a card is kept once it was drawn."""
    return folder / f"{blake2b(repr(facts).encode(), digest_size=16).hexdigest()}.png"


def drawn(facts: CardFacts, file: Path) -> bytes:
    """The card's PNG, from `file` where it was drawn before."""
    with suppress(OSError):
        return file.read_bytes()
    data = draw_card(facts)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return data
