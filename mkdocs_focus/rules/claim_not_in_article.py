"""claim-not-in-article: a post says a number or a name that the article does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.rules.places import cite
from mkdocs_focus.rules.posts import post_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject

_LEFT_OUT = re.compile(r"https?://\S+|www\.\S+|[#@][\w-]+")
"""Links, hashtags and handles claim nothing."""
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_NAME = re.compile(r"(?<![\w-])(?:[A-Z]|[a-z]+[A-Z])[\w'’]*")
_STARTS = re.compile(r"(?:^|[.!?:…\n“\"(‘—–-])\s*$")
_ENDING = re.compile(r"['’]s?$")


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Compare each post's numbers and names with the article's, whoever wrote the post; each is reported once."""
    assessment = subject.assessment
    reported: set[str] = set()
    said = _said(assessment) if subject.kit.posts else ""
    for post in subject.kit.posts:
        for what, claim in _claims(_LEFT_OUT.sub(" ", post.message)):
            plain = _plain(claim)
            if plain in reported or _says(said, plain):
                continue
            reported.add(plain)
            place, quoted = cite(assessment.article, post_place(assessment, post), claim)
            yield Hit(
                place,
                f"the post for {post.network} says {quoted}, but the article does not",
                f"Put the {what} into the article with where it comes from, or take it out of the post.",
                None if what == "number" else "note",
            )


def _claims(text: str) -> Iterator[tuple[str, str]]:
    """Numbers of two digits or more, and names that do not merely begin a sentence."""
    for match in _NUMBER.finditer(text):
        if len(match[0]) > 1:
            yield "number", match[0]
    for match in _NAME.finditer(text):
        if len(match[0]) > 1 and not _STARTS.search(text[max(match.start() - 12, 0) : match.start()]):
            yield "name", _ENDING.sub("", match[0])


def _said(assessment: Assessment) -> str:
    """All that the article says: its text with its code, its title, topic and so on. The posts' own keys in the front
    matter prove nothing."""
    article, contract = assessment.article, assessment.contract
    parts = [article.text[article.front.body :], contract.title, contract.topic or "", contract.description]
    parts += [contract.audience or "", *contract.tags, *contract.authors, str(contract.date or "")]
    said = "\n".join(parts)
    return _plain(unescape(said) if "&" in said else said)


def _plain(text: str) -> str:
    """Small letters and plain apostrophes: Camaro and CAMARO are one name."""
    return text.lower().replace("’", "'")


def _says(said: str, claim: str) -> bool:
    """Whether the claim stands there in one of its spellings."""
    if not claim[0].isdigit():
        return _stands(said, claim) or (claim.endswith("s") and len(claim) > 3 and _stands(said, claim[:-1]))
    bare = claim.replace(",", "")
    ways = {claim, bare} if "," in claim or len(bare) < 4 or not bare.isdigit() else {bare, f"{int(bare):,}"}
    return any(_stands(said, way) for way in ways)


def _stands(said: str, claim: str) -> bool:
    """Whether it stands there at a word's beginning: 302 also in 302ci and '68 in 1968, 30 not in 302."""
    at = said.find(claim)
    while at >= 0:
        before, after = said[max(at - 1, 0) : at], said[at + len(claim) : at + len(claim) + 1]
        if claim[0].isdigit():
            is_year = len(claim) == 2 and said[max(at - 2, 0) : at] in ("19", "20")
            if not after.isdigit() and (not before.isdigit() or is_year):
                return True
        elif not before.isalnum():
            return True
        at = said.find(claim, at + 1)
    return False


RULE = Rule(
    name="claim-not-in-article",
    code="S004",
    group="share",
    severity="warning",
    summary="A post must say nothing that the article does not say.",
    why="Who follows the link looks for what the post said. A figure that the article does not hold cannot be "
    "checked there, and is often a slip.",
    bad="""\
---
title: Half a turn on a Quadrajet's air valve
topic: Rochester Quadrajet secondary air valve
share:
  twitter: "Half a turn on the Quadrajet's air valve took 750 ms off my Chevelle's hesitation."
---

My Quadrajet's air valve spring had been wound by 1/4 turn only, and the engine hesitated at 3,100 rpm.
Another 1/2 turn on the spring of the Chevelle's Quadrajet cured it.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve
topic: Rochester Quadrajet secondary air valve
share:
  twitter: "Half a turn on the Quadrajet's air valve cured my Chevelle's hesitation at 3,100 rpm."
---

My Quadrajet's air valve spring had been wound by 1/4 turn only, and the engine hesitated at 3,100 rpm.
Another 1/2 turn on the spring of the Chevelle's Quadrajet cured it.
""",
    check=check,
)
