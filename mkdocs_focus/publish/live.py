"""Whether an article's page is deployed, with the tags that make its shared link look right.

A network reads the page once, when the link is posted, and keeps what it saw.
"""

from __future__ import annotations

from html.parser import HTMLParser

import requests
from urllib3.exceptions import HTTPError

from mkdocs_focus.publish.matching import address
from mkdocs_focus.publish.session import Session

_NEEDED = ("og:title", "og:description")
_MOST = 1_000_000
"""Bytes of a page that are read; the head of any real page ends long before."""


class _Head(HTMLParser):
    """Collects the names of the meta tags that have content, and what `og:url` says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one tag."""
        if tag == "meta":
            found = dict(attrs)
            name = found.get("property") or found.get("name")
            if name and found.get("content"):
                self.tags.setdefault(name, found["content"] or "")


def not_live(url: str) -> str | None:
    """Why this page is not ready to be shared; None where it is."""
    try:
        with Session().get(url, stream=True, headers={"User-Agent": "mkdocs-focus"}) as answer:
            if answer.is_redirect:
                return f"{url} leads elsewhere ({answer.status_code}): set site_url to the final address"
            if answer.status_code != 200:
                return f"{url} answers {answer.status_code}: deploy the site first"
            body = answer.raw.read(_MOST, decode_content=True)
    except (requests.RequestException, HTTPError, OSError) as error:
        return f"{url} cannot be reached ({type(error).__name__}): deploy the site first"
    head = _Head()
    head.feed(body.decode("utf-8", "replace"))
    lacking = [tag for tag in _NEEDED if tag not in head.tags]
    if lacking:
        return f"{url} has no {' and no '.join(lacking)}: deploy the build that has its tags"
    said = head.tags.get("og:url", "")
    if said and address(said) != address(url):
        return f"{url} calls itself {said} (og:url): networks would share that address"
    return None
