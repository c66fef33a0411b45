"""How much concrete detail an article holds, 0 to 100, in all and for its length.

The first details count most: 3 measurements are much more than none, 30 little more than 25. From the sum goes what
a long text without details takes off.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from mkdocs_focus.judge.assessment import Detail, DetailKind, Evidence, Score
from mkdocs_focus.judge.scale import closed
from mkdocs_focus.text.article import Article

_FAMILIES: tuple[tuple[str, float, tuple[DetailKind, ...]], ...] = (
    ("amounts", 9, ("measurement", "money", "percentage", "range", "count", "comparison")),
    ("designations", 7, ("part-number", "version", "model")),
    ("code and commands", 7, ("command", "code", "path", "identifier", "setting")),
    ("names", 3, ("name",)),
    ("dates", 4, ("date",)),
    ("rows of tables", 5, ("table-row",)),
    ("steps", 5, ("step",)),
    ("pictures with captions", 2, ("figure",)),
    ("quotations and sources", 2, ("quotation", "source")),
)
"""Points for each doubling of the distinct details of a family. Judged by reading, not fitted."""
_SPECIFIC = 0.4
"""From here on a sentence is specific: half of the sentences of deep posts, a quarter of those of generic ones."""
_SPECIFIC_POINTS = 45
"""Points of an article all of whose sentences are specific."""
_BARE_POINTS = 25
"""Points that an article loses none of whose sentences has a detail or is specific."""


def depth_of(article: Article, details: Sequence[Detail], specificity: Sequence[float]) -> Score:
    """Measure the depth of an article by its details and the specificity of its sentences."""
    distinct: dict[DetailKind, set[str]] = {}
    for detail in details:
        distinct.setdefault(detail.kind, set()).add(detail.text)
    evidence = [Evidence("every article starts here", 0.0)]
    for name, points, kinds in _FAMILIES:
        count = sum([len(distinct.get(kind, ())) for kind in kinds])
        if count:
            evidence.append(Evidence(f"{name}: {count}", points * log2(1 + count) / 2))
    sentences = len(article.body.sentences)
    if sentences:
        detailed = {detail.sentence for detail in details}
        specific = sum([value >= _SPECIFIC for value in specificity])
        bare = sum([value < _SPECIFIC and index not in detailed for index, value in enumerate(specificity)])
        evidence.append(
            Evidence(f"specific sentences: {specific} of {sentences}", _SPECIFIC_POINTS * specific / sentences)
        )
        evidence.append(
            Evidence(f"sentences without any detail: {bare} of {sentences}", -_BARE_POINTS * bare / sentences)
        )
    return closed(evidence, 100)
