"""Whether an article names a picture of its own, and whether it tells of something to be pictured."""

from __future__ import annotations

import re

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.kind import kind_of

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


def has_something_to_show(assessment: Assessment, measures: int) -> bool:
    """Whether an editor would know what to picture: a dish, a thing with so many measures, or what the article shows
    in a way that no link can."""
    kind = kind_of(assessment)
    if kind == "recipe" or _EMBEDDED.search(assessment.article.text):
        return True
    text = "\n".join([block.text for block in assessment.article.body.blocks if block.kind not in ("code", "html")])
    return kind != "code" and sum(1 for _ in _MEASURE.finditer(text)) >= measures


_MEASURE = re.compile(
    r"\d\s?(?:mm|cm|kg|g|lbs?|oz|ml|°\s?[CF]?|inches|inch|feet|psi|hp|Nm|inHg|rpm|mph|km/h|volts?|amps?|watts?)\b|\d[”″]"
)
_EMBEDDED = re.compile(r"<iframe\b|^\s*(?:```|~~~)\s*mermaid\b", re.IGNORECASE | re.MULTILINE)
