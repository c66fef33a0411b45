"""What a rule is. One file a rule: from it come its check, its page in the docs, its entry in SARIF, its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from mkdocs_focus.finding import Severity
from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.share.kit import Kit
from mkdocs_focus.text.position import Span

Group = Literal["contract", "topic", "depth", "generic", "share"]
GROUPS: tuple[Group, ...] = ("contract", "topic", "depth", "generic", "share")

Options = Mapping[str, Any]


class Hit(NamedTuple):
    """What a rule found: the place in the source, what is wrong there, and what to do.

    A text that the message quotes stands between “ and ”, and is the source text at the place.
    """

    span: Span
    message: str
    advice: str
    severity: Severity | None = None
    """Where this one is milder or worse than the rule's own severity."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that a link to the article will show, as found on the disk; looked up by whoever reads files."""

    path: str
    """As the article names it; empty for a card that the build draws."""
    exists: bool = True
    width: int = 0
    """In pixels, like the height; 0 where it is not known."""
    height: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article's rules look at."""

    assessment: Assessment
    kit: Kit
    lexicon: bool = True
    """Whether the article's language has word tables; where not, rules that look for words stay silent."""
    picture: Picture | None = None
    """None where nobody has looked, as in a check without a site."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the rules that compare articles know of each; small, so that it can be kept from build to build."""

    path: str
    topic: str
    """The stated topic, or empty."""
    topic_span: Span
    series: str
    """The name of the series that the article declares (`series:` in its front matter), or empty."""
    posts: tuple[tuple[str, str], ...]
    """Network and message of each post."""
    digest: str
    """Tells its running text from any other; empty where there is none."""


T = TypeVar("T")


class Same(Generic[T]):
    """A value as a key, told from others by identity: to compare two articles would take longer than to look at one
    anew."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


Check = Callable[[Subject, Options], Iterator[Hit]]
SiteCheck = Callable[[Sequence[Entry], Options], Iterator[tuple[str, Hit]]]
"""Yields the path of the article that a hit belongs to, and the hit."""


class Option(NamedTuple):
    """One option of a rule."""

    default: Any
    what: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. Exactly one of `check` and `check_site` is set."""

    name: str
    code: str
    """A letter for the group (C, T, D, G, S) and three digits; never given to another rule."""
    group: Group
    severity: Severity
    summary: str
    """One line, as a sentence."""
    why: str
    """What the writer gains by following it: one short paragraph."""
    bad: str
    """A whole small article on which it fires."""
    good: str
    """The same article mended."""
    check: Check | None = None
    check_site: SiteCheck | None = None
    options: Mapping[str, Option] = field(default_factory=dict)
    lexical: bool = False
    """Whether it needs the word tables of the article's language."""
