"""The ledger: what was posted, what may have been, and what never will be.

One text file, one JSON object a line, only ever added to. Its first line says when the ledger began; every
other line is an event of one entry: one article on one network in one variant.

The rule that everything hangs on: a post is sent only by the run whose `intent` line was added first. Adding
is a compare-and-swap (see `stores.py`), so two runs cannot both add it. What happens after the intent can
only be recorded, never undone: an intent whose outcome nobody knows becomes `unknown`, and stays so until
the post is found or the author decides.
"""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_focus.publish.entries import Event, View, header, parse
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.states import EVERY, Key, State
from mkdocs_focus.publish.stores import Changed, Store

_TRIES = 12
"""How often adding is tried while other runs keep adding first."""


class Ledger:
    """Reads the ledger and adds to it.

    `run` names this run in every line that it adds; `since` is the day on which a new ledger begins; `mask`
    takes secrets out of reasons, which may quote what a network or git said.
    """

    def __init__(
        self,
        store: Store,
        run: str,
        since: datetime.date,
        now: Callable[[], datetime.datetime],
        mask: Callable[[object], str] = str,
    ) -> None:
        self._store, self._run, self._since, self._now, self._mask = store, run, since, now, mask

    @property
    def place(self) -> str:
        """Where the ledger is, for a person."""
        return self._store.place

    def view(self) -> View:
        """The ledger as it is now."""
        return parse(self._store.read().text, self._store.place)

    def claim(self, key: Key, post: Post, kit: Kit, refusal: Callable[[View], str | None]) -> str | None:
        """Add the intent to post; None where it is this run's now, else why not.

        `refusal` judges the ledger as it is at the moment of adding, so that two runs cannot both find the
        day's last place free.
        """
        reason: list[str | None] = [None]
        # The ledger shows what goes out as a person would read it; the hash beside it is what is compared.
        intent = self._event("intent", key, url=kit.url, path=kit.path, mark=post.mark, text=post.text)

        def add(view: View) -> Sequence[Event]:
            reason[0] = refusal(view)
            return () if reason[0] else (intent,)

        self._add(add)
        return reason[0]

    def record(self, state: State, key: Key, **fields: Any) -> None:
        """Add what became of an entry."""
        event = self._event(state, key, **fields)
        self._add(lambda _view: (event,))

    def record_unless(self, skip: Callable[[View], bool], state: State, key: Key, **fields: Any) -> bool:
        """Add an event unless `skip` says, of the ledger at that moment, that it is too late for it."""
        event = self._event(state, key, **fields)
        return self._add(lambda view: () if skip(view) else (event,))

    def skip(self, kits: Iterable[Kit], why: str) -> None:
        """Mark whole articles as never to be posted, with one line each."""
        events = [self._event("skipped", Key(kit.uid, EVERY, 0), url=kit.url, path=kit.path, why=why) for kit in kits]
        self._add(lambda view: [event for event in events if not view.of(event.uid)])

    def _event(self, state: State, key: Key, **fields: Any) -> Event:
        at = self._now().astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds")
        event = Event(at.replace("+00:00", "Z"), state, key.uid, key.network, key.variant, run=self._run)
        event = replace(event, **fields)
        return replace(event, why=self._mask(event.why))

    def _add(self, make: Callable[[View], Sequence[Event]]) -> bool:
        for attempt in range(_TRIES):
            snapshot = self._store.read()
            events = make(parse(snapshot.text, self._store.place))
            if not events:
                return False
            lines = "".join(event.line() for event in events)
            try:
                self._store.append(snapshot, lines if snapshot.text else header(self._since) + lines)
                return True
            except Changed:
                time.sleep(random.uniform(0, 0.05 * 2 ** min(attempt, 5)))
        raise CannotRun(f"{self._store.place}: other runs kept adding to the ledger. Let them end, then run again.")
