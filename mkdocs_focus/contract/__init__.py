"""What the front matter promises."""
