"""Whether a text carries a topic: its words in any form, its abbreviation, or what it abbreviates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_focus.judge.words import stem
from mkdocs_focus.rules.tables import read_groups
from mkdocs_focus.text.sentences import WORD

_GROUPS = read_groups("en/topic_words.txt")
_EMPTY = frozenset().union(_GROUPS["empty"], *read_groups("little_words.txt").values())
_WEAK = _GROUPS["weak"]
"""Stems of words that many topics share."""
_BREAKS = _GROUPS["breaks"]
"""Words after which a topic's main noun has been said."""


def stems(text: str) -> set[str]:
    """The stems of the words of a text that mean something; the parts of a hyphenated word too."""
    return {stem(word) for word in set(_parts(text)) if word not in _EMPTY}


_PART = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]{2,}")


def _parts(text: str) -> list[str]:
    """The words in small letters; where a script has no blanks between words, its pairs of characters."""
    words = _PART.findall(text.lower())
    if text.isascii():
        return words
    for run in _UNSPACED.findall(text):
        words += [run[at : at + 2] for at in range(len(run) - 1)]
    return words


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words of a topic, ready for looking them up in texts."""

    strong: frozenset[str]
    """The stems that tell this topic from others; all of its stems where it has no such."""
    head: str
    """The stem of its main noun: the last word before the first preposition."""
    initials: str
    """Its words' first letters, in capitals."""
    capitals: frozenset[str]
    """Words in capitals, such as OCR."""

    def named_in(self, text: str) -> bool:
        """Whether a text carries any of the strong words; a long text that does is not taken apart for it."""
        lower = text.lower()
        return any(len(w) >= 4 and _beginning(w) in lower for w in self.strong) or bool(self.found_in(text))

    def found_in(self, text: str) -> set[str]:
        """Which of the topic's strong words a text carries, in any form; an abbreviation stands for what it means."""
        have = stems(text)
        found = {word for word in self.strong if word in have or _near(word, have)}
        if len(self.initials) >= 3 and any(w.rstrip("s") in self.initials for w in _CAPITALS.findall(text)):
            found.add(self.head)
        for short in self.capitals - {w.upper() for w in found}:
            if re.search(r"\W+(?:\w+\W+)?".join(rf"\b{letter}\w+" for letter in short.lower()), text.lower()):
                found.add(short.lower())
        return found


_CAPITALS = re.compile(r"\b[A-Z]{3,6}s?\b")


def _beginning(word: str) -> str:
    return word[: max(5, len(word) * 3 // 5)]


def _near(word: str, have: set[str]) -> bool:
    """Whether one of the stems begins like `word`: Postgres and PostgreSQL, evals and evaluation."""
    if len(word) < 4 or word.isdigit():
        return False
    beginning = _beginning(word)
    return any(
        other.startswith(beginning) or (len(other) >= 4 and word.startswith(other) and not other.isdigit())
        for other in have
    )


def names_topic(text: str, topic: str, title: str) -> bool:
    """Whether a text carries a word of the topic, or of the title where that names the topic: to the reader, who has
    just read it, the title stands for the topic."""
    words = topic_words(topic)
    return words.named_in(text) or (words.named_in(title) and topic_words(title).named_in(text))


@lru_cache(maxsize=2_000)
def topic_words(topic: str) -> TopicWords:
    """Take a topic's words apart."""
    words = WORD.findall(topic[:300])
    meaning = [part for part in _parts(topic[:300]) if part not in _EMPTY]
    every = frozenset(map(stem, meaning))
    strong = frozenset(s for s in every if s not in _WEAK and not _PLAIN_NUMBER.fullmatch(s)) or every
    head = ""
    for word in words:
        if word.lower() in _BREAKS and head:
            break
        if word.lower() not in _EMPTY:
            head = stem(_PART.findall(word.lower())[-1])
    initials = "".join(word[0] for word in words if word.lower() not in _EMPTY).upper()
    capitals = frozenset(word for word in words if 3 <= len(word) <= 6 and word.isupper() and word.isalpha())
    return TopicWords(strong, head, initials, capitals)


_PLAIN_NUMBER = re.compile(r"\d{1,2}|(?:1[5-9]|20)\d\d")
"""A number or a year, which many other things share."""
