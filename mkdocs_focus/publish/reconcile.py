"""Finds out what became of posts whose outcome nobody wrote down.

A run that was killed leaves an `intent`; a lost answer leaves an `unknown`. The account's own timeline may
know. Found there, the post is adopted; not found, nothing is sent: the author decides.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs_focus.publish.entries import Entry, View
from mkdocs_focus.publish.kits import Post
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.networks import CannotRead, Network, Posted
from mkdocs_focus.publish.states import State

SETTLE = datetime.timedelta(minutes=10)
"""How long an intent is left to the run that wrote it. Longer than any request takes, and than a timeline
needs to show a new post."""

_LOOK_AGAIN = datetime.timedelta(days=3)
"""How long an unknown post is looked for again by each run."""

_CLOCKS = datetime.timedelta(minutes=5)
"""How far this computer's clock may be ahead of the network's."""


@dataclass(frozen=True)
class Reconciled:
    """An open entry as it was, the state in which it is now, and why, for a person."""

    entry: Entry
    state: State
    told: str

    @property
    def good(self) -> bool:
        """Whether this is no news that the author has to act on."""
        return self.state == "posted" or self.state == self.entry.state == "unknown"


def reconcile(
    ledger: Ledger,
    networks: Mapping[str, Network],
    now: datetime.datetime,
    settle: datetime.timedelta = SETTLE,
) -> list[Reconciled]:
    """Look for every open entry, and record what is found."""
    told = []
    for entry in open_entries(ledger.view(), now, settle):
        network = networks.get(entry.key.network)
        if network is None:
            why = f"cannot be looked for without the credentials of {entry.key.network}"
            told.append(Reconciled(entry, entry.state, why))
            continue
        try:
            found = look_for(ledger, network, entry)
        except CannotRead as error:
            told.append(Reconciled(entry, entry.state, str(error)))
            continue
        if found:
            told.append(Reconciled(entry, "posted", f"found in the timeline: {found.link}"))
            continue
        why = f"not in the timeline of {network.name}"
        # Only over an open intent: the run that wrote it may have recorded the outcome in the meantime.
        recorded = ledger.record_unless(_closed(entry), "unknown", entry.key, url=entry.intent.url, why=why)
        if recorded or entry.state == "unknown":
            told.append(Reconciled(entry, "unknown", f"{why}; decide with: mkdocs-focus ledger {entry.key.uid}"))
    return told


def open_entries(view: View, now: datetime.datetime, settle: datetime.timedelta = SETTLE) -> list[Entry]:
    """The intents that their run has left behind, and the unknown posts that may still turn up."""

    def left(entry: Entry) -> bool:
        age = now - entry.intent.time
        return (entry.state == "intent" and age >= settle) or (entry.state == "unknown" and age <= _LOOK_AGAIN)

    return [entry for entry in view.entries.values() if left(entry)]


def look_for(ledger: Ledger, network: Network, entry: Entry, anywhere: bool = False) -> Posted | None:
    """Look for one entry in the account's timeline, and record it where it is there. Raises CannotRead.

    `anywhere`: also among posts older than the intent, as when the network itself says that it has the text.
    """
    intent = entry.intent
    post = Post(entry.key.network, entry.key.variant, intent.text, _link_of(intent.text))
    found = network.find(post, None if anywhere else intent.time - _CLOCKS)
    if found:
        facts = {"url": intent.url, "mark": intent.mark, "id": found.id, "link": found.link}
        ledger.record("posted", entry.key, **facts, why="found in the timeline")
    return found


def _closed(entry: Entry) -> Callable[[View], bool]:
    def judge(view: View) -> bool:
        now = view.entry(entry.key)
        return now is None or now.state != "intent"

    return judge


def _link_of(text: str) -> str:
    """The link at the end of a text as it was sent."""
    last = text.split()[-1] if text.split() else ""
    return last if last.startswith(("http://", "https://")) else ""
