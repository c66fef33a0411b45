"""What a finished page lacks of its article's head tags, and where it says otherwise.

The finished head is read, and only what it lacks is added: themes and other plugins went first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from mkdocs_focus.share.tags import Image, PageFacts, Tag, head_tags, json_ld


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
