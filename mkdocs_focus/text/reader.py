"""Source -> body: the walk over an article's Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mkdocs_focus.text.blocks import Block, BlockKind, Body, Section
from mkdocs_focus.text.containers import HAS_CONTAINER, unwrap
from mkdocs_focus.text.inline import Mark, Plain, strip_inline
from mkdocs_focus.text.position import Source, Span
from mkdocs_focus.text.regions import Region, regions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@cache
def _markdown() -> MarkdownIt:
    """The parser, imported when there is something to parse: not every command reads articles."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


_DEFINITION = re.compile(r"^:[ \t]+")
_FOOTNOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*")
_DROPPED = re.compile(
    r"^(?:-{1,}8<-{1,}.*|\*\[[^\]]+\]:.*|\[TOC\]|///.*|\$\$|\{%.*%\}|\{\{[<%].*[%>]\}\}|\{:.*\})[ \t]*$"
)
_HTML_TEXT = re.compile(r"<(?:p|li|td|figcaption|summary|div|blockquote|dd|span|b|i|em|strong|a)\b", re.IGNORECASE)
_HTML_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|pre|iframe)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_IMAGE = re.compile(
    r"[!<](?:(?<=!)\[[^\[\]]*\]\(\s*<?([^()\s>]*)|(?<=<)img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+))", re.IGNORECASE
)
_HEADING = re.compile(r"(#{1,6})[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*$")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ ]")
_NOT_AS_IT_STANDS = re.compile(r"^[\s:\-*\[/${]", re.MULTILINE)
"""A line's beginning that may be no text: an indentation, or what `_Reader.paragraph` looks for."""

Pieces = list[tuple[str, int]]
"""Lines of one block, each with the source offset at which it begins."""


def read_body(source: Source, start: int = 0, *, cut: bool = True) -> Body:
    """Read the blocks of `source` from the offset `start`, which must be a line's beginning. Never raises.

    Without `cut` the Markdown parser reads all of it, not only what is hard; the result is the same.
    """
    first = source.position(start).line - 1 if start < len(source.text) else len(source.starts)
    ends = [*[s - 1 for s in source.starts[first + 1 :]], len(source.text)]
    lines = [source.text[s:e] for s, e in zip(source.starts[first:], ends, strict=False)]
    return _Reader(source, first, lines).read(cut)


class _Reader:
    """The walk over one body; holds what its steps share."""

    def __init__(self, source: Source, first: int, lines: list[str]) -> None:
        self.source, self.lines = source, lines
        self.starts = (*source.starts[first:], len(source.text))
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.heading: int | None = None
        self.level = 0
        self.section_start = 0
        self.references: frozenset[str] = frozenset()

    def read(self, cut: bool) -> Body:
        # The parser replaces NUL characters; where there are any it must see all, to be replaced alike everywhere.
        cut = cut and "\0" not in self.source.text
        found = list(regions(self.lines)) if cut else [Region("markdown", 0, len(self.lines))]
        # Links may be defined after they are used, so all is parsed before any text is stripped.
        env: dict[str, Any] = {}
        defined: list[tuple[str, Span]] = []
        parsed: dict[int, tuple[list[Token], dict[int, tuple[str, str]]]] = {}
        for region in found:
            if region.kind == "markdown":
                parsed[region.start] = self.parse(region, env, defined)
        self.references = frozenset(name.lower() for name in env.get("references", ()))
        for region in found:
            if region.kind == "markdown":
                self.walk(region.start, *parsed[region.start])
            elif region.kind == "paragraph":
                self.plain_paragraph(region)
            elif region.kind == "heading":
                self.plain_heading(region.start)
            elif region.kind == "list":
                self.plain_list(region)
            else:
                info = self.lines[region.start].lstrip("`~").strip()
                self.code(region.start, region.end, True, info)
        self.close_section()
        return Body(tuple(self.blocks), tuple(self.sections), tuple(defined), self.images())

    def parse(
        self, region: Region, env: dict[str, Any], defined: list[tuple[str, Span]]
    ) -> tuple[list[Token], dict[int, tuple[str, str]]]:
        """The parser's tokens of a region, and the titles of the containers that it opens, by line."""
        lines = self.lines[region.start : region.end]
        text = "\n".join(lines).replace("\0", "\ufffd")
        titles: dict[int, tuple[str, str]] = {}
        if HAS_CONTAINER.search(text):
            unwrapped, titles = unwrap(lines)
            text = "\n".join(unwrapped).replace("\0", "\ufffd")
        known = set(env.get("references", ()))
        tokens = _markdown().parse(text, env)
        for name, definition in env.get("references", {}).items():
            if name not in known:
                first, last = definition["map"]
                defined.append((definition["href"], self.line_span(region.start + first, region.start + last)))
        return tokens, titles

    def images(self) -> tuple[tuple[str, Span], ...]:
        text, start = self.source.text, self.starts[0]
        if "![" not in text and "<img" not in text and "<IMG" not in text:
            return ()
        return tuple((m[1] or m[2] or "", Span(*m.span())) for m in _IMAGE.finditer(text, start))

    def walk(self, base: int, tokens: list[Token], titles: dict[int, tuple[str, str]]) -> None:
        """Take in the parser's tokens of the region that begins at line `base`."""
        quotes = lists = heading = 0
        ordered: list[bool] = []
        in_head = False
        row: Token | None = None
        cells: list[Token] = []
        waiting = sorted(titles)
        for token in tokens:
            first, last = token.map or (0, 1)
            while waiting and token.map and first >= waiting[0]:
                self.title(base + waiting[0], *titles[waiting.pop(0)])
            kind = token.type
            if kind == "inline":
                if row is not None:
                    cells.append(token)
                elif heading:
                    self.add_heading(heading, self.pieces(base, token), self.line_span(base + first, base + last))
                else:
                    self.paragraph(self.pieces(base, token), quotes > 0, lists, bool(ordered and ordered[-1]))
            elif kind == "heading_open":
                heading = int(token.tag[1])
            elif kind == "heading_close":
                heading = 0
            elif kind in ("fence", "code_block"):
                self.code(base + first, base + last, kind == "fence", token.info.strip())
            elif kind == "html_block":
                self.html(self.line_span(base + first, base + last), quotes > 0)
            elif kind == "tr_open":
                row, cells = token, []
            elif kind == "tr_close" and row is not None:
                self.row(base + (row.map or (0, 1))[0], [cell.content for cell in cells], in_head, quotes > 0)
                row = None
            elif kind in ("thead_open", "thead_close"):
                in_head = kind == "thead_open"
            elif kind in ("blockquote_open", "blockquote_close"):
                quotes += token.nesting
            elif kind in ("bullet_list_open", "ordered_list_open"):
                lists += 1
                ordered.append(kind[0] == "o")
            elif kind in ("bullet_list_close", "ordered_list_close"):
                lists -= 1
                ordered.pop()
        for line in waiting:
            self.title(base + line, *titles[line])

    def line_span(self, start: int, end: int) -> Span:
        """The source range of the body's lines [start, end), without the last line break."""
        last = min(max(end, start + 1), len(self.lines)) - 1
        if last < 0:
            return Span(len(self.source.text), len(self.source.text))
        return Span(self.starts[min(start, last)], self.starts[last] + len(self.lines[last]))

    def pieces(self, base: int, token: Token) -> Pieces:
        """The lines of an inline token's content, found again in the source."""
        start = base + (token.map or (0, 1))[0]
        found: Pieces = []
        for line, content in enumerate(token.content.split("\n"), start):
            whole = self.lines[line] if line < len(self.lines) else ""
            content = content.lstrip()
            at = whole.rfind(content.rstrip())
            if at < 0:  # the parser replaced a character
                at, content = 0, content[: len(whole)]
            found.append((content, self.starts[min(line, len(self.lines))] + at))
        return found

    def paragraph(self, pieces: Pieces, quoted: bool = False, lists: int = 0, ordered: bool = False) -> None:
        kind: BlockKind = "item" if lists else "paragraph"
        group: Pieces = []
        info = ""
        for index, (content, at) in enumerate(pieces):
            stripped = content.lstrip()
            at += len(content) - len(stripped)
            content = stripped.rstrip() if index == len(pieces) - 1 else stripped
            if not content or (content[0] in "-*[/${" and _DROPPED.match(content)):
                continue
            if content[0] == ":" and (match := _DEFINITION.match(content)):
                self.text(kind, group, quoted, lists, ordered, info)
                kind, group, info = "definition", [], ""
                content, at = content[match.end() :], at + match.end()
            elif content[0] == "[" and (match := _FOOTNOTE.match(content)):
                self.text(kind, group, quoted, lists, ordered, info)
                kind, group, info = "footnote", [], match[1]
                content, at = content[match.end() :], at + match.end()
            group.append((content, at))
        self.text(kind, group, quoted, lists, ordered, info)

    def plain_paragraph(self, region: Region) -> None:
        """A paragraph of plain lines, mostly taken as it stands in the source."""
        span = self.line_span(region.start, region.end)
        text = self.source.text[span.start : span.end].rstrip()
        if _NOT_AS_IT_STANDS.search(text):
            self.paragraph(list(zip(text.split("\n"), self.starts[region.start : region.end], strict=False)))
        else:
            self.text("paragraph", [(text, span.start)], False, 0, False, "")

    def text(self, kind: BlockKind, group: Pieces, quoted: bool, lists: int, ordered: bool, info: str) -> None:
        if not group:
            return
        plain = strip_inline(group, self.references)
        if plain.text.strip() or plain.marks:
            start = self.source.text.rfind("\n", 0, group[0][1]) + 1
            span = Span(start, group[-1][1] + len(group[-1][0]))
            self.blocks.append(Block(kind, span, plain, len(self.sections), lists, quoted, ordered, info))

    def plain_list(self, region: Region) -> None:
        """A flat list: an item is its line and those that go on with it."""
        ordered = self.lines[region.start][0].isdigit()
        item: Pieces = []
        for line in range(region.start, region.end):
            text = self.lines[line]
            marker = _MARKER.match(text)
            if marker:
                if item:
                    self.paragraph(item, lists=1, ordered=ordered)
                item = [(text[marker.end() :], self.starts[line] + marker.end())]
            elif text.strip():
                item.append((text, self.starts[line]))
        self.paragraph(item, lists=1, ordered=ordered)

    def plain_heading(self, line: int) -> None:
        match = _HEADING.match(self.lines[line])
        assert match is not None
        text = "" if match[2].strip("#") == "" else match[2].rstrip()
        span = Span(self.starts[line], self.starts[line] + len(self.lines[line]))
        self.add_heading(len(match[1]), [(text, self.starts[line] + match.start(2))], span)

    def add_heading(self, level: int, pieces: Pieces, span: Span) -> None:
        plain = strip_inline(pieces, self.references)
        self.close_section()
        self.heading, self.level = len(self.blocks), level
        self.blocks.append(Block("heading", span, plain, len(self.sections), level))

    def close_section(self) -> None:
        blocks = range(self.section_start, len(self.blocks))
        if self.heading is not None or blocks:
            self.sections.append(Section(self.heading, self.level, blocks))
        self.section_start = len(self.blocks)

    def code(self, start: int, end: int, fenced: bool, info: str) -> None:
        span = self.line_span(start, end)
        first = min(start + 1, end) if fenced else start
        text = self.source.text[self.starts[min(first, len(self.lines))] : span.end] if first < end else ""
        if fenced and text:
            last = text.rfind("\n") + 1
            if re.match(r"[ >\t]*(?:`{3,}|~{3,})\s*$", text[last:]):
                text = text[: max(last - 1, 0)]
        plain = Plain(text, (), ((0, self.starts[min(first, len(self.lines))]),))
        self.blocks.append(Block("code", span, plain, len(self.sections), info=info))

    def html(self, span: Span, quoted: bool) -> None:
        """Raw HTML: what a reader sees of it is text; scripts, styles and comments are kept as they stand."""
        raw = self.source.text[span.start : span.end]
        if _HTML_TEXT.search(raw):
            visible = _HTML_HIDDEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), raw)
            pieces, at = [], span.start
            for line in visible.split("\n"):
                indent = len(line) - len(line.lstrip())
                pieces.append((line[indent:], at + indent))
                at += len(line) + 1
            plain = strip_inline(pieces, self.references)
            if plain.text.strip():
                self.blocks.append(Block("paragraph", span, plain, len(self.sections), quoted=quoted))
                return
        plain = Plain(raw, (), ((0, span.start),))
        self.blocks.append(Block("html", span, plain, len(self.sections), quoted=quoted))

    def row(self, line: int, cells: list[str], header: bool, quoted: bool) -> None:
        whole = self.lines[line] if line < len(self.lines) else ""
        base = self.starts[min(line, len(self.lines))]
        text, marks, runs, ranges = "", list[Mark](), list[tuple[int, int]](), list[tuple[int, int]]()
        at = 0
        for index, cell in enumerate(cells):
            if index:
                # All of the separator stands for one place.
                runs += [(len(text) + step, base + at) for step in range(3)]
                text += " | "
            found = whole.find(cell, at)
            if found < 0:
                found = at  # an escaped pipe: the cell's text differs from the source's
            plain = strip_inline([(cell, base + found)], self.references)
            at = min(found + len(cell), len(whole))
            shift = len(text)
            ranges.append((shift, shift + len(plain.text)))
            runs += [(o + shift, s) for o, s in plain.runs]
            marks += [Mark(m.kind, m.start + shift, m.end + shift, m.target) for m in plain.marks]
            text += plain.text
        plain = Plain(text, tuple(marks), tuple(runs) or ((0, base),))
        span = self.line_span(line, line + 1)
        section = len(self.sections)
        self.blocks.append(Block("row", span, plain, section, quoted=quoted, cells=tuple(ranges), header=header))

    def title(self, line: int, kind: str, title: str) -> None:
        if title:
            at = max(self.lines[line].find(title), 0)
            plain = strip_inline([(title, self.starts[line] + at)], self.references)
            self.blocks.append(Block("title", self.line_span(line, line + 1), plain, len(self.sections), info=kind))
