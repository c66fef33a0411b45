"""The words of a language: how rare each is, what it adds to a sentence, which phrases fit anything.

The tables lie in `data/<language>/`, with their sources and licences. A language without a folder has no lexicon:
what looks for words stays silent there.
"""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate, compress, count
from typing import NamedTuple

_DATA = files("mkdocs_focus.judge") / "data"
RAREST = 70
"""The rarity of a word that the table does not hold."""
_UNRANKED = 150
"""So many words at the head of the table have the rarity 0."""

NO_NOUN, NAME, VERB = -1, -2, -3
"""Instead of a breadth: an adjective or adverb; a word that is never written small; a word that is only a verb."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The word tables of one language, told from others by identity. All words are in lower case."""

    folder: Traversable
    words: Sequence[str]
    """The words of the table, most frequent first."""
    columns: Sequence[array[int]]
    """Rarity, weight, breadth, topic weight: one signed byte a word."""
    classes: Mapping[str, str]
    """The class of each small word that says something about a sentence."""
    parameters: Mapping[str, float]
    """The weights of all that is not a word of the table, by name."""

    def weights(self) -> Iterator[tuple[str, int]]:
        """What each word adds to the specificity of its sentence, in `word step`s (see specificity.py)."""
        return zip(self.words, self.columns[1], strict=True)

    @cached_property
    def rarity(self) -> dict[str, int]:
        """0 for the 150 most frequent words, then ten times the logarithm of rank / 150."""
        return dict(zip(self.words, self.columns[0], strict=True))

    @cached_property
    def breadth(self) -> dict[str, int]:
        """Of a noun how many kinds of it there are: 0 (none are known) to 9, the logarithm to base 2.

        Of other words NO_NOUN, NAME or VERB.
        """
        return dict(zip(self.words, self.columns[2], strict=True))

    @cached_property
    def topic_weight(self) -> dict[str, int]:
        """What a word adds to the narrowness of a topic, in `topic step`s (see narrowness.py)."""
        return dict(zip(self.words, self.columns[3], strict=True))

    @cached_property
    def broad_words(self) -> frozenset[str]:
        """Words that widen a topic: guide, tips, everything."""
        return frozenset(word for line in lines(self.folder / "broad_words.txt") for word in line.split())

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Small words that carry no subject: articles, pronouns, prepositions, conjunctions, auxiliaries."""
        return frozenset(word for line in lines(self.folder / "function_words.txt") for word in line.split())

    @cached_property
    def stock_phrases(self) -> Mapping[str, tuple[StockPhrase, ...]]:
        """Phrases that fit any article, by the rarest word of each."""
        found: dict[str, tuple[StockPhrase, ...]] = {}
        rank = {word: index for index, word in enumerate(self.words[:_UNRANKED])}
        for phrase in lines(self.folder / "stock_phrases.txt"):
            words = phrase.split()
            at = max(range(len(words)), key=lambda i: (self.rarity.get(words[i], RAREST), rank.get(words[i], 0)))
            step = 0 if len(words) == 1 else 1 if at + 1 < len(words) else -1
            stock = StockPhrase(phrase, words, at, step, words[at + step])
            found[words[at]] = (*found.get(words[at], ()), stock)
        return found

    @cached_property
    def broad_subjects(self) -> frozenset[str]:
        """Subjects that are whole fields, as word stems joined by spaces."""
        subjects = lines(self.folder / "broad_subjects.txt")
        return frozenset(" ".join(map(stem, line.lower().split())) for line in subjects)

    def is_common(self, word: str) -> bool:
        """Whether the word, in lower case, is an ordinary one rather than a name."""
        return (
            self.breadth.get(word, NAME) != NAME
            or word in self.classes
            or word in self.function_words
            or word in _irregular()
        )

    def stock_phrases_in(self, texts: Sequence[list[str]], words: list[str]) -> list[tuple[int, str]]:
        """The stock phrases in texts, each with the index of its text, once a text.

        The texts are given by their words as they stand, and by the words of all in lower case.
        """
        table = self.stock_phrases
        padded = [*words, ""]
        hits = [
            (place, phrase)
            for place in compress(count(), map(table.__contains__, words))
            for phrase in table[words[place]]
            if padded[place + phrase.step] == phrase.neighbour
            and words[place - phrase.rarest : place - phrase.rarest + len(phrase.words)] == phrase.words
        ]
        if not hits:
            return []
        found: dict[tuple[int, str], None] = {}
        ends = list(accumulate(map(len, texts)))
        for place, phrase in hits:
            index, start = bisect_right(ends, place), place - phrase.rarest
            begin = ends[index] - len(texts[index])
            is_name = place > begin and not texts[index][place - begin].islower()
            if begin <= start and start + len(phrase.words) <= ends[index] and not is_name:
                found[index, phrase.text] = None
        return list(found)


class StockPhrase(NamedTuple):
    """A phrase that fits any article."""

    text: str
    words: list[str]
    rarest: int
    """Which of its words is the rarest."""
    step: int
    """Where a neighbour of that word stands: 1 behind it, -1 before it, 0 where there is none."""
    neighbour: str
    """That neighbour, or else the word itself."""


@cache
def lexicon(language: str = "en") -> Lexicon | None:
    """The word tables of a language (`en`, `en-GB`); None where there are none."""
    folder = _DATA / language.lower().replace("_", "-").split("-")[0]
    if not (folder / "words.bin").is_file():
        return None
    listed, columns = _read_words(folder / "words.bin")
    classes = {
        word: name.strip()
        for name, _, words in (line.partition(":") for line in lines(folder / "classes.txt"))
        for word in words.split()
    }
    parameters = {
        name.strip(): float(value)
        for name, _, value in (line.partition(":") for line in lines(folder / "weights.txt"))
    }
    return Lexicon(folder, listed, columns, classes, parameters)


def _read_words(path: Traversable) -> tuple[list[str], list[array[int]]]:
    """The words in order of frequency, and their columns of signed bytes (tools/make_word_tables.py writes them)."""
    data = zlib.decompress(path.read_bytes())
    end = data.index(0)
    listed = data[:end].decode().split("\n")
    start, count = end + 1, len(listed)
    return listed, [array("b", data[at : at + count]) for at in range(start, len(data), count)]


def lines(path: Traversable) -> list[str]:
    """The lines of a table, without comments and empty lines."""
    text = path.read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


_ENDINGS = (
    ("iest", "y"), ("ies", "y"), ("ied", "y"), ("ier", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"),
    ("xes", "x"), ("zes", "z"), ("ings", ""), ("ing", ""), ("ers", "er"), ("ed", ""), ("s", ""),
)  # fmt: skip
_CUT_SHORT = re.compile("[^aeiou][aeiou][^aeiouwxy]")
"""What is left of wiring and noted: their words end in -e."""
_WHOLE = frozenset(
    ("news", "series", "species", "lens", "thing", "king", "ring", "string", "spring", "bring", "need")
)
_KEPT = ("ss", "us", "is", "ous", "eed", "ing's")


@cache
def _irregular() -> Mapping[str, str]:
    """The word of each form that no ending gives away."""
    table = (line.partition(":") for line in lines(_DATA / "en" / "irregular_forms.txt"))
    return {form: word for word, _, forms in table for form in forms.split()}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem that the forms of an English word share: rebuild, rebuilt, rebuilding, rebuilds. Lower case in, not
    necessarily a word out."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    word = _irregular().get(word, word)
    if len(word) > 3 and word not in _WHOLE and not word.endswith(_KEPT):
        for ending, put in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)] + put
                if ending in ("ing", "ings", "ed"):
                    if word[-1] == word[-2] and word[-1] not in "lsz":
                        word = word[:-1]
                    elif _CUT_SHORT.fullmatch(word):
                        word += "e"
                break
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


def forms_among(words: Collection[str], stems: Collection[str]) -> frozenset[str]:
    """Those of `words`, in lower case, that have one of these stems. Few are stemmed for it: a regular form begins
    as its stem does, but for the last letter."""
    beginnings = tuple([root[:-1] for root in stems])
    found = [word for word in words if word.startswith(beginnings) and stem(word) in stems]
    irregular = _irregular_by_stem()
    return frozenset(found + [form for root in stems for form in irregular.get(root, ()) if form in words])


@cache
def _irregular_by_stem() -> Mapping[str, list[str]]:
    """The irregular forms, also as possessives, by their stems."""
    found: dict[str, list[str]] = {}
    for form in _irregular():
        found.setdefault(stem(form), []).extend((form, f"{form}'s"))
    return found
