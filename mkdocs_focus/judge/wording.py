"""The words of an article's own running text, taken apart once for all who count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_focus.text.article import Article
from mkdocs_focus.text.blocks import TEXT_KINDS

_SMALL_WORDS = (
    "the", "of", "and", "to", "is", "that", "it", "for", "with", "this", "are", "be", "you", "or", "at", "from", "by",
    "not", "have", "we", "can", "if", "your", "into", "until", "then", "i", "has", "but",
)  # fmt: skip
"""A quarter to a third of English prose, an eighth of a list of ingredients; of other languages next to nothing."""
_ENGLISH_SHARE = 0.06
_GERMAN_WORDS = ("der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "ich", "den", "dem", "zu", "von")
_FOREIGN = 1.3
"""Bytes a letter from which a text is not in the Latin alphabet."""
_TOO_FEW = 20
"""Words from which a text's language can be told."""


@dataclass(frozen=True)
class Wording:
    """Words in lower case, with straight apostrophes."""

    lengths: Mapping[int, int]
    """The number of words of each block, by its index: paragraphs, items and definitions that are the author's own.
    Where all is quoted, the quoted ones."""
    words: list[str]
    """All of them, in order."""
    tally: Counter[str]
    """How often each occurs."""
    sentences: Mapping[int, slice]
    """Where the words of each sentence of these blocks stand among all words of the body, by its index there."""


def wording(article: Article) -> Wording:
    """Take the running text of an article apart."""
    body = article.body
    words = body.small_words
    texts = [index for index, block in enumerate(body.blocks) if block.kind in TEXT_KINDS]
    own = [index for index in texts if not body.blocks[index].quoted] or texts
    lengths = dict.fromkeys(own, 0)
    sentences: dict[int, slice] = {}
    end = 0
    for index, (sentence, found) in enumerate(zip(body.sentences, body.words, strict=True)):
        start, end = end, end + len(found)
        if sentence.block in lengths:
            sentences[index] = slice(start, end)
            lengths[sentence.block] += len(found)
    if len(own) < len(texts):
        words = [word for place in sentences.values() for word in words[place]]
    return Wording(lengths, words, Counter(words), sentences)


def language_of(words: Wording, language: str) -> str:
    """The language to judge an article by: `language`, the site's; but where that is English and the text plainly is
    not, `de` for German, whose capitals mean something else, and `und` for any other."""
    if not language.lower().startswith("en"):
        return language
    text = "".join(words.tally)
    if len(text.encode()) > _FOREIGN * len(text):
        return "und"
    count = len(words.words)
    if count < _TOO_FEW or sum([words.tally[word] for word in _SMALL_WORDS]) > _ENGLISH_SHARE * count:
        return language
    return "de" if sum([words.tally[word] for word in _GERMAN_WORDS]) > _ENGLISH_SHARE * count else "und"
