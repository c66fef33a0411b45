"""Narrower topics to offer to the writer."""

from __future__ import annotations

from mkdocs_focus.judge.assessment import Assessment


def narrower_topics(assessment: Assessment) -> list[str]:
    """Those suggested that stand in the article word for word: one put together of its words may mean nothing."""
    text = " ".join(assessment.article.text.split()).lower() if assessment.topic.suggestions else ""
    return [suggested for suggested in assessment.topic.suggestions if suggested.lower() in text]
