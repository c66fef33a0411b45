"""`python -m mkdocs_focus`."""

from mkdocs_focus.cli import main

main()
