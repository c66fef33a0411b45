"""Head tags: what a link to the article looks like where it is shared.

Open Graph (https://ogp.me), X's cards (https://developer.x.com/en/docs/x-for-websites/cards), schema.org's Article.
The finished head is read, and only what it lacks is added: themes and other plugins went first.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timezone
from functools import lru_cache
from html import escape, unescape
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


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The finished head says something else than the article."""

    key: str
    theirs: str
    ours: str


class Missing(NamedTuple):
    """What a finished page lacks."""

    insert: str
    """HTML for the head; empty where nothing is missing."""
    at: int
    """The offset in the page at which it belongs."""
    contradictions: tuple[Contradiction, ...]

    def into(self, page: str) -> str:
        """`page` with what it lacked."""
        return page[: self.at] + self.insert + page[self.at :] if self.insert else page


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


def read_tags(page: str) -> dict[str, str]:
    """What the head of a page says, by property or name; of tags that stand there twice the first."""
    return {key: values[0].strip() for key, values in _Head(page).values.items()}


def missing_tags(page: str, facts: PageFacts) -> Missing:
    """What the finished `page` lacks of the article's tags, where to put it, and where it says otherwise."""
    head = _Head(page)
    if head.end is None:
        return Missing("", 0, ())
    if facts.image is None and (drawn := head.image(facts.drawn_alt)):
        facts = replace(facts, image=drawn)
    tags = head_tags(facts)
    lines = [tag.html for tag in tags if tag.key not in head.values and not _depends_on_other(tag.key, head, facts)]
    if not head.has_article:
        lines.append(f'<script type="application/ld+json">{json_ld(facts)}</script>')
    insert = "".join(f"{line}\n" for line in lines)
    return Missing(insert, head.end, tuple(_contradictions(tags, head)))


def _depends_on_other(key: str, head: _Head, facts: PageFacts) -> bool:
    """Whether a tag would describe a picture that is not ours, because another plugin has chosen its own."""
    if key.startswith("og:image:"):
        shown = head.values.get("og:image")
    elif key == "twitter:image:alt":
        shown = head.values.get("twitter:image") or head.values.get("og:image")
    else:
        return False
    return bool(shown) and (facts.image is None or facts.image.url not in shown)  # type: ignore[operator]


_COMPARED = ("og:title", "og:description", "og:url", "og:type", "og:image", "description")
_SINGLE = frozenset(
    f"{group}:{key}"
    for group, keys in {
        "og": ("type", "title", "description", "url", "site_name", "locale"),
        "twitter": ("card", "title", "description", "site", "creator"),
    }.items()
    for key in keys
) | {"canonical", "description"}
"""What a page says once; a second, different one is a contradiction within the page."""


def _contradictions(tags: tuple[Tag, ...], head: _Head) -> list[Contradiction]:
    ours = {tag.key: tag.value for tag in tags if tag.key in _COMPARED}
    if "og:url" in ours:
        ours["canonical"] = ours["og:url"]
    found = []
    for key, values in head.values.items():
        if key in _SINGLE and len(set(values)) > 1:
            found.append(Contradiction(key, values[0], values[1]))
        elif key in ours and not any(_agree(key, theirs, ours[key]) for theirs in values):
            found.append(Contradiction(key, values[0], ours[key]))
    return found


def _agree(key: str, theirs: str, ours: str) -> bool:
    if key in ("og:url", "canonical"):
        return theirs.rstrip("/").removesuffix("/index.html") == ours.rstrip("/").removesuffix("/index.html")
    theirs, ours = " ".join(theirs.split()).casefold(), " ".join(ours.split()).casefold()
    # "Title - Site" says the title.
    return ours in theirs or (key == "og:description" and theirs.rstrip("….") in ours)


_ARTICLE_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting)"')
# What a head is made of, as far as it matters here. Scripts, styles and comments are taken whole, since they may hold
# what looks like a tag or like the head's end. A full HTML parser would cost more than the rest of the page's work.
_PART = re.compile(
    r"""<(?:
        !--.*?-->
      | script\b(?P<script>[^>]*)>(?P<code>.*?)</script\s*>
      | style\b.*?</style\s*>
      | title\b.*?</title\s*>
      | (?P<tag>meta|link)\b(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>
      | (?P<end>/head\b[^>]*>|body\b)
    )""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class _Head:
    """What the head of a page says."""

    def __init__(self, page: str) -> None:
        self.values: dict[str, list[str]] = {}
        self.has_article = False
        self.end: int | None = None
        """Where it ends in the page; None where the page has none."""
        for part in _PART.finditer(page):
            if part["end"]:
                self.end = part.start()
                break
            if part["tag"]:
                key, value = _said(part["tag"].lower(), part["attributes"])
                if key:
                    self.values.setdefault(key, []).append(value)
            elif part["code"] and "ld+json" in part["script"] and _ARTICLE_TYPE.search(part["code"]):
                self.has_article = True

    def image(self, alt: str) -> Image | None:
        """The picture that another plugin has chosen."""
        found = {key: self.values.get(f"og:image{key}", [""])[0] for key in ("", ":width", ":height", ":type")}
        width, height = (int(n) if n.isdecimal() else 0 for n in (found[":width"], found[":height"]))
        return Image(found[""], width, height, found[":type"], alt) if found[""] else None


@lru_cache(maxsize=256)  # most of a head is the same on all pages
def _said(tag: str, attributes: str) -> tuple[str, str]:
    """What a tag of the head says: a key and its value; the key is empty where it says nothing of this kind."""
    found = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(attributes)}
    if tag == "link":
        return (
            ("canonical", found["href"])
            if found.get("rel", "").lower() == "canonical" and found.get("href")
            else ("", "")
        )
    key = found.get("property") or found.get("name")
    return (key.strip().lower(), found["content"]) if key and "content" in found else ("", "")
