"""The panel beside an article in `mkdocs serve`, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.pages.conftest import axe
from tests.serving import Server
from tests.sites import DEEP, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Preview = tuple[Site, Server]

MARKED = """() => {
  const marks = [...document.querySelectorAll("mark.mkdocs-focus")];
  const ranges = globalThis.CSS?.highlights ? [...(CSS.highlights.get("mkdocs-focus") ?? [])] : [];
  const box = (marks[0] ?? ranges[0])?.getBoundingClientRect();
  const text = marks.length ? marks.map(m => m.textContent).join("") : ranges.map(r => r.toString()).join("");
  return {text: text.replace(/\\s+/g, " "), top: box?.top ?? -1, height: innerHeight, count: marks.length || ranges.length};
}"""


ADDRESSES = {
    "deep": "2024/05/01/why-the-1966-lambretta-sx-200-seizes-at-90-kmh-and-the-jet-that-cures-it/",
    "long": "2024/05/01/again-why-the-1966-lambretta-sx-200-seizes-at-90-kmh-and-the-jet-that-cures-it/",
    "generic": "2024/06/01/all-about-car-care/",
    "edited": "2024/06/01/more-about-car-care/",
}


def address(server: Server, article: str) -> str:
    return f"http://127.0.0.1:{server.port}/blog/{ADDRESSES[article]}"


def opened(page: Page) -> Page:
    page.locator("mkdocs-focus .panel > summary").click()
    return page


def test_badge_in_serve_and_not_in_build(preview: Preview, open_page: Open) -> None:
    site, server = preview
    page = open_page(address(server, "generic"))
    badge = page.locator("mkdocs-focus .panel > summary")
    assert badge.is_visible()
    assert re.fullmatch(r"Focus: score \d+ of 100, generic, \d+ findings", badge.get_attribute("aria-label") or "")
    assert not page.locator("mkdocs-focus .body").is_visible()
    assert open_page(f"http://127.0.0.1:{server.port}/").locator("mkdocs-focus").count() == 0
    assert site.build("-d", str(site.root / "built")).code == 0
    pages = list((site.root / "built").rglob("*.html"))
    assert len(pages) > 3
    assert not [p for p in pages if "mkdocs-focus" in p.read_text(encoding="utf-8")]
    assert not (site.root / "built/focus").exists()


def test_it_comes_along_where_the_theme_exchanges_pages_by_script(preview: Preview, open_page: Open) -> None:
    page = open_page(f"http://127.0.0.1:{preview[1].port}/blog/")
    # Until it has read the sitemap the theme leaves pages to the browser.
    page.wait_for_function("performance.getEntriesByType('resource').some(e => e.name.endsWith('sitemap.xml'))")
    page.evaluate("window.same = true")
    page.get_by_role("heading", name="All about car care").get_by_role("link").click()
    page.wait_for_url("**/all-about-car-care/", wait_until="commit")
    opened(page)
    page.locator("mkdocs-focus .go:not([data-title])").first.click()
    assert page.evaluate(MARKED)["count"] == 1
    page.go_back()
    page.locator("mkdocs-focus").wait_for(state="detached")
    page.get_by_role("heading", name="Why the 1966").get_by_role("link").first.click()
    page.locator("mkdocs-focus .panel[open]").wait_for()
    assert page.locator("mkdocs-focus .post").count() >= 2
    assert page.evaluate("window.same") is True, "the page was loaded anew"


@pytest.mark.parametrize("highlights", [True, False], ids=["highlight", "mark"])
def test_a_click_on_a_finding_scrolls_to_the_marked_text(preview: Preview, open_page: Open, highlights: bool) -> None:
    page = open_page(address(preview[1], "generic"), height=500)
    if not highlights:
        page.evaluate("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', {value: undefined})")
    opened(page)
    buttons = page.locator("mkdocs-focus .go:not([data-title])")
    assert buttons.count() >= 2
    for number in (buttons.count() - 1, 0):
        quote = buttons.nth(number).get_attribute("data-quote") or ""
        buttons.nth(number).click()
        page.wait_for_function("() => !document.querySelector('html').matches('.scrolling')")
        page.wait_for_timeout(900)
        found: dict[str, Any] = page.evaluate(MARKED)
        assert re.sub(r"\W+", "", found["text"]).lower() in re.sub(r"\W+", "", quote).lower()
        assert len(found["text"]) > 3
        assert 0 <= found["top"] < found["height"]


def test_of_repeated_words_the_right_ones_are_marked(preview: Preview, open_page: Open) -> None:
    _site, server = preview
    page = open_page(address(server, "generic"))
    page.evaluate(
        """() => {
          const paragraph = text => Object.assign(document.createElement("p"), {innerHTML: text});
          const article = document.querySelector(".md-content__inner");
          article.append(paragraph("Zebra <em>crossing</em> one."), paragraph("<b>Zebra</b> cross<i>ing</i> two."));
          const button = document.querySelector("mkdocs-focus").shadowRoot.querySelector(".go:not([data-title])");
          Object.assign(button.dataset, {quote: "**Zebra** [crossing](https://example.com/)", nth: "1"});
        }"""
    )
    opened(page).locator("mkdocs-focus .go:not([data-title])").first.click()
    marked = page.evaluate(
        """() => {
          const range = [...CSS.highlights.get("mkdocs-focus")][0];
          return [range.toString(), range.startContainer.parentElement.closest("p").textContent];
        }"""
    )
    assert marked == ["Zebra crossing", "Zebra crossing two."]


def test_copy_puts_the_exact_post_on_the_clipboard_and_the_counter_is_the_kits(
    preview: Preview, open_page: Open
) -> None:
    site, server = preview
    kits = {kit["title"]: kit for kit in site.json(".cache/plugin/focus/serve/share/index.json")["kits"]}
    posts = next(kit["posts"] for title, kit in kits.items() if title.startswith("Why the 1966"))
    page = opened(open_page(address(server, "deep"), permissions=["clipboard-read", "clipboard-write"]))
    shown = page.locator("mkdocs-focus .post")
    assert shown.count() == len(posts) >= 2
    for number, post in enumerate(posts):
        shown.nth(number).locator(".copy").click()
        assert page.evaluate("navigator.clipboard.readText()") == post["text"]
        counter = shown.nth(number).locator(".count")
        assert counter.get_attribute("data-length") == str(post["length"])
        assert (counter.text_content() or "").replace(",", "").startswith(f"{post['length']} ")
        assert post["text"].endswith(post["link"])
        assert post["link"].startswith("https://example.com/blog/2024/05/01/"), "a preview's own address"
    assert page.locator("mkdocs-focus [role=status]").text_content() == "Copied"
    compose = shown.first.locator(".actions a").get_attribute("href") or ""
    assert compose.startswith("https://x.com/intent/tweet?text=")
    assert "example.com" in compose


def test_an_edit_updates_badge_and_panel_within_one_reload(preview: Preview, open_page: Open) -> None:
    site, server = preview
    page = opened(open_page(address(server, "edited")))
    label = "mkdocs-focus .panel > summary"
    before = page.locator(label).get_attribute("aria-label")
    count = page.locator("mkdocs-focus .findings li").count()
    loads: list[int] = []
    page.on("load", lambda _: loads.append(1))
    text = (site.root / "docs/blog/posts/edited.md").read_text(encoding="utf-8")
    mended = "\nA 1968 Camaro wants 12 lb-ft here.\n\n"
    site.write("blog/posts/edited.md", re.sub("\nIt goes without saying.*?\n\n", mended, text, flags=re.DOTALL))
    page.wait_for_function(
        "old => document.querySelector('mkdocs-focus').shadowRoot.querySelector('summary').ariaLabel != old",
        arg=before, timeout=60_000,
    )  # fmt: skip
    page.wait_for_timeout(1_500)
    assert len(loads) == 1
    assert page.locator("mkdocs-focus .findings li").count() < count
    assert page.locator("mkdocs-focus .body").is_visible(), "open before, closed after the reload"
    page.locator(label).click()
    page.wait_for_timeout(200)
    page.reload()
    assert not page.locator("mkdocs-focus .body").is_visible()


def test_a_walk_by_keyboard(preview: Preview, open_page: Open) -> None:
    page = open_page(address(preview[1], "generic"), reduced_motion="reduce")
    focused = "document.querySelector('mkdocs-focus').shadowRoot.activeElement?.className"
    page.locator("mkdocs-focus .panel > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("mkdocs-focus .body").is_visible()
    page.keyboard.press("Tab")
    while page.evaluate(focused) != "go":  # the scrolling body comes first
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(MARKED)["count"] == 1
    page.keyboard.press("Escape")
    assert not page.locator("mkdocs-focus .body").is_visible()
    assert page.evaluate("document.querySelector('mkdocs-focus').shadowRoot.activeElement.localName") == "summary"


def test_the_panel_can_be_read_without_javascript(preview: Preview, open_page: Open) -> None:
    page = opened(open_page(address(preview[1], "deep"), java_script_enabled=False))
    assert page.locator("mkdocs-focus .scores").is_visible()
    facebook = page.locator("mkdocs-focus .scene.facebook")
    assert facebook.is_visible()
    assert facebook.bounding_box()["width"] < 400  # type: ignore[index]
    page.locator("mkdocs-focus label", has_text="Desktop").click()
    assert facebook.bounding_box()["width"] > 450  # type: ignore[index]


def test_facebook_folds_and_unfolds(preview: Preview, open_page: Open) -> None:
    text = opened(open_page(address(preview[1], "long"))).locator("mkdocs-focus .scene.facebook .text")
    assert 200 < len(text.inner_text()) < 260
    text.page.locator("mkdocs-focus label", has_text="Desktop").click()
    assert 440 < len(text.inner_text()) < 500
    text.locator(".more-desktop input").check(force=True)
    assert len(text.inner_text()) > 600


def test_a_picture_that_is_missing_or_cropped_is_told(preview: Preview, open_page: Open) -> None:
    page = opened(open_page(address(preview[1], "deep")))
    warnings = page.locator("mkdocs-focus .warnings")
    assert "no picture" in warnings.inner_text()
    picture = """(size) => new Promise(done => {
      const canvas = Object.assign(document.createElement("canvas"), size);
      const root = document.querySelector("mkdocs-focus").shadowRoot;
      const image = new Image();
      image.onload = () => { root.host.measure(image); done(root.querySelector(".warnings").innerText); };
      image.src = canvas.toDataURL();
    })"""
    told = page.evaluate(picture, {"width": 500, "height": 500})
    assert "500 pixels wide" in told
    assert "48% of it is lost at top and bottom" in told


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_panel_and_previews(preview: Preview, open_page: Open, scheme: str, width: int) -> None:
    for article in ("generic", "deep"):
        page = open_page(address(preview[1], article), width, 844, color_scheme=scheme)
        assert axe(page) == [], "badge"
        opened(page)
        for summary in page.locator("mkdocs-focus .scores summary").all():
            summary.click()
        assert axe(page) == [], article
        if article == "deep":
            for choice in ("Desktop", "Small", "Dark", "Light"):
                page.locator("mkdocs-focus label", has_text=choice).click()
                assert axe(page) == [], choice


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_it_is_at_home_in_the_themes_of_mkdocs(
    site: Site, serve: Callable[[Site], Server], open_page: Open, theme: str
) -> None:
    site.config(
        f"site_name: Test\nsite_url: https://example.com/\ntheme: {{name: {theme}, highlightjs: false}}\nplugins: [search, focus]\n"
    )
    site.write("deep.md", DEEP)
    server = serve(site)
    page = opened(open_page(f"http://127.0.0.1:{server.port}/deep/"))
    assert page.locator("mkdocs-focus .post").count() >= 2
    assert axe(page) == []
    article, panel = page.locator("[role=main]"), page.locator("mkdocs-focus aside")
    page.wait_for_timeout(300)
    right = "e => e.getBoundingClientRect().right"
    beside = article.evaluate(right)
    assert beside <= panel.evaluate("e => e.getBoundingClientRect().left"), "the panel lies on the article"
    page.locator("mkdocs-focus .panel > summary").click()
    page.wait_for_timeout(300)
    assert article.evaluate(right) > beside or theme == "readthedocs", "it does not come back"
