"""The ledger: what it says, what it refuses to read, and how it is repaired."""

from __future__ import annotations

import datetime
import json
import threading
from pathlib import Path

import pytest

from mkdocs_focus.publish.entries import Event, header, parse
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.states import Key
from mkdocs_focus.publish.stores import Changed, FolderStore
from tests.publish.conftest import TODAY, Desk

KEY = Key("seal", "twitter", 1)
POST = Post("twitter", 1, "A seal https://e.org/seal/", "https://e.org/seal/")
KIT = Kit("seal", "docs/seal.md", "https://e.org/seal/", "deep", False, True, TODAY, "", "", (POST,))
NOW = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone.utc)


def open_in(folder: Path, run: str = "r1") -> Ledger:
    return Ledger(FolderStore(folder), run, TODAY, lambda: NOW)


def test_reads_well_in_a_diff(tmp_path: Path) -> None:
    book = open_in(tmp_path)
    assert book.claim(KEY, POST, KIT, lambda view: None) is None
    book.record("posted", KEY, url=KIT.url, mark=POST.mark, id="17", link="https://x.com/i/web/status/17")
    assert (tmp_path / "ledger.jsonl").read_text().splitlines() == [
        '{"ledger": "mkdocs-focus", "version": 1, "since": "2026-11-22"}',
        '{"at": "2026-11-22T09:00:00.000Z", "state": "intent", "uid": "seal", "network": "twitter", "variant": 1, '
        '"run": "r1", "url": "https://e.org/seal/", "path": "docs/seal.md", "mark": "ca307ddf2177456abe681b61", '
        '"text": "A seal https://e.org/seal/"}',
        '{"at": "2026-11-22T09:00:00.000Z", "state": "posted", "uid": "seal", "network": "twitter", "variant": 1, '
        '"run": "r1", "url": "https://e.org/seal/", "mark": "ca307ddf2177456abe681b61", "id": "17", '
        '"link": "https://x.com/i/web/status/17"}',
    ]


def test_only_one_of_many_claims_wins(tmp_path: Path) -> None:
    won: list[str] = []

    def claim(run: str) -> None:
        taken = lambda view: "taken" if view.entry(KEY) and view.entry(KEY).blocks else None  # noqa: E731
        if open_in(tmp_path, run).claim(KEY, POST, KIT, taken) is None:
            won.append(run)

    threads = [threading.Thread(target=claim, args=(f"r{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert open_in(tmp_path).view().entries[KEY].last.run == won[0]


def test_adding_to_a_text_that_has_changed_is_refused(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    before = store.read()
    store.append(before, "a\n")
    with pytest.raises(Changed):
        store.append(before, "b\n")


def test_a_write_that_never_ended_is_no_line(tmp_path: Path) -> None:
    book = open_in(tmp_path)
    book.claim(KEY, POST, KIT, lambda view: None)
    file = tmp_path / "ledger.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + b'{"at": "2026-11-2')
    assert book.view().entries[KEY].state == "intent"
    book.record("posted", KEY, id="17")
    assert file.read_bytes().startswith(whole)
    assert [json.loads(line)["state"] for line in file.read_text().splitlines()[1:]] == ["intent", "posted"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: cannot be read"),
        ("[]", "line 2: not a line of a ledger"),
        ('{"at": "x"}', "line 2: not a line of a ledger"),
        (
            '{"at": "2026-11-22T09:00:00Z", "state": "posted", "uid": "u", "network": "n", "variant": "1"}',
            "variant is '1'",
        ),
        ('{"at": "2026-11-22T09:00:00Z", "state": "odd", "uid": "u", "network": "n", "variant": 1}', "unknown state"),
    ],
)
def test_a_line_that_might_hide_an_intent_is_never_passed_over(line: str, said: str) -> None:
    with pytest.raises(CannotRun, match=said):
        parse(header(TODAY) + line + "\n", "ledger.jsonl")


def test_a_damaged_ledger_stops_publishing(desk: Desk) -> None:
    desk.write(desk.article("seal"))
    desk.run("publish --send --network twitter")
    desk.ledger.write_text(desk.ledger.read_text().replace('"intent"', '"intend'))
    assert "ledger.jsonl, line 2: cannot be read" in desk.run("publish --send", code=2)
    assert "Restore it from git" in desk.run("ledger", code=2)
    desk.ledger.write_bytes(b"\xff\n")
    assert "cannot be read" in desk.run("publish --send", code=2)


def test_posted_outlives_what_a_slower_run_adds(tmp_path: Path) -> None:
    book = open_in(tmp_path)
    book.claim(KEY, POST, KIT, lambda view: None)
    book.record("posted", KEY, id="17")
    book.record("unknown", KEY, why="not in the timeline")
    assert book.view().entries[KEY].state == "posted"
    book.record("forgotten", KEY, why="deleted there")
    assert not book.view().entries[KEY].blocks


def test_nothing_is_sent_where_the_intent_cannot_be_written(desk: Desk) -> None:
    desk.write(desk.article("seal"))
    desk.ledger.parent.write_text("a file where the folder should be")
    assert "cannot be written" in desk.run("publish --send", code=2)
    assert not desk.twitter.posts


def test_outcome_that_cannot_be_recorded_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(desk.article("seal"))
    monkeypatch.setattr(Ledger, "record", lambda *_, **__: (_ for _ in ()).throw(CannotRun("disk full")))
    told = desk.run("publish --send --network twitter", code=1)
    assert "posted, https://x.com/i/web/status/" in told
    assert "but that could not be recorded: disk full" in told
    monkeypatch.undo()
    assert desk.states() == [("intent", "twitter", 1)]


def test_lines_survive_any_sign_in_a_text() -> None:
    event = Event("2026-11-22T09:00:00Z", "intent", "u", "twitter", 1, text='a\u2028b\x85c\nd\r"e"\\ 🏁')
    (entry,) = parse(header(TODAY) + event.line(), "l").entries.values()
    assert entry.last == event


class TestRepair:
    @pytest.fixture(autouse=True)
    def _unknown(self, desk: Desk) -> None:
        desk.write(desk.article("seal"))
        desk.twitter.faults.add("before_drop")
        desk.run("publish --send --network twitter", code=1)
        desk.tomorrow()

    def test_list_shows_what_is_unknown_first(self, desk: Desk) -> None:
        desk.run("publish --send --network facebook")
        lines = desk.run("ledger").splitlines()
        assert lines[1].startswith("unknown   2026-11-22  seal twitter 1  the connection to X broke")
        assert lines[2].startswith("posted    2026-11-23  seal facebook 1  https://www.facebook.com/777001_")

    def test_explain(self, desk: Desk) -> None:
        told = desk.run("ledger seal")
        assert "seal twitter 1: unknown" in told
        assert "intent    run local-" in told
        assert "If it is on the network: --adopt, or `mkdocs-focus posted`. If it is not: --retry." in told
        assert "has no entry of other" in desk.run("ledger other", code=2)

    def test_retry(self, desk: Desk) -> None:
        assert "Give a --reason" in desk.run("ledger seal --retry", code=2)
        desk.run("ledger seal --retry --reason looked")
        desk.run("publish --send --network twitter")
        assert len(desk.twitter.posts) == 1
        assert "No entry chosen is unknown or failed" in desk.run("ledger seal --retry --reason x", code=2)

    def test_adopt(self, desk: Desk) -> None:
        assert "seal twitter 1: not in the timeline" in desk.run("ledger seal --adopt", code=1)
        text = desk.lines()[0]["text"]
        desk.twitter.posts.append(desk.twitter._tweet("1799", text, desk.twitter.me, None))
        assert "seal twitter 1: https://x.com/i/web/status/1799" in desk.run("ledger seal --adopt")

    def test_by_hand(self, desk: Desk) -> None:
        desk.run("posted seal twitter https://x.com/me/status/123")
        assert desk.lines()[-1]["id"] == "123"
        assert "in the ledger already." in desk.run("posted seal twitter https://x.com/me/status/123")
        assert "Record another --variant" in desk.run("posted seal twitter https://x.com/me/status/124", code=2)
        assert "is not an address on x.com" in desk.run("posted seal twitter https://e.org/1", code=2)
        assert "is not a post's address" in desk.run("posted seal twitter https://x.com/me", code=2)
        assert "No article has the uid or path no" in desk.run("posted no twitter https://x.com/m/status/1", code=2)
        desk.run("posted seal facebook https://www.facebook.com/me/posts/55")
        desk.tomorrow()
        assert "0 due now" in desk.run("publish")

    def test_running_post_is_not_retried(self, desk: Desk) -> None:
        last = desk.ledger.read_text().splitlines()[:2]
        desk.ledger.write_text("\n".join(last).replace("2026-11-22T", "2026-11-23T") + "\n")
        assert "may be being sent at this moment" in desk.run("ledger seal --retry --reason x", code=2)

    def test_one_repair_at_a_time(self, desk: Desk) -> None:
        assert "Give a UID and one of" in desk.run("ledger --forget --reason x", code=2)
        assert "Give a UID and one of" in desk.run("ledger seal --forget --retry --reason x", code=2)
