"""Articles and settings -> reviews with their kits. Pure but for the cache that it is given."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from mkdocs_focus.kept import fingerprint
from mkdocs_focus.page import Page
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.review.review import Review, review_article, stated_picture
from mkdocs_focus.review.site import compare
from mkdocs_focus.rules.rule import Picture
from mkdocs_focus.settings import Settings
from mkdocs_focus.text.position import Source, decode


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


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python's collector of circular garbage out: judging and writing leave none, and make so much that is not
    garbage that a site's build would be searched for it again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def build(
    pages: Iterable[Page], settings: Settings, cache: Cache | None = None, pictures: Pictures | None = None
) -> Outcome:
    """Judge all pages. A page on which our own code fails becomes a failure and does not stop the others."""
    cache = cache or Cache(None)
    base = fingerprint(settings)
    reviews: list[Review] = []
    failures: list[Failure] = []
    sources: dict[str, Page] = {}
    for page in pages:
        key = page.key(base)
        sources[page.path] = page
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
    # Where nothing changed, none of this is needed, and to import it would take longer than all the rest.
    from mkdocs_focus.contract.reading import read_contract
    from mkdocs_focus.judge.assess import assess
    from mkdocs_focus.share.compose import make_kit
    from mkdocs_focus.text.article import read_article

    text, undecodable = decode(page.data)
    article = read_article(
        text,
        page.path,
        url=page.url,
        meta=page.meta,
        uid=page.uid,
        undecodable=undecodable,
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

    def __init__(self, pages: Mapping[str, Page]) -> None:
        super().__init__()
        self._pages = pages

    def __missing__(self, path: str) -> Source:
        self[path] = Source.from_text(self._pages[path].text)
        return self[path]


def forget() -> None:
    """Give back what judging remembers of words, sentences and tables, which is most of the memory that it takes."""
    own = [module for name, module in sys.modules.items() if name.startswith("mkdocs_focus.")]
    for value in [value for module in own for value in vars(module).values()]:
        if callable(clear := getattr(value, "cache_clear", None)):
            clear()
