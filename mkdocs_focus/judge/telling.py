"""What the sentences of an article tell, each taken as a whole.

A word for work beside one for what happened says more than both in different places: "the seal leaked because I had
cut it too short" is told by somebody who was there, "community matters" would hold with any other subject. So the
shares of such sentences say more of an article than the counts of its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import repeat
from operator import or_

from mkdocs_focus.judge.assessment import Detail
from mkdocs_focus.judge.stance import Hits
from mkdocs_focus.judge.wording import Wording
from mkdocs_focus.text.article import Article

_PRAISE_GROUPS = ("promotion", "uplift", "event")
_KINDS = (
    ("past", "ed", "was"),
    ("operation", "failure", "measure", "cause"),
    ("operation",),
    _PRAISE_GROUPS,
    (*_PRAISE_GROUPS, "advice", "vague", "everyday", "aphorism", "boilerplate"),
)
_HAPPENED, _WORK, _OPERATION, _PRAISE, _SOFT = (1 << bit for bit in range(5))
"""The bits of these kinds of words."""
_BITS = {
    group: sum([1 << bit for bit, kind in enumerate(_KINDS) if group in kind])
    for group in sorted({group for kind in _KINDS for group in kind})
}
"""The kinds of each group."""
_CODE = ("code", "command", "comparison", "identifier", "path", "quotation", "setting")
_INEXACT = ("name", "source")
_STOPS = ".!?:;…\"'”’)"
"""What a list item that is a sentence ends with; an ingredient or a name in a list ends with none of them."""


def telling(
    seen: Mapping[str, Hits], article: Article, wording: Wording, details: Sequence[Detail]
) -> dict[str, float]:
    """The shares of sentences that tell what happened to a thing (`told`), that are on work without big words
    (`plain`), in which nothing happens and nothing is done (`idle`), and of these of the ones with big words
    (`talk`). `seen`: what occurs of each word group."""
    sentences = _sentences(article, wording)
    if not sentences:
        return {}
    kinds = _kinds_of(seen)
    kinds_in_order = list(map(kinds.get, article.body.small_words, repeat(0)))
    code = {detail.sentence for detail in details if detail.kind in _CODE}
    told = plain = idle = talk = 0
    for index, place in sentences:
        marks = reduce(or_, kinds_in_order[place], 0)
        if marks & _WORK:
            told += bool(marks & _HAPPENED and not marks & _PRAISE)
            plain += not marks & _SOFT
        if not marks & (_HAPPENED | _OPERATION) and index not in code:
            idle += 1
            talk += bool(marks & _SOFT)
    share = 1 / len(sentences)
    return {"told": told * share, "plain": plain * share, "idle": idle * share, "talk": talk * share}


def _kinds_of(seen: Mapping[str, Hits]) -> dict[str, int]:
    """The kinds of each word that occurs, as the bits of a number."""
    kinds: dict[str, int] = {}
    for group, hits in seen.items():
        if bits := _BITS.get(group, 0):
            for _, word in hits:
                kinds[word] = kinds.get(word, 0) | bits
    return kinds


def _sentences(article: Article, wording: Wording) -> list[tuple[int, slice]]:
    """Index and words of the sentences; of unordered items only those that are sentences, where there are any."""
    blocks, told_in = article.body.blocks, article.body.sentences
    found = []
    for index, place in wording.sentences.items():
        block = blocks[told_in[index].block]
        if block.kind != "item" or block.ordered or told_in[index].text[-1] in _STOPS:
            found.append((index, place))
    return found or list(wording.sentences.items())


def exact(article: Article, details: Sequence[Detail]) -> float:
    """The share of sentences with a figure, code or the like: what can be told of a text in any language. One alone
    tells little, so that half a sentence is taken off."""
    sentences = {detail.sentence for detail in details if detail.kind not in _INEXACT}
    sentences.discard(None)
    return max(len(sentences) - 0.5, 0) / max(len(article.body.sentences), 1)
