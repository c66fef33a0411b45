"""not-utf-8: the file holds bytes that are not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.text.position import Span

_REPLACED = "\ufffd"


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Report the first such byte; a text that holds U+FFFD was decoded wrongly before it came here."""
    article = subject.assessment.article
    at = article.undecodable
    if at is not None:
        # One byte is one character in Windows-1252, and before the first wrong byte there may be UTF-8 only in ASCII.
        yield Hit(
            Span(min(at, len(article.text)), min(at + 1, len(article.text))),
            f"byte {at + 1} of the file is not UTF-8",
            "Save the file as UTF-8; MkDocs stops at such a file.",
        )
    elif (at := article.text.find(_REPLACED)) >= 0:
        yield Hit(
            Span(at, at + 1),
            "a letter was lost here when the text was saved in another encoding",
            "Type the letter again, and save the file as UTF-8.",
        )


RULE = Rule(
    name="not-utf-8",
    code="C009",
    group="contract",
    severity="error",
    summary="The file must be UTF-8.",
    why="MkDocs reads UTF-8 alone. A letter saved in another encoding stops the build, or reaches the reader as a "
    "black square.",
    bad="""\
---
topic: M\ufffdnster valve adjustment on a 1971 R75/5
depth: brief
---

At 0.15 mm cold the left intake valve ticked; at 0.10 mm it was silent.
""",
    good="""\
---
topic: Münster valve adjustment on a 1971 R75/5
depth: brief
---

At 0.15 mm cold the left intake valve ticked; at 0.10 mm it was silent.
""",
    check=check,
)
