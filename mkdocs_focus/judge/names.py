"""Names in a text: runs of capitalised words, without the capital that only begins a sentence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from mkdocs_focus.judge.words import Lexicon
from mkdocs_focus.text.sentences import WORD

_NAME = re.compile(
    r"(?<![\w@#/.`-])[A-Z][^\W_]*(?:['’&.-][^\W_]+)*(?:\s(?:(?:of|de|la|van|von|der|du|&)\s(?:the\s)?)?"
    r"[A-Z][^\W_]*(?:['’&-][^\W_]+)*)*"
)
_NO_NAME = frozenset(
    """
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ok okay tl dr am
    pm note todo tip warning important update yes no mr mrs ms dr step part chapter figure table section
    """.split()  # noqa: SIM905
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENERS = frozenset("\"'“‘«([*•:–—!?…")
_APOSTROPHE = re.compile("['’-]")
_JOINER = re.compile(r"[\s'’&.-]*(?:(?:of|de|la|van|von|der|du|the|&)\s)?")


def find_names(text: str, starts: Container[int], words: Lexicon | None) -> Iterator[tuple[int, int]]:
    """Start and end of every name. `starts` holds where sentences begin; without `words` their first word is none."""
    for match in _NAME.finditer(text):
        start, end = match.span()
        if start in starts or start == 0 or (text[start - 1] in _OPENERS) or text[max(start - 2, 0)] in _OPENERS:
            first = WORD.match(text, start)
            assert first is not None
            shown = first[0]
            common = words is None or words.is_common(_APOSTROPHE.split(shown.lower(), maxsplit=1)[0])
            if common and (len(shown) == 1 or not shown.isupper()):
                if first.end() >= end:
                    continue
                gap = _JOINER.match(text, first.end())
                start = gap.end() if gap else first.end()
        name = _POSSESSIVE.sub("", text[start:end])
        lowered = name.lower().replace("’", "'")
        if len(name) < 2 or lowered in _NO_NAME or not name[0].isupper():
            continue
        if len(name) > 4 and name.isupper() and words is not None and words.is_common(lowered):
            continue  # shouting
        yield start, start + len(name)
