"""The settings of a run, wherever they came from."""

from __future__ import annotations

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
