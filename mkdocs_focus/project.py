"""What the command knows of the folder that it works in: the MkDocs project, if there is one, and its articles.

MkDocs itself is not asked: the command works in folders that are no MkDocs project, and starts faster without.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mkdocs_focus.build import Pictures
from mkdocs_focus.output.folder import MANIFEST
from mkdocs_focus.page import Page, is_article
from mkdocs_focus.pictures import Folders, find_picture
from mkdocs_focus.review.options import Mistake, Options, read_options
from mkdocs_focus.rules.rule import Picture
from mkdocs_focus.settings import Settings
from mkdocs_focus.share.card import is_available

ENDINGS = (".md", ".markdown", ".mkd", ".mdown")


@dataclass(frozen=True)
class Project:
    """An MkDocs project, or, with `config` None, a bare folder of Markdown."""

    root: Path
    """The folder of `mkdocs.yml`; without one the working folder."""
    config: Path | None = None
    docs: Path | None = None
    site_name: str = ""
    site_url: str = ""
    has_blog: bool = False
    posts: str = ""
    """With a blog, the folder of its posts inside `docs`."""
    options: Options = field(default_factory=Options)
    mistakes: tuple[Mistake, ...] = ()
    built: Mapping[str, str] = field(default_factory=dict)
    """The addresses of articles by their paths inside `root`, as the last build left them in its share index."""

    @property
    def settings(self) -> Settings:
        """The settings of a run in this project."""
        templates = str(self.root / self.options.templates) if self.options.templates else None
        return self.options.settings(self.site_name, self.site_url, templates)


class _AnyTag(yaml.SafeLoader):
    """Reads a `mkdocs.yml` whose tags (`!ENV`, `!!python/name:…`) only MkDocs understands."""


_AnyTag.add_multi_constructor("", lambda *_: None)


class Unreadable(Exception):
    """A configuration file that cannot be read; the text says which, where and what to do."""


def find_project(start: Path, config: Path | None = None) -> Project:
    """The project that `start` lies in, by the nearest `mkdocs.yml` above it. Raises Unreadable."""
    if config is None:
        start = start if start.is_dir() else start.parent
        for folder in (start, *start.parents):
            for name in ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml"):
                if (folder / name).is_file():
                    return read_project(folder / name)
        return Project(Path.cwd())
    return read_project(config)


def read_project(file: Path) -> Project:
    """Read what matters here of a `mkdocs.yml`. Raises Unreadable."""
    try:
        raw = yaml.load(file.read_text("utf-8"), Loader=_AnyTag)
    except (OSError, yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise Unreadable(f"{file}{place}: cannot be read: {getattr(error, 'problem', None) or error}") from error
    if not isinstance(raw, Mapping):
        raise Unreadable(f"{file}:1:1: holds no settings; an MkDocs project begins with `site_name: …`")
    plugins = dict(_plugins(raw.get("plugins")))
    own = plugins.get("focus") or {}
    options, mistakes = read_options(own if isinstance(own, Mapping) else {})
    blog = plugins.get("blog", plugins.get("material/blog"))
    has_blog = "blog" in plugins or "material/blog" in plugins
    blog_options = blog if isinstance(blog, Mapping) else {}
    blog_dir = str(blog_options.get("blog_dir", "blog")).strip("/.")
    post_dir = str(blog_options.get("post_dir", "{blog}/posts")).replace("{blog}", blog_dir).strip("/")
    return Project(
        root=file.parent.absolute(),
        config=file,
        docs=(file.parent / str(raw.get("docs_dir", "docs"))).absolute(),
        site_name=str(raw.get("site_name", "")),
        site_url=str(raw.get("site_url") or ""),
        has_blog=has_blog and blog_options.get("enabled", True) is not False,
        posts=post_dir,
        options=options,
        mistakes=mistakes,
        built=_built(file.parent / options.focus_dir / MANIFEST),
    )


def _built(index: Path) -> dict[str, str]:
    try:
        kits = json.loads(index.read_bytes())["kits"]
        return {str(kit["path"]): str(kit["url"]) for kit in kits if kit["url"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _plugins(raw: Any) -> Iterator[tuple[str, Any]]:
    for item in raw if isinstance(raw, Sequence) and not isinstance(raw, str) else [raw]:
        if isinstance(item, str):
            yield item, None
        elif isinstance(item, Mapping):
            yield from ((str(name), options) for name, options in item.items())


def collect(project: Project, paths: Sequence[Path]) -> tuple[list[Page], list[tuple[str, str]]]:
    """The articles at `paths` (the whole project without any), and what could not be read: path and message.

    A file that is named is an article whatever the project says; of a folder inside the project the project's choice
    of articles holds, of any other folder every Markdown file.
    """
    pages: dict[Path, Page] = {}
    errors: list[tuple[str, str]] = []
    if not paths:
        paths = [project.docs if project.docs else project.root]
    for given in paths:
        path = given.absolute()
        files = list(_markdown(path)) if path.is_dir() else [path]
        if not path.is_dir() and not path.exists():
            errors.append((_shown(path), "there is no such file or folder"))
            continue
        for file in files:
            uri = _uri(file, project.docs)
            named = file == path
            if not named and uri is not None and not _chosen(project, uri):
                continue
            try:
                pages.setdefault(file, _page(file, project, path))
            except OSError as error:
                errors.append((_shown(file), f"cannot be read: {error.strerror}"))
    return list(pages.values()), errors


def _chosen(project: Project, uri: str) -> bool:
    is_post = uri.startswith(project.posts + "/") if project.has_blog else False
    return is_article(uri, project.options.articles, is_post, project.has_blog)


def _markdown(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and f not in ("node_modules", "site", "__pycache__")
        )
        yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith(ENDINGS))


def _uri(file: Path, docs: Path | None) -> str | None:
    """The path inside the docs folder, or None for a file elsewhere."""
    return file.relative_to(docs).as_posix() if docs and file.is_relative_to(docs) else None


def _page(file: Path, project: Project, given: Path) -> Page:
    uri = _uri(file, project.docs)
    inside = uri if uri is not None else file.relative_to(given if given.is_dir() else given.parent).as_posix()
    return Page(
        data=file.read_bytes(),
        path=_shown(file),
        uid=inside.rsplit(".", 1)[0],
        url=_url(project, uri),
        meta=_inherited(file, project) if uri is not None else {},
        in_mkdocs=uri is not None,
        draft=False,
    )


def _shown(path: Path) -> str:
    """A path as the writer would type it: relative to the working folder where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def pictures(project: Project) -> Pictures:
    """How the pages of a project find their pictures."""

    draws = project.options.cards and is_available()

    def find(page: Page, stated: str | None, shown: tuple[str, ...]) -> Picture | None:
        own = Path(page.path).absolute().parent
        return find_picture(stated, shown, Folders(own, project.docs)) or (Picture("") if draws else None)

    return find


def _url(project: Project, uri: str | None) -> str | None:
    """The address of a page: as the last build found it, else by MkDocs' rule, which is not that of a blog."""
    if uri is None or not project.site_url:
        return None
    if project.docs and (built := project.built.get((project.docs / uri).relative_to(project.root).as_posix())):
        return built
    if project.has_blog and uri.startswith(project.posts + "/"):
        return None
    stem = uri.rsplit(".", 1)[0]
    if stem.rsplit("/", 1)[-1].lower() in ("index", "readme"):
        stem = stem.rpartition("/")[0]
    return project.site_url.rstrip("/") + "/" + (stem + "/" if stem else "")


def _inherited(file: Path, project: Project) -> dict[str, Any]:
    """What `.meta.yml` files above the article say, the nearest last, as Material's meta plugin merges them."""
    values: dict[str, Any] = {}
    if project.docs is None:
        return values
    folders = [
        project.docs,
        *reversed([p for p in file.parent.parents if p.is_relative_to(project.docs)]),
        file.parent,
    ]
    for folder in dict.fromkeys(folders):
        found = folder / ".meta.yml"
        if found.is_file():
            try:
                read = yaml.load(found.read_text("utf-8"), Loader=yaml.SafeLoader)
            except (OSError, yaml.YAMLError, ValueError):
                continue
            if isinstance(read, Mapping):
                values.update(read)
    return values
