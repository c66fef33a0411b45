"""What the ledger's lines say: events, the entries that they are about, and all of them at one moment. Pure."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, Post
from mkdocs_focus.publish.matching import address
from mkdocs_focus.publish.states import BLOCKING, Key, State

VERSION = 1
"""The format that this version reads and writes."""


_TYPES = {"variant": int, "again": bool}
"""The fields of a line that are no texts."""


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
        return [entry for key, entry in self.entries.items() if key.uid == uid and network in ("", key.network)]

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


def header(since: datetime.date) -> str:
    """The first line of a new ledger."""
    return json.dumps({"ledger": "mkdocs-focus", "version": VERSION, "since": since.isoformat()}) + "\n"


def parse(text: str, place: str) -> View:
    """The ledger's text as a view. Raises CannotRun at the first line that is not understood.

    A line that cannot be read might be an intent; passing over it could post twice.
    """
    if not text:
        return View()
    # Not splitlines(): that would also break at the line separators that a post's own text may hold.
    lines = text.removesuffix("\n").split("\n")
    first = _object(lines[0], place, 1)
    if first.get("ledger") != "mkdocs-focus" or first.get("version") != VERSION:
        raise CannotRun(f"{place}, line 1: not a ledger of format {VERSION}. Use the version that wrote it.")
    entries: dict[Key, list[Event]] = {}
    for number, line in enumerate(lines[1:], start=2):
        event = _parse_event(_object(line, place, number), place, number)
        entries.setdefault(event.key, []).append(event)
    since = datetime.date.fromisoformat(str(first["since"])) if first.get("since") else None
    return View(since, {key: Entry(key, tuple(events)) for key, events in entries.items()})


def _parse_event(data: dict[str, Any], place: str, number: int) -> Event:
    try:
        event = Event(**data)
        _ = event.time
        wrong = [name for name, value in data.items() if type(value) is not _TYPES.get(name, str)]
        if wrong:
            raise ValueError(f"{wrong[0]} is {data[wrong[0]]!r}")
    except (TypeError, ValueError) as error:
        raise CannotRun(f"{place}, line {number}: not a line of a ledger ({error}). Restore it from git.") from None
    if event.state not in get_args(State):
        raise CannotRun(f"{place}, line {number}: unknown state {event.state!r}. Use the version that wrote it.")
    return event


def _object(line: str, place: str, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise CannotRun(f"{place}, line {number}: cannot be read ({error}). Restore it from git.") from None
    if not isinstance(data, dict):
        raise CannotRun(f"{place}, line {number}: not a line of a ledger. Restore it from git.")
    return data
