"""Whether a piece of the article can stand in a post as it is: whole, closed, free of markup, sense in itself."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")

_MARKUP = re.compile(
    r"""
      \[[^\]]*\]\(|\]\[|!\[|\[\^|\]\(               # links, images, footnotes that were not resolved
    | \{\{|\}\}|\{%|%\}|\{[:#.]|\$\$|\\[a-zA-Z(\[]  # macros, attributes, formulas
    | <[/!a-zA-Z][^<>]*>|&[a-z]+;                   # HTML
    | (?<!\w)\*{1,3}(?=\S)|(?<=\S)\*{2,3}|(?<!\w)_(?=[^\W_])(?=[^_]*_(?!\w))|~~|`|^\#{1,6}\s|^>|\|
    | :[a-z][\w-]+:                                 # icons
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"https?://|www\.|\b[\w.+-]+@[\w-]+\.\w|(?<!\w)\+?\d[\d ()-]{8,}\d")
"""Links of others, mail addresses, telephone and serial numbers: never in a post."""
_END = re.compile(r"[.!。！][\"'”’»)\]]*\Z")
_START = re.compile(r"[\"'“‘(]?[A-Z0-9À-ÖØ-ÞĀ-ſΑ-ΩА-Я`./$€£#_\u0370-\uffff-]")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def clean(text: str) -> str:
    """A sentence's text on one line, without characters that nobody sees."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def is_closed(text: str) -> bool:
    """Whether quotes and brackets that open in `text` close in it."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            return False
    return _straight_quotes(text) % 2 == 0


_INCH = re.compile(r"\d\"(?!\w)")


def _straight_quotes(text: str) -> int:
    """How many straight quotes quote; one after a digit is an inch mark where they would not pair."""
    quotes = text.count('"')
    return quotes - len(_INCH.findall(text)) if quotes % 2 else quotes


def is_whole(text: str) -> bool:
    """Whether `text` reads as a finished sentence that keeps no markup and names no address."""
    return (
        _START.match(text) is not None
        and _END.search(text) is not None
        and not text.endswith(("...", "….", "etc."))
        and is_closed(text)
        and not _MARKUP.search(text)
        and not _ADDRESS.search(text)
    )


def has_markup(text: str) -> bool:
    """Whether a text holds what looks like Markdown, HTML or a macro."""
    return _MARKUP.search(text) is not None
