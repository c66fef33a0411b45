"""`mkdocs-focus people`: the few who answered, and what is kept of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.publish.conftest import Desk


@pytest.fixture(autouse=True)
def _posted(desk: Desk) -> None:
    """Three articles on both networks, and on the next day people's answers."""
    desk.write(*(desk.article(name) for name in ("seal", "brake", "vin")))
    desk.run("publish --send --max-per-day 9")
    desk.twitter.users.update({"1": "ann", "2": "bob", "3": "cid", "9": "ida"})
    desk.tomorrow()


def ids(desk: Desk) -> dict[str, str]:
    return {post["sent"].split(":")[0]: post["id"] for post in desk.twitter.posts}


def answered_by_three(desk: Desk) -> dict[str, str]:
    """Bob answers two articles, Ann one of them three times, Cid one once; Ann has had her answer."""
    to = ids(desk)
    said = {
        "bob 1": desk.twitter.says("2", "Mine leaks too, since 1971", to=to["seal"]),
        "ann 1": desk.twitter.says("1", "Which adhesive?", to=to["seal"]),
        "ann 2": desk.twitter.says("1", "And the clips?", to=to["seal"]),
        "ann 3": desk.twitter.says("1", "Ah & so", to=to["seal"]),
        "bob 2": desk.twitter.says("2", "The J52 caliper, yes", quotes=to["brake"]),
        "cid": desk.twitter.says("3", "Nice", to=to["vin"]),
    }
    for name in ("ann 1", "ann 2", "ann 3"):
        desk.twitter.answers(said[name])
    return said


def test_who_answered_most_and_who_waits(desk: Desk) -> None:
    said = answered_by_three(desk)
    told = desk.run("people --yes")
    names = [line for line in told.splitlines() if line.startswith("@")]
    assert names == [
        "@bob (twitter 2): 2 answers to 2 articles, 2 WAITING for yours",
        "@ann (twitter 1): 3 answers to 1 article",
        "@cid (twitter 3): 1 answer to 1 article, 1 WAITING for yours",
    ]
    assert "  on «detail 1 of brake»" in told
    assert "quote: The J52 caliper, yes   <- not answered yet" in told
    assert "reply: Ah & so\n" in told
    assert f"https://x.com/i/web/status/{said['bob 1']}" in told


def test_says_what_it_costs_and_asks_first(desk: Desk) -> None:
    before = len(desk.server.world.requests)
    told = desk.run("people", code=1, answer="n\n")
    assert "Reading the answers to 6 posts costs at most $1.65." in told
    assert len(desk.server.world.requests) == before
    spent = desk.twitter.cost
    answered_by_three(desk)
    desk.run("people", answer="y\n")
    assert 0 < desk.twitter.cost - spent < 1.65


def test_comments_on_facebook(desk: Desk) -> None:
    post = desk.facebook.posts[0]["id"]
    first = desk.facebook.says("501", "Where did you buy it?", post)
    desk.facebook.says("502", "Same here", post)
    desk.facebook.says(desk.facebook.page, "At the dealer's", post, parent=first)
    told = desk.run("people --network facebook")
    assert "N 501 (facebook 501): 1 answer to 1 article\n" in told
    assert "N 502 (facebook 502): 1 answer to 1 article, 1 WAITING for yours" in told
    desk.facebook.names_hidden = True
    assert "N 501" not in desk.run("people --network facebook")


def test_networks_are_not_merged_and_few_are_shown(desk: Desk) -> None:
    to = ids(desk)["seal"]
    desk.twitter.says("501", "x", to=to)
    desk.facebook.says("501", "y", desk.facebook.posts[0]["id"])
    for person in range(601, 609):
        desk.twitter.says(str(person), "z", to=to)
    told = desk.run("people --yes")
    assert told.count(" answer to 1 article") == 5
    assert "2 answers" not in told


def test_mentions_count_where_they_link_to_an_article(desk: Desk) -> None:
    desk.twitter.says("9", f"Read this {desk.server.base}/vin/")
    desk.twitter.says("3", "@me lunch?")
    told = desk.run("people --yes")
    assert "@ida" in told
    assert "mention: Read this" in told
    assert "@cid" not in told


class TestFile:
    def kept(self, desk: Desk) -> list[list[str]]:
        return json.loads((desk.folder / ".mkdocs-focus" / "people.json").read_text())["seen"]  # type: ignore[no-any-return]

    def test_holds_ids_and_days_only(self, desk: Desk) -> None:
        said = answered_by_three(desk)
        desk.run("people --yes")
        assert ["twitter", "3", said["cid"], "vin", self.kept(desk)[0][4]] in self.kept(desk)
        text = (desk.folder / ".mkdocs-focus" / "people.json").read_text()
        assert not [word for word in ("bob", "leaks", "http", "caliper") if word in text]
        assert (desk.folder / ".mkdocs-focus" / ".gitignore").read_text() == "*\n"

    def test_nothing_about_people_stands_anywhere_else(self, desk: Desk) -> None:
        def files() -> dict[Path, bytes]:
            return {f: f.read_bytes() for f in desk.folder.rglob("*") if f.is_file()}

        answered_by_three(desk)
        before = files()
        desk.run("people --yes")
        new = {path for path, data in files().items() if before.get(path) != data}
        assert {path.name for path in new} == {"people.json", ".gitignore"}
        assert {path.parent.name for path in new} == {".mkdocs-focus"}

    def test_what_is_too_old_is_deleted(self, desk: Desk) -> None:
        answered_by_three(desk)
        desk.run("people --yes")
        desk.tomorrow(31)
        desk.run("people --yes")
        assert not (desk.folder / ".mkdocs-focus" / "people.json").exists()

    def test_counts_go_further_back_than_one_reading(self, desk: Desk) -> None:
        desk.twitter.says("1", "One", to=ids(desk)["seal"])
        desk.run("people --yes")
        desk.twitter.others.clear()
        told = desk.run("people --yes")
        assert "1 (twitter 1): 1 answer to 1 article" in told

    def test_forget_one_and_all(self, desk: Desk) -> None:
        answered_by_three(desk)
        desk.run("people --yes")
        assert "3 lines about 1 deleted" in desk.run("people --forget 1")
        assert {row[1] for row in self.kept(desk)} == {"2", "3"}
        assert "3 lines about all deleted" in desk.run("people --forget all")
        assert not (desk.folder / ".mkdocs-focus" / "people.json").exists()

    def test_damaged(self, desk: Desk) -> None:
        desk.run("people --yes")
        file = desk.folder / ".mkdocs-focus" / "people.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text('{"version": 7}')
        assert "Delete it; it is only a memory." in desk.run("people --yes", code=2)


def test_network_that_cannot_be_read(desk: Desk) -> None:
    desk.environment["FACEBOOK_PAGE_TOKEN"] = "EAAGanother"
    told = desk.run("people --yes", code=1)
    assert "facebook: Facebook did not let posts be read: Invalid OAuth access token." in told


def test_nothing_is_read_without_kits(desk: Desk) -> None:
    (desk.folder / "focus" / "share" / "index.json").unlink()
    before = len(desk.server.world.requests)
    desk.run("people --yes", code=2)
    assert len(desk.server.world.requests) == before


def test_nothing_posted(desk: Desk) -> None:
    desk.ledger.unlink()
    assert "No post of the last 30 days is in the ledger." in desk.run("people")
    desk.environment = {"TZ": "UTC"}
    assert "No network has its credentials" in desk.run("people", code=2)
