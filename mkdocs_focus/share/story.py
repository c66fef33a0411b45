"""Tells a find for Facebook: sentences of the article that follow each other, with the find among them.

What the author wrote in one go hangs together; finds from here and there do not. So the post is one passage of the
article, of up to 90 words, chosen as a whole: by how it begins, by what it tells and by its length.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_focus.share.choose import shared
from mkdocs_focus.share.colon import hands_over
from mkdocs_focus.share.passages import MOST_WORDS, Passage
from mkdocs_focus.share.sentences import AMONG_THE_FIRST, Sentences
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.weighing import weighed

_ENOUGH_WORDS = 60
_FULL, _SOON, _GOES_ON = 35, 6, -1.0
"""Words of a story that needs no more; how many sentences further on it may go on, and the score of what it goes on
with."""
_AHEAD, _MOST_WORDS_REACHED = 2, 100
"""Sentences after a story among which it may reach its subject, and how many words it may have then."""
_NEARLY_ALL = 0.8
"""Of a sentence's words, where the text before has said it."""
_MOST_SHARED = 0.45
"""Of the words that a story shares with the author's own detail before it."""


def told(passage: Passage, lead: range = range(0), opening: int = 0) -> Passage:
    """A passage with its score as a story: people read it best from where the author began.

    `lead` are the sentences that lead the post for X; a story tells the same find with its middle. `opening` is the
    sentence with which the running text begins.
    """
    start = passage.sentences.start
    measured = {
        "any": True,
        "among the first": max(0.0, 1 - abs(start - opening) / AMONG_THE_FIRST),
        "first": start == opening,
        "holds the lead": bool(lead) and start <= lead.start and lead.stop <= passage.sentences.stop,
        "one sentence": len(passage.sentences) == 1,
        "under 60 words": max(0.0, 1 - passage.text.count(" ") / _ENOUGH_WORDS),
    }
    return passage._replace(score=passage.score + weighed("story", measured))


def tell(found: Sequence[Passage], lead: range = range(0), opening: int = 0) -> Passage | None:
    """The passage that makes the best story."""
    whole = [told(one, lead, opening) for one in found if not one.taken_back]
    return max(whole, key=lambda one: one.score, default=None)


def grown(sentences: Sentences, text: str, found: Sequence[Passage], least: float = 0.0) -> str:
    """The author's own detail as a story: with a passage of the article after it, where one fits."""
    stems, room = stems_of(text), MOST_WORDS - len(text.split())
    fitting = [
        one
        for one in found
        if one.score > least
        and not one.taken_back
        and one.text.count(" ") < room
        and shared(stems_of(one.text), stems) < _MOST_SHARED
        and not any(_is_told(sentences.stems(index), stems) for index in one.sentences)
    ]
    best = max(fitting, key=lambda one: told(one, opening=sentences.opening).score, default=None)
    return f"{text}\n\n{paragraphs(sentences, best.sentences)}" if best else text


def _is_told(sentence: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a text's words say nearly all that a sentence says."""
    return len(sentence & stems) >= _NEARLY_ALL * len(sentence)


def reached(sentences: Sentences, story: Passage) -> Passage:
    """A story that reaches what the title names: with a sentence or two more, where those first say it."""
    titled, run, words = stems_of(sentences.subject.title), story.sentences, story.text.count(" ")
    missing = frozenset[str]() if sentences.kind == "recipe" else titled.difference(*map(sentences.stems, run))
    for index in range(run.stop, run.stop + _AHEAD):
        usable = sentences[index] if sentences.follows(index - 1) else None
        words += usable.text.count(" ") + 1 if usable else 0
        if usable is None or words > _MOST_WORDS_REACHED or sentences.is_background(index):
            return story
        if not missing.isdisjoint(usable.stems):
            run = range(run.start, index + 1)
            return story._replace(sentences=run, text=" ".join(paragraphs(sentences, run).split()))
    return story


def told_on(sentences: Sentences, opening: Passage, found: Sequence[Passage]) -> str:
    """A short opening as a story: with what the article goes on to soon after, over what no post can hold."""
    text, end = paragraphs(sentences, opening.sentences), opening.sentences.stop
    if len(text.split()) >= _FULL or hands_over(sentences.body.sentences[end - 1].text):
        return text
    soon = range(end, end + _SOON)
    near = [one for one in found if one.sentences.start in soon and _may_follow(sentences, one.sentences.start)]
    return grown(sentences, text, near, _GOES_ON)


def _may_follow(sentences: Sentences, index: int) -> bool:
    """Whether a story may go on with a sentence: it takes nothing as known, and is no point of a list."""
    first, block = sentences[index], sentences.block(index)
    return first is not None and not first.leans and (block.kind != "item" or block.ordered)


def paragraphs(sentences: Sentences, run: range) -> str:
    """The sentences of a passage, with the article's own paragraphs; the steps of a list make one."""
    text = ""
    for index in run:
        usable = sentences[index]
        assert usable is not None
        if text:
            text += (" " if sentences.joined(index - 1) else "\n\n") + usable.text
        else:
            text = usable.opening
    return text
