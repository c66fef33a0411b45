"""Finds the concrete, checkable pieces of an article: figures with units, dates, names, part numbers, commands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from mkdocs_focus.judge.assessment import Detail, DetailKind
from mkdocs_focus.judge.code import code_kind, find_code
from mkdocs_focus.judge.figures import Found, find_figures
from mkdocs_focus.judge.names import find_names
from mkdocs_focus.judge.prose import Prose
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import Block
from mkdocs_focus.text.sentences import split_sentences

_QUOTATION = re.compile(
    r"[“\"«„](?:(?<=“)[^“”\0]{12,400}”|(?<=\")(?<!\w\")(?=\S)[^\"\0]{12,400}(?<=\S)\"(?!\w)|(?<=«)[^«»\0]{12,400}»"
    r"|(?<=„)[^„“”\0]{12,400}[“”])"
)
_SHELLS = ("bash", "sh", "shell", "zsh", "console", "terminal", "powershell", "ps1", "bat", "fish", "shell-session")
_LOOSE = frozenset(("name", "quotation", "comparison"))
"""What a list's item may hold without being a step of anything."""
_CAPITAL_NOUNS = ("de", "lb")
"""Languages that write every noun with a capital, so that a capital makes no name."""
_NO_PROSE = frozenset(("code", "url", "math"))
"""Marks whose text is not searched as prose."""


def find_in_text(text: str, language: str = "en") -> list[Found]:
    """The details of one sentence or post, in order, as kind, start and end."""
    found, clear = _nameless(text, [])
    starts = {start for start, _ in split_sentences(text)}
    return _joined(clear, found + _names(clear, starts, language.lower()[:2]))


def find_details(article: Article, language: str = "en") -> tuple[Detail, ...]:
    """All details of an article, in order. `language` decides what a capital letter means."""
    details = _in_prose(Prose(article), language.lower()[:2])
    for index, block in enumerate(article.body.blocks):
        if block.kind == "code":
            details += _code(index, block)
        elif block.kind == "row":
            details += _row(index, block)
    details += _figures(article)
    return tuple(sorted(details, key=attrgetter("span")))


def _in_prose(prose: Prose, language: str) -> list[Detail]:
    """The details of running text, titles and headings."""
    marked = [
        (begin + mark.start, begin + mark.end, mark.kind)
        for block, begin in zip(prose.blocks, prose.begins, strict=True)
        for mark in block.plain.marks
        if mark.kind in _NO_PROSE and mark.end > mark.start
    ]
    found, clear = _nameless(prose.text, marked)
    starts, headings = {*prose.sentences, *prose.begins}, prose.headings
    names = _names(clear, starts, language)
    told = _joined(clear, [item for item in (*found, *names) if item[1] < headings])
    # A heading's capitals mean something only where the text knows the name.
    known = {clear[start:end] for kind, start, end in told if kind == "name"}
    names = [item for item in names if clear[item[1] : item[2]] in known]
    details = prose.details(told)
    details += prose.details(_wholes(prose, {detail.block for detail in details if detail.kind not in _LOOSE}))
    details += prose.details(_joined(clear, [item for item in (*found, *names) if item[1] >= headings]))
    return details


def _nameless(text: str, marked: Sequence[tuple[int, int, str]]) -> tuple[list[Found], str]:
    """What is found in a text, all but names; and the text without its code.

    `marked`: code and addresses, which are not searched as prose.
    """
    found: list[Found] = [(code_kind(text[start:end]), start, end) for start, end, kind in marked if kind == "code"]
    # Blanked, what is code yields no name and no figure.
    text = _blanked(text, [(start, end) for start, end, _ in marked])
    if shaped := list(find_code(text)):
        found += shaped
        text = _blanked(text, [(start, end) for _, start, end in shaped])
    found += find_figures(text)
    if '"' in text or "“" in text or "«" in text:
        found += [("quotation", *m.span()) for m in _QUOTATION.finditer(text) if m[0].count(" ") > 2]
    return found, text


def _names(text: str, starts: set[int], language: str) -> list[Found]:
    return [] if language in _CAPITAL_NOUNS else find_names(text, starts, language)


def _wholes(prose: Prose, hard: set[int]) -> Iterator[Found]:
    """Sources, quotations and steps, made by markup. `hard` holds the blocks in which more than names stand."""
    for index, block, begin in prose.running():
        length = len(block.plain.text)
        for mark in block.plain.marks:
            if mark.kind in ("link", "url") and mark.target.startswith(("http:", "https:")) and mark.end > mark.start:
                yield "source", begin + mark.start, begin + mark.end
        if block.quoted and length > 40:
            yield "quotation", begin, begin + length
        if block.kind == "item" and block.ordered and index in hard and block.plain.text.count(" ") > 2:
            yield "step", begin, begin + length


def _row(index: int, block: Block) -> Iterator[Detail]:
    if not block.header and len([True for start, end in block.cells if block.text[start:end].strip()]) > 1:
        yield Detail("table-row", block.text, block.source_span(0, len(block.text)), index)


def _code(index: int, block: Block) -> Iterator[Detail]:
    text = block.text.strip()
    if text:
        language = block.info.split()[0].strip("{}.").lower() if block.info.split() else ""
        kind: DetailKind = "command" if language in _SHELLS or text.startswith("$ ") else "code"
        start = len(block.text) - len(block.text.lstrip())
        yield Detail(kind, text, block.source_span(start, start + len(text)), index)


def _figures(article: Article) -> Iterator[Detail]:
    """Pictures that say what they show."""
    images = article.body.images
    if not images:
        return
    begins = [block.span.start for block in article.body.blocks]
    for _, span in images:
        source = article.text[span.start : span.end]
        alt = source[2 : source.rfind("](")].strip() if source.startswith("![") else ""
        block = bisect_right(begins, span.start) - 1
        if len(alt) > 3 and block >= 0:
            yield Detail("figure", alt, span, block)


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
