"""wrong-type: a field of the front matter has a value of another type."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report what reading the contract found."""
    for problem in subject.assessment.contract.problems:
        if problem.kind == "wrong-type":
            yield Hit(problem.span, problem.message, problem.advice)


RULE = Rule(
    name="wrong-type",
    code="C005",
    group="contract",
    severity="error",
    summary="A field of the contract must have its own type.",
    why="A field of another type counts as absent. A flag in quotes or a list where a text belongs would change "
    "what is checked and posted, without a word.",
    bad="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: thorough
---

The valve of my 6-cup Moka Express opened at 1.9 bar after it had spent a night in vinegar.
""",
    good="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
---

The valve of my 6-cup Moka Express opened at 1.9 bar after it had spent a night in vinegar.
""",
    check=check,
)
