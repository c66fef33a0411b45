"""All articles at a glance: `focus/report.html` for people, `focus/report.json` for machines, with the same facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Any

from mkdocs_focus.finding import SEVERITIES
from mkdocs_focus.judge.assessment import Verdict
from mkdocs_focus.output.chart import Dot, key, scatter
from mkdocs_focus.output.folder import to_file
from mkdocs_focus.output.history import Change, Past, change_document, title_of
from mkdocs_focus.output.json import VERSION, article_document, errors_document
from mkdocs_focus.output.overlap import Overlap, overlaps
from mkdocs_focus.output.pages import render
from mkdocs_focus.review.review import Measure, Review
from mkdocs_focus.share.kit import NETWORKS

VERDICTS: tuple[Verdict, ...] = ("deep", "mixed", "generic")
REASONS = 5
"""Reasons that `report.json` gives for each score; `mkdocs-focus explain` tells them all."""
CHANGES = 8
TOLD = 12
"""Changes, and rules and overlaps, that the page lists before it only counts them."""


@dataclass(frozen=True)
class Report:
    """All that the report says, computed once for both of its forms."""

    site_name: str
    site_url: str
    reviews: Sequence[Review]
    errors: Sequence[tuple[str, str]]
    """Path and message of each article that could not be judged."""
    past: Past
    changes: tuple[Change, ...]
    overlaps: tuple[Overlap, ...]


def make_report(
    reviews: Sequence[Review],
    errors: Sequence[tuple[str, str]],
    past: Past,
    site_name: str = "",
    site_url: str = "",
) -> Report:
    """Compare the articles with each other and with what they were."""
    reviews = sorted(reviews, key=lambda review: review.path)
    return Report(site_name, site_url, reviews, errors, past, past.changes_to(reviews), overlaps(reviews))


def report_document(report: Report) -> dict[str, Any]:
    """What `report.json` holds. The articles are made one after the other, as they are asked for."""
    return {
        "version": VERSION,
        "site": {"name": report.site_name, "url": report.site_url or None},
        "summary": _summary(report.reviews),
        "changes": [change_document(change) for change in report.changes],
        "overlaps": [
            {"likeness": o.likeness, "paths": list(o.paths), "shared": list(o.shared)} for o in report.overlaps
        ],
        "articles": map(partial(_article, report.past), report.reviews),
        "errors": errors_document(report.errors),
    }


def _article(past: Past, review: Review) -> dict[str, Any]:
    posts = Counter(post.network for post in review.kit.posts)
    return article_document(review) | {
        "title": review.facts.title,
        "url": review.url,
        "draft": review.draft,
        "date": review.facts.published.isoformat() if review.facts.published else None,
        "words": review.words,
        "details": {"count": review.details, "per_100_words": per_100_words(review)},
        "measures": {
            "score": _measure(review.score),
            "narrowness": _measure(review.narrowness),
            "depth": _measure(review.depth),
            "focus": _measure(review.focus),
        },
        "suppressed": review.suppressed,
        "posts": {network: posts[network] for network in NETWORKS},
        "no_posts_because": (not review.kit.posts and review.kit.reason) or None,
        "history": list(past.history(review)),
    }


def report_json(report: Report) -> bytes:
    """`report.json`: a line for each fact of an article, and for each of its findings."""
    return to_file(report_document(report), 4)


def per_100_words(review: Review) -> float:
    """Details for each hundred words, to one decimal."""
    return round(100 * review.details / review.words, 1) if review.words else 0.0


def _measure(measure: Measure) -> dict[str, Any]:
    strongest = sorted(measure.reasons, key=lambda reason: -abs(reason.weight))[:REASONS]
    return {
        "value": measure.value,
        "reasons": [{"what": r.what, "weight": r.weight, "line": r.line} for r in strongest],
    }


def _summary(reviews: Sequence[Review]) -> dict[str, Any]:
    verdicts = Counter(review.verdict for review in reviews)
    severities = Counter(finding.severity for review in reviews for finding in review.findings)
    return {
        "articles": len(reviews),
        "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS},
        "findings": {severity: severities[severity] for severity in SEVERITIES},
        "posts": sum(len(review.kit.posts) for review in reviews),
        "shared": sum(bool(review.kit.posts) for review in reviews),
    }


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the table."""

    id: str
    title: str
    href: str
    draft: bool
    score: str
    history: str
    """Its earlier scores, or empty."""
    verdict: Verdict
    topic: str
    inferred: bool
    details: float
    findings: int
    rules: str
    """The rules of its findings, worst first."""
    date: str
    posts: int


@dataclass(frozen=True)
class Links:
    """Where the page's links lead. A report on a disk and one in a preview reach the articles by different ways."""

    articles: Mapping[str, str] = field(default_factory=dict)
    """For each path the address of the article; a path that is missing is not linked."""
    home: str = ""
    """The way back to the site, where there is one."""


def report_html(report: Report, links: Links, accent: str = "") -> str:
    """The report as one file of HTML. `accent` is the theme's colour, as CSS writes it."""
    ids = {r.path: _row(f"r{number}", r, report.past, links) for number, r in enumerate(report.reviews)}
    # The newest is what the writer is at; undated ones follow by path.
    rows = sorted(ids.values(), key=lambda row: row.date, reverse=True)
    rules = Counter(rule for review in report.reviews for rule in {f.rule for f in review.findings})
    return render(
        "report.html.j2",
        name=report.site_name,
        home=links.home,
        accent=accent,
        summary=_summary(report.reviews),
        rows=rows,
        chart=scatter(
            Dot(review.narrowness.value, review.depth.value, review.verdict, ids[review.path].id)
            for review in report.reviews
        ),
        verdicts=VERDICTS,
        key=key,
        rules=sorted(rules.items(), key=lambda item: (-item[1], item[0]))[:TOLD],
        changes=[(change, ids.get(change.path)) for change in report.changes[:CHANGES]],
        more_changes=max(0, len(report.changes) - CHANGES),
        overlaps=[(o, [ids[path] for path in o.paths[:6]], len(o.paths)) for o in report.overlaps[:TOLD]],
        more_overlaps=max(0, len(report.overlaps) - TOLD),
        errors=report.errors,
    )


def _row(row_id: str, review: Review, past: Past, links: Links) -> Row:
    history = [score for score, _ in groupby(f"{score:.0f}" for score in past.history(review))]
    return Row(
        id=row_id,
        title=title_of(review),
        href=links.articles.get(review.path, ""),
        draft=review.draft,
        score=history[-1],
        history="was " + ", ".join(history[-3:-1]) if len(history) > 1 else "",
        verdict=review.verdict,
        topic=review.topic,
        inferred=bool(review.topic) and not review.topic_stated,
        details=per_100_words(review),
        findings=len(review.findings),
        rules=", ".join(dict.fromkeys(finding.rule for finding in review.findings)),
        date=review.facts.published.isoformat() if review.facts.published else "",
        posts=len(review.kit.posts),
    )
