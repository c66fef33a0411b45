"""The work of a build on a site's articles: judging them, telling what was found, head tags, the `focus/` folder.

It knows nothing of MkDocs. Where nothing changed since the last build it is not even imported; what only some builds
need is imported by them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs_focus.build import build, forget, uncollected
from mkdocs_focus.cards import card_alt, card_facts, card_name, drawn, kept_card
from mkdocs_focus.finding import SEVERITIES, Severity
from mkdocs_focus.kept import Stamp, stamp
from mkdocs_focus.last import Built, SiteFacts, put_card
from mkdocs_focus.output import console
from mkdocs_focus.output.colours import accent
from mkdocs_focus.output.folder import MANIFEST, kit_files, to_file, write_folder
from mkdocs_focus.output.head import page_facts
from mkdocs_focus.output.history import Past, read_past
from mkdocs_focus.output.json import share_index
from mkdocs_focus.output.report import Links, make_report, report_html, report_json
from mkdocs_focus.page import Page
from mkdocs_focus.pictures import Folders, address, find_picture, media_type
from mkdocs_focus.review.baseline import apply, read_baseline
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.review.review import Review
from mkdocs_focus.rules.rule import Picture
from mkdocs_focus.share.card import HEIGHT, WIDTH, is_available
from mkdocs_focus.share.missing import Missing, missing_tags
from mkdocs_focus.share.tags import Author, Image

if TYPE_CHECKING:
    from mkdocs_focus.output.panel import Panels

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "info"}
"""The level at which MkDocs logs a finding."""


class Work:
    """All of it, for one build. Raises ValueError where the baseline is none."""

    def __init__(
        self, site: SiteFacts, pages: Mapping[str, Page], built: Mapping[str, Built], baseline: bytes | None
    ) -> None:
        """Judge the articles; `pages` and `built` are by their paths inside the docs folder."""
        self.site, self._pages, self._built = site, pages, built
        self.looked: dict[str, Stamp] = {}
        self.addresses: dict[str, str] = {}
        self._folders = {uri: Folders((site.docs / uri).parent, site.docs, self.looked) for uri in pages}
        self._uris = {page.path: uri for uri, page in pages.items()}
        self._draws = site.options.cards and not site.social and is_available()
        kept = site.root / site.options.cache_dir / ("serve.reviews" if site.serving else "build.reviews")
        cache = Cache(None if site.partial else kept)  # it would forget the pages that are not built
        outcome = build(pages.values(), site.settings, cache, self._picture)
        if baseline is not None:
            outcome = replace(outcome, reviews=tuple(apply(outcome.reviews, read_baseline(baseline))[0]))
        if not site.serving:
            forget()
        self.failures = outcome.failures
        self.reviews = {self._uris[review.path]: review for review in outcome.reviews}
        self._cards = {
            uri: card_facts(review, site.name, site.palette, ())
            for uri, review in self.reviews.items()
            if review.picture and not review.picture.path and review.kit.posts and not review.draft
        }
        self._images: dict[str, Image | None] = {}

    def _picture(self, page: Page, stated: str | None, shown: tuple[str, ...]) -> Picture | None:
        found = find_picture(stated, shown, self._folders[self._uris[page.path]])
        return found or (Picture("") if self._draws else None)

    @cached_property
    def _past(self) -> Past:
        return read_past(self.site.root / self.site.options.focus_dir / "report.json")

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity there are."""
        found = [f.severity for review in self.reviews.values() for f in review.findings]
        return {severity: found.count(severity) for severity in SEVERITIES}

    def told(self) -> list[tuple[str, str]]:
        """What the log says, each with its level."""
        site, options = self.site, self.site.options
        reviews = list(self.reviews.values())
        lines = []
        if options.cards and not site.social and not is_available():
            text = "the option `cards` needs Pillow: pip install 'mkdocs-focus[cards]'; no card is drawn"
            lines.append(("warning", text))
        if options.articles and not self._pages:
            text = f"the option `articles` ({', '.join(options.articles)}) matches no page"
            lines.append(("warning", text))
        if not site.url and any(review.kit.posts for review in reviews):
            lines.append(("info", "the posts have no link, since mkdocs.yml has no `site_url`"))
        for failure in self.failures:
            text = f"{failure.path} could not be judged ({failure.message}); the other articles were"
            lines += [("error", text), ("debug", failure.trace)]
        report = f"{site.prefix}{options.focus_dir}/report.json"
        for line in console.lines(reviews, report, site.prefix):
            lines.append((LEVELS[line.severity], f"{line.text}\n    {line.advice}"))
        if reviews:
            posts_at = f"{site.prefix}{options.focus_dir}/share"
            lines += [("info", text) for text in console.summary(reviews, posts_at)]
        return lines

    def annotations(self) -> list[str]:
        """The findings as GitHub's annotations."""
        from mkdocs_focus.output import github

        return github.workflow_commands(list(self.reviews.values()), self.site.prefix)

    def job_summary(self) -> str:
        """The summary for GitHub's page of the job."""
        from mkdocs_focus.output import github

        return github.job_summary(list(self.reviews.values()), self.site.prefix)

    def buttons(self, uri: str) -> str:
        """The links for sharing that stand under an article."""
        from mkdocs_focus.output.buttons import share_buttons

        return share_buttons(self.reviews[uri]) if uri in self.reviews else ""

    def missing(self, uri: str, page: str, authors: Iterable[tuple[str, str]], canonical: str) -> Missing | None:
        """What the head of an article's finished page lacks, and says otherwise; None where it is no article.

        `authors` are names and addresses.
        """
        review = self.reviews.get(uri)
        if review is None:
            return None
        facts = page_facts(
            review,
            site_name=self.site.name,
            locale=self.site.options.language,
            image=self._image(uri),
            drawn=self.site.social,
            twitter_site=self.site.options.twitter_site or "",
            twitter_creator=self.site.options.twitter_creator or "",
            authors=tuple(Author(name, url) for name, url in authors),
        )
        if self.site.serving:
            facts = replace(facts, url=canonical)  # as the theme has it
        found = missing_tags(page, facts)
        if review.facts.described:
            return found
        # A description that we made up ourselves contradicts nothing.
        told = tuple(c for c in found.contradictions if "description" not in c.key)
        return found._replace(contradictions=told)

    def with_panel(self, uri: str, page: str, panels: Panels) -> str:
        """A finished page with the panel of a preview."""
        from mkdocs_focus.output.panel import Site, insert
        from mkdocs_focus.output.preview import read_card

        review, site = self.reviews.get(uri), self.site
        if review is None:
            return page
        account = site.options.twitter_site or ""
        around = Site(site.name, urlsplit(site.url).path + site.report_at, account)
        card = read_card(page, review, site.url, site.public)
        return insert(page, panels.html(review, self._pages[uri], card, around, self._past.before(review)))

    def _image(self, uri: str) -> Image | None:
        if uri not in self._images:
            self._images[uri] = self._find_image(uri, self.reviews[uri])
        return self._images[uri]

    def _find_image(self, uri: str, review: Review) -> Image | None:
        picture, site = review.picture, self.site
        if (card := self._cards.get(uri)) and site.url:
            url = f"{site.url.rstrip('/')}/{quote(card_name(review.uid))}"
            return Image(url, WIDTH, HEIGHT, "image/png", card_alt(card))
        url = address(picture, self._folders[uri], site.url, self._at) if picture else ""
        if picture is None or not url:
            return None
        alt = review.facts.image_alt or ""
        return Image(url, picture.width, picture.height, media_type(picture.path), alt)

    def _at(self, path: str) -> str:
        self.addresses[path] = found = self.site.at(path)
        return found

    @uncollected()
    def write(self) -> dict[str, Stamp]:
        """Write the `focus/` folder, and a preview's report into the site; returns the files that it holds."""
        site, folder = self.site, self.site.folder
        reviews = list(self.reviews.values())
        shared = [r for r in reviews if not r.draft]
        images = {r.path: image.url for uri, r in self.reviews.items() if (image := self._image(uri))}
        index = share_index(shared, site.name, site.url, not site.serving, images)
        files: dict[str, str | bytes] = {**kit_files(shared), MANIFEST: to_file(index, 6)}
        errors = [(f.path, f.message) for f in self.failures]
        report = make_report(reviews, errors, self._past, site.name, site.public)
        colour = accent(site.palette)
        if site.serving:
            from mkdocs_focus.output.panel import assets

            home = urlsplit(site.url).path
            links = {r.path: home + self._built[uri].url for uri, r in self.reviews.items()}
            page = report_html(report, Links(links, home), colour)
            write_folder(site.built / site.report_at, {"index.html": page, **assets()})
        else:
            built = os.path.relpath(site.built, folder)
            links = {r.path: r.url or f"{built}/{self._built[uri].file}" for uri, r in self.reviews.items()}
            files["report.json"] = report_json(report)
            files["report.html"] = report_html(report, Links(links), colour)
        write_folder(folder, files)
        return {name: stamp(str(folder / name)) for name in files}

    def draw_cards(self) -> dict[str, str]:
        """Put the cards into the site; returns for each path there where its drawing is kept."""
        folder = self.site.root / self.site.options.cache_dir / "cards"
        cards = {card_name(self.reviews[uri].uid): (kept_card(f, folder), f) for uri, f in self._cards.items()}
        for name, (file, facts) in cards.items():
            put_card(self.site.built / name, drawn(facts, file))
        return {name: str(file) for name, (file, _) in cards.items()}
