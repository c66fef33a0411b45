"""The weights of the article score: `data/score.tsv`, made by `benchmarks/fit.py`.

The score starts at 50 and every feature adds or takes points in proportion to how far it lies from its usual value.
The sign of each weight is fixed beforehand by what it means to a writer; the fit chooses only how much it counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

FARTHEST = 1.8
"""How many scales above its centre a feature counts at most."""
ABSENT = 1.0
"""How many scales below its centre a feature counts at most: what is absent tells less than what is there."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one feature counts."""

    feature: str
    sign: int
    """+1 where more of it makes an article deeper, -1 where less."""
    needs_words: bool
    """Whether it rests on a word table, and so on the language."""
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
        return max(-ABSENT, min(FARTHEST, (value - self.centre) / self.scale))


@lru_cache(maxsize=1)
def weights() -> tuple[Weight, ...]:
    """All weights."""
    table = (resources.files("mkdocs_focus.judge") / "data" / "score.tsv").read_text(encoding="utf-8")
    found = []
    for line in table.splitlines()[1:]:
        feature, sign, needs, centre, scale, points, high, low = line.split("\t")
        sign_value = 1 if sign == "+" else -1
        found.append(
            Weight(feature, sign_value, needs == "words", float(centre), float(scale), float(points), high, low)
        )
    return tuple(found)
