"""Credentials come from the environment only, and no text leaves this package with one in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, quote_plus

VARIABLES: dict[str, tuple[str, ...]] = {
    "twitter": (
        "TWITTER_API_KEY",
        "TWITTER_API_SECRET",
        "TWITTER_ACCESS_TOKEN",
        "TWITTER_ACCESS_TOKEN_SECRET",
    ),
    "facebook": ("FACEBOOK_PAGE_ID", "FACEBOOK_PAGE_TOKEN"),
}
"""What each network needs, in the order in which its class takes them."""

_OPEN = {"FACEBOOK_PAGE_ID"}
"""A page's number is no secret: it stands in the address of every post."""

_SHORTEST = 6
"""A shorter value is no credential of either network; masking it would only make holes in ordinary words."""

_IN_TEXT = (
    # user:password@ in an address, as in a git remote with a token
    re.compile(r"(?<=://)[^/\s@]+(?=@)"),
    # the parameters and headers that carry credentials, whoever's they are
    re.compile(
        r"(?i)(?<![a-z])((?:access_token|appsecret_proof|oauth_(?:token|signature|consumer_key))[\"']?\s*[=:]\s*[\"']?)"
        r"[^&\s\"',]+"
    ),
    re.compile(r"(?i)(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}"),
)


def missing(network: str, environment: Mapping[str, str]) -> list[str]:
    """The variables of this network that are not set."""
    return [name for name in VARIABLES[network] if not environment.get(name, "").strip()]


def no_credentials(networks: Iterable[str]) -> str:
    """What to set, where none of these networks can be used."""
    names = "; or ".join(", ".join(VARIABLES[network]) for network in networks)
    return f"No network has its credentials. Set {names} in the environment."


def credentials(network: str, environment: Mapping[str, str]) -> list[str]:
    """The values of this network's variables, in order. Call `missing` first."""
    return [environment[name].strip() for name in VARIABLES[network]]


class Mask:
    """Takes every known secret, as it is or written for a URL, and whatever looks like one, out of a text."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        names = {name for group in VARIABLES.values() for name in group} - _OPEN
        # GitHub's own token can stand in a remote's address and so in git's messages.
        names |= {"GITHUB_TOKEN", "GH_TOKEN"}
        values = {environment.get(name, "").strip() for name in names}
        written = {form for value in values if len(value) >= _SHORTEST for form in _forms(value)}
        # The longest first: one secret may begin another.
        self._known = sorted(written, key=len, reverse=True)

    def __call__(self, text: object) -> str:
        """The text with `***` for each secret."""
        clean = str(text)
        for value in self._known:
            clean = clean.replace(value, "***")
        clean = _IN_TEXT[0].sub("***", clean)
        for pattern in _IN_TEXT[1:]:
            clean = pattern.sub(r"\1***", clean)
        return clean


def _forms(value: str) -> Iterable[str]:
    return {value, quote(value, safe=""), quote_plus(value), repr(value)[1:-1]}
