"""A build after which nothing changed judges and writes nothing, and says and leaves all the same."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable

import pytest

from tests.sites import DEEP, GENERIC, PLAIN, Run, Site

LAST = ".cache/plugin/focus/last.build"


def picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


def build(site: Site) -> tuple[Run, bool]:
    """A build, and whether anything was judged in it."""
    run = site.build(PYTHONPROFILEIMPORTTIME="1")
    assert run.code in (0, 1), run.out[-3000:]
    return run, "mkdocs_focus.work" in run.out


def said(run: Run) -> list[str]:
    return re.findall(r"^(?:ERROR|WARNING|INFO) .*focus: .*\n    .*", run.out, re.MULTILINE)


def left(site: Site) -> dict[str, bytes]:
    """All files of the site and of the `focus/` folder."""
    folders = [site.root / "site", site.root / "focus"]
    files = [f for folder in folders for f in folder.rglob("*") if f.is_file()]
    return {f.relative_to(site.root).as_posix(): f.read_bytes() for f in files}


def without_memory(site: Site) -> dict[str, bytes]:
    """What a build leaves that knows no other; the report remembers earlier scores, so it is left out."""
    for file in (site.root / ".cache/plugin/focus").iterdir():
        file.unlink()
    assert site.build().code == 0
    return {name: data for name, data in left(site).items() if not name.startswith("focus/report")}


@pytest.fixture
def built(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # MkDocs' own theme tells the time
    site.write("deep.md", DEEP)
    site.write("generic.md", GENERIC)
    assert site.build().code == 0
    return site


def test_nothing_is_judged_or_written_again(built: Site) -> None:
    before = left(built)
    stamps = {f: f.stat().st_mtime_ns for f in (built.root / "focus").rglob("*")}
    kept = {f: f.stat().st_mtime_ns for f in (built.root / ".cache").rglob("*")}
    first, _ = build(built)
    run, judged = build(built)
    assert not judged
    assert "markdown_it" not in run.out
    assert said(run) == said(first)
    assert any("generic-article" in line for line in said(run))
    assert left(built) == before
    assert stamps == {f: f.stat().st_mtime_ns for f in (built.root / "focus").rglob("*")}
    assert kept == {f: f.stat().st_mtime_ns for f in (built.root / ".cache").rglob("*")}


def edit(site: Site) -> None:
    site.write("generic.md", GENERIC + "\nOne more sentence.\n")


def drop(site: Site) -> None:
    (site.root / "docs/deep.md").unlink()


def add_picture(site: Site) -> None:
    site.write("piston.png", picture(1200, 630))


def change_posts(site: Site) -> None:
    (site.root / "focus/share/deep/facebook.txt").write_text("Not what the build wrote.")


def change_theme(site: Site) -> None:
    site.config(PLAIN.replace("theme: mkdocs", "theme: {name: mkdocs, custom_dir: overrides}"))
    (site.root / "overrides").mkdir()
    head = '{% extends "base.html" %}{% block extrahead %}<meta property="og:title" content="Mine">{% endblock %}'
    (site.root / "overrides/main.html").write_text(head)


def rename_site(site: Site) -> None:
    site.config(PLAIN.replace("site_name: Test", "site_name: Renamed"))


def set_rule(site: Site) -> None:
    site.config(PLAIN.replace("- focus", "- focus: {rules: {filler: off}}"))


@pytest.mark.parametrize(
    "change",
    [edit, drop, add_picture, change_posts, change_theme, rename_site, set_rule],
)
def test_whatever_changed_is_seen(built: Site, change: Callable[[Site], None]) -> None:
    change(built)
    _, judged = build(built)
    assert judged
    now = {name: data for name, data in left(built).items() if not name.startswith("focus/report")}
    _, judged = build(built)
    assert not judged
    assert without_memory(built) == now


def test_a_head_that_changed_alone_gets_its_own_tags(built: Site) -> None:
    """A theme's own file is nothing that the plugin asks for; it shows in the finished page only."""
    change_theme(built)
    build(built)
    (built.root / "overrides/main.html").write_text('{% extends "base.html" %}')
    _, judged = build(built)
    assert judged
    page = (built.root / "site/deep/index.html").read_text(encoding="utf-8")
    assert page.count('property="og:title"') == 1
    assert "Mine" not in page


@pytest.mark.parametrize("damage", [b"", b"00000000\n{}", b"{", None])
def test_a_damaged_memory_counts_as_none(built: Site, damage: bytes | None) -> None:
    before = left(built)
    file = built.root / LAST
    data = file.read_bytes()
    file.write_bytes(data[:-40] if damage is None else damage)
    run, judged = build(built)
    assert judged
    assert said(run)
    assert left(built) == before
    assert file.read_bytes() == data


def test_findings_end_the_build_every_time(built: Site) -> None:
    built.config(PLAIN.replace("- focus", "- focus: {fail_on: warning}"))
    codes = [build(built) for _ in range(2)]
    assert [run.code for run, _ in codes] == [1, 1]
    assert [judged for _, judged in codes] == [True, False]
    assert built.build("--strict").code == 1


def test_a_baseline_that_came_later_holds(built: Site) -> None:
    assert built.run("mkdocs_focus", "check", "--baseline").code == 0
    run, judged = build(built)
    assert judged
    assert not any("generic-article" in line for line in said(run))
    assert not any("generic-article" in line for line in said(build(built)[0]))


def test_a_dirty_build_leaves_what_it_does_not_see(built: Site) -> None:
    before = {name: data for name, data in left(built).items() if name.startswith("focus/")}
    kept = {file: file.read_bytes() for file in (built.root / ".cache/plugin/focus").iterdir()}
    edit(built)
    run = built.build("--dirty")
    assert run.code == 0
    assert "1 article: " in run.out
    assert before == {name: data for name, data in left(built).items() if name.startswith("focus/")}
    assert kept == {file: file.read_bytes() for file in (built.root / ".cache/plugin/focus").iterdir()}
