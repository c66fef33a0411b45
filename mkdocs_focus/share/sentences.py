"""An article's sentences as posts may use them: how well each would lead one.

Each sentence is measured twice: as the find of a post (the turn, the fault, the result, the figure that changed) and
as what a post begins with (does it name the topic, does it lean on what stands before it?). The weights stand in
`data/weights.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.colon import hands_over
from mkdocs_focus.share.leaning import Nouns, bare_names, leaning_nouns
from mkdocs_focus.share.placed import NEAR_THE_TOP, Placed
from mkdocs_focus.share.sound import points_away
from mkdocs_focus.share.subject import Subject, stems_of
from mkdocs_focus.share.usable import opened
from mkdocs_focus.share.weighing import features, weighed
from mkdocs_focus.share.wording import Wording

_LOOKED_AT = 20
"""Sentences of an article that are looked at closely."""
_CENTRAL, _COUNTED, _RETURNS, _ENOUGH = 12, 120, 2, 4
"""Stems that are central, words among which they are sought, how often these stand there, and how many of the stems a
sentence need hold."""
_REMEMBERED = 16
"""Sentences back to which a "the" may point."""
AMONG_THE_FIRST, _AT_ONCE = 10, 50
"""Sentences that are among an article's first, and characters within which a topic is named at once."""
_IDENTIFIER = re.compile(r"\b(?:[a-zA-Z]\w*_\w+|\w+::\w+|[a-z]+[A-Z]\w*)\b")
_CARRIES = re.compile(r"[^.!?\"'”’)]\Z")
"""The end of a text that is no sentence's end."""
_VAGUE, _TURNS = 0.4, 0.4
"""What it costs a sentence to hold no detail, and what a turn adds, when it is asked whether it is looked at; in
units of specificity, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Usable:
    """A sentence that may stand in a post."""

    index: int
    text: str
    """Clean text, as it may follow another sentence."""
    opening: str
    """The same as it may begin a post: without a first word that only joins it to what stands before it."""
    worth: float
    """What it is worth as the find of a post: about -1.5 to 2."""
    concrete: bool
    """Whether it holds a detail."""
    leans: Nouns
    """What it speaks of as known in its first words: the script in "The script waits"."""
    leans_later: Nouns
    """What it speaks of as known in the rest of it."""
    stems: frozenset[str]
    """The stems of its telling words."""


class Sentences(Placed):
    """An article's sentences, each looked at when it is asked for."""

    def __init__(self, assessment: Assessment, subject: Subject, wording: Wording) -> None:
        super().__init__(assessment, subject, wording)
        self._concrete = frozenset([detail.sentence for detail in assessment.details])
        self._percentages = frozenset([found.sentence for found in assessment.details if found.kind == "percentage"])
        self._known: dict[int, Usable | None] = {}
        self._beginnings: dict[int, float] = {}

    def promising(self) -> list[int]:
        """The sentences that are looked at closely: of a long article the first, then the specific and the turns."""
        specificity, concrete, sentences = self.assessment.specificity, self._concrete, self.body.sentences
        indices: Sequence[int] = range(len(specificity))
        if len(indices) <= _LOOKED_AT:
            return list(indices)

        def promises(i: int) -> float:
            return (
                specificity[i] - _VAGUE * (i not in concrete) + _TURNS * self.wording.holds_a_turn(sentences[i].text)
            )

        rest = sorted(indices[AMONG_THE_FIRST:], key=promises, reverse=True)
        return sorted([*indices[:AMONG_THE_FIRST], *rest[: _LOOKED_AT - AMONG_THE_FIRST]])

    def __getitem__(self, index: int) -> Usable | None:
        if index not in self._known:
            self._known[index] = self._look(index) if 0 <= index < len(self.body.sentences) else None
        return self._known[index]

    @cached_property
    def central(self) -> frozenset[str]:
        """The stems of the words that the article returns to most."""
        found: dict[str, None] = {}
        tally = self.assessment.tally
        returning = sorted(
            [word for word, times in tally.items() if times >= _RETURNS], key=tally.__getitem__, reverse=True
        )
        for word in returning[:_COUNTED]:
            if len(found) == _CENTRAL:
                break
            found.update(dict.fromkeys(stems_of(word)))
        return frozenset(found)

    @cached_property
    def _code(self) -> str:
        """The article's blocks of code."""
        return "\n".join([block.text for block in self.body.blocks if block.kind == "code"])

    def _is_of_the_code(self, identifier: str) -> bool:
        """Whether only the article's code tells what an identifier means."""
        return identifier in self._code and identifier not in self.subject.title

    @cached_property
    def described(self) -> frozenset[str]:
        """The stems of the article's description in the front matter."""
        return stems_of(self.assessment.contract.description)

    def _look(self, index: int) -> Usable | None:
        text = self.text(index)
        if text is None:
            return None
        opening = opened(text, self.wording)
        measured = self.measure(index, text, opening)
        if measured is None:
            return None
        worth, concrete = weighed("find", measured), not measured["vague"]
        return Usable(index, text, opening, worth, concrete, *self._leans(index, text), self.stems(index))

    def measure(self, index: int, text: str, opening: str) -> dict[str, float] | None:
        """What is measured of a sentence, by the names of `data/weights.txt`; None where it calls or points away."""
        block = self.block(index)
        measured, counts = features(self.assessment, index, text, self.wording)
        if counts.get("call") or (
            points_away(text, counts) and not (hands_over(text) or self.speaks_of_the_title(index))
        ):
            return None
        stems, section = self.stems(index), self._dull.get(block.section)
        measured["code"] = max(measured["code"], float(self._carries_code(index)))
        measured["emphasised"] *= index < self.opening + NEAR_THE_TOP  # further on it is a label, or a warning
        measured["vague"] = float(index not in self._concrete and not measured["code"])
        measured["percentage"] = float(index in self._percentages)
        measured["old section"] = float(section == "old")
        measured["aside"] = float(self.wording.is_aside(block.text) or self.wording.is_aside(opening))
        measured["central"] = min(len(stems & self.central), _ENOUGH) / _ENOUGH
        measured["described"] = min(len(stems & self.described), _ENOUGH) / _ENOUGH
        measured["names of the code"] = float(min(sum(map(self._is_of_the_code, _IDENTIFIER.findall(text))), 2))
        measured["later step"] = float(self.is_later_step(index))
        measured["reason of a step"] = float(self.kind == "recipe" and counts.get("reason", 0) > 0)
        return measured

    def _leans(self, index: int, text: str) -> tuple[Nouns, Nouns]:
        """What a sentence speaks of as known."""
        if not self.wording.has_grammar:
            return (), ()

        @cache
        def before() -> frozenset[str]:
            return frozenset[str]().union(*map(self.stems, range(max(0, index - _REMEMBERED), index)))

        early, late = leaning_nouns(text, self.subject.stems, before)
        told = f"{self.subject.title} {self.subject.topic}"
        return (*early, *bare_names(text, told, lambda: self._text_before(index))), late

    def _text_before(self, index: int) -> str:
        """The running text before a sentence."""
        return "\n".join([sentence.text for sentence in self.body.sentences[:index]])

    def beginning(self, index: int) -> float:
        """What it is worth to begin a passage with that sentence: how well it makes sense by itself."""
        if index not in self._beginnings:
            self._beginnings[index] = weighed("beginning", self.measure_beginning(index))
        return self._beginnings[index]

    def measure_beginning(self, index: int) -> dict[str, float]:
        """What is measured of a passage's first sentence, by the names of `data/weights.txt`."""
        usable, block = self[index], self.block(index)
        assert usable is not None
        stems, told = usable.stems, self.subject.stems
        heading = self._heading(block.section) - told
        before = self.stems(index - 1) if index else frozenset[str]()
        following = self.body.sentences[index + 1].text if index + 1 < len(self.body.sentences) else ""
        first = usable.opening.split(None, 1)[0].lower()
        return {
            "topic at once": min(len(stems_of(usable.opening[:_AT_ONCE]) & told), 3),
            "central": min(len(stems & self.central), _ENOUGH) / _ENOUGH,
            "heading left out": float(bool(heading) and heading.isdisjoint(stems)),
            "begins a paragraph": float(self.begins(index)),
            "among the first": max(0.0, 1 - abs(index - self.opening) / AMONG_THE_FIRST),
            "first": float(index == self.opening),
            "tagline": float(index == self.opening and self._is_tagline(index)),
            "leans": float(bool(usable.leans) and index != self.opening),
            "leans later": float(bool(usable.leans_later) and index != self.opening),
            "repeats": len((stems & before) - told) / max(len(stems), 1),
            "addresses": float(first in ("you", "your")),
            "order": float(self.wording.orders(first)),
            "numbered": float(block.ordered),
            "list follows": float(following.endswith(":")),
            "before code": float(self._leads_to_code(index) and not self._carries_code(index)),
            "after code": float(self.begins(index) and self._follows_code(self.body.sentences[index].block)),
        }

    def _heading(self, section: int) -> frozenset[str]:
        """The stems of a section's heading; none for the article's own."""
        heading = self.body.sections[section].heading
        return stems_of(self.body.blocks[heading].text) if heading is not None and section else frozenset()

    def _leads_to_code(self, index: int) -> bool:
        """Whether a sentence is the last one before code."""
        return any(block.kind == "code" for block in self._following(index)[:1])

    def _carries_code(self, index: int) -> bool:
        """Whether a sentence takes along the line of code that it leads to."""
        text = self.text(index)
        return text is not None and self._leads_to_code(index) and _CARRIES.search(text) is not None
