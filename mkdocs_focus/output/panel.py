"""The panel that stands beside an article in `mkdocs serve`: what to mend, why the score, how the posts will look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_focus.finding import Finding
from mkdocs_focus.output.console import count
from mkdocs_focus.output.history import Before
from mkdocs_focus.output.pages import ascii_only, asset, render
from mkdocs_focus.output.preview import Card, post_views
from mkdocs_focus.page import Page
from mkdocs_focus.review.review import Measure, Review

REASONS = 10
"""Reasons that are told of a score, the strongest."""


@dataclass(frozen=True, slots=True)
class Place:
    """A finding, and how the script finds its text on the page."""

    finding: Finding
    quote: str
    """The source text there, shortened."""
    nth: int
    """How many times the quote stands in the article before this place."""
    title: bool
    """Whether it is the title in the front matter, which the page shows as its heading."""
    hidden: bool
    """Whether it stands elsewhere in the front matter, which the page does not show."""


@dataclass(frozen=True)
class Site:
    """What the panel says of the site."""

    name: str
    report: str
    """The address of the report, with a slash at its end: the panels' style and script lie there too."""
    account: str = ""
    """The site's name on X, with its @."""


class Panels:
    """Panels for a preview's pages. A rebuild after an edit draws those anew that have something else to say."""

    def __init__(self) -> None:
        self._drawn: dict[str, tuple[tuple[object, ...], str]] = {}

    def html(self, review: Review, page: Page, card: Card, site: Site, before: Before | None = None) -> str:
        """The panel of an article as HTML for the end of its finished page."""
        about = (page.data, card, before, site, review)
        kept = self._drawn.get(review.path)
        if kept is None or kept[0] != about:
            kept = self._drawn[review.path] = (about, _draw(review, page.text, card, site, before))
        return kept[1]


def assets() -> dict[str, str | bytes]:
    """What all panels have in common: files beside the report, since in each page they would double its size."""
    return {"panel.css": asset("panel.css") + asset("post.css"), "panel.js": asset("panel.js")}


def _draw(review: Review, text: str, card: Card, site: Site, before: Before | None) -> str:
    html = render(
        "panel.html.j2",
        review=review,
        site=site,
        card=card,
        tally=count(len(review.findings), "finding") if review.findings else "nothing to mend",
        places=list(places(review.findings, text, review.facts.title)),
        measures=[(name, measure, reasons(measure)) for name, measure in _measures(review)],
        suggestions=[s for s in review.suggestions if s.casefold() != review.topic.casefold()],
        posts=post_views(review),
        change=review.score.value - before.score if before else 0.0,
    )
    return ascii_only(html)


def _measures(review: Review) -> list[tuple[str, Measure]]:
    return [
        ("Score", review.score),
        ("Narrowness", review.narrowness),
        ("Depth", review.depth),
        ("Focus", review.focus),
    ]


def reasons(measure: Measure) -> list[tuple[str, str, int | None]]:
    """What raised and lowered a score, strongest first: its share with its sign, in words, its line.

    What is not told by itself is told in sum, so that the figures add up to the score.
    """
    counted = sorted((r for r in measure.reasons if abs(r.weight) >= 0.05), key=lambda reason: -abs(reason.weight))
    told = [(_signed(r.weight), r.what, r.line) for r in counted[:REASONS]]
    if rest := counted[REASONS:]:
        told.append((_signed(sum(r.weight for r in rest)), f"{count(len(rest), 'lesser reason')} together", None))
    return told


def _signed(weight: float) -> str:
    return f"{weight:+.1f}".replace("-", "−")


def places(findings: Sequence[Finding], text: str, title: str) -> Iterator[Place]:
    """Each finding with what to look for on the page."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    body = _body(text)
    for finding in findings:
        at = starts[min(finding.line, len(starts)) - 1] + finding.column - 1
        # An excerpt is shortened and its line breaks are blanks; the script looks for its letters and digits alone.
        quote = finding.excerpt.removesuffix("…")
        first = quote[:40]
        nth = text.count(first, body, at) if first and at >= body else 0
        front = at < body
        is_title = front and bool(quote) and " ".join(title.split()).startswith(quote)
        yield Place(finding, quote, nth, is_title, front and not is_title)


def _body(text: str) -> int:
    """Where the front matter ends, near enough."""
    for fence in ("---", "+++"):
        if text.startswith((fence, "\ufeff" + fence)):
            end = text.find(f"\n{fence}", len(fence))
            return end + 4 if end >= 0 else 0
    return 0


def insert(page: str, panel: str) -> str:
    """A page with the panel after its main part, or else at its end.

    Material's instant navigation exchanges what surrounds `<main>`, and with it the panel.
    """
    for mark, after in (("</main>", True), ("</body>", False)):
        at = page.rfind(mark)
        if at >= 0:
            at += len(mark) if after else 0
            return page[:at] + panel + page[at:]
    return page + panel
