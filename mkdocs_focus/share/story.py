"""Tells a find for Facebook: sentences of the article that follow each other, with the find among them.

What the author wrote in one go hangs together; so the post is a stretch of the article of 60 to 90 words, chosen by
what stands in it and by how it begins. Where the stretch is short, as in notes and lists, further finds follow it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_focus.share.choose import Candidate, shared
from mkdocs_focus.share.sentences import Sentences, Usable
from mkdocs_focus.share.subject import stems_of

FEWEST, MOST = 60, 90
"""Words of the text on Facebook."""
_BEGINS = {"not": 0.0, "in part": 0.3, "well": 0.8}
"""What it is worth that a stretch begins by naming its topic."""
_PARAGRAPH = 0.25
"""What it is worth that it begins with a paragraph, or ends with one."""
_LATE = 0.15
"""What each sentence costs that stands before the find: the first lines are all that most people see."""
_LEANS = 0.4
_MISSING = 0.03
"""What each word costs that is missing from `FEWEST`."""
ENOUGH = 55
"""Words from which a story needs no further finds."""
_FURTHER = 2
"""Further finds that may follow."""
_LEADS, _LEAD = 6, 0.5
"""Leads that are tried, and what part of a lead's score counts."""
_LOOKED_AT = 12
"""Only the best candidates may be added."""
_MOST_SHARED = 0.45


@dataclass(frozen=True, slots=True)
class Story:
    """A find with what stands around it."""

    lead: Candidate
    text: str
    """Its paragraphs, parted by empty lines."""
    start: int
    """The index of its first sentence."""
    leans: frozenset[str]
    """See `Usable.leans`."""


def tell(sentences: Sentences, leads: Sequence[Candidate], most: int) -> Story | None:
    """The best story of at most so many words that one of the best leads makes."""
    best, highest = None, -9.0
    for lead in leads[:_LEADS]:
        run, worth = _stretch(sentences, lead, most)
        if worth + _LEAD * lead.score > highest:
            best, highest = (lead, run), worth + _LEAD * lead.score
    if best is None:
        return None
    lead, run = best
    text = _grown(sentences, _joined(sentences, run), set(run), leads, most)
    return Story(lead, text, run.start, _usable(sentences, run.start).leans)


def grown(sentences: Sentences, text: str, leads: Sequence[Candidate], most: int) -> str:
    """The author's own detail as a story: with finds of the article after it."""
    return _grown(sentences, text, set(), leads, most)


def _grown(sentences: Sentences, text: str, used: set[int], leads: Sequence[Candidate], most: int) -> str:
    """A story with further finds around it where it is short, in the article's order; what comes later goes first."""
    before, after = list[str](), [text]
    end = max(used, default=-1)
    for other in sorted(leads[:_LOOKED_AT], key=lambda other: (other.sentences.start < end, other.sentences.start)):
        told = " ".join([*before, *after])
        count = len(told.split())
        if count >= ENOUGH or len(before) + len(after) > _FURTHER:
            break
        if not used.isdisjoint(other.sentences) or other.leans or count + len(other.text.split()) > most:
            continue
        run, _ = _stretch(sentences, other, most - count)
        more = _joined(sentences, run)
        if used.isdisjoint(run) and shared(stems_of(more), stems_of(told)) < _MOST_SHARED:
            (before if run.start < end else after).append(more)
            used.update(run)
    return "\n\n".join([*before, *after])


def _stretch(sentences: Sentences, lead: Candidate, most: int) -> tuple[range, float]:
    """The best stretch of sentences that holds the lead, and what it is worth."""
    starts = [lead.sentences.start]
    while len(starts) < 6 and _follows(sentences, starts[-1] - 1):
        starts.append(starts[-1] - 1)
    best, highest = lead.sentences, -9.0
    for start in starts:
        one = _usable(sentences, start)
        if not one.alone:
            continue
        stop, words = start + 1, len(one.opening.split())
        while words <= most:
            if stop >= lead.sentences.stop:
                worth = _worth(sentences, range(start, stop), lead, words)
                if worth > highest:
                    best, highest = range(start, stop), worth
            if not _follows(sentences, stop - 1):
                break
            words += len(_usable(sentences, stop).text.split())
            stop += 1
    return best, highest


def _worth(sentences: Sentences, run: range, lead: Candidate, words: int) -> float:
    one = _usable(sentences, run.start)
    score = _BEGINS[sentences.subject.naming(_joined(sentences, run))]
    score += sum([_usable(sentences, index).score for index in run]) / len(run)
    score -= _LATE * (lead.sentences.start - run.start) + _MISSING * max(FEWEST - words, 0) + _LEANS * bool(one.leans)
    score += _PARAGRAPH * (run.start == 0 or not _same_block(sentences, run.start - 1))
    score += _PARAGRAPH * (not _same_block(sentences, run.stop - 1))
    return score


def _usable(sentences: Sentences, index: int) -> Usable:
    usable = sentences[index]
    assert usable is not None
    return usable


def _same_block(sentences: Sentences, index: int) -> bool:
    """Whether a sentence and the next one stand in the same paragraph."""
    return index + 1 < len(sentences.body.sentences) and sentences.block(index) is sentences.block(index + 1)


def _follows(sentences: Sentences, index: int) -> bool:
    """Whether a sentence and the next one may be told together."""
    if sentences[index] is None or sentences[index + 1] is None:
        return False
    one, other = sentences.body.sentences[index].block, sentences.body.sentences[index + 1].block
    if one == other:
        return True
    before, after = sentences.block(index), sentences.block(index + 1)
    return before.section == after.section and other - one == 1 and "item" not in (before.kind, after.kind)


def _joined(sentences: Sentences, run: range) -> str:
    """The sentences of a run, with the article's own paragraphs."""
    out = _usable(sentences, run.start).opening
    for index in range(run.start + 1, run.stop):
        out += (" " if _same_block(sentences, index - 1) else "\n\n") + _usable(sentences, index).text
    return out
