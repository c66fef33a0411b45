"""What the cache keeps comes back as it was."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_focus.build import build
from mkdocs_focus.kept import fingerprint, keep
from mkdocs_focus.page import Page
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.settings import RuleSetting, Settings
from tests.sites import DEEP, GENERIC

PAGES = [
    Page(DEEP.encode(), "docs/deep.md", "deep", "https://example.com/deep/"),
    Page(GENERIC.encode(), "docs/generic.md", "generic"),
]


def test_a_second_run_reads_equal_reviews_from_the_cache(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "build.reviews"
    first = build(PAGES, Settings(), Cache(file))
    before = file.read_bytes()
    second = build(PAGES, Settings(), Cache(file))
    assert second == first
    assert file.read_bytes() == before
    assert before.count(b"\n") == 3  # the check sum, and a line each
    assert os.listdir(file.parent) == [file.name]


def test_settings_and_text_decide_what_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "build.reviews"
    build(PAGES, Settings(), Cache(file))
    quiet = build(PAGES, Settings(rules={"generic-article": RuleSetting("off")}), Cache(file))
    assert "generic-article" not in {f.rule for r in quiet.reviews for f in r.findings}
    changed = build([Page(GENERIC.encode() + b"\nMore.\n", "docs/generic.md", "generic")], Settings(), Cache(file))
    assert changed.reviews[0].words > quiet.reviews[1].words


def test_the_sites_own_templates_decide_too(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    settings = Settings(templates=str(templates))
    before = fingerprint(settings)
    (templates / "twitter.j2").write_text("{{ lead }} Mine.")
    assert fingerprint(settings) != before


def test_a_damaged_cache_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "build.reviews"
    expected = build(PAGES, Settings(), Cache(file))
    whole = file.read_bytes()
    turned = whole[:200] + bytes([whole[200] ^ 1]) + whole[201:]
    for damage in (b"", b"{", b"00000000\n", b"\xff\xfe", whole[:-1], whole[9:], turned):
        file.write_bytes(damage)
        assert build(PAGES, Settings(), Cache(file)) == expected
        assert file.read_bytes() == whole
    # Whole, but of another kind than this code writes.
    lines = [line.split(b" ")[0] + b" [1,2]" for line in whole.splitlines()[1:]]
    keep(file, b"\n".join(lines))
    assert build(PAGES, Settings(), Cache(file)) == expected


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert build(PAGES, Settings(), Cache(tmp_path / "file" / "build.reviews")).reviews
