"""A block's source -> its plain text, with the way back to the source.

Inline markup is stripped by one regular expression rather than a full inline parse, which would cost more than all
the judging together. What it must get right is where words stand, not how they would be rendered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from html import unescape
from typing import Literal, NamedTuple

_FAR = 1 << 60
"""Beyond every offset: what is looked up comes after all pairs that begin with the same one."""

MarkKind = Literal["code", "link", "image", "strong", "emphasis", "math", "url", "footnote"]


class Mark(NamedTuple):
    """A stretch of plain text that was marked up, in offsets into the plain text."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""
    """The address of a link or an image."""


class Plain(NamedTuple):
    """Plain text, and for each stretch of it where it came from."""

    text: str
    marks: tuple[Mark, ...] = ()
    runs: tuple[tuple[int, int], ...] = ((0, 0),)
    """Pairs (offset in the plain text, offset in the source), ascending; from one pair to the next both run in step,
    and do so no longer there."""

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the plain text stands in the source."""
        index = bisect_right(self.runs, (offset, _FAR)) - 1
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

_FIRST = r"\\`<{\[\]!$+~^&*_=:hw"
"""The characters with which markup begins."""
# What follows the first character, by that character. A pattern that begins with a set of characters is found many
# times as fast as one that begins with a choice.
_REST = r"""
    (?: (?<=[hw])(?P<url>(?:(?<=h)ttps?://|(?<=w)ww\.)[^\s<>"'`|]*[^\s<>"'`|.,;:!?)\]}*_])
    | (?<=\ )(?P<hard>\ +$)
    | (?<=[^hw\ ])
      (?: (?<=\[)(?:
            (?P<footnote>\^[^\]\s]+\]:?)
          | (?P<open>(?=[^\[\]]*(?:\[[^\[\]]*\](?:\([^()]*\))?[^\[\]]*)*\][\[(]))
          | (?P<short>(?P<name>[^\[\]]+)\]))
      | (?<=\])(?P<close>\((?P<href><[^<>]*>|\{[{%][^{}]*\}\}?[^()\s]*
            |[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
          |\[(?P<ref>[^\[\]]*)\])
      | (?<=`)(?P<code>(?P<ticks>`*)(?!`)(?P<codetext>.+?)(?<!`)`(?P=ticks)(?!`))
      | (?<=<)(?:
            (?P<comment>!--.*?-->)
          | (?P<autolink>(?:(?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w.-]+)>)
          | (?P<tag>/?[a-zA-Z][^<>]*>))
      | (?<=&)(?P<entity>(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)
      | (?<={)(?P<macro>\{.*?\}\}|%.*?%\}|:?\s*(?:[.\#][\w-]|[\w-]+=)[^{}\n]*\}|:[^{}\n]*\})
      | (?<=!)(?P<image>\[[^\[\]]*\](?:\((?P<src>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)|\[[^\[\]]*\]))
      | (?<=:)(?P<icon>(?<![\w:]:)[a-z][a-z0-9_+-]*:(?![\w:]))
      | (?<=\\)(?:(?P<escape>[!-/:-@\[-`{-~])|(?P<newline>$))
      | (?<=\$)(?P<math>\$.+?\$\$|(?<![\w$\\]\$)(?=[^\s\d$])[^$\n]{1,200}?(?<=[^\s\\])\$(?![\w$]))
      | (?<=\+)(?P<keys>\+(?P<keyname>[\w"-]+(?:\+[\w"-]+)*)\+\+)
      | (?P<shift>(?<=\w~)\w{1,6}~|(?<=\w\^)\w{1,6}\^)
      | (?P<pair>
            (?<=\*)\*{0,2}
          | (?<=_)(?:(?<![^\W_]_)_{0,2}(?=[^\s_])|(?<=[^\s_]_)_{0,2}(?![^\W_]))
          | (?<=~)~|(?<==)=|(?<=\^)\^)
      )
    )
    """


@lru_cache(maxsize=2)
def _inline(breaks: bool) -> re.Pattern[str]:
    """The pattern of all markup; with `breaks` also of blanks at a line's end, for which every blank is looked at."""
    return re.compile(f"[{_FIRST}{' ' if breaks else ''}]{_REST}", re.VERBOSE | re.MULTILINE | re.DOTALL)


_BREAKING_TAG = re.compile(r"</?(?:br|p|li|tr|td|th|div|h[1-6])\b", re.IGNORECASE)
_LONGEST = 40_000
"""Characters of one block that are searched for markup; what lies beyond is taken as plain text."""


def strip_inline(pieces: list[tuple[str, int]], references: frozenset[str] = frozenset()) -> Plain:
    """Make the plain text of a block from its lines, each with the source offset at which it begins.

    `references` holds the names of the link definitions of the article, in lower case.
    """
    if len(pieces) == 1:
        raw, source = pieces[0]
        runs = [(0, source)]
    else:
        raw = "\n".join([text for text, _ in pieces])
        runs, at, shift = [], 0, None
        for text, source in pieces:
            if source - at != shift:
                runs.append((at, source))
                shift = source - at
            at += len(text) + 1
    if _SPECIAL.search(raw) or ((":" in raw or "  " in raw or "www." in raw or "++" in raw) and _RARE.search(raw)):
        return _Stripper(raw, runs, references).run()
    return Plain(raw.replace("\n", " "), (), tuple(runs))


class _Stripper:
    """One block's walk; holds what its steps share."""

    def __init__(self, raw: str, lines: list[tuple[int, int]], references: frozenset[str]) -> None:
        """`lines` gives where in the source `raw` begins, and each line that does not follow the one before there."""
        self.raw, self.lines, self.references = raw, lines, references
        self.base = lines[0][1] if len(lines) == 1 else None
        self.shift: int | None = None
        self.out: list[str] = []
        self.length = 0
        self.runs: list[tuple[int, int]] = []
        self.marks: list[Mark] = []
        self.links: list[int] = []
        self.opened: dict[str, int] = {}

    def run(self) -> Plain:
        raw, last = self.raw, 0
        matches = list(_inline("  " in raw).finditer(raw, 0, _LONGEST))
        paired = self.pairs(matches)
        for index, match in enumerate(matches):
            start, end = match.span()
            if start > last:
                self.copy(last, start)
            last = end
            # The outermost group of an alternative is the last to close, so it is what `lastgroup` names.
            kind = match.lastgroup
            if kind == "pair":
                self.do_pair(match, index in paired)
            else:
                _STEPS[kind](self, match)  # type: ignore[index]  # every alternative has a name
        if last < len(raw):
            self.copy(last, len(raw))
        runs = tuple(self.runs) or ((0, self.lines[0][1] if self.lines else 0),)
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
        """Copy raw[start:end], its line breaks as blanks."""
        if self.base is not None:
            self.put(self.raw[start:end].replace("\n", " "), self.base + start)
            return
        lines = self.lines
        line = bisect_right(lines, (start, _FAR)) - 1
        while start < end:
            begin, source = lines[line]
            line += 1
            stop = min(end, lines[line][0]) if line < len(lines) else end
            self.put(self.raw[start:stop].replace("\n", " "), source + start - begin)
            start = stop

    def put(self, text: str, source: int) -> None:
        """Put a text that stands for what begins at an offset of the source."""
        if source - self.length != self.shift:
            self.shift = source - self.length
            self.runs.append((self.length, source))
        self.out.append(text)
        self.length += len(text)

    def replace(self, at: int, text: str) -> None:
        """Put a text that the source spells otherwise, from `at` in the raw text."""
        begin, source = self.lines[bisect_right(self.lines, (at, _FAR)) - 1]
        self.put(text, source + at - begin)

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

    do_comment = do_macro = do_icon = do_nothing

    def do_autolink(self, match: re.Match[str]) -> None:
        start, end = match.start() + 1, match.end() - 1
        self.marked("url", start, end, self.raw[start:end])

    def do_url(self, match: re.Match[str]) -> None:
        self.marked("url", *match.span(), match[0])

    def do_tag(self, match: re.Match[str]) -> None:
        if _BREAKING_TAG.match(match[0]):
            self.replace(match.start(), "\n")

    def do_hard(self, match: re.Match[str]) -> None:
        self.replace(match.start(), "\n")

    do_newline = do_hard

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
        self.copy(match.start() + 1, match.end() - 1)

    def do_entity(self, match: re.Match[str]) -> None:
        self.replace(match.start(), unescape(match[0]).replace("\xa0", " "))

    def do_pair(self, match: re.Match[str], has_partner: bool) -> None:
        token = match[0]
        if not has_partner:
            self.copy(*match.span())
        elif token in self.opened:
            kind: MarkKind = "strong" if token in ("**", "__", "***", "___") else "emphasis"
            self.marks.append(Mark(kind, self.opened.pop(token), self.length))
        else:
            self.opened[token] = self.length


_STEPS = {name.removeprefix("do_"): step for name, step in vars(_Stripper).items() if name.startswith("do_")}
