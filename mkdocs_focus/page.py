"""A page before it is read: its bytes, what is known of it, and whether it is an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from mkdocs_focus.settings import matches
from mkdocs_focus.text.position import Source, decode


@dataclass(frozen=True, slots=True)
class Page:
    """An article before it is read."""

    data: bytes
    """What its file holds."""
    path: str
    uid: str
    url: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Inherited front matter."""
    draft: bool = False
    in_mkdocs: bool = False

    @property
    def text(self) -> str:
        """The text as the places of findings count it."""
        return Source.from_text(decode(self.data)[0]).text

    def key(self, base: bytes) -> bytes:
        """What its review depends on, as one line: `base`, its source, and everything else that goes into it."""
        digest = blake2b(self.data, key=base, digest_size=16)
        facts = (self.path, self.uid, self.url, self.meta, self.draft, self.in_mkdocs)
        digest.update(repr(facts).encode("utf-8", "surrogatepass"))
        return digest.hexdigest().encode()


_NO_ARTICLES = frozenset(("index", "readme", "_index", "tags", "archive", "archives", "404", "categories", "search"))


def is_article(uri: str, patterns: Iterable[str], is_post: bool, has_blog: bool) -> bool:
    """Whether a page is an article, by its path inside the docs folder.

    Patterns decide where there are any; else posts are, in a site with a blog; else every page but index, tag and
    archive pages. `focus: false` takes a page out later.
    """
    patterns = tuple(patterns)
    if patterns:
        return any(matches(uri, pattern) for pattern in patterns)
    if has_blog:
        return is_post
    return uri.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower() not in _NO_ARTICLES
