"""Judge an article: all its measures in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.judge.assessment import Assessment, Detail, Topic
from mkdocs_focus.judge.depth import depth_of
from mkdocs_focus.judge.details import find_details
from mkdocs_focus.judge.features import measure
from mkdocs_focus.judge.focus import focus_of
from mkdocs_focus.judge.ground import Ground
from mkdocs_focus.judge.narrowness import BROAD_BELOW, narrowness
from mkdocs_focus.judge.score import score_features, verdict_at
from mkdocs_focus.judge.specificity import specificities_of
from mkdocs_focus.judge.topic import infer_topic, suggest_topics
from mkdocs_focus.judge.wording import language_of, wording
from mkdocs_focus.judge.words import lexicon
from mkdocs_focus.text.article import Article

_A_DETAIL = 0.3
"""What a detail adds to the specificity of a sentence in a language without a lexicon."""


def assess(article: Article, contract: Contract, language: str = "en") -> Assessment:
    """Judge an article against what it promises.

    `language` is the site's, as a code such as `en` or `pt-BR`; without a word table for it, and for a text that is
    plainly not in it, only what needs no words counts.
    """
    words = wording(article)
    language = language_of(words, language)
    details = find_details(article, language)
    specificity = _specificity(article, details, language)
    features = measure(article, contract.title, words, details, specificity, language)
    score = score_features(features)
    topic = _topic(article, contract, details, language)
    return Assessment(
        article=article,
        contract=contract,
        details=details,
        specificity=specificity,
        topic=topic,
        depth=depth_of(article, details, specificity),
        focus=focus_of(article, topic.text, details, words, language),
        score=score,
        verdict=verdict_at(score.value, features),
        tally=words.tally,
        language=language,
    )


def _topic(article: Article, contract: Contract, details: Sequence[Detail], language: str) -> Topic:
    """The topic, and narrower ones where it is broad: to look for them costs as much as all other judging."""
    stated = contract.topic is not None
    ground = Ground(article, contract, details, language)
    text = contract.topic or infer_topic(article, contract, details, language, ground)
    found = narrowness(text, language)
    if found.value < BROAD_BELOW:
        suggestions = suggest_topics(article, contract, details, language, ground)
    else:
        suggestions = () if stated or not text else (text,)
    return Topic(text, stated, found, suggestions)


def _specificity(article: Article, details: Sequence[Detail], language: str) -> tuple[float, ...]:
    """How specific each sentence is; without a lexicon by its details alone."""
    sentences = article.body.sentences
    if lexicon(language) is not None:
        return specificities_of(article.body)
    found = Counter([detail.sentence for detail in details])
    return tuple([min(found[index] * _A_DETAIL, 1.0) for index in range(len(sentences))])
