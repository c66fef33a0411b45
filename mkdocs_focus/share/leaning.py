"""What a sentence speaks of as known: nouns with "the" and bare names that neither it nor the title tells of."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_focus.share.subject import stems_of

Nouns = tuple[frozenset[str], ...]
"""Nouns, each as its stems."""
_EARLY = 70
"""Characters from the start within which a "the" counts as early."""
_RESTRICTS = r"(?:of|that|which|who|whose|where|from|for|to|in|on|at|with|between|behind|under|above)\b"
_DEFINITE = re.compile(
    r"\b[Tt]he ((?!(?:first|last|same|next|most|only|way|time|fact|end|number|amount|rest)\b)"
    rf"[\w’'-]+(?: (?!{_RESTRICTS})[\w’'-]+)?)(?![\w’'-]| {_RESTRICTS}| [\w’'-]+ (?:of|that|which|who)\b)"
)
"""A noun with "the", and nothing after it that says which one is meant."""
_VESSELS = stems_of(
    """
    project library codebase change area option documentation docs tool app plugin script code function package repo
    repository post article series company method approach process system feature file model breakdown result
    """
)
"""Nouns that hold anything: with "the" each needs to be told what it is, whether the article has told it or not."""
_KNOWN_TO_ALL = stems_of(
    """
    internet web world user users reader readers author authors agent ai compiler government public police weather
    sun rain air ground road street law market economy press past future winter summer spring autumn fall morning
    evening night weekend holidays terminal browser keyboard screen kitchen oven fridge freezer left right middle
    centre center
    """
)
"""What needs no introduction."""
_NAMED = re.compile(r"\S [A-Z\d]|^[A-Z\d]\S* \S|\d|^[A-Z]{2,}")
"""A name or a figure in a noun's words says which one is meant."""
_NO_NOUNS = frozenset("is are was were has had will can could would did does do then and or".split())  # noqa: SIM905


def leaning_nouns(text: str, told: frozenset[str], before: Callable[[], frozenset[str]]) -> tuple[Nouns, Nouns]:
    """The nouns in a sentence's first words that it speaks of as known, and those in the rest of it.

    `told` are the stems of what the reader of a post is told anyway, `before` gives those of the sentences before
    this one. A sentence that begins with such a noun leans even on what those sentences don't say.
    """
    early, late = list[frozenset[str]](), list[frozenset[str]]()
    for match in _DEFINITE.finditer(text):
        stems = stems_of(match[1]) - _NO_NOUNS
        if not stems or not stems.isdisjoint(told | _KNOWN_TO_ALL) or _NAMED.search(match[1]):
            continue
        if not stems.isdisjoint(stems_of(text[: match.start()])):
            continue
        is_early = match.start() < _EARLY
        if match.start() == 0 or (is_early and not stems.isdisjoint(_VESSELS)) or not stems.isdisjoint(before()):
            (early if is_early else late).append(stems)
    if text.startswith("The new "):
        early.append(frozenset(("new",)))
    return tuple(early), tuple(late)


def relies_on(text: str, told: frozenset[str]) -> bool:
    """Whether a text speaks of a noun as known that only what is `told` beside it tells of."""
    for match in _DEFINITE.finditer(text):
        stems = stems_of(match[1]) - _NO_NOUNS
        introduced = _NAMED.search(match[1]) or not stems.isdisjoint(stems_of(text[: match.start()]))
        if not introduced and not stems.isdisjoint(told):
            return True
    return False


_SOMEBODY = re.compile(
    r"\b([A-Z][a-z]{2,}) (?:\w+ly )?(?:and [A-Z]\w+ )?(?:said|says|wrote|told|asked|thinks|thought|explained"
    r"|highlighted|admitted|recogni[sz]ed|emphasi[sz]ed|recommend(?:s|ed)|suggest(?:s|ed)|noted|describe[sd]|shared|argue[sd]"
    r"|believe[sd]|joined|mentioned|pointed|wanted|reali[sz]ed|decided|found|discovered|started|began|advise[sd]"
    r"|was able|is (?:\w+ing)|has been|had been|won|led|gave|made|built|put)\b"
)
"""A name by which somebody does something."""
_AT_START = re.compile(r"\A([A-Z][a-z]{2,}) (?:was|is|has|had|will|would|did|[a-z]+ed|[a-z]{3,}s)\b")
"""The same at the start of a sentence, where any verb tells."""


def bare_names(text: str, told: str, before: Callable[[], str]) -> Nouns:
    """The names by which a sentence calls people who were introduced by two names before it.

    `told` is what the reader of a post is told anyway, `before` gives the text before the sentence.
    """
    found = []
    for match in (*_SOMEBODY.finditer(text), *_AT_START.finditer(text)):
        name = match[1]
        is_second = re.search(r"\b[A-Z]\w+ $", text[: match.start()])
        if is_second or name in told or not re.search(rf"\b(?:{name} [A-Z][a-z]+|[A-Z][a-z]+ {name})\b", before()):
            continue
        found.append(stems_of(name))
    return tuple(found)
