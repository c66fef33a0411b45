"""topic-taken: another article of the site states the same topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mkdocs_focus.rules.rule import Entry, Hit, Option, Options, Rule
from mkdocs_focus.rules.topic_words import stems


def check_site(entries: Sequence[Entry], options: Options) -> Iterator[tuple[str, Hit]]:
    """Compare topics as sets of word stems, only those that share a stem; articles of one series may share theirs."""
    words = [frozenset(stems(entry.topic)) for entry in entries]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        near: dict[int, int] = defaultdict(int)
        for word in words[index]:
            for other in holders[word]:
                near[other] += 1
            holders[word].append(index)
        for other, shared in sorted(near.items()):
            same = shared / len(words[index] | words[other])
            if same >= options["alike"] and not (entry.series and entry.series == entries[other].series):
                yield entry.path, _hit(entry, entries[other])
                break


def _hit(entry: Entry, other: Entry) -> Hit:
    return Hit(
        entry.topic_span,
        f"{other.path} has the topic `{entry.topic}` too"
        + ("" if entry.topic == other.topic else f", as `{other.topic}`"),
        "Narrow one of the two, join them, or give both the same `series:`.",
    )


RULE = Rule(
    name="topic-taken",
    code="T007",
    group="topic",
    severity="warning",
    summary="Each topic must be that of one article.",
    why="Two articles on the same topic compete for the same readers and the same place in search results, and "
    "each of them lacks what the other holds.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
---

The air valve of my Quadrajet opened at 4 inHg.
=====
---
title: Setting the air valves of Quadrajets
topic: the secondary air valves of Quadrajets
---

Both Quadrajets wanted half a turn more.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
---

The air valve of my Quadrajet opened at 4 inHg.
=====
---
title: The Quadrajet's float
topic: Quadrajet float that soaks up fuel
---

The float weighed 11 g instead of 8.
""",
    check_site=check_site,
    options={"alike": Option(0.8, "From this share of common words on, two topics are one (0 to 1).")},
)
