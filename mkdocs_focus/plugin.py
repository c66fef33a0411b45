"""MkDocs events in, files out; the only file that knows MkDocs.

Everything that thinks lives below `build.py`. What is here decides when, on which pages, and where results go.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from mkdocs_focus.build import Outcome, build, is_article
from mkdocs_focus.build import Page as Unread
from mkdocs_focus.cards import card_alt, card_facts, card_name, drawn
from mkdocs_focus.contract.fields import DESCRIPTION_KEYS
from mkdocs_focus.finding import Severity, at_least
from mkdocs_focus.output import console, github
from mkdocs_focus.output.buttons import share_buttons
from mkdocs_focus.output.colours import accent
from mkdocs_focus.output.folder import MANIFEST, kit_files, to_json, write_folder
from mkdocs_focus.output.head import Contradictions, page_facts
from mkdocs_focus.output.history import Past, read_past
from mkdocs_focus.output.json import share_index
from mkdocs_focus.output.panel import Panels, Site, assets, insert
from mkdocs_focus.output.preview import read_card
from mkdocs_focus.output.report import Links, make_report, report_html, report_json
from mkdocs_focus.pictures import Folders, address, find_picture, media_type
from mkdocs_focus.review.baseline import FILE, apply, read_baseline
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.review.options import Options, read_options
from mkdocs_focus.review.review import Review
from mkdocs_focus.rules.rule import Picture
from mkdocs_focus.share.card import HEIGHT, WIDTH, CardFacts, is_available
from mkdocs_focus.share.tags import Image, missing_tags
from mkdocs_focus.text.position import decode

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("focus")

INHERITED = (
    *("topic", "depth", "audience", "details", "share", "focus", "series", "title", "date", "tags"),
    *("authors", "author", "image", *DESCRIPTION_KEYS),
)
"""What the plugin reads of a page's merged front matter; the rest must not make a cached review look out of date."""


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether this is `mkdocs serve --clean`, which says that it is a build: it builds into a temporary folder, and
    the site's address is that of its own server. Kits made there must never look publishable."""
    folder = Path(config.site_dir)
    temporary = folder.parent == Path(tempfile.gettempdir()) and folder.name.startswith("mkdocs_")
    return temporary and urlsplit(config.site_url or "").netloc == str(config.dev_addr)


def _public_address(config: MkDocsConfig) -> str:
    """The site's address as `mkdocs.yml` has it; in a preview `config.site_url` is this machine's."""
    for written in config.user_configs:
        if "site_url" in written:
            return str(written["site_url"] or "")
    return ""


class FocusConfig(Config):
    """The options as MkDocs hands them over. They are declared, and read, in `review/options.py`."""

    options: Options = Options()

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Report every bad option at once; MkDocs' own check stops at the first."""
        self.options, mistakes = read_options(self.data)
        return [(m.option, ValidationError(m.message)) for m in mistakes], []


class FocusPlugin(BasePlugin[FocusConfig]):
    """Checks each article and writes its posts."""

    def __init__(self) -> None:
        self._said_serve = self._serving = False
        self._panels = Panels()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview. Having this event keeps the plugin alive between a preview's builds."""
        self._said_serve = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Begin anew: in a preview the lists of the last build are still here."""
        self._options = self.config.options
        self._serving = self._said_serve or _is_preview(config)
        self._root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self._pages: dict[str, Unread] = {}
        self._files: dict[str, File] = {}
        self._undecodable: dict[str, tuple[str, int]] = {}
        self._reviews: dict[str, Review] = {}
        self._outcome = Outcome((), ())
        self._contradictions = Contradictions()
        self._cards: dict[str, CardFacts] = {}
        self._past = Past()
        self._public = _public_address(config)
        self._has_blog = any(name.split(" ")[0].endswith("blog") for name in config.plugins)
        for option in ("focus_dir", "cache_dir"):
            folder = (self._root / getattr(self._options, option)).resolve()
            if folder.is_relative_to(Path(config.docs_dir).resolve()):
                # A write below docs/ starts the next build of a preview, which writes again, for ever.
                raise PluginError(f"focus: `{option}` lies inside {config.docs_dir}; put it beside that folder")
        templates = str(self._root / self._options.templates) if self._options.templates else None
        self._settings = self._options.settings(config.site_name or "", config.site_url or "", templates)
        return None

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over a file that is not UTF-8 in an encoding that fits, where MkDocs would end the whole build."""
        if not self._options.enabled or page.file.abs_src_path is None:
            return None
        try:
            data = Path(page.file.abs_src_path).read_bytes()
        except OSError:
            return None  # MkDocs says so better
        text, undecodable = decode(data)
        if undecodable is None:
            return None
        self._undecodable[page.file.src_uri] = (text, undecodable)
        return text

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Take in an article. Last of all plugins, so that `page.meta` holds what the others put there.

        The text is the file's own: `page.markdown` has lost the front matter and may have been rewritten.
        """
        if not self._options.enabled or page.file.abs_src_path is None:
            return None  # a page that a plugin made has no author to tell
        is_post = any(c.__name__ == "Post" and c.__module__.startswith("material.") for c in type(page).__mro__)
        uri = page.file.src_uri
        if not is_article(uri, self._options.articles, is_post, self._has_blog):
            return None
        text, undecodable = self._undecodable.get(uri) or (page.file.content_string, None)
        self._files[uri] = page.file
        self._pages[uri] = Unread(
            text=text,
            path=Path(os.path.relpath(page.file.abs_src_path, self._root)).as_posix(),
            uid=uri.rsplit(".", 1)[0],
            url=self._published(page.canonical_url or "", config) or None,
            meta={key: page.meta[key] for key in INHERITED if key in page.meta},
            draft=page.meta.get("draft") is True or page.file.inclusion.is_excluded(),
            undecodable=undecodable,
            in_mkdocs=True,
        )
        return None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Judge all articles at once, before the first page is rendered."""
        if not self._options.enabled:
            return
        cache = Cache(self._root / self._options.cache_dir / ("serve.json" if self._serving else "build.json"))
        docs = Path(config.docs_dir)
        self._folders = {uri: Folders((docs / uri).parent, docs) for uri in self._pages}
        by_path = {page.path: uri for uri, page in self._pages.items()}
        self._all_files = files
        self._past = read_past(self._root / self._options.focus_dir / "report.json")
        taken = any(file.dest_uri.startswith("focus/") for file in files)
        self._report_at = "mkdocs-focus/" if taken else "focus/"

        social = any(name.split(" ")[0].endswith("social") for name in config.plugins)
        draws = self._options.cards and not social and is_available()

        def pictures(page: Unread, stated: str | None, shown: tuple[str, ...]) -> Picture | None:
            found = find_picture(stated, shown, self._folders[by_path[page.path]])
            return found or (Picture("") if draws else None)

        self._outcome = build(self._pages.values(), self._settings, cache, pictures)
        with suppress(FileNotFoundError):
            try:
                known = read_baseline((self._root / FILE).read_bytes())
            except ValueError as error:
                raise PluginError(f"focus: {FILE}: {error}") from error
            self._outcome = replace(self._outcome, reviews=tuple(apply(self._outcome.reviews, known)[0]))
        self._reviews = {by_path[review.path]: review for review in self._outcome.reviews}
        palette = config.theme.get("palette")
        self._cards = {
            uri: card_facts(review, config.site_name, palette, ())
            for uri, review in self._reviews.items()
            if review.picture and not review.picture.path and review.kit.posts and not review.draft
        }
        if self._options.cards and not social and not is_available():
            log.warning("the option `cards` needs Pillow: pip install 'mkdocs-focus[cards]'; no card is drawn")
        if self._options.articles and not self._pages:
            log.warning(f"the option `articles` ({', '.join(self._options.articles)}) matches no page")
        if not config.site_url and any(review.kit.posts for review in self._outcome.reviews):
            log.info("the posts have no link, since mkdocs.yml has no `site_url`")
        self._tell()

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Put the links for readers under the article, where the site wants them; its reviews exist only by now."""
        review = self._reviews.get(page.file.src_uri)
        if review and self._options.share_buttons and page.content is not None:
            page.content += share_buttons(review)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Add the head tags that the finished page lacks: the theme and all other plugins have had their turn.

        In a preview the panel follows, which reads them.
        """
        review = self._reviews.get(page.file.src_uri)
        if review is None:
            return None
        facts = page_facts(
            review,
            site_name=config.site_name or "",
            locale=self._options.language,
            image=self._image(page.file.src_uri, review, config.site_url or ""),
            twitter_site=self._options.twitter_site,
            authors=tuple(str(author.name) for author in getattr(page, "authors", ()) if hasattr(author, "name")),
        )
        if self._serving:
            facts = replace(facts, url=page.canonical_url or "")  # as the theme has it
        missing = missing_tags(output, facts)
        self._contradictions.add(review.path, review, missing.contradictions)
        output = missing.into(output)
        return self._with_panel(output, page.file.src_uri, review, config) if self._serving else output

    def _with_panel(self, output: str, uri: str, review: Review, config: MkDocsConfig) -> str:
        served = config.site_url or ""
        site = Site(config.site_name, urlsplit(served).path + self._report_at, self._options.twitter_site or "")
        card = read_card(output, review, served, self._public)
        return insert(output, self._panels.html(review, self._pages[uri].text, card, site, self._past.before(review)))

    def _published(self, url: str, config: MkDocsConfig) -> str:
        """The address that a page will have: a preview serves it from this machine, and posts must not say so."""
        served = config.site_url or ""
        if not self._serving or not served or not url.startswith(served):
            return url
        return self._public.rstrip("/") + "/" + url[len(served) :].lstrip("/") if self._public else ""

    def _image(self, uri: str, review: Review, site_url: str) -> Image | None:
        picture = review.picture
        if (card := self._cards.get(uri)) and site_url:
            url = f"{site_url.rstrip('/')}/{quote(card_name(review.uid))}"
            return Image(url, WIDTH, HEIGHT, "image/png", card_alt(card))
        url = address(picture, self._folders[uri], site_url, self._site_path) if picture else ""
        if picture is None or not url:
            return None
        alt = review.facts.image_alt or ""
        return Image(url, picture.width, picture.height, media_type(picture.path), alt)

    def _site_path(self, docs_path: str) -> str:
        # Material's blog moves the pictures that lie beside its posts.
        file = self._all_files.get_file_from_path(docs_path)
        return file.url if file else quote(docs_path)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the `focus/` folder; then, where the site asks for it, end the build on findings."""
        if not self._options.enabled:
            return
        reviews = self._outcome.reviews
        for line in self._contradictions.lines():
            log.info(line)
        # A preview shows drafts and half-finished texts: they stay out of the folder that is committed and published.
        folder = self._root / (f"{self._options.cache_dir}/serve" if self._serving else self._options.focus_dir)
        site_url = config.site_url or ""
        shared = [r for r in reviews if not r.draft]
        images = {r.path: image.url for uri, r in self._reviews.items() if (image := self._image(uri, r, site_url))}
        index = share_index(shared, config.site_name, site_url, not self._serving, images)
        errors = [(f.path, f.message) for f in self._outcome.failures]
        files: dict[str, str | bytes] = {**kit_files(shared), MANIFEST: to_json(index)}
        report = make_report(reviews, errors, self._past, config.site_name, self._public)
        theme_colour = accent(config.theme.get("palette"))
        if self._serving:
            home = urlsplit(site_url).path
            links = {r.path: home + self._files[uri].url for uri, r in self._reviews.items()}
            page = report_html(report, Links(links, home), theme_colour)
            write_folder(Path(config.site_dir) / self._report_at, {"index.html": page, **assets()})
        else:
            built = os.path.relpath(config.site_dir, folder)
            links = {r.path: r.url or f"{built}/{self._files[uri].dest_uri}" for uri, r in self._reviews.items()}
            files["report.json"] = report_json(report)
            files["report.html"] = report_html(report, Links(links), theme_colour)
        write_folder(folder, files)
        kept = self._root / self._options.cache_dir / "cards"
        for uri, card in self._cards.items():
            file = Path(config.site_dir, card_name(self._reviews[uri].uid))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(drawn(card, kept))
        if not self._serving:
            self._fail()

    def _tell(self) -> None:
        outcome, options = self._outcome, self._options
        for failure in outcome.failures:
            log.error(f"{failure.path} could not be judged ({failure.message}); the other articles were")
            log.debug(failure.trace)
        prefix = os.path.relpath(self._root)
        prefix = "" if prefix == "." else Path(prefix).as_posix() + "/"
        report = f"{prefix}{options.focus_dir}/report.json"
        levels: dict[Severity, Any] = {"error": log.error, "warning": log.warning, "note": log.info}
        for line in console.lines(outcome.reviews, report, prefix):
            levels[line.severity](f"{line.text}\n    {line.advice}")
        if outcome.reviews:
            for text in console.summary(outcome.reviews, f"{prefix}{options.focus_dir}/share"):
                log.info(text)
        if os.environ.get("GITHUB_ACTIONS") == "true" and not self._serving:
            for annotation in github.workflow_commands(outcome.reviews, prefix):
                print(annotation, file=sys.stdout)
            if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
                with Path(summary).open("a", encoding="utf-8") as out:
                    out.write(github.job_summary(outcome.reviews, prefix))

    def _fail(self) -> None:
        threshold = self._options.fail_on
        if threshold == "never":
            return
        bad = [f for r in self._outcome.reviews for f in r.findings if at_least(f.severity, threshold)]
        if bad:
            findings = console.count(len(bad), "finding")
            raise PluginError(f"focus: {findings} at or above {threshold} (option `fail_on`)")
        if self._outcome.failures:
            articles = console.count(len(self._outcome.failures), "article")
            raise PluginError(f"focus: {articles} could not be judged (option `fail_on`)")
