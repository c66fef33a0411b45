"""What publishing asks of a network, and what a network can answer.

To add one: a class with these methods in a file of its own, its variables in `secrecy.VARIABLES`, a line in
`open_network`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Post
from mkdocs_focus.publish.secrecy import credentials, missing

NETWORKS = ("twitter", "facebook")
"""The networks that posts can be sent to, in the order in which a run works."""


@dataclass(frozen=True)
class Posted:
    """It is there. `link` is the post's own address."""

    id: str
    link: str


@dataclass(frozen=True)
class Refused:
    """It is not there, for certain. `again`: a later run may try the same text once more."""

    why: str
    again: bool = False


@dataclass(frozen=True)
class Stopped:
    """It is not there, and no other post to this network will be until the author has done something."""

    why: str


@dataclass(frozen=True)
class Later:
    """It is not there: too many requests. `at` is when the network takes the next one, in seconds since 1970."""

    at: float
    why: str


@dataclass(frozen=True)
class Duplicate:
    """The network says that it already has this text."""

    why: str


@dataclass(frozen=True)
class Unclear:
    """It may be there or not: the answer was lost, late or unreadable. Never a reason to send again."""

    why: str


Outcome = Posted | Refused | Stopped | Later | Duplicate | Unclear


class CannotRead(Exception):
    """The network did not let its posts or answers be read. The text says why."""


@dataclass(frozen=True)
class Picture:
    """A picture to send with a post, in place of the one that the network takes from the page."""

    data: bytes
    alt: str


@dataclass(frozen=True)
class Response:
    """What one person said to one of the author's posts.

    `person` is the network's number for them and `name` what they call themselves there; `kind` is reply,
    mention, quote or comment; `to` the id of the author's post, empty for a mention of the site that answers
    none.
    """

    network: str
    person: str
    name: str
    id: str
    to: str
    kind: str
    text: str
    at: datetime.datetime
    link: str
    answered: bool


class Network(Protocol):
    """One account on one network."""

    @property
    def name(self) -> str:
        """Its name, as in the kits."""
        ...

    def send(self, post: Post, picture: Picture | None) -> Outcome:
        """Send the post once. Never raises: whatever goes wrong is an outcome."""
        ...

    def find(self, post: Post, since: datetime.datetime | None) -> Posted | None:
        """The account's own post with this link and text, if it is there. Raises CannotRead."""
        ...

    def responses(self, ids: Sequence[str], since: datetime.datetime) -> list[Response]:
        """What people said to these posts since then. Raises CannotRead."""
        ...


PRICES = {"twitter": (Decimal("0.200"), Decimal("0.015"))}
"""Dollars for a post with a link, and for one without. A network that is not here charges nothing.

X: https://docs.x.com/x-api/getting-started/pricing, in force since 2026-04-20.
"""
READ_OWN, READ_POST, READ_USER = Decimal("0.001"), Decimal("0.005"), Decimal("0.010")
"""X's prices for reading: own posts and mentions; anybody's post; a person's name."""


def price(post: Post) -> Decimal:
    """What sending this post costs, in dollars."""
    with_link, without = PRICES.get(post.network, (Decimal(0), Decimal(0)))
    return with_link if post.link else without


def open_network(name: str, environment: Mapping[str, str]) -> Network:
    """The account that the environment's credentials belong to.

    Raises CannotRun where a variable is missing, or the extra `publish` is not installed.
    """
    lacking = missing(name, environment)
    if lacking:
        raise CannotRun(f"{name}: set {', '.join(lacking)} in the environment.")
    try:
        from mkdocs_focus.publish.facebook import Facebook
        from mkdocs_focus.publish.twitter import Twitter
    except ModuleNotFoundError as error:
        raise CannotRun(f"Sending needs {error.name}. Install it with: pip install 'mkdocs-focus[publish]'") from None
    values = credentials(name, environment)
    if name == "twitter":
        key, secret, token, token_secret = values
        return Twitter(key, secret, token, token_secret, base=environment.get("FOCUS_TWITTER_API", ""))
    page, token = values
    base, version = environment.get("FOCUS_FACEBOOK_API", ""), environment.get("FOCUS_FACEBOOK_VERSION", "")
    return Facebook(page, token, base=base, version=version)
