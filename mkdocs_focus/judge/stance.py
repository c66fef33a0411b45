"""What a text does, by its words: thanks, calls, advice, causes, failures, work on things.

The words stand in `data/<language>/stance.txt`, in groups. Counting them is a dict look-up a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

_CACHED = 60_000
"""Words whose groups are kept; a site's vocabulary is smaller."""


@dataclass(frozen=True)
class Stance:
    """The word groups of one language."""

    groups: tuple[str, ...]
    words: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[int, ...]]
    """Beginnings of words: those that the table ends with an asterisk."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]
    """By their first word: the words that follow, longest first, and the groups."""
    known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def of(self, word: str) -> tuple[int, ...]:
        """The groups of one word in lower case."""
        found = self.known.get(word)
        if found is None:
            found = self.words.get(word, ())
            for end in range(3, len(word) + 1):
                found += tuple(g for g in self.stems.get(word[:end], ()) if g not in found)
            if len(self.known) < _CACHED:
                self.known[word] = found
        return found

    def count(self, words: Sequence[str]) -> tuple[Counter[int], Counter[tuple[int, str]]]:
        """How often each group occurs among words in lower case, and how often each word or phrase did."""
        known, of, phrases = self.known, self.of, self.phrases
        seen: Counter[tuple[int, str]] = Counter()
        counts = Counter(words)
        for word, times in counts.items():
            groups = known.get(word)
            for group in groups if groups is not None else of(word):
                seen[group, word] += times
        starts = phrases.keys() & counts.keys()
        if starts:
            for at, word in enumerate(words):
                if word in starts:
                    for rest, groups in phrases[word]:
                        if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                            for group in groups:
                                seen[group, " ".join((word, *rest))] += 1
                            break
        totals: Counter[int] = Counter()
        for (group, _), times in seen.items():
            totals[group] += times
        return totals, seen


@lru_cache(maxsize=8)
def stance(language: str = "en") -> Stance | None:
    """The word groups of a language; None where there are none."""
    folder = resources.files("mkdocs_focus.judge") / "data" / language.lower().split("-")[0].split("_")[0]
    table = folder / "stance.txt"
    if not table.is_file():
        return None
    words: dict[str, tuple[int, ...]] = {}
    stems: dict[str, tuple[int, ...]] = {}
    phrases: dict[str, dict[tuple[str, ...], tuple[int, ...]]] = {}
    groups = _read(table.read_text(encoding="utf-8"))
    for group, entries in enumerate(groups.values()):
        for entry in sorted(entries):
            first, *rest = entry.split()
            if rest:
                own = phrases.setdefault(first, {})
                own[tuple(rest)] = (*own.get(tuple(rest), ()), group)
            elif entry.endswith("*"):
                stems[entry[:-1]] = (*stems.get(entry[:-1], ()), group)
            else:
                words[entry] = (*words.get(entry, ()), group)
    longest_first = {
        first: tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, found in phrases.items()
    }
    return Stance(tuple(groups), words, stems, longest_first)


def _read(table: str) -> dict[str, set[str]]:
    """The entries of each group of a table; an entry may run on over a line's end."""
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    groups: dict[str, set[str]] = {}
    for part in "\n".join(lines).split("[")[1:]:
        name, _, entries = part.partition("]")
        groups[name.strip()] = {" ".join(e.split()) for e in entries.split(",") if e.strip()}
    return groups
