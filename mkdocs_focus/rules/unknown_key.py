"""unknown-key: a key below `share:` or `focus:` that the plugin does not know."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report what reading the contract found."""
    for problem in subject.assessment.contract.problems:
        if problem.kind == "unknown-key":
            yield Hit(problem.span, problem.message, problem.advice)


RULE = Rule(
    name="unknown-key",
    code="C006",
    group="contract",
    severity="warning",
    summary="The keys below `share:` and `focus:` must be known ones.",
    why="A misspelt key does nothing: the picture, the hashtags or the suppression that it was to set are not there.",
    bad="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
share:
  hashtag: [Bialetti]
---

The valve of my 6-cup Moka Express opened at 1.9 bar after it had spent a night in vinegar.
""",
    good="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
share:
  hashtags: [Bialetti]
---

The valve of my 6-cup Moka Express opened at 1.9 bar after it had spent a night in vinegar.
""",
    check=check,
)
