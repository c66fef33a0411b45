"""Words and sentences of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_focus.text.article import read_article
from mkdocs_focus.text.sentences import WORD, split_sentences, words_of_each


@given(st.lists(st.text(st.sampled_from("aZ0é’'‑-_ .,\n\t\0\x1c—字²"), max_size=12), max_size=4))
def test_words_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert words_of_each(texts) == [WORD.findall(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The rule of the U.S. Customs House is from 1799.", 1),
        ("They shipped it to the U.S. The crate held two.", 2),
        ("It left the U.S. in 1960.", 1),
        ("The U.K. Patent Office has it.", 1),
    ],
)
def test_a_name_goes_on_after_the_abbreviation_of_a_country(text, count):
    assert len(split_sentences(text)) == count


def test_no_sentence_ends_in_code():
    body = read_article("`ALTER TABLE ... ENGINE=InnoDB` took 11 minutes. It locked the table.", "a.md").body
    assert [sentence.text for sentence in body.sentences] == [
        "ALTER TABLE ... ENGINE=InnoDB took 11 minutes.",
        "It locked the table.",
    ]


def test_no_sentence_ends_after_an_ordinal():
    text = "Am 12. Mai kam das Volk. Im 19. Jahrhundert war das anders. We counted 12. May was wet."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "Am 12. Mai kam das Volk.",
        "Im 19. Jahrhundert war das anders.",
        "We counted 12.",
        "May was wet.",
    ]
