"""The headline above a post's text: it tells a reader what the text speaks of, where that does not say it itself."""

from __future__ import annotations

import re

from mkdocs_focus.share.leaning import relies_on
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.sound import begins_outside, has_markup, is_closed, plain
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.usable import capitalised

_LONGEST = 110
"""Characters."""
_BEGINNING = 200
"""Characters of a text in which it may say what the headline says."""
_ENOUGH, _MOST = 0.65, 0.85
"""Of the headline's words: a text that says so many needs none, unless it speaks of them as known; then so many."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def headline(sentences: Sentences, text: str, *, needed: bool = False) -> str:
    """The article's title or its topic as the headline of a text; empty where the text needs none, or neither serves.

    `needed` says that the text makes no sense without the title.
    Readers pass a sentence from the middle of an article where a headline has told them what it is about.
    """
    name, text = _name(sentences), text[:_BEGINNING]
    stems = stems_of(name)
    enough = _MOST if relies_on(text, stems) else _ENOUGH
    needed = needed or sentences.kind == "recipe"  # of whose steps each could be any other's
    return name if needed or len(stems & stems_of(text)) < enough * len(stems) else ""


def _name(sentences: Sentences) -> str:
    """The title where it is of the topic that the author states, else that topic; what was inferred is no name."""
    subject = sentences.subject
    title = _shortened(subject.title)
    is_of = not subject.stated or not stems_of(title).isdisjoint(stems_of(subject.topic))
    if not subject.stated and begins_outside(title):
        return ""  # what was taken out of it for the topic is no better
    for name in (title,) if not subject.stated else (title, subject.topic) if is_of else (subject.topic, title):
        name = name.rstrip(".:;,")
        fit = len(name) <= _LONGEST and is_closed(name) and not has_markup(name)
        if fit and stems_of(name) and not begins_outside(name) and not _ONLY_A_DATE.fullmatch(name):
            return capitalised(name)
    return ""


def _shortened(title: str) -> str:
    """A title without its full stop, and without a subtitle where it is long."""
    title = _TAG.sub("", plain(title)).rstrip(".:;,").strip()
    if len(title) > _LONGEST:
        for mark in (": ", " – ", " — ", " | ", " - ", "; "):
            head, _, _ = title.partition(mark)
            if head != title and 12 <= len(head) <= _LONGEST:
                return head
    return title


_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_ONLY_A_DATE = re.compile(rf"\W*(?:(?:{_MONTHS}|\d+(?:st|nd|rd|th)?|week|part|day|q[1-4])\W*)+", re.IGNORECASE)
