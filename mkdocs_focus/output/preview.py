"""How the posts will look on X and on Facebook: what the templates draw, worked out from the kit and the page's head.

The networks read a page's tags and nothing else, so the finished page is read here too, whoever wrote its tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from mkdocs_focus.output.pages import clip
from mkdocs_focus.review.review import Review
from mkdocs_focus.share.kit import Network, Post
from mkdocs_focus.share.links import compose_link
from mkdocs_focus.share.missing import read_tags
from mkdocs_focus.share.platforms import FOLDS, LIMITS, extract_hashtags, extract_links
from mkdocs_focus.text.position import Position

NAMES: dict[Network, str] = {"twitter": "X", "facebook": "Facebook"}
DESKTOP_FOLD = 477
"""About where Facebook's feed cuts on a desktop. Meta gives no figure; it is what people measure there. On a phone
`FOLDS` holds."""
SHOWN = 3_000
"""Characters of a post that are drawn; the copy button has all of them."""
WIDE = 1200 / 630
"""The shape of the picture over a link on both networks: width to height."""
LEAST_WIDTH = 600
"""Below this many pixels Facebook shows a picture small, beside the text (Meta's "Images in Link Shares")."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a network shows of the link, by the page's own tags."""

    title: str
    description: str
    domain: str
    image: str
    """What the preview loads; empty where there is no picture, or one that would be fetched from elsewhere."""
    image_at: str
    """Its address as the tags have it; empty without a picture."""
    alt: str
    large: bool
    """Whether X is asked for the large card."""
    tagged: bool
    """Whether the page has tags for cards at all."""
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a post's text."""

    text: str
    kind: Literal["text", "link", "tag"]


@dataclass(frozen=True, slots=True)
class PostView:
    """One post as it is drawn."""

    network: Network
    name: str
    """`X, 1 of 3`."""
    text: str
    """The exact text, for the clipboard."""
    shown: tuple[Part, ...]
    """What stands above the card: on both networks the card takes the place of a link that ends the text."""
    folds: tuple[str, str, str] | None
    """On Facebook the text before the phone's fold, from there to the desktop's, and the rest."""
    length: int
    limit: int
    compose: str
    origin: str
    line: int | None
    """Where the leading detail stands in the article."""

    @property
    def over(self) -> int:
        """By how much the post is too long."""
        return max(0, self.length - self.limit)


_ORIGINS = {"author": "your own text", "details": "from your details", "chosen": "chosen from the article"}


def post_views(review: Review) -> list[PostView]:
    """The posts of an article's kit in their order."""
    posts = review.kit.posts
    return [_view(post, place, posts) for post, place in zip(posts, review.leads, strict=True)]


def _view(post: Post, place: Position | None, posts: Sequence[Post]) -> PostView:
    of = sum(other.network == post.network for other in posts)
    shown = clip(post.message, SHOWN)
    return PostView(
        network=post.network,
        name=NAMES[post.network] + (f", {post.variant} of {of}" if of > 1 else ""),
        text=post.text,
        shown=tuple(_parts(shown)) if post.network == "twitter" else (),
        folds=_folds(shown) if post.network == "facebook" else None,
        length=post.length,
        limit=LIMITS[post.network],
        compose=compose_link(post) if len(post.text) <= SHOWN else "",
        origin=_ORIGINS[post.origin],
        line=place.line if place else None,
    )


def _parts(text: str) -> list[Part]:
    """The text with what X would colour: links and hashtags."""
    marks = [(link.start, link.end, "link") for link in extract_links(text)]
    marks += [(start, end, "tag") for _, start, end in extract_hashtags(text)]
    parts, at = [], 0
    for start, end, kind in sorted(marks):
        if start >= at:
            parts += [Part(text[at:start], "text"), Part(text[start:end], "link" if kind == "link" else "tag")]
            at = end
    parts.append(Part(text[at:], "text"))
    return [part for part in parts if part.text]


def _folds(text: str) -> tuple[str, str, str]:
    first = _cut(text, 0, FOLDS["facebook"])
    second = _cut(text, first, max(FOLDS["facebook"], DESKTOP_FOLD))
    return text[:first], text[first:second], text[second:]


def _cut(text: str, start: int, fold: int) -> int:
    """Where a text that goes on beyond `fold` is cut: after the last whole word before it."""
    if len(text) <= fold:
        return len(text)
    blank = max(text.rfind(" ", start, fold), text.rfind("\n", start, fold))
    return blank if blank > start else fold


def read_card(page: str, review: Review, served: str, public: str) -> Card:
    """The card of a finished page. `served` is where the preview serves the site, `public` where it will stand."""
    meta = read_tags(page)
    at = meta.get("og:image") or meta.get("twitter:image") or ""
    image = urljoin(served, at) if at else ""
    own = bool(image) and urlsplit(image)[:2] == urlsplit(served)[:2]
    if public and at.startswith(public):
        image, own = urljoin(served, at[len(public) :].lstrip("/")), True
    tagged = any(key.startswith(("og:", "twitter:")) for key in meta)
    facts = review.facts
    return Card(
        title=meta.get("og:title") or meta.get("twitter:title") or facts.title or review.path,
        description=meta.get("og:description") or meta.get("description") or facts.description,
        domain=urlsplit(review.url or public or served).hostname or "your-site.example",
        image=urlsplit(image)._replace(scheme="", netloc="").geturl() if own else "",
        image_at=at,
        alt=meta.get("og:image:alt") or meta.get("twitter:image:alt") or facts.image_alt or "",
        large=bool(at) and meta.get("twitter:card", "summary_large_image") == "summary_large_image",
        tagged=tagged,
        warnings=tuple(_warnings(meta, at, own, tagged)),
    )


def _warnings(meta: dict[str, str], image: str, own: bool, tagged: bool) -> list[str]:
    if not tagged:
        return ["The page has no tags for cards: X shows a bare link, Facebook what it finds by itself."]
    if not image:
        return ["The card has no picture. Name one under share.image; posts with one are seen by more people."]
    told = []
    if not own:
        told.append(f"The picture stands at {clip(image, 120)}; the preview fetches nothing from elsewhere.")
    if not (meta.get("og:image:alt") or meta.get("twitter:image:alt")):
        told.append("The picture has no alternative text. Say in share.image_alt what it shows.")
    width, height = _number(meta.get("og:image:width")), _number(meta.get("og:image:height"))
    if width and height:
        told += crop_warnings(width, height)
    return told


def crop_warnings(width: int, height: int) -> list[str]:
    """What the networks do to a picture of this size. `panel.js` says the same of the picture that it loaded."""
    told = []
    shape = width / height
    if width < LEAST_WIDTH:
        told.append(f"The picture is {width} pixels wide; under {LEAST_WIDTH} Facebook shows it small.")
    if abs(shape / WIDE - 1) > 0.03:
        lost = round(100 * (1 - min(shape / WIDE, WIDE / shape)))
        where = "left and right" if shape > WIDE else "top and bottom"
        told.append(f"The picture is cropped: {lost}% of it is lost at {where}. 1200 × 630 pixels fit.")
    return told


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0
