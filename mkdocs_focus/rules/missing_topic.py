"""missing-topic: the front matter states no topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_focus.rules.narrower import whole_topic
from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Say so once, with what the article seems to be about; a topic of the wrong type is wrong-type's business."""
    assessment = subject.assessment
    if assessment.contract.topic or assessment.article.value("topic") is not None:
        return
    if assessment.article.front.value("topic") is not None:
        return
    # What would be called broad once it is stated is not worth stating; what is narrower is not the whole article.
    topic = whole_topic(assessment)
    line = f"`topic: {_scalar(topic)}`, if that is it" if topic else "`topic: …`, with the one thing that it is about"
    also = "" if assessment.contract.depth else ", and `depth: brief`, `detailed` or `deep-dive`"
    yield Hit(title_place(assessment), "the article states no topic", f"Add {line}{also}.")


def _scalar(text: str) -> str:
    """A text as YAML takes it as a value: in quotes where it would be read as something else."""
    plain = re.fullmatch(r"[^\W_](?:[^:#\n\"]|:(?=\S))*", text) and not text.endswith((":", " "))
    return text if plain and not text.isdigit() else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


RULE = Rule(
    name="missing-topic",
    code="C003",
    group="contract",
    severity="note",
    summary="An article should state its topic.",
    why="A stated topic is a promise that can be checked: against the title, the opening and every section, and "
    "against the site's other articles. It is a note only, since a site that starts with this plugin has none "
    "yet.",
    bad="""\
---
title: Rust behind the cowl vents of a 1967 Camaro
depth: brief
---

The rust sat 4 inches behind the left vent, where leaves had blocked the drain.
""",
    good="""\
---
title: Rust behind the cowl vents of a 1967 Camaro
topic: 1967 Camaro cowl vent rust
depth: brief
---

The rust sat 4 inches behind the left vent, where leaves had blocked the drain.
""",
    check=check,
)
