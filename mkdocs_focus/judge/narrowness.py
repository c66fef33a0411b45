"""How narrow a topic is: 0 (a whole field) to 100 (one particular thing).

A small linear score over what the phrase is made of: how rare and how concrete its words are, whether its head is a
subject that fills shelves, whether it widens ("everything about", "for the whole family") or ties things to each
other ("flat spot off idle on a Weber"), names, designations and figures. Averages, not sums, carry the words, so
that a long phrase is not narrow by its length. Fitted on people's grades (tools/make_word_tables.py).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache

from mkdocs_focus.judge.assessment import Evidence, Score
from mkdocs_focus.judge.figures import find_figures
from mkdocs_focus.judge.scale import closed
from mkdocs_focus.judge.words import RAREST, Lexicon, lexicon, stem
from mkdocs_focus.text.sentences import WORD

BROAD_BELOW = 50.0
"""The one threshold that best separates what people call broad from what they call narrow."""
DAMPING = 3
"""Words that say nothing, added to the number of content words."""

_TIES = frozenset(
    """
    of in on at by from into over after under between without before through above below behind inside off onto past
    until when while once that which with
    """.split()  # noqa: SIM905 - a table reads best as words
)
_LISTICLE = re.compile(r"(?:the\s|top\s)?\d+\s(?:\w+\s){0,2}[a-z]+s\b", re.IGNORECASE)
_ADVISING = re.compile(
    r"(?:how|why|what|when|learning|getting|understanding|making|staying|living|becoming|an?\s\w*\s?introduction)\b",
    re.IGNORECASE,
)
_SHAPED = re.compile(r"[a-z][A-Z]|\w_\w|::|\(\)|\w\.[a-z]|\b[A-Z]{2,}\d*\b|[A-Z]\d|\d[A-Z]")
_JOINT = re.compile("['’‑-]")
_EVERYBODY = frozenset(("you", "your", "we", "our", "us", "every", "all", "any"))


@dataclass(slots=True)
class Measured:
    """What a phrase is made of."""

    content: list[str] = field(default_factory=list)
    """The words that carry the subject, as they stand."""
    parts: dict[str, float] = field(default_factory=dict)
    """Each feature but the words' own weights, by name."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the writer reads about a feature."""


@lru_cache(maxsize=2048)
def narrowness(phrase: str, language: str = "en") -> Score:
    """How narrow a topic is, 0 to 100, with the evidence, which adds up to it."""
    if not WORD.search(phrase):
        return Score(0.0)
    words = lexicon(language)
    if words is None:
        return closed(_wordless(phrase), 100)
    measured = measure(phrase, words)
    weights = words.parameters
    evidence = [Evidence("every topic starts here", weights["topic base"])]
    room = len(measured.content) + DAMPING
    evidence += [Evidence(f"word: {token}", word_weight(token, words) / room) for token in measured.content]
    for name, value in measured.parts.items():
        if value:
            label = measured.labels.get(name)
            evidence.append(Evidence(f"{name}: {label}" if label else name, weights["topic " + name] * value))
    return closed(evidence, 100)


def measure(phrase: str, words: Lexicon) -> Measured:
    """Take a phrase apart."""
    tokens = WORD.findall(phrase)
    lowered = [token.lower() for token in tokens]
    found = Measured()
    parts, labels = found.parts, found.labels
    widening, rarities, names = [], [], []
    capitals = len([token for token in tokens if token[0].isupper()])
    titled = capitals > 0.6 * len(tokens) and len(tokens) > 1
    broad, small = words.broad_words, words.function_words
    for index, (token, word) in enumerate(zip(tokens, lowered, strict=True)):
        if word in broad:
            widening.append(word)
        elif word not in small:
            found.content.append(token)
            rarities.append((rarity(token, words), token))
        if capitals and token[0].isupper() and (not words.is_common(word) or (index > 0 and not titled)):
            names.append(token)
    stems = [stem(word) for word in lowered if word not in small]
    rarest = max(rarities, default=(0, ""))
    parts["rarest word"], labels["rarest word"] = rarest[0] / 10, rarest[1]
    parts["several words"] = math.log1p(len(found.content))
    parts["widens"], labels["widens"] = math.log1p(len(widening)), ", ".join(widening)
    parts["ties things together"] = math.log1p(len([word for word in lowered if word in _TIES]))
    parts["a list of things"] = lowered.count("and") + lowered.count("or") + phrase.count(",") + phrase.count("&")
    parts["names"], labels["names"] = math.log1p(len(names)), ", ".join(names)
    parts["speaks to everybody"] = not _EVERYBODY.isdisjoint(lowered)
    parts["sounds like advice"] = bool(_ADVISING.match(phrase))
    parts["counts its items"] = bool(_LISTICLE.match(phrase))
    parts["title and subtitle"] = ": " in phrase
    kinds = [kind for kind, _, _ in find_figures(phrase)]
    dates = kinds.count("date")
    parts["figure"] = math.log1p(len(kinds) - dates)
    parts["year or date"] = dates > 0
    parts["designation"] = bool(_SHAPED.search(phrase))
    subjects = words.broad_subjects
    head = _head(lowered, words)
    parts["is a whole field"] = " ".join(map(stem, lowered)) in subjects or " ".join(stems) in subjects
    parts["is about a whole field"] = bool(head) and (head[-1] in subjects or " ".join(head[-2:]) in subjects)
    fields = [s for s in stems if s in subjects]
    parts["whole fields"], labels["whole fields"] = len(fields) / (len(found.content) + 1), ""
    return found


@lru_cache(maxsize=8192)
def rarity(token: str, words: Lexicon) -> int:
    """How rare a word is, 0 to RAREST; of a compound its rarest part."""
    if token.isdigit():
        return 30
    return max([words.rarity.get(part, RAREST) for part in entries(token, words)], default=RAREST)


def entries(token: str, words: Lexicon) -> tuple[str, ...]:
    """The words under which the tables may hold it: itself, else its singular, else the parts of a compound."""
    lowered = token.lower()
    for form in (lowered, lowered.removesuffix("s"), lowered.removesuffix("’s").removesuffix("'s")):
        if form in words.rarity:
            return (form,)
    return tuple([part for part in _JOINT.split(lowered) if part and part not in words.function_words])


@lru_cache(maxsize=8192)
def word_weight(token: str, words: Lexicon) -> float:
    """What a content word adds, before it is divided by their number."""
    if token.isdigit():
        return words.parameters["topic number"]
    step, table = words.parameters["topic step"], words.topic_weight
    return max(
        [table[part] * step for part in entries(token, words) if part in table],
        default=words.parameters["topic unknown"],
    )


def _head(lowered: list[str], words: Lexicon) -> list[str]:
    """The stems before the first word that ties something on: of `rust on the sills` it is `rust`."""
    found: list[str] = []
    for word in lowered:
        if found and word in _TIES:
            break
        if word not in words.function_words:
            found.append(stem(word))
    return found


def _wordless(phrase: str) -> list[Evidence]:
    """Without word tables only what needs none counts, and nothing is called broad."""
    evidence = [Evidence("every topic starts here", 60.0)]
    if found := [phrase[start:end] for kind, start, end in find_figures(phrase) if kind != "date"]:
        evidence.append(Evidence(f"figure: {', '.join(found)}", 15.0))
    if _SHAPED.search(phrase):
        evidence.append(Evidence("designation", 10.0))
    return evidence
