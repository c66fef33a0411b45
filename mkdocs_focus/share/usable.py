"""A sentence of the article as a post may use it: its clean text, or that it may not be used."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.share.colon import completed
from mkdocs_focus.share.sound import clean, is_whole
from mkdocs_focus.share.wording import Wording
from mkdocs_focus.text.blocks import TEXT_KINDS, Block, Sentence
from mkdocs_focus.text.inline import Mark

LONGEST = 330
"""Characters of a sentence that may stand in a post, if only on Facebook."""
_LONG = 160
"""Characters of a block with a picture that is more than its caption."""
_CAPTION = re.compile(r"<(?:img|figure|figcaption|picture|video|iframe)\b|caption|text-align", re.IGNORECASE)


def is_caption(assessment: Assessment, block: Block) -> bool:
    """Whether a block is a picture's caption, or a note that is emphasised as a whole."""
    length = len(block.text.strip())
    for mark in block.plain.marks:
        if mark.kind in ("emphasis", "strong") and mark.end - mark.start >= 0.95 * length:
            return True
        if mark.kind == "image" and length < _LONG:
            return True
    source = assessment.article.text
    is_html = length < _LONG and source.startswith("<", block.span.start)
    return is_html and _CAPTION.search(source[slice(*block.span)]) is not None


_LABEL = re.compile(r"(?:\d+\.\s)?[^.:!?]{2,60}(?::|\s[–—-])\s+(?=[A-Za-z])")
"""The bold words that open many list items: `**Curing:** If the paint ...`."""


_NO_SENTENCE = re.compile(r"(?:[Aa]n?|[Tt]he) [^,;]*? (?:that|which|for|to)\b|[a-zA-Z]+(?:ed|ing|s) (?![A-Z])")
"""What a label tells of rather than says: the hook that checks, increased by half."""
_LONG_LABEL = 12
_ELSEWHERE = re.compile(
    r"\b(?:posts?|wrote|written (?:about|up|before|on)|described|showed|explained|earlier (?!than|this|that|in\b)"
    r"|previous|series|article)\b"
)
"""Words by which a link in a sentence leads to another article, of which the post would then seem to speak."""


_THIS = re.compile(r"\bth(?:is|ese)\b")
"""What is said of a link, and of nothing that the post could tell: this notebook."""


def _encloses(sentence: Sentence, mark: Mark) -> bool:
    """Whether a mark lies in a sentence; code that holds a full stop may have been split with it."""
    return sentence.start <= mark.start and mark.end <= sentence.end


_ASIDE = re.compile(
    r" \((?:(?:live |my |the |this )?(?:demo|source|code|docs|documentation|example|issue|more)(?: here)?"
    r"|diff|ref|link|pdf|video|slides|tweet|thread|gist|PR|commit|here|above|below|documented [^()]*|via [^()]*"
    r"|(?:see|cf\.|as in|as seen|shown|pictured) [^()]*|(?:fig|table|figure)\.? ?\d+[^()]*)\)"
    r"| \(\s*(?:[\w/-]*#\d+[\s,]*)+\)| [-–—] see [^.]{1,60}(?=\.\Z)"
    r"|, as (?:described|explained|documented|discussed|shown) in (?:this|the|my|our|a) [^.,]{1,60}(?=\.\Z)",
    re.IGNORECASE,
)
"""A remark that only sends the reader elsewhere."""


def usable_text(
    sentence: Sentence, block: Block, wording: Wording, following: Sequence[Block] = (), *, unstopped: bool = False
) -> str | None:
    """The clean text of a sentence that may stand in a post; None where it may not.

    `following` are the blocks after it, where it is its block's last; `unstopped` says that the last one of such a
    block often goes without its full stop.
    """
    if block.kind not in TEXT_KINDS or block.quoted or not 12 <= len(sentence.text) <= 400:
        return None
    start, asides = sentence.start, list(_ASIDE.finditer(sentence.text)) if block.plain.marks else []
    for mark in block.plain.marks:
        if mark.start >= sentence.end or mark.end <= sentence.start:
            continue
        if any(aside.start() <= mark.start - sentence.start < aside.end() for aside in asides):
            continue
        if mark.kind == "link" and (
            _THIS.search(block.text[max(mark.start - 6, 0) : mark.start + 6])
            or (mark.end - mark.start >= _LONG_LABEL and _ELSEWHERE.search(_ASIDE.sub("", sentence.text)))
        ):
            return None
        if mark.kind in ("url", "math") or (mark.kind == "code" and not _encloses(sentence, mark)):
            return None
        if mark.kind == "strong" and mark.start <= sentence.start + 1 and (label := _LABEL.match(sentence.text)):
            if wording.labels_old(label[0]):
                return None
            start = max(start, sentence.start + label.end())
    text = _ASIDE.sub("", clean(block.text[start : sentence.end]))
    if start > sentence.start and _NO_SENTENCE.match(text):
        return None
    if wording.has_grammar and (announced := _ANNOUNCES.match(text)):
        text = capitalised(text[announced.end() :])
    if start > sentence.start or block.kind == "item":
        text = capitalised(text)
    if unstopped and text[-1:].isalnum() and sentence.end >= len(block.text.rstrip()):
        text += "."
    said, text = text, completed(text, following, is_english=wording.has_grammar)
    ended = text if text == said or text.endswith(".") else f"{text}."  # a line of code goes without
    if _OF_A_PICTURE.search(text):
        return None
    if not is_whole(ended[:1].upper() + ended[1:] if _NAME.match(ended) and not _is_ordinary(ended) else ended):
        return None
    return text if len(text) <= LONGEST else None


_ANNOUNCES = re.compile(
    r"(?:Today,? |And |So )?(?:we|I|the [\w' -]{2,30} team)(?:['’](?:re|m)| are| am| is) (?:(?:very|so|really) )?"
    r"(?:excited|thrilled|happy|pleased|proud|delighted|glad) to (?:\w+ly )?(?:announce|share|say) that "
    r"|(?:Please )?(?:keep in mind|bear in mind|note|be aware|remember) that ",
    re.IGNORECASE,
)
"""What says that something is announced or to be minded, rather than what."""
_OF_A_PICTURE = re.compile(
    r"(?<=[A-Za-z] )(?:of|off|on|like|from|after|see|used?) (?:this|these) [a-z-]{3,} (?:that )?(?:I|we|my|our)\b"
)
"""What only a link or a picture shows: these photos I took."""
_NAME = re.compile(r"[a-z][\w./-]*(?=\s)")


def _is_ordinary(text: str) -> bool:
    """Whether the first word of a text is one that is written small in no name: the, long-term."""
    words, first = lexicon("en"), text.split(None, 1)[0]
    return words is not None and all(map(words.is_common, first.split("-")))


def capitalised(text: str) -> str:
    """A text with a capital at its start, unless its first word is a name or code that is written small."""
    first = _FIRST_WORD.match(text)
    words = lexicon("en")
    return text[:1].upper() + text[1:] if first and words and words.is_common(first[0]) else text


_FIRST_WORD = re.compile(r"[a-z]+(?![\w.(/-])")


def opened(text: str, wording: Wording) -> str:
    """A sentence as it may begin a post: without a first word that only joins it to what stands before it."""
    dropped = wording.droppable(text)
    rest = text[dropped:]
    return capitalised(rest) if dropped and capitalised(rest)[:1].isupper() else text
