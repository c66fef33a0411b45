"""Whether a piece of the article can stand in a post as it is: whole, closed, free of markup, sense in itself."""

from __future__ import annotations

import re

from mkdocs_focus.judge.words import VERB, lexicon
from mkdocs_focus.share.wording import Wording

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
_TWO_IN_ONE = re.compile(r"[\"'”’)][.!?]\s+[a-z]")
"""Two sentences that were not told apart, because the second begins small."""
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))

_PLACE = re.compile(
    r"\b(?:above|below)(?=[,.:;)]|$)|\b(?:as|see|seen|shown|listed|described|mentioned|given|code|image|the|from)\s+"
    r"(?:above|below)\b(?!\s+(?:the|a|an|\d))|\((?:see|fig|table|figure|via)\b|\bhere(?=[,.:;)]|$)"
    r"|\b(?:[Ff]ig(?:ure)?|[Tt]able|[Ll]isting|[Pp]art|[Ss]tep|[Ss]ection|[Cc]hapter|[Ee]xample|[Pp]hase|[Dd]ay)\.?\s\d"
)
"""Words that send the reader to another place of the article."""

_DUMMY = (
    r"(?!.{0,9}(?:similar|due|thanks|close|related|able|great|good) )"
    r"(?:[’']s|[’']d| is| was| has been| turns| turned| took| takes) (?:\w+ ){0,2}(?:that|to|out|for)\b"
)
"""What follows an "it" that stands for nothing: it turned out, it was found that."""
_PRONOUN = re.compile(
    r"(?<!make )(?<!made )(?<!makes )(?<!making )(?<!find )(?<!found )"
    rf"\b(?:it(?!{_DUMMY})|they|them|he|him|she|these|those|this|its|their|his|her|such(?! as| a))\b",
    re.IGNORECASE,
)
_DUMMY_START = re.compile(rf"It{_DUMMY}")
_NOUN = re.compile(
    r"\b(?:the|a|an|my|our|your|each|every|no|all|\d[\d.,]*)\s+[\w-]{3,}|(?<=[a-z,] )[A-Z]\w+|\w+[._/]\w+"
)
"""Something for a pronoun to stand for; a date is nothing of the kind."""
_DATE = re.compile(
    r"(?:\d{1,2} )?\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?(?: \d{1,4}\b,?)*"
)
_NOT_A_NOUN = (
    r"(?:the|an?|they|it|its|we|you|i|he|she|is|was|are|were|would|can|could|will|has|have|had|when|if|do|does|did|may"
    r"|might|must|should|one|which|what|there|their|our|my|your|this|these|no|not|all|any|every|each|only|some)\b"
)
_POINTING = re.compile(
    r"\b(?:this (?!is|was|year|means)|(?:these|those) (?!who|that|of|are|were|in)"
    rf"|(?:of|in|on|from|for|into|at|by|about|between|to \w+) that (?!{_NOT_A_NOUN}))[a-z]"
    r"|\b(?:use|used|using|do|did|doing|done|with|of|for|about|like|after|before|from) that(?: to\b|[.,;])"
    r"|^[^.,;]{0,60}\b(?:did|does|do) (?:it|so)[.,;]|\b(?:using|used|use) that\b"
    r"|\b\w+ that (?:into|onto|as an?|using|with an?)\b|\bboth(?:[.,;:]| -)"
    r"|\b(?:need|want|use|put|take|took|run|ran|move|install|open|fix|like)(?:e?d)? that [a-z]"
    r"|\b(?:this|that) one\b|\beither(?:[.,;:]|$)"
    r"|^(?!.*\bone\b).*\bthe others?(?:[.,;:]| (?:is|are|was|were|had|has)\b)"
)
"""A thing that was named before: this step, from that tag."""


def clean(text: str) -> str:
    """A sentence's text on one line, without characters that nobody sees."""
    return " ".join((text if text.isascii() else text.translate(_UNSEEN)).split())


def is_closed(text: str) -> bool:
    """Whether quotes and brackets that open in `text` close in it, in order."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing) or text.find(closing) < text.find(opening):
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


def points_away(text: str, counts: dict[str, int]) -> bool:
    """Whether a sentence sends the reader to another place; `counts` are those of its word groups."""
    return bool(counts.get("points elsewhere")) or (bool(counts.get("places")) and _PLACE.search(text) is not None)


def stands_alone(text: str, wording: Wording) -> bool:
    """Whether a sentence makes sense without what stands before it."""
    if wording.points_back(text) and not _DUMMY_START.match(text):
        return False
    if not wording.has_grammar:
        return True
    plain = _NO_JOINT.sub(" ", text.lower().replace("’", "'"))
    words = [word.strip(',.;:!()"') for word in plain.split(None, _VERBLESS + 1)]
    if wording.joins_early(words[:_EARLY_JOINT]):
        return False
    if len(words) <= _VERBLESS and not wording.has_verb(words):
        return False
    if _CLAUSE.match(text) and "," not in text:
        return False
    if _POINTING.search(text) or _OF_BEFORE.match(text) or _LABELLED.match(text):
        return False
    if (_NOMINAL.match(text) or text.count(",") > 1) and not _has_verb(text, wording):
        return False
    return all(_is_bound(text, pronoun) for pronoun in _PRONOUN.finditer(text))


def _is_bound(text: str, pronoun: re.Match[str]) -> bool:
    """Whether what a pronoun stands for can have been named before it in the same sentence.

    Nobody who reads "Ann spent the winter on it" can take the "it" for the winter or for Ann: what a pronoun stands
    for is named in another clause. A possessive may also mean something in its own.
    """
    before = text[: pronoun.start()]
    word = pronoun[0].lower()
    if word not in ("its", "their", "his", "her"):
        boundaries = list(_BOUNDARY.finditer(before))
        before = before[: boundaries[-1].start()] if boundaries else ""
    if word in ("this", "these", "those", "such"):
        return bool(before)
    if word in ("they", "them", "their") and _PLURAL.search(before):
        return True
    before = _DATE.sub(" ", before)
    return _NOUN.search(before) is not None or (_NAME.match(before) is not None and not _is_small(before.split()[0]))


def _is_small(word: str) -> bool:
    """Whether a sentence's first word is capitalised only because it is the first."""
    known = lexicon("en")
    return known is None or word.lower() in known.function_words


_NAME = re.compile(r"[A-Z]\w+\s")
_PLURAL = re.compile(r"\b[A-Za-z][a-z]{2,}s\b")


_BOUNDARY = re.compile(
    r"[,;:—–(]|\b(?:and|but|or|so|when|if|because|since|while|until|before|after|that|which|who|where|than|as|to|unless"
    r"|though|although|whether|for|how|what|why|by)\b",
    re.IGNORECASE,
)
"""Where one clause may end and another begin."""


_OF_BEFORE = re.compile(
    r"(?:The|Another|An?|My|Our) (?:\S+ ){0,3}ones?\b"
    r"|The (?:first|second|third|fourth|last|next|latter) (?:is|was|step)\b"
    r"|(?:The|An?) (?:\S+ ){1,4}there (?:is|are|was|were)\b"
    r"|\w+ed (?!by|in|on|with|at|as|from|to|for)\w+ ?\w*,"
)
"""A subject that only what stands before can tell: the red one, the second, the number there; or none at all."""
_LABELLED = re.compile(r"\W*\d{1,2}[:.]\d\d\b|(?:Step|Day|Week|Phase|Part|Week) \d+\b|[^.,;:]{1,24}\b\d{4}:")
"""An entry of a log or a calendar."""
_NOMINAL = re.compile(r"(?:The|An?|My|Our|No)\s|\w+ing\b|[A-Z]\w*(?:[._]\w|[A-Z]|, )|(?:More|Less|Better|Fewer)\s")
"""The start of what needs a verb to become a sentence; other starts may be an order."""
_NO_JOINT = re.compile(r"\b(?:instead of|likewise to|the same \w+ as|also known as|too (?!,))")
"""What holds a word that could join a sentence to the one before it, but does not."""
_EARLY_JOINT = 5
"""Words from the start among which an "also" joins the sentence to what stands before it."""
_VERBLESS = 6
"""A sentence of so few words may lack a verb: a heading or an exclamation rather than a statement."""
_CLAUSE = re.compile(r"(?:Because|Since|Although|Though|While|Whereas|Until|Unless|Which|Whether)\b")
"""A clause that needs a main clause after its comma."""


def _has_verb(text: str, wording: Wording) -> bool:
    words = _WORDS.findall(text.lower().replace("’", "'"))
    if wording.has_verb(words):
        return True
    known = lexicon("en")
    return known is not None and any(known.breadth.get(word.removesuffix("s")) == VERB for word in words[1:])


_WORDS = re.compile(r"[\w']+")
