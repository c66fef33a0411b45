"""A Facebook page, by the Graph API.

The token travels in a header, never in an address: addresses end up in logs and in exceptions.
"""

from __future__ import annotations

import datetime
import json
import time
from collections.abc import Sequence
from typing import Any

import requests

from mkdocs_focus.publish.kits import Post
from mkdocs_focus.publish.matching import address, plain
from mkdocs_focus.publish.networks import (
    CannotRead,
    Duplicate,
    Later,
    Outcome,
    Picture,
    Posted,
    Refused,
    Response,
    Stopped,
    Unclear,
)
from mkdocs_focus.publish.session import Session, never_sent

HOME = "https://graph.facebook.com"
VERSION = "v26.0"

# https://developers.facebook.com/docs/graph-api/guides/error-handling and …/reference/page/feed
_UNCLEAR = {1, 2}
_TOO_MANY = {4, 17, 32, 341, 613}
_TOKEN = {102, 190}
_BLOCKED = 368
_DUPLICATE = 506
_PERMISSION = {10, *range(200, 300)}
_NO_PREVIEW = 1609005

_WAIT = 60 * 60
"""Facebook counts requests by the hour, and does not always say when the hour is over."""


class Facebook:
    """One Facebook page."""

    name = "facebook"

    def __init__(self, page: str, token: str, base: str = "", version: str = "") -> None:
        self._page = page
        self._root = f"{(base or HOME).rstrip('/')}/{version or VERSION}"
        self._session = Session()
        self._session.auth = _Bearer(token)

    def send(self, post: Post, picture: Picture | None) -> Outcome:
        """Post message and link. Facebook shows the page's own picture with a link and takes no other."""
        del picture
        body = {"message": post.message, "link": post.link}
        try:
            answer = self._session.post(f"{self._root}/{self._page}/feed", data=body)
        except requests.RequestException as error:
            if never_sent(error):
                return Refused("Facebook cannot be reached; nothing was sent", again=True)
            return Unclear(f"the connection to Facebook broke ({type(error).__name__})")
        try:
            data = answer.json()
            if answer.ok:
                return Posted(str(data["id"]), _link(data["id"]))
            return _outcome(data["error"], answer.headers)
        except (ValueError, KeyError, TypeError, AttributeError):
            return Unclear(f"Facebook's answer ({answer.status_code}) could not be read")

    def find(self, post: Post, since: datetime.datetime | None) -> Posted | None:
        """Look through the newest 100 posts of the page, none older than `since`."""
        fields = "id,message,created_time,permalink_url,attachments{unshimmed_url}"
        when = {} if since is None else {"since": str(int(since.timestamp()))}
        for item in self._read(f"{self._page}/published_posts", fields=fields, limit="100", **when):
            attached = (item.get("attachments") or {}).get("data") or ()
            links = {address(str(one.get("unshimmed_url") or "")) for one in attached}
            same_link = not attached or address(post.link) in links
            if same_link and plain(str(item.get("message") or "")) == plain(post.message):
                return Posted(str(item["id"]), str(item.get("permalink_url") or _link(item["id"])))
        return None

    def responses(self, ids: Sequence[str], since: datetime.datetime) -> list[Response]:
        """The newest 100 comments on each post, with the page's own answers told apart."""
        return [response for id in ids for response in self._comments(id, since)]

    def _comments(self, id: str, since: datetime.datetime) -> list[Response]:
        fields = "id,from,message,created_time,parent,permalink_url"
        comments = self._read(
            f"{id}/comments", fields=fields, filter="stream", order="reverse_chronological", limit="100"
        )
        # Without the permission pages_read_user_content Facebook leaves out who wrote a comment.
        written = [(comment, comment.get("from") or {}) for comment in comments]
        answered = {
            str((comment.get("parent") or {}).get("id"))
            for comment, who in written
            if str(who.get("id")) == self._page
        }
        return [
            Response(
                network=self.name,
                person=str(who["id"]),
                name=str(who.get("name") or ""),
                id=str(comment["id"]),
                to=id,
                kind="comment",
                text=str(comment.get("message") or ""),
                at=_time(comment["created_time"]),
                link=str(comment.get("permalink_url") or _link(comment["id"])),
                answered=str(comment["id"]) in answered,
            )
            for comment, who in written
            if who.get("id") and str(who["id"]) != self._page and _time(comment["created_time"]) >= since
        ]

    def _read(self, path: str, **parameters: str) -> list[dict[str, Any]]:
        """One page. Its `paging.next` is never followed or shown: the token stands in it."""
        try:
            answer = self._session.get(f"{self._root}/{path}", params=parameters)
            data = answer.json()
            if answer.ok:
                return [item for item in data["data"] if isinstance(item, dict)]
            said = str(data["error"].get("message") or "")
        except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            said = type(error).__name__
        raise CannotRead(f"Facebook did not let posts be read: {said}")


class _Bearer(requests.auth.AuthBase):
    """Signs a request. As a plain header the token would give way to whatever ~/.netrc holds for the host."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _outcome(error: dict[str, Any], headers: Any) -> Outcome:
    """What an answer with an error means, from its code and subcode."""
    codes = {error.get("code"), error.get("error_subcode")}
    said = " ".join(str(error.get("message") or "").split())[:200]
    if _NO_PREVIEW in codes:
        return Refused("Facebook cannot read the page yet (1609005): deploy it first", again=True)
    if _DUPLICATE in codes:
        return Duplicate("Facebook says that the page already has this post (506)")
    if codes & _TOO_MANY:
        return Later(time.time() + _pause(headers), f"Facebook takes no more posts for now ({error.get('code')})")
    if _BLOCKED in codes:
        return Stopped(f"Facebook has blocked the page for a while (368): look at the page's support inbox ({said})")
    if codes & _TOKEN:
        return Stopped("Facebook does not accept the page token (190): make a new one and set FACEBOOK_PAGE_TOKEN")
    if codes & _PERMISSION:
        return Stopped(f"the page token lacks a permission ({said}): it needs pages_manage_posts")
    if codes & _UNCLEAR or error.get("is_transient") or not isinstance(error.get("code"), int):
        return Unclear(f"Facebook is not sure itself ({error.get('code')}: {said})")
    return Refused(f"Facebook refuses this post ({error.get('code')}: {said})")


def _pause(headers: Any) -> float:
    """Seconds until the page may post again, from the header that sometimes says so in minutes."""
    try:
        usage = json.loads(headers["X-Business-Use-Case-Usage"])
        minutes = max(int(use["estimated_time_to_regain_access"]) for uses in usage.values() for use in uses)
    except (KeyError, ValueError, TypeError, AttributeError):
        return _WAIT
    return minutes * 60 if minutes > 0 else _WAIT


def _link(id: object) -> str:
    return f"https://www.facebook.com/{id}"


def _time(text: str) -> datetime.datetime:
    # Facebook writes +0000, which Python reads without a colon only since 3.11.
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
