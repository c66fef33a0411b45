"""Tells a find for Facebook: the passage that leads it with what stands around it, in the article's own order."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.choose import Candidate, is_caption, shared, usable_text, words_of
from mkdocs_focus.share.sound import clean, points_away, stands_alone
from mkdocs_focus.share.wording import Wording, plain_words

FEWEST, MOST = 60, 90
"""Words of the text on Facebook."""
_LOOKED_AT = 12
"""Only the best candidates may be added."""
_MOST_SHARED = 0.6


def tell(
    assessment: Assessment,
    wording: Wording,
    lead: Candidate | None,
    text: str,
    candidates: list[Candidate],
) -> str:
    """The lead, grown by the sentences around it to 60 to 90 words; where they run out, by another find."""
    if lead is None:
        told, count, end, used = [text], len(text.split()), 0, set[int]()
    else:
        run = _run(assessment, wording, lead)
        told = [_text(assessment, wording, run)]
        count, end, used = len(told[0].split()), run.stop, set(run)
    # What comes later in the article goes first: it tells how the find went on.
    others = sorted(candidates[:_LOOKED_AT], key=lambda other: other.sentences.start < end)
    for other in others:
        words = len(other.text.split())
        if count >= FEWEST:
            break
        if count + words > MOST or not used.isdisjoint(other.sentences):
            continue
        if shared(words_of(other.text), words_of(" ".join(told))) < _MOST_SHARED:
            told.append(other.text)
            used.update(other.sentences)
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
        if stands_alone(_sentence(assessment, wording, first, first=True), wording):
            start = first
    return range(start, stop)


def _next_to(assessment: Assessment, wording: Wording, known: int, other: int) -> int:
    """How many words the sentence `other` has, where it may be told together with its neighbour `known`; else 0."""
    body = assessment.article.body
    if not 0 <= other < len(body.sentences):
        return 0
    one, two = sorted((body.sentences[known].block, body.sentences[other].block))
    apart = body.blocks[one].section != body.blocks[two].section or two - one > 1
    if (
        apart
        or body.blocks[one].kind == "item"
        or body.blocks[two].kind == "item"
        or is_caption(assessment, body.blocks[two])
    ):
        return 0
    text = usable_text(body.sentences[other], body.blocks[body.sentences[other].block], wording, whole=True)
    if text is None:
        return 0
    counts = wording.count(plain_words(text))
    unfit = counts.get("call") or counts.get("dated") or wording.calls(text) or points_away(text, counts)
    return 0 if unfit else len(text.split())


def _sentence(assessment: Assessment, wording: Wording, index: int, *, first: bool = False) -> str:
    """A sentence as it may stand in a post; only the first of a text loses its connective."""
    body = assessment.article.body
    sentence = body.sentences[index]
    return usable_text(sentence, body.blocks[sentence.block], wording, whole=not first) or clean(sentence.text)


def _words(assessment: Assessment, run: range) -> int:
    return sum(len(assessment.article.body.sentences[index].text.split()) for index in run)


def _text(assessment: Assessment, wording: Wording, run: range) -> str:
    """The sentences of a run, with the article's own paragraphs."""
    sentences = assessment.article.body.sentences
    out = _sentence(assessment, wording, run.start, first=True)
    for index in range(run.start + 1, run.stop):
        same = sentences[index].block == sentences[index - 1].block
        out += (" " if same else "\n\n") + _sentence(assessment, wording, index)
    return out
