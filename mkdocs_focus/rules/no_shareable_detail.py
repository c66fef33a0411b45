"""no-shareable-detail: no post can be made of the article, or none but its title."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import title_place
from mkdocs_focus.rules.rule import Hit, Option, Options, Rule, Subject


def check(subject: Subject, options: Options) -> Iterator[Hit]:
    """Report an article of some length without a post of its own, unless its author wants none."""
    assessment = subject.assessment
    contract = assessment.contract
    if contract.share.skip or assessment.article.draft:
        return
    if any(post.lead is None or post.lead.span != contract.title_span for post in subject.kit.posts):
        return
    if assessment.verdict == "generic":  # generic-article says it all
        return
    if assessment.article.body.word_count < options["words"]:
        return
    # That none of its details made a post is not the writer's fault.
    detailed = {detail.sentence for detail in assessment.details if detail.kind != "source"}
    if any(value >= options["specific"] and index in detailed for index, value in enumerate(assessment.specificity)):
        return
    yield Hit(
        title_place(assessment),
        "no sentence of the article says something particular that a reader could pass on",
        "Write one that names the thing and says what happened to it, with a figure or a part, or put it under "
        "`details:`; if nothing is to be posted, set `share.skip: true`.",
    )


RULE = Rule(
    name="no-shareable-detail",
    code="S001",
    group="share",
    severity="note",
    summary="An article should hold a detail that can be posted.",
    why="What people share is one surprising, checkable fact about a thing they care for. An article without one "
    "gives the posts nothing but its title.",
    bad="""\
---
title: Rotating the greenhouse log with a systemd timer
topic: systemd timer for the greenhouse log
---

This is the timer, which I keep next to the service of the same name:

```ini
[Timer]
OnCalendar=*-*-* 02:40
Persistent=true
```

It needs this service, which calls the script further down:

```ini
[Service]
ExecStart=/usr/local/bin/rotate-greenhouse
```

This one keeps the last nine files and packs the older ones, as I did by hand before:

```sh
ls -t /var/log/greenhouse/*.csv | tail -n +10 | xargs -r xz
```

They are enabled like this, and it then shows when they will run next; with the box off at that hour it runs after
the next start, for which the second line of the timer is there:

```sh
systemctl enable --now greenhouse.timer && systemctl list-timers
```
""",
    good="""\
---
title: Half a turn on a Quadrajet's air valve cures the hesitation
topic: Rochester Quadrajet secondary air valve
---

My 1970 Chevelle hesitated at 3,100 rpm whenever the secondaries of its Rochester Quadrajet opened. I first
suspected the accelerator pump and fitted a new one from a Delco kit, which changed nothing.

The Quadrajet's air valve spring had been wound only 1/4 turn instead of 3/4, so the valve opened at 4 inHg of
vacuum rather than at 7. Another 1/2 turn cured the hesitation and cut the 0 to 60 time from 8.1 to 7.6
seconds.
""",
    check=check,
    options={
        "words": Option(60, "Shorter articles need no post."),
        "specific": Option(0.4, "A sentence as specific as this (0 to 1), with a detail in it, can be passed on."),
    },
)
