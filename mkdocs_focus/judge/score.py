"""The article's score, 0 (generic) to 100 (deep), with the evidence that adds up to it; and the verdict."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Evidence, Score, Verdict
from mkdocs_focus.judge.features import Features
from mkdocs_focus.judge.scale import closed
from mkdocs_focus.judge.weights import Weight, start, weights

GENERIC_BELOW = 44.8
"""At less, the verdict is `generic`. Chosen so that, on posts of sites not fitted on, such a verdict is nearly always
right; see `benchmarks/accuracy.py`."""
DEEP_FROM = 52.0
"""From here on the verdict is `deep`."""
DEEP_FROM_WORDLESS = 55.0
"""The same in a language whose words are not known, where a text without any detail lies near 52."""
FEW_WORDS = 30
"""A text of so many words gives each feature half its weight: there is little to count."""
CALL_TO_BUY = 7.0
"""Points that each further call to buy takes off, from the second on, up to `MOST_CALLS`. Set by reading adverts, not
fitted: the labelled posts hold none."""
MOST_CALLS = 4
_EXACT, _EXACT_FROM, _EXACT_MOST = 50.0, 0.15, 16.0
"""In a language whose words are not known: points for each exact sentence in so many, from which share on, and at
most. A note full of measurements is deep in any language."""
_SMALLEST = 0.3
"""Points below which evidence is not worth a line; together they make one."""
_SHOWN = 4
"""So many words of a group are named, the most frequent first."""


def sureness(features: Features) -> float:
    """How much the counts of words are to be trusted, 0 to 1."""
    return features.words / (features.words + FEW_WORDS)


def score_features(features: Features) -> Score:
    """Score an article by its features."""
    sure = sureness(features)
    evidence = [Evidence("every article starts here", start())]
    rest = spared = 0.0
    for weight in weights():
        value = features.values.get(weight.feature)
        if value is None:
            continue
        points = weight.points * weight.distance(value) * (sure if weight.needs_words else 1.0)
        if weight.sign < 0 < points:
            spared += points
        elif abs(points) < _SMALLEST:
            rest += points
        else:
            evidence.append(Evidence(_words(weight, features, points * weight.sign > 0), points))
    if spared:
        evidence.append(Evidence("little of what makes a text generic", spared))
    calls = [phrase for _, phrase in features.seen.get("advert", ())]
    if len(calls) > 1:
        points = -CALL_TO_BUY * min(len(calls) - 1, MOST_CALLS)
        evidence.append(Evidence(f"calls to buy: {', '.join(sorted(calls)[:_SHOWN])}", points))
    if not features.worded and (share := features.values["exact"]) > _EXACT_FROM:
        points = min(_EXACT * (share - _EXACT_FROM), _EXACT_MOST)
        evidence.append(Evidence(f"sentences with figures, code or other exact details: {share:.0%}", points))
    if rest:
        evidence.append(Evidence("smaller things together", rest))
    found = closed(evidence, 100)
    if found.value < GENERIC_BELOW and verdict_at(found.value, features) != "generic" and features.worded:
        notice = Evidence("a notice to a project's own people, which is not called generic", 0.0)
        return Score(found.value, (*found.evidence, notice))
    return found


def _words(weight: Weight, features: Features, much: bool) -> str:
    text = weight.high if much else weight.low
    seen = features.seen.get(weight.feature, ()) if much else ()
    return f"{text}: {', '.join([word for _, word in sorted(seen, reverse=True)[:_SHOWN]])}" if seen else text


def verdict_at(value: float, features: Features) -> Verdict:
    """The verdict on a score: `generic` only where it is sure, never in a language whose words are not known."""
    if value < GENERIC_BELOW:
        return "generic" if features.worded and not features.values["notice"] else "mixed"
    return "deep" if value >= (DEEP_FROM if features.worded else DEEP_FROM_WORDLESS) else "mixed"
