"""Which passages of an article could lead a post, best first.

A passage is one sentence or two that follow each other; the first must make sense without what stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_focus.share.sentences import LONGEST, Sentences, Usable
from mkdocs_focus.share.subject import Naming
from mkdocs_focus.text.position import Span

SHORTEST = 40
"""Characters of a passage that leads a post."""
_NAMES: dict[Naming, float] = {"not": -0.25, "in part": 0.15, "well": 0.45}
"""What it is worth that a passage names its topic itself."""
_LEANS = 0.35
"""What it costs that a passage speaks of something as known that was introduced before it."""
_HOPELESS = -1.0
"""A passage without a sentence that scores at least this will lead no post."""
_SECOND, _WORTH_ADDING = 0.3, 0.5
"""A second sentence adds this part of what its score is above this."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could lead a post."""

    text: str
    """Clean text, as it may stand in a post."""
    span: Span
    """The place of its leading sentence in the source."""
    sentences: range
    """The indices of its sentences."""
    score: float
    naming: Naming
    """How it names the article's topic."""
    leans: frozenset[str]
    """The stems of what it speaks of as known; see `Usable.leans`."""
    concrete: bool
    """Whether it holds a detail."""


def choose(sentences: Sentences) -> list[Candidate]:
    """The passages that could lead a post, best first."""
    found: list[Candidate] = []
    for index in sentences.promising():
        one = sentences[index]
        if one is None or not one.alone:
            continue
        other = sentences[index + 1]
        if other is not None and sentences.block(index) is not sentences.block(index + 1):
            other = None
        if max(one.score, other.score if other else one.score) < _HOPELESS:
            continue
        if len(one.opening) >= SHORTEST:
            found.append(_candidate(sentences, (one,)))
        if other is not None and len(one.opening) + 1 + len(other.text) <= LONGEST:
            found.append(_candidate(sentences, (one, other)))
    found.sort(key=lambda candidate: (-candidate.score, candidate.sentences.start, len(candidate.text)))
    return found


def _candidate(sentences: Sentences, usable: tuple[Usable, ...]) -> Candidate:
    body = sentences.body
    best = max(usable, key=lambda one: one.score)
    text = " ".join([usable[0].opening, *[one.text for one in usable[1:]]])
    naming = sentences.subject.naming(text)
    score = best.score + _NAMES[naming] - _LEANS * bool(usable[0].leans)
    if len(usable) > 1:
        score += _SECOND * (min(one.score for one in usable) - _WORTH_ADDING)
    return Candidate(
        text,
        body.sentence_span(body.sentences[best.index]),
        range(usable[0].index, usable[-1].index + 1),
        score,
        naming,
        usable[0].leans,
        any(one.concrete for one in usable),
    )


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set of words the other holds too, 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)
