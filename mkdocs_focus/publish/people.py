"""Who answered: the few people to whom an article's details mattered enough to say something. Pure.

Only people who said something count, each on their own network; nobody is matched with anybody elsewhere, and
nothing is kept of those who merely liked a post.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_focus.publish.entries import Entry, View
from mkdocs_focus.publish.kits import Kit
from mkdocs_focus.publish.matching import address
from mkdocs_focus.publish.networks import READ_OWN, READ_POST, READ_USER, Response

FEW = 5
"""How many people are shown. One can talk with five."""


@dataclass(frozen=True)
class Seen:
    """That a person said something to an article on a day, without what: all that is kept of it."""

    network: str
    person: str
    response: str
    uid: str
    day: datetime.date


@dataclass(frozen=True)
class Person:
    """One person on one network. `said` is what was read now, newest first; the counts go further back."""

    network: str
    id: str
    name: str
    articles: int
    times: int
    said: tuple[tuple[Response, str], ...]

    @property
    def waiting(self) -> list[Response]:
        """What the author has not answered yet."""
        return [response for response, _ in self.said if not response.answered]


def posts_since(view: View, since: datetime.datetime, networks: Iterable[str]) -> list[Entry]:
    """The posts whose answers are worth reading: those of the last weeks, newest first."""
    chosen = set(networks)
    entries = [e for e in view.entries.values() if e.state == "posted" and e.last.id and e.key.network in chosen]
    recent = [entry for entry in entries if entry.intent.time >= since]
    return sorted(recent, key=lambda entry: entry.intent.time, reverse=True)


def highest_cost(posts: Sequence[Entry]) -> Decimal:
    """What reading the answers costs at most, in dollars: full pages, everybody in them a new person."""
    count = sum(entry.key.network == "twitter" for entry in posts)
    if not count:
        return Decimal(0)
    return 100 * READ_OWN + 100 * (READ_OWN + READ_USER) + count * 10 * (READ_POST + READ_USER)


def about(responses: Iterable[Response], posts: Sequence[Entry]) -> list[tuple[Response, Entry]]:
    """Each response, once, with the post that it is about; those about none are dropped.

    A mention that answers no post counts where it holds an article's address.
    """
    by_id = {(entry.key.network, entry.last.id): entry for entry in posts}
    found: dict[tuple[str, str], tuple[Response, Entry]] = {}
    for response in responses:
        entry = by_id.get((response.network, response.to)) or _linked(response, posts)
        if entry:
            found.setdefault((response.network, response.id), (response, entry))
    return list(found.values())


def rank(matched: Sequence[tuple[Response, Entry]], seen: Iterable[Seen], kits: Iterable[Kit]) -> list[Person]:
    """The people who answered most: to the most articles, then the most often, then the latest."""
    details = {(post.network, post.mark): post.detail for kit in kits for post in kit.posts}
    said: dict[tuple[str, str], list[tuple[Response, str]]] = {}
    for response, entry in sorted(matched, key=lambda pair: pair[0].at, reverse=True):
        said.setdefault((response.network, response.person), []).append((response, _detail(entry, details)))
    history: dict[tuple[str, str], list[Seen]] = {}
    for one in seen:
        history.setdefault((one.network, one.person), []).append(one)
    people = [
        Person(
            network=who[0],
            id=who[1],
            name=next((response.name for response, _ in said.get(who, ()) if response.name), ""),
            articles=len({one.uid for one in ones}),
            times=len({one.response for one in ones}),
            said=tuple(said.get(who, ())),
        )
        for who, ones in history.items()
    ]
    latest = {who: max(one.day for one in ones) for who, ones in history.items()}
    people.sort(key=lambda p: (-p.articles, -p.times, -latest[p.network, p.id].toordinal(), p.network, p.id))
    return people[:FEW]


def to_keep(matched: Iterable[tuple[Response, Entry]]) -> list[Seen]:
    """What is kept of these responses."""
    return [
        Seen(response.network, response.person, response.id, entry.key.uid, response.at.date())
        for response, entry in matched
    ]


def _linked(response: Response, posts: Sequence[Entry]) -> Entry | None:
    if response.to:
        return None
    links = {address(word) for word in response.text.split() if word.startswith(("http://", "https://"))}
    return next((e for e in posts if e.key.network == response.network and address(e.intent.url) in links), None)


def _detail(entry: Entry, details: Mapping[tuple[str, str], str]) -> str:
    """The detail that the post led with; where the kit has changed since, the post's own first line."""
    first = entry.intent.text.strip().split("\n")[0]
    return details.get((entry.key.network, entry.intent.mark)) or first or entry.key.uid
