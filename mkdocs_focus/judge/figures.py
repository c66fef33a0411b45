"""Figures in a text: everything with a digit, and amounts spelled out.

One regular expression finds all kinds; each alternative is one, and those further up win. Decorative numbers
("5 tips", "24/7", "100%") are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import cast

from mkdocs_focus.judge.assessment import DetailKind
from mkdocs_focus.judge.words import lines

Found = tuple[DetailKind, int, int]
"""Kind, start, end."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMBER = r"\d+(?:[.,]\d+)*"


@cache
def _kinds() -> dict[str, DetailKind]:
    """The kind of each group of `_numeric`."""
    return {name: cast(DetailKind, name.split("__")[0].replace("_", "-")) for name in _numeric().groupindex}


@cache
def _numeric() -> re.Pattern[str]:
    """All that begins with, or leads up to, a digit. The group's name up to `__` is the kind, with `_` for `-`."""
    symbols, words = _any_of(_units()["symbols"]), _any_of(_units()["words"])
    unit = (
        rf"(?:[\s-]?(?:{symbols})(?![A-Za-z\d_])"
        # `in` is a unit and a word; F without a degree sign may be part of a name, but not after three digits.
        r"|\s?in(?!\w|\s(?:the|an?|my|our|your|this|that|all|total|\d))|(?<=\d\d\d)\s?F(?![A-Za-z\d_])"
        rf"|[\s-](?:(?:square|cubic|fluid|nautical|full|whole)\s)?(?:{words})\b"
        r"|[″′”\"'](?![A-Za-z\d_])|\s?°)"
    )
    # The first unit of a range may be spelled as it likes: the second tells. (All units twice would double the cost.)
    loose = r"(?:[\s-]?[A-Za-z°µΩ″′”\"']{1,12})"
    joint = r"(?:\s?[-–—]\s?|\sto\s)"
    fraction = r"(?:(?:\d+[-\s])?\d{1,2}[/⁄](?:2|3|4|5|6|8|10|12|16|32|64|1000|4000|8000)(?![\d/])|\d*[½⅓⅔¼¾⅕⅛⅜⅝⅞])"
    amount = rf"(?:{fraction}|{_NUMBER})"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    # Letters of scripts without spaces between words may follow at once.
    end = r"(?![A-Za-z\d_])"
    return re.compile(
        rf"""
        (?=[\d$€£¥₹#±A-Zvb½⅓⅔¼¾⅕⅛⅜⅝⅞]) (?<![A-Za-zÀ-ɏ\d_.,/-]) (?:
          (?P<part_number__id>(?:CVE|GHSA)-[\w-]+
            | (?:RFC|PEP|ISO|IEC|DIN|BS|SAE|ASTM|IEEE|ECMA)[\s-]?\d(?:[\w.-]*\w)?)
        | (?P<date__iso>(?:1[5-9]|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]{day})?(?![\w/-])
            | {day}[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d{end})
        | (?P<date>{day}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}\b\.?(?:,?\s\d{{4}})?
            | {_MONTH}\.?\s{day}(?:st|nd|rd|th)?(?![\w:]|\.\d)(?:,?\s\d{{4}})?
            | {_MONTH}\.?,?\s(?:of\s)?(?:1[5-9]|20)\d\d{end})
        | (?P<money>[$€£¥₹]\s?{_NUMBER}(?:\s?(?:k|K|M|m|bn|B)\b|\s(?:thousand|million|billion)\b)?
              (?:{joint}[$€£¥]?{_NUMBER})?
            | {_NUMBER}(?:\s?[€£¥]|\s?(?:USD|EUR|GBP|CHF)\b|\s(?:dollars?|euros?|cents?|pence|quid|bucks)\b))
        | (?P<percentage>{_NUMBER}(?:{joint}{_NUMBER})?\s?(?:%|percent\b|per\scent\b|percentage\spoints?\b))
        | (?P<range>(?!\d+-\d{{1,2}}/\d)
            (?:between\s{amount}{loose}?\sand\s|{amount}{loose}?{joint}){amount}{unit})
        | (?P<measurement>±?\s?{amount}(?:\s?[x×]\s?{amount}){{0,3}}{unit}(?:/(?:{symbols}){end})?
            | \d{{1,3}}(?:\.\d+)?:1\b | {_NUMBER}\s?[x×](?:\s?{_NUMBER}{end}|{end}) | {fraction}{end})
        | (?P<date__time>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b)?{end}|\d{{1,2}}\s?[ap]\.?m\b)
        | (?P<range__bare>{_NUMBER}[–-]{_NUMBER}(?![\w–-]))
        | (?P<version>(?:v\d+|V\d+(?=\.\d))(?:\.\d+)*(?:[-.]?(?:rc|beta|alpha|b|a|dev|post)\.?\d*)?{end}
            | \d+\.\d+\.\d+(?:[-.\w]*\w)?)
        | (?P<part_number>\#\d{{2,}}{end}
            | (?=[A-Z./-]{{0,12}}\d)[A-Z\d]{{1,12}}(?:[-/][A-Z\d]{{1,12}}){{1,4}}{end})
        | (?P<model>(?!\d+(?:st|nd|rd|th|s|x)\b)(?=[A-Za-z]{{0,12}}\d)(?=\d{{0,12}}[A-Za-z])[A-Za-z\d]{{2,16}}
            (?:-[A-Z\d]{{1,8}})?{end})
        | (?P<date__year>(?:1[5-9]|20)\d\d(?!\w|[.,]\d))
        | (?P<count>{_NUMBER}(?![\w%]))
        )
        """,
        re.VERBOSE,
    )


@cache
def _units() -> dict[str, set[str]]:
    """The symbols and words of units."""
    found: dict[str, set[str]] = {"symbols": set(), "words": set()}
    for line in lines(files("mkdocs_focus.judge") / "data" / "units.txt"):
        kind, _, units = line.partition(":")
        found[kind] |= set(units.split())
    return found


def _any_of(units: Iterable[str]) -> str:
    """The expression of all units, the longest first; by their first letters, so that few of them are tried."""
    rests: dict[str, list[str]] = {}
    for unit in sorted(units, key=lambda u: (-len(u), u)):
        rests.setdefault(unit[0], []).append(re.escape(unit[1:]))
    return "|".join(f"{first}(?:{'|'.join(own)})" for first, own in rests.items())


_DIGITS = "0-9٠-٩۰-۹०-९০-৯๐-๙０-９"
r"""As \d, but looked up in a table."""
_BEGINS = re.compile(
    rf"[{_DIGITS}$€£¥₹#±A-Zvb½⅓⅔¼¾⅕⅛⅜⅝⅞]"
    r"(?<![A-Za-zÀ-ɏ\d_.,/-].)(?:(?<![A-Zvb])|(?=[A-Za-z]{0,11}\d)"
    r"|(?<=[A-Z])(?=[A-Z./-]{0,11}\d|[A-Z]{1,3}[\s-]\d|VE-|HSA-|[a-z]{2,8}\.?,?\s(?:of\s)?\d)|(?<=b)(?=etween\s))"
)
"""Where `_numeric` may match: to look for it at every character would take longer than all other searching."""
_DECORATIVE = re.compile(
    r"(?:[23]D|Q[1-4]|B2[BC]|[45]G|W3C|Y2K|[HP][1-6]|24/7|50/50|80/20|0|1|101|360|365|99|100\s?%|100\spercent|110\s?%|1000\s?%)"
)
_LISTICLE = re.compile(
    r"[\s-](?:\w+\s)?(?:tips?|ways|reasons|things|ideas|habits|mistakes|secrets|tricks|lessons|hacks|rules|facts"
    r"|questions|benefits|strategies|examples|takeaways|steps|quick|simple|easy|key|best|top|out\sof)\b"
)
_LAST = re.compile(r"\s*(?:\0|\Z)")
# Begins with a space, by which the search leaps from word to word.
_SPELLED = re.compile(
    r" (?:t(?:w(?:o|e(?:lve|nty))|h(?:ree|irt(?:een|y))|en)|f(?:our(?:teen)?|i(?:ve|fteen|fty)|orty)"
    r"|s(?:ix|even)(?:teen|ty)?|e(?:ight(?:een|y)?|leven)|nine(?:teen|ty)?|half\sa|quarter\sof\san?)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:\sand\sa\s(?:half|quarter))?"
    r"(?:\s(?:hundred|thousand|percent))?[\s-](?P<unit>[a-z]+)"
)
_COMPARED = re.compile(
    r"\bfrom\s[^.;:!?\0]{0,40}?\d[^.;:!?\0]{0,40}?\sto\s[^.;:!?\0]{0,30}?\d(?:[\w%.,]*[\w%])?"
    r"|(?<![A-Za-z])\d[^.;:!?\0]{0,40}?\s(?:against|versus|vs\.?|compared\s(?:to|with)|instead\sof|rather\sthan|down\sfrom|up\sfrom)"
    r"\s[^.;:!?\0]{0,30}?\d(?:[\w%.,]*[\w%])?"
)
_COMPARING = ("from", "against", "versus", "vs", "compared", "instead", "rather")
"""One of these stands in every comparison."""
_BEFORE, _NEAR, _AFTER = 50, 60, 180
"""Characters that a comparison reaches from there: to its beginning, to the next digit, to its end."""
_HAS_DIGIT = re.compile(f"[{_DIGITS}]")


def find_figures(text: str) -> list[Found]:
    """The figures of a text, without those that only decorate, and comparisons of one figure with another.

    The text may be many, with a NUL between every two.
    """
    found: list[Found] = []
    numeric, kinds, end = _numeric().match, _kinds(), 0
    for begin in _BEGINS.finditer(text):
        if begin.start() < end or (match := numeric(text, begin.start())) is None:
            continue
        start, end = match.span()
        kind = kinds[match.lastgroup or ""]
        if not _DECORATIVE.fullmatch(text, start, end) and not (kind == "count" and _idle_count(text, start, end)):
            found.append((kind, start, end))
    if end:
        found += _comparisons(text)
    return found + _spelled(text)


def _comparisons(text: str) -> list[Found]:
    """One figure held against another, around the few words that do so."""
    places: list[int] = []
    for word in _COMPARING:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + len(word))
    found: list[Found] = []
    end = 0
    for at in sorted(places):
        if at < end or not _HAS_DIGIT.search(text, at, at + _NEAR):
            continue
        if (match := _COMPARED.search(text, max(at - _BEFORE, end), at + _AFTER)) and match.start() <= at:
            found.append(("comparison", *match.span()))
            end = match.end()
    return found


def _spelled(text: str) -> list[Found]:
    """Amounts in words."""
    units = _units()["words"]
    # İ is the one letter whose small form is longer than itself.
    lowered = " " + text.replace("İ", "I").lower().replace("\0", " ")
    found: list[Found] = []
    for match in _SPELLED.finditer(lowered):
        start, end = match.start(), match.end() - 1
        if match["unit"] in units and "\0" not in text[start:end]:
            found.append(("measurement", start, end))
    return found


def _idle_count(text: str, start: int, end: int) -> bool:
    """Whether a bare number counts a list's items ("7 habits"), or is one digit at the end of all."""
    return bool(_LISTICLE.match(text, end)) or (end - start == 1 and _LAST.match(text, end) is not None)
