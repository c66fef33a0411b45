"""file-name-becomes-link: X makes a link of a file name, to a stranger's site."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_focus.rules.places import cite
from mkdocs_focus.rules.posts import post_place
from mkdocs_focus.rules.rule import Hit, Options, Rule, Subject
from mkdocs_focus.share.platforms import file_names


def check(subject: Subject, _: Options) -> Iterator[Hit]:
    """Look at the author's own texts; in posts that the build writes such names are kept from linking."""
    assessment = subject.assessment
    reported: set[str] = set()
    for post in subject.kit.posts:
        if post.origin != "author":
            continue
        for link in file_names(post.message):
            if link.text in reported:
                continue
            reported.add(link.text)
            place, quoted = cite(assessment.article, post_place(assessment, post), link.text)
            yield Hit(
                place,
                f"{quoted} becomes a link to the site of that name",
                "Say the name without its ending, or with a blank before the dot.",
            )


RULE = Rule(
    name="file-name-becomes-link",
    code="S003",
    group="share",
    severity="warning",
    summary="A post must not turn a file name into a link.",
    why="X and many readers make a link of every word that ends like a domain. README.md or setup.sh then lead "
    "your readers to a stranger's site, and take the place of the article's preview.",
    bad="""\
---
title: A flaky job caused by a pip cache
topic: GitHub Actions pip cache key
share:
  twitter: "Our setup.sh wrote to the pip cache while the job was saving it."
---

Our setup.sh wrote to the pip cache while the GitHub Actions job was saving it, in 3 of 40 runs.
""",
    good="""\
---
title: A flaky job caused by a pip cache
topic: GitHub Actions pip cache key
share:
  twitter: "Our setup script wrote to the pip cache while the job was saving it."
---

Our setup.sh wrote to the pip cache while the GitHub Actions job was saving it, in 3 of 40 runs.
""",
    check=check,
)
