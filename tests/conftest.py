"""Fixtures of all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import Server
from tests.sites import Site, blog_site, plain_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site under MkDocs' own theme."""
    return plain_site(tmp_path)


@pytest.fixture
def blog(tmp_path: Path) -> Site:
    """A site on Material with its blog plugin."""
    return blog_site(tmp_path)


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    running: list[Server] = []

    def start(site: Site, *options: str) -> Server:
        server = Server(site, tmp_path_factory.mktemp("log") / "serve.txt", *options)
        running.append(server)
        server.wait(lambda: server.builds() >= 1 and "Serving on" in server.text())
        return server

    yield start
    for server in running:
        server.stop()
