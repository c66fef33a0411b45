"""The sections of an article as the rules look at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.rules.tables import read_groups
from mkdocs_focus.text.blocks import Block, Section
from mkdocs_focus.text.position import Span


class Part(NamedTuple):
    """A section with a heading, and its own text without that of code."""

    section: Section
    heading: Block
    text: str
    words: int
    """About how many it has: counting blanks takes no time."""

    @property
    def span(self) -> Span:
        """The heading's text in the source."""
        return self.heading.source_span(0, len(self.heading.text))

    @property
    def is_matter(self) -> bool:
        """Whether it is part of the story: not references, thanks, or about the author."""
        return self.heading.text.strip(" :.!#").lower() not in read_groups("en/headings.txt", "|")["aside"]


def chapters(assessment: Assessment) -> list[list[Part]]:
    """The main sections, each with those below it: what a section is about, the ones below it need not say again."""
    every = list(parts(assessment))
    levels = [part.section.level for part in every]
    main = min((level for level in levels if levels.count(level) > 1), default=0)
    found: list[list[Part]] = []
    for part in every:
        if part.section.level <= main or not found:
            found.append([part])
        else:
            found[-1].append(part)
    return found


def parts(assessment: Assessment) -> Iterator[Part]:
    """The sections that have a heading, the article's own title aside."""
    body = assessment.article.body
    for section in body.sections:
        if section.heading is None:
            continue
        blocks = [body.blocks[i] for i in section.blocks if i != section.heading]
        text = "\n".join([block.text for block in blocks if block.kind not in ("code", "html")])
        yield Part(section, body.blocks[section.heading], text, text.count(" ") + 1)
