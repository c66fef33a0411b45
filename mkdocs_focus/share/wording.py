"""The word groups by which sentences are weighed as leads, from `data/<language>/wording.txt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_DATA = files("mkdocs_focus.share") / "data"
_NOTHING = re.compile(r"(?!)")
_TOKEN = re.compile(r"[\w'.;-]+")


class Wording:
    """One language's groups; a language without a table finds nothing."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        self.groups = groups
        self.words: dict[str, tuple[str, ...]] = {}
        phrases: dict[str, list[str]] = {}
        for group, entries in groups.items():
            for entry in entries:
                if " " in entry:
                    phrases.setdefault(entry, []).append(group)
                else:
                    self.words[entry] = (*self.words.get(entry, ()), group)
        self.phrases = {phrase: tuple(found) for phrase, found in phrases.items()}
        self._phrases = _any_of(self.phrases)
        self._back = _start(groups.get("points back", ()))
        self._dropped = _start(groups.get("may be dropped", ()))

    def count(self, text: str) -> dict[str, int]:
        """How many words and phrases of each group `text` holds; lower case in."""
        found: dict[str, int] = {}
        words = self.words
        for word in _TOKEN.findall(text):
            for group in words.get(word, ()):
                found[group] = found.get(group, 0) + 1
        for phrase in self._phrases.findall(text):
            for group in self.phrases[phrase]:
                found[group] = found.get(group, 0) + 1
        return found

    def points_back(self, text: str) -> bool:
        """Whether a text's first words need what stands before it."""
        return self._back.match(text) is not None

    def droppable(self, text: str) -> int:
        """How many characters at the start are a word that may go without loss, with what parts it from the rest."""
        match = self._dropped.match(text)
        if not match:
            return 0
        gap = re.compile(r",?\s+").match(text, match.end())
        return gap.end() if gap else 0


def _any_of(phrases: Mapping[str, object]) -> re.Pattern[str]:
    if not phrases:
        return _NOTHING
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _start(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return _NOTHING
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"[\"'“‘(\[]*(?:{'|'.join(map(re.escape, longest_first))})(?![\w'’])", re.IGNORECASE)


@cache
def wording(language: str = "en") -> Wording:
    """The word groups of a language such as `en` or `en-GB`."""
    file = _DATA / language.lower().replace("_", "-").split("-")[0] / "wording.txt"
    if not file.is_file():
        return Wording({})
    groups: dict[str, list[str]] = {}
    current: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = groups.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current += [entry.strip() for entry in line.split(",") if entry.strip()]
    return Wording({name: tuple(entries) for name, entries in groups.items()})
