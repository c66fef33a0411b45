"""unused-ignore: a suppression that hides nothing.

Only who applies the suppressions knows which of them hid something, so the review reports them; the rule's own check
finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(_subject: Subject, _: Options) -> Iterator[Hit]:
    """Nothing: see above."""
    return iter(())


RULE = Rule(
    name="unused-ignore",
    code="C007",
    group="contract",
    severity="note",
    summary="A suppression should hide something.",
    why="A suppression that outlives its finding hides the next one, which nobody meant to hide.",
    bad="""\
---
title: Two clicks on a Bialetti safety valve
topic: Bialetti Moka Express safety valve
depth: brief
focus:
  ignore:
    - too-many-hashtags: "the club asks for all of them"
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
