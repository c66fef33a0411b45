"""Whatever stands in an article, the build ends well, says what is wrong, and executes nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.sites import DEEP, PLAIN, Site

BODY = DEEP.split("---\n", 2)[2]


def front(text: str) -> bytes:
    return f"---\n{text}\n---\n{BODY}".encode()


UNREADABLE = "front-matter-unreadable"
INPUTS: dict[str, tuple[bytes, str | None]] = {
    "broken-yaml": (front("title: a: b"), UNREADABLE),
    "list": (front("- a\n- b"), UNREADABLE),
    "duplicate": (front("title: a\ntitle: b"), "duplicate-key"),
    "tabs": (front("title: a\n\tsub: b"), UNREADABLE),
    "bom": (b"\xef\xbb\xbf" + front("topic: 3"), "wrong-type"),
    "crlf": (front("topic: 3").replace(b"\n", b"\r\n"), "wrong-type"),
    "mixed-ends": (front("topic: 3").replace(b"\n", b"\r\n", 2), "wrong-type"),
    "latin-1": ("---\ntitle: Käse\n---\n\nFür Müller: ein Stück Käse.\n".encode("latin-1"), "not-utf-8"),
    "nul": (front("title: a\x00b"), UNREADABLE),
    "nul-in-text": (front("title: ab") + b"\n\nText \x00 with \x00 them.\n", None),
    "empty": (b"", None),
    "only-front": (b"---\ntopic: x\n---\n", None),
    "toml": (f'+++\ntitle = "a"\n+++\n{BODY}'.encode(), UNREADABLE),
    "unclosed": (b"---\ntitle: a\n\nText that goes on.\n", UNREADABLE),
    "headings": (b"# Many\n\n" + b"".join(b"## Heading %d\n\nText.\n\n" % i for i in range(2_000)), None),
    "rtl": ("---\ntopic: \u202eمرحبا\n---\n\nمرحبا بالعالم. هذا نص عربي.\n".encode(), None),
    "cjk": (
        "---\ntopic: 東京駅の発車メロディ\n---\n\n東京駅の発車メロディは1989年3月11日に導入された。\n".encode(),
        None,
    ),
    "topic-number": (front("topic: 1968"), "wrong-type"),
    "topic-date": (front("topic: 2024-01-01"), "wrong-type"),
    "topic-list": (front("topic: [a, b]"), "wrong-type"),
    "topic-mapping": (front("topic: {a: b}"), "wrong-type"),
    "topic-long": (front("topic: " + "word " * 2_000), "wrong-type"),
    "unknown-key": (front("share:\n  hashtag: [a]"), "unknown-key"),
    "share-text": (front("share: yes please"), "wrong-type"),
    "tags-null": (front("tags: [a, null, 3]\ncategories: one\nauthors: {a: b}\nslug: 2024"), None),
}


def test_each_bad_input_has_its_finding_and_the_build_ends(site: Site) -> None:
    for name, (data, _) in INPUTS.items():
        site.write(f"{name}.md", data)
    site.write("deep.md", DEEP)
    run = site.build()
    assert run.code == 0, run.out[-3000:]
    assert "could not be judged" not in run.out
    report = site.report()
    assert set(report) == {f"docs/{name}.md" for name in (*INPUTS, "deep")}
    for name, (_, rule) in INPUTS.items():
        rules = {f["rule"] for f in report[f"docs/{name}.md"]["findings"]}
        if rule is not None:
            assert rule in rules, (name, rules)
        elif name.startswith(("topic", "tags")):
            assert "wrong-type" not in rules


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("line", "# Long\n\n" + "word, " * 900_000),
        ("headings", "# Top\n\n" + "".join(f"## Heading {i}\n\nText.\n\n" for i in range(10_000))),
        ("lists", "".join(" " * (2 * i) + "- item\n" for i in range(200))),
        ("quotes", ">" * 500 + " deep\n"),
        ("brackets", "[" * 20_000 + "](" * 20_000 + "*_" * 20_000),
        ("marks", "**" + "a*b_c`d" * 20_000),
    ],
)
def test_hostile_texts_are_read_in_time_by_the_command(site: Site, name: str, text: str) -> None:
    site.write(f"{name}.md", text)
    run = site.run("mkdocs_focus", "check", f"docs/{name}.md", "--format", "json", "--fail-on", "never")
    assert run.code == 0, run.out[-2000:]


HOSTILE = ("{{ 7*7 }}", "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>')


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _images(tags: _Tags) -> int:
    return sum(tag == "img" and attributes.get("src") == "x" for tag, attributes in tags.found)


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_in_the_front_matter_is_executed(site: Site, value: str) -> None:
    quoted = value.replace("'", "''")
    keys = "".join(
        f"{key}: '{quoted}'\n" for key in ("title", "topic", "audience", "description", "author", "series")
    )
    share = "".join(f"  {key}: '{quoted}'\n" for key in ("twitter", "facebook", "image", "image_alt", "uid"))
    lists = f"tags: ['{quoted}']\ndetails: ['{quoted}']\n"
    site.write("a.md", f"---\n{keys}{lists}depth: detailed\nshare:\n{share}  hashtags: ['{quoted}']\n---\n{BODY}")
    site.config(PLAIN.replace("- focus", "- search"))
    assert site.build().code == 0
    bare = (site.root / "site/a/index.html").read_text(encoding="utf-8")  # what the theme itself lets through
    site.config(PLAIN)
    run = site.build()
    assert run.code == 0, run.out
    html = (site.root / "site/a/index.html").read_text(encoding="utf-8")
    tags, before = _Tags(), _Tags()
    before.feed(bare)
    tags.feed(html)
    assert _images(tags) == _images(before)
    scripts = re.compile(r"<script[^>]*>alert\(1\)")
    assert len(scripts.findall(html)) == len(scripts.findall(bare))
    assert "49" not in "".join(str(a.get("content")) for t, a in tags.found if t == "meta")
    texts = "".join(f.read_text(encoding="utf-8") for f in (site.root / "focus/share").rglob("*.txt"))
    assert "49" not in texts
    outside = [f for f in site.root.rglob("twitter.txt") if not f.is_relative_to(site.root / "focus")]
    assert outside == []
