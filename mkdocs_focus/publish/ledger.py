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
import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, get_args

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.matching import address
from mkdocs_focus.publish.states import BLOCKING, EVERY, Key, State
from mkdocs_focus.publish.stores import Changed, Store

VERSION = 1
_TRIES = 12
"""How often adding is tried while other runs keep adding first."""


@dataclass(frozen=True)
class Event:
    """One line of the ledger. Empty fields are not written.

    `at` is UTC; `mark` the text's hash; `id` and `link` the network's own; `why` a reason for a person to
    read; `again` on a `failed` line: the outcome is known and a later run may try once more.
    """

    at: str
    state: State
    uid: str
    network: str
    variant: int
    run: str = ""
    url: str = ""
    path: str = ""
    mark: str = ""
    text: str = ""
    id: str = ""
    link: str = ""
    why: str = ""
    again: bool = False

    @property
    def key(self) -> Key:
        """The entry that this line belongs to."""
        return Key(self.uid, self.network, self.variant)

    @property
    def time(self) -> datetime.datetime:
        """When, with its time zone."""
        return datetime.datetime.fromisoformat(self.at.replace("Z", "+00:00"))

    def line(self) -> str:
        """This event as it stands in the file."""
        filled = {name: value for name, value in asdict(self).items() if value}
        filled.setdefault("variant", self.variant)
        return json.dumps(filled, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class Entry:
    """One article on one network in one variant, with all that happened to it, oldest first."""

    key: Key
    events: tuple[Event, ...]

    @property
    def last(self) -> Event:
        """The event that counts: `posted` outlives whatever a slower run adds after it; else the newest."""
        for event in reversed(self.events):
            if event.state == "forgotten":
                break
            if event.state == "posted":
                return event
        return self.events[-1]

    @property
    def state(self) -> State:
        """Where this entry stands."""
        return self.last.state

    @property
    def intent(self) -> Event:
        """The newest intent: what was sent, by which run; the last event where the entry never had one."""
        return next((event for event in reversed(self.events) if event.state == "intent"), self.last)

    @property
    def blocks(self) -> bool:
        """Whether this entry must not be posted."""
        return self.state in BLOCKING or (self.state == "failed" and not self.last.again)


@dataclass(frozen=True)
class View:
    """The ledger at one moment. `since` is the day on which it began; None while it is empty."""

    since: datetime.date | None = None
    entries: dict[Key, Entry] = field(default_factory=dict)

    def entry(self, key: Key) -> Entry | None:
        """This entry, if the ledger knows it."""
        return self.entries.get(key)

    def of(self, uid: str, network: str = "") -> list[Entry]:
        """The entries of one article, on one network or on all."""
        return [
            entry for key, entry in self.entries.items() if key.uid == uid and network in ("", key.network)
        ]

    def identity(self, kit: Kit) -> str:
        """The uid under which the ledger knows this article.

        Its own; or, where the file was renamed and the uid came from its path, the uid of the entry that
        went out with the same address.
        """
        if self.of(kit.uid):
            return kit.uid
        here = address(kit.url)
        for entry in self.entries.values():
            if entry.intent.url and entry.state != "forgotten" and address(entry.intent.url) == here:
                return entry.key.uid
        return kit.uid

    def same_text(self, post: Post) -> Entry | None:
        """An entry on the same network that went out, or may have, with the same words."""
        for entry in self.entries.values():
            if entry.key.network == post.network and entry.blocks and entry.intent.mark == post.mark:
                return entry
        return None


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
        events = [
            self._event("skipped", Key(kit.uid, EVERY, 0), url=kit.url, path=kit.path, why=why)
            for kit in kits
        ]
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
                self._store.append(snapshot, lines if snapshot.text else self._header() + lines)
                return True
            except Changed:
                time.sleep(random.uniform(0, 0.05 * 2 ** min(attempt, 5)))
        raise CannotRun(
            f"{self._store.place}: other runs kept adding to the ledger. Let them end, then run again."
        )

    def _header(self) -> str:
        return (
            json.dumps({"ledger": "mkdocs-focus", "version": VERSION, "since": self._since.isoformat()})
            + "\n"
        )


def parse(text: str, place: str) -> View:
    """The ledger's text as a view. Raises CannotRun at the first line that is not understood.

    A line that cannot be read might be an intent; passing over it could post twice.
    """
    if not text:
        return View()
    # Not splitlines(): that would also break at the line separators that a post's own text may hold.
    lines = text.removesuffix("\n").split("\n")
    header = _object(lines[0], place, 1)
    if header.get("ledger") != "mkdocs-focus" or header.get("version") != VERSION:
        raise CannotRun(f"{place}, line 1: not a ledger of format {VERSION}. Use the version that wrote it.")
    entries: dict[Key, list[Event]] = {}
    for number, line in enumerate(lines[1:], start=2):
        event = _parse_event(_object(line, place, number), place, number)
        entries.setdefault(event.key, []).append(event)
    since = datetime.date.fromisoformat(str(header["since"])) if header.get("since") else None
    return View(since, {key: Entry(key, tuple(events)) for key, events in entries.items()})


def _parse_event(data: dict[str, Any], place: str, number: int) -> Event:
    try:
        event = Event(**data)
        _ = event.time
    except (TypeError, ValueError) as error:
        raise CannotRun(
            f"{place}, line {number}: not a line of a ledger ({error}). Restore it from git."
        ) from None
    if event.state not in get_args(State):
        raise CannotRun(
            f"{place}, line {number}: unknown state {event.state!r}. Use the version that wrote it."
        )
    return event


def _object(line: str, place: str, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise CannotRun(f"{place}, line {number}: cannot be read ({error}). Restore it from git.") from None
    if not isinstance(data, dict):
        raise CannotRun(f"{place}, line {number}: not a line of a ledger. Restore it from git.")
    return data
