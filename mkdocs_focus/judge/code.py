"""Code in running text: what is marked as code, and what has the shape of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from mkdocs_focus.judge.assessment import DetailKind
from mkdocs_focus.judge.words import lines

_CODE = re.compile(
    r"(?<![\w/.@-])(?:(?P<setting>--[a-z][\w-]+|[A-Za-z_][\w.-]*=(?=[\w\"'])[\w\"'./-]+)"
    r"|(?P<path>(?:~|\.{1,2})?/(?=[\w.-]*[a-z])[\w.@-]+(?:/[\w.@-]+)*\w|(?:[\w@.-]+/){2,}[\w.-]*\w"
    r"|[\w-]+\.(?:py|js|ts|rs|go|rb|md|yml|yaml|toml|json|html|css|sh|txt|csv|sql|ini|cfg|conf|lock|log|xml|c|h|cpp|java))(?!\w)"
    r"|(?P<identifier>[A-Za-z_][\w.]*(?:::\w+)+[!]?|\w[\w.]*\(\)|[A-Za-z]+(?:_[A-Za-z\d]+)+|[a-z]{2,}(?:[A-Z][a-z\d]+)+))"
)
_SIGN = re.compile(r"[_/=(:.A-Z-](?:(?<=[_/=])|(?<=\()\)|(?<=:):|(?<=-)-|(?<=\.)[a-z]|(?<=[a-z]{2}[A-Z]))")
"""Without one of these a word is no code: signs, a file's ending, a capital within a word."""
_LONGEST = 200
"""Characters of one word that are searched."""
_FILE = re.compile(r"[\w@~.-]*[/\\][\w@/\\.{}<>*-]*|[\w-]+\.[a-z]{1,5}|\.[a-z][\w.-]+")
_SETTING = re.compile(r"--?[A-Za-z][\w-]*(?:[= ]\S+)?|[\w.\"'-]+\s?(?:=|:(?![:/]))\s?\S.{0,60}")


def find_code(text: str) -> Iterator[tuple[DetailKind, int, int]]:
    """What looks like code though it is not marked: options, paths, identifiers.

    The text may be many, with a NUL between every two.
    """
    text = text.replace("\0", " ")
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        start = max(text.rfind(" ", done, sign.start()), text.rfind("\n", done, sign.start()), done - 1) + 1
        end = text.find(" ", sign.end())
        done = len(text) if end < 0 else end
        for match in _CODE.finditer(text, max(start, sign.start() - _LONGEST), min(done, sign.start() + _LONGEST)):
            yield cast(DetailKind, match.lastgroup), *match.span()


def code_kind(code: str) -> DetailKind:
    """What a stretch marked as code is."""
    program, *arguments = code.split() or [code]
    if code.startswith("$ ") or (arguments and program in _programs()):
        return "command"
    if " " not in code and _FILE.fullmatch(code):
        return "path"
    return "setting" if _SETTING.fullmatch(code) else "identifier"


@cache
def _programs() -> frozenset[str]:
    return frozenset(
        word for line in lines(files("mkdocs_focus.judge") / "data" / "commands.txt") for word in line.split()
    )
