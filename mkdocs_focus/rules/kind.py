"""What kind of page it is: some have too little text to be judged, some announce, invite, recount or ask others."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.text.blocks import iter_text

FEWEST, _FEW = 60, 150
"""Words below which a page is too short to be called generic: any one, and one that points elsewhere or announces."""
_POINTS = re.compile(r"\]\(|\bhref\b|https?://")
_CALL = re.compile(
    r"\b(?:(?:calls?|help) (?:for|wanted)|call to|save the date|sign up|register (?:now|today|for)|now accepting|"
    r"(?:is|are|we['’]re|now) hiring|join (?:us|our)|volunteers? (?:needed|wanted)|seeking|looking for (?:an?|new)|"
    r"nominat(?:e|ions) |open positions?|(?:new )?job (?:site|openings?)|get your (?:pass|ticket)|"
    r"for (?:public )?comment|coming soon|(?:take|launch\w*) (?:the|our|this) (?:[\w-]+ ){0,4}survey|"
    r"applications? (?:are )?(?:open|due)|submit your|showcase your|"
    r"collaborate with|free (?:[\w-]+ ){0,2}(?:course|lessons?|webinars?))\b",
    re.IGNORECASE,
)
_OPENS_CALL = re.compile(
    r"\bjoin us (?:at|for|in|on)\b|\b(?:register|apply|sign up) (?:now|here|by)\b|"
    r"\bdeadline for (?:submissions?|applications?|nominations?|proposals?)\b|"
    r"\b(?:now |currently )?(?:accepting|taking|inviting) (?:applications?|nominations?|proposals?|submissions?)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"^\W*welcome\b|\bgreetings from\b|\bwelcom(?:es|ing)\b|\bmeet [\w’']+ [\w’']+, |\bcelebrates\b|\bnewsletter\b|"
    r"\bjoins\b|\bsteps? down\b|\bfarewell\b|\bcouncil\b.*\b(?:transition|selections?|members?)\b|"
    r"\bnew (?:[\w-]+ ){0,3}(?:director|manager|commissioner|lead|chief|members?|fellows?|maintainers?)\b",
    re.IGNORECASE,
)

_RELEASE = re.compile(
    r"^\W*(?:announcing|introducing|launching|meet your)\b|\b(?:launche[sd]|releases|unveils|participates in|"
    r"now available|winners)\b|\b(?:is|are) (?:now )?(?:here|live|open)\b(?! to\b)|^\W*(?:an? )?update on\b",
    re.IGNORECASE,
)
_OPENS_RELEASE = re.compile(
    r"\b(?:thrilled|excited|pleased|proud|happy|delighted) to (?:announce|introduce|share|release|launch)\b|"
    r"\blike to introduce\b|\bwe(?:['’]ve| have)? (?:just |recently )?(?:launched|released|published|unveiled)\b|"
    r"\btoday,[^.!?]{0,120}\b(?:launch|announc|releas|publish|unveil)",
    re.IGNORECASE,
)
_OPENING = 700
"""Characters of the running text within which it is announced what is announced."""
_RECAP = re.compile(
    r"\b(?:recap|rewind|wrap-up|year in review)\b|\b(?:a|one|two|three|\d+) years? (?:in|on|later)\b|"
    r"\blook(?:s|ing)? back\b|"
    r"\breflect(?:s|ing|ions)? on (?:the|our|my|last)\b|\bin case you missed\b|\b(?:lessons|notes) from \w+",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\binterview(?: with|s:)|\b(?:in )?(?:conversation|questions|q ?& ?a|chat|chatting) with\b|"
    r"\b(?:checks?|sits?|sat) (?:in|down) with\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"([A-Z][\w.’' -]{0,30}):\s")
_DATES, _PER = 5, 100
"""So many dates, one in so many words, make a page of dates."""

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
    if words < FEWEST:
        return True
    return words < _FEW and bool(_POINTS.search(article.text, article.front.body) or purpose(assessment))


def leads_elsewhere(assessment: Assessment) -> bool:
    """Whether the front matter gives an address that the page may be a mere card for, as under `source_url`."""
    values = assessment.article.front.values
    return any(
        isinstance(value, str) and _ADDRESS.match(value) and _OF_LINK.search(key) for key, value in values.items()
    )


_ADDRESS = re.compile(r"(?:https?://|/)\S+\Z")
_OF_LINK = re.compile(r"link|redirect|url|source|external|target|canonical", re.IGNORECASE)


def is_empty(assessment: Assessment) -> bool:
    """Whether the page has nothing to be judged by: it only points elsewhere, or is put together by a theme."""
    return all(block.kind == "html" for block in assessment.article.body.blocks)


def purpose(assessment: Assessment) -> Literal["call", "news", "release", "recap", "talk", "dates", ""]:
    """What the page is for, by its title, opening and shape, where that is not to tell what its author found."""
    title, opening = assessment.contract.title, _opening(assessment)
    if _CALL.search(title) or _OPENS_CALL.search(opening):
        return "call"
    if _NEWS.search(title):
        return "news"
    if _RELEASE.search(title) or _OPENS_RELEASE.search(opening):
        return "release"
    if _RECAP.search(title):
        return "recap"
    if _is_talk(assessment):
        return "talk"
    return "dates" if _is_dated(assessment) else ""


def _opening(assessment: Assessment) -> str:
    text = ""
    for block in iter_text(assessment.article.body):
        text += f"{block.text}\n"
        if len(text) >= _OPENING:
            break
    return text[:_OPENING]


def _is_talk(assessment: Assessment) -> bool:
    """Whether others speak in it: an interview, by its title, by who says what, or by the questions put to them."""
    if _TALK.search(assessment.contract.title):
        return True
    speakers: Counter[str] = Counter()
    asked = headings = 0
    for block in assessment.article.body.blocks:
        text, marks = block.text.rstrip(), block.plain.marks
        if block.kind == "paragraph" and (match := _SPEAKER.match(text)):
            speakers[match[1]] += 1
        is_bold = block.kind == "paragraph" and bool(marks) and marks[0].kind == "strong" and marks[0].start == 0
        headings += block.kind == "heading"
        asked += (block.kind == "heading" or is_bold) and text.endswith("?") and _PUT.search(text) is not None
    words = lexicon(assessment.language)
    named = [n for who, n in speakers.items() if words is None or not all(map(words.is_common, who.lower().split()))]
    return max(named, default=0) > 2 or asked > max(2, headings // 2)


_PUT = re.compile(r"\byour?\b", re.IGNORECASE)


def _is_dated(assessment: Assessment) -> bool:
    """Whether it is a page of dates: a schedule, a notice with its deadlines, a chronicle."""
    dates = sum([detail.kind == "date" for detail in assessment.details])
    return dates >= _DATES and dates * _PER >= sum(assessment.tally.values())
