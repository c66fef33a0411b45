"""Reviews and kits as JSON; the formats are described in the README and carry their version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mkdocs_focus import __version__
from mkdocs_focus.review.review import Review

VERSION = 1


def check_document(reviews: Iterable[Review], errors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What `mkdocs-focus check --format json` prints. `errors` are pairs of path and message."""
    return {
        "version": VERSION,
        "articles": [
            {
                "path": r.path,
                "uid": r.uid,
                "topic": {
                    "text": r.topic,
                    "stated": r.topic_stated,
                    "narrowness": r.narrowness.value,
                    "suggestions": list(r.suggestions),
                },
                "depth": {"stated": r.depth_stated, "score": r.depth.value},
                "score": r.score.value,
                "verdict": r.verdict,
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
                    for f in r.findings
                ],
            }
            for r in reviews
        ],
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def share_document(reviews: Iterable[Review], errors: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What `mkdocs-focus share --format json` prints: the kits, also those without a post, with the reason."""
    return {
        "version": VERSION,
        "kits": [
            {"path": r.path, "uid": r.uid, "url": r.url, "reason": r.kit.reason or None, "posts": _posts(r)}
            for r in reviews
        ],
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def share_index(
    reviews: Iterable[Review], site_name: str, site_url: str, publishable: bool, images: dict[str, str]
) -> dict[str, Any]:
    """`focus/share/index.json`: what `mkdocs-focus publish` works from. `images` gives a picture for some paths."""
    return {
        "version": VERSION,
        "generator": f"mkdocs-focus {__version__}",
        "publishable": publishable,
        "site_name": site_name,
        "site_url": site_url,
        "kits": [
            {
                "path": r.path,
                "uid": r.uid,
                "title": r.facts.title,
                "topic": r.topic,
                "url": r.url,
                "verdict": r.verdict,
                "score": r.score.value,
                "draft": r.draft,
                "date": r.facts.published.isoformat() if r.facts.published else None,
                "publishable": publishable and not r.draft,
                "image": images.get(r.path),
                "image_alt": r.facts.image_alt,
                "posts": _posts(r),
            }
            for r in sorted(reviews, key=lambda r: r.uid)
            if r.kit.posts
        ],
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
