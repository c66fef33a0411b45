"""The head tags of an article's page."""

from __future__ import annotations

from mkdocs_focus.review.review import Review
from mkdocs_focus.share.tags import Image, PageFacts


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
