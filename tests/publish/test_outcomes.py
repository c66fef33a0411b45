"""What a run does with each answer that a network can give, and with those that never come."""

from __future__ import annotations

import datetime
import time

import pytest

from tests.publish.conftest import Desk
from tests.publish.fakes.twitter import LINK

LOST = ("after_drop", "timeout", "after_503", "after_malformed", "after_wrong_json")


@pytest.fixture(autouse=True)
def _ready(desk: Desk) -> None:
    desk.write(desk.article("seal"))


@pytest.mark.parametrize("fault", LOST)
def test_lost_answer_is_found_in_the_timeline(desk: Desk, fault: str) -> None:
    desk.twitter.faults.add(fault)
    desk.facebook.faults.add(fault)
    told = desk.run("publish --send")
    assert told.count("found in the timeline: https://") == 2
    assert [line["id"] for line in desk.lines() if line["state"] == "posted"] == [
        desk.facebook.posts[0]["id"], desk.twitter.posts[0]["id"],
    ]  # fmt: skip
    desk.run("publish --send")
    assert len(desk.twitter.posts) == len(desk.facebook.posts) == 1


@pytest.mark.parametrize("fault", ["before_drop", "before_500"])
def test_post_that_never_arrived_is_unknown_and_not_repeated(desk: Desk, fault: str) -> None:
    desk.twitter.faults.add(fault)
    told = desk.run("publish --send --network twitter", code=1)
    assert "not in the timeline; decide with: mkdocs-focus ledger seal" in told
    assert desk.states() == [("intent", "twitter", 1), ("unknown", "twitter", 1)]
    desk.tomorrow()
    assert "unknown on 2026-11-22" in desk.run("publish")
    desk.run("publish --send --network twitter")
    assert not desk.twitter.posts


def test_unknown_post_that_turns_up_later_is_adopted(desk: Desk) -> None:
    desk.twitter.faults.add("after_drop")
    hidden, desk.twitter.posts = desk.twitter.posts, Late()
    desk.run("publish --send --network twitter", code=1)
    desk.twitter.posts.shown = True
    del hidden
    desk.tomorrow()
    assert "seal twitter 1: posted, found in the timeline" in desk.run("publish --send --network twitter")
    assert desk.states()[-1] == ("posted", "twitter", 1)


class Late(list):  # type: ignore[type-arg]
    """A timeline that does not show a new post at once."""

    shown = False

    def __reversed__(self):  # type: ignore[no-untyped-def]
        return super().__reversed__() if self.shown else iter(())


class TestTwitter:
    def told(self, desk: Desk, fault: str, code: int = 1, line: str = "publish --send --network twitter") -> str:
        desk.twitter.faults.add(fault)
        return desk.run(line, code)

    def test_credentials(self, desk: Desk) -> None:
        assert "X does not accept the credentials (401): make new tokens" in self.told(desk, "unauthorized")
        assert "1 of 1 posts sent" in desk.run("publish --send --network twitter")

    def test_wrong_secret(self, desk: Desk) -> None:
        desk.environment["TWITTER_ACCESS_TOKEN_SECRET"] = "not-the-one-x9"
        assert "(401)" in desk.run("publish --send --network twitter", code=1)
        assert desk.twitter.bad_signatures == 1

    def test_no_credit_stops_the_network(self, desk: Desk) -> None:
        desk.write(desk.article("a"), desk.article("b"))
        told = self.told(desk, "payment")
        assert "a twitter 1: failed, X wants credit (402): buy some in X's developer console" in told
        assert "b twitter 1: held, not tried: X wants credit" in told
        assert not desk.twitter.posts

    def test_permission(self, desk: Desk) -> None:
        assert "allow it «Read and write», then make new tokens" in self.told(desk, "permission")

    def test_duplicate_that_is_there_is_adopted(self, desk: Desk) -> None:
        desk.run("publish --send --network twitter")
        desk.ledger.unlink()
        told = desk.run("publish --send --network twitter")
        assert "X says that it already has this text (403); found in the timeline" in told
        assert len(desk.twitter.posts) == 1

    def test_duplicate_that_is_not_there_is_unknown(self, desk: Desk) -> None:
        assert "not in the timeline; decide with" in self.told(desk, "duplicate")
        assert desk.states()[-1] == ("unknown", "twitter", 1)

    def test_refused_words_wait_for_other_words(self, desk: Desk) -> None:
        desk.write(desk.article("seal", texts=["Too long"]))
        assert "X refuses this post (403 Forbidden Your Tweet text is too long.)" in self.told(desk, "refused")
        assert "change its words, or: mkdocs-focus ledger seal --retry" in desk.run("publish")
        desk.run("publish --send --network twitter")
        assert not desk.twitter.posts
        desk.write(desk.article("seal", texts=["Shorter"]))
        desk.run("publish --send --network twitter")
        assert len(desk.twitter.posts) == 1

    def test_names_that_became_links_are_found(self, desk: Desk) -> None:
        desk.write(desk.article("seal", texts=["Run Setup.sh, then (see README.md) see https://e.org/A/ & go"]))
        desk.twitter.faults.add("after_drop")
        assert "found in the timeline" in desk.run("publish --send --network twitter")

    def test_limit_is_waited_for(self, desk: Desk, at_zero: list[float]) -> None:
        desk.twitter.limited_for = 600
        assert "X takes no more posts for now (429); waiting 60" in self.told(desk, "limit", code=0)
        assert 590 < at_zero[0] < 602
        assert [state for state, _, _ in desk.states()] == ["intent", "failed", "intent", "posted"]

    def test_limit_beyond_the_budget_leaves_it_to_the_next_run(self, desk: Desk, at_zero: list[float]) -> None:
        desk.write(desk.article("a"), desk.article("b"))
        desk.twitter.limited_for = 7200
        told = self.told(desk, "limit")
        assert "b twitter 1: held, not tried: X takes no more posts for now (429) for 120 minutes more" in told
        assert not at_zero
        assert "2 of 2 posts sent" in desk.run("publish --send --network twitter")

    def test_limit_without_a_time_means_the_window(self, desk: Desk, at_zero: list[float]) -> None:
        self.told(desk, "limit_no_time", code=0, line="publish --send --network twitter --wait 16")
        assert 899 < at_zero[0] < 902

    def test_unreachable_was_never_sent(self, desk: Desk) -> None:
        desk.environment["FOCUS_TWITTER_API"] = "http://127.0.0.1:1"
        assert "X cannot be reached; nothing was sent" in desk.run("publish --send --network twitter", code=1)
        desk.environment["FOCUS_TWITTER_API"] = desk.server.base
        desk.run("publish --send --network twitter")
        assert len(desk.twitter.posts) == 1

    def test_redirects_are_not_followed(self, desk: Desk) -> None:
        desk.environment["FOCUS_TWITTER_API"] = f"{desk.server.base}/elsewhere"
        desk.server.world.pages["/elsewhere/2/tweets"] = 307
        desk.run("publish --send --network twitter", code=1)
        assert sum(request.method == "POST" for request in desk.server.world.requests) == 1


class TestFacebook:
    def told(self, desk: Desk, fault: str, code: int = 1) -> str:
        desk.facebook.faults.add(fault)
        return desk.run("publish --send --network facebook", code)

    def test_code_2_is_unknown_and_never_repeated(self, desk: Desk) -> None:
        assert "Facebook is not sure itself (2: " in self.told(desk, "transient")
        desk.run("publish --send --network facebook")
        assert not desk.facebook.posts

    def test_token_is_not_repeated_from_the_answer(self, desk: Desk) -> None:
        assert "make a new one and set FACEBOOK_PAGE_TOKEN" in self.told(desk, "unauthorized")

    def test_block(self, desk: Desk) -> None:
        assert "Facebook has blocked the page for a while (368)" in self.told(desk, "payment")

    def test_not_deployed_yet(self, desk: Desk) -> None:
        assert "Facebook cannot read the page yet (1609005): deploy it first" in self.told(desk, "no_preview")
        assert "1 of 1" in desk.run("publish --send --network facebook")

    def test_duplicate_reconciles(self, desk: Desk) -> None:
        desk.run("publish --send --network facebook")
        desk.ledger.unlink()
        told = desk.run("publish --send --network facebook")
        assert "already has this post (506); found in the timeline" in told

    def test_limit_says_when(self, desk: Desk, at_zero: list[float]) -> None:
        self.told(desk, "limit", code=0)
        assert 59 < at_zero[0] < 62

    def test_limit_without_a_time_is_an_hour(self, desk: Desk) -> None:
        told = self.told(desk, "limit_no_time")
        assert "Facebook takes no more posts for now (4)" in told
        assert desk.lines()[-1]["again"] is True


def test_requests_have_the_published_shape(desk: Desk) -> None:
    desk.run("publish --send")
    tweet, feed = (next(r for r in desk.server.world.requests if p in r.path) for p in ("/2/tweets", "/feed"))
    assert set(tweet.json()) == {"text"}
    assert LINK.search(tweet.json()["text"])
    assert set(feed.form()) == {"message", "link"}
    assert feed.path == "/v26.0/777001/feed"
    assert not any("token" in request.path or request.query for request in (tweet, feed))


def test_slow_answer_is_waited_for(desk: Desk) -> None:
    desk.twitter.faults.add("after_slow", seconds=0.3)
    begun = time.monotonic()
    desk.run("publish --send --network twitter")
    assert time.monotonic() - begun >= 0.3
    assert desk.states()[-1] == ("posted", "twitter", 1)


def test_open_posts_of_other_networks_are_no_business_of_this_run(desk: Desk) -> None:
    desk.facebook.faults.add("before_drop")
    desk.run("publish --send --network facebook", code=1)
    desk.ledger.write_text("\n".join(desk.ledger.read_text().splitlines()[:2]) + "\n")
    desk.tomorrow()
    desk.run("publish --send --network twitter")
    del desk.environment["FACEBOOK_PAGE_TOKEN"]
    assert "cannot be looked for without the credentials of facebook" in desk.run("publish --send", code=1)


def test_post_of_a_killed_run_is_left_alone_then_settled(desk: Desk) -> None:
    desk.run("publish --send --network twitter")
    whole = desk.ledger.read_text()
    desk.ledger.write_text("\n".join(whole.splitlines()[:2]) + "\n")
    assert "intent since 2026-11-22T09:00:00.000Z" not in desk.run("publish")
    assert "being sent since 2026-11-22T09:00:00.000Z by run local-" in desk.run("publish")
    desk.run("publish --send --network twitter")
    assert desk.states() == [("intent", "twitter", 1)]
    desk.clock += datetime.timedelta(minutes=11)
    assert "--send looks for it on the network" in desk.run("publish")
    assert "seal twitter 1: posted, found in the timeline" in desk.run("publish --send --network twitter")
    assert len(desk.twitter.posts) == 1


def test_computer_that_slept_between_intent_and_sending_does_not_send(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the meantime another run may have judged the intent, and the author said --retry."""
    monkeypatch.setattr("mkdocs_focus.publish.publisher._FRESH", -1.0)
    assert "this computer slept before the post was sent" in desk.run("publish --send --network twitter", code=1)
    assert not desk.twitter.posts
    monkeypatch.undo()
    assert desk.states() == [("intent", "twitter", 1), ("failed", "twitter", 1)]
