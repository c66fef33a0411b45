"""What can go wrong with one request, and in which order it does.

The name says whether the network took the request: `before_…` it did not, `after_…` it did.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .server import Answer

KINDS = (
    "before_drop",  # the connection breaks and nothing was taken
    "after_drop",  # it was taken; the answer never comes
    "after_slow",  # it was taken; the answer comes late
    "before_500",
    "after_503",
    "after_malformed",  # taken, answered with something that is no JSON
    "after_wrong_json",  # taken, answered with JSON of another shape
    "limit",  # too many requests, with the time when that ends
    "limit_no_time",
    "unauthorized",
    "payment",
    "duplicate",  # the network says that it has this text, and may be wrong
    "transient",  # Facebook's code 2
    "timeout",  # taken; the answer takes longer than the client waits
)


class Drop(Exception):
    """Break the connection now."""


class Fault:
    def __init__(self, kind: str, seconds: float | None = None) -> None:
        # The clients of these tests wait half a second at most.
        self.kind, self.seconds = kind, seconds or (0.7 if kind == "timeout" else 0.1)

    def before(self, network: Any) -> Any:
        """An answer in place of the network's own, which then took nothing; None where it shall take it."""
        if self.kind == "before_drop":
            raise Drop
        return network.fault(self.kind)

    def after(self, answer: Answer) -> Any:
        """What becomes of the network's answer."""
        from .server import Answer

        if answer.status >= 400:
            return answer
        if self.kind == "after_drop":
            raise Drop
        if self.kind in ("after_slow", "timeout"):
            time.sleep(self.seconds)
        if self.kind == "after_503":
            return Answer(503, "Over capacity")
        if self.kind == "after_malformed":
            return Answer(200, '{"data": {"id": "17')
        if self.kind == "after_wrong_json":
            return Answer(200, ["what", "is", "this"])
        return answer


class Faults:
    """A row of faults, one for each writing request; None where it goes well, and after the last."""

    def __init__(self, kinds: list[str | None] | None = None) -> None:
        self._row: list[Fault | None] = [Fault(kind) if kind else None for kind in kinds or []]
        self.happened: Counter[str] = Counter()

    def add(self, *kinds: str | None, seconds: float | None = None) -> None:
        self._row += [Fault(kind, seconds) if kind else None for kind in kinds]

    def end(self) -> None:
        """From now on all goes well."""
        self._row.clear()

    def next(self) -> Fault | None:
        fault = self._row.pop(0) if self._row else None
        if fault:
            self.happened[fault.kind] += 1
        return fault
