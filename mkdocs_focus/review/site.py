"""Across articles: what only shows when they are seen side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_focus.finding import Finding
from mkdocs_focus.review.review import Review, in_order, make_finding
from mkdocs_focus.rules.catalogue import RULES
from mkdocs_focus.settings import RuleSetting, Settings
from mkdocs_focus.text.position import Source


def compare(reviews: Sequence[Review], sources: dict[str, Source], settings: Settings) -> list[Review]:
    """Add the findings that come from comparing articles. `sources` gives each path's text, to place them."""
    added: dict[str, list[Finding]] = {}
    entries = [review.entry for review in reviews]
    hidden = {(r.path, s.rule) for r in reviews for s in r.suppressions}
    for rule in RULES:
        setting = settings.rules.get(rule.name, RuleSetting())
        if rule.check_site is None or setting.severity == "off":
            continue
        options = {name: setting.options.get(name, option.default) for name, option in rule.options.items()}
        for path, hit in rule.check_site(entries, options):
            if (path, rule.name) in hidden:
                continue
            added.setdefault(path, []).append(make_finding(rule, hit, path, sources[path], settings))
    return [
        replace(review, findings=in_order((*review.findings, *added[review.path])))
        if review.path in added
        else review
        for review in reviews
    ]
