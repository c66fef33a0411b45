"""Front matter -> contract."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import unescape
from typing import Any, Literal, NamedTuple

from mkdocs_focus.contract.fields import DEPTHS, DESCRIPTION_KEYS, FIELDS, GROUPS, MODIFIED_KEYS, Depth, Field
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.position import Span


class ContractProblem(NamedTuple):
    """What is wrong with a field, and what to do."""

    kind: Literal["wrong-type", "unknown-key", "ignore-without-reason"]
    span: Span
    message: str
    advice: str


class Ignore(NamedTuple):
    """A rule that the author switched off for the page."""

    rule: str
    reason: str
    span: Span


class Share(NamedTuple):
    """What the author says of sharing."""

    uid: str | None = None
    twitter: tuple[str, ...] = ()
    facebook: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    image: str | None = None
    image_alt: str | None = None
    skip: bool = False


@dataclass(frozen=True)
class Contract:
    """What the front matter promises. A field of the wrong type counts as absent, and is a problem."""

    title: str = ""
    """The article's title; empty where it has none. From the front matter, else the first heading."""
    title_span: Span = field(default=Span(0, 0), repr=False)
    topic: str | None = None
    depth: Depth | None = None
    audience: str | None = None
    details: tuple[str, ...] = ()
    share: Share = field(default_factory=Share)
    ignores: tuple[Ignore, ...] = ()
    excluded: bool = False
    """Whether `focus: false` takes the page out."""
    description: str = ""
    description_span: Span | None = field(default=None, repr=False)
    date: datetime.date | None = None
    modified: datetime.date | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    problems: tuple[ContractProblem, ...] = ()


def read_contract(article: Article, defaults: Mapping[str, Any] | None = None) -> Contract:
    """Read what the article promises: its own front matter, then what it inherits, then the site's `defaults`."""
    return _Reading(article, defaults or {}).contract()


class _Reading:
    """One article's reading; collects problems as it goes."""

    def __init__(self, article: Article, defaults: Mapping[str, Any]) -> None:
        self.article, self.defaults = article, defaults
        self.problems: list[ContractProblem] = []

    def contract(self) -> Contract:
        excluded = self.raw("focus") is False
        self.check_groups()
        read = {f.path: self.field(f) for f in FIELDS if f.path != ("focus", "ignore")}
        title, title_span = self.title()
        description, description_span = self.description()
        return Contract(
            title=title,
            title_span=title_span,
            topic=read["topic",],
            depth=read["depth",],
            audience=read["audience",],
            details=read["details",] or (),
            share=Share(**{f.path[1]: v for f in FIELDS if f.path[0] == "share" and (v := read[f.path])}),
            ignores=tuple(self.ignores()),
            excluded=excluded,
            description=description,
            description_span=description_span,
            date=_date(self.article.value("date"), "created"),
            modified=_date(self.article.value("date"), "updated", bare=False)
            or next((d for key in MODIFIED_KEYS if (d := _date(self.article.value(key), "updated"))), None),
            tags=tuple(self.names("tags")),
            authors=tuple(self.names("authors")) or tuple(self.names("author")),
            problems=tuple(self.problems),
        )

    def raw(self, *path: str) -> Any:
        found = self.article.value(*path)
        if found is not None:
            return found
        found = self.defaults
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def place(self, *path: str | int) -> Span:
        """Where the value stands; of an inherited one the start of the file."""
        return self.article.front.value(*path) or Span(0, 0)

    def problem(
        self,
        kind: Literal["wrong-type", "unknown-key", "ignore-without-reason"],
        span: Span,
        message: str,
        advice: str,
    ) -> None:
        self.problems.append(ContractProblem(kind, span, message, advice))

    def field(self, field: Field) -> Any:
        value = self.raw(*field.path)
        name = ".".join(field.path)
        if value is None:
            if self.article.front.value(*field.path) is not None and field.path == ("topic",):
                self.wrong(field, "is empty", "State the one thing that the article is about, or delete the key.")
            return None
        if field.type == "flag":
            if not isinstance(value, bool):
                self.wrong(field, f"is {_kind(value)}, not true or false", "Write true or false, without quotes.")
                return None
            return value
        if field.type == "texts":
            return self.texts(field, value)
        if isinstance(value, str) and value.strip():
            text = " ".join(value.split())
            if field.type == "depth" and text.lower() not in DEPTHS:
                near = get_close_matches(text.lower(), DEPTHS, 1, 0.4)
                meant = f"Did you mean `{near[0]}`? " if near else ""
                self.wrong(field, f"is “{_short(text)}”", f"{meant}Write `brief`, `detailed` or `deep-dive`.")
                return None
            if field.type == "text" and len(text) > 300 and field.path[0] in ("topic", "audience"):
                self.wrong(field, f"has {len(text)} characters", "Say it in a phrase of up to a dozen words.")
                return None
            return text.lower() if field.type == "depth" else text
        if isinstance(value, int) and not isinstance(value, bool) and name in ("share.uid", "topic"):
            # YAML reads 2024 or 302 as a number; a writer meant the text.
            if name == "share.uid":
                return str(value)
            self.wrong(field, "is a number, not a text", f'Write a phrase: topic: "{value} …".')
            return None
        self.wrong(
            field,
            f"is {_kind(value)}, not a text",
            f"Write one text, such as {field.path[-1]}: {field.example}.",
        )
        return None

    def texts(self, field: Field, value: Any) -> tuple[str, ...] | None:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, Sequence):
            self.wrong(
                field,
                f"is {_kind(value)}, not a text or a list of texts",
                f"Write {field.path[-1]}: {field.example}.",
            )
            return None
        found = []
        for index, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                found.append(item.strip())
            elif item is not None and not (isinstance(item, str)):
                span = self.article.front.value(*field.path, index) or self.place(*field.path)
                message = f"item {index + 1} of `{'.'.join(field.path)}` is {_kind(item)}, not a text"
                self.problem("wrong-type", span, message, "Put it in quotes.")
        return tuple(found)

    def wrong(self, field: Field, message: str, advice: str) -> None:
        self.problem("wrong-type", self.place(*field.path), f"`{'.'.join(field.path)}` {message}", advice)

    def check_groups(self) -> None:
        for group in GROUPS:
            value = self.raw(group)
            if value is None or (group == "focus" and value is False):
                continue
            known = [f.path[1] for f in FIELDS if f.path[0] == group]
            if not isinstance(value, Mapping):
                advice = (
                    f"Indent keys below it: {', '.join(known)}."
                    if group == "share"
                    else "Write `focus: false`, or keys below it."
                )
                self.problem(
                    "wrong-type",
                    self.place(group),
                    f"`{group}` is {_kind(value)}, not keys with values",
                    advice,
                )
                continue
            for key in value:
                if str(key) in known:
                    continue
                near = get_close_matches(str(key).lower(), known, 1, 0.5)
                advice = f"Did you mean `{near[0]}`?" if near else f"It takes {', '.join(known)}."
                span = self.article.front.key(group, str(key)) or Span(0, 0)
                self.problem("unknown-key", span, f"`{group}` has no key `{_short(str(key))}`", advice)

    def ignores(self) -> Iterator[Ignore]:
        value = self.raw("focus", "ignore")
        if value is None:
            return
        if isinstance(value, Mapping):
            value = [{key: reason} for key, reason in value.items()]
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, Sequence):
            self.problem(
                "wrong-type",
                self.place("focus", "ignore"),
                f"`focus.ignore` is {_kind(value)}, not a list",
                'Write a list: - no-sources: "the reason".',
            )
            return
        for index, item in enumerate(value):
            span = self.article.front.value("focus", "ignore", index) or self.place("focus", "ignore")
            pairs = item.items() if isinstance(item, Mapping) else [(item, None)]
            for rule, reason in pairs:
                if not isinstance(reason, str) or not reason.strip():
                    message = f"`{_short(str(rule))}` is ignored without a reason"
                    self.problem(
                        "ignore-without-reason",
                        span,
                        message,
                        f'Say why: - {_short(str(rule))}: "the reason".',
                    )
                    reason = ""
                yield Ignore(str(rule), reason.strip(), span)

    def title(self) -> tuple[str, Span]:
        value = self.article.value("title")
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return " ".join(unescape(str(value)).split()), self.place("title")
        for block in self.article.body.blocks:
            if block.kind == "heading" and block.text.strip():
                return " ".join(block.text.split()), block.source_span(0, len(block.text))
        return "", Span(0, 0)

    def description(self) -> tuple[str, Span | None]:
        for key in DESCRIPTION_KEYS:
            value = self.article.value(key)
            if isinstance(value, str) and value.strip():
                return " ".join(unescape(value).split()), self.article.front.value(key)
        return "", None

    def names(self, key: str) -> Iterator[str]:
        value = self.article.value(key)
        items = [value] if isinstance(value, (str, Mapping)) else value if isinstance(value, Sequence) else []
        for item in items:
            name = item.get("name") if isinstance(item, Mapping) else item
            if isinstance(name, (str, int, float)) and str(name).strip():
                yield str(name).strip()


def _date(value: Any, part: str, bare: bool = True) -> datetime.date | None:
    """A date as writers write it; of Material's `date: {created: …, updated: …}` the part, else with `bare` all."""
    if isinstance(value, Mapping):
        value = value.get(part)
    elif not bare:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return None


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return "a date"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, str):
        return "an empty text" if not value.strip() else "a text"
    if isinstance(value, Sequence):
        return "a list"
    return "empty" if value is None else f"of type {type(value).__name__}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
