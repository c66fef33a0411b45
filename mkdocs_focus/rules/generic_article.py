"""generic-article: the verdict that the article would fit any subject of its field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.rules.kind import FEWEST, is_too_short, leads_elsewhere, own_words, purpose
from mkdocs_focus.rules.narrower import narrower_topics
from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.rules.topic_words import stems
from mkdocs_focus.text.blocks import iter_text

_BARS = ((17.0, 41.0), (26.0, 35.0), (101.0, 30.0))
"""Below so much depth an article is surely generic below so many points: the more details, the fewer."""
_NOT_ITS_OWN, _BORROWED = ("selling", "calls to buy", "second-hand"), 4.0
"""Evidence of details that are not its own, and the points from which it is told so, however many they are."""
_NEAR, _SOME = 36.0, 8.0
"""Points and depth from which it is near enough to the line for a note to do."""
_ACTS, _ACTS_PER, _PLAIN = 4, 200, 25.0
"""So many things that its author did, one in so many words, make a note do as well, from so many points on."""
_DID = re.compile(
    r"\b(?:[Ww]e|I)(?:['’]ve| have| had)? (?:(?:also|then|first|recently|just) )?(?:\w{3,}ed|found|built|saw|made"
    r"|wrote|ran|took|gave|got|went|learnt|met|held|began|chose|spoke|told|heard|set|put|led|thought|knew|felt|kept"
    r"|brought|sent)\b"
    r"|\b[Ww]e (?:(?:also|then|currently|usually|always|now) )?(?:use|run|hold|publish|send|meet|review|track"
    r"|schedule|maintain|plan|post|host|partner|collect|test)\b"
)
_RICH = 55.0
"""The depth from which others' figures are not all that there is."""
_FACTS = 15.0
"""The depth from which news tells enough of what it announces."""
_OTHERS = ("call", "talk", "dates")
"""Kinds of page that are not there for what their author found, with facts or without."""
_LITTLE = 3
"""Letters of a stem that says little."""
_ITS_OWN = 3
"""From so many times on a word belongs to the article's subject, and is no sign against it."""


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report the verdict with the three pieces of evidence that weigh most, where it is sure."""
    assessment = subject.assessment
    score, depth = assessment.score.value, assessment.depth.value
    if assessment.verdict != "generic":
        return
    # What invites or lists dates is not there for what its author found, what others say is theirs, and news is news
    # where it has facts.
    kind = purpose(assessment)
    if kind in _OTHERS or (kind and depth >= _FACTS):
        return
    place, words = title_place(assessment), own_words(assessment)
    if is_too_short(assessment):
        if not words and leads_elsewhere(assessment):
            return
        if not words or (not kind and (words < FEWEST or depth < _FACTS)):
            yield Hit(
                place,
                f"there is too little text to judge: {words} words",
                "Tell here what happened, with its names and figures; or take the page out with `focus: false`.",
                "note",
            )
        return
    is_generic = score < (_BARS[-1][1] if kind else next(bar for below, bar in _BARS if depth < below))
    is_borrowed = score < _BARS[0][1] and depth < _RICH and _borrows(assessment) >= _BORROWED
    if not is_generic and (kind or not is_borrowed):
        return
    is_near = (score >= _NEAR and depth >= _SOME) or (score >= _PLAIN and _is_told(assessment))
    is_sure = is_generic and not is_near
    reasons = list(islice(_reasons(assessment), 3))
    how = "generic" if is_sure else "rather generic"
    yield Hit(
        place,
        f"the article is {how}: {score:.0f} of 100 points" + (f" ({'; '.join(reasons)})" if reasons else ""),
        _advice(assessment),
        None if is_sure else "note",
    )


def _is_told(assessment: Assessment) -> bool:
    """Whether its author tells what they did, again and again."""
    acts = sum([len(_DID.findall(block.text)) for block in iter_text(assessment.article.body)])
    return acts >= _ACTS and acts * _ACTS_PER >= sum(assessment.tally.values())


def _borrows(assessment: Assessment) -> float:
    """The points that it loses for details that are not its own: what it sells, and what others counted."""
    return -sum([e.weight for e in assessment.score.evidence if e.weight < 0 and e.what.startswith(_NOT_ITS_OWN)])


def _reasons(assessment: Assessment) -> Iterator[str]:
    """What weighs against it, most first; of the words that are listed, not those of the article's own subject."""
    own = stems(f"{assessment.contract.title} {assessment.topic.text}")
    for evidence in sorted((e for e in assessment.score.evidence if e.weight < 0), key=lambda e: e.weight):
        what, colon, listed = evidence.what.partition(": ")
        words = [word for word in listed.split(", ") if assessment.tally.get(word, 0) < _ITS_OWN]
        if seen := [word for word in words if own.isdisjoint(stems(word))]:
            telling = ", ".join(filter(_tells, seen))
            yield f"{what}{colon}{telling}" if telling else what


def _tells(words: str) -> bool:
    """Whether listed words tell a writer anything by themselves, as "is not" or "you're a" would not."""
    return any(len(stem) > _LITTLE and "'" not in stem for stem in stems(words))


def _advice(assessment: Assessment) -> str:
    title = stems(assessment.contract.title)
    # What the title says already is not narrower.
    narrower = [text for text in narrower_topics(assessment) if len(stems(text) & title) * 2 < len(stems(text))]
    if narrower:
        return (
            f"Write about `{narrower[0]}` alone, which it mentions already: what was done with it, what came of it, "
            "what went wrong."
        )
    return (
        "Take the one case that you know at first hand, and tell what was done, what came of it and what went wrong."
    )


RULE = Rule(
    name="generic-article",
    code="G007",
    group="generic",
    severity="warning",
    summary="An article must say something that holds for its topic and for nothing else.",
    why="Advice that fits everything has been written a thousand times, and machines write it for nothing. What "
    "only you measured, built, broke or saw is what readers pass on.",
    bad="""\
---
title: How to take care of your car
---

Taking care of your car is very important. A car that is well looked after will last longer and be safer to
drive. There are many things that you can do to keep your car in good condition, and most of them are easy.

First of all, make sure that you check the oil regularly. Oil is the lifeblood of the engine, and without it
many problems can occur. It is also important to keep an eye on the tires, as they play a key role in your
safety.

Cleaning is another thing that should not be forgotten. A clean car not only looks better, but also keeps its
value. There are many products on the market, so choose the one that suits your needs best.

Last but not least, do not forget to have your car serviced on a regular basis. By following these simple tips
you will enjoy your car for many years to come.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
---

My 1970 Chevelle hesitated at 3,100 rpm whenever the secondaries of its Rochester Quadrajet (number 7040202)
opened. I first suspected the accelerator pump and fitted a new one from a Delco kit, which changed nothing.

A vacuum gauge on the secondary side showed the reason: the air valve opened at 4 inHg, where the factory
manual wants it shut until 7. The spring that holds it had been wound only 1/4 turn; 3/4 turn is the value for
this carburetor.

I loosened the 3/32-inch Allen screw under the linkage, turned the spring by another 1/2 turn and tightened
the screw again. The hesitation was gone, and the 0 to 60 time fell from 8.1 to 7.6 seconds over three runs.
""",
    check=check,
)
