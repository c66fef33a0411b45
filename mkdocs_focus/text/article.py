"""An article: one Markdown source, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_focus.text.blocks import Body
from mkdocs_focus.text.front_matter import FrontMatter, read_front_matter
from mkdocs_focus.text.position import Source
from mkdocs_focus.text.reader import read_body


@dataclass(frozen=True)
class Article:
    """A Markdown page that the plugin looks after."""

    path: str
    """Where it lies, as findings name it: relative to the folder that the writer works in, with `/`."""
    source: Source
    front: FrontMatter
    body: Body
    url: str | None = None
    """Its address on the published site, where that is known."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Values from outside the file: inherited ones, and what other plugins put there. The file's own go first."""
    uid: str = ""
    """Its identity where the front matter gives none: its path inside the site, without the ending."""
    undecodable: int | None = None
    """The offset of the first byte that is not UTF-8; None where all are."""
    draft: bool = False
    unseen: str = ""
    """Why the site's engine loses the front matter, where it does."""

    @property
    def text(self) -> str:
        """The whole source."""
        return self.source.text

    def value(self, *path: str) -> Any:
        """A value of the front matter, the file's own or inherited; None where there is none."""
        for values in (self.front.values, self.meta):
            found: Any = values
            for key in path:
                found = found.get(key) if isinstance(found, Mapping) else None
            if found is not None:
                return found
        return None


def read_article(
    text: str,
    path: str,
    *,
    url: str | None = None,
    meta: Mapping[str, Any] | None = None,
    uid: str = "",
    undecodable: int | None = None,
    draft: bool = False,
    in_mkdocs: bool = False,
) -> Article:
    """Read a Markdown source. Never raises: what is wrong with it is in the result.

    `in_mkdocs` says that MkDocs will read the front matter too, so that it matters what it makes of it.
    """
    source = Source.from_text(text)
    front = read_front_matter(source)
    body = read_body(source, front.body)
    uid = uid or path.rsplit(".", 1)[0]
    unseen = front.unseen if in_mkdocs else ""
    draft = draft or front.values.get("draft") is True
    return Article(path, source, front, body, url, meta or {}, uid, undecodable, draft, unseen)
