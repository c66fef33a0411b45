"""`mkdocs-focus ledger`: lists, explains and repairs the ledger. `mkdocs-focus posted`: adds a post made by hand."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

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
from mkdocs_focus.publish.entries import Entry, View
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import Kit, Post, find_kit, read_kits
from mkdocs_focus.publish.ledger import Ledger
from mkdocs_focus.publish.networks import CannotRead, open_network
from mkdocs_focus.publish.reconcile import look_for
from mkdocs_focus.publish.states import EVERY, Key

_HOSTS = {"twitter": ("x.com", "twitter.com"), "facebook": ("facebook.com", "fb.com", "fb.watch")}
_ORDER = ("unknown", "intent", "failed", "posted", "skipped", "forgotten")


@click.command("ledger")
@click.argument("uid", required=False)
@click.option("--network", type=network_choice, help="Of this network only.")
@click.option("--variant", type=click.IntRange(1), help="Of this variant only.")
@click.option("--adopt", is_flag=True, help="Look for an unknown post on the network, and record it if it is there.")
@click.option("--retry", is_flag=True, help="An unknown or failed post is not there: let the next run send it.")
@click.option("--forget", is_flag=True, help="Take an entry back, so that its post can go out (again).")
@click.option("--reason", default="", help="Why: written into the ledger. --retry and --forget need one.")
@ledger_options
@guarded
def ledger(
    uid: str | None,
    network: str | None,
    variant: int | None,
    adopt: bool,
    retry: bool,
    forget: bool,
    reason: str,
    ledger_folder: Path,
    ledger_branch: str | None,
    remote: str,
) -> None:
    """List the ledger; with UID, explain one article's entries, or repair them.

    Posts whose outcome is unknown stand first. Look for them on the network; then --adopt those that are
    there, or record them with `mkdocs-focus posted`; and --retry those that are not.
    """
    book = open_ledger(ledger_folder, ledger_branch, remote)
    view = book.view()
    if adopt + retry + forget == 0:
        _explain(view, uid) if uid else _list(view, book.place)
        return
    if adopt + retry + forget > 1 or uid is None:
        raise CannotRun("Give a UID and one of --adopt, --retry and --forget.")
    if (retry or forget) and not reason.strip():
        raise CannotRun("Give a --reason: whoever reads the ledger later will want to know.")
    chosen = [
        entry
        for entry in view.of(uid)
        if (not network or entry.key.network == network) and (not variant or entry.key.variant == variant)
    ]
    if adopt:
        _adopt(book, [entry for entry in chosen if entry.state in ("unknown", "intent", "failed")])
    elif retry:
        _retry(book, chosen, reason)
    else:
        _forget(book, [entry for entry in chosen if entry.state != "forgotten"], reason)


@click.command()
@click.argument("uid")
@click.argument("network", type=network_choice)
@click.argument("url")
@click.option("--variant", default=1, show_default=True, type=click.IntRange(1), help="Which of the article's posts.")
@focus_option
@ledger_options
@guarded
def posted(
    uid: str,
    network: str,
    url: str,
    variant: int,
    focus: Path,
    ledger_folder: Path,
    ledger_branch: str | None,
    remote: str,
) -> None:
    """Record that the article UID was posted by hand on NETWORK, where URL is the post's address."""
    kit, post = _find(focus, uid, network, variant)
    id = _id(network, url)
    book = open_ledger(ledger_folder, ledger_branch, remote)
    key = Key(book.view().identity(kit), network, variant)
    before = book.view().entry(key)
    if before and before.state == "posted":
        if before.last.id != id:
            raise CannotRun(f"{key} is in the ledger already, as {before.last.link}. Record another --variant.")
        say(f"{key} is in the ledger already.")
        return
    facts = {"url": kit.url, "path": kit.path, "mark": post.mark, "text": post.text}
    book.record("posted", key, **facts, id=id, link=url, why="posted by hand")
    say(f"{key}: posted, {url}")


def _find(focus: Path, uid: str, network: str, variant: int) -> tuple[Kit, Post]:
    kit = find_kit(read_kits(focus), uid)
    for post in kit.posts:
        if (post.network, post.variant) == (network, variant):
            return kit, post
    raise CannotRun(f"{uid} has no post {variant} for {network}; it has {len(kit.posts)} in all.")


def _id(network: str, url: str) -> str:
    """The network's own id for the post at this address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    if parts.scheme not in ("http", "https") or host not in _HOSTS[network]:
        raise CannotRun(f"{url} is not an address on {_HOSTS[network][0]}. Copy the post's own address.")
    if network == "facebook":
        return parts.path.strip("/").rsplit("/", 1)[-1] + (f"?{parts.query}" if parts.query else "")
    found = re.search(r"/status/(\d+)", parts.path)
    if not found:
        raise CannotRun(f"{url} is not a post's address; that has /status/ and a number in it.")
    return found[1]


def _list(view: View, place: str) -> None:
    say(f"{place}: {len(view.entries)} entries, begun on {view.since or '-'}")
    for entry in sorted(view.entries.values(), key=lambda entry: (_ORDER.index(entry.state), entry.last.at)):
        say(f"{entry.state:9} {_day(entry)}  {entry.key}  {entry.last.link or entry.last.why}".rstrip())


def _explain(view: View, uid: str) -> None:
    entries = view.of(uid)
    if not entries:
        raise CannotRun(f"The ledger has no entry of {uid}. `mkdocs-focus ledger` lists them.")
    for entry in entries:
        say(f"{entry.key}: {entry.state}")
        for event in entry.events:
            fact = event.link or event.why or (event.text and f"«{event.text}»")
            say(f"  {event.at}  {event.state:9} run {event.run}  {fact}".rstrip())
        if entry.state in ("unknown", "intent"):
            say("  If it is on the network: --adopt, or `mkdocs-focus posted`. If it is not: --retry.")


def _adopt(book: Ledger, entries: list[Entry]) -> None:
    if not entries:
        raise CannotRun("No entry chosen is unknown. `mkdocs-focus ledger` lists them.")
    lost = 0
    for entry in entries:
        try:
            found = look_for(book, open_network(entry.key.network, os.environ), entry, anywhere=True)
        except CannotRead as error:
            raise CannotRun(str(error)) from None
        say(f"{entry.key}: {found.link if found else 'not in the timeline'}")
        lost += not found
    if lost:
        raise SystemExit(1)


def _retry(book: Ledger, entries: list[Entry], reason: str) -> None:
    young = datetime.timedelta(minutes=10)
    chosen = [entry for entry in entries if entry.state in ("unknown", "intent", "failed")]
    if not chosen:
        raise CannotRun("No entry chosen is unknown or failed. `mkdocs-focus ledger` lists them.")
    for entry in chosen:
        if entry.state == "intent" and now() - entry.last.time < young:
            raise CannotRun(f"{entry.key} may be being sent at this moment. Wait ten minutes.")
        book.record("failed", entry.key, url=entry.intent.url, mark=entry.intent.mark, why=reason, again=True)
        say(f"{entry.key}: the next run may send it")


def _forget(book: Ledger, entries: list[Entry], reason: str) -> None:
    if not entries:
        raise CannotRun("No such entry. `mkdocs-focus ledger` lists them.")
    for entry in entries:
        book.record("forgotten", entry.key, why=reason)
        what = "may be posted" if entry.key.network == EVERY else "may be posted (again)"
        say(f"{entry.key}: forgotten; it {what}")


def _day(entry: Entry) -> datetime.date:
    return entry.last.time.astimezone().date()
