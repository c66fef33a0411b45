"""Head tags: what a link to the article looks like where it is shared.

Open Graph (https://ogp.me), X's cards (https://developer.x.com/en/docs/x-for-websites/cards), schema.org's Article.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from html import escape
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class Image:
    """The picture that goes with the link."""

    url: str
    """Absolute."""
    width: int = 0
    """In pixels; 0 where unknown."""
    height: int = 0
    type: str = ""
    """Its media type, such as image/png."""
    alt: str = ""


class Author(NamedTuple):
    """Somebody who wrote the article."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of an article's page; empty values yield no tags."""

    title: str
    url: str
    """The canonical address, absolute."""
    description: str = ""
    site_name: str = ""
    locale: str = ""
    """As in `en`, `en-GB` or `en_GB`; a language alone gets its most common country."""
    image: Image | None = None
    drawn_alt: str = ""
    """Without a picture of the article's own: what a picture shows that the theme has drawn for it."""
    published: datetime | date | None = None
    modified: datetime | date | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    twitter_site: str = ""
    """The site's account on X, with or without @."""
    twitter_creator: str = ""
    """The account on X of whoever writes on this site, with or without @; authors with one of their own go first."""


class Tag(NamedTuple):
    """One tag of the head."""

    attribute: Literal["property", "name"]
    key: str
    value: str

    @property
    def html(self) -> str:
        """The tag as it stands in the page."""
        return f'<meta {self.attribute}="{self.key}" content="{escape(self.value, quote=True)}">'


def head_tags(facts: PageFacts) -> tuple[Tag, ...]:
    """All tags of an article, in the order in which they are written."""
    return tuple(
        Tag("name" if key == "description" or key.startswith("twitter:") else "property", key, value)
        for key, value in [*_open_graph(facts), *_article(facts), *_card(facts)]
        if value
    )


def _open_graph(facts: PageFacts) -> list[tuple[str, str]]:
    image = facts.image or Image("")
    return [
        ("description", facts.description),
        ("og:type", "article"),
        ("og:title", facts.title),
        ("og:description", facts.description),
        ("og:url", facts.url),
        ("og:site_name", facts.site_name),
        ("og:locale", _locale(facts.locale)),
        ("og:image", image.url),
        ("og:image:type", image.type),
        ("og:image:width", str(image.width or "")),
        ("og:image:height", str(image.height or "")),
        ("og:image:alt", image.alt),
    ]


def _article(facts: PageFacts) -> list[tuple[str, str]]:
    return [
        ("article:published_time", _time(facts.published)),
        ("article:modified_time", _time(facts.modified)),
        *(("article:author", author.name) for author in facts.authors),
        ("article:section", facts.section),
        *(("article:tag", tag) for tag in facts.tags),
    ]


def _card(facts: PageFacts) -> list[tuple[str, str]]:
    image = facts.image or Image("")
    return [
        ("twitter:card", "summary_large_image" if image.url else "summary"),
        ("twitter:title", facts.title),
        ("twitter:description", facts.description),
        ("twitter:image", image.url),
        ("twitter:image:alt", image.alt),
        ("twitter:site", _account(facts.twitter_site)),
        ("twitter:creator", _account(_own_account(facts.authors) or facts.twitter_creator)),
    ]


_COUNTRIES = {
    "cs": "CZ", "da": "DK", "en": "US", "ja": "JP", "ko": "KR",
    "nb": "NO", "pt": "PT", "sv": "SE", "uk": "UA", "zh": "CN",
}  # fmt: skip
"""The country that goes with a language alone, where it is not the language's own code in capitals."""


def _locale(locale: str) -> str:
    """Open Graph wants language_TERRITORY."""
    parts = locale.replace("-", "_").split("_")
    language = parts[0].lower()
    if not (language.isalpha() and len(language) == 2):
        return ""
    country = next((p.upper() for p in parts[1:] if len(p) == 2 and p.isalpha()), "")
    return f"{language}_{country or _COUNTRIES.get(language, language.upper())}"


def _time(moment: datetime | date | None) -> str:
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), timezone.utc)
    elif moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return moment.isoformat(timespec="seconds")


def _account(name: str) -> str:
    name = name.strip().lstrip("@")
    return f"@{name}" if name else ""


_PROFILE = re.compile(r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/@?(\w{1,15})/?(?:[?#].*)?", re.IGNORECASE)


def _own_account(authors: tuple[Author, ...]) -> str:
    """The account of the first author whose address is a profile on X."""
    return next((found[1] for author in authors if (found := _PROFILE.fullmatch(author.url))), "")


def json_ld(facts: PageFacts) -> str:
    """The article as schema.org has it, in a form that is safe inside a page."""
    values: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": facts.title[:110],
        "description": facts.description,
        "url": facts.url,
        "mainEntityOfPage": facts.url,
        "datePublished": _time(facts.published),
        "dateModified": _time(facts.modified),
        "author": [_person(author) for author in facts.authors],
        "publisher": {"@type": "Organization", "name": facts.site_name} if facts.site_name else None,
        "keywords": list(facts.tags),
        "inLanguage": facts.locale.replace("_", "-"),
        "image": _image_object(facts.image),
    }
    text = json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _person(author: Author) -> dict[str, str]:
    return {"@type": "Person", "name": author.name} | ({"url": author.url} if author.url else {})


def _image_object(image: Image | None) -> dict[str, object] | None:
    if not image:
        return None
    values = {"@type": "ImageObject", "url": image.url, "width": image.width, "height": image.height}
    return {key: value for key, value in values.items() if value}
