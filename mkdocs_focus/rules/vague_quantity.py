"""vague-quantity: “a lot of power” where a figure belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|half|"
    r"third|quarter|twice|double|triple|percent)\b",
    re.IGNORECASE,
)
_NEAR = 100
"""A figure within so many characters may be the one that is meant."""
_UNCLAIMED = re.compile(
    r"[?:]\s*$|n['’]t\b|\b(?:if|not|never|no|would|could|might|may|can be|will|imagine|suppose|without|whether|"
    r"thanks?|sorry|hope|so many|as many|too many|how many|want|wanted|needs?|goal|when|consider|consistent with)"
    r"\b|^\W*as\b(?! a (?:result|consequence))",
    re.IGNORECASE,
)
"""A question, a denial or a supposition claims no quantity; after a colon it may follow."""


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report the first few, in sentences that claim something and give no figure themselves."""
    if not subject.lexicon:
        return
    article = subject.assessment.article
    left, seen = int(options["most"]), set[str]()
    for found in phrases("vague").search(article, subject.assessment.tally.keys()):
        sentence = found.sentence
        if found.text.lower() in seen or _FIGURE.search(found.around(_NEAR)) or _UNCLAIMED.search(sentence):
            continue
        if left <= 0:
            return
        left -= 1
        seen.add(found.text.lower())
        yield Hit(found.span, f"{quote(article, found.span)} stands where a figure belongs", f"Say {found.value}.")


RULE = Rule(
    name="vague-quantity",
    code="G006",
    group="generic",
    severity="note",
    summary="Where a figure belongs, there should be one.",
    why="“A lot faster” is an opinion, “9 seconds instead of 31” is a finding: it can be checked, quoted and posted.",
    bad="""\
---
topic: ceramic coating of 1969 Norton Commando headers
---

The coated headers of my Commando run significantly cooler than the bare ones and cost a fortune.
""",
    good="""\
---
topic: ceramic coating of 1969 Norton Commando headers
---

The coated headers of my Commando run at 210 °C, 85 °C below the bare ones, and cost £240.
""",
    check=check,
    options={"most": Option(3, "How many of them are reported in one article.")},
    lexical=True,
)
