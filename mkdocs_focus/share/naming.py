"""How a passage that does not name its topic comes to name it.

Best by a sentence that stands earlier in the article, in the author's own words; else by the title or the topic,
joined as its grammar wants it: what asks or says something stands as a sentence, the rest before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.share.choose import shared, words_of
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.standing import stands_alone
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.usable import capitalised

SHORTEST, LONGEST = 25, 150
"""Characters of a sentence that introduces a passage."""
_WORST = -0.9
"""Below this score a sentence introduces nothing."""
_FAR = 6
"""Sentences between an introduction and its passage, at most."""
_MOST_SHARED = 0.4
"""Of the words of the shorter one: an introduction says something else than its passage."""
_LONGEST_HEADLINE = 90
_SECOND_COLON = 80
"""Characters."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence that names the topic and may stand before a passage."""

    text: str
    index: int
    """Of the sentence."""
    score: float


class Introductions:
    """The sentences of an article that name its topic, and may stand before one that does not."""

    def __init__(self, sentences: Sentences) -> None:
        self._found = list[Introduction]()
        for index in range(len(sentences.body.sentences)):
            if not SHORTEST <= len(sentences.body.sentences[index].text) <= LONGEST:
                continue
            if sentences.subject.naming(sentences.body.sentences[index].text) != "well":
                continue
            usable = sentences[index]
            if usable and sentences.stands_alone(index) and not usable.leans and usable.worth >= _WORST:
                self._found.append(Introduction(usable.opening, index, min(usable.worth, 1.0)))
        subject, wording = sentences.subject, sentences.wording
        self._found = [
            found
            for found in self._found
            if subject.naming(found.text) == "well"
            and stands_alone(found.text, wording)
            and (not wording.has_grammar or wording.has_verb(found.text.lower().replace("’", "'").split()))
        ]

    def before(self, text: str, start: int, room: int, used: Collection[int] = ()) -> Introduction | None:
        """The best one for a passage whose first sentence has the index `start`, in so many characters.

        It must speak of something that the passage speaks of, and stand near it.
        """
        words, stems = words_of(text), stems_of(text)
        best, most = None, -9.0
        for found in self._found:
            if not start - _FAR <= found.index < start or found.index in used or len(found.text) > room:
                continue
            if stems.isdisjoint(stems_of(found.text)) or shared(words_of(found.text), words) > _MOST_SHARED:
                continue
            if found.score > most:
                best, most = found, found.score
        return best


_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ASKS = re.compile(r"(?:how|why|what|when|where|which)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\s(?:is|are|was|were|has|have|had|can|could|will|would|should|do|does|did|need|needs|now|not)\s|n['’]t\s"
    r"|^(?:I|We|You)\s(?!and\b|or\b)",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\b(?:that|which|who|whose|if|when|introducing|announcing)\b", re.IGNORECASE)
"""In a title whose verb may belong to a clause of it."""
_ANNOUNCES = re.compile(r"(?:introducing|announcing|welcome to|release of|releasing)\s+(?:the\s+)?", re.IGNORECASE)


def headline(title: str) -> str:
    """A title without its full stop, and without a subtitle where it is long."""
    title = _TAG.sub("", title).strip().rstrip(".:;,").strip()
    if len(title) > _LONGEST_HEADLINE:
        for mark in (": ", " – ", " — ", " | ", " - ", "; "):
            head, _, _ = title.partition(mark)
            if head != title and 12 <= len(head) <= _LONGEST_HEADLINE:
                return head
    return title


_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_ONLY_A_DATE = re.compile(rf"\W*(?:(?:{_MONTHS}|\d+(?:st|nd|rd|th)?|week|part|day|q[1-4])\W*)+", re.IGNORECASE)


def framed(sentences: Sentences, text: str) -> str:
    """A passage with the article's title or topic joined to its front; empty where neither tells anything."""
    subject = sentences.subject
    title = _ANNOUNCES.sub("", headline(subject.title), count=1)
    title = capitalised(title)
    if sentences.wording.points_back(title) and not subject.stated:
        return ""
    if len(stems_of(title)) >= min(2, len(subject.stems)) and len(title) <= _LONGEST_HEADLINE and ":" not in title:
        if title.endswith(("?", "!")):
            return f"{title} {text}"
        if "?" in title:
            return f"{title}. {text}"
        if _ASKS.match(title):
            return _before_colon(title, text, sentences)
        if _SAYS.search(title) and not _FRAGMENT.search(title):
            return f"{title}. {text}"
    name = _name(sentences, title)
    if not name:
        return ""
    if sentences.kind == "recipe" and ":" not in name and _is_order(text, sentences):
        return f"For {_dish(name)}, {lowered(text, sentences)}"
    name = capitalised(name)
    if name.endswith(("?", "!")):
        return f"{name} {text}"
    return f"{name}. {text}" if ":" in name or "?" in name else _before_colon(name, text, sentences)


def _is_order(text: str, sentences: Sentences) -> bool:
    """Whether an English sentence tells the reader to do something, perhaps when or where first."""
    first = text.split(None, 1)[0].rstrip(",").lower()
    return first in _WHEN or sentences.wording.orders(first)


_WHEN = frozenset(("when", "once", "after", "before", "while", "if", "until"))


def _before_colon(name: str, text: str, sentences: Sentences) -> str:
    """A name and what goes on after it; as two sentences where a second colon would follow."""
    return f"{name}. {text}" if ":" in text[:_SECOND_COLON] else f"{name}: {lowered(text, sentences)}"


def _name(sentences: Sentences, title: str) -> str:
    """The topic where the author states it, else the title."""
    topic = sentences.subject.topic
    for name in (topic, title) if sentences.subject.stated else (title, topic):
        name = name.rstrip(".:;,")
        fit = len(name) <= _LONGEST_HEADLINE and not sentences.wording.points_back(name)
        if fit and stems_of(name) and not _ONLY_A_DATE.fullmatch(name):
            return name
    return ""


def _dish(name: str) -> str:
    """A recipe's title as it stands in a sentence: its ordinary words small."""
    words = lexicon("en")
    return " ".join([w.lower() if words and words.is_common(w.lower()) else w for w in name.split()])


_FIRST = re.compile(r"[A-Z][a-z’']*(?=[\s,])")
_IN_A_TITLE = re.compile(r" (?:\w+ )?[A-Z]")


def lowered(text: str, sentences: Sentences) -> str:
    """A sentence as it goes on after a colon or a comma: its first word small, unless that is a name or "I"."""
    match = _FIRST.match(text)
    words = lexicon("en")
    if match is None or words is None or not sentences.wording.has_grammar:
        return text
    word = match[0]
    small = word.lower()
    if word == "I" or small.startswith(("i'", "i’")) or not words.is_common(small.split("'")[0].split("’")[0]):
        return text
    named = re.compile(rf"[a-z,] {re.escape(word)}\b")
    if small not in words.function_words and (
        _IN_A_TITLE.match(text, match.end()) or any(named.search(block.text) for block in sentences.body.blocks)
    ):
        return text
    return small + text[match.end() :]
