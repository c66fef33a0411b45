"""An article's sentences as posts may use them: which may stand in one, and how well each would lead it.

What tells a lead from a tempting sentence is seldom a figure: it is the turn (the wrong fix, the cheap answer), the
topic, the author's own doing, and a place in the middle of the text. Each sentence gets a small linear score over
such features; the weights stand in `data/weights.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.kind import Kind, kind_of
from mkdocs_focus.share.sound import clean, is_whole, points_away, stands_alone
from mkdocs_focus.share.subject import Subject, stems_of
from mkdocs_focus.share.wording import Wording, plain_words
from mkdocs_focus.text.blocks import TEXT_KINDS, Block, Sentence

LONGEST = 265
"""Characters of a sentence that may stand in a post."""
_LOOKED_AT = 40
"""Sentences of an article that are looked at closely."""
_REMEMBERED = 8
"""Sentences back to which a "the" may point."""


@dataclass(frozen=True, slots=True)
class Usable:
    """A sentence that may stand in a post."""

    index: int
    text: str
    """Clean text, as it may follow another sentence."""
    opening: str
    """The same as it may begin a post: without a first word that only joins it to what stands before it."""
    score: float
    """How well it would lead one: about -3 to 3."""
    concrete: bool
    """Whether it holds a detail."""
    alone: bool
    """Whether it makes sense without what stands before it."""
    leans: frozenset[str]
    """The stems of nouns with "the" that were introduced before it, such as the script in "The script waits"."""


class Sentences:
    """An article's sentences, each looked at when it is asked for."""

    def __init__(self, assessment: Assessment, subject: Subject, wording: Wording) -> None:
        self.assessment, self.subject, self.wording = assessment, subject, wording
        self.body = assessment.article.body
        self._dull = _dull_sections(assessment, wording)
        self._concrete = frozenset([detail.sentence for detail in assessment.details])
        self._known: dict[int, Usable | None] = {}

    @cached_property
    def kind(self) -> Kind:
        """The kind of article they stand in."""
        return kind_of(self.assessment)

    def promising(self) -> list[int]:
        """The sentences that are looked at closely, in order: of a long article only the most specific ones."""
        specificity, concrete = self.assessment.specificity, self._concrete
        indices: Sequence[int] = range(len(specificity))
        if len(indices) > _LOOKED_AT:
            penalty = -lead_weights(self.kind)["vague"]
            indices = sorted(indices, key=lambda index: penalty * (index not in concrete) - specificity[index])
        return sorted(indices[:_LOOKED_AT])

    def __getitem__(self, index: int) -> Usable | None:
        if index not in self._known:
            self._known[index] = self._look(index) if 0 <= index < len(self.body.sentences) else None
        return self._known[index]

    def block(self, index: int) -> Block:
        """The block that a sentence stands in."""
        return self.body.blocks[self.body.sentences[index].block]

    def _look(self, index: int) -> Usable | None:
        sentence, block = self.body.sentences[index], self.block(index)
        text = usable_text(sentence, block)
        if text is None or self._dull.get(block.section) == "dull" or is_caption(self.assessment, block):
            return None
        if self.wording.calls(text):
            return None
        measured, counts = features(self.assessment, index, text, self.subject, self.wording)
        if counts.get("call") or points_away(text, counts):
            return None
        concrete = index in self._concrete or measured["code"] > 0
        measured["vague"] = float(not concrete)
        measured["summary section"] = float(self._dull.get(block.section) == "summary")
        weights = lead_weights(self.kind)
        score = sum([weights[name] * value for name, value in measured.items() if value])
        opening = opened(text, self.wording)
        alone = stands_alone(opening, self.wording)
        return Usable(index, text, opening, score, concrete, alone, self._leans(index, text))

    def _leans(self, index: int, text: str) -> frozenset[str]:
        """What a sentence speaks of as known, because the sentences before it introduced it."""
        found: set[str] = set()
        if text.startswith("The new "):
            return frozenset(("new",))
        if self.wording.has_grammar:
            for match in _DEFINITE.finditer(text, 0, _EARLY):
                stems = stems_of(match[1]) - _ORDINAL
                if stems and stems.isdisjoint(self.subject.stems):
                    found |= stems
        if not found:
            return frozenset()
        before = [sentence.text for sentence in self.body.sentences[max(0, index - _REMEMBERED) : index]]
        return frozenset(found & stems_of(" ".join(before)))


_EARLY = 70
"""Characters from the start within which a "the" may lean on what stands before."""
_RESTRICTS = r"(?:of|that|which|who|whose|where|from|for|to|in|on|at|with|between|behind|under|above)\b"
_DEFINITE = re.compile(
    r"\b[Tt]he ((?!(?:first|last|same|next|most|only|way|time|fact|end|number|amount|rest)\b)"
    rf"[\w’'-]+(?: (?!{_RESTRICTS})[\w’'-]+)?)(?! {_RESTRICTS})"
)
"""A noun with "the", and nothing after it that says which one is meant."""
_ORDINAL = frozenset("is are was were has had will can could would did does do then and or".split())  # noqa: SIM905


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


_LABEL = re.compile(r"[^.:!?]{2,60}(?::|\s[–—-])\s+(?=[A-Za-z])")
"""The bold words that open many list items: `**Curing:** If the paint ...`."""


_ASIDE = re.compile(
    r" \((?:(?:live |my |the |this )?(?:demo|source|code|docs|documentation|example|issue|more)(?: here)?"
    r"|documented [^()]*|via [^()]*|(?:see|cf\.|as in|as seen|shown|pictured) [^()]*|here|above|below"
    r"|(?:fig|table|figure)\.? ?\d+[^()]*)\)",
    re.IGNORECASE,
)
"""A remark in brackets that only sends the reader elsewhere."""


def usable_text(sentence: Sentence, block: Block) -> str | None:
    """The clean text of a sentence that may stand in a post; None where it may not."""
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
    text = _ASIDE.sub("", clean(block.text[start : sentence.end]))
    if start > sentence.start or block.kind == "item":
        text = text[:1].upper() + text[1:]
    if block.ordered and text[-1:].isalnum() and sentence.end >= len(block.text.rstrip()):
        text += "."  # steps of a list often go without
    return text if len(text) <= LONGEST and is_whole(text) else None


def opened(text: str, wording: Wording) -> str:
    """A sentence as it may begin a post: without a first word that only joins it to what stands before it."""
    dropped = wording.droppable(text)
    return text[dropped : dropped + 1].upper() + text[dropped + 1 :]


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
