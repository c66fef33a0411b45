"""A baseline: what was found when an old site began, so that it starts clean and only gets better.

Kept as counts by article and rule, since lines move. While an article has no more findings of a rule than it had,
they stay silent; one more, and all of them are told, because nobody can say which one is new.
"""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_focus.review.review import Review

FILE = "focus-baseline.json"
VERSION = 1
Baseline = Mapping[str, Mapping[str, int]]
"""Path -> rule -> how many findings."""


def record(reviews: Iterable[Review], prefix: str = "") -> str:
    """The baseline of these reviews, as the text of its file. `prefix` leads from the file's folder to the paths'."""
    counts = {
        _key(r, prefix): dict(sorted(Counter(f.rule for f in r.findings).items())) for r in reviews if r.findings
    }
    return json.dumps({"version": VERSION, "articles": dict(sorted(counts.items()))}, indent=2) + "\n"


def read_baseline(text: str | bytes) -> Baseline:
    """A baseline from its file. Raises ValueError where that is none."""
    found: Any = json.loads(text)
    articles = found.get("articles") if isinstance(found, dict) else None
    if not isinstance(articles, dict) or not all(isinstance(rules, dict) for rules in articles.values()):
        raise ValueError("is no baseline; write a new one with `mkdocs-focus check --baseline`")
    return articles


def apply(reviews: Sequence[Review], baseline: Baseline, prefix: str = "") -> tuple[list[Review], int]:
    """The reviews without what the baseline knows, and how many of its findings are gone for good."""
    left: list[Review] = []
    gone = 0
    for review in reviews:
        known = baseline.get(_key(review, prefix), {})
        now = Counter(f.rule for f in review.findings)
        silent = {rule for rule, count in known.items() if now[rule] <= count}
        gone += sum(count - now[rule] for rule, count in known.items() if now[rule] < count)
        kept = tuple(f for f in review.findings if f.rule not in silent)
        left.append(replace(review, findings=kept) if len(kept) < len(review.findings) else review)
    return left, gone


def _key(review: Review, prefix: str) -> str:
    return posixpath.normpath(posixpath.join(prefix, review.path))
