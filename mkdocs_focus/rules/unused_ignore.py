"""unused-ignore: a suppression that hides nothing.

Only who applies the suppressions knows which of them hid something: the review reports them through `unused` and
`unknown`; the rule's own check finds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.text.position import Span


def check(_subject: Subject, _: Options) -> Iterator[Hit]:
    """Nothing: see above."""
    return iter(())


def unused(rule: str, span: Span) -> Hit:
    """The hit for the suppression at `span` of a rule that found nothing there."""
    return Hit(span, f"`{rule}` is ignored here but finds nothing", "Delete the suppression.")


def unknown(rule: str, span: Span, names: Collection[str]) -> Hit:
    """The hit for the suppression at `span` of a rule that is none of `names`."""
    near = get_close_matches(rule.lower(), names, 1, 0.5)
    advice = f"Did you mean `{near[0]}`?" if near else "Look its name up in the list of rules."
    return Hit(span, f"`{rule[:60]}` is ignored here, but there is no such rule", advice, "warning")


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
