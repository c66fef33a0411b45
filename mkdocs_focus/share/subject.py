"""The article's topic as posts use it: its words, to see whether a sentence names it, and its name, to join."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from mkdocs_focus.judge.assessment import Assessment
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
_LONGEST_NAME, _LONGEST_HEADLINE = 60, 90
"""Characters."""


def _stem(word: str) -> str:
    """Enough of a word to know its forms by."""
    for ending in ("ing", "ies", "ed", "es", "s", "er", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


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
        words = _PART.findall(f"{self.topic} {self.title}".lower())
        return frozenset(_stem(word) for word in words if word not in _SMALL and len(word) > 1)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """How words of the topic begin, with the space before them; a short word stands whole."""
        return tuple(f" {stem}" if len(stem) > 3 else f" {stem} " for stem in sorted(self.stems))

    def overlap(self, plain: str) -> int:
        """How many different words of the topic or the title a text holds, as `plain_words` gives it."""
        plain = plain.replace("-", " ")
        return len([beginning for beginning in self.beginnings if beginning in plain])

    def named_in(self, text: str) -> bool:
        """Whether a text names the topic well enough to stand alone: by two of its words, or by its one."""
        return self.overlap(plain_words(text)) >= min(2, len(self.stems))

    @cached_property
    def before(self) -> str:
        """What stands before a detail that does not name the topic: a short name; empty where there is none."""
        if self.stated and len(self.topic) <= _LONGEST_NAME:
            return self.topic[:1].upper() + self.topic[1:]
        name = headline(self.title) if _telling(self.title) else ""
        words = name.split()
        is_name = 0 < len(words) <= _WORDS_OF_A_NAME and not name.endswith(("?", "!")) and ":" not in name
        return name if is_name and not _SAYS_SOMETHING.search(name) else ""

    @cached_property
    def after(self) -> str:
        """What stands after such a detail where nothing can stand before it; empty where the title tells nothing."""
        if self.before or _telling(self.title):
            return "" if self.before else headline(self.title)
        return self.topic[:1].upper() + self.topic[1:] if _telling(self.topic) else ""


def _telling(text: str) -> bool:
    """Whether a title or topic holds a word that says what it is about."""
    return any(word not in _SMALL and len(word) > 1 for word in _PART.findall(text.lower()))


_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WORDS_OF_A_NAME = 5
_SAYS_SOMETHING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|could|will|would|should|do|does|did|how|why|what|when|we|you|i|my|our|your"
    r"|now|not|introducing|introduction|announcing|release|conclusion)\b|n['’]t\b|^(?:a|an|the)?\s*\w+ing\b",
    re.IGNORECASE,
)
"""A title that says or asks something, or begins with what is done, is no name."""


def headline(title: str) -> str:
    """A title without its full stop, and without a subtitle where it is long."""
    title = _TAG.sub("", title).strip().rstrip(".:;,").strip()
    if len(title) > _LONGEST_HEADLINE:
        for mark in (": ", " – ", " — ", " | ", " - ", "; "):
            head, _, _ = title.partition(mark)
            if head != title and 12 <= len(head) <= _LONGEST_HEADLINE:
                return head
    return title


def subject_of(assessment: Assessment) -> Subject:
    """The subject of an article."""
    title, topic = assessment.contract.title, assessment.topic.text
    if topic and assessment.topic.stated and not _carried(topic, assessment):
        return Subject(title, title, False)  # a post that names it would say what the article does not
    return Subject(topic or title, title, assessment.topic.stated)


def _carried(topic: str, assessment: Assessment) -> bool:
    """Whether the article's own text holds at least half of the words that a topic is made of."""
    stems = Subject(topic, "", True).stems
    if not stems or not topic.isascii():
        return True  # in other scripts and languages words cannot be told apart so simply
    body = " ".join([block.text for block in assessment.article.body.blocks]).lower()
    return 2 * sum(stem in body for stem in stems) >= len(stems)
