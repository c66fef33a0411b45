"""The plan as a whole: whatever the kits and the ledger, these hold."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_focus.publish.entries import Entry, Event, View
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.schedule import Pace, plan
from mkdocs_focus.publish.states import Key
from tests.publish.conftest import TODAY


def day(offset: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=offset)


def kit(number: int, offset: int, variants: int) -> Kit:
    uid, url = f"a{number}", f"https://e.org/{number}/"
    posts = [Post("twitter", n, f"{uid} {n} {url}", url) for n in range(1, variants + 1)]
    posts.append(Post("facebook", 1, f"{uid} {url}", url))
    return Kit(uid, f"{uid}.md", url, "deep", False, True, day(offset), "", "", tuple(posts))


def event(one: Kit, post: Post, state: str, offset: int) -> Entry:
    at = f"{day(offset)}T09:00:00Z"
    key = Key(one.uid, post.network, post.variant)
    return Entry(key, (Event(at, state, *key, url=one.url, mark=post.mark),))  # type: ignore[arg-type]


kits = st.lists(st.tuples(st.integers(-30, 10), st.integers(0, 3)), max_size=12).map(
    lambda rows: [kit(number, offset, variants) for number, (offset, variants) in enumerate(rows)]
)
paces = st.builds(Pace, max_per_day=st.integers(1, 4), every=st.integers(0, 9))


STATES = [None, None, "posted", "unknown", "failed", "skipped", "intent", "forgotten"]


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Kit], View, Pace]:
    articles = draw(kits)
    entries = {}
    for one in articles:
        for post in one.posts:
            state = draw(
                st.sampled_from([None, None, "posted", "unknown", "failed", "skipped", "intent", "forgotten"])
            )
            if state:
                entry = event(one, post, state, draw(st.integers(-20, 0)))
                entries[entry.key] = entry
    return articles, View(day(-40), entries), draw(paces)


@settings(max_examples=200, deadline=None)
@given(situations())
def test_holds_for_any_ledger(situation: tuple[list[Kit], View, Pace]) -> None:
    articles, view, pace = situation
    planned = plan(articles, view, TODAY, pace)
    assert len(planned) == sum(len(one.posts) for one in articles)
    going = [one for one in planned if one.when != "never"]
    # Nothing that blocks goes out; nothing before its article's date.
    assert not [one for one in going if (entry := view.entry(one.key)) and entry.blocks]
    assert not [one for one in going if one.day is None or one.kit.date is None or one.day < one.kit.date]
    # Due means today, later means a day to come.
    assert all((one.when == "due") == (one.day == TODAY) for one in going)
    sent_today = Counter(
        key.network for key, entry in view.entries.items()
        if entry.state in ("posted", "unknown", "intent") and entry.last.time.date() == TODAY
    )  # fmt: skip
    full = Counter((one.post.network, one.day) for one in going)
    for (network, date), count in full.items():
        before = sent_today[network] if date == TODAY else 0
        assert count + before <= max(pace.max_per_day, before)
    # Two variants of an article keep their distance, in their order.
    for one in articles:
        days = [
            p.day for p in sorted(going, key=lambda p: p.post.variant) if p.kit is one and p.post.network == "twitter"
        ]
        assert all(b is not None and a is not None and (b - a).days >= pace.every for a, b in pairwise(days))


def test_first_posts_come_before_second_ones_and_old_articles_before_new() -> None:
    articles = [kit(0, -2, 2), kit(1, -5, 2), kit(2, -1, 1)]
    planned = plan(articles, View(day(-40)), TODAY, Pace(max_per_day=2, networks=frozenset({"twitter"})))
    order = [(one.key.uid, one.post.variant, (one.day - TODAY).days) for one in planned if one.day]
    assert order == [("a1", 1, 0), ("a0", 1, 0), ("a2", 1, 1), ("a1", 2, 7), ("a0", 2, 7)]
