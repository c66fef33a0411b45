"""An article's running text, titles and headings as one text, so that each expression runs over it once; and the way
back from a place in it to block, sentence and source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from mkdocs_focus.judge.assessment import Detail
from mkdocs_focus.judge.figures import Found
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block
from mkdocs_focus.text.position import Span

_APART = "\0"
"""Stands between two blocks: nothing that is looked for reaches over it."""
_NOT_PROSE = frozenset(("code", "row", "html"))


class Prose:
    """The text and its parts; the headings stand last."""

    def __init__(self, article: Article) -> None:
        body = article.body
        running: list[int] = []
        headings: list[int] = []
        for index, block in enumerate(body.blocks):
            if block.kind not in _NOT_PROSE:
                (headings if block.kind == "heading" else running).append(index)
        self.indices = running + headings
        """The index of each block in the body."""
        self.blocks = [body.blocks[index] for index in self.indices]
        parts = [block.plain.text for block in self.blocks]
        self.text = _APART.join(parts)
        self.begins: list[int] = []
        """Where each block begins in the text."""
        at = 0
        for part in parts:
            self.begins.append(at)
            at += len(part) + 1
        self.headings = self.begins[len(running)] if headings else at
        """Where the headings begin."""
        begin_of = dict(zip(self.indices, self.begins, strict=True))
        self.sentences = [begin_of[sentence.block] + sentence.start for sentence in body.sentences]
        """Where each sentence begins in the text."""

    def running(self) -> Iterator[tuple[int, Block, int]]:
        """All blocks but the headings: index, block, and where it begins in the text."""
        for index, block, begin in zip(self.indices, self.blocks, self.begins, strict=True):
            if begin >= self.headings:
                return
            yield index, block, begin

    def details(self, found: Iterable[Found]) -> list[Detail]:
        """What was found in the text, in order of its beginning, with its place."""
        details: list[Detail] = []
        text, sentences = self.text, self.sentences
        next_begin = 0
        for kind, start, end in found:
            if start >= next_begin:  # in another block than the one before
                at = bisect_right(self.begins, start) - 1
                begin, block, index = self.begins[at], self.blocks[at], self.indices[at]
                next_begin = begin + len(block.plain.text) + 1
                runs = block.plain.runs
                in_step = len(runs) == 1  # text of one line without markup
                shift = runs[0][1] - runs[0][0] - begin
                first = bisect_left(sentences, begin)
                has_sentences = first < len(sentences) and sentences[first] < next_begin
            sentence = max(bisect_right(sentences, start, first) - 1, first) if has_sentences else None
            span = Span(start + shift, end + shift) if in_step else block.source_span(start - begin, end - begin)
            details.append(Detail(kind, text[start:end], span, index, sentence))
        return details
