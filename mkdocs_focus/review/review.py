"""Article -> review: all findings and scores of one article, and its verdict."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from mkdocs_focus.contract.fields import Depth
from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.finding import SEVERITIES, Finding
from mkdocs_focus.judge.assessment import Assessment, Score, Verdict
from mkdocs_focus.rules.catalogue import BY_NAME, RULES
from mkdocs_focus.rules.rule import Check, Entry, Hit, Options, Picture, Rule, Same, Subject
from mkdocs_focus.settings import RuleSetting, Settings, matches
from mkdocs_focus.share.kit import Kit
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.position import Position, Source, Span


class Reason(NamedTuple):
    """One thing that raised or lowered a score, with the line that it stands in, where it stands in one."""

    what: str
    weight: float
    line: int | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A score and what it is made of; the reasons' weights add up to it."""

    value: float
    parts: tuple[tuple[str, float, int | None], ...]
    """The reasons as plain tuples: a site has tens of thousands, and the garbage collector passes over these."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What raised and lowered the score."""
        return tuple(Reason(*part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the article's head tags and card are made of."""

    title: str
    description: str
    """The author's, else the article's first sentences."""
    described: bool
    """Whether the description is the author's."""
    published: datetime.date | None
    modified: datetime.date | None
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    image: str | None
    """The picture that the author states: an address, or a path relative to the article or the docs folder."""
    image_alt: str | None
    shown: tuple[str, ...]
    """The pictures in the text, as they are written there."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A request not to report a rule, from `focus.ignore` or a comment; without a range it holds for the page."""

    rule: str
    span: Span
    """Where the request stands."""
    scope: Span | None


@dataclass(frozen=True)
class Review:
    """All that is known of one article after judging it. Holds no text of the article but short excerpts."""

    path: str
    uid: str
    url: str | None
    draft: bool
    words: int
    details: int
    """How many details the article has."""
    topic: str
    """Stated or inferred; empty where neither."""
    topic_stated: bool
    narrowness: Measure
    suggestions: tuple[str, ...]
    depth_stated: Depth | None
    depth: Measure
    focus: Measure
    score: Measure
    verdict: Verdict
    findings: tuple[Finding, ...]
    suppressed: int
    """How many findings the author switched off."""
    kit: Kit
    leads: tuple[Position | None, ...]
    """For each post of the kit the place of the detail that leads it."""
    facts: Facts
    entry: Entry
    picture: Picture | None
    """The picture that goes with its link, as it lay on the disk."""
    suppressions: tuple[Suppression, ...]
    """Those that name rules comparing articles, whose findings come later."""


def review_article(assessment: Assessment, kit: Kit, settings: Settings, picture: Picture | None = None) -> Review:
    """Run the rules over an assessed article; `picture` is the one of its link, where somebody looked for it."""
    article, contract = assessment.article, assessment.contract
    subject = Subject(assessment, kit, settings.language == "en", picture)
    found: list[tuple[Rule, Hit]] = []
    for rule, check, options, exclude in _checks(Same(settings)):
        if not exclude or not any(matches(f"{article.uid}.md", pattern) for pattern in exclude):
            found += [(rule, hit) for hit in check(subject, options)]
    suppressions = [*_from_contract(contract), *_from_comments(article)]
    without = settings.rules.get("ignore-without-reason", RuleSetting())
    if without.severity != "off":
        found += [(BY_NAME["ignore-without-reason"], hit) for hit in _comments_without_reason(article)]
    kept, suppressed = _suppress(found, suppressions, settings)
    findings = in_order([make_finding(rule, hit, article.path, article.source, settings) for rule, hit in kept])
    position = article.source.position
    return Review(
        path=article.path,
        uid=contract.share.uid or article.uid,
        url=article.url,
        draft=article.draft,
        words=article.body.word_count,
        details=len(assessment.details),
        topic=assessment.topic.text,
        topic_stated=assessment.topic.stated,
        narrowness=_measure(assessment.topic.narrowness, article),
        suggestions=assessment.topic.suggestions,
        depth_stated=contract.depth,
        depth=_measure(assessment.depth, article),
        focus=_measure(assessment.focus, article),
        score=_measure(assessment.score, article),
        verdict=assessment.verdict,
        findings=findings,
        suppressed=suppressed,
        kit=kit,
        leads=tuple(position(post.lead.span.start) if post.lead else None for post in kit.posts),
        facts=_facts(article, contract),
        entry=entry_of(assessment, kit),
        picture=picture,
        suppressions=tuple(s for s in suppressions if s.rule in BY_NAME and BY_NAME[s.rule].check_site),
    )


@lru_cache(maxsize=4)
def _checks(settings: Same[Settings]) -> list[tuple[Rule, Check, Options, tuple[str, ...]]]:
    """The rules that run under these settings: what they check, with which options, and where they do not."""
    checks: list[tuple[Rule, Check, Options, tuple[str, ...]]] = []
    lexicon = settings.value.language == "en"
    for rule in RULES:
        setting = settings.value.rules.get(rule.name, RuleSetting())
        if rule.check is not None and setting.severity != "off" and (lexicon or not rule.lexical):
            options = {name: setting.options.get(name, option.default) for name, option in rule.options.items()}
            checks.append((rule, rule.check, options, setting.exclude))
    return checks


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then from the top of the article."""
    return tuple(sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.line, f.column, f.code)))


def make_finding(rule: Rule, hit: Hit, path: str, source: Source, settings: Settings) -> Finding:
    """A rule's hit as a finding: with its severity as set, its place as lines and columns."""
    start, end = source.position(hit.span.start), source.position(hit.span.end)
    excerpt = " ".join(source.text[hit.span.start : hit.span.end].split())
    setting = settings.rules.get(rule.name)
    chosen = setting.severity if setting and setting.severity != "off" else None
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=chosen or hit.severity or rule.severity,
        message=hit.message,
        advice=hit.advice,
        path=path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        excerpt=excerpt if len(excerpt) <= 120 else excerpt[:119].rstrip() + "…",
    )


def _measure(score: Score, article: Article) -> Measure:
    position = article.source.position
    parts = [(e.what, round(e.weight, 2), position(e.span.start).line if e.span else None) for e in score.evidence]
    return Measure(round(score.value, 1), tuple(parts))


def _facts(article: Article, contract: Contract) -> Facts:
    return Facts(
        title=contract.title,
        description=contract.description or _first_sentences(article),
        described=bool(contract.description),
        published=contract.date,
        modified=contract.modified,
        tags=contract.tags,
        authors=contract.authors,
        image=stated_picture(article, contract),
        image_alt=contract.share.image_alt,
        shown=tuple(name for name, _ in article.body.images),
    )


_DESCRIPTION = 200
"""Characters that networks show of a description."""


def _first_sentences(article: Article) -> str:
    """The opening's first sentences, as many as fit."""
    opening, text = article.body.opening, ""
    for sentence in article.body.sentences:
        if sentence.block == opening:
            longer = f"{text} {' '.join(sentence.text.split())}".strip()
            if len(longer) > _DESCRIPTION:
                break
            text = longer
    return text


def stated_picture(article: Article, contract: Contract) -> str | None:
    """The picture that the front matter names for the link: `share.image`, else the theme's own `image`."""
    if contract.share.image:
        return contract.share.image
    image = article.value("image")
    return image.strip() or None if isinstance(image, str) else None


def entry_of(assessment: Assessment, kit: Kit) -> Entry:
    """What the rules that compare articles look at of one."""
    article, contract = assessment.article, assessment.contract
    series = article.value("series")
    text = "\n".join([block.text for block in article.body.blocks])
    return Entry(
        path=article.path,
        topic=contract.topic or "",
        topic_span=article.front.value("topic") or contract.title_span,
        series=str(series) if isinstance(series, (str, int)) else "",
        posts=tuple((post.network, post.message) for post in kit.posts),
        digest=blake2b(text.encode(errors="replace"), digest_size=8).hexdigest() if text.strip() else "",
    )


_COMMENT = re.compile(r"<!--\s*focus:\s*ignore\b\s*([^:>]*?)\s*(?::\s*(.*?))?\s*-->", re.DOTALL)


def _from_contract(contract: Contract) -> Iterator[Suppression]:
    return (Suppression(ignore.rule, ignore.span, None) for ignore in contract.ignores)


def _from_comments(article: Article) -> Iterator[Suppression]:
    """`<!-- focus: ignore RULE: reason -->` holds for the block that it stands in, or alone for the next one."""
    text = article.text
    if "focus:" not in text:
        return
    code = [b.span for b in article.body.blocks if b.kind == "code"]
    for match in _COMMENT.finditer(text, article.front.body):
        if any(span.start <= match.start() < span.end for span in code):
            continue
        scope = next(
            (b.span for b in article.body.blocks if b.kind != "html" and b.span.end > match.start()),
            Span(match.end(), len(text)),
        )
        for rule in match[1].replace(",", " ").split():
            yield Suppression(rule, Span(*match.span()), Span(min(scope.start, match.start()), scope.end))


def _comments_without_reason(article: Article) -> Iterator[Hit]:
    if "focus:" in article.text:
        code = [b.span for b in article.body.blocks if b.kind == "code"]
        for match in _COMMENT.finditer(article.text, article.front.body):
            if not match[2] and not any(span.start <= match.start() < span.end for span in code):
                message = f"`{match[1][:60]}` is ignored here without a reason"
                yield Hit(
                    Span(*match.span()), message, f"Say why: <!-- focus: ignore {match[1][:60]}: the reason -->."
                )


def _suppress(
    found: list[tuple[Rule, Hit]], suppressions: list[Suppression], settings: Settings
) -> tuple[list[tuple[Rule, Hit]], int]:
    """Drop what the author switched off; a suppression that hides nothing becomes a finding itself."""
    kept: list[tuple[Rule, Hit]] = []
    used: set[Suppression] = set()
    for rule, hit in found:
        hiding = [s for s in suppressions if s.rule == rule.name and _covers(s, hit.span)]
        used.update(hiding)
        if not hiding:
            kept.append((rule, hit))
    unused = BY_NAME["unused-ignore"]
    setting = settings.rules.get(unused.name)
    if not (setting and setting.severity == "off"):
        idle = [_unused(s, settings) for s in suppressions if s not in used]
        kept += [(unused, hit) for hit in idle if hit]
    return kept, len(found) - sum(1 for rule, _ in kept if rule is not unused)


def _covers(suppression: Suppression, span: Span) -> bool:
    scope = suppression.scope
    return scope is None or scope.start <= span.start < scope.end


def _unused(suppression: Suppression, settings: Settings) -> Hit | None:
    rule = BY_NAME.get(suppression.rule)
    if rule is None:
        near = get_close_matches(suppression.rule, BY_NAME, 1, 0.5)
        advice = f"Did you mean `{near[0]}`?" if near else "`mkdocs-focus explain` lists the rules."
        return Hit(suppression.span, f"there is no rule `{suppression.rule[:60]}` to ignore", advice)
    setting = settings.rules.get(rule.name)
    if rule.check_site or (setting and setting.severity == "off") or (rule.lexical and settings.language != "en"):
        return None  # it may hide something in another run
    return Hit(suppression.span, f"`{rule.name}` finds nothing here to ignore", "Delete this exception.")
