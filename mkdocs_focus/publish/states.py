"""The states of an entry of the ledger, and the key that names it."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["intent", "posted", "skipped", "unknown", "failed", "forgotten"]
"""What one line of the ledger says.

intent     this text is about to be sent; written before it is
posted     it is on the network, with its id
skipped    it will not be posted
unknown    it was sent, and nobody knows whether the network took it
failed     the network refused it: it is not there
forgotten  the author took the entry back; it counts as never having been (the lines before it stay readable)
"""

BLOCKING: frozenset[State] = frozenset({"intent", "posted", "skipped", "unknown"})
"""While an entry is in one of these states it is not posted."""

EVERY = "all"
"""In place of a network: the line is about the whole article."""


class Key(NamedTuple):
    """Names an entry: one article on one network in one variant."""

    uid: str
    network: str
    variant: int

    def __str__(self) -> str:
        if self.network == EVERY:
            return self.uid
        return f"{self.uid} {self.network} {self.variant}"
