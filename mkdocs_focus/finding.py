"""A finding: one thing that one rule found, at a place, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # worst first


def at_least(severity: Severity, threshold: Severity) -> bool:
    """Whether `severity` is as bad as `threshold` or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Lines and columns count from 1, columns in characters; the end is exclusive."""

    rule: str
    code: str
    severity: Severity
    message: str
    """What is wrong, one sentence."""
    advice: str
    """What to do now, one sentence."""
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""
    """The source text at that place, shortened to 120 characters."""
