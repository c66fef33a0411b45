"""The words of an article's own running text, taken apart once for all who count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import TEXT_KINDS
from mkdocs_focus.text.sentences import WORD


@dataclass(frozen=True)
class Wording:
    """Words in lower case, with straight apostrophes."""

    blocks: Mapping[int, list[str]]
    """By the index of the block: paragraphs, items and definitions that are the author's own. Where all is quoted,
    the quoted ones."""
    words: list[str]
    """All of them, in order."""
    tally: Counter[str]
    """How often each occurs."""


def wording(article: Article) -> Wording:
    """Take the running text of an article apart."""
    running = [(index, block) for index, block in enumerate(article.body.blocks) if block.kind in TEXT_KINDS]
    own = [(index, block) for index, block in running if not block.quoted] or running
    blocks = {index: WORD.findall(block.plain.text.replace("’", "'").lower()) for index, block in own}
    words = [word for found in blocks.values() for word in found]
    return Wording(blocks, words, Counter(words))
