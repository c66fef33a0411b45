"""What is measured of a sentence by itself as the find of a post, and what each measure weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.wording import Wording, plain_words
from mkdocs_focus.text.blocks import Block, Sentence

_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]")


def _is_emphasised(sentence: Sentence, block: Block) -> bool:
    """Whether the author set most of a sentence in bold."""
    length = (sentence.end - sentence.start) / 2
    return any(
        mark.kind == "strong" and min(mark.end, sentence.end) - max(mark.start, sentence.start) >= length
        for mark in block.plain.marks
    )


_DEFINITION = re.compile(
    r"(?:The |An? |In [A-Z]\w+, the |All )?[\w-]+(?: [\w-]+){0,4} (?:is|are|provides?|offers?|allows?|lets|supports?|"
    r"contains?|implements?|has been|have been)\b(?! (?:not|only|no)\b)"
)
"""A thing and what it is or does in general."""


def _has_code(block: Block, sentence: Sentence) -> bool:
    return any(m.kind == "code" and sentence.start <= m.start < sentence.end for m in block.plain.marks)


def features(
    assessment: Assessment, index: int, text: str, wording: Wording
) -> tuple[dict[str, float], dict[str, int]]:
    """What is measured of one sentence, and its counts of word groups."""
    body = assessment.article.body
    sentence = body.sentences[index]
    block = body.blocks[sentence.block]
    plain = plain_words(text)
    counts = wording.count(plain)
    words = frozenset(plain.split())
    place = index / max(len(body.sentences) - 1, 1)
    return {
        "specificity": assessment.specificity[index],
        "turn": min(counts.get("turn", 0), 2) / 2,
        "failure": min(counts.get("failure", 0), 2) / 2,
        "result": min(counts.get("result", 0), 2) / 2,
        "own work": min(counts.get("own work", 0), 1),
        "dated": min(counts.get("dated", 0), 1),
        "summary": min(counts.get("summary", 0), 3) / 3,
        "hypothetical": min(counts.get("hypothetical", 0), 1),
        "code": float(_has_code(block, sentence)),
        "definition": float(_DEFINITION.match(text) is not None),
        "ending": max(0.0, (place - 0.9) / 0.1),
        "item": float(block.kind == "item"),
        "mostly quoted": float(2 * sum(map(len, _QUOTED.findall(text))) > len(text)),
        "emphasised": float(_is_emphasised(sentence, block)),
        "comparison": float("than" in words),
        "change": float("now" in words),
    }, counts


Group = Literal["find", "beginning", "passage", "story"]
"""What is weighed: a sentence as the find, as the beginning, a passage as a whole, and one for Facebook besides."""


def weighed(group: Group, measured: Mapping[str, float]) -> float:
    """What the measures of a group add to a passage's score."""
    each = weights(group)
    return sum([each[name] * value for name, value in measured.items() if value])


@cache
def weights(group: Group) -> Mapping[str, float]:
    """What each measure of a group weighs, from `data/weights.txt`."""
    text = (files("mkdocs_focus.share") / "data" / "weights.txt").read_text(encoding="utf-8")
    found: dict[str, float] = {}
    wanted = False
    for line in text.splitlines():
        if line.startswith("["):
            wanted = line.strip("[] ") == group
        elif wanted and line and not line.startswith("#"):
            name, _, value = line.partition(":")
            found[name.strip()] = float(value)
    return found
