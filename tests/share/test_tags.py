"""Head tags: complete, added only where they lack, escaped."""

import json
from datetime import date, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest

from mkdocs_focus.share.missing import Contradiction, missing_tags
from mkdocs_focus.share.tags import Author, Image, PageFacts, head_tags

FACTS = PageFacts(
    title='Re-lacing a 1911 "Sturmey" & other <hubs>',
    url="https://example.org/hubs/1911/",
    description="Two of the 36 spokes were bent.",
    site_name="Old Hubs",
    locale="en",
    image=Image("https://example.org/hubs/1911/hub.jpg", 1200, 630, "image/jpeg", "The hub on the bench"),
    published=date(2021, 3, 4),
    modified=datetime(2022, 5, 6, 7, 8, tzinfo=timezone(timedelta(hours=2))),
    authors=(Author("R. Weaver"), Author("T. Weaver", "https://example.org/t")),
    tags=("hubs", "wheels"),
    twitter_site="oldhubs",
    twitter_creator="@weaver",
)
PAGE = "<!doctype html><html><head><title>Hubs</title>{}</head><body><p>og:title</p></body></html>"


class Metas(HTMLParser):
    """Reads a page's tags by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.json: list[dict] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and "content" in values:
            self.found.append((values.get("property") or values.get("name"), values["content"]))
        self.inside = values.get("type", "") if tag == "script" else ""

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "application/ld+json":
            self.json.append(json.loads(data))


def test_all_tags_of_an_article():
    assert [(tag.key, tag.value) for tag in head_tags(FACTS)] == [
        ("description", FACTS.description),
        ("og:type", "article"),
        ("og:title", FACTS.title),
        ("og:description", FACTS.description),
        ("og:url", FACTS.url),
        ("og:site_name", "Old Hubs"),
        ("og:locale", "en_US"),
        ("og:image", "https://example.org/hubs/1911/hub.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "The hub on the bench"),
        ("article:published_time", "2021-03-04T00:00:00+00:00"),
        ("article:modified_time", "2022-05-06T07:08:00+02:00"),
        ("article:author", "R. Weaver"),
        ("article:author", "T. Weaver"),
        ("article:tag", "hubs"),
        ("article:tag", "wheels"),
        ("twitter:card", "summary_large_image"),
        ("twitter:title", FACTS.title),
        ("twitter:description", FACTS.description),
        ("twitter:image", "https://example.org/hubs/1911/hub.jpg"),
        ("twitter:image:alt", "The hub on the bench"),
        ("twitter:site", "@oldhubs"),
        ("twitter:creator", "@weaver"),
    ]


def test_a_bare_page_gets_them_all_and_they_read_back_as_they_were():
    page = missing_tags(PAGE.format(""), FACTS).into(PAGE.format(""))
    read = Metas(page)
    assert read.found == [(tag.key, tag.value) for tag in head_tags(FACTS)]
    assert read.json[0]["headline"] == FACTS.title
    assert read.json[0]["@type"] == "Article"
    assert page.endswith("</script>\n</head><body><p>og:title</p></body></html>")


def test_a_second_time_nothing_is_missing():
    page = missing_tags(PAGE.format(""), FACTS).into(PAGE.format(""))
    assert missing_tags(page, FACTS).insert == ""
    assert missing_tags(page, FACTS).contradictions == ()


SOCIAL_PLUGIN = """
<meta name="description" content="Two of the 36 spokes were bent.">
<link rel="canonical" href="https://example.org/hubs/1911/">
<meta property="og:type" content="website"><meta property="og:title" content='Re-lacing a 1911 "Sturmey" &amp; other &lt;hubs&gt; - Old Hubs'>
<meta property="og:description" content="Two of the 36 spokes were bent.">
<meta property="og:image" content="https://example.org/assets/images/social/hub.png"><meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta property="og:url" content="https://example.org/hubs/1911/"><meta property="twitter:card" content="summary_large_image">
<meta property="twitter:title" content="Hubs"><meta property="twitter:description" content="Spokes">
<meta property="twitter:image" content="https://example.org/assets/images/social/hub.png">
"""


def test_beside_the_social_plugin_no_tag_is_there_twice():
    before = PAGE.format(SOCIAL_PLUGIN)
    missing = missing_tags(before, FACTS)
    keys = [key for key, _ in Metas(missing.into(before)).found if not key.startswith("article:")]
    assert len(keys) == len(set(keys))
    assert "og:image:alt" not in keys  # it would describe a picture that is not shown
    assert {"og:site_name", "og:locale"} < set(keys)
    assert missing.contradictions == (
        Contradiction("og:type", "website", "article"),
        Contradiction(
            "og:image", "https://example.org/assets/images/social/hub.png", "https://example.org/hubs/1911/hub.jpg"
        ),
    )


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("<script>const end = '</head>';</script>"),
        PAGE.format("<!-- </head> <meta property='og:title' content='no'> -->"),
        PAGE.format("<style>/* </head> */</style>"),
        "<!doctype html><title>Hubs</title><meta charset=utf-8><body><p>text",
    ],
)
def test_the_head_s_end_is_found_by_parsing(page):
    missing = missing_tags(page, FACTS)
    assert Metas(missing.into(page)).found[-1] == ("twitter:creator", "@weaver")
    assert page[missing.at :].startswith(("</head><body>", "<body>"))


def test_minified_heads_are_read():
    page = "<!doctype html><html><head><meta property=og:title content=Hubs><meta content=x name=twitter:card></head><body>"
    keys = [key for key, _ in Metas(missing_tags(page, FACTS).into(page)).found]
    assert keys.count("og:title") == keys.count("twitter:card") == 1


def test_a_page_without_a_head_is_left_alone():
    assert missing_tags("<p>fragment", FACTS).into("<p>fragment") == "<p>fragment"


def test_contradictions_within_the_page_are_told():
    page = PAGE.format(
        '<meta property="og:url" content="https://a.example/"><link rel="canonical" href="https://b.example/">'
    )
    assert [c.key for c in missing_tags(page, FACTS).contradictions] == ["og:url", "canonical"]


def test_nothing_escapes_the_script():
    facts = PageFacts("</script><script>alert(1)</script>", "https://example.org/")
    page = missing_tags(PAGE.format(""), facts).into(PAGE.format(""))
    assert page.count("<script") == page.count("</script>") == 1
    assert Metas(page).json[0]["headline"] == facts.title


@pytest.mark.parametrize(
    ("given", "wanted"), [("en", "en_US"), ("en-GB", "en_GB"), ("de", "de_DE"), ("zh-Hant", "zh_CN"), ("tlh", "")]
)
def test_locales(given, wanted):
    tags = {tag.key: tag.value for tag in head_tags(PageFacts("t", "https://example.org/", locale=given))}
    assert tags.get("og:locale", "") == wanted
