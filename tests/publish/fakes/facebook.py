"""Facebook's Graph API as far as publishing uses it: https://developers.facebook.com/docs/graph-api/reference/page/feed"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .faults import Faults

if TYPE_CHECKING:
    from .server import Answer, Request

FEED = {
    "message", "link", "published", "scheduled_publish_time", "targeting", "feed_targeting", "place", "tags",
    "backdated_time", "og_action_type_id", "call_to_action", "attached_media", "access_token", "appsecret_proof",
}  # fmt: skip
READ = {"fields", "limit", "since", "until", "after", "before", "filter", "order", "access_token", "appsecret_proof"}


@dataclass
class FakeFacebook:
    secrets: dict[str, str] = field(default_factory=lambda: dict(SECRETS))
    faults: Faults = field(default_factory=Faults)
    posts: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    repeats: int = 0
    bad_tokens: int = 0
    names_hidden: bool = False
    clock: Callable[[], float] = time.time

    @property
    def page(self) -> str:
        return self.secrets["FACEBOOK_PAGE_ID"]

    def state(self) -> dict[str, Any]:
        return {
            "posts": [{"id": post["id"], "text": f"{post['message']}\n{post['link']}"} for post in self.posts],
            "repeats": self.repeats,
            "bad_signatures": self.bad_tokens,
            "faults": dict(self.faults.happened),
        }

    def writes(self, request: Request) -> bool:
        return request.method == "POST"

    def fault(self, kind: str) -> Answer | None:
        if kind == "before_500":
            return _error(500, 2, "Service temporarily unavailable", transient=True)
        if kind == "transient":
            return _error(
                500, 2, "An unexpected error has occurred. Please retry your request later.", transient=True
            )
        if kind == "limit":
            # The page may post again at once, said in whole minutes: 0 means that Facebook does not know.
            usage = '{"1": [{"type": "pages", "estimated_time_to_regain_access": 1}]}'
            return _error(400, 32, "(#32) Page request limit reached", headers={"X-Business-Use-Case-Usage": usage})
        if kind == "limit_no_time":
            return _error(400, 4, "(#4) Application request limit reached")
        if kind == "unauthorized":
            said = f"Error validating access token: {self.secrets['FACEBOOK_PAGE_TOKEN']} has expired"
            return _error(400, 190, said, subcode=463)
        if kind == "payment":
            return _error(400, 368, "The action attempted has been deemed abusive or is otherwise disallowed")
        if kind == "duplicate":
            return _error(400, 506, "Duplicate status message")
        if kind == "no_preview":
            return _error(400, 100, "Invalid parameter", subcode=1609005)
        return None

    def answer(self, request: Request) -> Answer:
        from .server import Answer

        if request.headers.get("Authorization") != f"Bearer {self.secrets['FACEBOOK_PAGE_TOKEN']}":
            self.bad_tokens += 1
            return _error(400, 190, "Invalid OAuth access token.")
        path = request.path.removeprefix("/v26.0/")
        if request.method == "POST" and path == f"{self.page}/feed":
            return self._create(request.form())
        unknown = {name for name, _ in request.query} - READ
        if unknown:
            return _error(400, 100, f"Unknown parameter {sorted(unknown)[0]}")
        query = dict(request.query)
        if path == f"{self.page}/published_posts":
            start = int(query.get("since", "0"))
            found = [post for post in reversed(self.posts) if post["time"] >= start][: int(query["limit"])]
            return Answer(200, self._paged([self._shown(post) for post in found]))
        comments = re.fullmatch(r"([\d_]+)/comments", path)
        if comments:
            found = [self._shown(one) for one in reversed(self.comments) if one["post"] == comments[1]]
            return Answer(200, self._paged(found))
        return _error(404, 803, "Some of the aliases you requested do not exist")

    def says(self, person: str, text: str, post: str, parent: str = "", at: float | None = None) -> str:
        """Somebody comments on a post, or answers a comment."""
        id = f"{post.split('_')[1]}_{5000 + len(self.comments)}"
        when = self.clock() if at is None else at
        comment = {
            "id": id,
            "post": post,
            "message": text,
            "time": when,
            "from": {"id": person, "name": f"N {person}"},
        }
        self.comments.append(comment | ({"parent": {"id": parent}} if parent else {}))
        return id

    def _create(self, form: dict[str, str]) -> Answer:
        from .server import Answer

        unknown = set(form) - FEED
        if unknown or "message" not in form:
            return _error(400, 100, f"Invalid parameter {sorted(unknown)}")
        if any((post["message"], post["link"]) == (form["message"], form.get("link")) for post in self.posts):
            self.repeats += 1
            return _error(400, 506, "Duplicate status message")
        id = f"{self.page}_{9000 + len(self.posts)}"
        self.posts.append({"id": id, "message": form["message"], "link": form.get("link"), "time": self.clock()})
        return Answer(200, {"id": id})

    def _shown(self, item: dict[str, Any]) -> dict[str, Any]:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S+0000", time.gmtime(item["time"]))
        shown = {"id": item["id"], "message": item["message"], "created_time": stamp}
        shown["permalink_url"] = f"https://www.facebook.com/{item['id']}"
        if item.get("link"):
            shown["attachments"] = {"data": [{"unshimmed_url": item["link"]}]}
        if "from" in item and not self.names_hidden:
            shown["from"] = item["from"]
        if "parent" in item:
            shown["parent"] = item["parent"]
        return shown

    def _paged(self, data: list[dict[str, Any]]) -> dict[str, Any]:
        # As the real one does, with the token in the address of the next page.
        token = self.secrets["FACEBOOK_PAGE_TOKEN"]
        return {"data": data, "paging": {"next": f"https://graph.facebook.com/v26.0/next?access_token={token}"}}


SECRETS = {"FACEBOOK_PAGE_ID": "777001", "FACEBOOK_PAGE_TOKEN": "EAAGpageTokenHr5Tz09"}
"""Made up."""


def _error(
    status: int, code: int, message: str, subcode: int = 0, transient: bool = False, headers: Any = None
) -> Answer:
    from .server import Answer

    error = {
        "message": message,
        "type": "OAuthException",
        "code": code,
        "fbtrace_id": "A1",
        "is_transient": transient,
    }
    return Answer(status, {"error": error | ({"error_subcode": subcode} if subcode else {})}, headers or {})
