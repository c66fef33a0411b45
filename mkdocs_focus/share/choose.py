"""Which passages of an article could lead a post, best first.

What tells a lead from a tempting passage is seldom a figure: it is the turn (the wrong fix, the cheap answer), the
topic, the author's own doing, and a place in the middle of the text. Each sentence gets a small linear score over
such features; the weights stand in `data/weights.txt`. A passage is one sentence or two that follow each other; the
first must make sense without what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.sound import clean, is_whole
from mkdocs_focus.share.subject import Subject
from mkdocs_focus.share.wording import Wording
from mkdocs_focus.text.blocks import TEXT_KINDS, Block, Sentence
from mkdocs_focus.text.position import Span

SHORTEST, LONGEST = 40, 265
"""Characters of a passage that leads a post."""
_TOO_SHORT_ALONE = 70
"""A sentence shorter than this says more with the one after it."""
_LONG_ENOUGH = 150
"""A sentence longer than this needs no second one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could lead a post."""

    text: str
    """Clean text, as it may stand in a post."""
    span: Span
    """The place of its leading sentence in the source."""
    sentences: range
    """The indices of its sentences."""
    score: float
    names_topic: bool
    """Whether its first sentence holds a word of the topic."""


def choose(assessment: Assessment, subject: Subject, wording: Wording) -> list[Candidate]:
    """All passages that could lead a post, best first."""
    body = assessment.article.body
    sentences = body.sentences
    scored = {
        index: (sentence, text, score)
        for index, sentence in enumerate(sentences)
        if (text := _usable(sentence, body.blocks[sentence.block])) is not None
        and (score := _score(assessment, index, text, subject, wording)) is not None
    }
    found: list[Candidate] = []
    for index, (sentence, text, score) in scored.items():
        if wording.points_back(text):
            continue
        following = scored.get(index + 1)
        span = body.sentence_span(sentence)
        names_topic = subject.named_in(text)
        joined = _join(sentence, text, following)
        if joined and following:
            together = max(score, following[2] - 0.2) + 0.1 * min(score, following[2])
            if len(text) < _TOO_SHORT_ALONE or together > score or following[2] > score:
                lead = following[0] if following[2] > score else sentence
                span_of_lead = body.sentence_span(lead)
                found.append(Candidate(joined, span_of_lead, range(index, index + 2), together, names_topic))
        if SHORTEST <= len(text) <= LONGEST:
            found.append(Candidate(text, span, range(index, index + 1), score, names_topic))
    found.sort(key=lambda candidate: (-candidate.score, candidate.sentences.start, len(candidate.text)))
    return found


def _join(sentence: Sentence, text: str, following: tuple[Sentence, str, float] | None) -> str:
    """A sentence and the one after it, where they may stand together; else empty."""
    if following is None or following[0].block != sentence.block or len(text) > _LONG_ENOUGH:
        return ""
    joined = f"{text} {following[1]}"
    return joined if len(joined) <= LONGEST else ""


def _usable(sentence: Sentence, block: Block) -> str | None:
    """The clean text of a sentence that may stand in a post; None where it may not."""
    if block.kind not in TEXT_KINDS or block.quoted or not 15 <= len(sentence.text) <= LONGEST:
        return None
    for mark in block.plain.marks:
        if mark.kind in ("url", "math") and mark.start < sentence.end and mark.end > sentence.start:
            return None
    text = clean(sentence.text)
    return text if is_whole(text) else None


_DIGIT = re.compile(r"\d[\d.,/:]*")
_YOU = re.compile(r"\byou(?:r|'ll|'re|'ve|'d)?\b")
_IMPERATIVE = re.compile(r"[A-Z][a-z]+ (?:the|your|a|an|it|in|on|to|with|all)\b")


def features(
    assessment: Assessment, index: int, text: str, subject: Subject, wording: Wording
) -> tuple[dict[str, float], Mapping[str, int]]:
    """What is measured of one sentence, and its counts of word groups."""
    body = assessment.article.body
    sentence = body.sentences[index]
    block = body.blocks[sentence.block]
    low = text.lower().replace("’", "'")
    counts = wording.count(low)
    place = index / max(len(body.sentences) - 1, 1)
    length = len(text)
    return {
        "specificity": assessment.specificity[index],
        "topic": min(subject.overlap(text), 3) / 3,
        "turn": min(counts.get("turn", 0), 2) / 2,
        "failure": min(counts.get("failure", 0), 2) / 2,
        "cause": min(counts.get("cause", 0), 2) / 2,
        "own work": min(counts.get("own work", 0), 1),
        "dated": min(counts.get("dated", 0), 1),
        "call": min(counts.get("call", 0), 1),
        "points elsewhere": min(counts.get("points elsewhere", 0), 2) / 2,
        "summary": min(counts.get("summary", 0), 3) / 3,
        "hypothetical": min(counts.get("hypothetical", 0), 1),
        "two figures": min(len(_DIGIT.findall(text)), 2) / 2,
        "code": float(
            any(m.kind == "code" and m.start >= sentence.start and m.end <= sentence.end for m in block.plain.marks)
        ),
        "opening": max(0.0, 1 - place / 0.15),
        "ending": max(0.0, (place - 0.9) / 0.1),
        "short": max(0.0, (90 - length) / 60),
        "long": max(0.0, (length - 220) / 60),
        "item": float(block.kind == "item"),
        "reader": float(_YOU.search(low) is not None),
        "exclaims": float("!" in text),
    }, counts


def _score(assessment: Assessment, index: int, text: str, subject: Subject, wording: Wording) -> float | None:
    measured, counts = features(assessment, index, text, subject, wording)
    if counts.get("call"):
        return None
    weights = lead_weights()
    return sum(weights[name] * value for name, value in measured.items())


@cache
def lead_weights() -> Mapping[str, float]:
    """What each feature adds to a sentence's score."""
    text = (files("mkdocs_focus.share") / "data" / "weights.txt").read_text(encoding="utf-8")
    pairs = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {name.strip(): float(value) for name, _, value in pairs}


def different(candidates: Iterable[Candidate], chosen: Sequence[str], most_shared: float = 0.5) -> list[Candidate]:
    """Those of `candidates` that share less than that part of their words with each text that is chosen already."""
    taken = [words_of(text) for text in chosen]
    return [c for c in candidates if all(shared(words_of(c.text), words) < most_shared for words in taken)]


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of the smaller set of words the other holds too, 0 to 1."""
    return len(one & other) / max(min(len(one), len(other)), 1)
