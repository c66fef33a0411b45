"""The scatter plot of the report: narrowness against depth, one dot an article, as plain SVG."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_focus.judge.assessment import Verdict

WIDTH, HEIGHT = 520, 400
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 44


class Dot(NamedTuple):
    """One article."""

    narrowness: float
    """0 to 100."""
    depth: float
    """0 to 100."""
    verdict: Verdict
    target: str
    """The id of the article's row in the table."""


def scatter(dots: Iterable[Dot]) -> Markup:
    """The chart. Each dot links to its row; verdicts differ in shape as well as in colour.

    It is hidden from screen readers and from the tab key: the table below holds the same facts in a better form.
    """
    parts = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">',
        '<defs><circle id="deep" r="5"/><rect id="mixed" x="-4.5" y="-4.5" width="9" height="9"/>'
        '<path id="generic" d="M0-5.5 5.5 4.5H-5.5Z"/></defs>',
        *_axes(),
        *(_dot(dot) for dot in dots),
        "</svg>",
    ]
    return Markup("".join(parts))


def _x(value: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(max(value, 0), 100) / 100


def _y(value: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(max(value, 0), 100) / 100


def _axes() -> Iterable[str]:
    half = f'width="{_x(50) - _x(0):g}" height="{_y(0) - _y(50):g}"'
    yield f'<rect class="good" x="{_x(50):g}" y="{_y(100):g}" {half}/>'
    for value in (0, 25, 50, 75, 100):
        x, y = _x(value), _y(value)
        yield f'<path class="grid" d="M{x:g} {_y(0):g}V{_y(100):g}M{_x(0):g} {y:g}H{_x(100):g}"/>'
        yield f'<text x="{x:g}" y="{_y(0) + 16:g}" text-anchor="middle">{value}</text>'
        yield f'<text x="{LEFT - 7}" y="{y + 4:g}" text-anchor="end">{value}</text>'
    x, y = _x(50), _y(50)
    yield f'<text class="axis" x="{x:g}" y="{HEIGHT - 8}" text-anchor="middle">broad topic → narrow topic</text>'
    yield (
        f'<text class="axis" transform="translate(12 {y:g})rotate(-90)" text-anchor="middle">shallow → deep</text>'
    )


def _dot(dot: Dot) -> str:
    # Values without blanks need no quotes in HTML; at three thousand dots that counts.
    return (
        f'<a href="#{dot.target}" tabindex=-1><use href="#{dot.verdict}" class={dot.verdict} '
        f"x={_x(dot.narrowness):.0f} y={_y(dot.depth):.0f}></use></a>"
    )
