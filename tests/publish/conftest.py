"""A site's kits, both networks on loopback, and the commands as a person runs them."""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from mkdocs_focus.publish import command, publisher, session
from mkdocs_focus.publish.commands import COMMANDS
from tests.publish.fakes.facebook import SECRETS as FACEBOOK
from tests.publish.fakes.server import Server
from tests.publish.fakes.twitter import SECRETS as TWITTER

SECRETS = [value for name, value in {**TWITTER, **FACEBOOK}.items() if name != "FACEBOOK_PAGE_ID"]
TODAY = datetime.date(2026, 11, 22)


def article(uid: str, base: str, **changes: Any) -> dict[str, Any]:
    """A kit as a build writes it: three posts for X, one for Facebook."""
    url = changes.pop("url", f"{base}/{uid}/")
    texts = changes.pop("texts", None) or [f"{uid}: the 3/8-inch seal & its {n} clips" for n in (1, 2, 3)]
    posts = [
        {"network": "twitter", "variant": n, "text": f"{text} {url}", "link": url, "length": len(text) + 24,
         "detail": {"text": f"detail {n} of {uid}", "line": 9 + n, "column": 1}, "origin": "chosen"}
        for n, text in enumerate(texts, start=1)
    ]  # fmt: skip
    posts.append(
        {"network": "facebook", "variant": 1, "link": url, "length": 60,
         "text": f"{uid}: a longer text.\n\nOf two parts.\n\n{url}",
         "detail": {"text": f"detail 1 of {uid}", "line": 10, "column": 1}, "origin": "chosen"}
    )  # fmt: skip
    kit = {
        "path": f"docs/{uid}.md", "uid": uid, "title": uid, "topic": uid, "url": url, "verdict": "deep",
        "score": 83, "draft": False, "date": TODAY.isoformat(), "publishable": True, "image": None, "image_alt": "",
        "posts": posts,
    }  # fmt: skip
    return kit | changes


class Desk:
    """The author's folder, with a clock that can be set."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder, self.server = folder, server
        self.clock = datetime.datetime.combine(TODAY, datetime.time(9), datetime.timezone.utc)
        self.twitter.clock = self.facebook.clock = lambda: self.clock.timestamp()
        self.environment = {
            **TWITTER, **FACEBOOK, "FOCUS_TWITTER_API": server.base, "FOCUS_FACEBOOK_API": server.base, "TZ": "UTC",
        }  # fmt: skip
        self.output = ""

    @property
    def twitter(self) -> Any:
        return self.server.world.twitter

    @property
    def facebook(self) -> Any:
        return self.server.world.facebook

    @property
    def ledger(self) -> Path:
        return self.folder / "focus-ledger" / "ledger.jsonl"

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.ledger.read_text("utf-8").splitlines()[1:]]

    def states(self) -> list[tuple[str, str, int]]:
        return [(line["state"], line["network"], line["variant"]) for line in self.lines()]

    def write(self, *kits: dict[str, Any], **top: Any) -> None:
        index = {"version": 1, "generator": "mkdocs-focus 0.1.0", "publishable": True, "site_name": "S"}
        file = self.folder / "focus" / "share" / "index.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({**index, "site_url": self.server.base, "kits": list(kits), **top}), "utf-8")

    def article(self, uid: str, **changes: Any) -> dict[str, Any]:
        return article(uid, self.server.base, **changes)

    def run(self, line: str, code: int = 0, answer: str | None = None) -> str:
        """Run a command and hold it to its exit code."""
        done = CliRunner().invoke(MAIN, line.split(), input=answer, env=self.environment)
        self.output += done.output
        assert done.exit_code == code, done.output
        return done.output

    def tomorrow(self, days: int = 1) -> None:
        self.clock += datetime.timedelta(days=days)


MAIN = click.Group(commands={str(one.name): one for one in COMMANDS})


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Everything ready to run; afterwards no secret may stand in any output or file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    for name in [name for name in os.environ if name.startswith("GITHUB_")]:
        monkeypatch.delenv(name)
    desk = Desk(tmp_path, server)
    for module in ("command", "publish_command", "ledger_command", "people_command"):
        monkeypatch.setattr(f"mkdocs_focus.publish.{module}.now", lambda: desk.clock)
    monkeypatch.setattr(publisher, "_SHOWS_UP", 0.0)
    monkeypatch.setattr(session, "TIMEOUT", (2.0, 0.5))
    assert command.now() == desk.clock
    yield desk
    everything = desk.output.encode() + b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())
    assert not [secret for secret in SECRETS if secret.encode() in everything]


@pytest.fixture
def at_zero(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting costs no time; the pauses that were asked for are listed."""
    pauses: list[float] = []
    monkeypatch.setattr("mkdocs_focus.publish.publisher.time.sleep", pauses.append)
    return pauses
