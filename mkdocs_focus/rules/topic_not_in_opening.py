"""topic-not-in-opening: the first text does not carry the stated topic."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject
from mkdocs_focus.rules.topic_words import names_topic, stems, topic_words
from mkdocs_focus.text.blocks import TEXT_KINDS, Block, Body
from mkdocs_focus.text.sentences import WORD, split_sentences


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look through the opening and the description, which many themes print above it."""
    assessment = subject.assessment
    contract, body = assessment.contract, assessment.article.body
    if not contract.topic or body.opening is None:
        return
    opening = list(_opening(body, body.opening, options["words"]))
    text = " ".join([contract.description, *(block.text for block in opening)])
    if names_topic(text, contract.topic, contract.title):
        return
    if len(topic_words(contract.topic).strong) < 2 and stems(contract.topic) & stems(text):
        return  # a topic of everyday words is named by them
    # A byline or a greeting above it is not what has to be rewritten.
    first = next((block for block in opening if block.kind == "paragraph" and block.text[-1:] in ".!?"), opening[0])
    start, end = split_sentences(first.text)[0]
    yield Hit(
        first.source_span(start, end),
        f"the opening names nothing of the topic `{contract.topic}`",
        "Say in the first two sentences what the article is about, and what you found.",
    )


def _opening(body: Body, first: int, words: int) -> Iterator[Block]:
    """The text blocks from the first paragraph on, until they hold so many words; headings among them count."""
    for block in body.blocks[first:]:
        if words <= 0:
            return
        if block.kind in TEXT_KINDS or block.kind == "heading":
            yield block
            words -= len(WORD.findall(block.text))


RULE = Rule(
    name="topic-not-in-opening",
    code="T004",
    group="topic",
    severity="note",
    summary="The opening should name the topic.",
    why="A reader decides within the first lines whether the article is about their thing. Search results and "
    "shared links show those lines too.",
    bad="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
depth: brief
---

It was raining that Saturday and there was nothing on television, so after breakfast I went out and had a look
at what had been bothering me since the spring. My neighbour came over with two cups of coffee and a story
about his knee. He told it at length, as he always does, and then we both stood there for a while and listened
to the gutter. He had brought the paper too, which had nothing in it but the weather and the football, and so we
spoke about the football for an hour or so, until his wife called across the fence that lunch was on the table.

The Quadrajet's secondary air valve opened 1/2 turn too soon.
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
depth: brief
---

My Quadrajet hesitated at 3,100 rpm because its secondary air valve opened 1/2 turn too soon.
""",
    check=check,
    options={"words": Option(100, "How many words of text make up the opening, whole paragraphs taken.")},
)
