"""The words in which a run tells what it will do and what it did: lines for a terminal, Markdown for a job's page."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from decimal import Decimal

from mkdocs_focus.publish.networks import price
from mkdocs_focus.publish.publisher import Sent
from mkdocs_focus.publish.reconcile import Reconciled
from mkdocs_focus.publish.schedule import GOOD_ENOUGH, Planned

_LATER = 10
"""How many of the later posts are shown one by one."""

_SUMMARY = 900_000
"""GitHub refuses a job summary of more than 1 MiB; other steps write theirs too."""


def dollars(amount: Decimal) -> str:
    """An amount as people write it: $0.20, $0.015, $0."""
    return f"${amount:.2f}" if amount == amount.quantize(Decimal("0.01")) and amount else f"${amount.normalize()}"


def cost(planned: Sequence[Planned]) -> Decimal:
    """What sending these posts costs, in dollars."""
    return sum((price(one.post) for one in planned), Decimal(0))


def plan_lines(planned: Sequence[Planned], place: str) -> list[str]:
    """The plan: each due post with text and price, the next of the later ones, and what needs the author."""
    due, later, never = (_only(planned, when) for when in ("due", "later", "never"))
    lines = [f"{len(due)} due now, {len(later)} later, {len(never)} not to be sent. The ledger: {place}", ""]
    for one in due:
        lines += [
            f"DUE   {one.key}   {dollars(price(one.post))}",
            textwrap.indent(one.post.text, "      "),
            "",
        ]
    lines += [f"LATER {one.day}  {one.key}" for one in later[:_LATER]]
    if len(later) > _LATER:
        lines.append(f"LATER and {len(later) - _LATER} more")
    lines += [f"NOTE  {one.key}: {one.why}" for one in never if one.notice]
    generic = sorted({one.kit.path for one in never if one.kit.verdict not in GOOD_ENOUGH})
    lines += [f"NOTE  {path}: the article is generic, so it is not shared" for path in generic]
    return lines


def plan_markdown(planned: Sequence[Planned]) -> str:
    """The plan for a job's page: the posts as they will go out."""
    due, later = _only(planned, "due"), _only(planned, "later")
    parts = [f"## Posts\n\n{len(due)} due now ({dollars(cost(due))}), {len(later)} later.\n"]
    parts += [_quoted(f"due, {one.key}", one.post.text) for one in due]
    parts += [_quoted(f"{one.day}, {one.key}", one.post.text) for one in later[:_LATER]]
    parts += [f"- {_escaped(str(one.key))}: {_escaped(one.why)}\n" for one in planned if one.notice]
    return _short("\n".join(parts))


def run_markdown(reconciled: Sequence[Reconciled], sent: Sequence[Sent], spent: Decimal) -> str:
    """What a run did, for a job's page."""
    good = sum(one.state == "posted" for one in sent)
    parts = [f"## Published {good} of {len(sent)} posts for about {dollars(spent)}\n"]
    rows: list[tuple[str, str, str]] = [(str(one.entry.key), one.state, one.told) for one in reconciled]
    rows += [(str(one.planned.key), one.state, one.told) for one in sent]
    if rows:
        parts.append("| post | state | |\n|---|---|---|")
        parts += [f"| {_escaped(key)} | {state} | {_escaped(told)} |" for key, state, told in rows]
    return _short("\n".join(parts) + "\n")


def _only(planned: Sequence[Planned], when: str) -> list[Planned]:
    found = [one for one in planned if one.when == when]
    return sorted(found, key=lambda one: str(one.day)) if when == "later" else found


def _quoted(title: str, text: str) -> str:
    # A fence longer than any in the text, so that the text cannot leave it.
    fence = "`" * max(3, 1 + max((len(run) for run in text.split() if set(run) == {"`"}), default=0))
    return f"**{_escaped(title)}**\n\n{fence}text\n{text}\n{fence}\n"


def _escaped(text: str) -> str:
    """Text for a cell of a Markdown table."""
    for sign in "\\|<*_`[":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _short(text: str) -> str:
    return text if len(text.encode()) <= _SUMMARY else text.encode()[:_SUMMARY].decode("utf-8", "ignore") + "\n…\n"
