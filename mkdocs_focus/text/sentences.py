"""Sentences and words of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
"""A word: letters and digits, with inner apostrophes and hyphens."""


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """What `WORD` finds in each text. Where all of one is ASCII and no words are joined, splitting it at blanks finds
    the same several times as fast; so all signs of all texts are made blanks in one go."""
    blanked = _BETWEEN_TEXTS.join(texts).encode("utf-8", "surrogatepass").translate(_SIGNS_TO_BLANKS)
    split = blanked.decode("utf-8", "surrogatepass").split(_BETWEEN_TEXTS)
    if len(split) != len(texts):
        return [WORD.findall(text) for text in texts]
    return [
        WORD.findall(text)
        if not text.isascii()
        else _ASCII_WORD.findall(text)
        if "'" in text or "-" in text
        else blanked.split()
        for text, blanked in zip(texts, split, strict=True)
    ]


def in_small_letters(words: Sequence[list[str]]) -> list[str]:
    """All words of several texts, in lower case and with straight apostrophes."""
    return " ".join(chain.from_iterable(words)).replace("’", "'").lower().split()


_BETWEEN_TEXTS = "\0"
_SIGNS_TO_BLANKS = bytes(code if code > 127 or not code or chr(code).isalnum() else 32 for code in range(256))
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")


_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms prof sr jr st no nos vs etc approx ca cf fig figs eq eqs ed eds vol vols pp p ch sec inc ltd co corp
    gen col sgt capt lt rev hon gov sen rep dept est min max temp tel ext i.e e.g a.k.a u.s u.k a.m p.m al op ave blvd
    mt ft oz lb lbs in hr hrs mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec resp incl
    bzw z.b d.h nr bspw ggf usw evtl u.a
    """.split()  # noqa: SIM905  # words in lines are easier to keep than a list of literals
)
# These may end a sentence as well as stand inside one; a capital after them decides for the end.
_EITHER = frozenset("etc inc ltd co corp a.m p.m u.s u.k min max ft oz lb lbs in hr hrs usw al no".split())  # noqa: SIM905

# After these a name goes on with the sentence, as in "the U.S. Customs"; only such a word begins the next one.
_BEFORE_NAMES = frozenset(("u.s", "u.k"))
_BEGINNERS = frozenset(
    """
    a after all also an and as at both but by each for from he her his however i if in it its last many most my no not
    on one our she since so some that the their then there these they this to until we what when where while who why
    with you your
    """.split()  # noqa: SIM905
)
# In many languages a numeral with a full stop is an ordinal: what follows one with a capital in German and its kin.
_AFTER_ORDINALS = frozenset(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember jahrhundert
    jahrhunderts weltkrieg weltkriegs klasse stock platz geburtstag kapitel auflage mal lebensjahr januari februari
    mars maj oktober desember marts
    """.split()  # noqa: SIM905
)
_FIRST_WORD = re.compile(r"\w+")

# Every choice comes after the first sign: a pattern that begins with a set of characters is found many times as fast
# as one that begins with a choice.
_BOUNDARY = re.compile(
    r"""
    [.!?…。！？\n]
    (?:
      (?<=[.!?…])[.!?…]*(?P<close>["'”’»)\]*]*)(?P<gap>\s+)(?=(?P<next>["'“‘«(\[¿¡]*[^\s]))
    | (?<=[。！？])(?P<cjk>[。！？]*[」』）]*)
    | (?<=\n)\n*
    )
    """,
    re.VERBOSE,
)


def split_sentences(text: str, code: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The ranges of the sentences of one block's plain text, trimmed of white space.

    `code` are ranges in which none ends.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        end, kind = match.start(), match.lastgroup
        if kind == "next":
            if not _ends(text, match) or any(first <= end < last for first, last in code):
                continue
            end = match.start("gap")
        elif kind == "cjk":
            end = match.end()
        _add(spans, text, start, end)
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _ends(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    following = match["next"][-1]
    if following.islower():
        return False  # "What?!" he said: a small letter goes on with the sentence.
    if text[at] != "." or match.start("close") - at > 1:
        return True
    before = text.rfind(" ", 0, at) + 1
    word = text[before:at].strip("([\"'“‘").lower()
    if not word:
        return False
    if word in _BEFORE_NAMES and (first := _FIRST_WORD.match(text, match.start("next"))):
        return first[0].lower() in _BEGINNERS
    if word in _ABBREVIATIONS:
        return word in _EITHER and following.isupper() and word != "no"
    if len(word) == 1 and word != "i" and text[at - 1].isupper():
        return False  # an initial, as in J. Smith
    if word.isdigit() and len(word) <= 2:
        first = _FIRST_WORD.match(text, match.start("next"))
        return before > 0 and not (first and first[0].lower() in _AFTER_ORDINALS)
    return True
