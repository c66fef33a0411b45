"""The theme's colour for pages that stand outside the theme."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

PRIMARY = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep-purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light-blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light-green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep-orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue-grey": "#546d78", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip
"""Material for MkDocs' primary colours by name, as its own style sheet has them."""


def primary(palette: Any) -> str:
    """The name of the primary colour in Material's `palette` setting, or empty where there is no such setting."""
    first = palette[0] if isinstance(palette, Sequence) and not isinstance(palette, str) and palette else palette
    if not isinstance(first, Mapping):
        return ""
    return re.sub(r"[\s_]+", "-", str(first.get("primary", "indigo")).lower())


def accent(palette: Any) -> str:
    """The primary colour as CSS; empty where it is none that accents, such as black, or not known."""
    name = primary(palette)
    return "" if name in ("black", "white") else PRIMARY.get(name, "")
