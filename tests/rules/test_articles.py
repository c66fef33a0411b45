"""Little articles that a rule must flag, and near misses that it must let pass: `articles/RULE.md`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_focus.rules.catalogue import BY_NAME

from .subjects import hits

_HEAD = re.compile(r"^<!-- (flag|pass): (.+) -->\n", re.MULTILINE)


def _cases() -> list[tuple[str, str, str, str]]:
    """Rule, what is to happen, why, article."""
    found = []
    for file in sorted((Path(__file__).parent / "articles").glob("*.md")):
        _, *parts = _HEAD.split(file.read_text(encoding="utf-8"))
        found += [(file.stem, *case) for case in zip(parts[::3], parts[1::3], parts[2::3], strict=True)]
    return found


@pytest.mark.parametrize(("name", "kind", "why", "text"), _cases(), ids=lambda part: part if len(part) < 80 else "")
def test_article(name: str, kind: str, why: str, text: str) -> None:
    found = hits(BY_NAME[name], text)
    assert bool(found) == (kind == "flag"), (why, [hit.message for hit in found])
