"""Which passages of an article could lead a post, best first.

A passage is one to three sentences that follow each other. The first must make sense without what stands before it,
what the others speak of must be named among them, and none may be cut off before its "but".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_focus.share.sentences import Sentences, Usable
from mkdocs_focus.share.sound import clean, is_whole, points_away
from mkdocs_focus.share.standing import says_something, stands_alone
from mkdocs_focus.share.subject import Naming
from mkdocs_focus.share.usable import LONGEST
from mkdocs_focus.share.wording import plain_words
from mkdocs_focus.text.position import Span

SHORTEST = 40
"""Characters of a passage that leads a post."""
_MOST_SENTENCES = 3
_NAMES: dict[Naming, float] = {"not": -0.4, "in part": 0.2, "well": 0.4}
"""What it is worth that a passage names its topic itself."""
_LEANS, _LEANS_LATER = 0.6, 0.3
"""What it costs that a passage speaks of something as known that it does not name: in its first words, or later."""
_FIRST, _BEGINS = 0.4, 0.3
"""What it is worth that a passage begins the article, or a paragraph: there, writers lean on nothing."""
_SHORT, _LONG_ENOUGH = 1.6, 90
"""What it costs, in full for no character at all, to be shorter than so many."""
_CUT_OFF = 0.5
"""What it costs that the next sentence takes back or turns what the passage says."""
_REPEATS = 0.8
"""What it costs to say nothing that the title does not say: fewer new words than this many."""
_NEW_WORDS = 4
_DESCRIBES, _MOST_OF_TITLE = 1.4, 0.8
"""The score of the article's description, and how much of the title's words it may repeat."""
_HOPELESS = -1.5
"""A passage without a sentence that scores at least this will lead no post."""
_FURTHER, _WORTH_ADDING = 0.3, 0.4
"""A further sentence adds this part of what its score is above this."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could lead a post."""

    text: str
    """Clean text, as it may stand in a post."""
    span: Span
    """Its place in the source."""
    sentences: range
    """The indices of its sentences."""
    score: float
    naming: Naming
    """How it names the article's topic."""
    leans: bool
    """Whether it speaks of something as known that neither it nor the title names."""
    concrete: bool
    """Whether it holds a detail."""

    @property
    def needs_help(self) -> bool:
        """Whether it leads a post only where no other does: what it speaks of would have to be said before it."""
        return self.leans or self.naming == "not"


def choose(sentences: Sentences) -> list[Candidate]:
    """The passages that could lead a post, best first; those that need help come last."""
    found: list[Candidate] = []
    for index in sentences.promising():
        first = sentences[index] if sentences.stands_alone(index) else None
        if first is None:
            continue
        run = [first]
        length = len(first.opening)
        while True:
            if length >= SHORTEST and max(one.score for one in run) >= _HOPELESS:
                found.append(_candidate(sentences, run))
            last = run[-1].index
            if len(run) == _MOST_SENTENCES or not sentences.joined(last):
                break
            length += 1 + len(sentences.text(last + 1) or "")
            following = sentences[last + 1] if length <= LONGEST else None
            if following is None:
                break
            run.append(following)
    if sentences.kind == "recipe":  # a recipe is told from its first step on, or from what stands before it
        found = [one for one in found if not sentences.is_later_step(one.sentences.start)] or found
    found.sort(key=lambda one: (one.needs_help, -one.score, one.sentences.start, len(one.text)))
    return found


def _candidate(sentences: Sentences, run: Sequence[Usable]) -> Candidate:
    body = sentences.body
    first, last = body.sentences[run[0].index], body.sentences[run[-1].index]
    best = max(run, key=lambda one: one.score)
    text = " ".join([run[0].opening, *[one.text for one in run[1:]]])
    naming = sentences.subject.naming(text)
    early, late = unnamed(run)
    score = best.score + _NAMES[naming] - _LEANS * early - _LEANS_LATER * late
    score += sum([_FURTHER * (one.score - _WORTH_ADDING) for one in run if one is not best])
    score -= _SHORT * max(0.0, (_LONG_ENOUGH - len(text)) / _LONG_ENOUGH)
    score -= _CUT_OFF * sentences.turns(run[-1].index + 1)
    score += _FIRST if run[0].index == 0 else _BEGINS if sentences.begins(run[0].index) else 0.0
    concrete = any(one.concrete for one in run)
    if (
        not concrete
        and len(frozenset[str]().union(*[one.stems for one in run]) - sentences.subject.stems) < _NEW_WORDS
    ):
        score -= _REPEATS
    return Candidate(
        text,
        Span(body.sentence_span(first).start, body.sentence_span(last).end),
        range(run[0].index, run[-1].index + 1),
        score,
        naming,
        bool(early),
        concrete,
    )


def unnamed(run: Sequence[Usable]) -> tuple[bool, bool]:
    """Whether a run of sentences speaks, in its first words or later, of something as known that it does not name."""
    early = bool(run[0].leans)
    late = bool(run[0].leans_later)
    known: frozenset[str] = frozenset()
    for one, other in pairwise(run):
        known |= one.stems
        late = late or any(noun.isdisjoint(known) for noun in (*other.leans, *other.leans_later))
    return early, late


def describing(sentences: Sentences) -> list[Candidate]:
    """The front matter's description as a passage, where it says something on the topic in sentences of its own."""
    contract, wording = sentences.assessment.contract, sentences.wording
    text, span = clean(contract.description), contract.description_span
    if not text or span is None:
        return []
    text = text if text[-1] in ".!?…" else f"{text}."
    counts = wording.count(plain_words(text))
    if wording.calls(text) or counts.get("call") or points_away(text, counts) or len(text) > LONGEST:
        return []
    if not (is_whole(text) and says_something(text, wording) and stands_alone(text, wording)):
        return []
    naming = sentences.subject.naming(text)
    if naming != "well" or shared(words_of(contract.title), words_of(text)) > _MOST_OF_TITLE:
        return []
    return [Candidate(text, span, range(0), _DESCRIBES, naming, leans=False, concrete=True)]


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set of words the other holds too, 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)
