"""Fills the posts' templates: the site's own where it has them, else ours. Templates run in Jinja's sandbox."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mkdocs_focus.share.kit import Network

_EMPTY_LINES = re.compile(r"\n{3,}")


@lru_cache(maxsize=16)
def _template(network: Network, folder: str | None) -> Template:
    ours = PackageLoader("mkdocs_focus.share", "templates")
    loader = ChoiceLoader([FileSystemLoader(folder), ours]) if folder else ours
    environment = ImmutableSandboxedEnvironment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=False)
    return environment.get_template(f"{network}.txt.j2")


def render(
    network: Network,
    folder: str | None,
    *,
    text: str,
    topic: str = "",
    title: str = "",
    audience: str = "",
    link: str = "",
    hashtags: tuple[str, ...] = (),
) -> str:
    """A post's text. What the template leaves at its ends and in empty lines beyond one is taken away."""
    filled = _template(network, folder).render(
        text=text, topic=topic, title=title, audience=audience, link=link, hashtags=hashtags
    )
    return _EMPTY_LINES.sub("\n\n", filled).strip()
