"""Whether a piece of the article can stand in a post as it is: whole, closed, free of markup and addresses."""

from __future__ import annotations

import re

from mkdocs_focus.text.inline import strip_inline

_GAP = re.compile(r"(?<=\w) (?=[,.](?: |\Z))")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))

_MARKUP = re.compile(
    r"""
      \[|\]                                         # links and footnotes that were not resolved, placeholders
    | [{}]|\$\$|\\[a-zA-Z(\[]                       # macros, attributes, data, formulas
    | <[/!a-zA-Z][^<>]*>|&[a-z]+;                   # HTML
    | \*|(?<![\w/.-])_{1,3}(?=[^\W_])|(?<=\w)_(?![\w.(])|~~|`|^\#{1,6}\s|^>|\||\^
    | (?<!\w):[a-z][\w+-]*:(?!\w)                   # icons
    """,
    re.VERBOSE,
)
_MAY_BE_MARKUP = re.compile(r"[\[\]{}$\\<&*_~`#>|^:]")
_MAIL = re.compile(r"\w@[\w-]+\.\w")
_TELEPHONE = re.compile(r"(?<!\d)\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)")
_END = re.compile(r"[.!。！][\"'”’»)]*\Z")
_START = re.compile(r"(?!\.\.)[\"'“‘]?[A-Z0-9À-ÖØ-ÞĀ-ſ./$€£~\u0370-\uffff-]")
_TWO_IN_ONE = re.compile(
    r"[\"'”’)][.!?]\s+[a-z]|\b(?!etc)[a-z]{3,}[.!?]\s+(?:and|but|so|it|the|this|i|we|then|that|you|they|he|she)\s"
)
"""Two sentences that were not told apart, because the second begins small."""
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))

_PLACE = re.compile(
    r"\b[Tt]he (?:above|below|following)\b"
    r"|\b(?:above|below)(?=[,.:;)]|$| (?:is|are|was|were|has|have|will|can|may|should|shows?)\b)"
    r"|\b(?:as|see|seen|shown|listed|described|mentioned|given|code|image|the|from)\s+"
    r"(?:above|below)\b(?!\s+(?:the|a|an|\d))|\((?:see|fig|table|figure|via)\b|\b[Hh]ere(?=[!,.:;)]|$)"
    r"|\b(?:[Ff]ig(?:ure)?|[Tt]able|[Ll]isting|[Pp]art|[Ss]tep|[Ss]ection|[Cc]hapter|[Ee]xample|[Pp]hase|[Dd]ay)\.?\s\d"
)
"""Words that send the reader to another place of the article."""


def clean(text: str) -> str:
    """A sentence's text on one line, without characters that nobody sees, and without the gap that a mark left."""
    text = " ".join((text if text.isascii() else text.translate(_UNSEEN)).split())
    return _GAP.sub("", text) if " ," in text or " ." in text else text


def plain(text: str) -> str:
    """A text of the front matter without its markup."""
    return clean(strip_inline([(text, 0)]).text)


def is_closed(text: str) -> bool:
    """Whether quotes and brackets that open in `text` close in it, in order."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing) or text.find(closing) < text.find(opening):
            return False
    return _straight_quotes(text) % 2 == 0


_INCH = re.compile(r"\d\"(?:(?!\w)|(?=x\d))")


def _straight_quotes(text: str) -> int:
    """How many straight quotes quote; one after a digit is an inch mark where they would not pair."""
    quotes = text.count('"')
    return quotes - len(_INCH.findall(text)) if quotes % 2 else quotes


def is_whole(text: str) -> bool:
    """Whether `text` reads as a finished sentence that keeps no markup and names no address."""
    return (
        _START.match(text) is not None
        and _END.search(text) is not None
        and not text.endswith(("..", "….", "etc.", "….)"))
        and not _TWO_IN_ONE.search(text)
        and is_closed(text)
        and not has_markup(text)
        and not _names_address(text)
    )


def _names_address(text: str) -> bool:
    """Whether a text holds an address or a telephone number, which never go out."""
    if "://" in text or "www." in text or ("@" in text and _MAIL.search(text)):
        return True
    return _TELEPHONE.search(text) is not None


def has_markup(text: str) -> bool:
    """Whether a text holds what looks like Markdown, HTML or a macro."""
    return _MAY_BE_MARKUP.search(text) is not None and _MARKUP.search(text) is not None


_OUTSIDE = re.compile(
    r"(?!this (?:[\w-]+ ){1,2}in\b)"  # this month in
    r"(?:this|that|these|those|it|its|they|their|he|his|she|her|so|and|but|or|then|also|however|yet|still)\b",
    re.IGNORECASE,
)


def begins_outside(title: str) -> bool:
    """Whether a title's first word means or joins something outside it."""
    return _OUTSIDE.match(title) is not None


def points_away(text: str, counts: dict[str, int]) -> bool:
    """Whether a sentence sends the reader to another place; `counts` are those of its word groups."""
    sends = bool(counts.get("points elsewhere") or counts.get("of the text"))
    return sends or (bool(counts.get("places")) and _PLACE.search(text) is not None)
