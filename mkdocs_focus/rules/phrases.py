"""Finding the phrases of a table in an article's own words: not in code, links, addresses or quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from mkdocs_focus.rules.tables import read_groups, read_pairs
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block, iter_text
from mkdocs_focus.text.position import Span

Trie = dict[str, "Trie"]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a table, found in a block."""

    block: Block
    start: int
    """Its range in the block's plain text."""
    end: int
    value: str
    """What the table says beside the phrase."""

    @property
    def text(self) -> str:
        """The phrase as the writer wrote it."""
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


@dataclass(frozen=True)
class Phrases:
    """The phrases of one table, compiled to one expression."""

    pattern: re.Pattern[str]
    """Finds any of them after a blank."""
    values: dict[str, str]
    gapped: tuple[tuple[re.Pattern[str], str], ...]
    """The phrases with gaps, whose found text is no key of `values`."""

    def value(self, text: str) -> str:
        """What the table says beside a phrase."""
        if (value := self.values.get(text)) is not None:
            return value
        return next((value for pattern, value in self.gapped if pattern.fullmatch(text)), "")

    def at_start(self, text: str) -> re.Match[str] | None:
        """The phrase with which `text` begins."""
        return self.pattern.match(" " + _plain_letters(text))

    def search(self, article: Article) -> Iterator[Found]:
        """All that stand in the author's own running text, in order."""
        blocks = list(iter_text(article.body))
        starts, at = [], 0
        for block in blocks:
            starts.append(at)
            at += len(block.text) + 2
        text = " " + _plain_letters("\n ".join([block.text for block in blocks]))
        for match in self.pattern.finditer(text):
            index = bisect_right(starts, match.start()) - 1
            block, start = blocks[index], match.start() - starts[index]
            found = Found(block, start, start + len(match[1]), self.value(match[1]))
            if not is_foreign(found.block, found.start, found.end):
                yield found


def is_foreign(block: Block, start: int, end: int) -> bool:
    """Whether this range is code, an address, a link's text or a quotation: not the author's own words."""
    if any(m.kind in _NOT_OWN and m.start < end and start < m.end for m in block.plain.marks):
        return True
    return any(q.start() < end and start < q.end() for q in _QUOTED.finditer(block.text)) or _other_language(block)


_NOT_OWN = frozenset(("code", "link", "url", "math", "image"))
_QUOTED = re.compile(
    r"“[^”]{0,600}”|„[^“”]{0,600}[“”]|(?<!\w)\"[^\"]{0,600}\"|«[^»]{0,600}»|(?<!\w)[‘'][^‘’'\n]{3,300}[’'](?!\w)"
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
    return compile_phrases(read_pairs(f"{language}/{name}.tsv"))


def compile_phrases(rows: list[tuple[str, str]]) -> Phrases:
    """Compile the rows of a table."""
    trie: Trie = {}
    values: dict[str, str] = {}
    gapped = []
    for row, value in rows:
        for phrase in _spelled_out(row):
            node = trie
            for token in _TOKEN.findall(phrase):
                node = node.setdefault(token, {})
            node[""] = {}
            if "<" in phrase:
                gapped.append(
                    (re.compile("".join(_GAPS.get(t) or re.escape(t) for t in _TOKEN.findall(phrase))), value)
                )
            else:
                values.setdefault(phrase, value)
    # A blank goes first, so that the search leaps from blank to blank.
    return Phrases(re.compile(rf" ({_expression(trie)})(?![\w-])"), values, tuple(gapped))


_TOKEN = re.compile(r"<word>|<number>|.")
_GAPS = {"<word>": r"[^\W\d_][\w'-]{0,30}", "<number>": r"\d[\d,.]{0,9}"}
_CHOICE = re.compile(r"\{([^{}]*)\}")


def _spelled_out(row: str) -> Iterator[str]:
    """A row's phrases, one for each way through its choices."""
    parts = _CHOICE.split(row)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for way in product(*choices):
        yield " ".join("".join(way).split())


def _expression(node: Trie) -> str:
    """An expression for a trie: shared beginnings are tried once, the longer phrase first."""
    ways = [(_GAPS.get(token) or re.escape(token)) + _expression(rest) for token, rest in node.items() if token]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in node:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if "" in node else "")


def _plain_letters(text: str) -> str:
    """Small letters, plain apostrophes and blanks, at the same offsets."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is two characters
        lower = text
    return lower.replace("’", "'").replace("\xa0", " ")
