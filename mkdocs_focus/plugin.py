"""MkDocs events in, files out; the only file that knows MkDocs.

Everything that thinks lives below `work.py`, which is imported when there is work. What is here decides when, on
which pages, and where results go.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils.yaml import yaml_load

from mkdocs_focus.contract.fields import DESCRIPTION_KEYS
from mkdocs_focus.finding import Severity, at_least
from mkdocs_focus.last import Built, Head, Last, SiteFacts, head_digest, last_build, state_of
from mkdocs_focus.output.console import contradictions, count
from mkdocs_focus.page import Page as Unread
from mkdocs_focus.page import is_article
from mkdocs_focus.review.baseline import FILE as BASELINE
from mkdocs_focus.review.options import Options, read_options
from mkdocs_focus.text.position import decode

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_focus.output.panel import Panels
    from mkdocs_focus.work import Work

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


def _public_address(config: MkDocsConfig, serving: bool) -> str:
    """The site's address as `mkdocs.yml` has it; in a preview `config.site_url` is this machine's."""
    if not serving:
        return config.site_url or ""
    if not config.config_file_path:
        return ""
    with open(config.config_file_path, encoding="utf-8-sig") as file:
        return str(yaml_load(file).get("site_url") or "")


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
        self._said_serve = self._serving = self._dirty = False
        self._panels: Panels | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview. Having this event keeps the plugin alive between a preview's builds."""
        self._said_serve, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        """Begin anew: in a preview the lists of the last build are still here."""
        self._options = self.config.options
        self._serving = self._said_serve or _is_preview(config)
        self._root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self._data: dict[str, bytes] = {}
        self._pages: dict[str, Unread] = {}
        self._built: dict[str, Built] = {}
        self._heads: dict[str, Head] = {}
        self._baseline: bytes | None = None
        self._last: Last | None = None
        self._begun: Work | None = None
        self._public = _public_address(config, self._serving)
        self._has_blog = any(name.split(" ")[0].endswith("blog") for name in config.plugins)
        self._docs_prefix = (
            os.path.join(config.docs_dir, ""),
            Path(os.path.relpath(config.docs_dir, self._root)).as_posix() + "/",
        )
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
            with open(page.file.abs_src_path, "rb") as source:
                data = source.read()
        except OSError:
            return None  # MkDocs says so better
        self._data[page.file.src_uri] = data
        text, undecodable = decode(data)
        return text if undecodable is not None else None

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Take in an article. Last of all plugins, so that `page.meta` holds what the others put there.

        The text is the file's own: `page.markdown` has lost the front matter and may have been rewritten.
        """
        file, uri = page.file, page.file.src_uri
        data = self._data.pop(uri, None)
        if not self._options.enabled or file.abs_src_path is None:
            return None  # a page that a plugin made has no author to tell
        is_post = any(c.__name__ == "Post" and c.__module__.startswith("material.") for c in type(page).__mro__)
        if not is_article(uri, self._options.articles, is_post, self._has_blog):
            return None
        self._built[uri] = Built(file.url, file.dest_uri)
        self._pages[uri] = Unread(
            data=data if data is not None else Path(file.abs_src_path).read_bytes(),
            path=self._path(file),
            uid=uri.rsplit(".", 1)[0],
            url=self._published(page.canonical_url or "", config) or None,
            meta={key: page.meta[key] for key in INHERITED if key in page.meta},
            draft=page.meta.get("draft") is True or file.inclusion.is_excluded(),
            in_mkdocs=True,
        )
        return None

    def _path(self, file: File) -> str:
        """The path of a file as findings name it; asking the disk for every one would cost more than hashing it."""
        path = file.abs_src_path or ""
        if path.startswith(self._docs_prefix[0]):
            return self._docs_prefix[1] + path[len(self._docs_prefix[0]) :].replace(os.sep, "/")
        return Path(os.path.relpath(path, self._root)).as_posix()

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Judge all articles at once, before the first page is rendered; or find that nothing changed."""
        if not self._options.enabled:
            return
        taken = any(file.dest_uri.startswith("focus/") for file in files)

        def at(path: str) -> str:
            # Material's blog moves the pictures that lie beside its posts.
            file = files.get_file_from_path(path)
            return file.url if file else quote(path)

        prefix = os.path.relpath(self._root)
        self._site = SiteFacts(
            root=self._root,
            docs=Path(config.docs_dir),
            built=Path(config.site_dir),
            name=config.site_name or "",
            url=config.site_url or "",
            public=self._public,
            palette=config.theme.get("palette"),
            serving=self._serving,
            partial=self._dirty,
            social=any(name.split(" ")[0].endswith("social") for name in config.plugins),
            report_at="mkdocs-focus/" if taken else "focus/",
            prefix="" if prefix == "." else Path(prefix).as_posix() + "/",
            options=self._options,
            settings=self._settings,
            at=at,
        )
        with suppress(OSError):
            self._baseline = (self._root / BASELINE).read_bytes()
        self._state = state_of(self._site, self._pages, self._built, self._baseline)
        if not self._serving:
            last = last_build(self._last_file, self._state)
            self._last = last if last and last.still_holds(self._site) else None
        self._tell()

    @property
    def _last_file(self) -> Path:
        return self._root / self._options.cache_dir / "last.build"

    @property
    def _work(self) -> Work:
        """This build's work, begun when it is first asked for: a build that changes nothing does without."""
        if self._begun is None:
            from mkdocs_focus.work import Work

            try:
                self._begun = Work(self._site, self._pages, self._built, self._baseline)
            except ValueError as error:
                raise PluginError(f"focus: {BASELINE}: {error}") from error
        return self._begun

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Put the links for readers under the article, where the site wants them; its reviews exist only by now."""
        if self._options.share_buttons and page.file.src_uri in self._pages and page.content is not None:
            page.content += self._work.buttons(page.file.src_uri)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Add the head tags that the finished page lacks: the theme and all other plugins have had their turn.

        In a preview the panel follows, which reads them.
        """
        uri = page.file.src_uri
        if uri not in self._pages:
            return None
        # Material's blog knows them by name and address.
        known = (author for author in getattr(page, "authors", ()) if hasattr(author, "name"))
        authors = tuple((str(author.name), str(getattr(author, "url", None) or "")) for author in known)
        head = self._last.heads.get(uri) if self._last else None
        if head is None or not head.fits(output, authors):
            missing = self._work.missing(uri, output, authors, page.canonical_url or "")
            if missing is None:
                return None
            found = tuple((c.key, c.theirs, c.ours) for c in missing.contradictions)
            head = Head(head_digest(output, missing.at, authors), missing.at, missing.insert, found)
        self._heads[uri] = head
        output = output[: head.at] + head.insert + output[head.at :]
        return self._with_panel(uri, output) if self._serving else output

    def _with_panel(self, uri: str, page: str) -> str:
        if self._panels is None:
            from mkdocs_focus.output.panel import Panels

            self._panels = Panels()
        return self._work.with_panel(uri, page, self._panels)

    def _published(self, url: str, config: MkDocsConfig) -> str:
        """The address that a page will have: a preview serves it from this machine, and posts must not say so."""
        served = config.site_url or ""
        if not self._serving or not served or not url.startswith(served):
            return url
        return self._public.rstrip("/") + "/" + url[len(served) :].lstrip("/") if self._public else ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the `focus/` folder; then, where the site asks for it, end the build on findings."""
        if not self._options.enabled:
            return
        paths = {uri: page.path for uri, page in self._pages.items()}
        found = [(paths[uri], c) for uri, head in self._heads.items() for c in head.contradictions]
        for line in contradictions(found):
            log.info(line)
        if self._begun is None and self._last:
            self._last.put_cards(self._site)
            self._fail(self._last.counts)
            return
        work = self._work
        cards = work.draw_cards()
        if self._dirty and not self._serving:
            log.info(f"{self._options.focus_dir}/ stays as it was, since --dirty shows only the pages that changed")
            self._fail(work.counts, len(work.failures))
            return
        files = work.write()
        if self._serving:
            return
        if not work.failures:
            last = Last(self._state, work.told(), work.counts, work.looked, work.addresses, files, cards, self._heads)
            last.write(self._last_file)
        self._fail(work.counts, len(work.failures))

    def _tell(self) -> None:
        for level, text in self._last.told if self._last else self._work.told():
            getattr(log, level)(text)
        if os.environ.get("GITHUB_ACTIONS") == "true" and not self._serving:
            for annotation in self._work.annotations():
                print(annotation, file=sys.stdout)
            if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
                with Path(summary).open("a", encoding="utf-8") as out:
                    out.write(self._work.job_summary())

    def _fail(self, counts: Mapping[Severity, int], failures: int = 0) -> None:
        threshold = self._options.fail_on
        if threshold == "never":
            return
        if bad := sum(count for severity, count in counts.items() if at_least(severity, threshold)):
            raise PluginError(f"focus: {count(bad, 'finding')} at or above {threshold} (option `fail_on`)")
        if failures:
            raise PluginError(f"focus: {count(failures, 'article')} could not be judged (option `fail_on`)")
