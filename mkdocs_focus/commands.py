"""The commands that judge articles: `check` and `share`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_focus.build import Outcome, build
from mkdocs_focus.finding import SEVERITIES, Severity, at_least
from mkdocs_focus.output import console, github
from mkdocs_focus.output.json import check_document, share_document
from mkdocs_focus.output.reading import kit_text, why
from mkdocs_focus.page import Page
from mkdocs_focus.project import Project, Unreadable, collect, find_project, pictures
from mkdocs_focus.review.baseline import FILE, apply, read_baseline, record
from mkdocs_focus.review.cache import Cache
from mkdocs_focus.settings import FailOn
from mkdocs_focus.share.links import compose_link

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}

_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_CONFIG = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    help="The project's mkdocs.yml; found by itself otherwise.",
)


@click.command()
@_PATHS
@_CONFIG
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 on a finding at least as bad.",
)
@click.option("--why", "explain", is_flag=True, help="Say what raised and what lowered each score, with lines.")
@click.option("--no-cache", is_flag=True, help="Judge every article anew.")
@click.option(
    "--baseline", "begin", is_flag=True, help=f"Record today's findings in {FILE}; later runs leave them out."
)
def check(
    paths: tuple[Path, ...],
    config_file: Path | None,
    form: str,
    fail_on: FailOn,
    explain: bool,
    no_cache: bool,
    begin: bool,
) -> None:
    """Check articles: the files and folders given, or all of the project.

    Exits with 0 where nothing is to be mended, 1 on findings at or above --fail-on, 2 where it could not run.
    """
    project, pages, errors = _load(paths, config_file)
    outcome = _run(project, pages, no_cache)
    errors += [(failure.path, failure.message) for failure in outcome.failures]
    known = project.root / FILE
    if begin:
        _tell(errors, quiet=False)
        if errors:
            raise _CannotRun("no baseline was written, since not all articles could be read")
        if paths:
            raise click.UsageError("a baseline is of the whole project: run --baseline without paths")
        known.write_text(record(outcome.reviews, _below(project)), encoding="utf-8")
        findings = sum(len(review.findings) for review in outcome.reviews)
        click.echo(f"{console.count(findings, 'finding')} recorded in {known}; commit it")
        sys.exit(0)
    outcome, gone = _without_baseline(outcome, known, _below(project))
    if form == "json":
        click.echo(json.dumps(check_document(outcome.reviews, errors), ensure_ascii=False, indent=2))
    elif form == "github":
        click.echo("\n".join(github.workflow_commands(outcome.reviews)))
        _job_summary(github.job_summary(outcome.reviews))
    else:
        _tell(errors, quiet=False)
        if explain:
            for review in outcome.reviews:
                click.echo(why(review) + "\n")
        many = len(outcome.reviews) > console.FOLD_ABOVE
        for line in console.lines(outcome.reviews, "mkdocs-focus check --format json", fold=many):
            click.echo(click.style(line.text, fg=COLOURS[line.severity]))
            click.echo(f"    {line.advice}")
        click.echo("\n".join(console.summary(outcome.reviews, "")[:1]))
        if gone:
            click.echo(f"{console.count(gone, 'finding')} of {FILE} mended: record it anew with --baseline")
    _tell(errors, quiet=form != "github")
    found = [f for review in outcome.reviews for f in review.findings]
    failing = fail_on != "never" and any(at_least(f.severity, fail_on) for f in found)
    sys.exit(2 if errors else 1 if failing else 0)


@click.command()
@_PATHS
@_CONFIG
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.option("--open", "browse", is_flag=True, help="Open each post's compose page in the browser.")
@click.option("--no-cache", is_flag=True, help="Judge every article anew.")
def share(paths: tuple[Path, ...], config_file: Path | None, form: str, browse: bool, no_cache: bool) -> None:
    """Show the posts of articles: of the files and folders given, or of the whole project."""
    project, pages, errors = _load(paths, config_file)
    outcome = _run(project, pages, no_cache)
    errors += [(failure.path, failure.message) for failure in outcome.failures]
    if form == "json":
        click.echo(json.dumps(share_document(outcome.reviews, errors), ensure_ascii=False, indent=2))
    else:
        for review in outcome.reviews:
            click.echo(kit_text(review))
    if browse:
        for review in outcome.reviews:
            for post in review.kit.posts:
                click.launch(compose_link(post))
    _tell(errors, quiet=form == "json")
    sys.exit(2 if errors else 0)


def _load(paths: Sequence[Path], config: Path | None) -> tuple[Project, list[Page], list[tuple[str, str]]]:
    try:
        project = find_project(paths[0].absolute() if paths else Path.cwd(), config)
    except Unreadable as error:
        raise _CannotRun(str(error)) from error
    if project.mistakes:
        told = "\n".join(f"  {m.option}: {m.message}" for m in project.mistakes)
        raise _CannotRun(f"{project.config}: options of the plugin `focus`:\n{told}")
    pages, errors = collect(project, paths)
    if not pages and not errors:
        if project.options.articles and project.config:
            patterns = ", ".join(project.options.articles)
            raise _CannotRun(
                f"{project.config}: the option `articles` ({patterns}) matches no page of the docs folder"
            )
        where = ", ".join(str(p) for p in paths) or "this project"
        raise _CannotRun(f"no article in {where}: name Markdown files or a folder that holds some")
    return project, pages, errors


class _CannotRun(click.ClickException):
    exit_code = 2


def _run(project: Project, pages: list[Page], no_cache: bool) -> Outcome:
    file = project.root / project.options.cache_dir / "check.reviews" if project.config and not no_cache else None
    if not sys.stderr.isatty() or len(pages) < 50:
        return build(pages, project.settings, Cache(file), pictures(project))
    with click.progressbar(pages, label="Reading", file=sys.stderr) as bar:
        return build(bar, project.settings, Cache(file), pictures(project))


def _below(project: Project) -> str:
    """The way from the project's folder to the working folder, to which the reviews' paths are relative."""
    return Path(os.path.relpath(Path.cwd(), project.root)).as_posix()


def _without_baseline(outcome: Outcome, file: Path, prefix: str) -> tuple[Outcome, int]:
    try:
        baseline = read_baseline(file.read_bytes())
    except FileNotFoundError:
        return outcome, 0
    except (OSError, ValueError) as error:
        raise _CannotRun(f"{file}: {error}") from error
    reviews, gone = apply(outcome.reviews, baseline, prefix)
    return replace(outcome, reviews=tuple(reviews)), gone


def _tell(errors: Sequence[tuple[str, str]], quiet: bool) -> None:
    if not quiet:
        for path, message in errors:
            click.echo(f"{path}: {message}", err=True)


def _job_summary(text: str) -> None:
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(text)


COMMANDS = (check, share)
