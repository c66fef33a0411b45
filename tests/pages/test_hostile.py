"""Texts of articles that would run or break the layout, were they not escaped, isolated and clipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.serving import Server
from tests.sites import DEEP, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXTS = {
    "script": '</script><script>window.hit = 1</script></template><img src=x onerror="window.hit = 2">`<b>`',
    "attribute": '" onclick="window.hit = 3" autofocus onfocus="window.hit = 4',
    "template": "{{ 7 * 7 }} {% raw %} </style><style>* {display: none}</style>",
    "direction": "\u202egnorw \u2067مرحبا \u202b بالعالم 123",
    "long": "x" * 10_000,
    "words": "many words " * 1_000,
}


def article(text: str) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    keys = "".join(f"{key}: {quoted}\n" for key in ("title", "topic", "description"))
    share = "".join(f"  {key}: {quoted}\n" for key in ("twitter", "facebook", "image", "image_alt"))
    return f"---\n{keys}depth: detailed\ndetails: [{quoted}]\nshare:\n{share}---\n{DEEP.split('---', 2)[2]}"


@pytest.fixture
def hostile(site: Site, serve: Callable[[Site], Server]) -> Server:
    # The theme writes titles into the page as they are; what is looked at here is what the plugin adds.
    (site.root / "theme").mkdir()
    (site.root / "theme/main.html").write_text(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><body><main>{{ page.content }}</main></body></html>"
    )
    site.config(
        "site_name: '<b>T</b>'\nsite_url: https://example.com/\ntheme: {name: null, custom_dir: theme}\nplugins: [search, focus]\n"
    )
    for name, text in TEXTS.items():
        site.write(f"{name}.md", article(text))
    return serve(site)


def wide(page: Page) -> list[int]:
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [document.documentElement, ...(document.querySelector("mkdocs-focus")?.shadowRoot.querySelectorAll(".body") ?? [])]
          .map(e => e.scrollWidth - e.clientWidth).filter(n => n > 0)"""
    )


def test_nothing_runs_and_nothing_breaks(hostile: Server, open_page: Callable[..., Page]) -> None:
    for width in (1440, 390):
        for name in TEXTS:
            page = open_page(f"http://127.0.0.1:{hostile.port}/{name}/", width)
            page.locator("mkdocs-focus .panel > summary").click()
            assert page.locator("mkdocs-focus .post").count() == 2, name
            assert page.locator("mkdocs-focus b", has_text="<b>T</b>").count() >= 2
            assert page.evaluate("window.hit") is None, name
            assert wide(page) == [], name
            assert page.locator("mkdocs-focus .scene").first.bounding_box()["height"] < 6_000, name  # type: ignore[index]
        page = open_page(f"http://127.0.0.1:{hostile.port}/focus/", width)
        assert page.locator("tbody tr").count() == len(TEXTS)
        assert page.evaluate("window.hit") is None
        assert wide(page) == []
        assert page.locator("tbody tr").first.is_visible()
        assert max(row.bounding_box()["height"] for row in page.locator("tbody tr").all()) < 900  # type: ignore[index]
