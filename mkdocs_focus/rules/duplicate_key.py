"""duplicate-key: a key stands twice in the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report the second of the two, whose value hides the first."""
    for problem in subject.assessment.article.front.problems:
        if problem.kind == "duplicate":
            yield Hit(problem.span, problem.message, problem.advice)


RULE = Rule(
    name="duplicate-key",
    code="C002",
    group="contract",
    severity="error",
    summary="Each key of the front matter must stand there once.",
    why="Of two keys with the same name the last one counts, and the other value is lost without a word.",
    bad="""\
---
title: A kingpin press made of a bottle jack
topic: kingpin press for a Series IIA Land Rover
depth: brief
topic: workshop tools
---

Eight tonnes on the 20 mm pin moved the kingpin of the Series IIA where a hammer had not.
""",
    good="""\
---
title: A kingpin press made of a bottle jack
topic: kingpin press for a Series IIA Land Rover
depth: brief
---

Eight tonnes on the 20 mm pin moved the kingpin of the Series IIA where a hammer had not.
""",
    check=check,
)
