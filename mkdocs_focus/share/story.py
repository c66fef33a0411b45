"""Tells a find for Facebook: sentences of the article that follow each other, with the find among them.

What the author wrote in one go hangs together; finds from here and there do not. So the post is one stretch of the
article, of 60 to 90 words where there are as many, chosen by what stands in it and by how it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_focus.share.choose import Candidate, shared, unnamed
from mkdocs_focus.share.sentences import Sentences, Usable
from mkdocs_focus.share.subject import stems_of

FEWEST, MOST = 60, 90
"""Words of the text on Facebook."""
_BEGINS = {"not": 0.0, "in part": 0.3, "well": 0.8}
"""What it is worth that a stretch begins by naming its topic."""
_PARAGRAPH = 0.25
"""What it is worth that it begins with a paragraph, or ends with one."""
_OPENS = 1.0
"""What it is worth that it begins the article: nothing has been said yet on which it could lean."""
_LATE = 0.15
"""What each sentence costs that stands before the find: the first lines are all that most people see."""
_LEANS, _LEANS_LATER, _CUT_OFF = 0.6, 0.2, 0.8
"""What it costs to speak of things that are not named, in the first words or later, or to end before a "but"."""
_BACK = 6
"""Sentences before the find, at most."""
_MISSING = 0.03
"""What each word costs that is missing from `FEWEST`."""
_LEADS, _LEAD, _MEAN = 6, 0.5, 0.5
"""Leads that are tried, and what part of a lead's score counts, and of all its sentences' mean."""
_MOST_SHARED = 0.45


@dataclass(frozen=True, slots=True)
class Story:
    """A find with what stands around it."""

    lead: Candidate
    text: str
    """Its paragraphs, parted by empty lines."""
    start: int
    """The index of its first sentence."""


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
    return Story(lead, _joined(sentences, run), run.start)


def grown(sentences: Sentences, text: str, leads: Sequence[Candidate], most: int) -> str:
    """The author's own detail as a story: with a find of the article after it."""
    words, stems = len(text.split()), stems_of(text)
    for lead in leads[:_LEADS]:
        run, _ = _stretch(sentences, lead, most - words)
        more = _joined(sentences, run)
        if len(more.split()) <= most - words and shared(stems_of(more), stems) < _MOST_SHARED:
            return f"{text}\n\n{more}"
    return text


def _stretch(sentences: Sentences, lead: Candidate, most: int) -> tuple[range, float]:
    """The best stretch of sentences that holds the lead, and what it is worth."""
    starts = [lead.sentences.start]
    while len(starts) < _BACK and _follows(sentences, starts[-1] - 1):
        starts.append(starts[-1] - 1)
    best, highest = lead.sentences, -9.0
    for start in starts:
        run = [_usable(sentences, start)]
        if not sentences.stands_alone(start):
            continue
        words = len(run[0].opening.split())
        while words <= most:
            if run[-1].index >= lead.sentences.stop - 1:
                worth = _worth(sentences, run, lead, words)
                if worth > highest:
                    best, highest = range(start, run[-1].index + 1), worth
            if not _follows(sentences, run[-1].index):
                break
            run.append(_usable(sentences, run[-1].index + 1))
            words += len(run[-1].text.split())
    return best, highest


def _worth(sentences: Sentences, run: Sequence[Usable], lead: Candidate, words: int) -> float:
    first, last = run[0].index, run[-1].index
    early, late = unnamed(run)
    begins = " ".join([run[0].opening, *[one.text for one in run[1:3]]])
    worth = _BEGINS[sentences.subject.naming(begins)]
    worth += _MEAN * sum([one.score for one in run]) / len(run)
    worth -= _LATE * (lead.sentences.start - first) + _MISSING * max(FEWEST - words, 0)
    worth -= _LEANS * early + _LEANS_LATER * late + _CUT_OFF * sentences.turns(last + 1)
    worth += _PARAGRAPH * sentences.begins(first) + _OPENS * (first == 0)
    return worth + _PARAGRAPH * (not _same_block(sentences, last))


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
    if sentences.joined(index):
        return True
    one, other = sentences.body.sentences[index].block, sentences.body.sentences[index + 1].block
    before, after = sentences.block(index), sentences.block(index + 1)
    return before.section == after.section and other - one == 1 and "item" not in (before.kind, after.kind)


def _joined(sentences: Sentences, run: range) -> str:
    """The sentences of a run, with the article's own paragraphs; the steps of a list make one."""
    out = _usable(sentences, run.start).opening
    for index in range(run.start + 1, run.stop):
        out += (" " if sentences.joined(index - 1) else "\n\n") + _usable(sentences, index).text
    return out
