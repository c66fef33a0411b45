"""The word groups by which sentences are weighed as leads, from `data/<language>/wording.txt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_DATA = files("mkdocs_focus.share") / "data"
_ONLY_BY_SET = frozenset(
    (
        "points back",
        "points nowhere",
        "joins early",
        "verbs",
        "may be dropped",
        "call at start",
        "turns back",
        "old labels",
        "asides",
        "orders",
    )
)
"""Groups that are asked for by themselves, not counted."""
_NOTHING = re.compile(r"(?!)")
_TO_SPACE = str.maketrans(dict.fromkeys('!"#$%&()*+,./:;<=>?@[\\]^_`{|}~“”„«»‘…–—\n\t', " ") | {"’": "'"})


def plain_words(text: str) -> str:
    """A text's words in lower case, each with a space on both sides; apostrophes and hyphens stay in them."""
    return f" {' '.join(text.lower().translate(_TO_SPACE).split())} "


class Wording:
    """One language's groups. Those that only English has find nothing in others."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        self.groups = groups
        self.words: dict[str, tuple[str, ...]] = {}
        phrases: dict[str, list[str]] = {}
        for group, entries in groups.items():
            if group in _ONLY_BY_SET:
                continue
            for entry in map(str.strip, map(plain_words, entries)):
                if " " in entry:
                    phrases.setdefault(entry, []).append(group)
                else:
                    self.words[entry] = (*self.words.get(entry, ()), group)
        self._phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for phrase, found in phrases.items():
            self._phrases.setdefault(phrase.split()[0], []).append((f" {phrase} ", tuple(found)))
        self._back = _start(groups.get("points back", ()))
        self._nowhere = _start(groups.get("points nowhere", ()))
        self._dropped = _start(groups.get("may be dropped", ()))
        self._joins = frozenset(groups.get("joins early", ()))
        self._verbs = frozenset(groups.get("verbs", ()))
        self.has_grammar = bool(self._verbs)
        """Whether the language is known well enough to take a sentence apart."""
        self._calls = _start(groups.get("call at start", ()))
        self._turns = _start(groups.get("turns back", ()))
        self._old_labels = frozenset(groups.get("old labels", ()))
        self._orders = frozenset(groups.get("orders", ()))
        self._turning = frozenset((*groups.get("turn", ()), *groups.get("failure", ())))
        self._asides = _start(groups.get("asides", ()))

    def count(self, plain: str) -> dict[str, int]:
        """How many words and phrases of each group a text holds, as `plain_words` gives it."""
        found: dict[str, int] = {}
        tokens = plain.split()
        words = self.words
        for word in tokens:
            if word in words:
                for group in words[word]:
                    found[group] = found.get(group, 0) + 1
        starts = self._phrases.keys() & set(tokens)
        if starts:
            for start in starts:
                for phrase, groups in self._phrases[start]:
                    if phrase in plain:
                        for group in groups:
                            found[group] = found.get(group, 0) + 1
        return found

    def holds_a_turn(self, text: str) -> bool:
        """Whether a text holds a word of contrast or failure."""
        return not self._turning.isdisjoint(text.lower().split())

    def points_back(self, text: str) -> bool:
        """Whether a text's first words need what stands before it."""
        return self._back.match(text) is not None and self._nowhere.match(text) is None

    def joins_early(self, words: list[str]) -> bool:
        """Whether the first words of a sentence, in lower case, set it against what stands before it."""
        return not self._joins.isdisjoint(words)

    def has_verb(self, words: list[str]) -> bool:
        """Whether a sentence's words, in lower case, hold what looks like a verb with its subject."""
        return not self._verbs.isdisjoint(words) or any(len(w) > 4 and w.endswith("ed") for w in words[1:])

    def has_plain_verb(self, text: str) -> bool:
        """Whether a text holds a verb that no noun's form could be taken for."""
        return not self._verbs.isdisjoint(plain_words(text).split())

    def calls(self, text: str) -> bool:
        """Whether a text's first words call upon the reader or announce something."""
        return self._calls.match(text) is not None

    def turns(self, text: str) -> bool:
        """Whether a text's first words take back or turn what stands before it."""
        return self._turns.match(text) is not None

    def orders(self, word: str) -> bool:
        """Whether a sentence that begins with a word, in lower case, tells the reader to do something."""
        return word in self._orders

    def is_aside(self, text: str) -> bool:
        """Whether a paragraph's first words make it an aside."""
        return self._asides.match(text) is not None

    def labels_old(self, label: str) -> bool:
        """Whether a label says that what follows is how things were, or what was wrong with them."""
        return label.strip(" :–—-").lower() in self._old_labels

    def droppable(self, text: str) -> int:
        """How many characters at the start are a word that may go without loss, with what parts it from the rest."""
        match = self._dropped.match(text)
        if not match:
            return 0
        word = match[0].lower()
        gaps = _GAPS.get(word, _COMMA)
        gap = gaps.match(text, match.end())
        return gap.end() if gap else 0


_SUBJECT = re.compile(
    r",?\s+(?=(?:I|we|the|an?|my|our|you|it|every|no|most|if|when|while|after|with|there|in|on|[A-Z]\w+)\b)"
)
"""What follows "but" or "and" where a whole sentence does."""
_THAT = re.compile(r",?\s+(?:that\s+)?")
_COMMA = re.compile(r",\s+")
_COLON = re.compile(r"[:,]\s+")
_GAPS = {
    **dict.fromkeys(
        ("it turns out", "it turned out", "turns out", "it was discovered", "it was found", "today i learned"), _THAT
    ),
    **dict.fromkeys(("but", "and", "so", "unfortunately", "fortunately", "luckily", "sadly"), _SUBJECT),
    **dict.fromkeys(("tldr", "tl;dr"), _COLON),
}
"""What parts a word that may go from the rest, where a comma alone does not."""


def _start(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return _NOTHING
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    # Chinese and Japanese part no words.
    ends = [re.escape(phrase) + ("" if phrase[-1] >= "\u3000" else r"(?![\w'’-]|\.\w)") for phrase in longest_first]
    return re.compile(rf"[\"'“‘„«(\[]*(?:{'|'.join(ends)})", re.IGNORECASE)


@cache
def wording(language: str = "en") -> Wording:
    """The word groups of a language such as `en` or `en-GB`.

    All others share one table, with what English says to send readers elsewhere, since texts mix languages.
    """
    english = _groups("en")
    if language.lower().startswith("en"):
        return Wording(english)
    others = _groups("und")
    return Wording({name: (*others.get(name, ()), *english[name]) for name in ("points back", *_ELSEWHERE)})


_ELSEWHERE = ("call", "call at start", "of the text", "points elsewhere", "dull headings")


def _groups(folder: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (_DATA / folder / "wording.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = groups.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current += [entry.strip() for entry in line.split(",") if entry.strip()]
    return {name: tuple(entries) for name, entries in groups.items()}
