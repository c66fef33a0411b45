"""X's API v2 as far as publishing uses it: https://docs.x.com/x-api

Every request must carry an OAuth 1.0a signature that is right for it (RFC 5849, section 3.4), and no parameter that
the endpoint does not have.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from .faults import Faults

if TYPE_CHECKING:
    from .server import Answer, Request

LINK = re.compile(r"https?://\S+|\b\w+\.(?:md|sh|rs)\b")
"""What X makes a link of: addresses, and names that look like a site under .md, .sh or .rs."""
PAGE = {
    "max_results", "start_time", "end_time", "since_id", "until_id", "pagination_token", "exclude", "expansions",
    "tweet.fields", "user.fields", "media.fields", "place.fields", "poll.fields",
}  # fmt: skip
TWEET = {
    "text", "media", "reply", "quote_tweet_id", "poll", "geo", "reply_settings", "for_super_followers_only",
    "direct_message_deep_link", "card_uri", "community_id", "nullcast", "share_with_followers",
}  # fmt: skip


@dataclass
class FakeTwitter:
    secrets: dict[str, str] = field(default_factory=lambda: dict(SECRETS))
    faults: Faults = field(default_factory=Faults)
    posts: list[dict[str, Any]] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    users: dict[str, str] = field(default_factory=dict)
    media: dict[str, dict[str, Any]] = field(default_factory=dict)
    cost: Decimal = Decimal(0)
    repeats: int = 0
    bad_signatures: int = 0
    nonces: set[str] = field(default_factory=set)
    limited_for: float = 1.0
    clock: Callable[[], float] = time.time

    @property
    def me(self) -> str:
        return self.secrets["TWITTER_ACCESS_TOKEN"].partition("-")[0]

    def state(self) -> dict[str, Any]:
        return {
            "posts": [{"id": post["id"], "text": post["sent"]} for post in self.posts],
            "repeats": self.repeats,
            "bad_signatures": self.bad_signatures,
            "cost": str(self.cost),
            "faults": dict(self.faults.happened),
        }

    def writes(self, request: Request) -> bool:
        return request.method == "POST" and request.path == "/2/tweets"

    def fault(self, kind: str) -> Answer | None:
        if kind == "before_500":
            return _problem(500, "Internal Server Error")
        if kind == "limit":
            return _problem(
                429, "Too Many Requests", {"x-rate-limit-reset": str(int(time.time() + self.limited_for))}
            )
        if kind == "limit_no_time":
            return _problem(429, "Too Many Requests")
        if kind == "unauthorized":
            return _problem(401, "Unauthorized")
        if kind == "payment":
            return _problem(402, "Your enrolled account does not have any credits to fulfill this request.")
        if kind == "duplicate":
            return _problem(403, "You are not allowed to create a Tweet with duplicate content.")
        if kind == "refused":
            return _problem(403, "Your Tweet text is too long.")
        if kind == "permission":
            return _problem(403, "Your client app is not configured with the appropriate oauth1 app permissions.")
        return None

    def answer(self, request: Request) -> Answer:
        from .server import Answer

        if not self._signed(request):
            self.bad_signatures += 1
            return _problem(401, "Unauthorized")
        if request.method == "POST":
            body = request.json()
            if request.path == "/2/tweets":
                return self._create(body)
            if request.path == "/2/media/upload":
                return self._upload(body)
            if request.path == "/2/media/metadata":
                if set(body) != {"id", "metadata"} or body["id"] not in self.media:
                    return _problem(400, "One or more parameters to your request was invalid.")
                self.media[body["id"]]["alt"] = body["metadata"]["alt_text"]["text"]
                return Answer(200, {"data": {"id": body["id"]}})
        unknown = {name for name, _ in request.query} - PAGE
        if unknown:
            return _problem(400, f"The query parameter [{sorted(unknown)[0]}] is not one of the allowed ones.")
        query = dict(request.query)
        if request.path == f"/2/users/{self.me}/tweets":
            return self._page(self.posts, query, Decimal("0.001"))
        if request.path == f"/2/users/{self.me}/mentions":
            mentioned = [post for post in self.others if post.get("mentions_me")]
            return self._page(mentioned, query, Decimal("0.001"))
        quoted = re.fullmatch(r"/2/tweets/(\d+)/quote_tweets", request.path)
        if quoted:
            quotes = [post for post in self.others if post.get("quotes") == quoted[1]]
            return self._page(quotes, query, Decimal("0.005"), smallest=10)
        return _problem(404, "Not Found")

    def says(self, person: str, text: str, to: str = "", quotes: str = "", at: float | None = None) -> str:
        """Somebody answers, quotes or mentions the account."""
        id = self._id()
        self.others.append(
            self._tweet(id, text, person, at)
            | {"conversation_id": to or id, "mentions_me": not quotes, "quotes": quotes}
            | ({"referenced_tweets": [{"type": "replied_to", "id": to}]} if to else {})
        )
        return id

    def answers(self, id: str, text: str = "Thank you") -> None:
        """The account answers somebody, by hand."""
        tweet = self._tweet(self._id(), text, self.me, None)
        self.posts.append(tweet | {"referenced_tweets": [{"type": "replied_to", "id": id}], "by_hand": True})

    def _create(self, body: dict[str, Any]) -> Answer:
        from .server import Answer

        unknown = set(body) - TWEET
        if unknown or not isinstance(body.get("text"), str):
            return _problem(400, "One or more parameters to your request was invalid.")
        if any(post["sent"] == body["text"] for post in self.posts):
            self.repeats += 1
            return _problem(403, "You are not allowed to create a Tweet with duplicate content.")
        ids = body.get("media", {}).get("media_ids", [])
        if any(id not in self.media for id in ids):
            return _problem(400, "Your media IDs are invalid.")
        self.cost += Decimal("0.200") if LINK.search(body["text"]) else Decimal("0.015")
        tweet = self._tweet(self._id(), body["text"], self.me, None)
        if ids:
            tweet["text"] += " https://t.co/picture1"
            picture = {
                "url": "https://t.co/picture1",
                "expanded_url": f"https://x.com/me/status/{tweet['id']}/photo/1",
            }
            tweet["entities"]["urls"].append(picture)
        self.posts.append(tweet | {"media": ids})
        return Answer(
            201, {"data": {"id": tweet["id"], "text": tweet["text"], "edit_history_tweet_ids": [tweet["id"]]}}
        )

    def _upload(self, body: dict[str, Any]) -> Answer:
        from .server import Answer

        allowed = {"media", "media_category", "media_type", "additional_owners", "shared"}
        if set(body) - allowed or body.get("media_category") != "tweet_image":
            return _problem(400, "One or more parameters to your request was invalid.")
        id = self._id()
        self.media[id] = {"data": base64.b64decode(body["media"], validate=True)}
        return Answer(200, {"data": {"id": id, "media_key": f"3_{id}", "expires_after_secs": 86400}})

    def _tweet(self, id: str, text: str, author: str, at: float | None) -> dict[str, Any]:
        """A post as X gives it back: links as t.co, three signs escaped."""
        urls = [
            {"url": f"https://t.co/{id[-6:]}{number}", "expanded_url": link if "://" in link else f"http://{link}"}
            for number, link in enumerate(LINK.findall(text))
        ]
        shown = escape(text, quote=False)
        for url, link in zip(urls, LINK.findall(text), strict=True):
            shown = shown.replace(escape(link, quote=False), url["url"])
        when = self.clock() if at is None else at
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(when)) + f".{int(when % 1 * 1000):03}Z"
        return {
            "id": id, "sent": text, "text": shown, "author_id": author, "conversation_id": id, "created_at": stamp,
            "entities": {"urls": urls},
        }  # fmt: skip

    def _page(self, posts: list[dict[str, Any]], query: dict[str, str], price: Decimal, smallest: int = 5) -> Answer:
        from .server import Answer

        size = int(query.get("max_results", "10"))
        if not smallest <= size <= 100:
            return _problem(
                400, f"The `max_results` query parameter value [{size}] is not between {smallest} and 100"
            )
        start = query.get("start_time", "")
        newest = [post for post in reversed(posts) if post["created_at"][:19] >= start[:19]][:size]
        self.cost += price * len(newest)
        hidden = {"sent", "mentions_me", "quotes", "media", "by_hand"}
        data = [{name: value for name, value in post.items() if name not in hidden} for post in newest]
        people = sorted({post["author_id"] for post in newest})
        includes = {"users": [{"id": id, "username": self.users.get(id, f"user{id}"), "name": id} for id in people]}
        whole = {"meta": {"result_count": len(data)}} | ({"data": data} if data else {})
        return Answer(200, whole | ({"includes": includes} if "expansions" in query and data else {}))

    def _id(self) -> str:
        return str(1_800_000_000_000_000_000 + len(self.posts) + len(self.others) * 1000 + len(self.media) * 10**6)

    def _signed(self, request: Request) -> bool:
        """Whether the request is signed with this account's secrets, by RFC 5849 with HMAC-SHA1."""
        header = request.headers.get("Authorization", "")
        if not header.startswith("OAuth "):
            return False
        oauth = {name: unquote(value) for name, value in re.findall(r'(\w+)="([^"]*)"', header)}
        signature = oauth.pop("oauth_signature", "")
        if oauth.get("oauth_nonce", "") in self.nonces or abs(time.time() - int(oauth["oauth_timestamp"])) > 300:
            return False
        self.nonces.add(oauth["oauth_nonce"])
        if oauth.get("oauth_consumer_key") != self.secrets["TWITTER_API_KEY"]:
            return False
        if oauth.get("oauth_token") != self.secrets["TWITTER_ACCESS_TOKEN"]:
            return False
        pairs = sorted((_percent(name), _percent(value)) for name, value in [*oauth.items(), *request.query])
        parameters = "&".join(f"{name}={value}" for name, value in pairs)
        text = "&".join((request.method, _percent(request.url), _percent(parameters)))
        key = (
            f"{_percent(self.secrets['TWITTER_API_SECRET'])}&{_percent(self.secrets['TWITTER_ACCESS_TOKEN_SECRET'])}"
        )
        right = base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha1).digest()).decode()
        return hmac.compare_digest(right, signature)


SECRETS = {
    "TWITTER_API_KEY": "key-of-the-app-Xk3pq",
    "TWITTER_API_SECRET": "secret-of-the-app/Zw8+vb&=",
    "TWITTER_ACCESS_TOKEN": "424242-token-Lm2nr",
    "TWITTER_ACCESS_TOKEN_SECRET": "token-secret-Qy7%tt",
}
"""Made up, with the signs that an encoding can get wrong."""


def _percent(text: str) -> str:
    return quote(text, safe="-._~")


def _problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Answer:
    from .server import Answer

    return Answer(
        status, {"title": "Problem", "detail": detail, "type": "about:blank", "status": status}, headers or {}
    )
