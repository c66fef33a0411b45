"""`mkdocs serve`: one rebuild an edit, no loop, the same findings each time, drafts checked."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sites import DEEP, GENERIC, Site


class Server:
    """A running `mkdocs serve` and its log."""

    def __init__(self, site: Site, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = log
        self._out = log.open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=site.root, stdout=self._out, stderr=subprocess.STDOUT, env=os.environ | {"NO_COLOR": "1"},
        )  # fmt: skip

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def builds(self) -> int:
        return self.text().count("Documentation built in")

    def wait(self, done: Callable[[], bool], seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, self.text()[-3000:]
            assert self.process.poll() is None, self.text()[-3000:]
            time.sleep(0.1)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        self._out.close()


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Site], Server]]:
    running: list[Server] = []

    def start(site: Site) -> Server:
        server = Server(site, tmp_path_factory.mktemp("log") / "serve.txt")
        running.append(server)
        server.wait(lambda: server.builds() >= 1 and "Serving on" in server.text())
        return server

    yield start
    for server in running:
        server.stop()


def test_an_edit_rebuilds_once_and_finds_the_same(site: Site, serve: Callable[[Site], Server]) -> None:
    site.write("generic.md", GENERIC)
    site.write("draft.md", DEEP.replace("depth: detailed\n", "depth: detailed\ndraft: true\n"))
    server = serve(site)
    time.sleep(3)
    assert server.builds() == 1, "a build without an edit"
    for number in range(2, 6):
        site.write("deep.md", DEEP + f"\nEdit {number}.\n")
        server.wait(lambda number=number: server.builds() >= number)  # type: ignore[misc]
        time.sleep(1.5)
        assert server.builds() == number
    parts = server.text().split("Documentation built in")
    found = [sorted(re.findall(r"focus: (docs/generic\.md:\d+:\d+: [\w-]+)", part)) for part in parts[:5]]
    assert found[0]
    assert all(later == found[0] for later in found), found
    assert "3 articles" in parts[1]
    assert not (site.root / "focus").exists()


def test_a_kit_made_by_serve_is_marked_unpublishable(site: Site, serve: Callable[[Site], Server]) -> None:
    site.write("deep.md", DEEP)
    serve(site)
    index = site.json(".cache/plugin/focus/serve/share/index.json")
    assert index["publishable"] is False
    assert index["kits"]
    assert all(kit["publishable"] is False for kit in index["kits"])
