"""`mkdocs-focus publish` from the kits to the networks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.publish.conftest import Desk


def test_dry_run_shows_posts_prices_and_days_and_touches_nothing(desk: Desk) -> None:
    desk.write(desk.article("seal"))
    told = desk.run("publish")
    assert "DUE   seal twitter 1   $0.20" in told
    assert "      seal: the 3/8-inch seal & its 1 clips" in told
    assert "LATER 2026-11-29  seal twitter 2" in told
    assert "LATER 2026-12-06  seal twitter 3" in told
    assert "Sending them would cost about $0.20. Nothing was sent; --send sends." in told
    assert not desk.server.world.requests
    assert not desk.ledger.parent.exists()


def test_whole_path_over_three_weeks(desk: Desk) -> None:
    desk.write(desk.article("seal"))
    desk.run("publish --send")
    assert [post["sent"] for post in desk.twitter.posts] == [
        f"seal: the 3/8-inch seal & its 1 clips {desk.server.base}/seal/"
    ]
    assert desk.facebook.posts[0]["message"] == "seal: a longer text.\n\nOf two parts."
    assert desk.facebook.posts[0]["link"] == f"{desk.server.base}/seal/"
    assert desk.states() == [
        ("intent", "facebook", 1), ("posted", "facebook", 1), ("intent", "twitter", 1), ("posted", "twitter", 1),
    ]  # fmt: skip
    assert "0 of 0 posts sent" in desk.run("publish --send")
    desk.tomorrow()
    assert "0 of 0 posts sent" in desk.run("publish --send")
    desk.tomorrow(6)
    assert "seal twitter 2: posted, https://x.com/i/web/status/" in desk.run("publish --send")
    desk.tomorrow(7)
    desk.run("publish --send")
    desk.tomorrow(60)
    desk.run("publish --send")
    assert len(desk.twitter.posts) == 3
    assert len(desk.facebook.posts) == 1
    assert str(desk.twitter.cost) == "0.600"
    assert desk.twitter.bad_signatures == desk.facebook.bad_tokens == 0


def test_a_few_a_day(desk: Desk) -> None:
    desk.write(*(desk.article(f"a{number}") for number in range(5)))
    for expected in (2, 4, 5, 5):
        desk.run("publish --send --network twitter")
        assert len(desk.twitter.posts) == expected
        desk.tomorrow()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"verdict": "generic"}, "the article is generic"),
        ({"draft": True}, ""),
        ({"date": None}, "the article has no date: give it one in its front matter"),
        ({"date": "2026-11-23"}, ""),
        ({"publishable": False}, "made by `mkdocs serve`"),
    ],
)
def test_articles_that_are_not_posted(desk: Desk, change: dict[str, Any], why: str) -> None:
    desk.write(desk.article("seal", **change))
    assert why in desk.run("publish")
    desk.run("publish --send")
    assert not desk.twitter.posts


def test_kits_of_serve_are_refused(desk: Desk) -> None:
    desk.write(desk.article("seal"), publishable=False)
    assert "made by `mkdocs serve`; its links lead to this computer" in desk.run("publish --send", code=2)


def test_first_run_skips_what_is_older_and_later_runs_keep_to_it(desk: Desk) -> None:
    old, new = desk.article("old", date="2024-01-05"), desk.article("new")
    desk.write(old, new)
    assert "1 articles are older than the ledger: --send marks them as skipped" in desk.run("publish")
    assert "1 articles from before 2026-11-22 are marked as skipped." in desk.run("publish --send")
    assert {post["sent"].split(":")[0] for post in desk.twitter.posts} == {"new"}
    # Touching the date of an old article, or renaming it, does not bring it back.
    desk.write({**old, "date": "2026-11-22"}, {**desk.article("renamed-old", date="2024-01-05")}, new)
    desk.tomorrow()
    desk.run("publish --send")
    assert len(desk.twitter.posts) == 1
    # The author can.
    desk.run("ledger old --forget --reason wanted")
    desk.run("publish --send")
    assert {post["sent"].split(":")[0] for post in desk.twitter.posts} == {"new", "old"}


def test_since_on_the_first_run_reaches_back(desk: Desk) -> None:
    desk.write(desk.article("recent", date="2026-11-20"), desk.article("old", date="2025-01-01"))
    desk.run("publish --send --since 2026-11-15 --network twitter")
    assert len(desk.twitter.posts) == 1
    assert "The ledger began on 2026-11-15" in desk.run("publish --since 2020-01-01", code=2)


class TestChangedArticles:
    """What was posted is not posted again because something about the article changed."""

    @pytest.fixture(autouse=True)
    def _posted(self, desk: Desk) -> None:
        desk.write(desk.article("seal"))
        desk.run("publish --send --network twitter")
        desk.tomorrow(30)

    def again(self, desk: Desk, **changes: Any) -> str:
        kit = desk.article(changes.pop("uid", "seal"), **changes)
        kit["posts"] = [post for post in kit["posts"] if post["variant"] == 1]
        desk.write(kit)
        told = desk.run("publish --network twitter")
        desk.run("publish --send --network twitter")
        assert len(desk.twitter.posts) == 1
        return told

    def test_title(self, desk: Desk) -> None:
        self.again(desk, title="Another title")

    def test_address(self, desk: Desk) -> None:
        self.again(desk, url=f"{desk.server.base}/moved/")

    def test_text(self, desk: Desk) -> None:
        told = self.again(desk, texts=["Other words"])
        assert "posted on 2026-11-22 with other words; to post it again: mkdocs-focus ledger seal --forget" in told

    def test_text_when_asked(self, desk: Desk) -> None:
        self.again(desk, texts=["Other words"])
        desk.run("ledger seal --forget --variant 1", code=2)
        desk.run("ledger seal --forget --variant 1 --reason corrected")
        desk.run("publish --send --network twitter")
        assert [post["sent"].split(" http")[0] for post in desk.twitter.posts][1:] == ["Other words"]

    def test_file_renamed_address_kept(self, desk: Desk) -> None:
        self.again(desk, uid="renamed", url=f"{desk.server.base}/seal/")

    def test_file_renamed_goes_on_with_the_next_variant(self, desk: Desk) -> None:
        desk.write(desk.article("renamed", url=f"{desk.server.base}/seal"))
        desk.run("publish --send --network twitter")
        assert [line["uid"] for line in desk.lines()] == ["seal"] * 4
        assert desk.lines()[-1]["variant"] == 2

    def test_file_and_address_renamed_words_kept(self, desk: Desk) -> None:
        told = self.again(desk, uid="renamed", texts=["seal: the 3/8-inch seal & its 1 clips"])
        assert "the same words went out as seal twitter 1" in told

    def test_uid_set_by_hand_to_one_that_the_ledger_knows(self, desk: Desk) -> None:
        desk.run(f"posted seal twitter https://x.com/me/status/{desk.twitter.posts[0]['id']}")
        told = self.again(desk, uid="seal", url=f"{desk.server.base}/elsewhere/", texts=["Wholly new"])
        assert "posted on 2026-11-22 with other words" in told


class TestNotLive:
    def held(self, desk: Desk) -> str:
        desk.write(desk.article("seal"))
        told = desk.run("publish --send", code=1)
        assert not desk.twitter.posts
        assert not desk.ledger.exists()
        return told

    def test_missing(self, desk: Desk) -> None:
        desk.server.world.pages["/seal/"] = 404
        assert "/seal/ answers 404: deploy the site first" in self.held(desk)

    def test_without_tags(self, desk: Desk) -> None:
        desk.server.world.tags = False
        assert "has no og:title and no og:description: deploy the build that has its tags" in self.held(desk)

    def test_moved(self, desk: Desk) -> None:
        desk.server.world.pages["/seal/"] = 301
        assert "/seal/ answers 301" in self.held(desk)

    def test_unreachable(self, desk: Desk) -> None:
        desk.write(desk.article("seal", url="http://127.0.0.1:1/seal/"))
        assert "cannot be reached (ConnectionError): deploy the site first" in desk.run("publish --send", code=1)


def test_max_cost_stops_before_it_is_passed(desk: Desk) -> None:
    desk.write(desk.article("a"), desk.article("b"))
    told = desk.run("publish --send --network twitter --max-cost 0.3")
    assert "b twitter 1: held, --max-cost: it would pass $0.3" in told
    assert str(desk.twitter.cost) == "0.200"


def test_only_these_articles(desk: Desk) -> None:
    desk.write(desk.article("a"), desk.article("b"))
    desk.run("publish --send --network twitter --only docs/b.md")
    assert [post["sent"][0] for post in desk.twitter.posts] == ["b"]
    assert "uid or path docs/c.md. Did you mean docs/" in desk.run("publish --only docs/c.md", 2)


def test_network_without_credentials_is_left_out_and_said(desk: Desk) -> None:
    del desk.environment["FACEBOOK_PAGE_TOKEN"]
    desk.write(desk.article("seal"))
    assert "facebook is left out: FACEBOOK_PAGE_TOKEN not set" in desk.run("publish --send")
    assert "facebook: set FACEBOOK_PAGE_TOKEN in the environment" in desk.run("publish --send --network facebook", 2)
    desk.environment = {"TZ": "UTC"}
    assert "No network has its credentials. Set TWITTER_API_KEY" in desk.run("publish --send", code=2)


def test_without_the_extra_a_dry_run_works_and_sending_says_what_to_install(desk: Desk) -> None:
    desk.write(desk.article("seal"))
    program = (
        "import sys; sys.modules['tweepy'] = sys.modules['requests'] = None\n"
        "from mkdocs_focus.publish.commands import COMMANDS\n"
        "next(one for one in COMMANDS if one.name == sys.argv[1])(sys.argv[2:])"
    )

    def run(*line: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **desk.environment}
        return subprocess.run([sys.executable, "-c", program, *line], env=environment, text=True, capture_output=True)

    assert "DUE   seal twitter 1" in run("publish", "--since", "2026-11-22").stdout
    assert run("ledger").returncode == 0
    sending = run("publish", "--send")
    assert sending.returncode == 2
    assert sending.stderr == ("Error: Sending needs requests. Install it with: pip install 'mkdocs-focus[publish]'\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "is missing. Run `mkdocs build` first"),
        ("{", "cannot be read"),
        ('{"version": 2}', "has format 2, this version reads 1"),
        ('{"version": 1, "publishable": true, "kits": [{}]}', "kits[0].posts is None, not a list"),
    ],
)
def test_kits_that_cannot_be_used(desk: Desk, text: str | None, said: str) -> None:
    file = desk.folder / "focus" / "share" / "index.json"
    file.parent.mkdir(parents=True)
    if text:
        file.write_text(text)
    assert said in desk.run("publish", code=2)


def test_two_articles_with_one_uid(desk: Desk) -> None:
    desk.write(desk.article("a"), desk.article("a", path="docs/z.md"))
    assert "docs/a.md and docs/z.md have the same uid 'a'" in desk.run("publish", code=2)


def test_summary_for_the_job_page(desk: Desk, tmp_path: Path) -> None:
    desk.write(desk.article("seal"))
    desk.run("publish --summary job.md")
    assert "## Posts\n\n2 due now ($0.20), 2 later." in (tmp_path / "job.md").read_text()
    assert "```text\nseal: the 3/8-inch seal & its 1 clips" in (tmp_path / "job.md").read_text()
    desk.run("publish --send --summary job.md")
    assert "## Published 2 of 2 posts for about $0.20" in (tmp_path / "job.md").read_text()


def test_picture_is_uploaded_with_its_alternative_text(desk: Desk) -> None:
    desk.write(desk.article("seal", image="share/seal/card.png", image_alt="A hood seal"))
    card = desk.folder / "focus" / "share" / "seal" / "card.png"
    card.parent.mkdir()
    card.write_bytes(b"\x89PNG picture")
    desk.run("publish --send --network twitter --pictures")
    (media,) = desk.twitter.media.values()
    assert media == {"data": b"\x89PNG picture", "alt": "A hood seal"}
    assert desk.twitter.posts[0]["media"] == list(desk.twitter.media)


def test_picture_outside_the_folder_is_not_read(desk: Desk) -> None:
    (desk.folder / "private.png").write_bytes(b"x")
    desk.write(desk.article("seal", image="../private.png"))
    desk.run("publish --send --network twitter --pictures")
    assert not desk.twitter.media
