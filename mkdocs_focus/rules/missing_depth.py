"""missing-depth: a topic is stated, but not how deep the article goes."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import topic_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Stay quiet where the topic is missing too: missing-topic asks for both at once."""
    assessment = subject.assessment
    if assessment.contract.topic and assessment.contract.depth is None and not assessment.article.value("depth"):
        yield Hit(
            topic_place(assessment),
            "the article does not say how deep it goes",
            _advice(assessment.depth.value),
        )


def _advice(value: float) -> str:
    if value < 20:
        return "Add `depth: brief`, `detailed` or `deep-dive`: what you mean it to reach."
    reached = "deep-dive" if value >= 45 else "detailed" if value >= 30 else "brief"
    return f"Add `depth: {reached}`, which it reaches now, or what you mean to reach."


RULE = Rule(
    name="missing-depth",
    code="C004",
    group="contract",
    severity="note",
    summary="An article that states a topic should state its depth.",
    why="How much detail is enough depends on what was promised: a short repair note and a deep-dive are held to "
    "different marks.",
    bad="""\
---
title: Rust behind the cowl vents of a 1967 Camaro
topic: 1967 Camaro cowl vent rust
---

The rust sat 4 inches behind the left vent, where leaves had blocked the drain.
""",
    good="""\
---
title: Rust behind the cowl vents of a 1967 Camaro
topic: 1967 Camaro cowl vent rust
depth: brief
---

The rust sat 4 inches behind the left vent, where leaves had blocked the drain.
""",
    check=check,
)
