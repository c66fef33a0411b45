"""Findings as GitHub Actions annotations, and a summary for the job's page.

Source: docs.github.com, "Workflow commands for GitHub Actions": at most ten annotations of each kind a step, and
a job summary of at most 1 MiB.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_focus.finding import SEVERITIES, Finding, Severity
from mkdocs_focus.output.console import summary
from mkdocs_focus.review.review import Review

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
MOST = 10
SUMMARY_BYTES = 1_000_000


def workflow_commands(reviews: Sequence[Review], prefix: str = "") -> list[str]:
    """`::warning file=…,line=…::…`, worst first, ten of a kind; the rest is counted in one more line."""
    found = sorted(
        (f for r in reviews for f in r.findings), key=lambda f: (SEVERITIES.index(f.severity), f.path, f.line)
    )
    told: list[str] = []
    for severity in SEVERITIES:
        items = [f for f in found if f.severity == severity]
        shown = items if len(items) <= MOST else items[: MOST - 1]
        told += [_annotation(f, prefix) for f in shown]
        if len(items) > len(shown):
            rest = len(items) - len(shown)
            told.append(f"::{COMMANDS[severity]} title=mkdocs-focus::{rest} more in the summary of this job")
    return told


def _annotation(finding: Finding, prefix: str) -> str:
    properties = {
        "file": prefix + finding.path,
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "col": str(finding.column),
        "endColumn": str(finding.end_column),
        "title": f"{finding.rule} ({finding.code})",
    }
    if finding.end_line != finding.line:
        del properties["endColumn"]  # GitHub takes columns only within one line
    fields = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {fields}::{_data(f'{finding.message}. {finding.advice}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(reviews: Sequence[Review], prefix: str = "") -> str:
    """Markdown for the job's page: the findings, and the posts as they will go out. Cut below GitHub's limit."""
    first, second = summary(reviews, "")
    parts = [f"## Focus\n\n{first}.  \n{second}.\n"]
    found = sorted(
        (f for r in reviews for f in r.findings), key=lambda f: (SEVERITIES.index(f.severity), f.path, f.line)
    )
    if found:
        parts.append("\n### Findings\n\n| where | rule | what is wrong | what to do |\n|---|---|---|---|\n")
        parts += [
            f"| `{_cell(prefix + f.path)}:{f.line}` | {f.severity}: {f.rule} | {_cell(f.message)} "
            f"| {_cell(f.advice)} |\n"
            for f in found
        ]
    if any(r.kit.posts for r in reviews):
        parts.append("\n### Posts as they will go out\n")
        for review in reviews:
            for post in review.kit.posts:
                name = f"{post.network} {post.variant}, {post.length} characters"
                parts.append(f"\n**{_cell(review.facts.title or review.path)}** ({name})\n\n{_fenced(post.text)}\n")
    return _cut(parts)


def _cell(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(text.split())


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"


def _cut(parts: list[str]) -> str:
    out, size = [], 0
    for index, part in enumerate(parts):
        size += len(part.encode())
        if size > SUMMARY_BYTES:
            out.append(f"\n… and {len(parts) - index:,} more entries, left out here.\n")
            break
        out.append(part)
    return "".join(out)
