"""generic-title: a title that could stand over any article of its field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.phrases import phrases
from mkdocs_focus.rules.places import cite, title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_PARTICULAR = re.compile(
    r"`|\"|“|[A-Za-z]+\d|\d+[A-Za-z]|\b\d{3,}\b|\b\w+[._]\w+|\b[a-z]+[A-Z]|\b[A-Z]{2,}\b|[-/]\d|v\d"
)
"""A designation, a year, an identifier or an abbreviation: such a title names something after all."""
_NAMES_NOTHING = "names nothing"


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
    if _is_particular(rest):
        return
    place, quoted = cite(subject.assessment.article, title_place(subject.assessment), title)
    yield Hit(
        place,
        f"the title {quoted} {value}",
        "Say what you found, and name the one thing that you found it on.",
        None if subject.assessment.verdict == "generic" else "note",
    )


def _is_particular(rest: str) -> bool:
    """Whether the title's rest names one thing: a designation, two names in a row, or many words of which few are
    little ones."""
    if _PARTICULAR.search(rest):
        return True
    words = re.findall(r"[^\W_][\w'’-]*", rest)
    small = sum(word.islower() for word in words)
    names = [word for word in words[1:] if word[0].isupper()]
    # In a title set in capitals throughout, a capital says nothing.
    return (bool(names) and small >= len(words) / 2) or len(words) >= 9


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
