"""Addresses that open a network's own form with a post filled in: the way of posting that needs no account here."""

from __future__ import annotations

from urllib.parse import urlencode

from mkdocs_focus.share.kit import Network, Post

_FORMS: dict[Network, str] = {
    "twitter": "https://x.com/intent/tweet",
    "facebook": "https://www.facebook.com/sharer/sharer.php",
}


def compose_link(post: Post) -> str:
    """The address that opens the post in its network's form. Facebook's takes the link alone, not the text."""
    values = {"text": post.text} if post.network == "twitter" else {"u": post.link}
    return f"{_FORMS[post.network]}?{urlencode(values)}"
