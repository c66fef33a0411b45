"""Places in a source text: offsets, lines, columns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Position(NamedTuple):
    """Line and column, both from 1; columns count characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of offsets into a source text."""

    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """A text as a writer's editor shows it: no byte-order mark, every line ended by `\\n` alone.

    Lines and columns are the file's own, since neither a byte-order mark nor the kind of line end moves them.
    """

    text: str
    starts: tuple[int, ...] = field(repr=False)
    """The offset at which each line begins."""

    @classmethod
    def from_text(cls, text: str) -> Source:
        """Take `text`, with any byte-order mark and any kind of line end."""
        text = text.removeprefix("\ufeff")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        starts = [0]
        find = text.find
        at = find("\n")
        while at != -1:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return cls(text, tuple(starts))

    def position(self, offset: int) -> Position:
        """The place of `offset`, which is cut to the text's range."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a place; beyond the text's or the line's end it is that end."""
        if line > len(self.starts):
            return len(self.text)
        start = self.starts[max(line, 1) - 1]
        return min(start + max(column, 1) - 1, self.line_end(line))

    def line_end(self, line: int) -> int:
        """The offset of the line's last character's end, before its line break."""
        return self.starts[line] - 1 if line < len(self.starts) else len(self.text)

    def line(self, number: int) -> str:
        """The text of one line, without its line break."""
        return self.text[self.starts[number - 1] : self.line_end(number)]


def decode(data: bytes) -> tuple[str, int | None]:
    """Decode a file's bytes: the text, and the offset of the first byte that is not UTF-8 (None: all are).

    A file that is not UTF-8 is read as Windows-1252, in which old editors saved.
    """
    try:
        return data.decode().removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        return data.decode("cp1252", errors="replace"), error.start
