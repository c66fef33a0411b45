"""The body of an article: its blocks, sections and sentences, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from mkdocs_focus.text.inline import Plain
from mkdocs_focus.text.position import Span
from mkdocs_focus.text.sentences import WORD, in_small_letters, split_sentences, words_of_each

BlockKind = Literal["paragraph", "heading", "item", "row", "code", "title", "html", "footnote", "definition"]
"""`item`: a paragraph of a list; `row`: a row of a table; `title`: the title of an admonition or a content tab."""

TEXT_KINDS: frozenset[BlockKind] = frozenset(("paragraph", "item", "definition"))
"""The kinds whose sentences are the article's running text."""


class Block(NamedTuple):
    """One block of the body."""

    kind: BlockKind
    span: Span
    """Its range in the source: whole lines."""
    plain: Plain
    """Its text without markup; of `code` and `html` the text as it stands."""
    section: int
    """The index of its section."""
    level: int = 0
    """Of a heading its level 1 to 6; of an item how deep its list is nested, from 1."""
    quoted: bool = False
    """Whether it stands in a block quote."""
    ordered: bool = False
    """Whether an item belongs to a numbered list."""
    info: str = ""
    """The language and options of fenced code; the kind of an admonition; the name of a footnote."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row: the ranges of its cells in the plain text."""
    header: bool = False
    """Whether a row is its table's head."""

    @property
    def text(self) -> str:
        """The plain text."""
        return self.plain.text

    def source_span(self, start: int, end: int) -> Span:
        """The source range of a range of the plain text."""
        return Span(*self.plain.source_span(start, end))


class Sentence(NamedTuple):
    """A sentence of a block."""

    text: str
    block: int
    """The index of its block."""
    start: int
    """Where it begins in the block's plain text."""
    end: int

    @property
    def words(self) -> list[str]:
        """Its words, in order."""
        return WORD.findall(self.text)


class Section(NamedTuple):
    """A heading and what follows until the next one; the first may have no heading."""

    heading: int | None
    """The index of its heading's block."""
    level: int
    blocks: range


@dataclass(frozen=True)
class Body:
    """All blocks of an article, in order."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    references: tuple[tuple[str, Span], ...] = ()
    """Link definitions: address and place."""
    images: tuple[tuple[str, Span], ...] = field(default=())
    """Images: address and place."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the running text, in order; quoted text and lists included."""
        found = []
        for index, block in enumerate(self.blocks):
            if block.kind in TEXT_KINDS:
                text = block.plain.text
                code = [(mark.start, mark.end) for mark in block.plain.marks if mark.kind == "code"]
                found += [Sentence(text[start:end], index, start, end) for start, end in split_sentences(text, code)]
        return tuple(found)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each sentence, as they stand."""
        return words_of_each([sentence.text for sentence in self.sentences])

    @cached_property
    def small_words(self) -> list[str]:
        """All of them in order, in lower case and with straight apostrophes."""
        return in_small_letters(self.words)

    @cached_property
    def word_count(self) -> int:
        """How many words the running text, headings and tables hold; code is not counted."""
        others = [b.plain.text for b in self.blocks if b.kind not in TEXT_KINDS and b.kind not in ("code", "html")]
        return sum(map(len, self.words)) + sum(map(len, words_of_each(others)))

    def sentence_span(self, sentence: Sentence) -> Span:
        """The source range of a sentence."""
        return self.blocks[sentence.block].source_span(sentence.start, sentence.end)

    @cached_property
    def opening(self) -> int | None:
        """The index of the first paragraph of text, which need not be the first block."""
        for index, block in enumerate(self.blocks):
            if block.kind == "paragraph" and len(WORD.findall(block.text)) >= 4:
                return index
        return None


def iter_text(body: Body) -> Iterator[Block]:
    """The blocks of running text that are the author's own: not quoted."""
    return (block for block in body.blocks if block.kind in TEXT_KINDS and not block.quoted)
