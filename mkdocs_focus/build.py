"""Articles and settings -> reviews with their kits. Pure but for the cache that it is given."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.review.cache import Cache, content_key, fingerprint
from mkdocs_focus.review.review import Review, review_article, stated_picture
from mkdocs_focus.review.site import compare
from mkdocs_focus.rules.rule import Picture
from mkdocs_focus.settings import Settings, matches
from mkdocs_focus.share.compose import make_kit
from mkdocs_focus.text.article import read_article
from mkdocs_focus.text.position import Source


@dataclass(frozen=True, slots=True)
class Page:
    """An article before it is read."""

    text: str
    path: str
    uid: str
    url: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Inherited front matter."""
    draft: bool = False
    undecodable: int | None = None
    in_mkdocs: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be judged."""

    path: str
    message: str
    trace: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found."""

    reviews: tuple[Review, ...]
    failures: tuple[Failure, ...]


Pictures = Callable[[Page, str | None, tuple[str, ...]], Picture | None]
"""Finds the picture of a page's link from the one that it states and those that it shows; looks at the disk."""


def build(
    pages: Iterable[Page], settings: Settings, cache: Cache | None = None, pictures: Pictures | None = None
) -> Outcome:
    """Judge all pages. A page on which our own code fails becomes a failure and does not stop the others."""
    cache = cache or Cache(None)
    base = fingerprint(settings)
    reviews: list[Review] = []
    failures: list[Failure] = []
    sources: dict[str, str] = {}
    for page in pages:
        key = content_key(base, page.text, page.path, page.uid, page.url, page.meta, page.draft, page.in_mkdocs)
        sources[page.path] = page.text
        review = cache.get(key)
        if review and pictures and pictures(page, review.facts.image, review.facts.shown) != review.picture:
            review = None  # the picture was changed, added or taken away
        if review is None:
            try:
                review = _review(page, settings, pictures)
            except Exception as error:  # one article must never take the others down with it
                failures.append(Failure(page.path, f"{type(error).__name__}: {error}", traceback.format_exc()))
                continue
            if review is None:
                continue
            cache.put(key, review)
        reviews.append(review)
    cache.save()
    lazily = _Sources(sources)
    return Outcome(tuple(compare(reviews, lazily, settings)), tuple(failures))


def _review(page: Page, settings: Settings, pictures: Pictures | None) -> Review | None:
    article = read_article(
        page.text,
        page.path,
        url=page.url,
        meta=page.meta,
        uid=page.uid,
        undecodable=page.undecodable,
        draft=page.draft,
        in_mkdocs=page.in_mkdocs,
    )
    contract = read_contract(article, settings.defaults)
    if contract.excluded:
        return None
    assessment = assess(article, contract, settings.language)
    shown = tuple(name for name, _ in article.body.images)
    picture = pictures(page, stated_picture(article, contract), shown) if pictures else None
    return review_article(assessment, make_kit(assessment, settings), settings, picture)


class _Sources(dict[str, Source]):
    """Sources by path, made when asked for: few findings compare articles."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, path: str) -> Source:
        self[path] = Source.from_text(self._texts[path])
        return self[path]


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
