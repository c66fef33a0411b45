"""Holds a sum on its scale without making equals of what lies beyond the ends."""

from __future__ import annotations

from math import exp

from mkdocs_focus.judge.assessment import Evidence, Score

_END = 0.1
"""The share of the scale, at either end, that takes up all that lies beyond."""


def held(share: float) -> float:
    """A share of the scale: itself between 0.1 and 0.9, beyond that ever closer to 0 or 1, in the same order."""
    if share < _END:
        return _END * exp((share - _END) / _END)
    if share > 1 - _END:
        return 1 - _END * exp((1 - _END - share) / _END)
    return share


def closed(evidence: list[Evidence], top: float = 1.0) -> Score:
    """The score of a list of evidence: what it starts from first, then the weightiest; it adds up to the value."""
    total = sum([weight for _, weight, _ in evidence])
    value = held(total / top) * top
    first, *others = [*evidence, Evidence("the scale narrows toward its end", value - total)]
    others.sort(key=_heavier)
    return Score(value, (first, *[item for item in others if item.weight]))


def _heavier(item: Evidence) -> float:
    return -abs(item.weight)
