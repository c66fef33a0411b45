"""same-post-twice: two posts of the site say the same on one network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_focus.rules.rule import Entry, Hit, Options, Rule


def check_site(entries: Sequence[Entry], _: Options) -> Iterator[tuple[str, Hit]]:
    """Compare the texts without their links, capitals and blanks."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        reported = False
        for network, message in entry.posts:
            key = network, " ".join(message.casefold().split()).rstrip(".!")
            other = first.setdefault(key, entry)
            # Reported once an article: the networks' posts often share their text.
            if not reported and key[1] and (other is not entry or entry.posts.count((network, message)) > 1):
                reported = True
                yield entry.path, _hit(entry, other, network)


def _hit(entry: Entry, other: Entry, network: str) -> Hit:
    if other is not entry and entry.digest and other.digest == entry.digest:
        return Hit(
            entry.topic_span,
            f"the text is that of {other.path}, and so is the post for {network}",
            "Delete one of the two, and send its readers to the other.",
        )
    also = "twice" if other is entry else f"as the one of {other.path}"
    return Hit(
        entry.topic_span,
        f"a post for {network} reads the same {also}",
        "Put another detail first under `details:`, or write your own post below `share:`.",
    )


RULE = Rule(
    name="same-post-twice",
    code="S009",
    group="share",
    severity="warning",
    summary="No two posts on one network may read the same.",
    why="X refuses a text that was posted before, and readers who see the same sentence twice take the account "
    "for a machine.",
    bad="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: "The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4."
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
=====
---
title: The Quadrajet's float
topic: Quadrajet secondary float
share:
  twitter: "The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4."
---

The Quadrajet's float weighed 11 g instead of 8, because petrol had soaked into the foam, so the bowl ran over.
""",
    good="""\
---
title: The Quadrajet's air valve
topic: Quadrajet secondary air valve
share:
  twitter: "The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4."
---

The Quadrajet's air valve spring wants 3/4 of a turn; mine had 1/4, so the valve opened at 4 inHg instead of 7.
=====
---
title: The Quadrajet's float
topic: Quadrajet secondary float
share:
  twitter: "The Quadrajet's float weighed 11 g instead of 8."
---

The Quadrajet's float weighed 11 g instead of 8, because petrol had soaked into the foam, so the bowl ran over.
""",
    check_site=check_site,
)
