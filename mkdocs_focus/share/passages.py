"""Passages: one sentence of the article or some that follow each other, as a post may be made of them.

Each is weighed by how it begins (does it make sense without what stands before it?), by its find (the sentence best
worth passing on) and as a whole. The score is near the logit of a reader's yes; the weights stand in
`data/weights.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_focus.share.colon import hands_over
from mkdocs_focus.share.sentences import Sentences
from mkdocs_focus.share.subject import Naming, stems_of
from mkdocs_focus.share.weighing import weighed
from mkdocs_focus.text.position import Span

MOST_WORDS = 90
"""Words of the longest passages, those for Facebook."""
_MOST_SENTENCES = 8
_METHOD = 4
"""So many steps of a recipe are its method, as all of them are: together they can be passed on."""
_TITLE_WORDS = 3
"""Words of the title that a passage may count."""
_TELLS = 3
"""Sentences by which a passage that begins with the background has come to the news."""
_VERSION = re.compile(r"\b\d+\.\d+(?:\.\d+)*\b")
_WISH = re.compile(
    r"(?:(?:Today|Recently|Lately),? )?(?:I|We)(?:['’]ve| have| had|['’]d)? (?:been |only |just |really )?"
    r"(?:want|wanted|need|needed|look(?:ed|ing) for|try|tried|trying|hope|hoped|decided|plan|planned|set out)\b"
    r"|.* (?:I|we) (?:wanted|needed) to [^,;]{1,40}\Z"
)
"""What somebody set out to do, of which the rest tells what came of it."""
_AUTHOR = re.compile(r"(?:I|We)\b")
"""How a sentence begins that mostly sets the scene."""
_DEFINES = re.compile(
    r"(?:The |An? )?[A-Z`\"][\w.\"-]*(?: [\w.-]+){0,4} (?:is|are) (?:an?|the|one of) (?!only|first|reason|result|fix)"
)
"""How a sentence begins that says what something is."""
_SCENE = re.compile(
    r"(?:I|We|My|Our)\b(?!['’]re (?:introducing|launching|releasing))"
    r"|(?:For|When|Whenever|While|As|After|In|With|To|Back|This|Last|On|A|Over|Since|\w+day)\b.{3,80}? (?:I|we)\b"
)
"""How a scene of the author's begins, which a title above it gives its sense."""
_SO_WANTED = re.compile(r"(?:.*, )?[Ss]o (?:I|we) (?:wanted|needed|decided|had to)\b")
"""The same as the end of what led to it."""


class Passage(NamedTuple):
    """What a post could lead with."""

    text: str
    """Clean text, on one line."""
    sentences: range
    """The indices of its sentences; none where it is one of the front matter or the title."""
    score: float
    """How likely a reader would post it unchanged: 0.8 and about the logit of that, so -3 to 5."""
    naming: Naming
    """How it names the article's topic."""
    concrete: bool
    """Whether it holds a detail."""
    below_title: bool = False
    """Whether it makes sense only below the article's title."""
    is_scene: bool = False
    """Whether it begins with what the author did or meant to do."""
    find: float = 1.0
    """What its find is worth: about -1.5 to 2."""
    in_one_go: bool = True
    """Whether it stands in one paragraph, in steps that follow each other, or in the two that open the article."""
    taken_back: bool = False
    """Whether the next sentence of its paragraph takes it back or turns it: it ends before a "but"."""
    span: Span | None = None
    """The place of the author's own text in the front matter."""


def passages(sentences: Sentences) -> list[Passage]:
    """The passages of an article that make sense alone; a recipe's begin with its first step."""
    starts = sentences.promising()
    if sentences.kind == "recipe":
        starts = [index for index in starts if not sentences.is_later_step(index)]
    return list(_passages(sentences, starts))


def _passages(sentences: Sentences, starts: Iterable[int]) -> Iterator[Passage]:
    subject, is_recipe = sentences.subject, sentences.kind == "recipe"
    titled = stems_of(subject.title)
    versions = frozenset(_VERSION.findall(subject.title))
    for start in starts:
        first = sentences[start] if sentences.stands_alone(start) else None
        if first is None:
            continue
        text, worth, concrete, stems = first.opening, first.worth, first.concrete, first.stems
        said = text
        beginning, leans_within = sentences.beginning(start), bool(first.leans_later)
        breaks, most_breaks = 0, int(start == sentences.opening)  # what opens an article is often a line of its own
        is_scene = _SCENE.match(text) is not None
        last, holds_link, below_title = start, sentences.holds_link(start), sentences.speaks_of_the_title(start)
        while text.count(" ") < MOST_WORDS:
            naming, length = subject.naming(text), last - start + 1
            alone = length == 1 or (length == 2 and start != sentences.opening and hands_over(said))
            left_out = is_recipe and sentences.joined(last) and sentences.block(last).kind == "item"
            measured = {
                "title words": min(len(titled & stems), _TITLE_WORDS),
                "sentences": length,
                "one sentence": alone,
                "under 200": max(0.0, 1 - len(text) / 200),
                "under 140": max(0.0, 1 - len(text) / 140),
                "recipe": is_recipe,
                "method": is_recipe and (length >= _METHOD or (length > 1 and not left_out)),
                "names no topic": naming == "not" and not below_title,
                "never names it": stems.isdisjoint(subject.stems) and not below_title,
                "scene off the topic": naming == "not" and is_scene and start == sentences.opening,
                "another version": _names_another(text, versions),
                "holds a link": holds_link,
                "leans within": leans_within,
                "cut off": sentences.turns(last + 1),
                "presents the text": start == sentences.opening and sentences.presents(start),
                "background": length < _TELLS and sentences.is_background(start),
                "steps left out": left_out,
                "breaks off": length > 1 and sentences.opens_a_paragraph(last),
                "only a wish": bool((length == 1 and _WISH.match(text)) or _SO_WANTED.match(said)),
                "says little": alone and not concrete,
                "one definition": alone and _DEFINES.match(text) is not None,
                "below title": below_title,
                "one about the author": length == 1 and _AUTHOR.match(text) is not None,
                "find of one from further on": max(0.0, worth - 1) if alone and start != sentences.opening else 0.0,
                "one from further on": alone and start != sentences.opening,
            }
            score = worth + beginning + weighed("passage", measured)
            yield Passage(
                text,
                range(start, last + 1),
                score,
                naming,
                concrete,
                below_title,
                is_scene,
                find=worth,
                in_one_go=breaks <= most_breaks,
                taken_back=sentences.joined(last) and sentences.turns(last + 1),
            )
            goes_on = length < _MOST_SENTENCES and sentences.follows(last) and not hands_over(said)
            other = sentences[last + 1] if goes_on else None
            if other is None:
                break
            breaks += not (sentences.joined(last) or hands_over(other.text))
            leans_within = leans_within or any(noun.isdisjoint(stems) for noun in (*other.leans, *other.leans_later))
            worth, concrete, stems = max(worth, other.worth), concrete or other.concrete, stems | other.stems
            text, said = f"{text} {other.text}", other.text
            last += 1
            holds_link = holds_link or sentences.holds_link(last)


def _names_another(text: str, versions: frozenset[str]) -> bool:
    """Whether a text speaks of a version, but of none that the title names."""
    found = _VERSION.findall(text) if versions else []
    return bool(found) and versions.isdisjoint(found)
