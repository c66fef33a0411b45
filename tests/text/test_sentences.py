"""Words and sentences of plain text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_focus.text.sentences import WORD, words_of_each


@given(st.lists(st.text(st.sampled_from("aZ0é’'‑-_ .,\n\t\0\x1c—字²"), max_size=12), max_size=4))
def test_words_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert words_of_each(texts) == [WORD.findall(text) for text in texts]
