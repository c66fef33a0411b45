"""The networks' limits, and the official way of counting.

X: https://docs.x.com/fundamentals/counting-characters and twitter-text's configuration, version 3. Facebook: the
Pages API takes 63,206 characters; what stands before "See more" is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from mkdocs_focus.share.entities import Link, extract_hashtags, extract_links
from mkdocs_focus.share.kit import Network

__all__ = [
    "FOLDS",
    "LIMITS",
    "MOST_HASHTAGS",
    "extract_hashtags",
    "extract_links",
    "file_names",
    "keep_from_linking",
    "length_on",
    "weighted_length",
]

LINK_LENGTH = 23
"""What X counts for a link of any length."""

LIMITS: Mapping[Network, int] = MappingProxyType({"twitter": 280, "facebook": 63_206})
"""The longest post, counted by `length_on`."""
FOLDS: Mapping[Network, int] = MappingProxyType({"twitter": 280, "facebook": 240})
"""About how many characters are shown before a reader has to ask for more; the hook stands within them."""
MOST_HASHTAGS = 2
"""More of them in a post look like spam."""

_COUNTED_ONCE = r"\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037"
_COUNTED_TWICE = re.compile(f"[^{_COUNTED_ONCE}]")
_MAY_BE_LINK = re.compile(r"\.[^\W\d_]")
_MAY_BE_EMOJI = re.compile(r"[©®\u200d\u203c-\u3299\ufe0f\U0001f000-\U000e007f]")

# Emoji, and those that take a skin tone: Unicode's emoji-data, version 15.1, without digits, # and *.
_EMOJI_RANGES = """
203c 2049 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 23cf 23e9-23f3 23f8-23fa 24c2 25aa-25ab 25b6 25c0
25fb-25fe 2600-2604 260e 2611 2614-2615 2618 261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640 2642 2648-2653
265f-2660 2663 2665-2666 2668 267b 267e-267f 2692-2697 2699 269b-269c 26a0-26a1 26a7 26aa-26ab 26b0-26b1 26bd-26be
26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea 26f0-26f5 26f7-26fa 26fd 2702 2705 2708-270d 270f 2712 2714 2716
271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 2763-2764 2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07
2b1b-2b1c 2b50 2b55 3030 303d 3297 3299 1f004 1f0cf 1f170-1f171 1f17e-1f17f 1f18e 1f191-1f19a 1f201-1f202 1f21a 1f22f
1f232-1f23a 1f250-1f251 1f300-1f321 1f324-1f393 1f396-1f397 1f399-1f39b 1f39e-1f3f0 1f3f3-1f3f5 1f3f7-1f4fd
1f4ff-1f53d 1f549-1f54e 1f550-1f567 1f56f-1f570 1f573-1f57a 1f587 1f58a-1f58d 1f590 1f595-1f596 1f5a4-1f5a5 1f5a8
1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa-1f64f 1f680-1f6c5
1f6cb-1f6d2 1f6d5-1f6d7 1f6dc-1f6e5 1f6e9 1f6eb-1f6ec 1f6f0 1f6f3-1f6fc 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945
1f947-1f9ff 1fa70-1fa7c 1fa80-1fa88 1fa90-1fabd 1fabf-1fac5 1face-1fadb 1fae0-1fae8 1faf0-1faf8
"""
_TONED_RANGES = """
261d 26f9 270a-270d 1f385 1f3c2-1f3c4 1f3c7 1f3ca-1f3cc 1f442-1f443 1f446-1f450 1f466-1f478 1f47c 1f481-1f483
1f485-1f487 1f48f 1f491 1f4aa 1f574-1f575 1f57a 1f590 1f595-1f596 1f645-1f647 1f64b-1f64f 1f6a3 1f6b4-1f6b6 1f6c0
1f6cc 1f90c 1f90f 1f918-1f91f 1f926 1f930-1f939 1f93c-1f93e 1f977 1f9b5-1f9b6 1f9b8-1f9b9 1f9bb 1f9cd-1f9cf
1f9d1-1f9dd 1fac3-1fac5 1faf0-1faf8
"""


def _character_class(ranges: str) -> str:
    return "".join("-".join(chr(int(end, 16)) for end in item.split("-")) for item in ranges.split())


_TONED = f"[{_character_class(_TONED_RANGES)}][\U0001f3fb-\U0001f3ff]"
_ONE_EMOJI = f"(?:{_TONED}|[{_character_class(_EMOJI_RANGES)}]\ufe0f?)"
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[©®]\ufe0f|[#*0-9]\ufe0f?\u20e3"
    f"|\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f|{_ONE_EMOJI}(?:\u200d{_ONE_EMOJI})*"
)


def weighted_length(text: str, *, emoji_as_one: bool = True) -> int:
    """The length of `text` as X counts it: a link 23, an emoji 2, a letter of Chinese, Japanese or Korean 2, else 1.

    `emoji_as_one=False` counts each code point of an emoji, by version 2 of the rules.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _MAY_BE_LINK.search(text):
        return _weight(text, emoji_as_one)
    total, at = 0, 0
    for link in extract_links(text):
        total += _weight(text[at : link.start], emoji_as_one) + LINK_LENGTH
        at = link.end
    return total + _weight(text[at:], emoji_as_one)


def _weight(text: str, emoji_as_one: bool) -> int:
    """The length of a text without links."""
    if text.isascii():
        return len(text)
    emoji = 0
    if emoji_as_one and _MAY_BE_EMOJI.search(text):
        text, emoji = _EMOJI.subn("", text)
    return len(text) + len(_COUNTED_TWICE.findall(text)) + 2 * emoji


def length_on(network: Network, text: str) -> int:
    """The length of a post by the network's own way of counting."""
    return weighted_length(text) if network == "twitter" else len(text)


_FILE_ENDINGS = frozenset(
    "md py sh rs pl cc so mk ps ml vi ai app zip mov gle mobi bio build page".split()  # noqa: SIM905
)
"""Top-level domains that are file endings too."""
_FILE_NAME = re.compile(r"[^./]+(?:\.[^./]+)*\.(\w+)\Z")
_BREAK = "\u200b"


def file_names(text: str) -> list[Link]:
    """The file names in `text` that X would turn into links to strangers' sites."""
    if not _MAY_BE_LINK.search(text):
        return []
    return [
        link
        for link in extract_links(text)
        if not link.has_protocol
        and (name := _FILE_NAME.match(link.text))
        and name[1].lower() in _FILE_ENDINGS
        and not link.text.startswith("www.")
    ]


def keep_from_linking(text: str) -> str:
    """`text` with a zero-width space where X would make a file name a link, or code like `@cached` an account."""
    for link in reversed(file_names(text)):
        dot = text.rindex(".", link.start, link.end)
        text = text[:dot] + _BREAK + text[dot:]
    return _ACCOUNT.sub(f"@{_BREAK}", text) if "@" in text else text


_ACCOUNT = re.compile(r"(?<![\w@/])@(?=\w)")
