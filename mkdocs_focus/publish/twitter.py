"""X, by the API v2 through tweepy, with the OAuth 1.0a tokens of one account."""

from __future__ import annotations

import base64
import datetime
import html
import logging
import re
import time
from collections.abc import Callable, Sequence
from typing import Any

import requests
import tweepy

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

HOME = "https://api.twitter.com"
_PAGE = 100
_QUOTES = 10
"""The smallest page of quotes that X gives; each costs half a cent."""

# At DEBUG these write credentials into whatever log the caller keeps.
for _name in ("oauthlib", "requests_oauthlib", "tweepy"):
    logging.getLogger(_name).setLevel(logging.WARNING)

_FIELDS = [
    "author_id",
    "conversation_id",
    "created_at",
    "entities",
    "in_reply_to_user_id",
    "referenced_tweets",
]


class Twitter:
    """One account on X."""

    name = "twitter"

    def __init__(
        self, api_key: str, api_secret: str, access_token: str, access_token_secret: str, base: str = ""
    ) -> None:
        self._client = tweepy.Client(
            consumer_key=api_key,
            consumer_secret=api_secret,
            access_token=access_token,
            access_token_secret=access_token_secret,
            return_type=requests.Response,
        )
        self._client.session = Session(HOME, base)
        # An access token begins with the number of the account that it belongs to.
        self._me = access_token.partition("-")[0]

    def send(self, post: Post, picture: Picture | None) -> Outcome:
        """Send the post once; with a picture, upload that first."""
        media: list[str] | None = None
        if picture:
            uploaded = _attempt(lambda: self._upload(picture))
            if not isinstance(uploaded, Posted):
                # Without its picture nothing was posted, whatever became of the upload.
                return Refused(uploaded.why, again=True) if isinstance(uploaded, Unclear) else uploaded
            media = [uploaded.id]
        return _attempt(lambda: self._post(post, media))

    def find(self, post: Post, since: datetime.datetime | None) -> Posted | None:
        """Look through the newest 100 of the account's own posts, none older than `since`."""
        for item in self._timeline(since):
            links, text = _restored(item)
            if address(post.link) in links and plain(text) == plain(_without(post.message, links)):
                return Posted(str(item["id"]), _link(item["id"]))
        return None

    def responses(self, ids: Sequence[str], since: datetime.datetime) -> list[Response]:
        """Replies and mentions from one page of mentions, quotes from one small page a post."""
        answered = {
            str(reference["id"])
            for item in self._timeline(since)
            for reference in item.get("referenced_tweets") or ()
            if reference.get("type") == "replied_to"
        }
        found = [
            (item, names, str(item.get("conversation_id") or ""), "reply")
            for item, names in self._read(self._client.get_users_mentions, self._me, _PAGE, since)
        ]
        for id in ids:
            found += [
                (item, names, id, "quote")
                for item, names in self._read(self._client.get_quote_tweets, id, _QUOTES, None)
            ]
        known = set(ids)
        return [
            Response(
                network=self.name,
                person=str(item["author_id"]),
                name=names.get(str(item["author_id"]), ""),
                id=str(item["id"]),
                to=to if to in known else "",
                kind=kind if to in known else "mention",
                text=_restored(item, links=True)[1],
                at=_time(item["created_at"]),
                link=_link(item["id"]),
                answered=str(item["id"]) in answered,
            )
            for item, names, to, kind in found
            if str(item.get("author_id")) != self._me and _time(item["created_at"]) >= since
        ]

    def _post(self, post: Post, media: list[str] | None) -> str:
        answer = self._client.create_tweet(text=post.text, media_ids=media, user_auth=True)
        return str(answer.json()["data"]["id"])

    def _upload(self, picture: Picture) -> str:
        # tweepy uploads through the API v1.1, which X has switched off; its signed request takes any address.
        body = {"media": base64.b64encode(picture.data).decode(), "media_category": "tweet_image"}
        answer = self._client.request("POST", "/2/media/upload", json=body, user_auth=True)
        id = str(answer.json()["data"]["id"])
        if picture.alt:
            metadata = {"id": id, "metadata": {"alt_text": {"text": picture.alt[:1000]}}}
            self._client.request("POST", "/2/media/metadata", json=metadata, user_auth=True)
        return id

    def _timeline(self, since: datetime.datetime | None) -> list[dict[str, Any]]:
        return [item for item, _ in self._read(self._client.get_users_tweets, self._me, _PAGE, since)]

    def _read(
        self, ask: Callable[..., requests.Response], id: str, size: int, since: datetime.datetime | None
    ) -> list[tuple[dict[str, Any], dict[str, str]]]:
        """One page: each post with the names of the people in it."""
        named = (
            {} if ask == self._client.get_users_tweets else {"expansions": ["author_id"], "user_fields": ["username"]}
        )
        when = {} if since is None else {"start_time": since}
        try:
            data = ask(id, max_results=size, tweet_fields=_FIELDS, user_auth=True, **named, **when).json()
            names = {str(user["id"]): str(user["username"]) for user in data.get("includes", {}).get("users", ())}
            return [(item, names) for item in data.get("data") or ()]
        except (
            tweepy.TweepyException,
            requests.RequestException,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ) as e:
            raise CannotRead(f"X did not let posts be read: {_said(e)}") from e


def _attempt(call: Callable[[], str]) -> Outcome:
    """What became of one request that writes."""
    try:
        id = call()
        return Posted(id, _link(id))
    except tweepy.TooManyRequests as error:
        # Without a time X means its usual window of 15 minutes.
        return Later(float(error.reset_time or time.time() + 15 * 60), "X takes no more posts for now (429)")
    except tweepy.Unauthorized:
        return Stopped("X does not accept the credentials (401): make new tokens in X's developer console")
    except tweepy.Forbidden as error:
        said = _said(error)
        if "duplicate" in said.lower():
            return Duplicate("X says that it already has this text (403)")
        if "permi" in said.lower():
            return Stopped(f"X does not let this app write ({said}): allow it «Read and write», then make new tokens")
        return Refused(f"X refuses this post ({said})")
    except (tweepy.BadRequest, tweepy.NotFound) as error:
        return Refused(f"X refuses this post ({_said(error)})")
    except tweepy.HTTPException as error:
        if error.response.status_code == 402:
            return Stopped("X wants credit (402): buy some in X's developer console")
        return Unclear(f"X answered {_said(error)}")
    except requests.RequestException as error:
        if never_sent(error):
            return Refused("X cannot be reached; nothing was sent", again=True)
        return Unclear(f"the connection to X broke ({type(error).__name__})")
    except Exception as error:
        # tweepy reads what the server says and can trip over it; the post may be there all the same.
        return Unclear(f"X's answer could not be read ({type(error).__name__})")


def _restored(item: dict[str, Any], links: bool = False) -> tuple[set[str], str]:
    """A post's links, and its text as it was sent: `t.co` undone, `&amp;` too; without the links unless asked."""
    text = str(item.get("text") or "")
    found = set()
    for url in (item.get("entities") or {}).get("urls") or ():
        whole = str(url.get("unwound_url") or url.get("expanded_url") or "")
        found |= {address(str(url.get("expanded_url") or "")), address(whole)}
        text = text.replace(str(url.get("url")), whole if links else " ")
    return found, html.unescape(text).strip()


def _without(text: str, links: set[str]) -> str:
    """The text without what X made links of, which may be a bare `setup.sh`."""
    for link in filter(None, links):
        text = re.sub(rf"(?i)(https?://)?(www\.)?{re.escape(link)}/?", " ", text)
    return text


def _link(id: object) -> str:
    # The address that needs no user name; X leads on from it.
    return f"https://x.com/i/web/status/{id}"


def _time(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def _said(error: Exception) -> str:
    """One line of what X said, without the address of the request."""
    if isinstance(error, requests.RequestException):
        return type(error).__name__
    return " ".join(str(error).split())[:200]
