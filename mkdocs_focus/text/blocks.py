"""The body of an article: its blocks, sections and sentences, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_focus.text.inline import Mark, Plain, strip_inline
from mkdocs_focus.text.position import Source, Span
from mkdocs_focus.text.sentences import WORD, split_sentences

BlockKind = Literal["paragraph", "heading", "item", "row", "code", "title", "html", "footnote", "definition"]
"""`item`: a paragraph of a list; `row`: a row of a table; `title`: the title of an admonition or a content tab."""

TEXT_KINDS: frozenset[BlockKind] = frozenset(("paragraph", "item", "definition"))
"""The kinds whose sentences are the article's running text."""


@dataclass(frozen=True, slots=True)
class Block:
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


@dataclass(frozen=True, slots=True)
class Sentence:
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


@dataclass(frozen=True, slots=True)
class Section:
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
                found += [Sentence(text[start:end], index, start, end) for start, end in split_sentences(text)]
        return tuple(found)

    @cached_property
    def word_count(self) -> int:
        """How many words the running text, headings and tables hold; code is not counted."""
        return sum(len(WORD.findall(b.plain.text)) for b in self.blocks if b.kind not in ("code", "html"))

    def sentence_span(self, sentence: Sentence) -> Span:
        """The source range of a sentence."""
        return self.blocks[sentence.block].source_span(sentence.start, sentence.end)

    @property
    def opening(self) -> int | None:
        """The index of the first paragraph of text, which need not be the first block."""
        for index, block in enumerate(self.blocks):
            if block.kind == "paragraph" and len(WORD.findall(block.text)) >= 4:
                return index
        return None


_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
_MARKDOWN.core.ruler.enableOnly(["normalize", "block"])

_CONTAINER = re.compile(r"""^(?:!!!|\?\?\?\+?|===[!+]*)[ \t]+(?=[\w"'{])""")
_HAS_CONTAINER = re.compile(r"""^[ \t]*(?:(?:!!!|\?\?\?\+?|===[!+]*)[ \t]+[\w"'{]|///)""", re.MULTILINE)
_CONTAINER_TITLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r"^[ \t]*:[ \t]+")
_FOOTNOTE = re.compile(r"^[ \t]*\[\^([^\]\s]+)\]:[ \t]*")
_DROPPED = re.compile(
    r"^[ \t]*(?:-{1,}8<-{1,}.*|\*\[[^\]]+\]:.*|\[TOC\]|///.*|\$\$|\{%.*%\}|\{\{[<%].*[%>]\}\}|\{:.*\})[ \t]*$"
)
_HTML_TEXT = re.compile(r"<(?:p|li|td|figcaption|summary|div|blockquote|dd|span|b|i|em|strong|a)\b", re.IGNORECASE)
_HTML_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|pre|iframe)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^()\s>]*)|<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def read_body(source: Source, start: int = 0) -> Body:
    """Read the blocks of `source` from the offset `start`, which must be a line's beginning. Never raises."""
    first = source.position(start).line - 1 if start < len(source.text) else len(source.starts)
    ends = [source.starts[i + 1] - 1 for i in range(first, len(source.starts) - 1)] + [len(source.text)]
    lines = [source.text[s:e] for s, e in zip(source.starts[first:], ends, strict=False)]
    return _Reader(source, first, lines).read()


class _Reader:
    """The walk over one body's tokens; holds what its steps share."""

    def __init__(self, source: Source, first: int, lines: list[str]) -> None:
        self.source, self.first, self.lines = source, first, lines
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.heading: int | None = None
        self.level = 0
        self.section_start = 0
        self.references: frozenset[str] = frozenset()

    def read(self) -> Body:
        text = "\n".join(self.lines).replace("\0", "\ufffd")
        titles: dict[int, tuple[str, str]] = {}
        if _HAS_CONTAINER.search(text):
            unwrapped, titles = _unwrap(self.lines)
            text = "\n".join(unwrapped)
        env: dict[str, dict[str, dict[str, object]]] = {}
        tokens = _MARKDOWN.parse(text, env)
        definitions = env.get("references", {})
        self.references = frozenset(name.lower() for name in definitions)
        self.walk(tokens, titles)
        self.close_section()
        found = [(str(d.get("href", "")), self.line_span(d["map"][0], d["map"][1])) for d in definitions.values()]  # type: ignore[index]
        body_start = self.source.starts[self.first] if self.first < len(self.source.starts) else len(self.source.text)
        images = (
            tuple((m[1] or m[2] or "", Span(*m.span())) for m in _IMAGE.finditer(self.source.text, body_start))
            if "![" in text or "<img" in text or "<IMG" in text
            else ()
        )
        return Body(tuple(self.blocks), tuple(self.sections), tuple(found), images)

    def walk(self, tokens: list[Token], titles: dict[int, tuple[str, str]]) -> None:
        quotes = lists = 0
        ordered: list[bool] = []
        heading = 0
        in_head = False
        row: Token | None = None
        cells: list[Token] = []
        waiting = sorted(titles)
        for token in tokens:
            while waiting and token.map and token.map[0] >= waiting[0] and token.nesting >= 0:
                self.title(waiting[0], *titles[waiting.pop(0)])
            kind = token.type
            if kind == "inline":
                if row is not None:
                    cells.append(token)
                elif heading:
                    self.add_heading(token, heading)
                else:
                    self.paragraph(token, quotes > 0, lists, bool(ordered and ordered[-1]))
            elif kind == "heading_open":
                heading = int(token.tag[1])
            elif kind == "heading_close":
                heading = 0
            elif kind in ("fence", "code_block"):
                self.code(token)
            elif kind == "html_block":
                self.html(token, quotes > 0)
            elif kind == "tr_open":
                row, cells = token, []
            elif kind == "tr_close" and row is not None:
                self.row(row, cells, in_head, quotes > 0)
                row = None
            elif kind == "thead_open":
                in_head = True
            elif kind == "thead_close":
                in_head = False
            elif kind == "blockquote_open":
                quotes += 1
            elif kind == "blockquote_close":
                quotes -= 1
            elif kind in ("bullet_list_open", "ordered_list_open"):
                lists += 1
                ordered.append(kind[0] == "o")
            elif kind in ("bullet_list_close", "ordered_list_close"):
                lists -= 1
                ordered.pop()
        for line in waiting:
            self.title(line, *titles[line])

    def line_start(self, line: int) -> int:
        index = self.first + line
        return self.source.starts[index] if index < len(self.source.starts) else len(self.source.text)

    def line_span(self, start: int, end: int) -> Span:
        """The source range of the body's lines [start, end), without the last line break."""
        last = min(max(end, start + 1), len(self.lines)) - 1
        if last < 0:
            return Span(len(self.source.text), len(self.source.text))
        return Span(self.line_start(start), self.line_start(last) + len(self.lines[last]))

    def pieces(self, token: Token) -> list[tuple[str, int]]:
        """The lines of an inline token's content, each with the source offset at which it begins."""
        start = token.map[0] if token.map else 0
        found = []
        for index, content in enumerate(token.content.split("\n")):
            line = start + index
            whole = self.lines[line] if line < len(self.lines) else ""
            content = content.lstrip()
            at = whole.rfind(content.rstrip())
            if at < 0:  # the parser replaced a character
                at, content = 0, content[: len(whole)]
            found.append((content, self.line_start(line) + at))
        return found

    def paragraph(self, token: Token, quoted: bool, lists: int, ordered: bool) -> None:
        group: list[tuple[str, int]] = []
        kind: BlockKind = "item" if lists else "paragraph"
        info = ""

        def flush() -> None:
            nonlocal group
            if group:
                plain = strip_inline(group, self.references)
                span = Span(self.line_of(group[0][1]), group[-1][1] + len(group[-1][0]))
                if plain.text.strip() or plain.marks:
                    self.add(Block(kind, span, plain, 0, lists, quoted, ordered, info))
            group = []

        for content, at in self.pieces(token):
            if not content.strip() or (content[0] in "-*[/${" and _DROPPED.match(content)):
                continue
            if content[0] == ":" and (match := _DEFINITION.match(content)):
                flush()
                kind, info = "definition", ""
                content, at = content[match.end() :], at + match.end()
            elif content[0] == "[" and (match := _FOOTNOTE.match(content)):
                flush()
                kind, info = "footnote", match[1]
                content, at = content[match.end() :], at + match.end()
            group.append((content, at))
        flush()

    def line_of(self, offset: int) -> int:
        return self.source.text.rfind("\n", 0, offset) + 1

    def add(self, block: Block) -> None:
        index = len(self.sections)
        self.blocks.append(
            Block(
                block.kind,
                block.span,
                block.plain,
                index,
                block.level,
                block.quoted,
                block.ordered,
                block.info,
                block.cells,
                block.header,
            )
        )

    def close_section(self) -> None:
        blocks = range(self.section_start, len(self.blocks))
        if self.heading is not None or blocks:
            self.sections.append(Section(self.heading, self.level, blocks))
        self.section_start = len(self.blocks)

    def add_heading(self, token: Token, level: int) -> None:
        plain = strip_inline(self.pieces(token), self.references)
        self.close_section()
        self.heading, self.level = len(self.blocks), level
        span = self.line_span(*(token.map or (0, 1)))
        self.add(Block("heading", span, plain, 0, level))

    def code(self, token: Token) -> None:
        start, end = token.map or (0, 1)
        span = self.line_span(start, end)
        first = start + 1 if token.type == "fence" else start
        text = self.source.text[self.line_start(first) : span.end] if first < end else ""
        if token.type == "fence" and end - start > 1:
            last = text.rfind("\n") + 1
            if re.match(r"[ >\t]*(?:`{3,}|~{3,})\s*$", text[last:]):
                text = text[: max(last - 1, 0)]
        self.add(Block("code", span, Plain(text, (), ((0, self.line_start(first)),)), 0, info=token.info.strip()))

    def html(self, token: Token, quoted: bool) -> None:
        """Raw HTML: what a reader sees of it is text; scripts, styles and comments are kept as they stand."""
        start, end = token.map or (0, 1)
        span = self.line_span(start, end)
        raw = self.source.text[span.start : span.end]
        if not _HTML_TEXT.search(raw):
            self.add(Block("html", span, Plain(raw, (), ((0, span.start),)), 0, quoted=quoted))
            return
        visible = _HTML_HIDDEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), raw)
        pieces, at = [], span.start
        for line in visible.split("\n"):
            indent = len(line) - len(line.lstrip())
            pieces.append((line[indent:], at + indent))
            at += len(line) + 1
        plain = strip_inline(pieces, self.references)
        kind: BlockKind = "paragraph" if plain.text.strip() else "html"
        self.add(
            Block(
                kind,
                span,
                plain if kind == "paragraph" else Plain(raw, (), ((0, span.start),)),
                0,
                quoted=quoted,
            )
        )

    def row(self, token: Token, cells: list[Token], header: bool, quoted: bool) -> None:
        line = (token.map or (0, 1))[0]
        whole = self.lines[line] if line < len(self.lines) else ""
        base = self.line_start(line)
        out, marks, runs, ranges = "", list[Mark](), list[tuple[int, int]](), list[tuple[int, int]]()
        at = 0
        for cell in cells:
            found = whole.find(cell.content, at) if cell.content else at
            if found < 0:
                found = at  # an escaped pipe: the cell's text differs from the source's
            plain = strip_inline([(cell.content, base + found)], self.references)
            at = min(found + len(cell.content), len(whole))
            shift = len(out)
            ranges.append((shift, shift + len(plain.text)))
            runs += [(o + shift, s) for o, s in plain.runs]
            marks += [Mark(m.kind, m.start + shift, m.end + shift, m.target) for m in plain.marks]
            out += plain.text
            runs += [(len(out) + step, base + at) for step in range(3)]  # all of the separator stands for one place
            out += " | "
        text = out.removesuffix(" | ")
        plain = Plain(text, tuple(marks), tuple(runs) or ((0, base),))
        self.add(
            Block(
                "row",
                self.line_span(line, line + 1),
                plain,
                0,
                quoted=quoted,
                cells=tuple(ranges),
                header=header,
            )
        )

    def title(self, line: int, kind: str, title: str) -> None:
        if title:
            whole = self.lines[line]
            at = max(whole.find(title), 0)
            plain = strip_inline([(title, self.line_start(line) + at)], self.references)
            self.add(Block("title", self.line_span(line, line + 1), plain, 0, info=kind))


def _unwrap(lines: list[str]) -> tuple[list[str], dict[int, tuple[str, str]]]:
    """Take the indentation off the contents of admonitions and tabs, so that they are read as text, not as code.

    Returns as many lines as came in, and for each line that opened a container its kind and title.
    """
    out: list[str] = []
    titles: dict[int, tuple[str, str]] = {}
    stack: list[int] = []
    fence = ""
    for number, line in enumerate(lines):
        expanded = line.expandtabs(4) if "\t" in line[: len(line) - len(line.lstrip())] else line
        indent = len(expanded) - len(expanded.lstrip(" "))
        if expanded.strip():
            while stack and indent < stack[-1]:
                stack.pop()
                fence = ""
        text = expanded[min(stack[-1], indent) :] if stack else expanded
        if fence:
            match = _FENCE.match(text)
            if match and match[1].startswith(fence) and not text.strip().strip(fence[0]):
                fence = ""
        elif match := _FENCE.match(text):
            fence = match[1]
        elif match := _CONTAINER.match(text.lstrip(" ")):
            own = text.lstrip(" ")
            title = _CONTAINER_TITLE.search(own)
            kind = own[match.end() :].split('"')[0].strip()
            titles[number] = (kind, title[1] if title else "")
            stack.append(indent + 4)
            text = ""
        elif text.lstrip().startswith("///"):
            text = ""
        out.append(text)
    return out, titles


def iter_text(body: Body) -> Iterator[Block]:
    """The blocks of running text that are the author's own: not quoted."""
    return (block for block in body.blocks if block.kind in TEXT_KINDS and not block.quoted)
