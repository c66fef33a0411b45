"""One server on loopback that plays X, Facebook and the site.

X and Facebook are told apart by path (`/2/…`, `/v26.0/…`), the site is everything else. Each refuses what the real
one refuses: wrong signatures, unknown parameters, the same text twice. `Faults` decides what goes wrong and when.

Run as a program it prints its address and serves until its input ends; `/_state`, `/_new` and `/_calm` then do what a
test in the same process does with attributes.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .facebook import FakeFacebook
from .faults import Drop, Faults
from .twitter import FakeTwitter

PAGE = """<!doctype html><html><head><title>x</title>
<meta property="og:title" content="A page"><meta property="og:description" content="About one thing">
<meta property="og:url" content="{url}"></head><body></body></html>"""


@dataclass
class Request:
    method: str
    path: str
    url: str
    query: list[tuple[str, str]]
    headers: Any
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass
class Answer:
    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """Everything that the server knows; one lock over it, as a database would have."""

    twitter: FakeTwitter = field(default_factory=FakeTwitter)
    facebook: FakeFacebook = field(default_factory=FakeFacebook)
    pages: dict[str, int] = field(default_factory=dict)
    tags: bool = True
    site: Path | None = None  # a built site to serve, in place of pages made up
    requests: list[Request] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # Two publishers and their retries at once; the default queue of 5 would refuse connections.
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.world = World()
        self.base = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that was killed leaves a broken pipe; that is what these tests are about.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    def __enter__(self) -> Server:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True  # the client was killed in the middle of its request
            return None
        query = parse_qsl(parts.query, keep_blank_values=True)
        url = f"{self.server.base}{parts.path}"
        request = Request(self.command, parts.path, url, query, self.headers, body)
        world = self.server.world
        if parts.path.startswith("/_"):
            return self._send(_control(self.server, request))
        with world.lock:
            world.requests.append(request)
        if parts.path.startswith("/2/"):
            return self._network(world.twitter, world.twitter.faults, request)
        if parts.path.startswith("/v26.0/"):
            return self._network(world.facebook, world.facebook.faults, request)
        if world.site:
            file = world.site / parts.path.strip("/") / "index.html"
            return self._send(Answer(200, file.read_text("utf-8")) if file.is_file() else Answer(404, ""))
        status = world.pages.get(parts.path, 200)
        page = PAGE.format(url=url) if world.tags else "<html><head></head></html>"
        return self._send(Answer(status, page if status == 200 else ""))

    def _network(self, network: Any, faults: Faults, request: Request) -> None:
        """Answer as the network does, with the fault that is due before or after it took the request."""
        world = self.server.world
        fault = faults.next() if network.writes(request) else None
        try:
            with world.lock:
                early = fault.before(network) if fault else None
                answer = early or network.answer(request)
            # Outside the lock: slowness of one answer must not stop the other publisher.
            if fault and not early:
                answer = fault.after(answer)
        except Drop:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        data = text.encode()
        self.send_response(answer.status)
        kind = "text/html; charset=utf-8" if isinstance(answer.body, str) else "application/json"
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def _control(server: Server, request: Request) -> Answer:
    world = server.world
    with world.lock:
        if request.path == "/_state":
            return Answer(200, {"twitter": world.twitter.state(), "facebook": world.facebook.state()})
        wanted = request.json()
        # A new world for a new run: empty accounts, and the faults that it shall have. Or the same, without faults.
        if request.path == "/_calm":
            world.twitter.faults.end()
            world.facebook.faults.end()
            return Answer(200, {})
        server.world = World()
        for name in ("twitter", "facebook"):
            network = getattr(server.world, name)
            network.secrets = wanted["secrets"][name]
            network.faults = Faults(wanted["faults"][name])
        return Answer(200, {})


if __name__ == "__main__":
    with Server() as running:
        print(running.base, flush=True)
        sys.stdin.read()
