"""Plain links under an article with which its readers can share it: no script, no tracker, nothing loaded."""

from __future__ import annotations

from html import escape

from mkdocs_focus.review.review import Review
from mkdocs_focus.share.links import compose_link

NAMES = {"twitter": "X", "facebook": "Facebook"}


def share_buttons(review: Review) -> str:
    """A line of links, each to a network's own form with the article's leading post; empty where it has no posts."""
    first = {post.network: post for post in reversed(review.kit.posts)}
    links = [
        f'<a href="{escape(compose_link(first[network]), quote=True)}" rel="noopener nofollow" target="_blank">'
        f"{name}</a>"
        for network, name in NAMES.items()
        if network in first
    ]
    return f'\n<p class="focus-share">Share on {" or ".join(links)}</p>\n' if links else ""
