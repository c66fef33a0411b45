"""Passages: one sentence of the article or some that follow each other, as a post may be made of them.

Each is weighed by how it begins (does it make sense without what stands before it?), by its find (the sentence best
worth passing on) and as a whole. The score is near the logit of a reader's yes; the weights stand in
`data/weights.txt`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_focus.share.sentences import Sentences, Usable
from mkdocs_focus.share.subject import Naming
from mkdocs_focus.share.weighing import weights
from mkdocs_focus.text.position import Span

_METHOD = 4
"""So many steps of a recipe from the first on are its method: together they can be passed on."""
_NEW_WORDS = 4
"""A passage without a detail that has fewer words than this beside the title's only repeats it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a post could lead with."""

    text: str
    """Clean text, on one line."""
    span: Span
    """Its place in the source."""
    sentences: range
    """The indices of its sentences."""
    score: float
    """How likely a reader would post it unchanged, as a logit: about -3 to 3."""
    naming: Naming
    """How it names the article's topic."""
    concrete: bool
    """Whether it holds a detail."""


def passages(
    sentences: Sentences, follows: Callable[[int], bool], most_sentences: int, fits: Callable[[str], bool]
) -> Iterator[Passage]:
    """The passages of an article that make sense alone and fit.

    `follows` says whether a sentence and the next one may be told together.
    """
    for start in sentences.promising():
        first = sentences[start] if sentences.stands_alone(start) else None
        if first is None:
            continue
        run, text = [first], first.opening
        while fits(text):
            yield _weighed(sentences, run, text)
            last = run[-1].index
            following = sentences[last + 1] if len(run) < most_sentences and follows(last) else None
            if following is None:
                break
            run.append(following)
            text = f"{text} {following.text}"


def _weighed(sentences: Sentences, run: Sequence[Usable], text: str) -> Passage:
    body, subject = sentences.body, sentences.subject
    first, last = run[0].index, run[-1].index
    concrete = any(one.concrete for one in run)
    stems = frozenset[str]().union(*[one.stems for one in run])
    naming, is_recipe = subject.naming(text), sentences.kind == "recipe"
    measured = {
        "sentences": len(run),
        "under 200": max(0.0, 1 - len(text) / 200),
        "under 140": max(0.0, 1 - len(text) / 140),
        "recipe": float(is_recipe),
        "method": float(is_recipe and len(run) >= _METHOD and not sentences.is_later_step(first)),
        "names no topic": float(naming == "not"),
        "leans within": float(leans_within(run)),
        "cut off": float(sentences.turns(last + 1)),
        "repeats the title": float(not concrete and len(stems - subject.stems) < _NEW_WORDS),
    }
    weigh = weights("passage")
    score = max([one.worth for one in run]) + sentences.beginning(first)
    score += sum([weigh[name] * value for name, value in measured.items() if value])
    span = Span(body.sentence_span(body.sentences[first]).start, body.sentence_span(body.sentences[last]).end)
    return Passage(text, span, range(first, last + 1), score, naming, concrete)


def leans_within(run: Sequence[Usable]) -> bool:
    """Whether a run of sentences speaks, after its first words, of something as known that it does not name."""
    known = run[0].stems
    if run[0].leans_later:
        return True
    for _, other in pairwise(run):
        if any(noun.isdisjoint(known) for noun in (*other.leans, *other.leans_later)):
            return True
        known |= other.stems
    return False
