"""What an article is about, where it does not say so, and narrower topics that it supports.

The title says it best, once cleaned of what only leads up to the subject; where the body does not carry the title's
words, the phrase that returns most does. What is still broad is joined with the name that the article returns to:
"seat belts" in an article about one car becomes "1967 Camaro seat belts". Every word of a suggestion stands in the
article.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.judge.assessment import Detail
from mkdocs_focus.judge.ground import Ground
from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness
from mkdocs_focus.text.article import Article

_SUGGESTIONS = 3
_STEP = 5.0
"""How much narrower than the topic a suggestion must be."""
_SHARED = 10.0
"""What a suggestion gains by a word in common with the topic."""


def infer_topic(
    article: Article,
    contract: Contract,
    details: Sequence[Detail] | None = None,
    language: str = "en",
    ground: Ground | None = None,
) -> str:
    """The article's topic, as its writer would state it; empty where there is neither title nor text.

    `ground`: what the article offers, where that is worked out already.
    """
    ground = ground or Ground(article, contract, details, language)
    phrase = ground.subject
    return ground.with_name(phrase) if phrase else ""


def suggest_topics(
    article: Article,
    contract: Contract,
    details: Sequence[Detail],
    language: str = "en",
    ground: Ground | None = None,
) -> tuple[str, ...]:
    """Up to three topics that the article supports, best first: narrower than the one it states.

    Where it states none, the inferred one leads.
    """
    ground = ground or Ground(article, contract, details, language)
    inferred = ground.with_name(ground.subject) if ground.subject else ""
    if ground.words is None:
        return (inferred,) if inferred and contract.topic is None else ()
    stated = contract.topic or inferred
    floor = narrowness(stated).value
    if contract.topic is None and floor >= BROAD_BELOW:
        return (inferred,)
    own, around = set(ground.stems(stated)), ground.around(stated)
    scored: dict[tuple[str, ...], tuple[float, str]] = {}
    for phrase, support in ground.candidates():
        key = ground.stems(phrase)
        if around.isdisjoint(key) or (value := narrowness(phrase).value) < max(floor + _STEP, BROAD_BELOW):
            continue
        about = _SHARED * (not own.isdisjoint(key))
        scored[key] = max(scored.get(key, (0.0, "")), (value + support + about, phrase))
    chosen = [] if contract.topic else [ground.stems(inferred)]
    for key, _ in sorted(scored.items(), key=lambda item: (-item[1][0], item[1][1])):
        if all(len(set(key) ^ set(other)) > 1 for other in chosen):
            chosen.append(key)
    phrases = [scored[key][1] for key in chosen if key in scored]
    if not contract.topic and inferred:
        phrases = [inferred, *(phrase for phrase in phrases if phrase != inferred)]
    return tuple(phrases[:_SUGGESTIONS])
