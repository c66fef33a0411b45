"""Topics that overlap: articles of a site that compete for the same readers, or could link to each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_focus.review.review import Review
from mkdocs_focus.rules.topic_words import stems

ALIKE = 0.5
"""From this share of their words on, rare ones counting more, two topics overlap."""
COMMON = 20
"""A word that stands in more topics than this brings no two of them together by itself; bounds the work."""
MOST = 30
"""Overlaps that are told."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Articles whose topics overlap."""

    likeness: float
    """Above 0, to 1: the same words."""
    paths: tuple[str, ...]
    shared: tuple[str, ...]
    """The words, as the first of the topics has them."""


def overlaps(reviews: Sequence[Review]) -> tuple[Overlap, ...]:
    """The strongest overlaps, likest first. Articles of one declared series overlap on purpose."""
    groups: dict[frozenset[str], list[Review]] = defaultdict(list)
    for review in reviews:
        if words := frozenset(stems(review.topic[:400])):
            groups[words].append(review)
    found = [
        Overlap(1.0, tuple(r.path for r in same), _as_written(words, same[0].topic))
        for words, same in groups.items()
        if len(same) > 1 and not _one_series(same)
    ]
    found += _near([(words, same[0]) for words, same in groups.items()])
    found.sort(key=lambda o: (-o.likeness, o.paths))
    return tuple(found[:MOST])


def _near(topics: Sequence[tuple[frozenset[str], Review]]) -> list[Overlap]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, (words, _) in enumerate(topics):
        for word in words:
            holders[word].append(index)
    rarity = {word: math.log(1 + len(topics) / len(those)) for word, those in holders.items()}
    weight = [sum(rarity[word] for word in sorted(words)) for words, _ in topics]
    found = []
    for index, (words, review) in enumerate(topics):
        near = {i for w in words if len(holders[w]) <= COMMON for i in holders[w] if i > index}
        for other in near:
            shared = words & topics[other][0]
            both = sum(rarity[word] for word in sorted(shared))
            likeness = both / (weight[index] + weight[other] - both)
            if likeness >= ALIKE and not _one_series([review, topics[other][1]]):
                paths = (review.path, topics[other][1].path)
                found.append(Overlap(round(likeness, 2), paths, _as_written(shared, review.topic)))
    return found


def _one_series(reviews: Sequence[Review]) -> bool:
    first = reviews[0].entry.series
    return bool(first) and all(review.entry.series == first for review in reviews)


def _as_written(words: frozenset[str], topic: str) -> tuple[str, ...]:
    """Stems are no words that a writer wants to read."""
    written = (word.strip(".,;:!?()“”\"'") for word in topic[:400].split())
    return tuple(dict.fromkeys(word for word in written if word and stems(word) & words))
