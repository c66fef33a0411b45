"""The report: in a preview, from the disk, and as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mkdocs_focus.build import build
from mkdocs_focus.output.history import Past
from mkdocs_focus.output.report import Links, make_report, report_html
from mkdocs_focus.page import Page as Article
from mkdocs_focus.review.review import Review
from mkdocs_focus.settings import Settings
from tests.pages.conftest import axe
from tests.serving import Server
from tests.sites import DEEP, GENERIC, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUIET = "theme: {name: mkdocs, highlightjs: false}\nplugins: [search, focus]\n"
"""MkDocs' theme without what it fetches from elsewhere."""
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def reviews() -> list[Review]:
    """Thirty articles, some alike."""
    pages = []
    for number in range(30):
        text = (GENERIC, DEEP)[number % 2].replace("SX 200", f"SX {200 + number // 6}")
        text = text.replace("title: ", f"title: {number:02d} ").replace("2024-05-01", f"2024-05-{number + 1:02d}")
        pages.append(
            Article(text.encode(), f"docs/{number:02d}.md", f"{number:02d}", f"https://example.com/{number:02d}/")
        )
    return list(build(pages, Settings()).reviews)


@pytest.fixture(scope="module")
def report(reviews: list[Review], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report as a file."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    made = make_report(reviews, [("docs/bad.md", "ValueError: <b>")], Past(), "Test", "https://example.com/")
    file.write_text(report_html(made, Links({r.path: r.url or "" for r in reviews}), "#009485"), encoding="utf-8")
    return file.as_uri()


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"tbody tr:not([hidden]) > :nth-child({number})").all()
    return [(cell.evaluate("e => e.firstChild?.textContent ?? ''")).strip() for cell in cells]


def test_it_sorts_by_each_column(report: str, open_page: Open) -> None:
    page = open_page(report)
    dates = column(page, 7)
    assert dates[:15] == sorted(dates[:15], reverse=True), "the newest come first"
    assert dates[15:] == [""] * 15
    assert page.locator("thead th:nth-child(7)").get_attribute("aria-sort") == "descending"
    for number, name in ((2, "Score"), (5, "Details per 100 words"), (6, "Findings"), (8, "Posts ready")):
        button = page.get_by_role("button", name=name)
        for order in ("ascending", "descending"):
            while page.locator(f"thead th:nth-child({number})").get_attribute("aria-sort") != order:
                button.click()
            values = [float(value) for value in column(page, number)]
            assert values == sorted(values, reverse=order == "descending"), name
            assert len(values) == 30
    page.get_by_role("button", name="Date").click()
    dates = column(page, 7)
    assert dates[:15] == sorted(dates[:15], reverse=True)
    assert dates[15:] == [""] * 15, "articles without a date come last"
    page.get_by_role("button", name="Date").click()
    assert column(page, 7)[:15] == sorted(dates[:15])
    page.get_by_role("button", name=re.compile("^Article")).click()
    assert [title[:2] for title in column(page, 1)] == [f"{n:02d}" for n in range(30)]


def test_it_filters_by_words_verdict_and_posts(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.get_by_label("Verdict").select_option("generic")
    assert set(column(page, 3)) == {"generic"}
    assert page.locator("output").text_content() == "15 of 30"
    page.get_by_label("Verdict").select_option("")
    page.get_by_label("Posts").select_option("1")
    assert 0 < len(column(page, 8)) < 30
    assert "0" not in column(page, 8)
    page.get_by_label("Posts").select_option("")
    page.get_by_label("Search").fill("lambretta 203")
    assert len(column(page, 1)) == 3
    page.get_by_label("Search").fill("")
    assert len(column(page, 1)) == 30
    page.locator(".rule button", has_text="filler").click()
    assert set(column(page, 3)) == {"generic"}
    assert all("filler" in cell for cell in page.locator("tbody tr:not([hidden]) td:nth-child(6)").all_inner_texts())


def test_a_walk_by_keyboard(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.get_by_label("Search").focus()
    page.keyboard.type("lambretta")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Article"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("thead th").nth(1).get_attribute("aria-sort")
    for _ in range(7):
        page.keyboard.press("Tab")
    assert "Lambretta" in page.evaluate("document.activeElement.textContent")


def test_each_dot_leads_to_its_row(report: str, open_page: Open) -> None:
    page = open_page(report)
    dots = page.locator(".chart a")
    assert dots.count() == 30
    page.evaluate("location.hash = document.querySelector('.chart a:nth-of-type(5)').getAttribute('href')")
    assert page.locator("tr:target").count() == 1
    assert page.locator("tr:target th").is_visible()
    dots.nth(3).dispatch_event("mouseover")
    assert dots.nth(3).locator("title").text_content()


def test_it_names_topics_that_overlap_and_what_failed(report: str, open_page: Open) -> None:
    page = open_page(report)
    overlaps = page.locator("section", has=page.get_by_role("heading", name="Topics that overlap"))
    assert "100%" in overlaps.inner_text()
    assert "ValueError: <b>" in page.locator("main").inner_text()


def test_it_can_be_read_without_javascript_and_printed(report: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(report, java_script_enabled=False)
    assert len(column(page, 1)) == 30
    assert not page.locator("form").is_visible()
    page.emulate_media(media="print")
    assert page.locator("tbody tr").first.is_visible()
    pdf = page.pdf(landscape=True)
    assert pdf.count(b"/Type /Page\n") in range(2, 7)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(report: str, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(report, width, bypass_csp=True, color_scheme=scheme)
    assert axe(page) == []
    page.locator("thead button").nth(1).click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_small(reviews: list[Review]) -> None:
    hundred = [replace(review, path=f"{i}/{review.path}") for i in range(4) for review in reviews][:100]
    made = make_report(hundred, (), Past(), "Test")
    assert (
        len(report_html(made, Links({r.path: f"https://example.com/blog/2024/{r.path}/" for r in hundred})).encode())
        < 60_000
    )


def test_what_changed_is_told_until_something_changes_again(site: Site) -> None:
    site.write("deep.md", DEEP)
    site.write("other.md", GENERIC)
    site.build()
    first = site.json("focus/report.json")
    assert first["changes"] == []
    assert first["summary"]["articles"] == 2
    assert first["articles"][0]["history"] == [first["articles"][0]["score"]]
    site.write("other.md", GENERIC + "\n\nThe car had 3 rust holes of 12 mm, and the weld cost 140 euros in 2019.\n")
    site.write("new.md", DEEP.replace("SX 200", "TV 175"))
    (site.root / "docs/deep.md").unlink()
    site.build()
    second = (site.root / "focus/report.json").read_bytes()
    changes = {change["path"]: change for change in site.json("focus/report.json")["changes"]}
    assert set(changes) == {"docs/deep.md", "docs/new.md", "docs/other.md"}
    assert changes["docs/deep.md"]["score"][1] is None
    assert changes["docs/new.md"]["verdict"][0] is None
    old, new = changes["docs/other.md"]["score"]
    other = next(a for a in site.json("focus/report.json")["articles"] if a["path"] == "docs/other.md")
    assert other["history"] == [old, new]
    page = (site.root / "focus/report.html").read_text(encoding="utf-8")
    assert "<b>gone</b>" in page
    assert "<b>new</b>" in page
    site.build()
    assert (site.root / "focus/report.json").read_bytes() == second
    (site.root / "focus/report.json").write_text('{"version": 1, "articles": [{"path": 3}]}')
    assert site.build().code == 0, "a file that is not ours is no report"


def test_links_lead_to_the_site_without_an_address_too(site: Site, open_page: Open) -> None:
    (site.root / "theme").mkdir()
    (site.root / "theme/main.html").write_text("<title>{{ page.title }}</title><main>{{ page.content }}</main>")
    site.config("site_name: Test\ntheme: {name: null, custom_dir: theme}\nplugins: [focus]\n")
    site.write("deep.md", DEEP)
    assert site.build().code == 0
    page = open_page((site.root / "focus/report.html").as_uri())
    page.locator("tbody a").click()
    assert "Lambretta" in page.title()


def test_the_preview_has_it_under_focus(site: Site, serve: Callable[[Site], Server], open_page: Open) -> None:
    site.config("site_name: Test\nsite_url: https://example.com/\n" + QUIET)
    site.write("deep.md", DEEP)
    server = serve(site)
    page = open_page(f"http://127.0.0.1:{server.port}/focus/")
    page.locator("tbody a").click()
    page.locator("mkdocs-focus .panel > summary").click()
    page.get_by_role("link", name="All articles").click()
    assert page.title() == "Focus report · Test"
