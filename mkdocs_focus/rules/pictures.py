"""Whether an article names a picture of its own."""

from __future__ import annotations

import re

from mkdocs_focus.judge.assessment import Assessment

_KEYS = ("image", "cover", "thumbnail", "banner", "featured_image", "hero", "header")
"""Where themes look for the picture that they print above an article."""
_PUT_IN = re.compile(
    r"!\[[^\]\n]*\](?:\[|[ \t]*$)|!\[\[|<picture\b|<source\b"
    r"|\{[{%][^{}]{0,300}?(?:\.(?:png|jpe?g|gif|webp|svg|avif)\b|\b(?:im(?:g|age)|fig(?:ure)?|photo)\b|_(?:img|image|photo)\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""A picture by reference, and one that a macro, a short code or a template's tag puts in."""


def names_picture(assessment: Assessment) -> bool:
    """Whether one stands in its text or in its front matter."""
    article = assessment.article
    if article.body.images or assessment.contract.share.image or any(article.value(key) for key in _KEYS):
        return True
    return _PUT_IN.search(article.text, article.front.body) is not None
