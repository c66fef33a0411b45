"""Which hashtags go with an article's posts: the author's own, else none."""

from __future__ import annotations

import re

from mkdocs_focus.judge.assessment import Assessment

MOST = 2
"""Hashtags a post, at most."""
_BREAKS = re.compile(r"[^\w]+")


def as_hashtag(text: str) -> str:
    """A word or a phrase as X takes it, without #; a phrase gets a capital for each word. May be empty."""
    words = [word for word in _BREAKS.split(text.lstrip("#＃")) if word]
    joined = words[0] if len(words) == 1 else "".join(word[0].upper() + word[1:] for word in words)
    return joined if any(character.isalpha() for character in joined) else ""


def hashtags_for(assessment: Assessment) -> tuple[str, ...]:
    """The hashtags of an article, at most two. Its tags sort a site; as hashtags they would repeat the text."""
    found = (as_hashtag(text) for text in assessment.contract.share.hashtags)
    return tuple(dict.fromkeys(tag for tag in found if tag))[:MOST]
