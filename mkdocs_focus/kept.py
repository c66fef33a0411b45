"""What is kept between runs in the cache folder, and what it depends on. Losing any of it costs time only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from zlib import crc32

import mkdocs_focus
from mkdocs_focus.settings import Settings


def fingerprint(settings: Settings) -> bytes:
    """What all results depend on: the settings, the site's own templates, and this very code with its tables.

    Files count by what they hold: a fresh install, as in CI, must not make the cache look out of date.
    """
    digest = blake2b(repr((mkdocs_focus.__version__, settings)).encode("utf-8", "surrogatepass"), digest_size=16)
    for folder in (os.path.dirname(mkdocs_focus.__file__), settings.templates):
        for file in sorted(_files(folder)) if folder else ():
            with suppress(OSError), open(file, "rb") as content:
                digest.update(b"\0%b\0" % os.fsencode(file.removeprefix(folder or "")))
                digest.update(content.read())
    return digest.digest()


Stamp = tuple[int, int] | None
"""Size and time of the last change of a file; None where there is no file."""


def stamp(file: str) -> Stamp:
    """What shows at a glance whether a file was changed, added or taken away."""
    try:
        found = os.stat(file)
    except (OSError, ValueError):  # a name that is too long for the file system, or holds a NUL
        return None
    return (found.st_size, found.st_mtime_ns) if S_ISREG(found.st_mode) else None


def _files(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (os.path.join(parent, name) for name in names)


def kept(file: Path) -> bytes:
    """What `keep` left in `file`; empty where there is nothing, or something else."""
    try:
        head, _, data = file.read_bytes().partition(b"\n")
        return data if head == b"%08x" % crc32(data) else b""
    except OSError:
        return b""


def keep(file: Path, *data: bytes) -> None:
    """Keep `data` in `file`, in one step: a second build at the same time sees the old or the new, never a half.

    Failing to write is no failure.
    """
    check = 0
    for part in data:
        check = crc32(part, check)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            with partial.open("wb") as out:
                out.write(b"%08x\n" % check)
                out.writelines(data)
            partial.replace(file)
        finally:
            partial.unlink(missing_ok=True)
