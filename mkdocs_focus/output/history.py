"""What the last report said, and what has changed since: the memory of the report is the report itself.

Where `focus/` is committed, or kept between builds, each build finds the one before it there. Nothing in it depends
on a clock, so a build that changes nothing leaves the same bytes: scores are remembered where they differ from the
one before, and the list of changes stays until something changes again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_focus.judge.assessment import Verdict
from mkdocs_focus.review.review import Review

KEPT = 12
"""Scores that are remembered of an article."""


@dataclass(frozen=True, slots=True)
class Before:
    """An article as the last report has it."""

    path: str
    title: str
    score: float
    verdict: str
    findings: int
    history: tuple[float, ...]
    """Its scores, oldest first, without repetitions; the last is `score`."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to an article: None on one side where it is new or gone."""

    path: str
    title: str
    score: tuple[float | None, float | None]
    verdict: tuple[str | None, str | None]
    findings: tuple[int | None, int | None]


@dataclass(frozen=True)
class Past:
    """The last report. Empty where there is none, or none that can be read."""

    articles: Mapping[str, Before] = field(default_factory=dict)
    """By path."""
    uids: Mapping[str, str] = field(default_factory=dict)
    """The paths by uid: an article that was moved keeps its history."""
    changes: tuple[Change, ...] = ()

    def before(self, review: Review) -> Before | None:
        """The article as it was."""
        return self.articles.get(review.path) or self.articles.get(self.uids.get(review.uid, ""))

    def history(self, review: Review) -> tuple[float, ...]:
        """The article's scores with today's, oldest first."""
        before, score = self.before(review), review.score.value
        if before is None:
            return (score,)
        return before.history if before.history[-1] == score else (*before.history, score)[-KEPT:]

    def changes_to(self, reviews: Sequence[Review]) -> tuple[Change, ...]:
        """What is new, gone or judged otherwise, the greatest rise first; where nothing is, what was told before."""
        if not self.articles:
            return ()
        found = list(self._found(reviews))
        return tuple(sorted(found, key=_by_rise)) if found else self.changes

    def _found(self, reviews: Iterable[Review]) -> Iterable[Change]:
        seen = set()
        for review in reviews:
            before = self.before(review)
            if before:
                seen.add(before.path)
            score, verdict, findings = (before.score, before.verdict, before.findings) if before else (None,) * 3
            now = (review.score.value, review.verdict, len(review.findings))
            if now != (score, verdict, findings):
                pairs = (score, now[0]), (verdict, now[1]), (findings, now[2])
                yield Change(review.path, title_of(review), *pairs)
        for path, gone in self.articles.items():
            if path not in seen:
                yield Change(path, gone.title, (gone.score, None), (gone.verdict, None), (gone.findings, None))


def _by_rise(change: Change) -> tuple[float, str]:
    old, new = change.score
    return -abs((new or 0.0) - (old or 0.0)), change.path


def title_of(review: Review) -> str:
    """What to call an article."""
    return review.facts.title or review.path


def read_past(report: Path) -> Past:
    """The last report, from `focus/report.json`. A file that is missing, or not as we write it, is no report."""
    try:
        document = json.loads(report.read_bytes())
        articles = {before.path: before for before in map(_before, document["articles"])}
        uids = {str(article["uid"]): str(article["path"]) for article in document["articles"]}
        changes = tuple(map(_change, document.get("changes", ())))
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Past()
    return Past(articles, uids, changes)


_VERDICTS: tuple[Verdict, ...] = ("deep", "mixed", "generic")


def _before(article: Mapping[str, Any]) -> Before:
    score, path = float(article["score"]), str(article["path"])
    if article["verdict"] not in _VERDICTS:
        raise ValueError(article["verdict"])
    history = tuple(float(value) for value in article.get("history", ()))[-KEPT:]
    return Before(
        path=path,
        title=str(article.get("title") or path),
        score=score,
        verdict=article["verdict"],
        findings=len(article["findings"]),
        history=history if history and history[-1] == score else (*history, score),
    )


def _change(change: Mapping[str, Any]) -> Change:
    def pair(name: str, kind: type[Any]) -> tuple[Any, Any]:
        old, new = change[name]
        return (None if old is None else kind(old)), (None if new is None else kind(new))

    return Change(
        str(change["path"]),
        str(change["title"]),
        pair("score", float),
        pair("verdict", str),
        pair("findings", int),
    )


def change_document(change: Change) -> dict[str, Any]:
    """A change as `report.json` has it; `_change` reads it back."""
    return {
        "path": change.path,
        "title": change.title,
        "score": list(change.score),
        "verdict": list(change.verdict),
        "findings": list(change.findings),
    }
