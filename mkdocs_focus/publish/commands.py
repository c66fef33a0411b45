"""The commands of publishing, as the command line takes them in."""

from __future__ import annotations

from mkdocs_focus.publish.ledger_command import ledger, posted
from mkdocs_focus.publish.people_command import people
from mkdocs_focus.publish.publish_command import publish

COMMANDS = (publish, ledger, posted, people)
