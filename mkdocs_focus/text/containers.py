"""Admonitions and content tabs: their contents are indented, and are text all the same."""

from __future__ import annotations

import re

_CONTAINER = re.compile(r"""^(?:!!!|\?\?\?\+?|===[!+]*)[ \t]+(?=[\w"'{])""")
HAS_CONTAINER = re.compile(r"""^[ \t]*(?:(?:!!!|\?\?\?\+?|===[!+]*)[ \t]+[\w"'{]|///)""", re.MULTILINE)
_CONTAINER_TITLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FENCE = re.compile(r"^ {0,3}(~{3,}|`{3,}(?=[^`]*$))")


def unwrap(lines: list[str]) -> tuple[list[str], dict[int, tuple[str, str]]]:
    """Take the indentation off the contents of admonitions and tabs, so that they are read as text, not as code.

    Returns as many lines as came in, and for each line that opened a container its kind and title.
    """
    out: list[str] = []
    titles: dict[int, tuple[str, str]] = {}
    stack: list[int] = []
    fence = ""
    for number, line in enumerate(lines):
        expanded = line.expandtabs(4) if "\t" in line[: len(line) - len(line.lstrip())] else line
        indent = len(expanded) - len(expanded.lstrip(" "))
        if expanded.strip():
            while stack and indent < stack[-1]:
                stack.pop()
                fence = ""
        text = expanded[min(stack[-1], indent) :] if stack else expanded
        if fence:
            match = _FENCE.match(text)
            if match and match[1].startswith(fence) and not text.strip().strip(fence[0]):
                fence = ""
        elif match := _FENCE.match(text):
            fence = match[1]
        elif match := _CONTAINER.match(text.lstrip(" ")):
            own = text.lstrip(" ")
            title = _CONTAINER_TITLE.search(own)
            kind = own[match.end() :].split('"')[0].strip()
            titles[number] = (kind, title[1] if title else "")
            stack.append(indent + 4)
            text = ""
        elif text.lstrip().startswith("///"):
            text = ""
        out.append(text)
    return out, titles
