"""Texts for a person at a terminal: a kit, the reasons of a review, a rule."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from mkdocs_focus.review.review import Measure, Review
from mkdocs_focus.rules.rule import Rule
from mkdocs_focus.share.links import compose_link
from mkdocs_focus.share.platforms import LIMITS

NETWORK_NAMES = {"twitter": "X (Twitter)", "facebook": "Facebook"}


def kit_text(review: Review) -> str:
    """A kit as a person would read it: each post, its length, where its detail stands, the link to compose it."""
    head = f"{review.path}: {review.verdict}, score {review.score.value:.0f}"
    if not review.kit.posts:
        return f"{head}\n  No posts: {review.kit.reason}\n"
    parts = [head]
    for post, place in zip(review.kit.posts, review.leads, strict=True):
        limit = LIMITS[post.network]
        origin = {"author": "your own text", "details": "from `details:`", "chosen": "chosen from the article"}[
            post.origin
        ]
        where = f", {review.path}:{place.line}:{place.column}" if place else ""
        parts.append(
            f"\n  {NETWORK_NAMES[post.network]} {post.variant}: {post.length:,} of {limit:,} characters, "
            f"{origin}{where}"
        )
        parts.append(textwrap.indent(post.text, "    "))
        if post.network == "twitter" or post.link:  # Facebook's form takes a link and nothing else
            parts.append(f"  Compose: {compose_link(post)}")
    if review.kit.reason:
        missing = " and ".join(name for network, name in NETWORK_NAMES.items() if network not in review.kit.networks)
        parts.append(f"\n  {f'None for {missing}' if missing else 'Only this'}: {review.kit.reason}")
    return "\n".join(parts) + "\n"


def why(review: Review) -> str:
    """What raised and what lowered each score of an article, strongest first."""
    topic = f"“{review.topic}”" + ("" if review.topic_stated else " (inferred)") if review.topic else "none"
    out = [
        f"{review.path}: {review.verdict}, score {review.score.value:.0f} of 100",
        *_measure(review.score, review.path),
        f"  topic {topic}: narrowness {review.narrowness.value:.0f} of 100",
        *_measure(review.narrowness, review.path),
        *(f"    narrower, from the article: {s}" for s in review.suggestions if s != review.topic),
        f"  depth {review.depth.value:.0f} of 100"
        + (f", promised: {review.depth_stated}" if review.depth_stated else ""),
        *_measure(review.depth, review.path),
        f"  focus {review.focus.value:.0f} of 100",
        *_measure(review.focus, review.path),
    ]
    return "\n".join(out)


def _measure(measure: Measure, path: str) -> Iterable[str]:
    for reason in sorted(measure.reasons, key=lambda r: -abs(r.weight)):
        where = f"  ({path}:{reason.line})" if reason.line else ""
        yield f"    {reason.weight:+6.1f}  {reason.what}{where}"


def rule_table(rules: Iterable[Rule]) -> str:
    """All rules, a line each."""
    return "\n".join(f"{r.code}  {r.name:<26} {r.severity:<8} {r.summary}" for r in rules)


def rule_page(rule: Rule) -> str:
    """One rule: what, why, a bad and a good example, its options."""
    parts = [f"{rule.name} ({rule.code}), {rule.severity}", "", rule.summary, "", textwrap.fill(rule.why, 88)]
    for title, example in (("Found in", rule.bad), ("Not found in", rule.good)):
        parts += ["", f"{title}:", "", textwrap.indent(example.strip("\n"), "    ")]
    if rule.options:
        parts += ["", "Options:", ""]
        parts += [f"    {name}: {option.default!r}  {option.what}" for name, option in rule.options.items()]
    parts += ["", "Switch it off:", "", f"    in mkdocs.yml     rules: {{{rule.name}: off}}"]
    parts += [f'    in an article     focus: {{ignore: [{rule.name}: "the reason"]}}']
    if rule.check is not None:
        parts += [f"    at one place      <!-- focus: ignore {rule.name}: the reason -->"]
    return "\n".join(parts)
