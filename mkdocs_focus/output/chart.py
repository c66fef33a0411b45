"""The scatter plot of the report: narrowness against depth, one dot an article, as plain SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_focus.judge.assessment import Verdict

WIDTH, HEIGHT = 520, 400
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 12, 50


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
        yield f'<text x="{x:g}" y="{_y(0) + 18:g}" text-anchor="middle">{value}</text>'
        yield f'<text x="{LEFT - 7}" y="{y + 4:g}" text-anchor="end">{value}</text>'
    x, y = _x(50), _y(50)
    yield f'<text class="axis" x="{x:g}" y="{HEIGHT - 6}" text-anchor="middle">broad topic → narrow topic</text>'
    yield (
        f'<text class="axis" transform="translate(14 {y:g})rotate(-90)" text-anchor="middle">shallow → deep</text>'
    )


def _dot(dot: Dot) -> str:
    return f"<a href=#{dot.target} tabindex=-1>{_SHAPES[dot.verdict](_x(dot.narrowness), _y(dot.depth))}</a>"


# Values without blanks need no quotes in HTML, and shapes drawn anew open faster than shapes that are referred to: at
# three thousand dots both count.
_SHAPES: dict[Verdict, Callable[[float, float], str]] = {
    "deep": lambda x, y: f"<circle class=deep cx={x:.0f} cy={y:.0f} r=5 />",
    "mixed": lambda x, y: f'<path class=mixed d="M{x - 4.5:.0f} {y - 4.5:.0f}h9v9h-9Z"/>',
    "generic": lambda x, y: f'<path class=generic d="M{x:.0f} {y - 5.5:.0f}l5.5 10h-11Z"/>',
}


def key(verdict: Verdict) -> Markup:
    """A verdict's shape for the legend."""
    return Markup(f'<svg viewBox="-6 -6 12 12" aria-hidden="true">{_SHAPES[verdict](0, 0)}</svg>')
