"""Tells a find for Facebook: the passage that leads it with what stands around it, in the article's own order."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.choose import Candidate, different
from mkdocs_focus.share.sound import clean, is_whole
from mkdocs_focus.share.wording import Wording
from mkdocs_focus.text.blocks import TEXT_KINDS

FEWEST, MOST = 60, 90
"""Words of the text on Facebook."""


def tell(
    assessment: Assessment,
    wording: Wording,
    lead: Candidate | None,
    text: str,
    candidates: list[Candidate],
) -> str:
    """The lead, grown by the sentences around it to 60 to 90 words; where they run out, by another find."""
    if lead is None:
        told, count = [text], len(text.split())
    else:
        run = _run(assessment, wording, lead)
        told = [_text(assessment, run)]
        count = len(told[0].split())
    for other in different(candidates, told):
        if count >= FEWEST:
            break
        words = len(other.text.split())
        if count + words <= MOST:
            told.append(other.text)
            count += words
    return "\n\n".join(told)


def _run(assessment: Assessment, wording: Wording, lead: Candidate) -> range:
    """The sentences to tell: from the lead on, then before it, as long as they follow each other."""
    start, stop = lead.sentences.start, lead.sentences.stop
    count = _words(assessment, range(start, stop))
    while count < FEWEST and (more := _next_to(assessment, wording, stop - 1, stop)):
        if count + more > MOST:
            break
        stop, count = stop + 1, count + more
    first = start
    while count < FEWEST and (more := _next_to(assessment, wording, first, first - 1)):
        if count + more > MOST:
            break
        first, count = first - 1, count + more
        if not wording.points_back(_sentence(assessment, first)):
            start = first
    return range(start, stop)


def _next_to(assessment: Assessment, wording: Wording, known: int, other: int) -> int:
    """How many words the sentence `other` has, where it may be told together with its neighbour `known`; else 0."""
    sentences, blocks = assessment.article.body.sentences, assessment.article.body.blocks
    if not 0 <= other < len(sentences):
        return 0
    one, two = sorted((sentences[known].block, sentences[other].block))
    if blocks[one].section != blocks[two].section or two - one > 1 or blocks[two].kind not in TEXT_KINDS:
        return 0
    text = _sentence(assessment, other)
    counts = wording.count(text.lower().replace("’", "'"))
    if not is_whole(text) or counts.get("call") or counts.get("points elsewhere") or blocks[two].quoted:
        return 0
    return len(text.split())


def _sentence(assessment: Assessment, index: int) -> str:
    return clean(assessment.article.body.sentences[index].text)


def _words(assessment: Assessment, run: range) -> int:
    return sum(len(_sentence(assessment, index).split()) for index in run)


def _text(assessment: Assessment, run: range) -> str:
    """The sentences of a run, with the article's own paragraphs."""
    sentences = assessment.article.body.sentences
    out = _sentence(assessment, run.start)
    for index in range(run.start + 1, run.stop):
        same = sentences[index].block == sentences[index - 1].block
        out += (" " if same else "\n\n") + _sentence(assessment, index)
    return out
