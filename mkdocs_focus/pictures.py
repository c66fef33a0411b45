"""The picture that goes with an article's link: which one, where it lies, how large it is."""

from __future__ import annotations

import mimetypes
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote

from mkdocs_focus.kept import Stamp, stamp
from mkdocs_focus.rules.rule import Picture

LEAST = (600, 315)
"""The least width and height, in pixels, at which both networks show a picture large."""
_SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""What both networks show; no SVG."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where an article's pictures are looked up."""

    own: Path
    """The article's folder."""
    docs: Path | None
    """The docs folder, from which paths with a leading slash start."""
    looked: dict[str, Stamp] = field(default_factory=dict, compare=False)
    """Takes down where pictures were looked for, and what was there."""


def find_picture(stated: str | None, shown: Iterable[str], folders: Folders) -> Picture | None:
    """The picture of an article: the one that it states, else the first large one that it shows.

    An address on the web is taken as it is. None where there is neither; one that is stated and missing is told.
    """
    if stated:
        if _is_web(stated):
            return Picture(stated)
        file = locate(stated, folders)
        # Without a site nobody can say what a path means that is not there.
        return Picture(stated, file is not None or folders.docs is None, *(_size(file) if file else (0, 0)))
    for name in shown:
        if not name.lower().endswith(_SHOWN) or _SCHEME.match(name):
            continue
        file = locate(name, folders)
        if file and (size := _size(file)) >= LEAST and size[1] >= LEAST[1]:
            return Picture(name, True, *size)
    return None


def _is_web(name: str) -> bool:
    return name.lower().startswith(("http:", "https:"))


def locate(name: str, folders: Folders) -> Path | None:
    """The file that a path in an article means, looked up beside the article, then in the docs folder."""
    path = unquote(name.split("#")[0].split("?")[0])
    for folder in (None if path.startswith("/") else folders.own, folders.docs):
        if folder is None:
            continue
        file = os.path.normpath(os.path.join(folder, path.lstrip("/")))
        found = folders.looked[file] = stamp(file)
        if found and (real := Path(file).resolve()).is_relative_to((folders.docs or folder).resolve()):
            return real
    return None


def _size(file: Path) -> tuple[int, int]:
    import imagesize  # takes along an HTTP client, which few sites need to wait for

    try:
        width, height = imagesize.get(file)
    except (OSError, ValueError, IndexError):
        return 0, 0
    return max(int(width), 0), max(int(height), 0)


def media_type(name: str) -> str:
    """The media type of a picture by its name, or empty."""
    kind = mimetypes.guess_type(name.split("?")[0])[0] or ""
    return kind if kind.startswith("image/") else ""


def address(picture: Picture, folders: Folders, site_url: str, at: Callable[[str], str] = quote) -> str:
    """The address of a picture on the published site; empty where it is missing or the site's is not known.

    `at` gives for a path inside the docs folder the one inside the site, which plugins may have changed.
    """
    if _is_web(picture.path):
        return picture.path
    file = locate(picture.path, folders) if picture.exists else None
    if file is None or folders.docs is None or not site_url:
        return ""
    return site_url.rstrip("/") + "/" + at(file.relative_to(folders.docs.resolve()).as_posix())
