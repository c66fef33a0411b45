"""What sharing an article yields: its posts and what goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mkdocs_focus.text.position import Span

Network = Literal["twitter", "facebook"]
NETWORKS: tuple[Network, ...] = ("twitter", "facebook")
Origin = Literal["author", "details", "chosen"]
"""Whose text leads a post: the author's own post, an item of `details:`, a sentence chosen from the article."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The detail that leads a post."""

    text: str
    span: Span
    """Its place in the source."""


@dataclass(frozen=True, slots=True)
class Post:
    """One text for one network."""

    network: Network
    variant: int
    """From 1; posts of one network are led by different details."""
    text: str
    """The text as it will stand there, the link last where there is one."""
    link: str
    """The article's address, or empty where it is not known."""
    length: int
    """The weighted length by the network's own rules."""
    lead: Lead | None
    origin: Origin

    @property
    def message(self) -> str:
        """The text without its link."""
        return self.text.removesuffix(self.link).rstrip() if self.link else self.text


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything for sharing one article."""

    uid: str
    posts: tuple[Post, ...]
    reason: str = ""
    """Why a network has no post, where one has none, or why all that goes out is the title."""

    @property
    def networks(self) -> frozenset[Network]:
        """The networks that have a post."""
        return frozenset([post.network for post in self.posts])
