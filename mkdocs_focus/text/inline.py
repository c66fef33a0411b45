"""A block's source -> its plain text, with the way back to the source.

Inline markup is stripped by one regular expression rather than a full inline parse, which would cost more than all
the judging together. What it must get right is where words stand, not how they would be rendered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

MarkKind = Literal["code", "link", "image", "strong", "emphasis", "math", "url", "footnote"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of plain text that was marked up, in offsets into the plain text."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""
    """The address of a link or an image."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text, and for each stretch of it where it came from."""

    text: str
    marks: tuple[Mark, ...] = ()
    runs: tuple[tuple[int, int], ...] = field(default=((0, 0),), repr=False)
    """Pairs (offset in the plain text, offset in the source), ascending; between two pairs both run in step."""

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the plain text stands in the source."""
        index = bisect_right(self.runs, (offset, 1 << 60)) - 1
        at, source = self.runs[max(index, 0)]
        return source + offset - at

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source range of a range of the plain text."""
        runs = self.runs
        index = max(bisect_right(runs, (start, 1 << 60)) - 1, 0)
        first = runs[index][1] + start - runs[index][0]
        if end <= start:
            return first, first
        if index + 1 == len(runs) or end <= runs[index + 1][0]:  # in step from end to end
            return first, first + end - start
        return first, self.source_offset(end - 1) + 1


_SPECIAL = re.compile(r"[`*_\[\]<\\&~=^{$]")
_RARE = re.compile(r"://|www\.|\+\+|:[a-z][a-z0-9_+-]*:|[ ]{2}\n|[ ]{2}$")

_HINTS = (":", "www.", "++", "  ")

_INLINE = re.compile(
    r"""
    (?=[\\`<{\[\]!$+~^&*_=:]|https?:|www\.|[ ]{2}[ ]*$)  # most characters are none of these: leave at once
    (?:
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?P<ticks>`+)(?!`)(?P<codetext>.+?)(?<!`)(?P=ticks)(?!`))
    | (?P<nothing><!--.*?-->|\{\{.*?\}\}|\{%.*?%\}|\{:?\s*(?:[.\#][\w-]|[\w-]+=)[^{}\n]*\}|\{:[^{}\n]*\}
        |(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:]))
    | (?P<autolink><(?:(?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w.-]+)>)
    | (?P<tag></?[a-zA-Z][^<>]*>)
    | (?P<footnote>\[\^[^\]\s]+\]:?)
    | (?P<image>!\[[^\[\]]*\](?:\((?P<src>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)|\[[^\[\]]*\]))
    | (?P<open>\[(?=[^\[\]]*(?:\[[^\[\]]*\](?:\([^()]*\))?[^\[\]]*)*\][\[(]))
    | (?P<close>\](?:\((?P<href><[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
        |\[(?P<ref>[^\[\]]*)\]))
    | (?P<short>\[(?P<name>[^\[\]]+)\])
    | (?P<url>(?:https?://|www\.)[^\s<>"'`|]*[^\s<>"'`|.,;:!?)\]}*_])
    | (?P<math>\$\$.+?\$\$|(?<![\w$\\])\$(?=[^\s\d$])[^$\n]{1,200}?(?<=[^\s\\])\$(?![\w$]))
    | (?P<keys>\+\+(?P<keyname>[\w"-]+(?:\+[\w"-]+)*)\+\+)
    | (?P<shift>(?<=\w)(?P<shifter>[~^])(?P<shifted>\w{1,6})(?P=shifter))
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)
    | (?P<pair>\*{1,3}|(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])|~~|==|\^\^)
    | (?P<hard>\\$|[ ]{2,}$)
    )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_BREAKING_TAG = re.compile(r"</?(?:br|p|li|tr|td|th|div|h[1-6])\b", re.IGNORECASE)
_LONGEST = 40_000
"""Characters of one block that are searched for markup; what lies beyond is taken as plain text."""


def strip_inline(pieces: list[tuple[str, int]], references: frozenset[str] = frozenset()) -> Plain:
    """Make the plain text of a block from its lines, each with the source offset at which it begins.

    `references` holds the names of the link definitions of the article, in lower case.
    """
    raw = "\n".join([text for text, _ in pieces])
    starts: list[int] = []
    at = 0
    for text, _ in pieces:
        starts.append(at)
        at += len(text) + 1
    if not _SPECIAL.search(raw) and not (any(mark in raw for mark in _HINTS) and _RARE.search(raw)):
        runs = tuple([(start, piece[1]) for start, piece in zip(starts, pieces, strict=True)])
        return Plain(raw.replace("\n", " "), (), runs or ((0, 0),))
    return _Stripper(raw, starts, [source for _, source in pieces], references).run()


class _Stripper:
    """One block's walk; holds what its steps share."""

    def __init__(self, raw: str, starts: list[int], sources: list[int], references: frozenset[str]) -> None:
        self.raw, self.starts, self.sources, self.references = raw, starts, sources, references
        self.out: list[str] = []
        self.length = 0
        self.runs: list[tuple[int, int]] = []
        self.marks: list[Mark] = []
        self.links: list[int] = []
        self.opened: dict[str, int] = {}

    def run(self) -> Plain:
        raw, last = self.raw, 0
        matches = list(_INLINE.finditer(raw, 0, _LONGEST))
        paired = self.pairs(matches)
        for index, match in enumerate(matches):
            start, end = match.span()
            if start > last:
                self.copy(last, start)
            last = end
            # The outermost group of an alternative is the last to close, so it is what `lastgroup` names.
            if match.lastgroup == "pair":
                self.do_pair(match, index in paired)
            else:
                getattr(self, f"do_{match.lastgroup}")(match)
        if last < len(raw):
            self.copy(last, len(raw))
        runs = tuple(self.runs) or ((0, self.sources[0] if self.sources else 0),)
        return Plain("".join(self.out), tuple(self.marks), runs)

    def pairs(self, matches: list[re.Match[str]]) -> set[int]:
        """The indices of emphasis marks that have a partner; one without is a character of the text."""
        raw, found = self.raw, set[int]()
        waiting: dict[str, int] = {}
        for index, match in enumerate(matches):
            if match.lastgroup != "pair":
                continue
            token, (start, end) = match[0], match.span()
            closes = start > 0 and not raw[start - 1].isspace()
            opens = end < len(raw) and not raw[end].isspace()
            if closes and token in waiting:
                found |= {waiting.pop(token), index}
            elif opens:
                waiting[token] = index
        return found

    def copy(self, start: int, end: int) -> None:
        """Copy raw[start:end], with a run for every line of it."""
        raw, starts = self.raw, self.starts
        line = bisect_right(starts, start) - 1
        while start < end:
            stop = min(end, starts[line + 1]) if line + 1 < len(starts) else end
            self.runs.append((self.length, self.sources[line] + start - starts[line]))
            part = raw[start:stop]
            if part[-1] == "\n":
                part = part[:-1] + " "
            self.out.append(part)
            self.length += len(part)
            start = stop
            line += 1

    def put(self, text: str, at: int) -> None:
        """Put a text that the source spells otherwise, standing for the raw text at `at`."""
        line = bisect_right(self.starts, at) - 1
        self.runs.append((self.length, self.sources[line] + at - self.starts[line]))
        self.out.append(text)
        self.length += len(text)

    def marked(self, kind: MarkKind, start: int, end: int, target: str = "") -> None:
        """Copy raw[start:end] and mark it."""
        first = self.length
        self.copy(start, end)
        self.marks.append(Mark(kind, first, self.length, target))

    def do_escape(self, match: re.Match[str]) -> None:
        self.copy(match.start() + 1, match.end())

    def do_code(self, match: re.Match[str]) -> None:
        self.marked("code", *match.span("codetext"))

    def do_nothing(self, _: re.Match[str]) -> None:
        """Comments, macros, attribute lists and icons leave nothing behind."""

    def do_autolink(self, match: re.Match[str]) -> None:
        start, end = match.start() + 1, match.end() - 1
        self.marked("url", start, end, self.raw[start:end])

    def do_url(self, match: re.Match[str]) -> None:
        self.marked("url", *match.span(), match[0])

    def do_tag(self, match: re.Match[str]) -> None:
        if _BREAKING_TAG.match(match[0]):
            self.put("\n", match.start())

    def do_hard(self, match: re.Match[str]) -> None:
        self.put("\n", match.start())

    def do_footnote(self, match: re.Match[str]) -> None:
        self.marks.append(Mark("footnote", self.length, self.length, match[0]))

    def do_image(self, match: re.Match[str]) -> None:
        self.marks.append(Mark("image", self.length, self.length, match["src"] or ""))

    def do_open(self, _: re.Match[str]) -> None:
        self.links.append(self.length)

    def do_close(self, match: re.Match[str]) -> None:
        if self.links:
            target = (match["href"] if match["href"] is not None else match["ref"]).strip("<>")
            self.marks.append(Mark("link", self.links.pop(), self.length, target))
        else:
            self.copy(*match.span())

    def do_short(self, match: re.Match[str]) -> None:
        if match["name"].lower() in self.references:
            self.marked("link", *match.span("name"), match["name"])
        elif match["name"] not in " xX":  # a box of a task list says nothing
            self.copy(*match.span())

    def do_math(self, match: re.Match[str]) -> None:
        self.marked("math", *match.span())

    def do_keys(self, match: re.Match[str]) -> None:
        self.marked("code", *match.span("keyname"))

    def do_shift(self, match: re.Match[str]) -> None:
        self.copy(*match.span("shifted"))

    def do_entity(self, match: re.Match[str]) -> None:
        self.put(unescape(match[0]).replace("\xa0", " "), match.start())

    def do_pair(self, match: re.Match[str], has_partner: bool) -> None:
        token = match[0]
        if not has_partner:
            self.copy(*match.span())
        elif token in self.opened:
            kind: MarkKind = "strong" if token in ("**", "__", "***", "___") else "emphasis"
            self.marks.append(Mark(kind, self.opened.pop(token), self.length))
        else:
            self.opened[token] = self.length
