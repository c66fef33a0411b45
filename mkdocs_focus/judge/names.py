"""Names in a text: runs of capitalised words, without the capital that only begins a sentence."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from mkdocs_focus.judge.figures import Found
from mkdocs_focus.judge.words import Lexicon, lexicon
from mkdocs_focus.text.sentences import WORD

_NAME = re.compile(
    r"[A-Z](?:(?<![\w@#/.`-].)|(?<=[\s(][a-z].))[^\W_]*(?:['’&.-][^\W_]+)*(?:\s(?:(?:of|de|la|van|von|der|du|&)\s(?:the\s)?)?"
    r"[A-Z][^\W_]*(?:['’&-][^\W_]+)*)*"
)
_NO_NAME = frozenset(
    """
    q1 q2 q3 q4
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ok okay tl dr am
    pm note todo tip warning important update yes no mr mrs ms dr step part chapter figure table section
    """.split()  # noqa: SIM905 - a table reads best as words
)
_POSSESSIVE = re.compile(r"['’]s?$")
_INSIDE = frozenset(",;)]%’'”»\"&`/+°$€£-")
"""What may stand before the space before a word within a sentence; any other mark opens one."""
_WITHOUT_CAPITALS = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u2e80-\ud7ff]")
"""Letters of scripts in which no word begins with a capital."""
_APOSTROPHE = re.compile("['’-]")
_JOINER = re.compile(r"[\s'’&.-]*(?:(?:of|de|la|van|von|der|du|the|&)\s)?")


def find_names(text: str, starts: Container[int], language: str) -> list[Found]:
    """Every name. `starts` holds where sentences begin; in a language without word tables their
    first word is no name."""
    names = _names(language)
    found: list[Found] = []
    for match in _NAME.finditer(text):
        start, shown = match.start(), match[0]
        known = names[text[start - 2 : start] if start > 1 else text[:start]]
        if known is None:  # iPhone
            start -= 1
            shown = text[start] + shown
            known = names[text[max(start - 2, 0) : start]] or names.inside
        first, last = names.opening[shown] if start in starts else known[shown]
        if last:
            found.append(("name", start + first, start + last))
    return found


class _Names(dict[str, "_Known | None"]):
    """The known names, by the two characters that stand before one: they tell whether its capital begins a sentence
    or a quotation, or stands inside one, or (None) inside a word."""

    def __init__(self, words: Lexicon | None) -> None:
        super().__init__()
        self.opening, self.inside = _Known(words, opens=True), _Known(words, opens=False)

    def __missing__(self, before: str) -> _Known | None:
        if before[-1:].islower():
            known = None
        elif len(before) < 2 or before[1] != " ":
            known = self.inside if before[-1:].isalnum() else self.opening
        else:
            known = self.inside if before[0].isalnum() or before[0] in _INSIDE else self.opening
        if len(self) < _CACHED:
            self[before] = known
        return known


@cache
def _names(language: str) -> _Names:
    return _Names(lexicon(language))


class _Known(dict[str, tuple[int, int]]):
    """Which part of each run of capitalised words met so far is the name; nothing of it is (0, 0)."""

    def __init__(self, words: Lexicon | None, opens: bool) -> None:
        super().__init__()
        self.words, self.opens = words, opens

    def __missing__(self, shown: str) -> tuple[int, int]:
        name = _name_in(shown, self.opens, self.words)
        if len(self) < _CACHED:
            self[shown] = name
        return name


_CACHED = 60_000
"""Of each table so much is kept; a site has less."""


def _name_in(shown: str, opens: bool, words: Lexicon | None) -> tuple[int, int]:
    """Which part of a run of capitalised words is a name; `opens`: its first capital may be a sentence's."""
    start = 0
    if opens:
        first = WORD.match(shown)
        assert first is not None
        common = words is None or words.is_common(_APOSTROPHE.split(first[0].lower(), maxsplit=1)[0])
        if common and (first.end() == 1 or not first[0].isupper()):
            if first.end() == len(shown):
                return 0, 0
            gap = _JOINER.match(shown, first.end())
            start = gap.end() if gap else first.end()
            if words is not None and shown[start:].isalpha() and words.is_common(shown[start:].lower()):
                return 0, 0  # a label in title case
    name = _POSSESSIVE.sub("", shown[start:])
    lowered = name.lower().replace("’", "'")
    if (
        len(name) < 2
        or lowered in _NO_NAME
        or (not name.isascii() and _WITHOUT_CAPITALS.search(name))
        or name[:2] == name[:2].lower()
    ):
        return 0, 0
    if len(name) > 4 and name.isupper() and words is not None and words.is_common(lowered):
        return 0, 0  # shouting
    return start, start + len(name)
