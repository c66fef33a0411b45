"""A body's lines, cut where Markdown can be cut: at a paragraph, heading or fence that begins in the first column.

Most of a blog post is plain paragraphs, headings, flat lists and fenced code. These are recognised here, line by
line; everything else is left for the Markdown parser, which is right about all of Markdown and ten times slower. A
property test holds both ways equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple


class Region(NamedTuple):
    """The lines [start, end) of a body, and what they are; `markdown` is for the parser."""

    kind: Literal["paragraph", "heading", "list", "code", "markdown"]
    start: int
    end: int


# A line that can begin a paragraph and nothing else, when it begins in the first column.
_PLAIN = re.compile(
    r"""[^\W\d_] | ["'“”‘’«(…] | \d(?!\d{0,8}[.)](?:[ \t]|$)) | \*\*?(?=[^\s*]) | __?(?=[^\s_]) | `{1,2}(?=[^`])
      | !?\[(?![^\]]*\]:)""",
    re.VERBOSE,
)
# What must not begin a further line of a plain paragraph, since it may end it or make it something else. A line of
# dashes and bars among them makes a table of the line before it.
_TURNS = re.compile(r"[ \t]*(?:[#>|+=~<:$/?{-]|```|\*(?:[ \t]|[ \t*]*$)|_[ \t_]*$|\d{1,9}[.)]|!!!|\[[^\]]*\]:)")
# What begins something else, whatever stands before it.
_ENDS = re.compile(r"[-*+][ \t]+\S|1[.)][ \t]+\S|~~~|```[^`]*$|#{1,6}[ \t]")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_FENCE = re.compile(r"[ ]{0,3}(~{3,}|`{3,}(?=[^`]*$))")
_ITEM = re.compile(r"([-*+]|\d{1,9}[.)])[ ](?=\S)")
# What may go on with a list after a blank line: an item, or what opens a container, whose line is taken out.
_GOES_ON = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|[!?=/]")
_RAW_HTML = re.compile(
    r"[ ]{0,3}<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![A-Z]))", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z]")
_RAW_ENDS = ("", "-->", "?>", "]]>", ">")


def regions(lines: Sequence[str]) -> Iterator[Region]:
    """Cut `lines` into regions; blank lines between them belong to none."""
    at, count = 0, len(lines)
    while at < count:
        line = lines[at]
        if not line.strip(" \t"):
            at += 1
            continue
        end = 0
        if _HEADING.match(line):
            yield Region("heading", at, at + 1)
            at += 1
            continue
        if _PLAIN.match(line):
            kind: Literal["paragraph", "list", "code"] = "paragraph"
            end = _paragraph_end(lines, at)
        elif _ITEM.match(line):
            kind, end = "list", _list_end(lines, at)
        elif line[0] != " " and (match := _FENCE.match(line)):
            kind, end = "code", _fence_end(lines, at, match[1])
        if not end:
            end = _safe_point(lines, at)
            yield Region("markdown", at, end)
        else:
            yield Region(kind, at, end)
        at = end


def _paragraph_end(lines: Sequence[str], start: int) -> int:
    """The end of a plain paragraph, or 0 where it is not plain after all."""
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip(" \t"):
            return at
        if at > start and _TURNS.match(line):
            return at if _ENDS.match(line) else 0
    return len(lines)


def _fence_end(lines: Sequence[str], start: int, fence: str) -> int:
    """The end of the fenced code that begins at `start`, or 0 where it is never closed."""
    closing = re.compile(rf"[ ]{{0,3}}{re.escape(fence)}{re.escape(fence[0])}*[ \t]*$")
    for at in range(start + 1, len(lines)):
        if closing.match(lines[at]):
            return at + 1
    return 0


def _list_end(lines: Sequence[str], start: int) -> int:
    """The end of a flat list of plain items, or 0 where something in it needs the parser."""
    first = _ITEM.match(lines[start])
    assert first is not None
    marker = first[1][-1]
    end = start
    blank = False
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip(" \t"):
            blank = True
            continue
        item = _ITEM.match(line)
        if item is not None:
            text = line[item.end() :]
            if item[1][-1] != marker or not _PLAIN.match(text):
                return 0
        elif line[0] in " \t":
            # A further line of an item; after a blank line it would be a further block of it.
            if blank or _TURNS.match(line):
                return 0
        else:
            return end + 1 if blank and not _GOES_ON.match(line) else 0
        blank = False
        end = at
    return end + 1


def _safe_point(lines: Sequence[str], start: int) -> int:
    """The next line at which the parser may stop: one that cannot belong to anything begun before it."""
    at, blank, html = start, False, False
    while at < len(lines):
        line = lines[at]
        if not line.strip(" \t"):
            blank, html = True, False
            at += 1
            continue
        if blank and at > start and (_PLAIN.match(line) or _HEADING.match(line)):
            return at
        blank = False
        raw, fence = _RAW_HTML.match(line), _FENCE.match(line)
        if html and (raw or fence):
            return len(lines)  # what begins right after a tag may be code, or part of the HTML: the parser knows
        html = html or bool(_TAG.search(line))
        if raw:
            at = _raw_html_end(lines, at, raw)
        elif fence:
            at = _fence_end(lines, at, fence[1]) or len(lines)
        else:
            at += 1
    return len(lines)


def _raw_html_end(lines: Sequence[str], start: int, raw: re.Match[str]) -> int:
    """Where HTML that may hold blank lines ends: a script, a comment and their like."""
    end = (
        re.compile(f"</{raw[1]}>", re.IGNORECASE)
        if raw[1]
        else re.compile(re.escape(_RAW_ENDS[(raw.lastindex or 2) - 1]))
    )
    for at in range(start, len(lines)):
        if end.search(lines[at], raw.end() if at == start else 0):
            return at + 1
    return len(lines)
