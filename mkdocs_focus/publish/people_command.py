"""`mkdocs-focus people`: shows the author the few people who answered, so that they can talk to them."""

from __future__ import annotations

import datetime
import os
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
from mkdocs_focus.publish.errors import CannotRun
from mkdocs_focus.publish.kits import read_kits
from mkdocs_focus.publish.networks import NETWORKS, CannotRead, Response, open_network
from mkdocs_focus.publish.people import Person, about, highest_cost, posts_since, rank, to_keep
from mkdocs_focus.publish.people_file import PeopleFile
from mkdocs_focus.publish.secrecy import missing, no_credentials
from mkdocs_focus.publish.telling import dollars


@click.command()
@click.option("--network", "chosen", multiple=True, type=network_choice, help="Only this network. Can be repeated.")
@click.option(
    "--days",
    default=30,
    show_default=True,
    type=click.IntRange(1, 90),
    help="How far back to read, and to keep ids.",
)
@click.option("--forget", metavar="ID", help="Delete what is kept of this person (their number), or of `all`.")
@click.option("--yes", is_flag=True, help="Read without asking, whatever it costs.")
@focus_option
@ledger_options
@guarded
def people(
    chosen: tuple[str, ...],
    days: int,
    forget: str | None,
    yes: bool,
    focus: Path,
    ledger_folder: Path,
    ledger_branch: str | None,
    remote: str,
) -> None:
    """Show the four or five people who answered your posts most, and whom you have not answered yet.

    Reads replies, mentions and quotes on X and comments on Facebook. What they said is shown and not kept;
    ids and days are, in .mkdocs-focus/, for --days.
    """
    since = now() - datetime.timedelta(days=days)
    memory = PeopleFile()
    if forget:
        gone = memory.forget(forget, since.date())
        say(f"{gone} lines about {forget} deleted from {memory.file}.")
        return
    networks = [name for name in chosen or NETWORKS if chosen or not missing(name, os.environ)]
    if not networks:
        raise CannotRun(no_credentials(NETWORKS))
    view = open_ledger(ledger_folder, ledger_branch, remote).view()
    posts = posts_since(view, since, networks)
    if not posts:
        memory.write(memory.read(since.date()))
        say(f"No post of the last {days} days is in the ledger.")
        return
    kits = read_kits(focus)
    price = highest_cost(posts)
    say(f"Reading the answers to {len(posts)} posts costs at most {dollars(price)}.")
    if price and not yes:
        click.confirm("Read them?", abort=True)
    responses: list[Response] = []
    failed = False
    for name in networks:
        ids = [entry.last.id for entry in posts if entry.key.network == name]
        try:
            responses += open_network(name, os.environ).responses(ids, since) if ids else []
        except CannotRead as error:
            failed = True
            say(f"{name}: {error}")
    matched = about(responses, posts)
    seen = {*memory.read(since.date()), *to_keep(matched)}
    memory.write(seen)
    for line in _lines(rank(matched, seen, kits), days):
        say(line)
    if failed:
        raise SystemExit(1)


def _lines(people: list[Person], days: int) -> list[str]:
    if not people:
        return [f"Nobody has answered in the last {days} days."]
    lines = [""]
    for person in people:
        name = (f"@{person.name}" if person.network == "twitter" else person.name) if person.name else person.id
        waiting = len(person.waiting)
        lines.append(
            f"{name} ({person.network} {person.id}): {_count(person.times, 'answer')} "
            f"to {_count(person.articles, 'article')}" + (f", {waiting} WAITING for yours" if waiting else "")
        )
        for response, detail in person.said:
            lines.append(f"  on «{_one_line(detail)}»")
            flag = "" if response.answered else "   <- not answered yet"
            lines.append(f"    {response.at.date()} {response.kind}: {_one_line(response.text)}{flag}")
            lines.append(f"    {response.link}")
        lines.append("")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
