"""An article's source: positions, front matter, blocks, sentences."""
