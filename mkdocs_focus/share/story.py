"""Tells a find for Facebook: sentences of the article that follow each other, with the find among them.

What the author wrote in one go hangs together; finds from here and there do not. So the post is one stretch of the
article, of up to 90 words, chosen as a whole: by how it begins, by what it tells and by its length.
"""

from __future__ import annotations

from dataclasses import replace

from mkdocs_focus.share.choose import shared
from mkdocs_focus.share.passages import Passage, passages
from mkdocs_focus.share.sentences import AMONG_THE_FIRST, Sentences
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.weighing import weights

MOST = 90
"""Words of the text on Facebook."""
_MOST_SENTENCES = 8
_MOST_SHARED = 0.45
"""Of the words that a story shares with the author's own detail before it."""


def tell(sentences: Sentences, most: int) -> Passage | None:
    """The best stretch of the article of at most so many words."""
    stretches = [replace(one, score=one.score + _starts(one)) for one in _stretches(sentences, most)]
    return max(stretches, key=lambda one: one.score, default=None)


def grown(sentences: Sentences, text: str, most: int) -> str:
    """The author's own detail as a story: with a stretch of the article after it, where one fits."""
    stems = stems_of(text)
    found = [
        one
        for one in _stretches(sentences, most - len(text.split()))
        if shared(stems_of(one.text), stems) < _MOST_SHARED
    ]
    best = max(found, key=lambda one: one.score, default=None)
    return f"{text}\n\n{paragraphs(sentences, best.sentences)}" if best and best.score > 0 else text


def _stretches(sentences: Sentences, most: int) -> list[Passage]:
    return list(
        passages(
            sentences, lambda index: _follows(sentences, index), _MOST_SENTENCES, lambda text: text.count(" ") < most
        )
    )


def _starts(stretch: Passage) -> float:
    """What it is worth to begin where a stretch does: people read a story best from where the author began."""
    weigh, start = weights("story"), stretch.sentences.start
    return weigh["among the first"] * max(0.0, 1 - start / AMONG_THE_FIRST) + weigh["first"] * (start == 0)


def _follows(sentences: Sentences, index: int) -> bool:
    """Whether a sentence and the next one may be told together."""
    if index + 1 >= len(sentences.body.sentences):
        return False
    if sentences.joined(index):
        return True
    one, other = sentences.body.sentences[index].block, sentences.body.sentences[index + 1].block
    before, after = sentences.block(index), sentences.block(index + 1)
    return before.section == after.section and other - one == 1 and "item" not in (before.kind, after.kind)


def paragraphs(sentences: Sentences, run: range) -> str:
    """The sentences of a run, with the article's own paragraphs; the steps of a list make one."""
    out = ""
    for index in run:
        usable = sentences[index]
        assert usable is not None
        if not out:
            out = usable.opening
        else:
            out += (" " if sentences.joined(index - 1) else "\n\n") + usable.text
    return out
