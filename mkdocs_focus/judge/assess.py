"""Judge an article: all its measures in one go."""

from __future__ import annotations

from mkdocs_focus.contract.reading import Contract
from mkdocs_focus.judge.assessment import Assessment, Score, Topic
from mkdocs_focus.judge.features import measure
from mkdocs_focus.judge.score import score_features, verdict_at
from mkdocs_focus.text.article import Article


def assess(article: Article, contract: Contract, language: str = "en") -> Assessment:
    """Judge an article against what it promises.

    `language` is the site's, as a code such as `en` or `pt-BR`; without a word table for it, and for a text that is
    plainly not in it, only what needs no words counts.
    """
    features = measure(article, language, contract.title)
    score = score_features(features)
    return Assessment(
        article=article,
        contract=contract,
        details=(),
        specificity=(0.0,) * len(article.body.sentences),
        topic=Topic(contract.topic or contract.title, contract.topic is not None, Score(50.0)),
        depth=score,
        focus=score,
        score=score,
        verdict=verdict_at(score.value, features),
    )
