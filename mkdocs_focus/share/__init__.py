"""From an article's details to posts, tags and a card."""
