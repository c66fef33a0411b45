"""Which posts are due, which come later and which never, from the kits, the ledger and the date. Pure.

Each article's first variant is due on the article's own date; each further one some days after the one
before it was sent. A day takes only so many posts on one network. So a long list is worked off a few a day
by a run a day.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_focus.publish.entries import Entry, View
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.matching import address
from mkdocs_focus.publish.states import EVERY, Key

GOOD_ENOUGH = ("deep", "mixed")
"""The verdicts with which an article is shared. Sharing a generic one wins nobody."""


@dataclass(frozen=True)
class Pace:
    """How much, how often, and for whom. An empty `only` or `networks` means all."""

    max_per_day: int = 2
    every: int = 7
    only: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Planned:
    """One post of the plan.

    `when` is due (send it now), later (on `day`) or never; `why` says why it is not due. `notice` marks a
    reason that the author will want to know: it is not one that comes about by itself.
    """

    kit: Kit
    post: Post
    key: Key
    when: Literal["due", "later", "never"]
    why: str = ""
    day: datetime.date | None = None
    notice: bool = False


def plan(kits: Iterable[Kit], view: View, today: datetime.date, pace: Pace) -> list[Planned]:
    """Every post of the chosen kits: the due ones first, in the order in which to send them."""
    planned = [
        _place(kit, post, view, today, pace)
        for kit in kits
        if not pace.only or kit.uid in pace.only or kit.path in pace.only
        for post in sorted(kit.posts, key=lambda post: (post.network, post.variant))
        if not pace.networks or post.network in pace.networks
    ]
    # An article's first post comes before any article's second; among equals the oldest article.
    order = {"due": 0, "later": 1, "never": 2}
    planned.sort(key=lambda one: (order[one.when], one.post.variant, one.kit.date or datetime.date.max, one.kit.uid))
    return _fill_days(planned, view, today, pace)


def refusal(one: Planned, view: View, today: datetime.date, pace: Pace) -> str | None:
    """Why this post must not be sent now, by the ledger as it is at this moment; None where it may be."""
    again = _place(one.kit, one.post, view, today, pace)
    if again.when != "due":
        return again.why
    if _sent_on(view, today)[one.post.network] >= pace.max_per_day:
        return f"another run has sent the day's {pace.max_per_day}"
    return None


def older(kits: Iterable[Kit], view: View, since: datetime.date) -> list[Kit]:
    """The articles from before the ledger began, of which it says nothing yet."""
    return [kit for kit in kits if kit.date and kit.date < since and not view.of(view.identity(kit))]


def _place(kit: Kit, post: Post, view: View, today: datetime.date, pace: Pace) -> Planned:
    uid = view.identity(kit)
    key = Key(uid, post.network, post.variant)

    def never(why: str, notice: bool = False) -> Planned:
        return Planned(kit, post, key, "never", why, notice=notice)

    if not kit.publishable:
        return never("made by `mkdocs serve`, whose links lead to this computer", notice=True)
    if kit.draft:
        return never("the article is a draft")
    if kit.verdict not in GOOD_ENOUGH:
        return never("the article is generic: make it about one narrow thing first")
    if kit.date is None:
        return never("the article has no date: give it one in its front matter", notice=True)
    entry = view.entry(key)
    # What a network refused may go out with other words.
    other_words = entry and entry.state == "failed" and entry.intent.mark != post.mark
    if entry and entry.blocks and not other_words:
        return never(*_told(entry, post))
    skipped = view.entry(Key(uid, EVERY, 0))
    if skipped and skipped.blocks:
        return never(skipped.last.why or "skipped")
    twin = view.same_text(post)
    if twin and twin.key != key:
        return never(f"the same words went out as {twin.key}", notice=True)
    elsewhere = _same_address(view, kit, post, uid)
    if elsewhere:
        return never(f"the same address went out as {elsewhere.key}", notice=True)
    if view.since and kit.date < view.since and not view.of(uid):
        return never(f"older than the ledger, which begins on {view.since}")
    day = max(kit.date, _after_the_last(view, uid, post, pace), _after_earlier_variants(view, kit, uid, post))
    if day > today:
        why = "an earlier variant comes first" if day == datetime.date.max else f"due on {day}"
        return Planned(kit, post, key, "later", why, day)
    return Planned(kit, post, key, "due", day=today)


def _told(entry: Entry, post: Post) -> tuple[str, bool]:
    """Why an entry of the ledger keeps this post back, and whether that is news."""
    last, uid = entry.last, entry.key.uid
    when = f"on {last.time.date()}"
    if last.state == "posted":
        if entry.intent.mark and entry.intent.mark != post.mark:
            return (
                f"posted {when} with other words; to post it again: mkdocs-focus ledger {uid} --forget",
                True,
            )
        return f"posted {when}", False
    if last.state == "skipped":
        return f"skipped {when}: {last.why}", False
    if last.state == "failed":
        return (
            f"refused {when}: {last.why}; change its words, or: mkdocs-focus ledger {uid} --retry",
            True,
        )
    if last.state == "intent":
        return f"being sent since {last.at} by run {last.run}", True
    return f"unknown {when}: {last.why}; decide with: mkdocs-focus ledger {uid}", True


def _same_address(view: View, kit: Kit, post: Post, uid: str) -> Entry | None:
    """Another article's entry for the same network, variant and address: the uid was changed by hand."""
    here = address(kit.url)
    for key, entry in view.entries.items():
        same_place = key.uid != uid and (key.network, key.variant) == (post.network, post.variant)
        if same_place and entry.blocks and address(entry.intent.url) == here:
            return entry
    return None


def _attempts(view: View, uid: str, network: str) -> list[Entry]:
    """What went out of this article on this network, or may have."""
    return [entry for entry in view.of(uid, network) if entry.state in ("intent", "posted", "unknown")]


def _after_the_last(view: View, uid: str, post: Post, pace: Pace) -> datetime.date:
    days = [entry.intent.time.astimezone().date() for entry in _attempts(view, uid, post.network)]
    return max(days) + datetime.timedelta(days=pace.every) if days else datetime.date.min


def _after_earlier_variants(view: View, kit: Kit, uid: str, post: Post) -> datetime.date:
    """Far in the future while an earlier variant still waits: `_fill_days` brings it nearer.

    Earlier variants that will never go out do not hold it up.
    """
    for other in kit.posts:
        if other.network == post.network and other.variant < post.variant:
            entry = view.entry(Key(uid, other.network, other.variant))
            if not (entry and entry.blocks) and not view.same_text(other):
                return datetime.date.max
    return datetime.date.min


def _sent_on(view: View, day: datetime.date) -> Counter[str]:
    """How many went out on this day, or may have, by network."""
    attempts = (e for e in view.entries.values() if e.state in ("intent", "posted", "unknown") and e.key.variant)
    return Counter(e.key.network for e in attempts if e.intent.time.astimezone().date() == day)


def _fill_days(planned: list[Planned], view: View, today: datetime.date, pace: Pace) -> list[Planned]:
    """Give each post a day with room, keeping the days between two variants of an article."""
    full: Counter[tuple[str, datetime.date]] = Counter(
        {(network, today): count for network, count in _sent_on(view, today).items()}
    )
    latest: dict[tuple[str, str], datetime.date] = {}
    result = []
    for one in planned:
        if one.when == "never":
            result.append(one)
            continue
        place = (one.key.uid, one.post.network)
        day = one.day or today
        if place in latest:
            day = latest[place] + datetime.timedelta(days=pace.every)
        elif day == datetime.date.max:
            day = today
        while full[one.post.network, day] >= pace.max_per_day:
            day += datetime.timedelta(days=1)
        full[one.post.network, day] += 1
        latest[place] = day
        when: Literal["due", "later"] = "due" if day <= today else "later"
        result.append(replace(one, when=when, why="" if when == "due" else f"due on {day}", day=day))
    return result
