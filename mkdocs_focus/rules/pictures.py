"""Whether an article names a picture of its own."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Assessment

_KEYS = ("image", "cover", "thumbnail", "banner", "featured_image", "hero", "header")
"""Where themes look for the picture that they print above an article."""


def names_picture(assessment: Assessment) -> bool:
    """Whether one stands in its text or in its front matter."""
    article = assessment.article
    return bool(article.body.images or assessment.contract.share.image or any(article.value(key) for key in _KEYS))
