"""Reads what a build left for publishing: `share/index.json` in the folder `focus/`.

This file is all that publishing knows of a site. Nothing here imports the code that made it: the two are
joined by the format alone, whose number is checked.
"""

from __future__ import annotations

import datetime
import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.matching import mark, without_link

VERSION = 1
"""The format of `share/index.json` that this version reads."""


@dataclass(frozen=True)
class Post:
    """One text for one network, as the build wrote it. `variant` counts from 1."""

    network: str
    variant: int
    text: str
    link: str
    detail: str = ""

    @property
    def message(self) -> str:
        """The text without the link at its end, for networks that take the link apart."""
        return without_link(self.text, self.link)

    @property
    def mark(self) -> str:
        """The hash by which the ledger knows this text."""
        return mark(self.text, self.link)


@dataclass(frozen=True)
class Kit:
    """One article as publishing sees it. `image` is a path below `focus/`, a full address, or empty."""

    uid: str
    path: str
    url: str
    verdict: str
    draft: bool
    publishable: bool
    date: datetime.date | None
    image: str
    image_alt: str
    posts: tuple[Post, ...]


def read_kits(folder: Path) -> tuple[Kit, ...]:
    """Read the kits of a real build.

    Raises CannotRun where there are none, where `mkdocs serve` made them, and where a field is missing or
    wrong.
    """
    file = folder / "share" / "index.json"
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise CannotRun(f"{file} is missing. Run `mkdocs build` first, or name its folder with --focus.") from None
    except (OSError, ValueError) as error:
        raise CannotRun(f"{file} cannot be read: {error}. Run `mkdocs build` again.") from None
    if not isinstance(data, dict) or data.get("version") != VERSION:
        found = data.get("version") if isinstance(data, dict) else None
        raise CannotRun(
            f"{file} has format {found!r}, this version reads {VERSION}. "
            "Build the site with the same version of mkdocs-focus."
        )
    if data.get("publishable") is not True:
        raise CannotRun(
            f"{file} was made by `mkdocs serve`; its links lead to this computer. Run `mkdocs build` first."
        )
    kits = tuple(_kit(item, f"{file}: kits[{index}]") for index, item in enumerate(_list(data, "kits", str(file))))
    _refuse_shared_uids(kits, file)
    return kits


def find_kit(kits: Iterable[Kit], name: str) -> Kit:
    """The article with this uid or path. Raises CannotRun, with the nearest one."""
    by_name = {known: kit for kit in kits for known in (kit.path, kit.uid)}
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, by_name, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else "Each article's uid stands in focus/share/index.json."
    raise CannotRun(f"No article has the uid or path {name}. {hint}")


def _kit(data: Any, where: str) -> Kit:
    if not isinstance(data, dict):
        raise CannotRun(f"{where} is not a mapping. Run `mkdocs build` again.")
    posts = _list(data, "posts", where)
    return Kit(
        uid=_text(data, "uid", where),
        path=_text(data, "path", where),
        url=_text(data, "url", where),
        verdict=_text(data, "verdict", where),
        # Whatever is not plainly said to be public stays unpublished.
        draft=data.get("draft") is not False,
        publishable=data.get("publishable") is True,
        date=_date(data.get("date"), where),
        image=str(data.get("image") or ""),
        image_alt=str(data.get("image_alt") or ""),
        posts=tuple(_post(item, f"{where}.posts[{index}]") for index, item in enumerate(posts)),
    )


def _post(data: Any, where: str) -> Post:
    if not isinstance(data, dict):
        raise CannotRun(f"{where} is not a mapping. Run `mkdocs build` again.")
    variant = data.get("variant")
    if not isinstance(variant, int) or isinstance(variant, bool) or variant < 1:
        raise CannotRun(f"{where}.variant is {variant!r}, not a number from 1. Run `mkdocs build` again.")
    detail = data.get("detail")
    return Post(
        network=_text(data, "network", where),
        variant=variant,
        text=_text(data, "text", where),
        link=_text(data, "link", where),
        detail=str(detail.get("text") or "") if isinstance(detail, dict) else "",
    )


def _refuse_shared_uids(kits: tuple[Kit, ...], file: Path) -> None:
    """Two articles with one uid would be one article to the ledger: the second would never go out."""
    first: dict[str, str] = {}
    for kit in kits:
        if kit.uid in first:
            raise CannotRun(
                f"{file}: {first[kit.uid]} and {kit.path} have the same uid {kit.uid!r}. "
                "Give one of them a `share.uid` of its own."
            )
        first[kit.uid] = kit.path


def _text(data: dict[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CannotRun(f"{where}.{key} is {value!r}, not a text. Run `mkdocs build` again.")
    return value


def _list(data: dict[str, Any], key: str, where: str) -> list[Any]:
    value = data.get(key)
    if not isinstance(value, list):
        raise CannotRun(f"{where}.{key} is {value!r}, not a list. Run `mkdocs build` again.")
    return value


def _date(value: object, where: str) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise CannotRun(f"{where}.date is {value!r}, not a date like 2026-11-01.") from None
