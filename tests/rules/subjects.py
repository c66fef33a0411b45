"""Articles as the rules see them, made of their Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_focus.contract.reading import Contract, read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.rules.rule import Entry, Hit, Rule, Subject
from mkdocs_focus.share.kit import Kit, Post
from mkdocs_focus.text.article import Article, read_article


def subject(text: str, path: str = "docs/blog/posts/article.md", language: str = "en") -> Subject:
    article = read_article(text, path, in_mkdocs=True)
    contract = read_contract(article)
    return Subject(assess(article, contract, language), kit_of(article, contract), language == "en")


def kit_of(article: Article, contract: Contract) -> Kit:
    texts = [("twitter", t) for t in contract.share.twitter] + [("facebook", t) for t in contract.share.facebook]
    posts = [
        Post(network, number, text, "", len(text), None, "author")  # type: ignore[arg-type]
        for number, (network, text) in enumerate(texts, 1)
    ]
    return Kit(article.uid, tuple(posts))


def options(rule: Rule, **given: Any) -> Mapping[str, Any]:
    return {name: given.get(name, option.default) for name, option in rule.options.items()}


def entry(seen: Subject) -> Entry:
    assessment = seen.assessment
    article, contract = assessment.article, assessment.contract
    return Entry(
        article.path,
        contract.topic or "",
        article.front.value("topic") or contract.title_span,
        str(article.value("series") or ""),
        tuple((post.network, post.message) for post in seen.kit.posts),
    )


def hits(rule: Rule, text: str, language: str = "en", **given: Any) -> list[Hit]:
    """What the rule finds in an article; a rule that compares articles gets those between lines of `=====`."""
    if rule.check is not None:
        return list(rule.check(subject(text, language=language), options(rule, **given)))
    assert rule.check_site is not None
    seen = [subject(part, f"docs/{number}.md") for number, part in enumerate(text.split("=====\n"), 1)]
    return [hit for _, hit in rule.check_site([entry(s) for s in seen], options(rule, **given))]
