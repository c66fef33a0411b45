"""Fixtures of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, blog_site, plain_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site under MkDocs' own theme."""
    return plain_site(tmp_path)


@pytest.fixture
def blog(tmp_path: Path) -> Site:
    """A site on Material with its blog plugin."""
    return blog_site(tmp_path)
