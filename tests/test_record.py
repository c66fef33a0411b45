"""What the cache keeps comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_focus.build import Page, build
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.settings import RuleSetting, Settings
from tests.sites import DEEP, GENERIC

PAGES = [Page(DEEP, "docs/deep.md", "deep", "https://example.com/deep/"), Page(GENERIC, "docs/generic.md", "generic")]


def test_a_second_run_reads_equal_reviews_from_the_cache(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "build.json"
    first = build(PAGES, Settings(), Cache(file))
    before = file.read_bytes()
    second = build(PAGES, Settings(), Cache(file))
    assert second == first
    assert file.read_bytes() == before
    assert len(json.loads(before)) == 2


def test_settings_and_text_decide_what_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    build(PAGES, Settings(), Cache(file))
    quiet = build(PAGES, Settings(rules={"generic-article": RuleSetting("off")}), Cache(file))
    assert "generic-article" not in {f.rule for r in quiet.reviews for f in r.findings}
    changed = build([Page(GENERIC + "\nMore.\n", "docs/generic.md", "generic")], Settings(), Cache(file))
    assert changed.reviews[0].words > quiet.reviews[1].words


def test_a_damaged_cache_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    expected = build(PAGES, Settings())
    for damage in (b"", b"{", b"[]", b'{"a": 1}', b"\xff\xfe"):
        file.write_bytes(damage)
        assert build(PAGES, Settings(), Cache(file)) == expected
    kept = json.loads(file.read_bytes())
    file.write_text(json.dumps({key: [1, 2] for key in kept}))
    assert build(PAGES, Settings(), Cache(file)) == expected
