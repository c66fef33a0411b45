"""generic-title: a title that could stand over any article of its field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.kind import is_empty
from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import cite, has_title, title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_PARTICULAR = re.compile(
    r"`|\"|“|[A-Za-z]+\d|\d+[A-Za-z]|\b\d{3,}\b|\b\w+[._]\w+|\b[a-z]+[A-Z]|\b[A-Z]{2,}\b|[-/]\d|v\d"
)
"""A designation, a year, an identifier or an abbreviation: such a title names something after all."""
_SMALL_WORD = re.compile(r"\b[a-z]{4,}")
"""In a title set in capitals throughout only the short words are small."""
_NAMES_NOTHING, _COUNTS, _EVERYTHING = "names nothing", "counts, but tells no finding", "promises everything"
"""What the table says beside some of its phrases."""


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Look at how the title begins, and whether what follows is something particular."""
    contract = subject.assessment.contract
    title = contract.title
    if not subject.lexicon or not title:
        return
    table = phrases("generic_titles")
    found = table.at_start(title)
    if found is None:
        return
    value, rest = found[1], title[found[0] :].strip(" :!.–—-")
    if value == _NAMES_NOTHING and rest:
        return
    if value == _EVERYTHING and subject.assessment.verdict == "generic":
        particular = bool(_PARTICULAR.search(rest))  # all about a name is still all
    else:
        particular = _is_particular(rest, in_capitals=not _SMALL_WORD.search(title[: found[0]]))
    if particular or not has_title(subject.assessment) or is_empty(subject.assessment):
        return
    if subject.assessment.verdict == "deep" and value == _COUNTS:
        return  # the count hides what the article has; topic-not-in-title asks for its name
    place, quoted = cite(subject.assessment.article, title_place(subject.assessment), title)
    yield Hit(
        place,
        f"the title {quoted} {value}",
        "Say what you found, and name the one thing that you found it on.",
        None if subject.assessment.verdict == "generic" and contract.topic else "note",
    )


def _is_particular(rest: str, in_capitals: bool) -> bool:
    """Whether the title's rest names one thing: a designation, a name, or so many words that they must.

    Where the title is set in capitals throughout, a capital says nothing.
    """
    if _PARTICULAR.search(rest):
        return True
    words = re.findall(r"[^\W_][\w'’-]*", rest)
    small = sum(word.islower() for word in words)
    has_name = any(word[0].isupper() for word in words[0 if not in_capitals else 1 :])
    return (has_name and (not in_capitals or small >= len(words) / 2)) or len(words) >= 9


RULE = Rule(
    name="generic-title",
    code="G001",
    group="generic",
    severity="warning",
    summary="The title must say what this article alone says.",
    why="A title such as ‘10 tips for car owners’ stands over a thousand pages. The one who looks for the thing "
    "you know about passes over it, since it does not name that thing.",
    bad="""\
---
title: 10 tips for car owners
---

Check the oil, check the tires, wash the car, and drive with care. Each of these is easy, and each of them
helps.
""",
    good="""\
---
title: The Quadrajet's air valve spring wants 3/4 of a turn
---

My Quadrajet's air valve spring had been wound by 1/4 turn only, and the engine hesitated at 3,100 rpm.
""",
    check=check,
    lexical=True,
)
