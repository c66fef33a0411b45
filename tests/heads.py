"""What a finished page says of itself, read by a browser's parser and not by ours.

selectolax wraps Lexbor, which parses HTML as the standard tells browsers to: what ends a head, what an attribute
without quotes holds, what a reference stands for. It is kept well, is one wheel and needs nothing else.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

SEVERAL = {"article:author", "article:tag"}
"""What a page may say of itself more than once."""


@dataclass(frozen=True)
class Head:
    """The tags of a page's head."""

    metas: list[tuple[str, str]]
    """Each `<meta>` with a content, by its property or name."""
    canonical: list[str]
    data: list[dict[str, Any]]
    """What stands in scripts of JSON-LD."""

    def __getitem__(self, key: str) -> str | None:
        return next((value for name, value in self.metas if name == key), None)

    def all(self, key: str) -> list[str]:
        """Every value of a tag that may be there several times."""
        return [value for name, value in self.metas if name == key]

    @property
    def twice(self) -> list[str]:
        """Tags for networks, and descriptions, that stand there more than once."""
        counted = Counter(name for name, _ in self.metas if name not in SEVERAL)
        ours = ("og:", "twitter:", "article:", "description")
        return [name for name, count in counted.items() if count > 1 and name.startswith(ours)]

    @property
    def article(self) -> dict[str, Any]:
        """The one article that the page is, as schema.org has it."""
        (found,) = (data for data in self.data if data.get("@type") == "Article")
        return found


def read_head(html: str) -> Head:
    """The head of a page."""
    head = LexborHTMLParser(html).head
    assert head is not None
    metas = []
    for tag in head.css("meta"):
        name = tag.attributes.get("property") or tag.attributes.get("name")
        if name and "content" in tag.attributes:
            metas.append((name.lower(), tag.attributes["content"] or ""))
    scripts = head.css('script[type="application/ld+json"]')
    return Head(
        metas,
        [tag.attributes.get("href") or "" for tag in head.css("link[rel=canonical]")],
        [json.loads(script.text()) for script in scripts],
    )


def finished(site: Path) -> Iterator[tuple[str, Head]]:
    """Every page of a built site with what it says of itself, by its path there."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), read_head(file.read_text(encoding="utf-8"))
