"""Finished pages of real sites: each network's tag once, and what it says is what the article and its kit say."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.heads import Head, finished, read_head
from tests.sites import DEEP, Site, blog_site, plain_site

EXAMPLE = Path(__file__).parents[2] / "example_site"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SCOOTERS = "site_name: Scooters & more\nsite_url: https://example.com/notes/\n"

ARTICLE = """\
---
title: 'The "103" jet & the <116>: 1966 Lambretta SX 200'
topic: 1966 Lambretta SX 200 main jet seizure
depth: detailed
description: 'A 103 jet is too lean at 90 km/h; the 116 holds & cools <it>: 168 °C, not 211 °C.'
date: {created: 2024-05-01, updated: 2024-06-02}
tags: [Lambretta, R&D]
authors: [anna, 'Bo "Jet" Ek']
share:
  image: plug.png
  image_alt: 'The plug: "chalk" white & <dry> 🛵'
---
""" + DEEP.split("---\n", 2)[2].replace(
    "# Why the 1966 Lambretta SX 200 seizes at 90 km/h, and the jet that cures it", ""
)
AUTHORS = """\
authors:
  anna: {name: Anna Rossi, description: rider, avatar: "https://example.com/a.png", url: "https://x.com/annarossi"}
  'Bo "Jet" Ek': {name: 'Bo "Jet" Ek', description: rider, avatar: "https://example.com/b.png"}
"""
TITLE = 'The "103" jet & the <116>: 1966 Lambretta SX 200'
PLAIN_TITLE = "The 103 jet & the 116: 1966 Lambretta SX 200"
DESCRIPTION = "A 103 jet is too lean at 90 km/h; the 116 holds & cools <it>: 168 °C, not 211 °C."
ALT = 'The plug: "chalk" white & <dry> 🛵'

MATERIAL = SCOOTERS + "theme: {name: material, font: false}\nplugins:\n  - search\n  - tags\n  - blog\n"
FOCUS = '  - focus: {twitter_site: scooters, twitter_creator: "@everybody"}\n'
CROWDED = (
    "  - rss: {match_path: blog/posts/.*, use_git: false, date_from_meta: {as_creation: date.created}}\n"
    "  - meta-descriptions\n  - minify: {minify_html: true}\n"
)
SITES = {
    "Material, a blog": MATERIAL + FOCUS,
    "Material with rss, meta-descriptions and minify": MATERIAL + CROWDED + FOCUS,
    "MkDocs' own theme": SCOOTERS + "theme: mkdocs\nplugins:\n" + FOCUS,
}


def picture(file: Path) -> None:
    """A picture of the size that networks like."""
    image = pytest.importorskip("PIL.Image")
    file.parent.mkdir(parents=True, exist_ok=True)
    image.new("RGB", (1200, 630), "#aa3300").save(file)


def made(root: Path, config: str, article: str = ARTICLE) -> Site:
    """A site with one article."""
    blog = "- blog" in config
    site = (blog_site if blog else plain_site)(root)
    site.config(config)
    folder = "blog/posts" if blog else "posts"
    picture(root / "docs" / folder / "plug.png")
    site.write(f"{folder}/jet.md", article if blog else article.replace("anna,", "Anna Rossi,"))
    if blog:
        site.write("blog/.authors.yml", AUTHORS)
    return site


def with_social_cards(site: Site) -> Site:
    """Switch Material's social plugin on. It fetches its font from elsewhere, unless it has done so before."""
    try:
        pytest.importorskip("cairosvg", exc_type=OSError)  # without the system's libcairo
    except ImportError:
        pytest.skip("mkdocs-material[imaging] is not installed")
    if not (FONTS / "DejaVuSans-Bold.ttf").is_file():
        pytest.skip("no font to draw cards with")
    kept = site.root / ".cache/plugin/social/fonts/Roboto"
    kept.mkdir(parents=True)
    shutil.copy(FONTS / "DejaVuSans.ttf", kept / "Regular.ttf")
    shutil.copy(FONTS / "DejaVuSans-Bold.ttf", kept / "Bold.ttf")
    config = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    site.config(config.replace("plugins:\n", "plugins:\n  - social\n", 1))
    return site


def built(site: Site) -> tuple[str, dict[str, Head]]:
    """The log of a build, and its pages, none of which says anything twice."""
    run = site.build()
    assert run.code == 0, run.out[-3000:]
    pages = dict(finished(site.root / "site"))
    assert {path: head.twice for path, head in pages.items() if head.twice} == {}
    return run.out, pages


def article_of(pages: dict[str, Head]) -> Head:
    (head,) = (head for head in pages.values() if any(data.get("@type") == "Article" for data in head.data))
    return head


@pytest.mark.parametrize("config", SITES.values(), ids=SITES.keys())
def test_the_head_says_what_article_and_kit_say(tmp_path: Path, config: str) -> None:
    site = made(tmp_path, config)
    _, pages = built(site)
    head = article_of(pages)
    (kit,) = site.json("focus/share/index.json")["kits"]
    image = kit["image"]
    own_account = "@annarossi" if "- blog" in config else "@everybody"
    wanted = {
        "description": DESCRIPTION,
        "og:type": "article",
        "og:title": TITLE,
        "og:description": DESCRIPTION,
        "og:url": kit["url"],
        "og:site_name": "Scooters & more",
        "og:locale": "en_US",
        "og:image": image,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": ALT,
        "article:published_time": "2024-05-01T00:00:00+00:00",
        "article:modified_time": "2024-06-02T00:00:00+00:00",
        "twitter:card": "summary_large_image",
        "twitter:title": TITLE,
        "twitter:description": DESCRIPTION,
        "twitter:image": image,
        "twitter:image:alt": ALT,
        "twitter:site": "@scooters",
        "twitter:creator": own_account,
    }
    assert {key: head[key] for key in wanted} == wanted
    assert head.all("article:author") == ["Anna Rossi", 'Bo "Jet" Ek']
    assert head.all("article:tag") == ["Lambretta", "R&D"]
    assert head.canonical == [kit["url"]]
    assert (kit["title"], kit["image_alt"], kit["date"]) == (TITLE, ALT, "2024-05-01")
    assert (site.root / "site" / image.removeprefix("https://example.com/notes/")).is_file()
    anna = {"@type": "Person", "name": "Anna Rossi"}
    assert head.article == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": TITLE,
        "description": DESCRIPTION,
        "url": kit["url"],
        "mainEntityOfPage": kit["url"],
        "datePublished": "2024-05-01T00:00:00+00:00",
        "dateModified": "2024-06-02T00:00:00+00:00",
        "author": [
            anna | ({"url": "https://x.com/annarossi"} if "- blog" in config else {}),
            {"@type": "Person", "name": 'Bo "Jet" Ek'},
        ],
        "publisher": {"@type": "Organization", "name": "Scooters & more"},
        "keywords": ["Lambretta", "R&D"],
        "inLanguage": "en",
        "image": {"@type": "ImageObject", "url": image, "width": 1200, "height": 630},
    }


@pytest.mark.parametrize("crowd", ["", CROWDED], ids=["social alone", "social with rss, meta-descriptions, minify"])
def test_beside_the_social_plugin(tmp_path: Path, crowd: str) -> None:
    # The plugin writes titles as they are, so that a quotation mark ends them: see the test below.
    own = ARTICLE.replace(TITLE, PLAIN_TITLE).replace("  image: plug.png\n", "")
    site = with_social_cards(made(tmp_path, MATERIAL + crowd + FOCUS, own))
    log, pages = built(site)
    head = article_of(pages)
    card = head["og:image"] or ""
    assert card.startswith("https://example.com/notes/assets/images/social/")
    wanted = {
        "og:type": "website",  # the plugin's word; that it contradicts is told
        "og:title": f"{PLAIN_TITLE} - Scooters & more",
        "og:description": DESCRIPTION,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:alt": ALT,
        "og:site_name": "Scooters & more",
        "article:modified_time": "2024-06-02T00:00:00+00:00",
        "twitter:card": "summary_large_image",
        "twitter:image": card,
        "twitter:image:alt": ALT,
        "twitter:creator": "@annarossi",
    }
    assert {key: head[key] for key in wanted} == wanted
    assert head.article["image"] == {"@type": "ImageObject", "url": card, "width": 1200, "height": 630}
    assert "docs/blog/posts/jet.md: the head's og:type is “website”, the article's “article”" in log
    assert log.count("the head's") == 1
    # An article's own picture is another than the plugin's, which goes first: told, not mended.
    site.write("blog/posts/jet.md", ARTICLE.replace(TITLE, PLAIN_TITLE))
    log, pages = built(site)
    assert article_of(pages)["og:image"] == card
    assert article_of(pages)["og:image:alt"] is None
    assert "docs/blog/posts/jet.md: the head's og:image is " in log


def test_a_title_that_another_plugin_breaks_off_is_told(tmp_path: Path) -> None:
    site = with_social_cards(made(tmp_path, MATERIAL + FOCUS, ARTICLE.replace(TITLE, 'The "103" jet: Lambretta')))
    log, _ = built(site)
    assert "the head's og:title is “The”, the article's “The \"103\" jet: Lambretta”" in log


def test_a_theme_s_own_tags_stand_and_contradictions_are_told(tmp_path: Path) -> None:
    site = made(tmp_path, SITES["MkDocs' own theme"].replace("mkdocs\n", "{name: mkdocs, custom_dir: theme}\n"))
    site.root.joinpath("theme").mkdir()
    site.root.joinpath("theme/main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}<meta content=Other property=og:title>'
        "<META NAME='twitter:card' CONTENT=summary><meta property='og:url' content=https://elsewhere.example/>"
        "{% endblock %}",
        encoding="utf-8",
    )
    log, pages = built(site)
    head = article_of(pages)
    assert (head["og:title"], head["twitter:card"], head["og:site_name"]) == ("Other", "summary", "Scooters & more")
    assert f"docs/posts/jet.md: the head's og:title is “Other”, the article's “{TITLE}”" in log
    assert "docs/posts/jet.md: the head's og:url is “https://elsewhere.example/”" in log


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Callable[[str], Site]]:
    """The example site in a folder of its own."""
    left = shutil.ignore_patterns("site", "focus", ".cache")
    shutil.copytree(EXAMPLE, tmp_path / "example", ignore=left)
    return Site(tmp_path / "example")


@pytest.mark.parametrize("social", [False, True], ids=["cards of ours", "social plugin"])
def test_the_example_site(example: Site, social: bool) -> None:
    if social:
        with_social_cards(example)
    _, pages = built(example)
    by_address = {head["og:url"]: head for head in pages.values()}
    kits = example.json("focus/share/index.json")["kits"]
    assert len(kits) >= 10
    facts: dict[str, dict[str, Any]] = example.report()
    for kit in kits:
        head = by_address[kit["url"]]
        suffix = " - The F-Body Workshop" if social else ""
        assert head["og:title"] == kit["title"] + suffix
        assert head["og:site_name"] == "The F-Body Workshop"
        assert (head["article:published_time"] or "")[:10] == kit["date"]
        assert head.article["headline"] == kit["title"][:110]
        assert head["og:image:alt"] or social
        assert head["twitter:card"] == "summary_large_image"
        if not social:
            assert (head["og:image"], head["og:type"]) == (kit["image"], "article")
            assert kit["image_alt"] in (None, head["og:image:alt"])
            assert (example.root / "site" / kit["image"].removeprefix("https://example.com/")).is_file()
        assert facts[kit["path"]]["url"] == head.canonical[0] == kit["url"]


def test_the_reader_of_these_tests_sees_what_is_twice() -> None:
    head = read_head("<title>x</title><meta name=og:title content=a><meta property='og:title' content='b'><p>")
    assert head.twice == ["og:title"]
