"""The head tags of an article's page."""

from __future__ import annotations

from mkdocs_focus.review.review import Review
from mkdocs_focus.share.tags import Author, Image, PageFacts


def page_facts(
    review: Review,
    *,
    site_name: str,
    locale: str,
    image: Image | None,
    drawn: bool = False,
    twitter_site: str = "",
    twitter_creator: str = "",
    authors: tuple[Author, ...] = (),
) -> PageFacts:
    """What the head says of an article. `authors` are those that the site knows more of than the article says.

    `drawn` says that the theme draws a picture of the title for articles without one.
    """
    facts = review.facts
    drawn_alt = (facts.image_alt or facts.title) if drawn else ""
    return PageFacts(
        title=facts.title,
        url=review.url or "",
        description=facts.description,
        site_name=site_name,
        locale=locale,
        image=image,
        drawn_alt=drawn_alt,
        published=facts.published,
        modified=facts.modified,
        authors=authors or tuple(map(Author, facts.authors)),
        tags=facts.tags,
        twitter_site=twitter_site,
        twitter_creator=twitter_creator,
    )
