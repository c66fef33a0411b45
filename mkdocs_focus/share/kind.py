"""What kind of article it is, since not every kind is told alike."""

from __future__ import annotations

import re
from typing import Literal

from mkdocs_focus.judge.assessment import Assessment

Kind = Literal["recipe", "code", "event", "retrospective", ""]

_RECIPE = re.compile(r"\b(?:ingredients|zutaten|ingr[ée]dients|ingredientes|ingredienti)\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:meet-?up|conference|workshop|webinar|summit|hackathon|sprint|festival|panel|exhibition|fair|trip report"
    r"|open day|survey|interview|award)s?\b",
    re.IGNORECASE,
)
_RETROSPECTIVE = re.compile(
    r"\b(?:retrospective|year in review|looking back|post-?mortem|lessons learned|(?:one|two|three|five|ten) years?"
    r"|in (?:19|20)\d\d|annual|report for)\b",
    re.IGNORECASE,
)
_LINES_OF_CODE = 3


def kind_of(assessment: Assessment) -> Kind:
    """The kind by headings, title and code; empty where none shows, as in most accounts of repairs and essays."""
    body, title = assessment.article.body, assessment.contract.title
    if any(block.kind == "heading" and _RECIPE.search(block.text) for block in body.blocks):
        return "recipe"
    if _EVENT.search(title):
        return "event"
    if _RETROSPECTIVE.search(title):
        return "retrospective"
    code = sum(block.text.count("\n") + 1 for block in body.blocks if block.kind == "code")
    inline = sum(1 for block in body.blocks for mark in block.plain.marks if mark.kind == "code")
    return "code" if code >= _LINES_OF_CODE or inline >= _LINES_OF_CODE else ""
