"""The last build as a whole. Where nothing changed since, its words are said again, and nothing is judged or written.

That a build depends on nothing else than what stands here is what makes this right: the state names all of it but the
files that it looked at or left, and those are compared by size and time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_focus.finding import Severity
from mkdocs_focus.kept import Stamp, fingerprint, keep, kept, stamp
from mkdocs_focus.page import Page
from mkdocs_focus.review.options import Options
from mkdocs_focus.settings import Settings


@dataclass(frozen=True)
class SiteFacts:
    """What MkDocs says of a site and of this build."""

    root: Path
    """The folder of `mkdocs.yml`."""
    docs: Path
    built: Path
    """Where the site is written to."""
    name: str
    url: str
    """The address at which the site is served; in a preview that of this machine."""
    public: str
    """The address as `mkdocs.yml` has it."""
    palette: Any
    """The theme's colours, as Material has them."""
    serving: bool
    partial: bool
    """Whether only pages that changed are built (`--dirty`), so that the others are not known."""
    social: bool
    """Whether Material's social plugin draws cards."""
    report_at: str
    """Where a preview shows the report, inside the site."""
    prefix: str
    """The way from the working folder to `root`, as it stands before paths: empty, or with `/` at its end."""
    options: Options
    settings: Settings
    at: Callable[[str], str] = field(repr=False)
    """For a path inside the docs folder the one inside the site, which plugins may have changed."""

    @property
    def folder(self) -> Path:
        """Where the author's files go. A preview shows half-finished texts: they stay out of what is published."""
        options = self.options
        return self.root / (f"{options.cache_dir}/serve" if self.serving else options.focus_dir)


class Built(NamedTuple):
    """Where an article's page lies in the site."""

    url: str
    """Relative to the site's address."""
    file: str


def state_of(site: SiteFacts, pages: Mapping[str, Page], built: Mapping[str, Built], baseline: bytes | None) -> str:
    """What a build depends on, in short."""
    base = fingerprint(site.settings)
    digest = blake2b(repr((site, built, baseline)).encode("utf-8", "surrogatepass"), key=base, digest_size=16)
    for page in pages.values():
        digest.update(page.key(base))
    return digest.hexdigest()


class Head(NamedTuple):
    """What was put into the head of one page."""

    digest: str
    """Of all that stood before it."""
    at: int
    insert: str
    contradictions: tuple[tuple[str, str, str], ...]
    """Where the head says otherwise: key, theirs, ours."""

    def fits(self, page: str, authors: tuple[tuple[str, str], ...]) -> bool:
        """Whether `page` is the same up to there."""
        return self.digest == head_digest(page, self.at, authors)


def head_digest(page: str, at: int, authors: tuple[tuple[str, str], ...]) -> str:
    """What a page's missing head tags depend on, besides its article: all up to `at`, and who wrote it."""
    digest = blake2b(page[:at].encode("utf-8", "surrogatepass"), digest_size=16)
    digest.update(repr(authors).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@dataclass
class Last:
    """What the last build said and did."""

    state: str
    told: list[tuple[str, str]] = field(default_factory=list)
    """The lines of its log: level and text."""
    counts: dict[Severity, int] = field(default_factory=dict)
    """How many findings of each severity there are."""
    looked: dict[str, Stamp] = field(default_factory=dict)
    """Where it looked for pictures."""
    addresses: dict[str, str] = field(default_factory=dict)
    """The pictures that it took: the path inside the docs folder, and inside the site."""
    files: dict[str, Stamp] = field(default_factory=dict)
    """What it left in the `focus/` folder."""
    cards: dict[str, str] = field(default_factory=dict)
    """The cards that it drew: the path inside the site, and where the drawing is kept."""
    heads: dict[str, Head] = field(default_factory=dict)

    def still_holds(self, site: SiteFacts) -> bool:
        """Whether the files that it looked at, and those that it left, are as they were."""
        left = ((str(site.folder / name), known) for name, known in self.files.items())
        return (
            all(site.at(path) == address for path, address in self.addresses.items())
            and _as_known(self.looked.items())
            and _as_known(left)
            and all(Path(drawing).is_file() for drawing in self.cards.values())
        )

    def put_cards(self, site: SiteFacts) -> None:
        """Put the cards into the site, which MkDocs empties before each build."""
        for name, drawing in self.cards.items():
            put_card(site.built / name, Path(drawing).read_bytes())

    def write(self, file: Path) -> None:
        """Keep it for the next build."""
        keep(file, json.dumps(vars(self), separators=(",", ":")).encode())


def put_card(file: Path, data: bytes) -> None:
    """Write a card into the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _as_known(files: Iterable[tuple[str, Stamp]]) -> bool:
    return all(stamp(file) == known for file, known in files)


def last_build(file: Path, state: str) -> Last | None:
    """The last build, where it had this very state."""
    data = kept(file)
    if state.encode() not in data[:100]:
        return None
    try:
        last = Last(**json.loads(data))
        last.looked = {path: _stamp(known) for path, known in last.looked.items()}
        last.files = {path: _stamp(known) for path, known in last.files.items()}
        last.heads = {uri: Head(*head) for uri, head in last.heads.items()}
    except (ValueError, TypeError):
        return None
    return last


def _stamp(known: Sequence[int] | None) -> Stamp:
    return (known[0], known[1]) if known else None
