"""Where a ledger's text is kept: in a folder, or (see `branch.py`) on a git branch of its own.

A store can do two things: read, and add lines to exactly the text that was read. The second is a
compare-and-swap: it raises `Changed` where somebody else added first, and it returns only when the lines are
durable.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mkdocs_focus.publish.errors import CannotRun

FILE = "ledger.jsonl"
"""The ledger's name in its folder or on its branch."""


class Changed(Exception):
    """Somebody else added to the ledger after it was read. Read again."""


@dataclass(frozen=True)
class Snapshot:
    """The ledger's text, and the version by which the store will know whether it still is the text."""

    text: str
    version: str


class Store(Protocol):
    """Keeps a ledger's text."""

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        ...

    def read(self) -> Snapshot:
        """The text now; empty where there is no ledger yet."""
        ...

    def append(self, snapshot: Snapshot, lines: str) -> None:
        """Add lines to the text that was read, and make them durable. Raises Changed."""
        ...


class FolderStore:
    """A ledger in a folder, to be committed with the site's sources or kept on one computer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / FILE

    @property
    def place(self) -> str:
        """The file."""
        return str(self._file)

    def read(self) -> Snapshot:
        """The complete lines. A fragment at the end is a write that never ended, so nothing was sent for it."""
        if not self._file.exists():
            return Snapshot("", "0")
        try:
            with self._locked():
                whole = _whole_lines(self._file.read_bytes())
            return Snapshot(whole.decode("utf-8"), str(len(whole)))
        except (OSError, UnicodeDecodeError) as error:
            raise CannotRun(f"{self.place} cannot be read: {error}.") from None

    def append(self, snapshot: Snapshot, lines: str) -> None:
        """Add lines under the lock; they are on the disk when this returns."""
        try:
            self._append(snapshot, lines)
        except OSError as error:
            raise CannotRun(f"{self.place} cannot be written: {error}.") from None

    def _append(self, snapshot: Snapshot, lines: str) -> None:
        new = not self._folder.exists()
        self._folder.mkdir(parents=True, exist_ok=True)
        if new:
            # For a folder that is committed: two branches that both added lines merge, and the lock stays here.
            (self._folder / ".gitattributes").write_text(f"{FILE} merge=union\n", "utf-8")
            (self._folder / ".gitignore").write_text(".lock\n", "utf-8")
            _sync_folder(self._folder.parent)
        with self._locked():
            size = len(_whole_lines(self._file.read_bytes())) if self._file.exists() else 0
            if str(size) != snapshot.version:
                raise Changed
            with open(self._file, "ab") as out:
                out.truncate(size)
                out.write(lines.encode("utf-8"))
                out.flush()
                os.fsync(out.fileno())
            if size == 0:
                _sync_folder(self._folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        # A file of its own: the lock must outlive an editor's or git's replacing of the ledger. The system
        # lets go of the lock when the process ends, however it ends.
        with open(self._folder / ".lock", "ab") as handle:
            _lock(handle.fileno())
            yield


def _whole_lines(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable. Windows cannot open folders and needs no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
