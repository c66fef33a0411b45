"""What is measured of an article before its score: a few dozen plain numbers, each with a reason.

Rates are per 100 words of the author's own running text, and their square root is taken, so that the first few count
most. `data/score.tsv` says what each stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p, sqrt

from mkdocs_focus.judge.assessment import Detail
from mkdocs_focus.judge.stance import stance
from mkdocs_focus.judge.telling import exact, telling
from mkdocs_focus.judge.wording import Wording
from mkdocs_focus.judge.words import RAREST, lexicon
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block

FEWEST_WORDS = 60
"""A shorter text is measured as if it had as many words: one word of thanks in ten is not ten in a hundred."""
_AMOUNTS = ("measurement", "money", "percentage", "range")
_NUMBERS = ("count", "date", "part-number", "version", "model", *_AMOUNTS)
_PREACHING = ("uplift", "advice", "aphorism", "borrowed", "everyday")
_NOTING = ("boilerplate", "names_again", "inline_code")
_INVITING = ("promotion", "event")
_PREACHED, _NOTED, _INVITED = 5.0, 2.0, 6.5
"""Of a notice's words how many in a hundred may preach, must note, and may invite."""
_ADVERT = 2
"""Calls to buy from which a text is an advert."""
_SOLD = ("units", "numbers", "names_again")
"""What adverts are full of: beside so many selling words it counts less, and beside nine in a hundred nothing."""
_LISTED = 6
"""Names in one paragraph that count; a list of contributors is one thing, however long."""
_OFTEN = 3
"""From so many times on a word returns."""
_SPECIAL = 35
"""The rarity from which a word belongs to a field: beyond the 5,000 most frequent; see judge/words.py."""
_SHORTEST = 250
"""Bytes of text from which an article is more than a card; a Chinese character, three bytes, says as much as three
letters."""
_DETAIL_LENGTH = 40
"""Bytes that a detail stands for."""
_LISTICLE = re.compile(
    r"^\W*(?:the\s+)?(?:top\s+)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,3}"
    r"(?:ways?|tips?|reasons?|things?|steps?|tricks?|ideas?|lessons?|secrets?|mistakes?|rules?|habits?|benefits?|signs?)\b"
    r"|^\W*(?:the\s+)?(?:\d+\s+)?best\s+(?:[\w-]+\s+){1,3}(?:for|of|in|under|to\s+buy|20\d\d)\b"
    r"|\b(?:beginner['’]?s['’]?\s+guide|(?:complete|ultimate)\s+guide|(?:all\s+)?you\s+need\s+to\s+know)\b"
    r"|\b(?:tips|ways to|how to be|why you should|everything you|guide to|dos and don|best practices|what is|lessons|"
    r"the (?:power|art|importance|future|impact|value) of|why .{0,40} matters?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Features:
    """The numbers of one article."""

    values: dict[str, float]
    words: int
    """Of the author's own running text."""
    worded: bool
    """Whether the words were judged: the language has a table."""
    seen: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict, repr=False)
    """For each word group how often each of its words and phrases occurred."""


def measure(
    article: Article,
    title: str,
    wording: Wording,
    details: Sequence[Detail],
    specificity: Sequence[float],
    language: str = "en",
) -> Features:
    """Measure an article. Its words, details and specificity are measured before."""
    blocks = article.body.blocks
    words, tally = wording.words, wording.tally
    count = len(words)
    per = 100 / max(count, FEWEST_WORDS)
    values = _structure(blocks, [blocks[index] for index in wording.lengths], per) | _concrete(details, per)
    values["bare"] = _bare(article, details)
    values["exact"] = exact(article, details)
    table, known = stance(language), lexicon(language)
    seen: dict[str, tuple[tuple[int, str], ...]] = {}
    if table is not None:
        seen = dict(zip(table.groups, table.count(words, tally), strict=True))
        values |= {group: sqrt(sum([times for times, _ in hits]) * per) for group, hits in seen.items()}
        values["listicle_title"] = 1.0 if _LISTICLE.search(title) else 0.0
        values |= telling(seen, article, wording, details)
        values["notice"] = float(_notice(values) and len(seen["advert"]) < _ADVERT)
        plain = 1 - min(max(values.get("promotion", 0.0) - 1, 0) / 2, 1)
        for name in _SOLD:
            values[name] *= plain
    if known is not None:
        rarity = known.rarity
        often = [(word, times) for word, times in tally.items() if times >= _OFTEN and word.isalpha()]
        special = [times for word, times in often if rarity.get(word, RAREST) >= _SPECIAL]
        values["returning_rare"] = sqrt(sum(special) * per)
        if specificity:
            ordered = sorted(specificity)
            values["specific_sentences"] = sum(ordered) / len(ordered)
            values["vaguest_sentences"] = ordered[len(ordered) // 4]
    return Features(values, count, table is not None, seen)


def _bare(article: Article, details: Sequence[Detail]) -> float:
    """1 where there is nothing to read, 0 from a few sentences, details or lines of code on."""
    body = article.body
    if any(block.kind in ("code", "row") for block in body.blocks):
        return 0.0
    if not body.blocks and article.text[article.front.body :].strip():
        return 0.0  # what it consists of is put in by a macro or a snippet
    length = sum([len(block.plain.text.encode()) for block in body.blocks if block.kind != "html"])
    return max(0.0, 1 - (length + _DETAIL_LENGTH * len(details)) / _SHORTEST)


def _structure(blocks: Sequence[Block], own: Sequence[Block], per: float) -> dict[str, float]:
    """What the markup tells."""
    marks = [m.kind for b in own for m in b.plain.marks]
    code_lines = sum([b.plain.text.count("\n") + 1 for b in blocks if b.kind == "code"])
    rows = len([b for b in blocks if b.kind == "row"])
    return {
        "inline_code": sqrt(marks.count("code") * per),
        "code_lines": log1p(code_lines),
        "table_rows": log1p(rows),
    }


def _notice(values: Mapping[str, float]) -> bool:
    """Whether it is a project's notice to its own people: of its own texts, names and code, without preaching
    and without much inviting. Nobody takes it for deep, but it is not generic either."""
    preached, noted, invited = (
        sum([values.get(name, 0.0) ** 2 for name in names]) for names in (_PREACHING, _NOTING, _INVITING)
    )
    if values["listicle_title"]:
        return False
    return preached < _PREACHED and noted > _NOTED and invited < _INVITED


def _concrete(details: Sequence[Detail], per: float) -> dict[str, float]:
    """What the details tell."""
    kinds: Counter[str] = Counter([d.kind for d in details if d.sentence is not None])
    names = Counter([d.text for d in details if d.kind == "name"])
    again = sum([times for times in names.values() if times > 1])
    alone = Counter([d.block for d in details if d.kind == "name" and names[d.text] == 1])
    once = sum([min(times, _LISTED) for times in alone.values()])
    return {
        "units": sqrt(sum([kinds[kind] for kind in _AMOUNTS]) * per),
        "numbers": sqrt(sum([kinds[kind] for kind in _NUMBERS]) * per),
        "names_once": sqrt(once * per),
        "names_again": sqrt(again * per),
    }
