"""The head tags of an article's page, and what the finished pages said otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mkdocs_focus.output.console import count
from mkdocs_focus.review.review import Review
from mkdocs_focus.share.tags import Contradiction, Image, PageFacts


def page_facts(
    review: Review,
    *,
    site_name: str,
    locale: str,
    image: Image | None,
    twitter_site: str | None,
    authors: tuple[str, ...] = (),
) -> PageFacts:
    """What the head says of an article. `authors` are their names, where the site knows them better."""
    facts = review.facts
    return PageFacts(
        title=facts.title,
        url=review.url or "",
        description=facts.description,
        site_name=site_name,
        locale=locale,
        image=image,
        published=facts.published,
        modified=facts.modified,
        authors=authors or facts.authors,
        tags=facts.tags,
        twitter_site=twitter_site or "",
    )


class Contradictions:
    """Where finished heads say otherwise, gathered over a build: one line a tag, not one a page."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, Contradiction]]] = defaultdict(list)

    def add(self, path: str, review: Review, found: Iterable[Contradiction]) -> None:
        """Take in what one page's head says; a description that we made up ourselves contradicts nothing."""
        for contradiction in found:
            if review.facts.described or "description" not in contradiction.key:
                self._found[contradiction.key].append((path, contradiction))

    def lines(self) -> list[str]:
        """What to tell, the most frequent first."""
        told = []
        for key, places in sorted(self._found.items(), key=lambda item: (-len(item[1]), item[0])):
            path, first = places[0]
            where = path if len(places) == 1 else f"{count(len(places), 'page')}, the first {path}"
            told.append(
                f"{where}: the head's {key} is “{_short(first.theirs)}”, the article's “{_short(first.ours)}”"
            )
        return told


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
