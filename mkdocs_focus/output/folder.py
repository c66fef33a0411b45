"""The `focus/` folder that a build leaves beside the site: what it holds, and how it is kept up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs_focus.review.review import Review
from mkdocs_focus.share.kit import NETWORKS

MANIFEST = "share/index.json"


def kit_files(reviews: Iterable[Review]) -> dict[str, str]:
    """`share/<uid>/twitter.txt` and `facebook.txt`: the posts as they will stand there, variants parted by `---`."""
    files: dict[str, str] = {}
    for review in reviews:
        for network in NETWORKS:
            texts = [post.text for post in review.kit.posts if post.network == network]
            if texts:
                files[f"share/{folder_name(review.uid)}/{network}.txt"] = "\n\n---\n\n".join(texts) + "\n"
    return files


def folder_name(uid: str) -> str:
    """A uid as a path that every file system takes and that cannot leave the folder."""
    parts = [re.sub(r'[\x00-\x1f<>:"\\|?*]', "-", part).strip(". ")[:100] for part in uid.split("/")]
    return "/".join(part for part in parts if part) or "article"


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def to_file(document: Mapping[str, Any], depth: int) -> bytes:
    """A document as a file of JSON that reads well in a diff: below `depth` levels what is left stands in a line.

    A list may be a `map`, whose items are never all there at once. Nor is all of the text: a single sign outside of
    the basic plane would make it four times as large as the file.
    """
    return b"".join([part.encode("utf-8", "replace") for part in _parts(document, depth)])


def _parts(document: Mapping[str, Any], depth: int) -> Iterator[str]:
    for number, (key, value) in enumerate(document.items()):
        yield f"{',' if number else '{'}\n  {_encode(key)}: "
        if isinstance(value, map):
            count = 0
            for count, item in enumerate(value, 1):
                yield f"{',' if count > 1 else '['}\n    {_lines(item, depth - 2, 2)}"
            yield "\n  ]" if count else "[]"
        else:
            yield _lines(value, depth - 1, 1)
    yield "\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def _lines(value: Any, depth: int, indent: int) -> str:
    # Written many times as fast as by Python's own encoder, which does not use its C code where it indents.
    kind = type(value)
    if kind is int:
        return str(value)
    if depth == 0 or not value or kind not in (dict, list):
        return _encode(value)
    inner = "\n" + "  " * (indent + 1)
    items = (
        [f"{_encode(key)}: {_lines(item, depth - 1, indent + 1)}" for key, item in value.items()]
        if kind is dict
        else [_lines(item, depth - 1, indent + 1) for item in value]
    )
    begin, end = "{}" if kind is dict else "[]"
    return f"{begin}{inner}{f',{inner}'.join(items)}\n{'  ' * indent}{end}"


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `folder` hold these files. Untouched: files that are the same, and files that are not the plugin's.

    What the plugin wrote before and no longer wants is found by the manifest, `share/index.json`.
    """
    for name in _written_before(folder) - files.keys():
        with suppress(OSError):
            (folder / name).unlink()
            (folder / name).parent.rmdir()  # only where nothing else is left in it
    for name, content in files.items():
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        file = folder / name
        with suppress(OSError):
            if file.read_bytes() == data:
                continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _written_before(folder: Path) -> set[str]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        return {
            f"share/{folder_name(str(kit['uid']))}/{name}"
            for kit in manifest["kits"]
            for name in ("twitter.txt", "facebook.txt", "card.png")
        }
    except (OSError, ValueError, KeyError, TypeError):
        return set()
