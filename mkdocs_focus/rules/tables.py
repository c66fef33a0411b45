"""The word tables of the rules; they lie with the others in `judge/data`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """The lines of a table, without its comments: `en/filler.tsv`."""
    path = files("mkdocs_focus.judge").joinpath("data", *name.split("/"))
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]


def read_pairs(name: str) -> list[tuple[str, str]]:
    """A table of two columns with a tab between them."""
    rows = [line.partition("\t") for line in read_lines(name)]
    return [(first.strip(), second.strip()) for first, _, second in rows]


@cache
def read_groups(name: str, between: str | None = None) -> dict[str, frozenset[str]]:
    """A table of groups: lines of a name, a colon and the words, with blanks or `between` between them."""
    rows = [line.partition(":") for line in read_lines(name)]
    return {group: frozenset(word.strip() for word in words.split(between)) for group, _, words in rows}
