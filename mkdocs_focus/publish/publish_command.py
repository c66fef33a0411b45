"""`mkdocs-focus publish`: shows what is due, and with `--send` sends it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import click

from mkdocs_focus.publish.command import (
    focus_option,
    guarded,
    ledger_options,
    network_choice,
    now,
    open_ledger,
    say,
)
from mkdocs_focus.publish.entries import View
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, find_kit, read_kits
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.networks import NETWORKS, Network, open_network
from mkdocs_focus.publish.publisher import Publisher
from mkdocs_focus.publish.reconcile import SETTLE, Reconciled, open_entries, reconcile
from mkdocs_focus.publish.schedule import Pace, Planned, older, plan
from mkdocs_focus.publish.secrecy import Mask, missing, no_credentials
from mkdocs_focus.publish.telling import cost, dollars, plan_lines, plan_markdown, run_markdown


@click.command()
@click.option("--send", is_flag=True, help="Send what is due. Without it nothing is sent or written.")
@click.option(
    "--max-per-day", default=2, show_default=True, type=click.IntRange(1), help="Posts a day on one network."
)
@click.option(
    "--every",
    default=7,
    show_default=True,
    type=click.IntRange(0),
    help="Days between two posts of one article.",
)
@click.option("--only", multiple=True, metavar="UID", help="Only this article, by uid or path. Can be repeated.")
@click.option("--network", "chosen", multiple=True, type=network_choice, help="Only this network. Can be repeated.")
@click.option("--max-cost", type=click.FloatRange(0), metavar="DOLLARS", help="Stop before a run costs more.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="On the first run: articles older than this day are never posted. Default: today.",
)
@click.option("--pictures", is_flag=True, help="Upload the article's card to X, in place of the link's own preview.")
@click.option(
    "--wait",
    default=15,
    show_default=True,
    type=click.IntRange(0),
    help="Minutes to wait for rate limits, in all.",
)
@click.option(
    "--settle",
    default=SETTLE.seconds // 60,
    show_default=True,
    type=click.IntRange(0),
    help="Minutes after which another run's unfinished post counts as left behind.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path),
    envvar="GITHUB_STEP_SUMMARY",
    help="Add a summary in Markdown to this file. GitHub Actions sets it.",
)
@focus_option
@ledger_options
@guarded
def publish(
    send: bool,
    max_per_day: int,
    every: int,
    only: tuple[str, ...],
    chosen: tuple[str, ...],
    max_cost: float | None,
    since: datetime.datetime | None,
    pictures: bool,
    wait: int,
    settle: int,
    summary: Path | None,
    focus: Path,
    ledger_folder: Path,
    ledger_branch: str | None,
    remote: str,
) -> None:
    """Post what is due, at most once each, a few a day.

    Shows each post, its price and its day; --send sends. Exit code: 0 nothing to do or all sent, 1 something
    failed or is unknown, 2 could not run.
    """
    kits = read_kits(focus)
    for name in only:
        find_kit(kits, name)
    today = now().date()
    pace = Pace(max_per_day, every, frozenset(only), frozenset(chosen or NETWORKS))
    ledger = open_ledger(ledger_folder, ledger_branch, remote, since.date() if since else None)
    view = ledger.view()
    if since and view.since and since.date() != view.since:
        raise CannotRun(
            f"The ledger began on {view.since}; --since is for its first run. "
            "To bring back one older article: mkdocs-focus ledger UID --forget --reason TEXT"
        )
    begins = view.since or (since.date() if since else today)
    if not send:
        planned = plan(kits, View(begins, view.entries), today, pace)
        _show(planned, older(kits, view, begins), ledger.place, view)
        _write(summary, plan_markdown(planned))
        return

    networks = _networks(chosen, kits)
    # Late: it needs the extra `publish`, which `_networks` has asked for; a dry run does without.
    from mkdocs_focus.publish.live import not_live

    settled = _settled(ledger, networks, chosen, datetime.timedelta(minutes=settle))
    _skip_older(ledger, older(kits, view, begins), begins)
    pace = Pace(max_per_day, every, frozenset(only), frozenset(networks))
    view = ledger.view()
    due = [one for one in plan(kits, View(begins, view.entries), today, pace) if one.when == "due"]
    publisher = Publisher(
        ledger,
        networks,
        pace,
        today,
        focus,
        not_live,
        max_cost=None if max_cost is None else Decimal(str(max_cost)),
        wait=wait * 60.0,
        pictures=pictures,
        say=say,
    )
    sent = publisher.run(due)
    good = sum(one.state == "posted" for one in sent)
    say(f"{good} of {len(due)} posts sent, about {dollars(publisher.spent)}.")
    _write(summary, run_markdown(settled, sent, publisher.spent))
    if not (all(one.good for one in settled) and all(one.good for one in sent)):
        raise SystemExit(1)


def _networks(chosen: Sequence[str], kits: Sequence[Kit]) -> Mapping[str, Network]:
    """The accounts to send with: the chosen networks, else those that have kits and credentials."""
    if chosen:
        return {name: open_network(name, os.environ) for name in dict.fromkeys(chosen)}
    wanted = [name for name in NETWORKS if any(post.network == name for kit in kits for post in kit.posts)]
    ready = [name for name in wanted if not missing(name, os.environ)]
    for name in wanted:
        if name not in ready:
            say(f"{name} is left out: {', '.join(missing(name, os.environ))} not set in the environment.")
    if wanted and not ready:
        raise CannotRun(no_credentials(wanted))
    return {name: open_network(name, os.environ) for name in ready}


def _settled(
    ledger: Ledger, networks: Mapping[str, Network], chosen: Sequence[str], settle: datetime.timedelta
) -> list[Reconciled]:
    """What became of the posts that earlier runs left open, on the networks that this run is about."""
    found = reconcile(ledger, networks, now(), settle)
    settled = [one for one in found if not chosen or one.entry.key.network in chosen]
    for one in settled:
        say(f"{one.entry.key}: {one.state}, {one.told}")
    return settled


def _skip_older(ledger: Ledger, left: Sequence[Kit], begins: datetime.date) -> None:
    if left:
        ledger.skip(left, f"older than the ledger, which begins on {begins}")
        say(f"{len(left)} articles from before {begins} are marked as skipped.")


def _show(planned: Sequence[Planned], left: Sequence[Kit], place: str, view: View) -> None:
    for line in plan_lines(planned, place):
        say(line)
    if left:
        say(f"NOTE  {len(left)} articles are older than the ledger: --send marks them as skipped")
    for entry in open_entries(view, now()):
        say(f"NOTE  {entry.key}: {entry.state} since {entry.intent.at}; --send looks for it on the network")
    due = [one for one in planned if one.when == "due"]
    say()
    say(f"Sending them would cost about {dollars(cost(due))}. Nothing was sent; --send sends.")


def _write(summary: Path | None, text: str) -> None:
    if summary:
        with open(summary, "a", encoding="utf-8") as out:
            out.write(Mask(os.environ)(text))
