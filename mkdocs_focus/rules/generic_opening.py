"""generic-opening: the first text says what any article of the field would say first."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.phrases import is_foreign, phrases
from mkdocs_focus.rules.places import quote
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Look at how the first sentence begins; one that goes on to something specific is fine."""
    assessment = subject.assessment
    body = assessment.article.body
    first = body.opening
    if not subject.lexicon or first is None or body.blocks[first].quoted:
        return
    index, sentence = next((i, s) for i, s in enumerate(body.sentences) if s.block == first)
    begins = phrases("generic_openings").at_start(sentence.text)
    if begins is None or assessment.specificity[index] >= options["specific"]:
        return
    if any(detail.sentence == index for detail in assessment.details):
        return
    block, end = body.blocks[first], sentence.start + begins[0]
    if is_foreign(block, sentence.start, end):
        return
    span = block.source_span(sentence.start, end)
    yield Hit(
        span,
        f"{quote(assessment.article, span)} opens any article",
        "Begin with what happened or what you found, and name the thing.",
    )


RULE = Rule(
    name="generic-opening",
    code="G002",
    group="generic",
    severity="note",
    summary="The opening should be this article's own.",
    why="Who follows a link gives the article two sentences. A question to everybody or a remark about the times "
    "tells that nothing particular will follow.",
    bad="""\
---
topic: Nikon F3 mirror box lamp
---

Have you ever wondered why some things just keep working? Of the eleven F3 bodies on my bench nine had a dead
lamp.
""",
    good="""\
---
topic: Nikon F3 mirror box lamp
---

Of the eleven F3 bodies on my bench nine had a dead lamp.
""",
    check=check,
    options={"specific": Option(0.45, "From this specificity (0 to 1) on, the sentence may begin as it likes.")},
    lexical=True,
)
