"""The settings of a run, wherever they came from."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mkdocs_focus.finding import Severity

FailOn = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """How one rule is set."""

    severity: Severity | Literal["off"] | None = None
    """None: the rule's own."""
    options: Mapping[str, Any] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    """Glob patterns of the articles on which it stays silent, relative to the docs folder."""


@dataclass(frozen=True)
class Settings:
    """What the site's author chose; the defaults are those of a site that sets nothing."""

    articles: tuple[str, ...] = ()
    """Glob patterns of the pages that are articles, relative to the docs folder. Empty: the plugin decides."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter for articles that do not say it themselves."""
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    networks: tuple[str, ...] = ("twitter", "facebook")
    language: str = "en"
    site_name: str = ""
    site_url: str = ""
    templates: str | None = None
    """A folder with the site's own templates for posts, which go before ours."""


def matches(uri: str, pattern: str) -> bool:
    """Whether a path fits a glob: `*` stays within a folder, `**` does not; a bare folder takes all below it."""
    if not any(c in pattern for c in "*?["):
        return uri == pattern or uri.startswith(pattern.rstrip("/") + "/")
    return _glob(pattern.strip("/").split("/"), uri.split("/"))


def _glob(pattern: list[str], parts: list[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_glob(pattern[1:], parts[i:]) for i in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], pattern[0]) and _glob(pattern[1:], parts[1:])
