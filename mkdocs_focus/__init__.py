"""mkdocs-focus: one narrow topic an article, in depth, and the posts that carry its details."""

__version__ = "0.1.0"
