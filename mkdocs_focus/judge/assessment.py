"""What judging an article yields. Measured here, thresholds and words for the writer in `rules/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.position import Span

Verdict = Literal["deep", "mixed", "generic"]

DetailKind = Literal[
    "measurement",
    "money",
    "date",
    "percentage",
    "count",
    "range",
    "part-number",
    "version",
    "model",
    "name",
    "quotation",
    "command",
    "path",
    "identifier",
    "setting",
    "table-row",
    "figure",
    "source",
    "step",
    "comparison",
    "code",
]


class Evidence(NamedTuple):
    """One thing that raised (weight above 0) or lowered a score."""

    what: str
    """In words for the writer: `name: Quadrajet`, `no figure in 12 sentences`."""
    weight: float
    """Its share of the score, in the score's own unit; all weights of a score add up to it."""
    span: Span | None = None
    """Where it stands in the source, where it stands in one place."""


@dataclass(frozen=True, slots=True)
class Score:
    """A value with the evidence that adds up to it."""

    value: float
    evidence: tuple[Evidence, ...] = ()


class Detail(NamedTuple):
    """A concrete, checkable piece of the article's text."""

    kind: DetailKind
    text: str
    span: Span
    """Its place in the source."""
    block: int
    """The index of the block that it stands in."""
    sentence: int | None = None
    """The index of the sentence that it stands in; None in code, tables and figures."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What the article is about."""

    text: str
    """The phrase; empty where none is stated and none could be inferred."""
    stated: bool
    """Whether the author stated it; else it was inferred."""
    narrowness: Score
    """0 (a whole field) to 100 (one particular thing)."""
    suggestions: tuple[str, ...] = ()
    """Up to three narrower topics that the article supports, best first."""


@dataclass(frozen=True)
class Assessment:
    """All measures of one article."""

    article: Article
    contract: Contract
    details: tuple[Detail, ...] = field(repr=False)
    specificity: tuple[float, ...] = field(repr=False)
    """For each of the body's sentences its specificity, 0 to 1."""
    topic: Topic
    depth: Score
    """0 to 100: how much concrete detail there is, in all and for the article's length."""
    focus: Score
    """0 to 100: how well the body stays with one thing."""
    score: Score
    """0 (generic) to 100 (deep and focused)."""
    verdict: Verdict
    tally: Mapping[str, int] = field(repr=False)
    """How often each word occurs in the author's own running text, in lower case."""
    language: str = "en"
    """What it was judged as: the site's language, or for a text that plainly is not in it `de` or `und`."""

    @cached_property
    def details_by_block(self) -> dict[int, list[Detail]]:
        """The details of each block that has any."""
        found: dict[int, list[Detail]] = {}
        for detail in self.details:
            found.setdefault(detail.block, []).append(detail)
        return found
