"""Front matter: its values, and where each key and value stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import frontmatter
import yaml

from mkdocs_focus.text.position import Source, Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Path = tuple[str | int, ...]
"""Where a value stands: `("share", "hashtags", 0)`."""


class Place(NamedTuple):
    """Where a key and its value stand; an item of a list has its value's place for both."""

    key: Span
    value: Span


class Problem(NamedTuple):
    """What is wrong with a front matter, where, and what to do."""

    kind: Literal["unreadable", "duplicate"]
    span: Span
    message: str
    advice: str


@dataclass(frozen=True)
class FrontMatter:
    """What stands between the fences at the top of an article."""

    format: Literal["yaml", "toml", "none"]
    values: Mapping[str, Any]
    places: Mapping[Path, Place] = field(repr=False)
    problems: tuple[Problem, ...]
    body: int
    """The offset at which the article's text begins."""
    unseen: str = ""
    """Why MkDocs' own, narrower parser loses this front matter; empty where it reads it."""

    def key(self, *path: str | int) -> Span | None:
        """Where the key stands, or None where the front matter lacks it."""
        place = self.places.get(path)
        return place.key if place else None

    def value(self, *path: str | int) -> Span | None:
        """Where the value stands, or None where the front matter lacks it."""
        place = self.places.get(path)
        return place.value if place else None


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Yaml(frontmatter.default_handlers.YAMLHandler):
    """python-frontmatter's YAML, also with `...` as the closing fence and with white space after the first."""

    FM_BOUNDARY = re.compile(r"^(?:-{3,}|\.{3})[ \t]*$", re.MULTILINE)

    def compose(self, fm: str) -> tuple[yaml.Node | None, Any]:
        """The nodes, which know their places, and the values made of them: one parse for both."""
        loader = _LOADER(fm)
        try:
            node = loader.get_single_node()
            return node, loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()


class _Toml(frontmatter.default_handlers.BaseHandler):
    """TOML for python-frontmatter, read by the standard library's parser."""

    FM_BOUNDARY = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)

    def load(self, fm: str, **_: object) -> Any:
        return tomllib.loads(fm)


_YAML, _TOML = _Yaml(), _Toml()
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_front_matter(source: Source) -> FrontMatter:
    """Find and read the front matter of `source`. Never raises: what cannot be read is a problem in the result."""
    text = source.text
    start = len(text) - len(text.lstrip("\n \t\u200b"))
    opening = text[start : start + 3]
    handler = _YAML if opening == "---" else _TOML if opening == "+++" else None
    if handler is None or "\n" in text[:start].lstrip("\n") or text[start - 1 : start] not in ("", "\n"):
        return _none(0)
    fences = list(_take(handler.FM_BOUNDARY.finditer(text, start), 2))
    if not fences or fences[0].start() != start:
        return _none(0)
    if len(fences) < 2 or (opening == "---" and not _looks_like_yaml(text[fences[0].end() : fences[1].start()])):
        return _unclosed(source, start, handler is _YAML)
    inner = Span(min(fences[0].end() + 1, fences[1].start()), fences[1].start())
    body = min(fences[1].end() + 1, len(text))
    problems: list[Problem] = []
    fm = text[inner.start : inner.end]
    if control := _CONTROL.search(fm):
        at = inner.start + control.start()
        problems.append(
            Problem(
                "unreadable",
                Span(at, at + 1),
                f"the control character U+{ord(control[0]):04X} stands in the front matter, so MkDocs drops it all",
                "Delete that character.",
            )
        )
        fm = _CONTROL.sub(" ", fm)
    if handler is _TOML:
        values, places = _read_toml(fm, inner.start, problems)
        return FrontMatter("toml", values, places, tuple(problems), body, "is TOML, of which MkDocs knows nothing")
    values, places = _read_yaml(fm, inner.start, source, problems)
    return FrontMatter("yaml", values, places, tuple(problems), body, _why_unseen(text, start, fences))


def _none(body: int, *problems: Problem) -> FrontMatter:
    return FrontMatter("none", {}, {}, problems, body)


def _why_unseen(text: str, start: int, fences: list[re.Match[str]]) -> str:
    if start:
        return "has blank lines before it, where MkDocs takes it for text"
    if fences[1].end() >= len(text):
        return "ends at the file's last character, where MkDocs misses it"
    if len(fences[0][0].rstrip()) != 3:
        return "opens with more than three dashes, which MkDocs does not know"
    return ""


def _take(matches: Iterator[re.Match[str]], count: int) -> Iterator[re.Match[str]]:
    for _, match in zip(range(count), matches, strict=False):
        yield match


def _looks_like_yaml(fm: str) -> bool:
    """Whether this is front matter, not the text between two horizontal rules."""
    return not fm.strip() or bool(re.search(r"^\s*(?:#|- |\?|[\[{]|[^\s:][^:\n]*:(?:\s|$))", fm, re.MULTILINE))


def _unclosed(source: Source, start: int, is_yaml: bool) -> FrontMatter:
    """A first fence without a second: front matter that was never closed, where keys follow; else a rule."""
    line = source.position(start).line
    following = source.line(line + 1) if line < len(source.starts) else ""
    pattern = r"[A-Za-z_][\w-]*:(\s|$)" if is_yaml else r"[A-Za-z_][\w-]*\s*="
    if not re.match(pattern, following):
        return _none(0)
    fence = "---" if is_yaml else "+++"
    message = f"the front matter opened here with {fence} is never closed"
    return _none(
        0,
        Problem("unreadable", Span(start, start + 3), message, f"Put {fence} on a line after its last key."),
    )


def _read_yaml(
    fm: str, base: int, source: Source, problems: list[Problem]
) -> tuple[dict[str, Any], dict[Path, Place]]:
    places: dict[Path, Place] = {}
    try:
        # Recursion (an anchor that holds itself, brackets a thousand deep) ends here as well.
        node, values = _YAML.compose(fm)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, OverflowError) as error:
        problems.append(_yaml_problem(error, fm, base))
        return {}, places
    if not isinstance(values, dict):
        kind = "a list" if isinstance(values, list) else "a single value"
        problems.append(
            Problem(
                "unreadable",
                Span(base, base + len(fm.split("\n", 1)[0])),
                f"the front matter is {kind}, not keys with values",
                "Write it as lines of `key: value`.",
            )
        )
        return {}, places
    offsets = _line_offsets(fm, base)
    if isinstance(node, yaml.MappingNode):
        _walk(node, (), offsets, places, problems, source)
    return {str(key): value for key, value in values.items()}, places


def _yaml_problem(error: Exception, fm: str, base: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    offsets = _line_offsets(fm, base)
    at = base
    if mark is not None:
        line = min(mark.line, len(offsets) - 1)
        at = min(offsets[line] + mark.column, base + len(fm))
    what = getattr(error, "problem", None) or str(error).split("\n")[0] or type(error).__name__
    advice = "Correct the YAML at this place; until then MkDocs ignores the whole front matter."
    if "\\t" in what or "'\\t'" in str(error):
        what, advice = "a tab indents this line, which YAML forbids", "Indent with spaces."
    elif "mapping values are not allowed" in what:
        what = "a value here holds a colon"
        advice = "Put the whole value in quotes."
    return Problem(
        "unreadable",
        Span(at, min(at + 1, base + len(fm))),
        f"the front matter is not valid YAML: {what}",
        advice,
    )


def _line_offsets(fm: str, base: int) -> list[int]:
    """Where each line of `fm` begins; libyaml also counts these three characters as line breaks."""
    return [base, *(base + match.end() for match in re.finditer("[\n\x85\u2028\u2029]", fm))]


def _walk(
    node: yaml.MappingNode,
    path: Path,
    offsets: list[int],
    places: dict[Path, Place],
    problems: list[Problem],
    source: Source,
) -> None:
    def span(of: yaml.Node) -> Span:
        first, last = of.start_mark, of.end_mark
        start = offsets[min(first.line, len(offsets) - 1)] + first.column
        end = offsets[min(last.line, len(offsets) - 1)] + last.column
        text = source.text[start:end]
        return Span(start, start + max(len(text.rstrip()), 0))

    if len(path) > 12:
        return
    seen: dict[str, Span] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        key_span = span(key_node)
        # Reading the values has put what `<<` merges among the keys.
        is_own = node.start_mark.index <= key_node.start_mark.index < node.end_mark.index
        if is_own and key in seen:
            first = source.position(seen[key].start).line
            before = places[(*path, key)].value
            after = span(value_node)
            is_same = source.text[before.start : before.end] == source.text[after.start : after.end]
            problems.append(
                Problem(
                    "duplicate",
                    key_span,
                    f"the key `{key}` stands twice; "
                    + (f"line {first} says the same" if is_same else f"the value at line {first} is lost"),
                    "Keep one of the two.",
                )
            )
        if is_own:
            seen[key] = key_span
        places[(*path, key)] = Place(key_span, span(value_node))
        if isinstance(value_node, yaml.MappingNode):
            _walk(value_node, (*path, key), offsets, places, problems, source)
        elif isinstance(value_node, yaml.SequenceNode):
            for index, item in enumerate(value_node.value):
                item_span = span(item)
                places[(*path, key, index)] = Place(item_span, item_span)
                if isinstance(item, yaml.MappingNode):
                    _walk(item, (*path, key, index), offsets, places, problems, source)


_TOML_LINE = re.compile(
    r"""^[ \t]*(?:\[+([^\]\n]+)\]+|([\w"'.-]+)[ \t]*=[ \t]*(.*?)[ \t]*(?:\#.*)?)$""", re.MULTILINE
)


def _read_toml(fm: str, base: int, problems: list[Problem]) -> tuple[dict[str, Any], dict[Path, Place]]:
    places: dict[Path, Place] = {}
    table: Path = ()
    for match in _TOML_LINE.finditer(fm):
        if match[1]:
            table = tuple(part.strip("\"' ") for part in match[1].split("."))
        else:
            key = Span(base + match.start(2), base + match.end(2))
            path = (*table, *(part.strip("\"'") for part in match[2].split(".")))
            places.setdefault(path, Place(key, Span(base + match.start(3), base + match.end(3))))
    try:
        return dict(_TOML.load(fm)), places
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        at = min(_line_offsets(fm, base)[min(line, fm.count("\n") + 1) - 1] + column - 1, base + len(fm))
        what = str(error).split(" (at ")[0]
        kind: Literal["unreadable", "duplicate"] = "duplicate" if "overwrite" in what else "unreadable"
        problems.append(
            Problem(
                kind,
                Span(at, min(at + 1, base + len(fm))),
                "a key of the front matter stands twice"
                if kind == "duplicate"
                else f"the front matter is not valid TOML: {what}",
                "Keep one of the two." if kind == "duplicate" else "Correct it here.",
            )
        )
        return {}, places
