"""Which hashtags go with an article's posts: the author's own, else seldom one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mkdocs_focus.judge.assessment import Assessment
from mkdocs_focus.judge.words import RAREST, lexicon, stem
from mkdocs_focus.share.kit import Network

MOST = 2
"""Hashtags a post, at most."""
_CRAFT, _SHORTEST, _RETURNS, _OFTEN = 55, 5, 2, 30
"""How rare a craft's own word is (see judge/words.py), its letters, how often the article says it, at least, and
among how many of its words it must be the most frequent."""
_BREAKS = re.compile(r"[^\w]+")


def as_hashtag(text: str) -> str:
    """A word or a phrase as X takes it, without #; a phrase gets a capital for each word. May be empty."""
    words = [word for word in _BREAKS.split(text.lstrip("#＃")) if word]
    joined = words[0] if len(words) == 1 else "".join(word[0].upper() + word[1:] for word in words)
    return joined if any(character.isalpha() for character in joined) else ""


def hashtags_for(assessment: Assessment, text: str, network: Network = "twitter") -> tuple[str, ...]:
    """The hashtags of a post with that text, at most two: the author's own.

    Else, on X, one of the article's tags where it is a craft's own word that the text does not name; mostly none, for
    a site's tags would only repeat the text, and none to a title that goes out alone.
    """
    own = assessment.contract.share.hashtags
    says_more = network == "twitter" and text != assessment.contract.title
    found = map(as_hashtag, own) if own else _craft_words(assessment, text) if says_more else iter(())
    return tuple(dict.fromkeys(tag for tag in found if tag))[: MOST if own else 1]


def _craft_words(assessment: Assessment, text: str) -> Iterator[str]:
    """Tags of one rare word that the article returns to and the text lacks: sourdough, not baking."""
    words = lexicon(assessment.language)
    if words is None or not assessment.contract.tags:
        return
    tally = Counter(assessment.article.body.small_words)
    least = max(_RETURNS, min([times for _, times in tally.most_common(_OFTEN)], default=0))
    named = f"{text} {assessment.contract.title}".lower()
    for tag in assessment.contract.tags:
        word = tag.lower()
        if not word.isalpha() or len(word) < _SHORTEST or words.rarity.get(word, RAREST) < _CRAFT:
            continue
        if stem(word) in words.broad_subjects or word in words.broad_words or stem(word) in named:
            continue
        if tally[word] >= least:
            yield tag
