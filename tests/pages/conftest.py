"""A real browser, and a preview of a small blog for it to look at."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.serving import Server
from tests.sites import BLOG, DEEP, GENERIC, Site, blog_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[1] / "js/node_modules/axe-core/axe.min.js"
DATED = GENERIC.replace("depth: detailed", "depth: detailed\ndate: 2024-06-01")
LONG = DEEP.replace("title: Why", "title: Again why").replace(
    "depth: detailed\n",
    'depth: detailed\nshare:\n  facebook: "' + "The main jet of an SX 200 is a 103 by the parts list. " * 12 + '"\n',
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
SCHEMES = BLOG.replace(
    "theme: {name: material, font: false}",
    "theme:\n  name: material\n  font: false\n  features: [navigation.instant]\n  palette:\n"
    '    - {media: "(prefers-color-scheme: light)", scheme: default, primary: teal}\n'
    '    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: teal}',
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as the distribution has it."""
    play = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium")
    with play.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own; the test fails on any script error and any request elsewhere."""
    contexts, strange, errors = [], [], []

    def open_(url: str, width: int = 1440, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
        origin = url.split("/", 3)[:3]
        page.on(
            "request",
            lambda r: (
                None if r.url.split("/", 3)[:3] == origin or r.url.startswith("data:") else strange.append(r.url)
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert strange == []
    assert errors == []


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Server]]:
    """A served blog with a deep and a generic post."""
    site = blog_site(tmp_path_factory.mktemp("blog"))
    site.config(SCHEMES)
    site.write("blog/posts/deep.md", DEEP)
    site.write("blog/posts/generic.md", DATED)
    site.write("blog/posts/edited.md", DATED.replace("All about", "More about"))
    site.write("blog/posts/long.md", LONG)
    server = Server(site, tmp_path_factory.mktemp("log") / "serve.txt")
    try:
        server.wait(lambda: server.builds() >= 1 and "Serving on" in server.text(), 60)
        yield site, server
    finally:
        server.stop()


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong with the page: rule, impact and the first element of each."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/js")
    page.add_script_tag(path=AXE)
    # The theme around the panel is not ours to mend.
    scope = ["mkdocs-focus"] if page.locator("mkdocs-focus").count() else ["html"]
    result = page.evaluate("async scope => await axe.run({include: scope}, {resultTypes: ['violations']})", scope)
    return [
        f"{v['id']} ({v['impact']}), {len(v['nodes'])} times: {v['nodes'][0]['target']} {v['nodes'][0]['any'][:1]}"
        for v in result["violations"]
    ]
