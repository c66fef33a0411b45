"""The page of the rules says what the rules say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from mkdocs_focus.rules.catalogue import RULES

ROOT = Path(__file__).parents[2]


def test_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("rules_page", ROOT / "tools" / "rules_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == tool.page(), "run: python tools/rules_page.py"
    assert all(f"### {rule.name}\n" in written for rule in RULES)
