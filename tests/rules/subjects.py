"""Articles as the rules see them, made of their Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mkdocs_focus.contract.reading import read_contract
from mkdocs_focus.judge.assess import assess
from mkdocs_focus.review.review import entry_of
from mkdocs_focus.rules.rule import Hit, Picture, Rule, Subject
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.compose import make_kit
from mkdocs_focus.text.article import read_article


def subject(text: str, path: str = "docs/blog/posts/article.md", language: str = "en") -> Subject:
    article = read_article(text, path, in_mkdocs=True)
    contract = read_contract(article)
    assessment = assess(article, contract, language)
    picture = picture_of(contract.share.image)
    return Subject(assessment, make_kit(assessment, Settings(language=language)), language == "en", picture)


def picture_of(image: str | None) -> Picture | None:
    """A picture that is there, of the size in its name, such as `valve-640x480.png`."""
    size = re.search(r"(\d+)x(\d+)", image or "")
    return Picture(image, True, int(size[1]), int(size[2])) if image and size else None


def options(rule: Rule, **given: Any) -> Mapping[str, Any]:
    return {name: given.get(name, option.default) for name, option in rule.options.items()}


def hits(rule: Rule, text: str, language: str = "en", **given: Any) -> list[Hit]:
    """What the rule finds in an article; a rule that compares articles gets those between lines of `=====`."""
    if rule.check is not None:
        return list(rule.check(subject(text, language=language), options(rule, **given)))
    assert rule.check_site is not None
    seen = [subject(part, f"docs/{number}.md") for number, part in enumerate(text.split("=====\n"), 1)]
    return [hit for _, hit in rule.check_site([entry_of(s.assessment, s.kit) for s in seen], options(rule, **given))]
