"""Findings as lines for a terminal or a log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_focus.finding import SEVERITIES, Finding, Severity

if TYPE_CHECKING:
    from mkdocs_focus.review.review import Review

FOLD_ABOVE = 5
"""A rule that fires on more articles than this is told in one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one finding, or of many of one rule."""

    severity: Severity
    text: str
    advice: str


def lines(reviews: Iterable[Review], report: str, prefix: str = "", fold: bool = True) -> list[Line]:
    """One line a finding, most important first; with `fold`, one a rule where it fires on many articles.

    `prefix` stands before each path; `report` is where the folded ones can be read.
    """
    found = [finding for review in reviews for finding in review.findings]
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_rule[finding.rule].append(finding)
    folded = {
        rule for rule, items in by_rule.items() if fold and len({finding.path for finding in items}) > FOLD_ABOVE
    }
    told: list[tuple[tuple[int, ...], str, Line]] = []
    for finding in found:
        if finding.rule not in folded:
            order = (SEVERITIES.index(finding.severity), 0)
            told.append((order, finding.path, Line(finding.severity, place(finding, prefix), finding.advice)))
    for rule in folded:
        items = by_rule[rule]
        worst = min((f.severity for f in items), key=SEVERITIES.index)
        articles = len({f.path for f in items})
        first = min(items, key=lambda f: (SEVERITIES.index(f.severity), f.path, f.line))
        where = f"{prefix}{first.path}:{first.line}:{first.column}: {first.message}"
        text = f"{rule}: {len(items):,} findings in {articles:,} articles, the first at {where}"
        told.append(((SEVERITIES.index(worst), 1), rule, Line(worst, text, f"All of them: {report}")))
    return [line for _, _, line in sorted(told, key=lambda item: item[:2])]


def place(finding: Finding, prefix: str = "") -> str:
    """`docs/posts/chevys.md:3:8: broad-topic: what is wrong`."""
    return f"{prefix}{finding.path}:{finding.line}:{finding.column}: {finding.rule}: {finding.message}"


def summary(reviews: Sequence[Review], posts_at: str) -> tuple[str, str]:
    """Two closing lines: what was judged, and what was written."""
    verdicts = {v: sum(r.verdict == v for r in reviews) for v in ("deep", "mixed", "generic")}
    counts = {s: sum(f.severity == s for r in reviews for f in r.findings) for s in SEVERITIES}
    posts = sum(len(r.kit.posts) for r in reviews)
    shared = sum(bool(r.kit.posts) for r in reviews)
    first = (
        f"{count(len(reviews), 'article')}: {verdicts['deep']:,} deep, {verdicts['mixed']:,} mixed, "
        f"{verdicts['generic']:,} generic; "
        + (", ".join(count(n, s) for s, n in counts.items() if n) or "nothing to mend")
    )
    second = f"{count(posts, 'post')} for {count(shared, 'article')}" + (
        f" in {posts_at}" if posts and posts_at else ""
    )
    return first, second


def contradictions(found: Iterable[tuple[str, tuple[str, str, str]]]) -> list[str]:
    """Where finished heads say otherwise than the articles: one line a tag, not one a page, the most frequent first.

    `found` are pairs of an article's path and of the tag's key, what the head says, and what the article says.
    """
    by_key: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path, (key, theirs, ours) in found:
        by_key[key].append((path, theirs, ours))
    told = []
    for key, places in sorted(by_key.items(), key=lambda item: (-len(item[1]), item[0])):
        path, theirs, ours = places[0]
        where = path if len(places) == 1 else f"{count(len(places), 'page')}, the first {path}"
        told.append(f"{where}: the head's {key} is “{_short(theirs)}”, the article's “{_short(ours)}”")
    return told


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def count(number: int, noun: str) -> str:
    """`1 article`, `1,288 articles`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
