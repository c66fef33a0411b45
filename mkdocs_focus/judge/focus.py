"""How well the body of an article stays with one thing, 0 to 100."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_focus.judge.assessment import Detail, Evidence, Score
from mkdocs_focus.judge.scale import closed
from mkdocs_focus.judge.wording import Wording
from mkdocs_focus.judge.words import forms_among, lexicon, stem
from mkdocs_focus.text.article import Article
from mkdocs_focus.text.sentences import WORD

_START = 20.0
_SECTIONS = 35.0
"""Points where every section names the topic."""
_PARAGRAPHS = 25.0
"""Points where every other paragraph names it."""
_THREAD = 20.0
"""Points where the names that occur are always the same ones."""
_UNSPACED = "\u2e80"
"""From here on lie the scripts that write without spaces: Chinese, Japanese."""
_SHORTEST_SECTION = 15
"""Words below which a section need not name anything."""


def focus_of(article: Article, topic: str, details: Sequence[Detail], wording: Wording, language: str) -> Score:
    """Measure how steadily `topic` is named, and whether the same names return."""
    evidence = [Evidence("every article starts here", _START)]
    naming = _words_of(topic, wording, language)
    body = article.body
    words, told_in = body.small_words, body.sentences
    naming_sentences = [at for at, place in wording.sentences.items() if not naming.isdisjoint(words[place])]
    naming_blocks = {told_in[at].block for at in naming_sentences}
    lengths: Counter[int] = Counter()
    for index, length in wording.lengths.items():
        lengths[body.blocks[index].section] += length
    long = [section for section, length in lengths.items() if length >= _SHORTEST_SECTION] or list(lengths)
    if long and topic:
        carried = len({body.blocks[index].section for index in naming_blocks}.intersection(long))
        share = carried / len(long)
        evidence.append(Evidence(f"sections that name the topic: {carried} of {len(long)}", _SECTIONS * share))
        count, of = len(naming_blocks), len(wording.lengths)
        share = min(2 * count / of, 1.0)
        evidence.append(Evidence(f"paragraphs that name the topic: {count} of {of}", _PARAGRAPHS * share))
    names = Counter([detail.text for detail in details if detail.kind in ("name", "model", "identifier")])
    if names:
        total = names.total()
        again = sum([times for times in names.values() if times > 1])
        evidence.append(Evidence(f"names that return: {again} of {total}", _THREAD * again / total))
    return closed(evidence, 100)


def _words_of(topic: str, wording: Wording, language: str) -> frozenset[str]:
    """The words of the article that are forms of the topic's words."""
    words = lexicon(language)
    tally = wording.tally
    wanted = set(WORD.findall(topic.replace("’", "'").lower()))
    if words is not None:
        wanted = {stem(word) for word in wanted if word not in words.function_words} or wanted
        return forms_among(tally, wanted)
    # Without knowing the language's forms, a word that holds one of the topic's is a form of it; where words are not
    # parted by spaces, two characters in a row are.
    parts = {part for part in wanted if len(part) > 3 and part.isalpha() and part < _UNSPACED}
    parts |= {word[at : at + 2] for word in wanted if word >= _UNSPACED for at in range(len(word) - 1)}
    return frozenset([word for word in tally if any(part in word for part in parts)])
