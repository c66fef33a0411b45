"""Reviews kept from build to build, so that an article that did not change is not judged again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import mkdocs_focus
from mkdocs_focus.review.record import read, write
from mkdocs_focus.review.review import Review
from mkdocs_focus.settings import Settings


def fingerprint(settings: Settings) -> bytes:
    """What all reviews of a run depend on: the settings and this very version of the code and its tables."""
    package = Path(mkdocs_focus.__file__).parent
    code = sorted((str(f), f.stat().st_mtime_ns) for f in package.rglob("*") if f.is_file() and f.suffix != ".pyc")
    return blake2b(repr((mkdocs_focus.__version__, settings, code)).encode(), digest_size=16).digest()


def content_key(base: bytes, text: str, *facts: Any) -> str:
    """The key of one article's review: its source and everything else that went into it."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), key=base, digest_size=16)
    digest.update(repr(facts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


class Cache:
    """The reviews of one site, in one JSON file. Losing it costs time only: what cannot be read counts as empty."""

    def __init__(self, file: Path | None) -> None:
        """Read `file`, if it is there; None keeps nothing."""
        self._file = file
        self._old: Mapping[str, Any] = {}
        self._new: dict[str, Any] = {}
        if file is not None:
            with suppress(OSError, ValueError):
                found = json.loads(file.read_bytes())
                self._old = found if isinstance(found, dict) else {}

    def get(self, key: str) -> Review | None:
        """The review kept under `key`, or None."""
        plain = self._old.get(key)
        if plain is None:
            return None
        try:
            review: Review = read(Review, plain)
        except (TypeError, ValueError):
            return None
        self._new[key] = plain
        return review

    def put(self, key: str, review: Review) -> None:
        """Keep a review."""
        self._new[key] = write(review)

    def save(self) -> None:
        """Write what was asked for or put since reading; the rest is out of date. Failing to write is no failure."""
        if self._file is None or self._new.keys() == self._old.keys():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial = self._file.with_suffix(".part")
            partial.write_text(json.dumps(self._new, separators=(",", ":")), encoding="utf-8", errors="surrogatepass")
            partial.replace(self._file)
        self._old, self._new = self._new, {}
