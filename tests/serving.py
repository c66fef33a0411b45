"""A preview as a writer runs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.sites import Site


class Server:
    """A running `mkdocs serve` and its log."""

    def __init__(self, site: Site, log: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = log
        self._out = log.open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}", *options],
            cwd=site.root, stdout=self._out, stderr=subprocess.STDOUT, env=os.environ | {"NO_COLOR": "1"},
        )  # fmt: skip

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def builds(self) -> int:
        """How many builds have ended. MkDocs says "Documentation built in 0.08 seconds" only once a time it took."""
        text = self.text()
        return text.count("Reloading browsers") + ("Serving on" in text)

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
