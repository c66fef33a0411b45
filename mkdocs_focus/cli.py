"""The command `mkdocs-focus`: the same checks and posts as in a build, without building.

What a command needs is imported when that command is asked for: to judge takes ten times as many modules as to say
what a rule is.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from mkdocs_focus import __version__

JUDGING = ("check", "share")
PUBLISHING = ("publish", "ledger", "posted", "people")
"""Commands that live elsewhere. A check must not need what those of `publish/` do."""


class _Group(click.Group):
    """The commands, most of them loaded late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *JUDGING, *PUBLISHING])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        commands: Sequence[click.Command] = ()
        if cmd_name in JUDGING:
            from mkdocs_focus.commands import COMMANDS as commands
        elif cmd_name in PUBLISHING:
            from mkdocs_focus.publish.commands import COMMANDS as commands
        return next((c for c in commands if c.name == cmd_name), None) or super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        # Neither modules nor articles leave cycles behind; looking for them every 700 objects would take a fortieth
        # of the time.
        gc.set_threshold(100_000)
        return super().invoke(ctx)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mkdocs-focus")
def main() -> None:
    """Check that each article is about one narrow thing, in depth; write the posts that carry its details."""


@main.command()
@click.argument("texts", nargs=-1)
@click.option("--topics", "kind", flag_value="topics", help="Score texts as topics, 0 (broad) to 100 (narrow).")
@click.option(
    "--sentences",
    "kind",
    flag_value="sentences",
    default="sentences",
    help="Score texts as sentences, 0 to 1 (default).",
)
def score(texts: tuple[str, ...], kind: str) -> None:
    """Score topics or sentences: one text an argument, or with - one a line of standard input.

    Prints one line of JSON each: {"text", "score", "evidence": [{"what", "weight"}]}; weights add up to the score.
    """
    from mkdocs_focus.judge.narrowness import narrowness
    from mkdocs_focus.judge.specificity import explain_specificity

    measure: Callable[[str], Any] = narrowness if kind == "topics" else explain_specificity
    for text in _texts(texts):
        found = measure(text)
        evidence = [{"what": e.what, "weight": round(e.weight, 4)} for e in found.evidence]
        line = {"text": text, "score": round(found.value, 4), "evidence": evidence}
        click.echo(json.dumps(line, ensure_ascii=False))


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what a rule finds, why, and how to mend it; without RULE list all rules."""
    from mkdocs_focus.output.reading import rule_page, rule_table
    from mkdocs_focus.rules.catalogue import BY_NAME, RULES

    if rule is None:
        click.echo(rule_table(RULES))
        return
    found = BY_NAME.get(rule) or next((r for r in RULES if r.code.lower() == rule.lower()), None)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(rule, BY_NAME, 1, 0.4)
        raise click.UsageError(f"there is no rule {rule!r}" + (f"; did you mean {near[0]}?" if near else ""))
    click.echo(rule_page(found))


def _texts(given: Sequence[str]) -> Iterator[str]:
    if given and tuple(given) != ("-",):
        yield from given
        return
    for raw in sys.stdin.buffer:
        if text := raw.decode("utf-8", "replace").strip():
            yield text
