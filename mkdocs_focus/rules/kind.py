"""What kind of page it is: some have too little text to be judged, some call for something or tell staff news."""

from __future__ import annotations

import re
from typing import Literal

from mkdocs_focus.judge.assessment import Assessment

_FEWEST, _FEW = 60, 150
"""Words below which a page is too short to be called generic: any page, and one that points elsewhere."""
_POINTS = re.compile(r"\]\(|\bhref\b|https?://")
_CALL = re.compile(
    r"\b(?:(?:calls?|help) (?:for|wanted)|call to|save the date|sign up|register (?:now|today|for)|now accepting|"
    r"(?:is|are|we['’]re|now) hiring|join (?:us|our)|volunteers? (?:needed|wanted)|seeking|looking for (?:an?|new)|"
    r"nominat(?:e|ions) |open positions?|(?:new )?job (?:site|openings?)|get your (?:pass|ticket)|"
    r"for (?:public )?comment|coming soon|(?:take|launch\w*) (?:the|our|this) (?:[\w-]+ ){0,4}survey|"
    r"applications? (?:are )?(?:open|due)|submit your|free (?:[\w-]+ ){0,2}(?:course|lessons?|webinars?))\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"^\W*welcome\b|\bgreetings from\b|\bwelcom(?:es|ing)\b|\bmeet [\w’']+ [\w’']+, |\bcelebrates\b|\bnewsletter\b|"
    r"\bjoins\b|\bsteps? down\b|\bfarewell\b|\bcouncil\b.*\b(?:transition|selections?|members?)\b|"
    r"\bnew (?:[\w-]+ ){0,3}(?:director|manager|commissioner|lead|chief|members?|fellows?|maintainers?)\b",
    re.IGNORECASE,
)

_LINK_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[")


def own_words(assessment: Assessment) -> int:
    """The words of the article's own running text, without those of links that stand for themselves."""
    article = assessment.article
    links = [
        block.text
        for block in article.body.blocks
        if block.kind == "item" and _LINK_ITEM.match(article.text, block.span.start)
    ]
    return max(sum(assessment.tally.values()) - sum(len(text.split()) for text in links), 0)


def is_too_short(assessment: Assessment) -> bool:
    """Whether there is too little text of its own, and nothing else, to call the page generic."""
    article = assessment.article
    if any(block.kind in ("code", "row") for block in article.body.blocks):
        return False
    words = own_words(assessment)
    return words < _FEWEST or (words < _FEW and _POINTS.search(article.text, article.front.body) is not None)


def is_empty(assessment: Assessment) -> bool:
    """Whether the page has nothing to be judged by: it only points elsewhere, or is put together by a theme."""
    return all(block.kind == "html" for block in assessment.article.body.blocks)


def purpose(assessment: Assessment) -> Literal["call", "news", ""]:
    """What the title says that the page is for, where that is not to tell what somebody found."""
    title = assessment.contract.title
    return "call" if _CALL.search(title) else "news" if _NEWS.search(title) else ""
