"""Finds the concrete, checkable pieces of an article: figures with units, dates, names, part numbers, commands."""

from __future__ import annotations

import re
from bisect import bisect_right

from mkdocs_focus.judge.assessment import Detail, DetailKind
from mkdocs_focus.judge.code import code_kind, find_code
from mkdocs_focus.judge.figures import Found, find_figures
from mkdocs_focus.judge.names import find_names
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block
from mkdocs_focus.text.sentences import split_sentences

_QUOTATION = re.compile(
    r"“[^“”]{12,400}”|(?<!\w)\"(?=\S)[^\"]{12,400}(?<=\S)\"(?!\w)|«[^«»]{12,400}»|„[^„“”]{12,400}[“”]"
)
_SHELLS = ("bash", "sh", "shell", "zsh", "console", "terminal", "powershell", "ps1", "bat", "fish", "shell-session")
_LOOSE = ("name", "quotation", "comparison")
"""What a list's item may hold without being a step of anything."""
_CAPITAL_NOUNS = ("de", "lb")
"""Languages that write every noun with a capital, so that a capital makes no name."""


def find_in_text(text: str, language: str = "en") -> list[Found]:
    """The details of one sentence or post, in order, as kind, start and end."""
    starts = {start for start, _ in split_sentences(text)}
    return sorted(_in_plain(text, starts, [], language), key=lambda found: found[1:])


def find_details(article: Article, language: str = "en") -> tuple[Detail, ...]:
    """All details of an article, in order. `language` decides what a capital letter means."""
    return _Search(article, language).run()


class _Search:
    """One article's search; holds what its steps share."""

    def __init__(self, article: Article, language: str) -> None:
        self.article, self.language = article, language.lower()[:2]
        self.details: list[Detail] = []
        self.starts: dict[int, list[int]] = {}
        self.first: dict[int, int] = {}
        for index, sentence in enumerate(article.body.sentences):
            self.starts.setdefault(sentence.block, []).append(sentence.start)
            self.first.setdefault(sentence.block, index)

    def run(self) -> tuple[Detail, ...]:
        blocks = self.article.body.blocks
        names: set[str] = set()
        headings: list[tuple[int, Block]] = []
        for index, block in enumerate(blocks):
            if block.kind == "code":
                self.code(index, block)
            elif block.kind == "row":
                self.row(index, block)
            elif block.kind == "heading":
                headings.append((index, block))
            elif block.kind != "html":
                names |= self.text(index, block)
        for index, block in headings:  # a heading's capitals mean something only where the text knows the name
            for kind, start, end in _in_plain(block.text, set(), _marked(block), self.language, names):
                self.add(kind, index, start, end)
        self.figures()
        return tuple(sorted(self.details, key=lambda detail: detail.span))

    def add(self, kind: DetailKind, index: int, start: int, end: int) -> None:
        block = self.article.body.blocks[index]
        sentence = None
        if index in self.first:
            sentence = self.first[index] + max(bisect_right(self.starts[index], start) - 1, 0)
        self.details.append(Detail(kind, block.text[start:end], block.source_span(start, end), index, sentence))

    def text(self, index: int, block: Block) -> set[str]:
        """The details of running text; returns the names, which headings are searched for."""
        text = block.text
        marked = _marked(block)
        starts = set(self.starts.get(index, (0,)))
        found = _in_plain(text, starts, marked, self.language)
        for kind, start, end in found:
            self.add(kind, index, start, end)
        for mark in block.plain.marks:
            outside = mark.target.startswith(("http:", "https:")) and mark.end > mark.start
            if outside and mark.kind in ("link", "url"):
                self.add("source", index, mark.start, mark.end)
        if block.quoted and len(text) > 40:
            self.add("quotation", index, 0, len(text))
        if block.kind == "item" and block.ordered and text.count(" ") > 2 and any(f[0] not in _LOOSE for f in found):
            self.add("step", index, 0, len(text))
        return {text[start:end] for kind, start, end in found if kind == "name"}

    def row(self, index: int, block: Block) -> None:
        filled = [text for start, end in block.cells if (text := block.text[start:end].strip())]
        if not block.header and len(filled) > 1:
            self.add("table-row", index, 0, len(block.text))

    def code(self, index: int, block: Block) -> None:
        text = block.text.strip()
        if text:
            language = block.info.split()[0].strip("{}.").lower() if block.info.split() else ""
            shell = language in _SHELLS or text.startswith("$ ")
            end = len(block.text.rstrip())
            self.add("command" if shell else "code", index, len(block.text) - len(block.text.lstrip()), end)

    def figures(self) -> None:
        images = self.article.body.images
        if not images:
            return
        begins = [block.span.start for block in self.article.body.blocks]
        for _, span in images:
            source = self.article.text[span.start : span.end]
            alt = source[2 : source.rfind("](")].strip() if source.startswith("![") else ""
            block = bisect_right(begins, span.start) - 1
            if len(alt) > 3 and block >= 0:
                self.details.append(Detail("figure", alt, span, block))


def _marked(block: Block) -> list[tuple[int, int, str]]:
    """The code and addresses of a block, which are not searched as prose."""
    return [
        (m.start, m.end, m.kind) for m in block.plain.marks if m.kind in ("code", "url", "math") and m.end > m.start
    ]


def _in_plain(
    text: str,
    starts: set[int],
    marked: list[tuple[int, int, str]],
    language: str,
    known: set[str] | None = None,
) -> list[Found]:
    """The details of a text. `starts`: where its sentences begin; `known`: the only names to look for."""
    found: list[Found] = [(code_kind(text[start:end]), start, end) for start, end, kind in marked if kind == "code"]
    # Blanked, what is code yields no name and no figure.
    text = _blanked(text, [(start, end) for start, end, _ in marked])
    if shaped := list(find_code(text)):
        found += shaped
        text = _blanked(text, [(start, end) for _, start, end in shaped])
    found += find_figures(text)
    if language not in _CAPITAL_NOUNS:
        for start, end in find_names(text, starts, lexicon(language)):
            if known is None or text[start:end] in known:
                found.append(("name", start, end))
    if '"' in text or "“" in text or "«" in text:
        found += [("quotation", *m.span()) for m in _QUOTATION.finditer(text) if m[0].count(" ") > 2]
    return _joined(text, found) if len(found) > 1 else found


_NUMBERS = frozenset(("count", "date", "version", "model", "measurement"))
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|from|until|till|of|during|around|before|after|late|early|mid|and|to)[\s-]$", re.IGNORECASE
)
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:[A-Za-z]\d?)?|[A-Z]\d+")


def _joined(text: str, found: list[Found]) -> list[Found]:
    """One detail a place, the first found wins; a name and the bare number beside it are a model (Weber 32, 1968
    Camaro) or a version (Python 3.12)."""
    kept: list[Found] = []
    taken = bytearray(len(text))
    for kind, start, end in found:
        if kind not in ("comparison", "quotation"):
            if (at := taken.find(1, start, end)) >= 0:
                if kind != "name" or at == start:
                    continue
                end = start + len(text[start:at].rstrip())  # Shimano GRX RD-RX810: the part number is taken
            taken[start:end] = b"\1" * (end - start)
        kept.append((kind, start, end))
    kept.sort(key=lambda item: (item[1], item[2]))
    joined = kept[:1]
    for item in kept[1:]:
        kind, start, end = joined[-1]
        together = _together(text, joined[-1], item) if end + 1 == item[1] and text[end] == " " else None
        if together:
            joined[-1] = (together, start, item[2])
        else:
            joined.append(item)
    return joined


def _together(text: str, first: Found, second: Found) -> DetailKind | None:
    """What two neighbours are together; None where they are two things."""
    if first[0] == "name" and second[0] in _NUMBERS and _PLAIN_NUMBER.fullmatch(text, *second[1:]):
        return "version" if "." in text[second[1] : second[2]] else "model"
    if second[0] != "name" or first[0] not in ("date", "count", "model"):
        return None
    if first[0] == "date" and _BEFORE_YEAR.search(text, max(first[1] - 9, 0), first[1]):
        return None  # in 1999 Google
    if first[0] == "count" and first[2] - first[1] < 3:
        return None  # 88 RFCs
    return "model" if _PLAIN_NUMBER.fullmatch(text, *first[1:]) else None


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with a placeholder, of the same length, for each range."""
    if not ranges:
        return text
    out, at = [], 0
    for start, end in sorted(ranges):
        out += [text[at:start], "`" * (end - max(start, at))]
        at = max(end, at)
    return "".join(out) + text[at:]
