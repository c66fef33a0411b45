"""Where the posts of an article come from in its source."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.rules.places import title_place
from mkdocs_focus.share.kit import Post
from mkdocs_focus.text.position import Span


def post_place(assessment: Assessment, post: Post) -> Span:
    """The author's own text for it, or the detail that leads it, or else the title."""
    front = assessment.article.front
    if post.origin == "author":
        key = ("share", post.network)
        return front.value(*key, post.variant - 1) or front.value(*key) or title_place(assessment)
    return post.lead.span if post.lead else title_place(assessment)
