"""Finding the phrases of a table in an article's own words: not in code, links, addresses or quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from mkdocs_focus.judge.words import RAREST, lexicon
from mkdocs_focus.rules.rule import Same
from mkdocs_focus.rules.tables import read_groups, read_pairs
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block, iter_text
from mkdocs_focus.text.position import Span


class Found(NamedTuple):
    """A phrase of a table, found in a block."""

    block: Block
    start: int
    """Its range in the block's plain text."""
    end: int
    value: str
    """What the table says beside the phrase."""

    @property
    def text(self) -> str:
        """The phrase without markup."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.block.source_span(self.start, self.end)

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        text = self.block.text
        start = max(text.rfind(stop, 0, self.start) for stop in (". ", "! ", "? ", "\n")) + 1
        ends = [at for stop in (". ", "! ", "? ", "\n") if (at := text.find(stop, self.end)) >= 0]
        return text[start : min(ends, default=len(text)) + 1].strip()

    def around(self, reach: int) -> str:
        """The text of its block, so many characters to both sides."""
        return self.block.text[max(self.start - reach, 0) : self.end + reach]


class Row(NamedTuple):
    """One row of a table: a phrase with its choices, and what goes with it."""

    phrase: str
    value: str
    needs: frozenset[str] = frozenset()
    """The words that stand in every way through it."""
    choices: tuple[frozenset[str], ...] = ()
    """Of each of these sets one word stands in every way through it."""
    is_plain: bool = False
    """Whether there is one way through it alone."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the phrase, in any of its ways, after a blank."""
        return _row_pattern(self.phrase)

    def may_stand_among(self, words: Set[str]) -> bool:
        """Whether a text of these words can hold it: mostly not, and then its expression need not even be made."""
        return self.needs <= words and not any(map(words.isdisjoint, self.choices))


@dataclass(frozen=True)
class Phrases:
    """The rows of a table, by their anchors.

    A row's anchors are its rarest word, or the rarest words of its choices: one of them stands in every way through
    it. So a text is searched only around the few anchors that it holds.
    """

    rows: dict[str, tuple[Row, ...]]

    def at_start(self, text: str) -> tuple[int, str] | None:
        """How long the longest phrase is with which `text` begins, and what goes with it."""
        text = " " + _plain_letters(text[:_LONGEST])
        words = _words(text)
        found = [
            (match.end() - 1, row.value)
            for anchor in self.rows.keys() & words
            for row in self.rows[anchor]
            if row.may_stand_among(words) and (match := row.pattern.match(text))
        ]
        return max(found, default=None)

    def search(self, article: Article, words: Set[str]) -> list[Found]:
        """All that stand in the author's own running text, in order; of two that overlap, the first or longer.

        `words`: those of that text, in lower case.
        """
        likely = [
            (anchor, row)
            for anchor in self.anchors.intersection(words)
            for row in self.rows[anchor]
            if row.may_stand_among(words)
        ]
        if not likely:
            return []
        blocks, text = _own_text(Same(article))
        matches = self._matches(text, likely)
        if not matches:
            return []
        starts, at = [], 0
        for block in blocks:
            starts.append(at)
            at += len(block.text) + 2
        quoted = _html_quotations(article.text)
        found: list[Found] = []
        end = 0
        for first, last, value in sorted(matches, key=lambda m: (m[0], -m[1])):
            if first < end:
                continue
            index = bisect_right(starts, first) - 1
            block, start = blocks[index], first - starts[index]
            if not is_foreign(block, start, start + last - first):
                hit = Found(block, start, start + last - first, value)
                if not any(q.start <= hit.span.start < q.end for q in quoted):
                    found.append(hit)
                end = last
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors of all rows."""
        return frozenset(self.rows)

    def _matches(self, text: str, likely: list[tuple[str, Row]]) -> set[tuple[int, int, str]]:
        """Ranges in the text without its leading blank, with what goes with them."""
        matches = set()
        for anchor, row in likely:
            if row.is_plain:  # looked for as it stands, without an expression that would have to be compiled
                for at in _places(row.phrase, text):
                    end = at + len(row.phrase)
                    if text[at - 1] == " " and not _GOES_ON.match(text, end):
                        matches.add((at - 1, end - 1, row.value))
                continue
            for at in _places(anchor, text):
                for match in row.pattern.finditer(text, max(at - _LONGEST, 0), at + _LONGEST):
                    matches.add((match.start(), match.end() - 1, row.value))
        return matches


def _places(needle: str, text: str) -> Iterator[int]:
    """Each place of the needle, at most so many."""
    at = text.find(needle)
    for _ in range(_OFTEN):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + len(needle))


@lru_cache(maxsize=1)
def _own_text(of: Same[Article]) -> tuple[list[Block], str]:
    """The author's own blocks of text, and all of it in plain letters: tables are looked up there."""
    blocks = list(iter_text(of.value.body))
    return blocks, " " + _plain_letters("\n ".join([block.plain.text for block in blocks]))


_LONGEST = 90
"""Characters that a phrase reaches to either side of its anchor."""
_OFTEN = 200
"""Places of one anchor that are looked at in an article."""


def _html_quotations(text: str) -> list[Span]:
    """Where quotations written in HTML stand."""
    return [Span(*match.span()) for match in _BLOCKQUOTE.finditer(text)] if "<blockquote" in text else []


_BLOCKQUOTE = re.compile(r"<blockquote\b.*?(?:</blockquote\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def is_foreign(block: Block, start: int, end: int) -> bool:
    """Whether this range is code, an address, a link's text or a quotation: not the author's own words."""
    if any(m.kind in _NOT_OWN and m.start < end and start < m.end for m in block.plain.marks):
        return True
    return any(q.start() < end and start < q.end() for q in _QUOTED.finditer(block.text)) or _other_language(block)


_NOT_OWN = frozenset(("code", "link", "url", "math", "image"))
_QUOTED = re.compile(
    r"“[^”]{0,2000}(?:”|\Z)|„[^“”]{0,600}[“”]|(?<!\w)\"[^\"]{0,600}\"|«[^»]{0,600}»|(?<!\w)[‘'][^‘’'\n]{3,300}[’'](?!\w)"
)
_LITTLE = re.compile(r"\b[^\W\d_]{1,6}\b")


def _other_language(block: Block) -> bool:
    """Whether the block is in a language that borrows English phrases; terse English has no little words at all."""
    words = _LITTLE.findall(block.text.lower())
    counts = {name: sum(word in little for word in words) for name, little in read_groups("little_words.txt").items()}
    english = counts.pop("en")
    return max(counts.values()) > max(english, 1)


@cache
def phrases(name: str, language: str = "en") -> Phrases:
    """The table `name` of a language: lines of a phrase, a tab and what goes with it.

    In a phrase `{a|b}` is a choice (`{|a}`: with or without), `<word>` any word and `<number>` a number in digits.
    """
    return by_anchors(read_pairs(f"{language}/{name}.tsv"), language)


def by_anchors(pairs: list[tuple[str, str]], language: str = "en") -> Phrases:
    """Sort rows by their anchors."""
    words = lexicon(language)
    rarity = words.rarity if words else {}
    rows: dict[str, list[Row]] = {}
    for phrase, value in pairs:
        ways = _ways(phrase, rarity)
        if not ways:
            raise ValueError(f"the phrase {phrase!r} holds no word that always stands in it")
        row = Row(
            phrase,
            value,
            frozenset().union(*(way for way in ways if len(way) == 1)),
            tuple([frozenset(way) for way in ways if len(way) > 1]),
            not _GAP_OR_CHOICE.search(phrase),
        )
        for anchor in max(ways, key=lambda way: min((rarity.get(word, RAREST), len(word)) for word in way)):
            rows.setdefault(anchor, []).append(row)
    return Phrases({anchor: tuple(found) for anchor, found in rows.items()})


_GOES_ON = re.compile(r"[\w-]")
_GAP_OR_CHOICE = re.compile("[{<]")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(r"[^\W_][\w'-]*")
_GAP = re.compile(r"( +|<word>|<number>)")
_GAPS = {"<word>": r"[^\W\d_][\w'-]{0,30}", "<number>": r"\d[\d,.]{0,9}"}


def _words(text: str) -> set[str]:
    """The words of a text. Splitting at blanks and stripping what is left over is faster than looking for words."""
    words = set(text.split())
    return words | {word.strip(_AROUND) for word in words if not word.isalnum()}


_AROUND = ".,;:!?()[]{}\"'“”‘«»…–—-*/"


def _ways(phrase: str, rarity: Mapping[str, int]) -> list[set[str]]:
    """Sets of words of each of which every way through the phrase holds one: its fixed words, and of each choice that
    cannot be empty the rarest word of every option."""

    choices = [choice.split("|") for choice in _CHOICE.findall(phrase)]
    numbers = iter(range(len(choices)))

    def shape(_: re.Match[str]) -> str:
        """A choice as a letter of its own; as a blank where it is but a word that may be missing."""
        options = choices[number := next(numbers)]
        spaced = all(option == "" or " " in (option[0], option[-1]) for option in options)
        return " " if spaced else chr(_PRIVATE + number)

    ways: list[set[str]] = []
    for piece in _CHOICE.sub(shape, phrase).split():
        number = ord(piece[0]) - _PRIVATE
        if len(piece) == 1 and 0 <= number < len(choices):
            options = [_WORD.findall(_GAP.sub(" ", option)) for option in choices[number]]
            if all(options):
                ways.append({max(words, key=lambda word: (rarity.get(word, RAREST), len(word))) for words in options})
        elif "<" not in piece and not any(ord(letter) >= _PRIVATE for letter in piece):
            ways.append(set(_WORD.findall(piece)[:1]))
    return [way for way in reversed(ways) if way]


_PRIVATE = 0xE000
"""Where Unicode's letters for private use begin."""


@cache
def _row_pattern(phrase: str) -> re.Pattern[str]:
    """The expression of one row; of the ways through a choice the longest is tried first."""
    written = ""
    for index, part in enumerate(_CHOICE.split(phrase)):
        options = sorted(part.split("|"), key=len, reverse=True) if index % 2 else [part]
        written += f"(?:{'|'.join(map(_written, options))})" if index % 2 else _written(part)
    return re.compile(rf" {written}(?![\w-])")


def _written(part: str) -> str:
    return "".join(" +" if p.isspace() else _GAPS.get(p) or re.escape(p) for p in _GAP.split(part) if p)


def _plain_letters(text: str) -> str:
    """Small letters, plain apostrophes and blanks, at the same offsets."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is two characters
        lower = text
    return lower.replace("’", "'").replace("\xa0", " ")
