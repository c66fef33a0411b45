"""How specific one sentence is: 0 (fits any article) to 1 (could stand in this one only).

A small linear score. Each word adds its weight: rare and concrete words raise, small words that talk to the reader,
hedge or praise lower; names and exact numbers raise. The sum is divided by the number of words plus `DAMPING`, so
that a sentence does not win by its length. Stock phrases lower. The weights of words come from `data/`, those of
everything else stand below; both were fitted together (tools/make_word_tables.py) on sentences that people graded
(benchmarks/labels).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Literal

from mkdocs_focus.judge.assessment import Evidence, Score
from mkdocs_focus.judge.figures import find_figures
from mkdocs_focus.judge.scale import closed, held
from mkdocs_focus.judge.words import RAREST, Lexicon, lexicon
from mkdocs_focus.text.blocks import Body
from mkdocs_focus.text.sentences import WORD, in_small_letters, words_of_each

TokenKind = Literal["word", "unknown", "compound", "name", "year", "round", "number", "code"]

DAMPING = 12
"""Words that say nothing, added to each sentence's length; without them three words would outdo thirty."""

_ROUND = re.compile(r"[1-9]0+s?|[1-9]|\d{3,}s|24|365|101|99|50")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_APOSTROPHE = re.compile("['’]")
_JOINT = re.compile("['’‑-]")


def kind_of(token: str) -> TokenKind:
    """What kind of token it is, by its shape alone; `word` for what only the lexicon can tell more about."""
    if token.isalpha():
        return "name" if token[0].isupper() else "unknown"
    if token.isdigit():
        if _YEAR.fullmatch(token):
            return "year"
        return "round" if _ROUND.fullmatch(token) else "number"
    if _ROUND.fullmatch(token):
        return "round"
    if any(c.isdigit() for c in token):
        return "code"
    return "name" if token[0].isupper() else "compound"


class _Weights(dict[str, float]):
    """The weight of every token in steps: those in the lexicon by look-up, all others by their shape."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__(words.weights())
        self.lexicon = words
        step = words.parameters["word step"]
        scaled = {name: words.parameters[name] / step for name in words.parameters}
        self.step, self.parts, self.shapes = step, words.parameters, scaled
        self.update({word: scaled["class " + name] for word, name in words.classes.items()})
        self["I"] = self["i"]

    def __missing__(self, token: str) -> float:
        kind = kind_of(token)
        straight = token.lower().replace("’", "'")
        if straight in self.lexicon.classes:
            return self[straight]
        if kind == "name":
            bare = _APOSTROPHE.split(straight, maxsplit=1)[0]
            if bare in self.lexicon.classes:
                return self[bare]
            return self.shapes["name"] + self.shapes["name rarity"] * self.lexicon.rarity.get(bare, RAREST)
        if kind == "compound":
            return max(self.get(part, self.shapes["unknown"]) for part in _JOINT.split(token))
        return self.shapes[kind]


class _Kept(dict[str, float]):
    """The weights of the tokens met so far: fewer than the table has words, and so found faster."""

    def __missing__(self, token: str) -> float:
        weight = _weights()[token]
        if len(self) < _CACHED:
            self[token] = weight
        return weight


class _Opening(dict[str, float]):
    """The weights of tokens met at the beginning of a sentence, where a known word has a capital."""

    def __missing__(self, token: str) -> float:
        small = token.lower()
        weight = _kept()[small if small in _weights() else token]
        if len(self) < _CACHED:
            self[token] = weight
        return weight


_CACHED = 120_000
"""Tokens whose weights are kept; a site's vocabulary is smaller."""


@cache
def _weights() -> _Weights:
    words = lexicon("en")
    assert words is not None
    return _Weights(words)


@cache
def _kept() -> _Kept:
    return _Kept()


@cache
def _opening() -> _Opening:
    return _Opening()


def sentence_specificity(text: str, language: str = "en") -> float:
    """How specific a sentence is, 0 to 1; in a language without word tables by its figures and code alone."""
    return specificities((text,), language)[0]


def specificities(texts: Sequence[str], language: str = "en") -> tuple[float, ...]:
    """How specific each sentence is, 0 to 1."""
    if language != "en" and lexicon(language) is None:
        return tuple([closed(_wordless(text)).value if WORD.search(text) else 0.0 for text in texts])
    words = words_of_each(texts)
    return _specificities(texts, words, in_small_letters(words))


def specificities_of(body: Body) -> tuple[float, ...]:
    """How specific each sentence of an English article is, 0 to 1."""
    return _specificities([sentence.text for sentence in body.sentences], body.words, body.small_words)


def _specificities(texts: Sequence[str], words: Sequence[list[str]], small_words: list[str]) -> tuple[float, ...]:
    weights, opening = _weights(), _opening()
    parts, step, base = weights.parts, weights.step, weights.parts["base"]
    phrases = Counter([index for index, _ in weights.lexicon.stock_phrases_in(words, small_words)])
    weighed = list(map(_kept().__getitem__, chain.from_iterable(words)))
    values: list[float] = []
    end = 0
    for index, (text, tokens) in enumerate(zip(texts, words, strict=True)):
        if not tokens:
            values.append(0.0)
            continue
        start, end = end, end + len(tokens)
        weighed[start] = opening[tokens[0]]
        value = base + step * sum(weighed[start:end]) / (len(tokens) + DAMPING)
        if not "".join(tokens).isalpha() and _DIGIT.search(text):
            value += parts["any number"]
        if "`" in text:
            value += parts["code marks"]
        if text[-1] in "?!":
            value += parts["asks or exclaims"]
        if index in phrases:
            value += parts["stock phrase"] * phrases[index]
        values.append(held(value))
    return tuple(values)


def explain_specificity(text: str, language: str = "en") -> Score:
    """The same with evidence, which adds up to the value."""
    tokens = WORD.findall(text)
    if not tokens:
        return Score(0.0)
    if language != "en" and lexicon(language) is None:
        return closed(_wordless(text))
    weights = _weights()
    parts, room = weights.parts, len(tokens) + DAMPING
    evidence = [Evidence("every sentence starts here", parts["base"])]
    small: dict[str, tuple[list[str], float]] = {}
    for index, token in enumerate(tokens):
        if index == 0 and token.lower() in weights:
            token = token.lower()
        what, group = _label(token, weights), weights.step * weights[token] / room
        found, so_far = small.get(what, ([], 0.0))
        small[what] = ([*found, token] if token not in found else found, so_far + group)
    for what, (found, weight) in sorted(small.items(), key=lambda item: -abs(item[1][1])):
        evidence.append(Evidence(f"{what}: {', '.join(found)}", weight))
    if _DIGIT.search(text):
        evidence.append(Evidence("has a figure", parts["any number"]))
    if "`" in text:
        evidence.append(Evidence("has code", parts["code marks"]))
    if text[-1] in "?!":
        evidence.append(Evidence("asks or exclaims", parts["asks or exclaims"]))
    phrases = weights.lexicon.stock_phrases_in([tokens], in_small_letters([tokens]))
    evidence += [Evidence(f"stock phrase: {phrase}", parts["stock phrase"]) for _, phrase in phrases]
    return closed(evidence)


def _wordless(text: str) -> list[Evidence]:
    """What needs no words: few sentences reach below the middle, so that none is called general for its language."""
    evidence = [Evidence("every sentence starts here", 0.4)]
    figures = [text[start:end] for _, start, end in find_figures(text)]
    if figures:
        evidence.append(Evidence(f"figure: {', '.join(figures)}", 0.3 * (1 - 0.5 ** len(figures))))
    if "`" in text:
        evidence.append(Evidence("has code", 0.15))
    return evidence


_CLASS_LABELS = {
    "reader": "speaks to the reader", "we": "speaks of us all", "hedge": "hedges", "vague": "vague amount",
    "praise": "praise", "stress": "stress", "blank": "blank word", "place": "place", "past": "happened",
    "pointing": "points elsewhere", "cause": "gives the cause", "time": "order in time",
}  # fmt: skip


def _label(token: str, weights: _Weights) -> str:
    """What the writer reads about a token; small words without a message of their own are one group."""
    name = weights.lexicon.classes.get(token.lower() if token != "I" else "i")
    if name:
        return _CLASS_LABELS.get(name, "small words")
    if token in weights.lexicon.rarity:
        return "telling word" if weights[token] > 0 else "plain word"
    return {"name": "name", "unknown": "rare word", "compound": "telling word", "code": "designation"}.get(
        kind_of(token), "figure"
    )
