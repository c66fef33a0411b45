"""ignore-without-reason: a rule is switched off without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report what reading the contract found."""
    for problem in subject.assessment.contract.problems:
        if problem.kind == "ignore-without-reason":
            yield Hit(problem.span, problem.message, problem.advice)


RULE = Rule(
    name="ignore-without-reason",
    code="C008",
    group="contract",
    severity="warning",
    summary="A suppression must say why.",
    why="In a year nobody knows whether a rule was switched off for good cause or in a hurry; one line of reason "
    "tells.",
    bad="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
focus:
  ignore: [no-sources]
---

Studies show that scale closes such valves; mine, of a 6-cup Moka Express, opened at 1.9 bar.
""",
    good="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
focus:
  ignore:
    - no-sources: "the valve's maker told me on the telephone"
---

Studies show that scale closes such valves; mine, of a 6-cup Moka Express, opened at 1.9 bar.
""",
    check=check,
)
