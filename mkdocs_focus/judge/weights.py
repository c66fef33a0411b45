"""The weights of the article score: `data/score.tsv`, made by `benchmarks/fit.py`.

The score starts near 50 and every feature adds or takes points in proportion to how far it lies from its usual value.
The sign of each weight is fixed beforehand by what it means to a writer; the fit chooses only how much it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

FARTHEST = 1.8
"""How many scales above its centre a feature counts at most."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one feature counts."""

    feature: str
    sign: int
    """+1 where more of it makes an article deeper, -1 where less."""
    needs_words: bool
    """Whether it rests on a word table, and so on the language."""
    least: float
    """How many scales below its centre a feature counts at most. 1 where a writer can mend the lack; less for what a
    text is better without: nothing is deep for not selling; 0 for what not every text can have, such as code."""
    centre: float
    """Its usual value."""
    scale: float
    """Its usual distance from that."""
    points: float
    """Points of the score for one scale above the centre."""
    high: str
    """Words for the writer where there is more of it than usual."""
    low: str
    """Words for the writer where there is less."""

    def distance(self, value: float) -> float:
        """How many scales `value` lies from the centre, bounded."""
        return max(-self.least, min(FARTHEST, (value - self.centre) / self.scale))


@lru_cache(maxsize=1)
def weights() -> tuple[Weight, ...]:
    """All weights."""
    return tuple([weight for weight in _rows() if weight.feature != _START])


@lru_cache(maxsize=1)
def start() -> float:
    """The score of an article all of whose features lie at their centre."""
    return next(weight.points for weight in _rows() if weight.feature == _START)


_START = "start"


def _rows() -> list[Weight]:
    table = (resources.files("mkdocs_focus.judge") / "data" / "score.tsv").read_text(encoding="utf-8")
    found = []
    for line in table.splitlines()[1:]:
        feature, sign, needs, least, centre, scale, points, high, low = line.split("\t")
        numbers = (float(least), float(centre), float(scale), float(points))
        found.append(Weight(feature, 1 if sign == "+" else -1, needs == "words", *numbers, high, low))
    return found
