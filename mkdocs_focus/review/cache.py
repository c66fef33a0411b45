"""Reviews kept from build to build, so that an article that did not change is not judged again."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_focus.kept import keep, kept
from mkdocs_focus.review.record import read, write
from mkdocs_focus.review.review import Review


class Cache:
    """The reviews of one site, in one file: a line for each, its key and its JSON, decoded when asked for.

    Losing it costs time only: what cannot be read counts as empty.
    """

    def __init__(self, file: Path | None) -> None:
        """Read `file`, if it is there; None keeps nothing."""
        self._file = file
        self._new: dict[bytes, bytes] = {}
        data = kept(file) if file is not None else b""
        self._old = dict(line.split(b" ", 1) for line in data.splitlines() if b" " in line)

    def get(self, key: bytes) -> Review | None:
        """The review kept under `key`, or None."""
        line = self._old.get(key)
        if line is None:
            return None
        try:
            review: Review = read(Review, json.loads(line))
        except (TypeError, ValueError):
            return None
        self._new[key] = line
        return review

    def put(self, key: bytes, review: Review) -> None:
        """Keep a review."""
        if self._file is not None:
            self._new[key] = _encode(write(review)).encode()

    def save(self) -> None:
        """Write what was asked for or put since reading; the rest is out of date. Failing to write is no failure."""
        if self._file is not None and self._new.keys() != self._old.keys():
            keep(self._file, *(part for key, line in self._new.items() for part in (key, b" ", line, b"\n")))
        self._old, self._new = {}, {}


# In ASCII, so that no text can hold what ends a line.
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
