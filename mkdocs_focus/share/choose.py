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
from mkdocs_focus.share.kind import kind_of
from mkdocs_focus.share.sound import clean, is_whole, points_away, stands_alone
from mkdocs_focus.share.subject import Subject
from mkdocs_focus.share.wording import Wording, plain_words
from mkdocs_focus.text.blocks import TEXT_KINDS, Block, Sentence
from mkdocs_focus.text.position import Span

SHORTEST, LONGEST = 40, 265
"""Characters of a passage that leads a post."""
_NAMES_TOPIC = 0.25
"""What it is worth that a passage names its topic itself."""
_HOPELESS = -0.6
"""A passage without a sentence that scores at least this will lead no post."""
_LOOKED_AT = 40
"""Sentences of an article that are looked at closely."""
_SECOND, _WORTH_ADDING = 0.3, 0.5
"""A second sentence adds this part of what its score is above this."""


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
    """The passages that could lead a post, best first."""
    body = assessment.article.body
    sentences = _Sentences(assessment, subject, wording)
    found: list[Candidate] = []
    for index in sentences.promising():
        sentence = sentences[index]
        if sentence is None:
            continue
        following = sentences[index + 1]
        if following is not None and body.sentences[index].block != body.sentences[index + 1].block:
            following = None
        best_score = max(sentence.score, following.score if following else sentence.score)
        if best_score < _HOPELESS or not stands_alone(sentence.text, wording):
            continue
        span = body.sentence_span(body.sentences[index])
        names_topic = subject.named_in(sentence.text)
        bonus = _NAMES_TOPIC if names_topic else 0.0
        if len(sentence.text) >= SHORTEST:
            found.append(Candidate(sentence.text, span, range(index, index + 1), sentence.score + bonus, names_topic))
        if following is None:
            continue
        joined = f"{sentence.text} {following.text}"
        if len(joined) <= LONGEST:
            if following.score > sentence.score:
                span = body.sentence_span(body.sentences[index + 1])
            best, other = sorted((sentence.score, following.score), reverse=True)
            score = best + _SECOND * (other - _WORTH_ADDING) + bonus
            found.append(Candidate(joined, span, range(index, index + 2), score, names_topic))
    found.sort(key=lambda candidate: (-candidate.score, candidate.sentences.start, len(candidate.text)))
    return found


@dataclass(frozen=True, slots=True)
class _Usable:
    """A sentence that may stand in a post."""

    text: str
    score: float


class _Sentences:
    """An article's sentences as posts may use them, each looked at when it is asked for."""

    def __init__(self, assessment: Assessment, subject: Subject, wording: Wording) -> None:
        self.assessment, self.subject, self.wording = assessment, subject, wording
        self.body = assessment.article.body
        self.dull = _dull_sections(assessment, wording)
        self.concrete = frozenset([detail.sentence for detail in assessment.details])
        self.weights = lead_weights(kind_of(assessment))
        self.known: dict[int, _Usable | None] = {}

    def promising(self) -> list[int]:
        """The sentences that are looked at closely, in order: of a long article only the most specific ones."""
        specificity, concrete = self.assessment.specificity, self.concrete
        indices: Sequence[int] = range(len(specificity))
        if len(indices) > _LOOKED_AT:
            penalty = -self.weights["vague"]
            indices = sorted(indices, key=lambda index: penalty * (index not in concrete) - specificity[index])
        return sorted(indices[:_LOOKED_AT])

    def __getitem__(self, index: int) -> _Usable | None:
        if index not in self.known:
            self.known[index] = self.look(index) if index < len(self.body.sentences) else None
        return self.known[index]

    def look(self, index: int) -> _Usable | None:
        sentence = self.body.sentences[index]
        block = self.body.blocks[sentence.block]
        text = usable_text(sentence, block, self.wording)
        if text is None or self.dull.get(block.section) == "dull" or is_caption(self.assessment, block):
            return None
        if self.wording.calls(text):
            return None
        measured, counts = features(self.assessment, index, text, self.subject, self.wording)
        if counts.get("call") or points_away(text, counts):
            return None
        measured["vague"] = float(index not in self.concrete and not measured["code"])
        measured["summary section"] = float(self.dull.get(block.section) == "summary")
        return _Usable(text, sum([self.weights[name] * value for name, value in measured.items() if value]))


def _dull_sections(assessment: Assessment, wording: Wording) -> dict[int, str]:
    """The sections that hold no leads (thanks, references), and those that seldom do (summaries)."""
    body = assessment.article.body
    found: dict[int, str] = {}
    for index, section in enumerate(body.sections):
        if section.heading is not None and index:
            counts = wording.count(plain_words(body.blocks[section.heading].text))
            if counts.get("dull headings"):
                found[index] = "dull"
            elif counts.get("summary headings"):
                found[index] = "summary"
    return found


_CAPTION = re.compile(r"<(?:img|figure|figcaption|picture|video|iframe)\b|caption|text-align", re.IGNORECASE)


def is_caption(assessment: Assessment, block: Block) -> bool:
    """Whether a block is a picture's caption, or a note that is emphasised as a whole."""
    length = len(block.text.strip())
    for mark in block.plain.marks:
        if mark.kind in ("emphasis", "strong") and mark.end - mark.start >= 0.95 * length:
            return True
        if mark.kind == "image" and length < 160:
            return True
    source = assessment.article.text
    return source.startswith("<", block.span.start) and _CAPTION.search(source[slice(*block.span)]) is not None


_LABEL = re.compile(r"[^.:!?]{2,60}(?::|\s[–—-])\s+(?=[A-Z])")
"""The bold words that open many list items: `**Curing:** If the paint ...`."""


def usable_text(sentence: Sentence, block: Block, wording: Wording, *, whole: bool = False) -> str | None:
    """The clean text of a sentence that may stand in a post; None where it may not.

    Unless it is wanted `whole`, it loses a first word that only joins it to what stands before.
    """
    if block.kind not in TEXT_KINDS or block.quoted or not 15 <= len(sentence.text) <= 400:
        return None
    start = sentence.start
    for mark in block.plain.marks:
        if mark.start >= sentence.end or mark.end <= sentence.start:
            continue
        if mark.kind in ("url", "math"):
            return None
        if mark.kind == "strong" and mark.start <= sentence.start + 1 and (label := _LABEL.match(sentence.text)):
            start = max(start, sentence.start + label.end())
    text = clean(block.text[start : sentence.end])
    if not whole and (dropped := wording.droppable(text)):
        text = text[dropped : dropped + 1].upper() + text[dropped + 1 :]
    if block.ordered and text[-1:].isalnum() and sentence.end >= len(block.text.rstrip()):
        text += "."  # steps of a list often go without
    return text if len(text) <= LONGEST and is_whole(text) else None


_DIGIT = re.compile(r"\d[\d.,/:]*")
_DEFINITION = re.compile(
    r"(?:The |An? |In [A-Z]\w+, the |All )?[\w-]+(?: [\w-]+){0,4} (?:is|are|provides?|offers?|allows?|lets|supports?|"
    r"contains?|implements?|has been|have been)\b(?! (?:not|only|no)\b)"
)
"""A thing and what it is or does in general."""


def _has_code(block: Block, sentence: Sentence) -> bool:
    return any(m.kind == "code" and sentence.start <= m.start < sentence.end for m in block.plain.marks)


def features(
    assessment: Assessment, index: int, text: str, subject: Subject, wording: Wording
) -> tuple[dict[str, float], dict[str, int]]:
    """What is measured of one sentence, and its counts of word groups."""
    body = assessment.article.body
    sentence = body.sentences[index]
    block = body.blocks[sentence.block]
    plain = plain_words(text)
    counts = wording.count(plain)
    place = index / max(len(body.sentences) - 1, 1)
    length = len(text)
    return {
        "specificity": assessment.specificity[index],
        "topic": min(subject.overlap(plain), 3) / 3,
        "turn": min(counts.get("turn", 0), 2) / 2,
        "failure": min(counts.get("failure", 0), 2) / 2,
        "cause": min(counts.get("cause", 0), 2) / 2,
        "own work": min(counts.get("own work", 0), 1),
        "dated": min(counts.get("dated", 0), 1),
        "summary": min(counts.get("summary", 0), 3) / 3,
        "hypothetical": min(counts.get("hypothetical", 0), 1),
        "two figures": min(len(_DIGIT.findall(text)), 2) / 2,
        "code": float(_has_code(block, sentence)),
        "opening": max(0.0, 1 - place / 0.3),
        "definition": float(_DEFINITION.match(text) is not None),
        "ending": max(0.0, (place - 0.9) / 0.1),
        "short": max(0.0, (90 - length) / 60),
        "long": max(0.0, (length - 220) / 60),
        "item": float(block.kind == "item"),
        "reader": float(" you" in plain),
        "exclaims": float("!" in text),
    }, counts


@cache
def lead_weights(kind: str = "") -> Mapping[str, float]:
    """What each feature adds to a sentence's score, in an article of that kind."""
    text = (files("mkdocs_focus.share") / "data" / "weights.txt").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    wanted = True
    for line in text.splitlines():
        if line.startswith("["):
            wanted = line.strip("[] ") == kind
        elif wanted and line and not line.startswith("#"):
            name, _, value = line.partition(":")
            weights[name.strip()] = weights.get(name.strip(), 0.0) + float(value)
    return weights


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
