"""What ends a command before it has done its work."""

from __future__ import annotations


class CannotRun(Exception):
    """The command could not do its work: nothing was posted by it. The text says what to do now. Exit code 2."""
