"""The one file in which anything about people is kept: ids and days, in a folder that git ignores, for 30
days.

No name, no text, no address: those are read anew each time, so that what somebody deletes is gone here too.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.people import Seen

FOLDER = Path(".mkdocs-focus")
VERSION = 1


class PeopleFile:
    """Reads and rewrites the file. What is too old leaves it whenever it is opened for writing."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self.file = folder / "people.json"

    def read(self, oldest: datetime.date) -> list[Seen]:
        """What is kept, without what is older than `oldest`."""
        try:
            data = json.loads(self.file.read_text("utf-8"))
            if data["version"] != VERSION:
                raise ValueError(f"format {data['version']}")
            seen = [_seen(row) for row in data["seen"]]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            raise CannotRun(f"{self.file} cannot be read ({error}). Delete it; it is only a memory.") from None
        return [one for one in seen if one.day >= oldest]

    def write(self, seen: Iterable[Seen]) -> None:
        """Keep exactly this. With nothing to keep the file goes away."""
        rows = sorted({(*_ids(one), one.day.isoformat()) for one in seen})
        if not rows:
            self.file.unlink(missing_ok=True)
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", "utf-8")
        fresh = self.file.with_suffix(".new")
        fresh.write_text(json.dumps({"version": VERSION, "seen": rows}, indent=0) + "\n", "utf-8")
        os.replace(fresh, self.file)

    def forget(self, person: str, oldest: datetime.date) -> int:
        """Delete what is kept of one person, or of all where `person` is `all`. Returns how many lines went."""
        kept = self.read(oldest)
        left = [] if person == "all" else [one for one in kept if one.person != person]
        self.write(left)
        return len(kept) - len(left)


def _seen(row: list[str]) -> Seen:
    network, person, response, uid, day = row
    return Seen(network, person, response, uid, datetime.date.fromisoformat(day))


def _ids(one: Seen) -> tuple[str, str, str, str]:
    return one.network, one.person, one.response, one.uid
