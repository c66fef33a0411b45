"""What a sentence that ends in a colon takes along into a post: the one line of code or the short list after it.

Where it says enough by itself, it ends there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.share.sound import clean, has_markup, is_closed
from mkdocs_focus.text.blocks import Block

_LIKE_THIS = re.compile(
    r"(?:,| [-–—]+"
    r"|(?<!look)(?<!looks)(?<!looked)(?<! is)(?<! are)(?<! be)(?<!ing)(?<! example)(?<! reads)(?<! that)(?<! it))"
    r" like (?:this|so):\Z"
)
_ENOUGH = 40
"""Characters of a sentence that says enough without its code."""
_SHOWN = ("code", "row", "html")
"""What a sentence may lead to and be whole without, as it is without a quoted block or an address."""
_BY_THE_FOLLOWING = re.compile(r",? (?:by )?(?:using|via|running) the following(?: \w+){0,2}:\Z")
"""How a sentence ends that says enough without that end."""
_LEADS_TO = re.compile(r"\b(?:with|as|by|using|via|is|are|was|were|to|of|for|from|in|running|called)\Z")
"""How a sentence ends that needs its code."""
_POINTS_ON = re.compile(
    r"\b(?:this|these|that|those|following|follows|below|like|so|such|as)\b(?:\W+\w+){0,5}\W*\Z"
    r"|\b(?:is|are|was|were|be|been|do|does|did|says?|said|reads?|shows?|returns?|outputs?|prints?|becomes?|gets?|got|runs?|ran"
    r"|to|of|for|with|by|from|than|not|in|on|at|and|or|using|via|into|the|a|an|example|out|up|wrote|\w+ed)\W*\Z"
    r"|\A(?:To|For|If|When|While|After|Before|Once|With|By|On|In|Or|And|First|Then|Next|Using)\b[^,]*\Z"
    r"|://"
)
"""What goes on after the colon, in a sentence's last words; or is no clause of its own."""
_HANDS_OVER = re.compile(
    r"(?:(?:And|So|But) )?[Hh]ere(?:['’]s| is| are) (?:how|why|what (?:I|we)\b"
    r"|(?!.*\b(?:quote|screenshot|picture|photo|image|video|link|diagram|chart|table|output|demo|example)\b)"
    r"(?:the|an?|my|our|some) [^,;:]*\b(?:I|we|you can|for \w+ing|to \w+|that \w+)\b)"
)
"""How a sentence begins that hands over to what the article tells: "Here's the pattern I came up with"."""


def _points_on(said: str) -> bool:
    """Whether a sentence without its colon wants what follows: its last word is no noun, or points there."""
    words = lexicon("en")
    last = said.rsplit(None, 1)[-1].strip("\"'”’)").lower()
    return words is None or last in words.function_words or _POINTS_ON.search(said) is not None


def hands_over(text: str) -> bool:
    """Whether a sentence leads to what follows it so that a link can follow as well."""
    return _HANDS_OVER.match(text) is not None


_LONGEST_LINE, _LONGEST_ITEM = 70, 40
"""Characters of a line of code and of a list's item that running text takes along."""
_MOST_ITEMS, _MOST_WORDS = 5, 4
"""Items of a list, and words of each."""
MOST_BLOCKS = _MOST_ITEMS + 1
"""How many blocks after a sentence are looked at."""
_NO_COMMAND = re.compile(r"[\[{(<#/>'\"=]|\W*\Z|.*(?:password|secret|token)", re.IGNORECASE)
"""How output, data and comments begin; and what nobody passes on."""
_NO_ITEM = re.compile(
    r".*(?:[:;,?!]|://|\.\s)|\Z|(?:if|when|to|this|it|they|you|we|i|and|or|but|not|no)\s|.*\b(?:is|are|was|were|can|will)\b",
    re.IGNORECASE,
)
"""What parts an item's text, or makes a clause of it."""
_GOES_ON = re.compile(r"\b(?:including|like|such as|to|are|is|were|was|of|for|with|by|as|from|than|not)\Z")
"""Words after which no colon stands in running text."""


def completed(text: str, following: Sequence[Block], *, is_english: bool = True) -> str:
    """A sentence that ends in a colon, completed by the blocks that follow; as it is where they don't serve.

    How a list is told in running text is known of English alone.
    """
    if not text.endswith(":") or not following:
        return text
    if is_english and hands_over(text):
        return f"{text.removesuffix(':')}."
    said = _BY_THE_FOLLOWING.sub("", _LIKE_THIS.sub("", text)).removesuffix(":")
    if following[0].kind == "code" and (line := _one_line(following[0].text)):
        is_told = re.search(rf"(?<!\w){re.escape(line)}(?!\w)", said) and not _LEADS_TO.search(said)
        return f"{said}." if is_told else f"{said}: {line}"
    if following[0].kind in _SHOWN or following[0].quoted or "://" in following[0].text[:8]:
        is_enough = f"{said}:" != text or (is_english and not _points_on(said))
        return f"{said}." if is_enough and len(said) >= _ENOUGH else text
    listed = _listed(following) if is_english else ""
    joint = "" if _GOES_ON.search(said) else ":"
    return f"{said}{joint} {listed}." if listed else text


def _one_line(code: str) -> str:
    """A block of code as running text may hold it; empty where it has several lines or looks like markup."""
    lines = code.strip().splitlines()
    line = " ".join(lines[0].removeprefix("$ ").split()) if len(lines) == 1 else ""
    fits = len(line) <= _LONGEST_LINE and is_closed(line) and "://" not in line and not has_markup(line)
    return line if fits and not _NO_COMMAND.match(line) else ""


def _listed(following: Sequence[Block]) -> str:
    """The items of a short list as running text: a, b and c; empty where they are many, long or sentences."""
    items = list(takewhile(lambda block: block.kind == "item", following[:MOST_BLOCKS]))
    if not 1 < len(items) <= _MOST_ITEMS or any(item.ordered or item.level != items[0].level for item in items):
        return ""
    texts = [clean(item.text).rstrip(".;,") for item in items]
    if any(len(text) > _LONGEST_ITEM or text.count(" ") >= _MOST_WORDS or _NO_ITEM.match(text) for text in texts):
        return ""
    if all(map(_PHRASE.match, texts)):
        texts = [text[0].lower() + text[1:] for text in texts]
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


_PHRASE = re.compile(r"[A-Z]?[a-z’'-]+(?: [a-z’'-]+)+\Z")
"""Words that are no name: a capital at most at their start."""
