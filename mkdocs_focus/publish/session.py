"""The HTTP session that both networks send through: it never repeats a request and never waits for ever."""

from __future__ import annotations

from typing import Any

import requests
from urllib3.exceptions import NewConnectionError

TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and seconds between two pieces of the answer."""


class Session(requests.Session):
    """A session that sends every request once, to `base` in place of `home`.

    tweepy has no time-out and its address is fixed; this is where it gets both.
    """

    def __init__(self, home: str = "", base: str = "") -> None:
        super().__init__()
        self._home, self._base = home, base.rstrip("/")

    def request(self, method: str | bytes, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        """As requests does it, with the time-out and without following redirects: they would send a post again."""
        address = url.decode() if isinstance(url, bytes) else url
        if self._base and address.startswith(self._home):
            address = self._base + address[len(self._home) :]
        # Always a new connection. The other side may just be closing a kept one: a post sent into that would be lost,
        # or not, and nobody would know.
        self.close()
        kwargs.setdefault("timeout", TIMEOUT)
        kwargs["allow_redirects"] = False
        return super().request(method, address, *args, **kwargs)


def never_sent(error: requests.RequestException) -> bool:
    """Whether the connection failed before anything could be sent through it."""
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", cause), NewConnectionError)
