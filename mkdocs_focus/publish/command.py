"""What the commands of publishing share: their options, the ledger that they open, and how they end."""

from __future__ import annotations

import datetime
import functools
import os
import secrets
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from mkdocs_focus.publish.branch import BranchStore
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.networks import NETWORKS
from mkdocs_focus.publish.secrecy import Mask
from mkdocs_focus.publish.stores import FolderStore, Store

Command = TypeVar("Command", bound=Callable[..., Any])


def now() -> datetime.datetime:
    """The time, with this computer's time zone: an article is due on its author's day."""
    return datetime.datetime.now().astimezone()


def say(text: str = "") -> None:
    """Print to standard output, without secrets."""
    click.echo(Mask(os.environ)(text))


def guarded(command: Command) -> Command:
    """End with exit code 2 and a clear message where the command could not do its work.

    Nothing else may print an exception: its text can hold an address with a token in it.
    """

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except CannotRun as error:
            _end(str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception:
            _end(f"This is a fault of mkdocs-focus; please report it:\n{traceback.format_exc()}")

    return run  # type: ignore[return-value]  # it takes and gives what the command does


def _end(text: str) -> NoReturn:
    click.echo(f"Error: {Mask(os.environ)(text)}", err=True)
    raise SystemExit(2)


def focus_option(command: Command) -> Command:
    """`--focus`: where a build left its kits."""
    return click.option(
        "--focus",
        type=click.Path(path_type=Path),
        default=Path("focus"),
        show_default=True,
        help="The folder that `mkdocs build` left beside the site.",
    )(command)


def ledger_options(command: Command) -> Command:
    """`--ledger`, or `--ledger-branch` and `--remote`."""
    for option in (
        click.option("--remote", default="origin", show_default=True, help="The remote of the ledger's branch."),
        click.option(
            "--ledger-branch",
            metavar="NAME",
            help="Keep the ledger on this git branch, as in CI: focus-ledger.",
        ),
        click.option(
            "--ledger",
            "ledger_folder",
            type=click.Path(path_type=Path),
            default=Path("focus-ledger"),
            show_default=True,
            help="The folder of the ledger.",
        ),
    ):
        command = option(command)
    return command


network_choice = click.Choice(NETWORKS)


def open_ledger(
    ledger_folder: Path, ledger_branch: str | None, remote: str, since: datetime.date | None = None
) -> Ledger:
    """The ledger that the options name."""
    store: Store = BranchStore(Path.cwd(), ledger_branch, remote) if ledger_branch else FolderStore(ledger_folder)
    return Ledger(store, _run_name(), since or now().date(), now, Mask(os.environ))


def _run_name() -> str:
    """Names this run in the ledger: the CI run that a reader can look up, and four digits that are its own."""
    own = secrets.token_hex(2)
    run, attempt = os.environ.get("GITHUB_RUN_ID"), os.environ.get("GITHUB_RUN_ATTEMPT", "1")
    return f"{run}.{attempt}-{own}" if run else f"local-{secrets.token_hex(2)}{own}"
