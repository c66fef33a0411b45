"""From the example site's Markdown to both networks: build, look, send, and the days after."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.publish.conftest import Desk

SITE = Path(__file__).parents[2] / "example_site"
ARTICLE = "camaro-radius-rod-1967"
HEAD = """{% extends "base.html" %}
{% block extrahead %}{% if page %}
<meta property="og:title" content="{{ page.title }}">
<meta property="og:description" content="{{ page.meta.description or page.meta.topic or page.title }}">
<meta property="og:url" content="{{ page.canonical_url }}">
{% endif %}{% endblock %}
"""


def build(desk: Desk) -> None:
    for part in ("docs", "mkdocs.yml"):
        source = SITE / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, desk.folder / part)
    (desk.folder / "theme").mkdir()
    (desk.folder / "theme" / "main.html").write_text(HEAD)
    (desk.folder / "here.yml").write_text(
        f"INHERIT: mkdocs.yml\nsite_url: {desk.server.base}/\ntheme:\n  custom_dir: theme\n"
    )
    line = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "here.yml"]
    done = subprocess.run(line, cwd=desk.folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    desk.server.world.site = desk.folder / "site"


def test_from_markdown_to_the_networks(desk: Desk) -> None:
    build(desk)
    publish = f"publish --only {ARTICLE} --every 1"
    told = desk.run(f"{publish} --since 2026-02-01")
    assert f"DUE   {ARTICLE} twitter 1   $0.20" in told
    assert f"LATER 2026-11-23  {ARTICLE} twitter 2" in told

    assert "2 of 2 posts sent, about $0.20." in desk.run(f"{publish} --since 2026-02-01 --send")
    (tweet,) = desk.twitter.posts
    (post,) = desk.facebook.posts
    assert tweet["sent"].endswith(f"\n\n{desk.server.base}/blog/2026/1967-camaro-radius-rod/")
    assert post["link"] == f"{desk.server.base}/blog/2026/1967-camaro-radius-rod/"
    assert desk.server.base not in post["message"]

    assert "0 of 0 posts sent" in desk.run(f"{publish} --send")
    desk.tomorrow()
    assert f"{ARTICLE} twitter 2: posted" in desk.run(f"{publish} --send")
    assert "0 of 0 posts sent" in desk.run(f"{publish} --send")
    assert [len(desk.twitter.posts), len(desk.facebook.posts)] == [2, 1]
    assert desk.states() == [
        ("intent", "facebook", 1), ("posted", "facebook", 1), ("intent", "twitter", 1), ("posted", "twitter", 1),
        ("intent", "twitter", 2), ("posted", "twitter", 2),
    ]  # fmt: skip
    assert f"posted    2026-11-23  {ARTICLE} twitter 2" in desk.run("ledger")
