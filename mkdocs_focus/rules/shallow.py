"""shallow: the article holds less detail than its `depth:` promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.judge.assessment import Score
from mkdocs_focus.judge.score import GENERIC_BELOW
from mkdocs_focus.rules.kind import is_empty, purpose
from mkdocs_focus.rules.places import depth_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject

_INEXACT = 12
"""Points by which the measure may err."""
_NEAR = 5
"""Points below the line to generic from which an article is not to be haggled with."""
_COUNT = re.compile(r"(\d+) of (\d+)$")
_ADVICE = "Add what only you know of it: a case with its outcome, and its figures, dates and names"


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Hold the measured depth against the promise; far below it is a warning, somewhat below a note."""
    assessment = subject.assessment
    promised = assessment.contract.depth
    # An interview, a notice or an invitation holds what it has to, with few figures of its author's own.
    if promised is None or is_empty(assessment) or purpose(assessment):
        return
    needed, reached = options[promised], assessment.depth.value
    if reached >= needed - _INEXACT:
        return
    verdict = assessment.verdict
    if promised != "deep-dive" and (verdict != "generic" or assessment.score.value >= GENERIC_BELOW - _NEAR):
        return
    lowest = _lowest(assessment.depth)
    yield Hit(
        depth_place(assessment),
        f"`depth: {promised}` promises more than the article holds: {reached:.0f} of {needed:.0f} points"
        + (f" ({lowest})" if lowest else ""),
        _ADVICE + ("; or promise less." if promised != "brief" else "."),
        "note" if needed - reached < options["note_within"] or verdict == "deep" else None,
    )


def _lowest(score: Score) -> str:
    """The two pieces of evidence that lowered the score most; a count that is no majority lowers nobody's opinion."""
    against = sorted((e for e in score.evidence if e.weight < 0 and not _is_minority(e.what)), key=lambda e: e.weight)
    return "; ".join(e.what for e in against[:2])


def _is_minority(what: str) -> bool:
    counts = _COUNT.search(what)
    return counts is not None and int(counts[1]) * 2 < int(counts[2])


RULE = Rule(
    name="shallow",
    code="D001",
    group="depth",
    severity="warning",
    summary="An article must hold the detail that its `depth:` promises.",
    why="Readers who came for a deep-dive and find general remarks do not come back, and do not share it. "
    "Concrete, checkable details are what they quote.",
    bad="""\
---
title: Setting the points gap of a Bosch 009 distributor
topic: Bosch 009 distributor points gap
depth: deep-dive
---

Setting the points is an important part of looking after your car. It is not hard once you know how to do it.
Many people are afraid of it, but with some patience everyone can get good results. Take your time and make
sure that everything is clean before you start. If you are not sure, ask somebody with experience for help.

It is always a good idea to check things regularly. A car that is looked after well will bring you joy for a
long time.
""",
    good="""\
---
title: Setting the points gap of a Bosch 009 distributor
topic: Bosch 009 distributor points gap
depth: brief
---

The points of my Bosch 009 (part number 0 231 178 009) are set to 0.40 mm, measured with a feeler gauge on the
highest point of the cam. At 0.30 mm the dwell rose to 58° and the 1,600 cc engine of my 1971 Beetle misfired
above 3,500 rpm; at 0.50 mm it fell to 38° and the engine started only on the fourth turn of the key. I
loosened the M4 screw, moved the base plate with a 5 mm screwdriver and tightened it again to 2 Nm. After 500
km the gap had closed to 0.37 mm, because the new rubbing block (Bosch 1 237 013 016) had worn by 0.03 mm.
""",
    check=check,
    options={
        "brief": Option(20, "Depth (0 to 100) that `depth: brief` promises."),
        "detailed": Option(30, "Depth that `depth: detailed` promises."),
        "deep-dive": Option(45, "Depth that `depth: deep-dive` promises."),
        "note_within": Option(20, "So many points below the promise it is only a note."),
    },
)
