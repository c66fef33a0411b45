"""What is measured of an article before its score: a few dozen plain numbers, each with a reason.

Rates are per 100 words of the author's own running text. Every feature is bounded, so that none can outvote the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from math import log1p, sqrt

from mkdocs_focus.judge.stance import stance
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import TEXT_KINDS, Block
from mkdocs_focus.text.sentences import WORD

_UNITS = re.compile(
    r"(?<![\w.])[~≈<>±]?\d[\d.,/:]*(?:\s?[-–×x]\s?\d[\d.,/]*)?[\s-]?"
    r"(?:%|°|[µm]?[mcdk]?m\b|[mkµ]?[gl]\b|ml\b|cm\b|km|kg\b|in\b|inch|ft\b|feet|foot|yd\b|lbs?\b|oz\b|cup|tbsp|tsp|"
    r"[Tt]able|[Tt]easp|[KMGT]i?B\b|[kKMG]bps|[kMG]?Hz|m?s\b|ms\b|sec|min|hour|hr|day|week|month|year|"
    r"[kKM]?[VWA]\b|volt|watt|amp|ohm|psi|PSI|rpm|RPM|[Cc][Ff][Mm]|hp\b|degree|mile|lines?\b|bytes?\b|rows?\b|"
    r"times\b|percent|pounds?\b|grams?\b|quarts?\b|gallons?\b|pixels?\b|px\b|dpi\b|[CF]\b)"
)
_NUMBER = re.compile(r"(?<![\w])[#$€£v]?\d[\w.,:/×-]*")
_YEAR = re.compile(r"(?:19|20)\d\d[.,:]?\Z")
_LISTICLE = re.compile(
    r"^\W*(?:the\s+)?(?:top\s+)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,3}"
    r"(?:ways?|tips?|reasons?|things?|steps?|tricks?|ideas?|lessons?|secrets?|mistakes?|rules?|habits?|benefits?|signs?)\b"
    r"|\b(?:tips|ways to|how to be|why you should|everything you|guide to|dos and don|best practices|what is|lessons|"
    r"the (?:power|art|importance|future|impact|value) of|why .{0,40} matters?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w'’-]*)(?: (?:[A-Z][\w'’-]*|\d[\w.-]*))*")


@dataclass(frozen=True)
class Features:
    """The numbers of one article."""

    values: dict[str, float]
    words: int
    """Of the running text and the headings, quotations included."""
    english: bool
    """Whether the words were judged: the language has a table, and the text is in it."""
    seen: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict, repr=False)
    """For each word group how often each of its words and phrases occurred."""


_FUNCTION = (
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "is",
    "that",
    "it",
    "for",
    "on",
    "with",
    "as",
    "this",
    "be",
    "are",
    "was",
)
"""Words that every English text is full of."""


def measure(article: Article, language: str = "en", title: str = "") -> Features:
    """Measure an article."""
    blocks = article.body.blocks
    text_blocks = [b for b in blocks if b.kind in TEXT_KINDS]
    own = [b for b in text_blocks if not b.quoted] or text_blocks
    text = "\n".join(b.plain.text for b in own).replace("’", "'")
    words = WORD.findall(text)
    low = [w.lower() for w in words]
    count = len(low)
    per = 100 / max(count, 60)
    values = _structure(blocks, own, text, per, count)
    tally = Counter(low)
    share = sum(tally[w] for w in _FUNCTION) / max(count, 1)
    table = stance(language)
    english = table is not None and (share > 0.12 or count < 25)
    seen: dict[str, tuple[tuple[int, str], ...]] = {}
    if table is not None and english:
        hits = table.count(low, tally)
        for group, own_hits in zip(table.groups, hits, strict=True):
            values[group] = sqrt(sum(times for times, _ in own_hits) * per)
            seen[group] = own_hits
        values["listicle_title"] = 1.0 if _LISTICLE.search(title) else 0.0
    return Features(values, count, english, seen)


def _structure(blocks: tuple[Block, ...], own: list[Block], text: str, per: float, count: int) -> dict[str, float]:
    """What needs no knowledge of the language."""
    units = len(_UNITS.findall(text))
    numbers = [n for n in _NUMBER.findall(text) if not _YEAR.match(n)]
    marks = [m for b in own for m in b.plain.marks]
    code = sum(1 for m in marks if m.kind == "code")
    links = sum(1 for m in marks if m.kind in ("link", "url"))
    code_lines = sum(b.plain.text.count("\n") + 1 for b in blocks if b.kind == "code")
    rows = sum(1 for b in blocks if b.kind == "row")
    items = sum(len(b.plain.text) for b in own if b.kind == "item")
    names = _NAME.findall(text)
    headings = sum(1 for b in blocks if b.kind == "heading")
    distinct = Counter(names)
    repeated = sum(n for n in distinct.values() if n > 1)
    return {
        "units": sqrt(units * per),
        "numbers": sqrt(len(numbers) * per),
        "inline_code": sqrt(code * per),
        "code_lines": log1p(code_lines),
        "links": sqrt(links * per),
        "table_rows": log1p(rows),
        "items": items / max(len(text), 1),
        "names_once": sqrt((len(names) - repeated) * per),
        "names_again": sqrt(repeated * per),
        "headings": sqrt(headings * per),
        "questions": sqrt(text.count("?") * per),
        "exclamations": sqrt(text.count("!") * per),
        "length": log1p(count),
        "bold": sqrt(sum(1 for m in marks if m.kind == "strong") * per),
        "quoted": sum(len(b.plain.text) for b in blocks if b.quoted) / max(len(text), 1),
    }
