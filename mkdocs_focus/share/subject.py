"""The article's topic as posts use it: its words, to see whether a sentence names it, and its name, to join."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.share.wording import plain_words

_PART = re.compile(r"[^\W_]+")
"""A word; compounds are taken apart at their hyphens."""
_SMALL = frozenset(
    """
    a an and are as at be but by can did do does for from get had has have how i if in into is it its just like make
    makes making my need no not of on or our out over so than that the their then there these this to too up us use
    used using via was we were what when where which while who why will with without you your new one two way ways
    about after all also any because before being could each more most much never only other own same should some such
    through until very would part introducing introduction guide tips review update announcing post blog article
    welcome overview home readme index notes
    better best good great first last day days year years time times thing things now really
    """.split()  # noqa: SIM905
)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the telling words of a text."""
    return frozenset([_stem(word) for word in _PART.findall(text.lower()) if word not in _SMALL and len(word) > 1])


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Enough of a word to know its forms by."""
    for ending in ("ing", "ies", "ed", "es", "s", "er", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


Naming = Literal["not", "in part", "well"]
"""How a text names a topic: not at all, by one word, or well enough to stand alone."""
_RARE = 40
"""The rarity from which one word of a topic may stand for it; see judge/words.py."""
_SOON, _AT_ONCE = 110, 45
"""Characters within which a text is to name its topic, and within which any word of it will do."""


@dataclass(frozen=True)
class Subject:
    """What an article is about, for its posts."""

    topic: str
    title: str
    stated: bool
    """Whether the author stated the topic."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the telling words of topic and title."""
        return stems_of(f"{self.topic} {self.title}")

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """How words of the topic begin, with the space before them; a short word stands whole."""
        return tuple(f" {stem}" if len(stem) > 3 else f" {stem} " for stem in sorted(self.stems))

    @cached_property
    def _rare(self) -> frozenset[str]:
        """Of these the beginnings of words that few other topics share."""
        return frozenset(start for start in self.beginnings if start.strip() not in _common_stems())

    def overlap(self, plain: str) -> int:
        """How many different words of the topic or the title a text holds, as `plain_words` gives it."""
        plain = plain.replace("-", " ")
        return len([beginning for beginning in self.beginnings if beginning in plain])

    def naming(self, text: str) -> Naming:
        """How the beginning of a text names the topic."""
        beginning = text[:_SOON]
        if beginning not in self._namings:
            self._namings[beginning] = self._naming(beginning)
        return self._namings[beginning]

    @cached_property
    def _namings(self) -> dict[str, Naming]:
        return {}

    def _naming(self, text: str) -> Naming:
        plain = plain_words(text).replace("-", " ")
        found = [beginning for beginning in self.beginnings if beginning in plain]
        if len(found) >= min(2, len(self.stems)):
            return "well"
        at_once = found and (found[0] in plain[:_AT_ONCE] or not self._rare.isdisjoint(found))
        return "in part" if at_once else "not"


@cache
def _common_stems() -> frozenset[str]:
    words = lexicon("en")
    return frozenset(_stem(word) for word, rarity in words.rarity.items() if rarity < _RARE) if words else frozenset()


def subject_of(assessment: Assessment) -> Subject:
    """The subject of an article."""
    title, topic = assessment.contract.title, assessment.topic.text
    if topic and assessment.topic.stated and not _carried(topic, assessment):
        return Subject(title, title, False)  # a post that names it would say what the article does not
    if not assessment.topic.stated and stems_of(title) and not stems_of(topic) <= stems_of(title):
        topic = title  # what the author wrote above it all is surer than what was inferred
    return Subject(topic or title, title, assessment.topic.stated)


def _carried(topic: str, assessment: Assessment) -> bool:
    """Whether the article's own text holds at least half of the words that a topic is made of."""
    stems = Subject(topic, "", True).stems
    if not stems or not topic.isascii():
        return True  # in other scripts and languages words cannot be told apart so simply
    body = " ".join([block.text for block in assessment.article.body.blocks]).lower()
    return 2 * sum(stem in body for stem in stems) >= len(stems)
