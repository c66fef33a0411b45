"""Reviews and kits as JSON; the formats are described in the README and carry their version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from mkdocs_focus import __version__
from mkdocs_focus.review.review import Review

VERSION = 1


def check_document(reviews: Iterable[Review], errors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What `mkdocs-focus check --format json` prints. `errors` are pairs of path and message."""
    return {
        "version": VERSION,
        "articles": [article_document(review) for review in reviews],
        "errors": errors_document(errors),
    }


def article_document(review: Review) -> dict[str, Any]:
    """An article as both `mkdocs-focus check --format json` and `report.json` have it."""
    return {
        "path": review.path,
        "uid": review.uid,
        "topic": {
            "text": review.topic,
            "stated": review.topic_stated,
            "narrowness": review.narrowness.value,
            "suggestions": list(review.suggestions),
        },
        "depth": {"stated": review.depth_stated, "score": review.depth.value},
        "score": review.score.value,
        "verdict": review.verdict,
        "findings": [
            {
                "rule": f.rule,
                "code": f.code,
                "severity": f.severity,
                "message": f.message,
                "advice": f.advice,
                "line": f.line,
                "column": f.column,
                "end_line": f.end_line,
                "end_column": f.end_column,
                "excerpt": f.excerpt,
            }
            for f in review.findings
        ],
    }


def errors_document(errors: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """What could not be judged: pairs of path and message."""
    return [{"path": path, "message": message} for path, message in errors]


def share_document(reviews: Iterable[Review], errors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What `mkdocs-focus share --format json` prints: the kits, also those without a post, with the reason."""
    return {
        "version": VERSION,
        "kits": [
            {"path": r.path, "uid": r.uid, "url": r.url, "reason": r.kit.reason or None, "posts": _posts(r)}
            for r in reviews
        ],
        "errors": errors_document(errors),
    }


def share_index(
    reviews: Iterable[Review], site_name: str, site_url: str, publishable: bool, images: Mapping[str, str]
) -> dict[str, Any]:
    """`focus/share/index.json`: what `mkdocs-focus publish` works from. `images` gives a picture for some paths."""
    return {
        "version": VERSION,
        "generator": f"mkdocs-focus {__version__}",
        "publishable": publishable,
        "site_name": site_name,
        "site_url": site_url,
        "kits": map(
            partial(_kit, publishable, images),
            sorted((review for review in reviews if review.kit.posts), key=lambda review: review.uid),
        ),
    }


def _kit(publishable: bool, images: Mapping[str, str], review: Review) -> dict[str, Any]:
    return {
        "path": review.path,
        "uid": review.uid,
        "title": review.facts.title,
        "topic": review.topic,
        "url": review.url,
        "verdict": review.verdict,
        "score": review.score.value,
        "draft": review.draft,
        "date": review.facts.published.isoformat() if review.facts.published else None,
        "publishable": publishable and not review.draft,
        "image": images.get(review.path),
        "image_alt": review.facts.image_alt,
        "posts": _posts(review),
    }


def _posts(review: Review) -> list[dict[str, Any]]:
    return [
        {
            "network": post.network,
            "variant": post.variant,
            "text": post.text,
            "link": post.link,
            "length": post.length,
            "detail": {"text": post.lead.text, "line": place.line, "column": place.column}
            if post.lead and place
            else None,
            "origin": post.origin,
        }
        for post, place in zip(review.kit.posts, review.leads, strict=True)
    ]
