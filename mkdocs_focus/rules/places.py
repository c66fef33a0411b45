"""Where a finding stands, when it is about the whole article or about a value of its front matter."""

from __future__ import annotations

import re

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import TEXT_KINDS
from mkdocs_focus.text.position import Span

_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+){0,7}")


def cite(article: Article, place: Span, text: str) -> tuple[Span, str]:
    """The place of `text` inside `place`, and the text as a message quotes it.

    “ ” promise that the source reads so at the place; where it does not (a value that is inherited, or written with
    escapes) the text goes between ‘ ’ and the place stays as it is.
    """
    at = article.text.find(text, place.start, place.end) if text else -1
    if at >= 0:
        return Span(at, at + len(text)), f"“{text}”"
    words = text.split()
    if len(words) > 1:  # a value folded over several lines
        pattern = r"\s+".join(map(re.escape, words))
        if found := re.compile(pattern).search(article.text, place.start, place.end):
            return Span(*found.span()), f"“{text}”"
    return place, f"‘{text}’"


def quote(article: Article, span: Span) -> str:
    """The source at `span` as a message quotes it: on one line, with what markup stands in it."""
    return f"“{' '.join(article.text[span.start : span.end].split())}”"


def start_place(article: Article) -> Span:
    """The first heading, or else the first words."""
    for block in article.body.blocks:
        if block.kind == "heading" and block.text.strip():
            return block.source_span(0, len(block.text))
        if block.kind in TEXT_KINDS and (found := _FIRST_WORDS.search(block.text)):
            return block.source_span(*found.span())
    end = article.source.line_end(1)
    return Span(0, end)


def has_title(assessment: Assessment) -> bool:
    """Whether its title was meant as one: a heading of a lower level only stands in for it."""
    article, place = assessment.article, assessment.contract.title_span
    return article.front.value("title") is not None or not article.text[: place.start].endswith("## ")


def title_place(assessment: Assessment) -> Span:
    """The title, or else where the article starts."""
    span = assessment.contract.title_span
    return span if span.end > span.start else start_place(assessment.article)


def topic_place(assessment: Assessment) -> Span:
    """The value of `topic:`, or else the title."""
    span = assessment.article.front.value("topic")
    return span if span is not None and span.end > span.start else title_place(assessment)


def depth_place(assessment: Assessment) -> Span:
    """The value of `depth:`, or else the title."""
    span = assessment.article.front.value("depth")
    return span if span is not None and span.end > span.start else title_place(assessment)
