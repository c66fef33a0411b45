"""What a text does, by its words: thanks, calls, advice, causes, failures, work on things.

The words stand in `data/<language>/stance.txt`, in groups. Counting them costs a dict look-up a distinct word and one
a distinct pair of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from itertools import compress, count, pairwise

_CACHED = 60_000
"""Words whose groups are kept; a site's vocabulary is smaller."""
_LONGEST = 40
"""Letters of the longest word that is looked up."""
_HEAD = 3
"""Letters that each beginning of words has, and each word before its ending."""

Hits = tuple[tuple[int, str], ...]
"""What occurred of a group: how often, and the word or phrase."""


@dataclass(frozen=True)
class Stance:
    """The word groups of one language."""

    groups: tuple[str, ...]
    words: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[int, ...]]
    """Beginnings of words: those that the table ends with an asterisk."""
    endings: dict[str, tuple[int, ...]]
    """Endings of words: those that the table begins with an asterisk."""
    pairs: dict[tuple[str, str], tuple[tuple[str, list[str], tuple[int, ...]], ...]]
    """Phrases, what follows their first two words, and their groups, by these two."""

    @cached_property
    def known(self) -> _Known:
        """The groups of each word met so far."""
        return _Known(self)

    def of(self, word: str) -> tuple[int, ...]:
        """The groups of one word in lower case."""
        if len(word) > _LONGEST:
            return ()
        groups = [*self.words.get(word, ())]
        for stem in self.stems_by_head.get(word[:_HEAD], ()):
            if word.startswith(stem):
                groups += self.stems[stem]
        for end, own in self.endings.items():
            if word.endswith(end) and len(word) >= len(end) + _HEAD:
                groups += own
        return tuple(dict.fromkeys(groups))

    @cached_property
    def stems_by_head(self) -> dict[str, list[str]]:
        """The beginnings of words, by their own first letters."""
        found: dict[str, list[str]] = {}
        for stem in self.stems:
            found.setdefault(stem[:_HEAD], []).append(stem)
        return found

    def count(self, words: list[str], tally: Mapping[str, int]) -> tuple[Hits, ...]:
        """What occurs of each group in words in lower case, which `tally` has counted."""
        found: list[list[tuple[int, str]]] = [[] for _ in self.groups]
        for (word, times), groups in zip(tally.items(), map(self.known.__getitem__, tally), strict=True):
            if groups:
                hit = times, word
                for group in groups:
                    found[group].append(hit)
        phrases = [
            (phrase, groups)
            for place in compress(count(), map(self.pairs.__contains__, pairwise(words)))
            for phrase, rest, groups in self.pairs[words[place], words[place + 1]]
            if not rest or words[place + 2 : place + 2 + len(rest)] == rest
        ]
        for (phrase, groups), times in Counter(phrases).items():
            for group in groups:
                found[group].append((times, phrase))
        return tuple(map(tuple, found))


class _Known(dict[str, tuple[int, ...]]):
    """The groups of words, looked for once a word."""

    def __init__(self, of: Stance) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> tuple[int, ...]:
        groups = self._of.of(word)
        if len(self) < _CACHED:
            self[word] = groups
        return groups


@lru_cache(maxsize=8)
def stance(language: str = "en") -> Stance | None:
    """The word groups of a language; None where there are none."""
    folder = resources.files("mkdocs_focus.judge") / "data" / language.lower().split("-")[0].split("_")[0]
    table = folder / "stance.txt"
    if not table.is_file():
        return None
    entries: dict[str, tuple[int, ...]] = {}
    groups = _read(table.read_text(encoding="utf-8"))
    for group, own in enumerate(groups.values()):
        for entry in own:
            entries[entry] = (*entries.get(entry, ()), group)
    pairs: dict[tuple[str, str], tuple[tuple[str, list[str], tuple[int, ...]], ...]] = {}
    for entry, numbers in sorted(entries.items()):
        first, *others = entry.split()
        if others:
            second, *rest = others
            pairs[first, second] = (*pairs.get((first, second), ()), (entry, rest, numbers))
    return Stance(
        tuple(groups),
        {entry: numbers for entry, numbers in entries.items() if "*" not in entry and " " not in entry},
        {entry[:-1]: numbers for entry, numbers in entries.items() if entry.endswith("*")},
        {entry[1:]: numbers for entry, numbers in entries.items() if entry.startswith("*")},
        pairs,
    )


def _read(table: str) -> dict[str, set[str]]:
    """The entries of each group of a table; an entry may run on over a line's end."""
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    groups: dict[str, set[str]] = {}
    for part in "\n".join(lines).split("[")[1:]:
        name, _, entries = part.partition("]")
        groups[name.strip()] = {" ".join(e.split()) for e in entries.split(",") if e.strip()}
    return groups
