"""The options of the plugin in `mkdocs.yml`, read and checked: one mistake never hides the next.

The plugin and the command read the same ones, so they stand here and not in the plugin's own MkDocs class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal

from mkdocs_focus.finding import SEVERITIES, Severity
from mkdocs_focus.settings import FailOn, RuleSetting, Settings
from mkdocs_focus.share.kit import NETWORKS

if TYPE_CHECKING:
    from mkdocs_focus.rules.rule import Rule

FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")


@dataclass(frozen=True)
class Options:
    """The options, each with its default."""

    enabled: bool = True
    """Whether the plugin does anything."""
    articles: tuple[str, ...] = ()
    """Glob patterns of the pages that are articles, relative to `docs_dir`. Unset: the posts, where Material's blog
    plugin is on; else every page but index, tag and archive pages."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter for articles that do not say it themselves, such as `audience:` or `depth:`."""
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    """For each rule a severity (`error`, `warning`, `note`), `off`, or keys: `severity`, `exclude` (glob patterns of
    articles to leave alone) and the rule's own options."""
    fail_on: FailOn = "never"
    """End the build with exit status 1 on a finding at least as bad: `error`, `warning`, `note` or `never`. Works
    also where `mkdocs build --strict` does not, under `--quiet`."""
    focus_dir: str = "focus"
    """Where posts and report are written, relative to `mkdocs.yml`."""
    cache_dir: str = ".cache/plugin/focus"
    """Where reviews are kept from build to build, relative to `mkdocs.yml`."""
    networks: tuple[str, ...] = NETWORKS
    """The networks to write posts for."""
    language: str = "en"
    """The language of the articles. The word tables are English; for another language the judgements that need them
    stay silent."""
    templates: str | None = None
    """A folder with your own Jinja2 templates for posts, relative to `mkdocs.yml`; they go before ours."""
    twitter_site: str | None = None
    """The site's name on X, such as `@example`, for the head tags."""
    twitter_creator: str | None = None
    """The author's name on X, where all articles are by one; authors whose address is a profile on X go first."""
    cards: bool = False
    """Draw a card image for each article without a picture. Needs the extra `cards`; Material's social plugin goes
    first. Off by default, since drawing takes longer than all the rest."""
    share_buttons: bool = False
    """Put plain links for sharing on X and Facebook under each article. No script, no tracker."""

    def settings(self, site_name: str = "", site_url: str = "", templates: str | None = None) -> Settings:
        """What the judging needs of the options, and of the site."""
        return Settings(
            articles=self.articles,
            defaults=self.defaults,
            rules=self.rules,
            networks=self.networks,
            language=self.language,
            site_name=site_name,
            site_url=site_url,
            templates=templates,
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """An option that cannot be used as it is written."""

    option: str
    message: str


def read_options(raw: Mapping[str, Any]) -> tuple[Options, tuple[Mistake, ...]]:
    """Read the plugin's options; what is wrong keeps its default and is reported, everything at once."""
    mistakes: list[Mistake] = []
    known = {f.name: f for f in fields(Options)}
    values: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in known:
            mistakes.append(Mistake(str(name), f"there is no such option{_nearest(str(name), list(known))}"))
            continue
        if value is None:
            continue
        try:
            values[name] = _READERS[name](value)
        except _Wrong as wrong:
            mistakes += [Mistake(f"{name}.{key}" if key else name, message) for key, message in wrong.reasons]
    return Options(**values), tuple(mistakes)


class _Wrong(Exception):
    """Why a value cannot be used: pairs of the key below the option, which may be empty, and the reason."""

    def __init__(self, *reasons: tuple[str, str]) -> None:
        self.reasons = reasons


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1, 0.5)
    return f"; did you mean `{near[0]}`?" if near else f"; there are {', '.join(known)}"


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong(("", f"is {value!r}; it takes true or false"))
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(("", f"is {value!r}; it takes a text"))
    return value


def _texts(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, Sequence) or not all(isinstance(item, str) for item in items):
        raise _Wrong(("", f"is {value!r}; it takes a list of texts"))
    return tuple(items)


def _networks(value: Any) -> tuple[str, ...]:
    items = _texts(value)
    if wrong := [(item, f"is no network{_nearest(item, NETWORKS)}") for item in items if item not in NETWORKS]:
        raise _Wrong(*wrong)
    return items


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _Wrong(("", f"is {value!r}; it takes keys with values"))
    return value


def _fail_on(value: Any) -> FailOn:
    for level in FAIL_ON:
        if value == level:
            return level
    if value is False:  # `never` is what people mean by off
        return "never"
    raise _Wrong(("", f"is {value!r}{_nearest(str(value), FAIL_ON)}"))


def _rules(value: Any) -> Mapping[str, RuleSetting]:
    # Imported where it is needed: most sites set no rule, and a build in which nothing changed needs none.
    from mkdocs_focus.rules.catalogue import BY_NAME

    wrong: list[tuple[str, str]] = []
    settings: dict[str, RuleSetting] = {}
    for name, setting in _mapping(value).items():
        if name not in BY_NAME:
            wrong.append((str(name), f"there is no such rule{_nearest(str(name), list(BY_NAME))}"))
            continue
        try:
            settings[name] = _rule(BY_NAME[name], setting)
        except _Wrong as inner:
            wrong += [(f"{name}.{key}" if key else name, message) for key, message in inner.reasons]
    if wrong:
        raise _Wrong(*wrong)
    return settings


def _rule(rule: Rule, value: Any) -> RuleSetting:
    if not isinstance(value, Mapping):
        return RuleSetting(_severity(value))
    wrong: list[tuple[str, str]] = []
    options: dict[str, Any] = {}
    severity: Severity | Literal["off"] | None = None
    exclude: tuple[str, ...] = ()
    for key, item in value.items():
        if key == "severity":
            severity = _severity(item)
        elif key == "exclude":
            exclude = _texts(item)
        elif key not in rule.options:
            wrong.append(
                (key, f"there is no such option{_nearest(str(key), ['severity', 'exclude', *rule.options])}")
            )
        elif not _fits(item, rule.options[key].default):
            wrong.append((key, f"is {item!r}; it takes a value like {rule.options[key].default!r}"))
        else:
            options[key] = tuple(item) if isinstance(item, list) else item
    if wrong:
        raise _Wrong(*wrong)
    return RuleSetting(severity, options, exclude)


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    if isinstance(default, (list, tuple)):
        return isinstance(value, list)
    return isinstance(value, type(default))


def _severity(value: Any) -> Severity | Literal["off"] | None:
    if value is False or value == "off":  # YAML reads a bare off as false
        return "off"
    if value is True or value == "on":
        return None
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise _Wrong(("", f"is {value!r}{_nearest(str(value), [*SEVERITIES, 'off'])}"))


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "enabled": _flag,
    "articles": _texts,
    "defaults": _mapping,
    "rules": _rules,
    "fail_on": _fail_on,
    "focus_dir": _text,
    "cache_dir": _text,
    "networks": _networks,
    "language": _text,
    "templates": _text,
    "twitter_site": _text,
    "twitter_creator": _text,
    "cards": _flag,
    "share_buttons": _flag,
}
