"""Sends the due posts, each at most once.

For every post: the page is live; the intent is added to the ledger and durable; the post is sent once; what
came of it is recorded. Killed between any two of these steps, the next run finds the intent and asks the
network.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.networks import (
    CannotRead,
    Duplicate,
    Later,
    Network,
    Outcome,
    Picture,
    Posted,
    Refused,
    Stopped,
    Unclear,
    price,
)
from mkdocs_focus.publish.reconcile import look_for
from mkdocs_focus.publish.schedule import Pace, Planned, refusal

_FRESH = 60.0
"""Seconds after which an intent is too old to send on: the computer slept, and another run may have judged it."""

_SHOWS_UP = 2.0
"""Seconds that a network is given to show a post whose answer was lost."""


@dataclass(frozen=True)
class Sent:
    """What became of one planned post; `told` says it to a person.

    `held`: not sent and not in the ledger. `good`: nothing that the author has to act on.
    """

    planned: Planned
    state: Literal["posted", "failed", "unknown", "held"]
    told: str
    good: bool = False


@dataclass
class Publisher:
    """One run.

    `not_live` says of a page why it is not ready; `say` is told each step; `wait` is the budget in seconds for all
    waiting on rate limits.
    """

    ledger: Ledger
    networks: Mapping[str, Network]
    pace: Pace
    today: datetime.date
    folder: Path
    not_live: Callable[[str], str | None]
    max_cost: Decimal | None = None
    wait: float = 900.0
    pictures: bool = False
    say: Callable[[str], None] = print
    spent: Decimal = Decimal(0)
    _stopped: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, str | None] = field(default_factory=dict)

    def run(self, due: list[Planned]) -> list[Sent]:
        """Send these posts, in this order."""
        done = []
        for number, one in enumerate(due, start=1):
            sent = self._one(one)
            self.say(f"[{number}/{len(due)}] {one.key}: {sent.state}, {sent.told}")
            done.append(sent)
        return done

    def _one(self, one: Planned) -> Sent:
        held = self._held(one)
        if held:
            return held
        while True:
            begun = time.time()
            taken = self.ledger.claim(one.key, one.post, one.kit, self._refusal(one))
            if taken:
                return Sent(one, "held", taken, good=True)
            picture = self._picture(one.kit)
            if time.time() - begun > _FRESH:
                outcome: Outcome = Refused("this computer slept before the post was sent", again=True)
            else:
                outcome = self.networks[one.post.network].send(one.post, picture)
            sent = self._recorded(one, outcome)
            if not isinstance(outcome, Later) or not self._waited(one, outcome):
                return sent

    def _held(self, one: Planned) -> Sent | None:
        """Why this post is not even tried in this run."""
        if one.post.network in self._stopped:
            return Sent(one, "held", f"not tried: {self._stopped[one.post.network]}")
        if self.max_cost is not None and self.spent + price(one.post) > self.max_cost:
            return Sent(one, "held", f"--max-cost: it would pass ${self.max_cost}", good=True)
        if one.post.link not in self._pages:
            self._pages[one.post.link] = self.not_live(one.post.link)
        why = self._pages[one.post.link]
        return Sent(one, "held", why) if why else None

    def _refusal(self, one: Planned) -> Callable[..., str | None]:
        return lambda view: refusal(one, view, self.today, self.pace)

    def _picture(self, kit: Kit) -> Picture | None:
        if not self.pictures or not kit.image or "://" in kit.image:
            return None
        file = (self.folder / kit.image).resolve()
        if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
            return None
        return Picture(file.read_bytes(), kit.image_alt)

    def _recorded(self, one: Planned, outcome: Outcome) -> Sent:
        """Write down what became of a post, and say it."""
        match outcome:
            case Posted(id, link):
                self.spent += price(one.post)
                return self._kept(one, "posted", link, id=id, link=link)
            case Refused(why, again):
                return self._kept(one, "failed", why, why=why, again=again)
            case Stopped(why):
                self._stopped[one.post.network] = why
                return self._kept(one, "failed", why, why=why, again=True)
            case Later(_, why):
                return self._kept(one, "failed", why, why=why, again=True)
            case Duplicate(why) | Unclear(why):
                # Priced as if it were there: a budget that is passed by a lost answer is passed all the same.
                self.spent += price(one.post)
                return self._looked_for(one, why, anywhere=isinstance(outcome, Duplicate))

    def _looked_for(self, one: Planned, why: str, anywhere: bool) -> Sent:
        """Unclear: look once for the post, then leave it to the author."""
        self.say(f"  {one.key}: {why}; looking in the timeline")
        time.sleep(_SHOWS_UP)
        try:
            entry = self.ledger.view().entries[one.key]
            found = look_for(self.ledger, self.networks[one.post.network], entry, anywhere)
        except (CannotRead, CannotRun) as error:
            return self._kept(one, "unknown", f"{why}; {error}", why=why)
        if found:
            return Sent(one, "posted", f"{why}; found in the timeline: {found.link}", good=True)
        told = f"{why}; not in the timeline; decide with: mkdocs-focus ledger {one.key.uid}"
        return self._kept(one, "unknown", told, why=why)

    def _kept(self, one: Planned, state: Literal["posted", "failed", "unknown"], told: str, **fields: Any) -> Sent:
        try:
            self.ledger.record(state, one.key, url=one.kit.url, mark=one.post.mark, **fields)
        except CannotRun as error:
            # The intent stands, so no run will send it again. Only the outcome would be lost: say it here.
            return Sent(one, "unknown", f"{state}, {told}; but that could not be recorded: {error}")
        return Sent(one, state, told, good=state == "posted")

    def _waited(self, one: Planned, later: Later) -> bool:
        """Wait until the network takes posts again, if the budget allows it."""
        pause = max(0.0, later.at - time.time()) + 1
        if pause > self.wait:
            self._stopped[one.post.network] = f"{later.why} for {round(pause / 60)} minutes more"
            return False
        self.wait -= pause
        self.say(f"  {later.why}; waiting {round(pause)} seconds")
        time.sleep(pause)
        return True
