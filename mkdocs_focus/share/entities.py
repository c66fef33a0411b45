"""What X makes clickable in a text: links and hashtags, by the official rules of twitter-text.

Written anew because the rules' own regular expressions go quadratic on hostile text, and because the one Python
library of them does not load where setuptools is absent. The tests hold it equal to the conformance suite, to that
library and to the official JavaScript. Every function here takes time linear in its text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that X makes a link."""

    text: str
    start: int
    end: int
    has_protocol: bool


_LATIN = "À-ÖØ-öø-ÿĀ-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ"
_CYRILLIC = "\u0400-\u04ff"
_SPACES = r"\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIRECTIONS = r"\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
_INVALID = r"\ufffe\ufeff\uffff"
_NOT_IN_DOMAIN = r"!'#%&()*+,\\/:;<=>?@\[\]^{|}~$" + _SPACES + _DIRECTIONS + _INVALID

_RUN = re.compile(f"[^{_NOT_IN_DOMAIN}]+")
"""What may be a domain: it also takes in `.`, `-` and `_`, on which the labels are told apart."""
_NO_LINK_AFTER = re.compile(f"[A-Za-z0-9@＠$#＃{_INVALID}]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_PROTOCOL = re.compile(r"https?://\Z", re.IGNORECASE)
_TLD_END = re.compile(r"[0-9a-zA-Z-]+")
_ASCII_LABELS = re.compile(rf"(?:[-a-z0-9{_LATIN}]+\.)+", re.IGNORECASE)
_PUNYCODE = re.compile(r"xn--[-0-9a-z]+", re.IGNORECASE)

_IN_PATH = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]–_~@|&{_LATIN}-]"
_BALANCED = rf"\((?:{_IN_PATH}+|{_IN_PATH}*\({_IN_PATH}+\){_IN_PATH}*)\)"
_PATH = re.compile(rf"/(?:{_IN_PATH}+|{_BALANCED})*", re.IGNORECASE)
_PATH_END = re.compile(rf"[^+a-z{_CYRILLIC}0-9=_#/{_LATIN})-]+\Z", re.IGNORECASE)
_QUERY = re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*", re.IGNORECASE)
_QUERY_END = re.compile(r"[^a-z0-9\-_&=#/]+\Z", re.IGNORECASE)
_PORT = re.compile(r":[0-9]+")
_HAS_PATH = re.compile(r"(?::[0-9]+)?/")
_SHORTENED = re.compile(r"https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", re.I)

_LONGEST_LINK = 4096
"""twitter-text's MAX_URL_LENGTH."""
_LONGEST_DOMAIN = 253
"""Characters of a domain name, by the rules of DNS; longer runs are no names."""
_LONGEST_LABEL = 63
_LONGEST_SLUG = 40
_SEARCHED = 16_000


@cache
def _top_level_domains() -> tuple[frozenset[str], dict[str, list[str]]]:
    """Those in ASCII; and the others by their first letter, the longest first."""
    text = (files("mkdocs_focus.share") / "data" / "top_level_domains.txt").read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    others: dict[str, list[str]] = {}
    for word in sorted((w for w in words if not w.isascii()), key=len, reverse=True):
        others.setdefault(word[0], []).append(word)
    return frozenset(w for w in words if w.isascii()), others


def extract_links(text: str) -> list[Link]:
    """The links that X finds in `text`, in order; also `README.md`, whose ending is a country's.

    Only the first 16,000 characters are searched: far more than any post may hold.
    """
    found: list[Link] = []
    limit = min(len(text), _SEARCHED)
    at, done = (0 if "." in text else limit), 0
    while at < limit and (run := _RUN.search(text, at, limit)):
        at = run.end()
        if "." not in run[0]:
            continue
        links, end = _links_of_run(text, *run.span(), done)
        found += links
        at = max(end, run.start() + 1)
        done = links[-1].end if links else done
    return found


def _links_of_run(text: str, start: int, end: int, done: int) -> tuple[list[Link], int]:
    """The next links at or after `start`, and where to go on; what stands before `done` belongs to a link already."""
    if (protocol := _PROTOCOL.search(text, max(start - 8, 0), start)) and _may_precede(text, protocol.start()):
        length, _ = _domain(text, start, end)
        if length:
            stop = _tail(text, start + length)
            return list(_with_protocol(text, protocol.start(), stop, start, start + length)), stop
    at = start
    while at < end:
        # A name may begin after anything but a letter, a digit, @, $ and #.
        if not _may_precede(text, at) or 0 < at == done:
            later = _FOREIGN.search(text, at, end)
            at = later.end() if later else end
            continue
        length, walked = _domain(text, at, end)
        if length:
            stop = _tail(text, at + length)
            if at > 0 and text[at - 1] in "-_./":  # passed over, with all that belongs to it
                return [], stop
            return list(_without_protocol(text, at, at + length, stop)), stop
        at += max(walked, 1)
    return [], end


def _may_precede(text: str, at: int) -> bool:
    return at == 0 or not _NO_LINK_AFTER.match(text[at - 1])


def _domain(text: str, start: int, end: int) -> tuple[int, int]:
    """How many characters from `start` are a name that ends in a top-level domain (0: none), and how many were read.

    No name begins in what was read and not taken.
    """
    best, at, name = 0, start, False
    previous = ""
    while at < end:
        dot = text.find(".", at, end)
        stop = dot if dot >= 0 else end
        label = text[at:stop]
        if name and "_" not in previous and (length := _top_level(label)):
            last = at + length
            if last < stop or not text.startswith(("@", "+"), last):
                best = last - start
        if not label or label[0] in "-_" or label[-1] in "-_":
            return best, stop + 1 - start
        previous, name, at = label, True, stop + 1
        if at - start > _LONGEST_DOMAIN + _LONGEST_LABEL:
            break
    return best, at - start


def _top_level(label: str) -> int:
    """The length of the top-level domain at the start of a label, or 0."""
    known, others = _top_level_domains()
    match = _TLD_END.match(label)
    if match:
        if match[0].lower() in known or _PUNYCODE.fullmatch(match[0]):
            return match.end()
        return 0
    for other in others.get(label[:1], ()):
        if label.startswith(other):
            following = label[len(other) : len(other) + 1]
            return 0 if following and _TLD_END.match(following) else len(other)
    return 0


def _tail(text: str, at: int) -> int:
    """Where a link ends whose domain ends at `at`: after its port, path and query."""
    limit = at + _LONGEST_LINK
    if port := _PORT.match(text, at, limit):
        at = port.end()
    if path := _PATH.match(text, at, limit):
        end = path.end()
        if spare := _PATH_END.search(path[0]):
            end = at + spare.start()
        at = end
    if (query := _QUERY.match(text, at, limit)) and len(query[0]) > 1:
        spare = _QUERY_END.search(query[0])
        end = at + spare.start() if spare else query.end()
        if end > at + 1:
            at = end
    return at


def _with_protocol(text: str, start: int, end: int, domain: int, domain_end: int) -> Iterator[Link]:
    if not _is_name(text[domain:domain_end]):
        return
    if short := _SHORTENED.match(text, start, end):
        if len(short[1]) > _LONGEST_SLUG:
            return
        end = short.end()
    if end - start <= _LONGEST_LINK:
        yield Link(text[start:end], start, end, True)


def _without_protocol(text: str, start: int, domain_end: int, end: int) -> Iterator[Link]:
    """Only the ASCII names inside the domain count; the last of them takes the path."""
    if not _is_name(text[start:domain_end]):
        return
    found: list[tuple[int, int]] = []
    at = start
    while match := _ASCII_LABELS.search(text, at, domain_end):
        stop = 0
        dot = match.end()
        while dot > match.start() + 1:
            if length := _top_level(text[dot:domain_end]):
                stop = dot + length
                break
            dot = text.rfind(".", match.start(), dot - 1) + 1
        if stop:
            found.append((match.start(), stop))
        at = stop or match.end()
    for index, (first, last) in enumerate(found):
        if index == len(found) - 1 and _HAS_PATH.match(text, domain_end, end):
            last = end
        yield Link(text[first:last], first, last, False)


def _is_name(domain: str) -> bool:
    if len(domain) > _LONGEST_DOMAIN:
        return False
    if domain.isascii():
        return all(0 < len(label) <= _LONGEST_LABEL for label in domain.split("."))
    try:
        return bool(domain.encode("idna"))
    except UnicodeError:
        return False


_HASH_SPECIAL = frozenset(
    "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
_HASH = re.compile("[#＃]")


def extract_hashtags(text: str) -> list[tuple[str, int, int]]:
    """The hashtags that X finds in the first 16,000 characters: name without #, start (of the #), end."""
    found: list[tuple[str, int, int]] = []
    links: list[Link] | None = None
    done = 0
    for match in _HASH.finditer(text, 0, _SEARCHED):
        start = match.start()
        if (
            start < done
            or text.startswith(("#", "＃"), start + 1)
            or (start and not _may_precede_hash(text[start - 1]))
        ):
            continue
        end = start + 1
        has_letter = False
        while end < len(text) and (kind := _hash_kind(text[end])):
            has_letter = has_letter or kind == 2
            end += 1
        if not has_letter or text.startswith(("#", "＃", "://"), end):
            continue
        if links is None:
            links = extract_links(text)
        if any(link.start <= start < link.end for link in links):
            continue
        found.append((text[start + 1 : end], start, end))
        done = end
    return found


def _may_precede_hash(character: str) -> bool:
    return character in "\ufe0e\ufe0f" or not (character == "&" or _hash_kind(character))


def _hash_kind(character: str) -> int:
    """2: a letter or mark, of which a hashtag needs one; 1: may stand in a hashtag; 0: ends it."""
    category = unicodedata.category(character)
    if category[0] in "LM":
        return 0 if character in "\ufe0e\ufe0f" else 2
    return 1 if category == "Nd" or character in _HASH_SPECIAL else 0
