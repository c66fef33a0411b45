"""Names in a text: runs of capitalised words, without the capital that only begins a sentence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from mkdocs_focus.judge.words import Lexicon
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
    """.split()  # noqa: SIM905
)
_POSSESSIVE = re.compile(r"['’]s?$")
_INSIDE = frozenset(",;)]%’'”»\"&`/+°$€£-")
"""What may stand before the space before a word within a sentence; any other mark opens one."""
_WITHOUT_CAPITALS = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u2e80-\ud7ff]")
"""Letters of scripts in which no word begins with a capital."""
_APOSTROPHE = re.compile("['’-]")
_JOINER = re.compile(r"[\s'’&.-]*(?:(?:of|de|la|van|von|der|du|the|&)\s)?")


def find_names(text: str, starts: Container[int], words: Lexicon | None) -> Iterator[tuple[int, int]]:
    """Start and end of every name. `starts` holds where sentences begin; without `words` their first word is none."""
    for match in _NAME.finditer(text):
        start, end = match.span()
        if start and text[start - 1].islower():
            start -= 1  # iPhone
        if start in starts or _opens(text, start):
            first = WORD.match(text, start)
            assert first is not None
            shown = first[0]
            common = words is None or words.is_common(_APOSTROPHE.split(shown.lower(), maxsplit=1)[0])
            if common and (len(shown) == 1 or not shown.isupper()):
                if first.end() >= end:
                    continue
                gap = _JOINER.match(text, first.end())
                start = gap.end() if gap else first.end()
                if words is not None and text[start:end].isalpha() and words.is_common(text[start:end].lower()):
                    continue  # a label in title case
        name = _POSSESSIVE.sub("", text[start:end])
        lowered = name.lower().replace("’", "'")
        if (
            len(name) < 2
            or lowered in _NO_NAME
            or (not name.isascii() and _WITHOUT_CAPITALS.search(name))
            or name[:2] == name[:2].lower()
        ):
            continue
        if len(name) > 4 and name.isupper() and words is not None and words.is_common(lowered):
            continue  # shouting
        yield start, start + len(name)


def _opens(text: str, at: int) -> bool:
    """Whether a word begins a sentence or a quotation, by what stands before it."""
    if at < 2 or text[at - 1] != " ":
        return at == 0 or not text[at - 1].isalnum()
    before = text[at - 2]
    return not before.isalnum() and before not in _INSIDE
