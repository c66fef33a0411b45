"""The cards of a site: which articles get one, in which colours; drawn once and kept by content."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from mkdocs_focus.output.colours import PRIMARY, primary
from mkdocs_focus.output.folder import folder_name
from mkdocs_focus.review.review import Review
from mkdocs_focus.share.card import CardFacts, draw_card

FOLDER = "assets/focus"
"""Where cards lie inside the published site."""

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
    name = primary(palette)
    return PRIMARY.get(name, _OTHERWISE), "#202124" if name in _ON_LIGHT else "#ffffff"


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
