"""`mkdocs serve`: one rebuild an edit, no loop, the same findings each time, drafts checked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.serving import Server
from tests.sites import DEEP, GENERIC, Site


def test_an_edit_rebuilds_once_and_finds_the_same(site: Site, serve: Callable[[Site], Server]) -> None:
    site.write("generic.md", GENERIC)
    site.write("draft.md", DEEP.replace("depth: detailed\n", "depth: detailed\ndraft: true\n"))
    server = serve(site)
    time.sleep(3)
    assert server.builds() == 1, "a build without an edit"
    for number in range(2, 6):
        site.write("deep.md", DEEP + f"\nEdit {number}.\n")
        server.wait(lambda number=number: server.builds() >= number)  # type: ignore[misc]
        time.sleep(1.5)
        assert server.builds() == number
    parts = server.text().split("Building documentation...")[1:]
    found = [sorted(re.findall(r"focus: (docs/generic\.md:\d+:\d+: [\w-]+)", part)) for part in parts[:5]]
    assert found[0]
    assert all(later == found[0] for later in found), found
    assert "3 articles" in parts[1]
    assert not (site.root / "focus").exists()


@pytest.mark.parametrize("options", [(), ("--clean",), ("--dirty",)])
def test_a_kit_made_by_serve_is_marked_unpublishable(
    site: Site, serve: Callable[..., Server], options: tuple[str, ...]
) -> None:
    site.write("deep.md", DEEP)
    serve(site, *options)
    assert not (site.root / "focus").exists()
    index = site.json(".cache/plugin/focus/serve/share/index.json")
    assert index["publishable"] is False
    assert index["kits"]
    assert all(kit["publishable"] is False for kit in index["kits"])
